"""What is really so in a rehearsal: who there is, who owns whom, what is run, earned and done.

Nobody publishes this. Publishers' forms are written from it, each with its own lag and its own
gaps; the truth beside which the monitor is measured is read from it. Types only: nothing here
draws, writes or serves.
"""
