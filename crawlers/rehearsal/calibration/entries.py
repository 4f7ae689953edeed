"""How filers write entries on control registers: shares seen among the real ones."""

FOREIGN_OWNERS_ENTERED = 0.6
"""How often a company abroad is entered as its subsidiary's holder, though only bodies that keep a
register of their own may be: over 10,000 companies listed one in 2018 (Global Witness)."""
LATE_ENTRIES = 0.04
FORM_AND_AUTHORITY_SWAPPED = 0.05
"""Slips seen among the real entries that were read."""
HOLDERS_IN_CAPITALS = 0.15
"""Share of corporate holders whose name is in capitals throughout: assumed."""
NUMBERS_WRITTEN = {"whole": 66, "left out": 26, "with words": 3, "zero lost": 3, "n/a": 2}
"""How a corporate holder's number is written: it was absent in over half of nine real entries; of
UK companies, which this is drawn for, less often."""
COUNTRIES_WRITTEN = {
    "England": 44,
    "England & Wales": 14,
    "England And Wales": 14,
    "United Kingdom": 16,
    "UK": 4,
    None: 8,
}
PLACES_WRITTEN = {
    "Companies House": 50,
    "Companies House, Cardiff": 4,
    "England And Wales": 22,
    "Register Of Companies": 12,
    "United Kingdom": 6,
    None: 6,
}
"""How country and register are written, in the manner of the real entries that were read."""
