"""Whether a name is plainly an organisation's: whoever may be a person is not named.

Only the words of the name can tell. A person's name that holds none of them is always kept back,
and so is an organisation's: better a provider unnamed than a person named. Words that are surnames
as well (Foster, Church, House, England) therefore tell nothing.
"""

import re

FORMS = frozenset(
    """
    academy association authority borough charitable charity cic cio company corporate
    corporation council councils county diocesan diocese federation foundation hospital inc
    incorporated limited llp lp ltd nhs plc society trust university
    """.split()  # noqa: SIM905 - one word a line would fill two pages
)
"""Words of legal forms and of public and charitable bodies: whoever has one has an office. A
partnership is none: it bears its partners' names, and may be where they live."""
TRADES = frozenset(
    """
    academies accommodation adoption agency autism autistic bidco care cares caring center
    centre charities childcare children childrens college communities community congregation
    consultancy consulting convent education educational enterprises families family fellowship
    fostering governors group guild holding holdings homes hostel housing institute institution
    international jamia learning living madrasah management masjid midco midlands ministries
    mosque network nursery organisation organization partners project projects properties
    proprietors residential school schools service services societies solutions supplies support
    supported synagogue therapeutic topco training transport travel trustees uk union ventures
    yeshiva yeshivah youth
    """.split()  # noqa: SIM905 - one word a line would fill two pages
)
"""Words of what organisations do; a person who trades alone may use one too."""
_TRADING_AS = re.compile(r"\bt\s*/\s*as?\b|\btrading as\b|\bc\s*/\s*o\b", re.IGNORECASE)
_HIDDEN = re.compile(r"\bredacted\b|\bpersonal data\b|\bwithheld\b|\bindividual\b", re.IGNORECASE)
_PERSON = re.compile(
    r"^(mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|revd?|reverend|rabbi|imam|fr|prof(essor)?)\b",
    re.IGNORECASE,
)
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
