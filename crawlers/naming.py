"""Whether a name is plainly an organisation's: whoever may be a person is not named.

Only the words of the name can tell. A person's name that holds none of them is always kept back,
and so is an organisation's: better a provider unnamed than a person named.
"""

import re

FORMS = frozenset(
    [
        "limited",
        "ltd",
        "plc",
        "llp",
        "lp",
        "cic",
        "cio",
        "incorporated",
        "company",
        "inc",
        "corporation",
        "council",
        "councils",
        "borough",
        "county",
        "authority",
        "trust",
        "nhs",
        "foundation",
        "charity",
        "charitable",
        "association",
        "society",
        "university",
        "diocese",
        "diocesan",
        "corporate",
        "board",
        "federation",
        "partnership",
        "academy",
        "hospital",
    ]
)
"""Words of legal forms and of public and charitable bodies: whoever has one has an office."""
TRADES = frozenset(
    [
        "care",
        "cares",
        "caring",
        "children",
        "childrens",
        "child",
        "family",
        "families",
        "fostering",
        "foster",
        "adoption",
        "support",
        "supported",
        "housing",
        "home",
        "homes",
        "house",
        "living",
        "residential",
        "services",
        "service",
        "solutions",
        "group",
        "holdings",
        "holding",
        "topco",
        "midco",
        "bidco",
        "education",
        "school",
        "schools",
        "college",
        "centre",
        "center",
        "project",
        "projects",
        "accommodation",
        "therapeutic",
        "agency",
        "community",
        "communities",
        "youth",
        "church",
        "hostel",
        "lodge",
        "international",
        "uk",
        "england",
        "midlands",
        "consultancy",
        "consulting",
        "partners",
        "network",
        "organisation",
        "enterprises",
        "training",
        "transport",
        "travel",
        "supplies",
        "management",
    ]
)
"""Words of what organisations do; a person who trades alone may use one too."""
_TRADING_AS = re.compile(r"\bt\s*/\s*as?\b|\btrading as\b|\bc\s*/\s*o\b", re.IGNORECASE)
_HIDDEN = re.compile(r"\bredacted\b|\bpersonal data\b|\bwithheld\b|\bindividual\b", re.IGNORECASE)
_PERSON = re.compile(r"^(mr|mrs|ms|miss|mx|dr|sir|dame|rev|reverend|prof)\b", re.IGNORECASE)
_WORDS = re.compile(r"[a-z0-9']+")


def is_an_organisation(name: str) -> bool:
    """True for a name with a word that no person's has; what follows "trading as" says nothing.

    >>> [is_an_organisation(one) for one in ("Larkmoor Ltd", "A Cranabeth", "A Cranabeth t/a Care")]
    [True, False, False]
    """
    return _holds(name, FORMS | TRADES)


def has_an_office(name: str) -> bool:
    """True for a name with a legal form, or a public body's: its address is no one's home.

    >>> [has_an_office(one) for one in ("Larkmoor Care LLP", "Larkmoor Care", "Leeds City Council")]
    [True, False, True]
    """
    return _holds(name, FORMS)


def _holds(name: str, words: frozenset[str]) -> bool:
    before = _TRADING_AS.split(name)[0]
    if _HIDDEN.search(name) or _PERSON.search(before.strip()):
        return False
    plain = before.replace("\N{RIGHT SINGLE QUOTATION MARK}", "").replace("'", "").replace(".", "")
    return not words.isdisjoint(_WORDS.findall(plain.casefold()))
