"""The marks that stand for what is not said, and the classes of authorities."""

NOT_IN_TIME, NO_ESTIMATE, NOT_COLLECTED, NOT_RELEVANT = "[x]", "[n]", "[z]", "[Y]"
UNDIVIDED = "[note 1]"

CLASSES = (
    ("UA", "E06", "Unitary Authorities"),
    ("SD", "E07", "Shire Districts"),
    ("MD", "E08", "Metropolitan Districts"),
    ("London", "E09", "London Boroughs"),
    ("SC", "E10", "Shire Counties"),
    ("GLA", "E12000007", "Greater London Authority"),
    ("Police", "E23", "Police"),
    ("Park", "E26", "National Park Authorities"),
    ("Fire", "E31", "Fire and Rescue Authorities"),
    ("Combined Authority", "E47", "Combined Authorities"),
    ("Waste", "E50", "Waste Authorities"),
)
"""Detailed class, code and name of each row of the second table."""
