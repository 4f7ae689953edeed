"""What Ofsted publishes: its register each March and September, its reports, who owns the most.

Tables are made as rows and written to files; what GOV.UK and the reports site answer is made of
them. Everything is known from the world alone: the same world gives the same bytes.
"""
