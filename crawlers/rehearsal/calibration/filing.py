"""How companies file their accounts: kinds, media, delays; published or measured shares."""

from datetime import date

FIRST_FILED = date(2015, 3, 1)
"""Accounts of earlier periods are not made: ten years are to be seen."""
SMALL_TURNOVER_GBP = 10_200_000
"""Companies Act 2006 s.382, until the thresholds rose for years from 6 April 2025."""
TOTAL_EXEMPTION_SMALL_UNTIL = date(2016, 12, 31)
"""The kind went with the small-company standard of before 2016."""
MICRO_KINDS = {"micro-entity": 50, "total-exemption-full": 44, "unaudited-abridged": 6}
"""Micro accounts are 47 to 54% of filings (1.42 million of 2024 to 2026)."""
SMALL_KINDS = {"total-exemption-full": 78, "unaudited-abridged": 10, "small": 12}
"""Kinds that small companies above a micro-entity file: assumed, as no count is held by size."""
GUARANTEED = 0.35
"""Share of large subsidiaries whose debts a parent guarantees, so that nobody audits them (s.479A):
assumed; the register has the kind, and no count of it is held."""
FILING_EXEMPT = 0.2
"""Share of dormant subsidiaries that file nothing of their own (s.448A): assumed likewise."""
INTERMEDIATE_PARENTS_CONSOLIDATE = 0.15
"""A parent below another need not consolidate (s.400); some do, whose layers then differ."""
FOREIGN_PARENTS_FILED = 0.5
"""How often the accounts of a parent abroad come with a subsidiary's: assumed, for lack of a count;
for whoever is exempt under s.401 they must."""
FILLETED = 0.86
"""Small companies that leave out the profit and loss account: turnover is tagged in 2.7 to 4.6% of
all filings, printed in few more."""
GROUPS_SCANNED = 0.45
"""Ten of ten real scans are image-only; of eleven tagged group accounts three tag the group."""
GROUP_VENDORS = {"DIGITA": 3, "IRIS": 5, "CASEWARE": 3}
"""Eleven real group documents by software."""
VENDORS = {"DIGITA": 30, "IRIS": 46, "CASEWARE": 24}
"""Software of accounts that are no group's: assumed, in the order of the eleven group documents."""
ON_PAPER = {2015: 0.5, 2016: 0.46, 2018: 0.36, 2020: 0.28, 2022: 0.26, 2024: 0.22, 2026: 0.18}
"""Electronic filings were 47% in 2015, 72% in 2020 and 74% in 2022; later years follow them."""
LATE = 0.05
"""Share of accounts that come late: assumed; no count of owners of settings is held."""
STATED_LATE = 0.03
"""Share of confirmation statements that are late: assumed, below that of accounts, as no penalty is
due for them. The registrar publishes how many are up to date, not how many were late."""
DAYS_STATED_LATE = {2: 22, 5: 22, 9: 18, 20: 15, 45: 10, 70: 5, 110: 5, 160: 3}
"""Days by which they are, once more assumed: now and then a proposal to strike off reminds."""
DAYS_BEFORE_DUE = {12: 45, 45: 30, 120: 25}
"""Most file in the last weeks."""
RESTATED = 0.03
"""Share of accounts that restate the year before: assumed, for lack of a count."""
EQUITY_SIGN_WRONG = 7 / 380
"""Seven of 380 real documents tag equity with the opposite sign."""
BOILERPLATE = 0.25
"""18 of 19 real documents that hold the words about uncertainty do not mean them."""
DISCLOSED = 0.5
"""How often the last accounts before a failure say that going on is uncertain."""
QUALIFIED = 0.01
"""Share of audited accounts with a qualified opinion: assumed, for lack of a count."""
AMENDED = 0.008
"""Share of accounts that are filed again, amended: rare, and of no published count."""
DETAILS_CHANGED = 0.6
"""How often a control register is told that a holder's or a company's office moved."""
PEOPLE_CHANGED = 0.06
"""Share of people's entries of which other details change once: assumed, for lack of a count."""
