"""What happens in any year to companies and settings of which nothing else is to be told.

Changes of places are counted; every other rate is assumed, for nobody publishes how often the
directors, offices, year ends or charges of owners of settings change. Rates are per year, of one
company, group or setting.
"""

HOMES_LOSE, HOMES_GAIN = 24 / 2013, 24 / 2013
"""Children's homes whose places fell or rose from 31 March 2018 to 31 March 2019, of those in both
registers (Ofsted, Providers and places 2018, part 2, and 2019), counted by this project. From 2019
to 2021 41 and 40 of 1,915 did, from 2021 to 2024 77 and 33 of 2,259."""
OTHERS_LOSE, OTHERS_GAIN = 74 / 373, 65 / 373
"""The same of settings of every other type that states its places: schools, family centres,
colleges. Together with homes 98 and 89 of 2,386, about one in twenty-five each way; homes are a
larger part of the register today."""
HOMES_STEPS = {1: 144, 2: 60, 3: 14, 4: 6, 5: 3, 6: 5}
"""By how many places homes changed between the registers of 2018 and 2019, 2019 and 2021, 2021 and
2024, both ways; the seven larger steps are left out."""
OTHERS_STEPS = {1: 42, 2: 37, 3: 25, 4: 21, 5: 22, 6: 14, 8: 10, 10: 22, 12: 18, 15: 10, 20: 8}
"""The same of other settings, some steps between and all larger ones left out: a third of 424."""

JOINED = 0.10
"""Assumed: companies to whose board somebody comes, beside successors."""
LEFT = 0.09
"""Assumed: companies whose board somebody leaves who is not of age to retire."""
LEFT_WITH_ANOTHER = 0.2
"""Assumed: how often another leaves on the same day."""
RETIRES = (60, 79, 66)
"""Assumed: youngest, oldest and likeliest age at which a director retires."""
DETAILS_CHANGED = 0.05
"""Assumed: directors whose own details change (form CH01)."""
SECRETARY_UNASKED = 0.12
"""Assumed: private companies founded since April 2008 that appoint a secretary though none is
asked for; every older one had to have one."""
SECRETARY_GOES, SECRETARY_FOLLOWED = 0.6, 0.25
"""Assumed: older companies whose first secretary has gone since the forms changed in October 2009,
and of those the ones that appointed another: most found that they need none."""
OFFICE_MOVED = 0.05
"""Assumed: groups that move their registered offices."""
YEAR_END_MOVED = 0.02
"""Assumed: groups that move their year end."""
LAWFUL_YEAR_ENDS_KEPT = 0.6
"""Assumed: new companies without a group that keep the year end that the law gives them."""
BORROWED = 0.025
"""Assumed: sound companies that charge everything they have."""
PAID_OFF_YEARS = (3, 9)
"""Assumed: years after which such a charge, or one over a house, is paid off, if it is."""
PAID_OFF = 0.6
"""Assumed: share of charges that are paid off on the register at all; others stay for long."""
