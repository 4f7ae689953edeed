"""Which schools of the register are kept, and what is read of each."""

from datetime import UTC, date, datetime

from crawlers.cells import matching, optional_text, optional_whole_number, text
from crawlers.naming import is_an_organisation
from crawlers.reading import Cell, Row
from db.company_numbers import normalise
from db.records import School

MARKS = ("URN", "EstablishmentName", "TypeOfEstablishment (name)", "PropsName")
TYPE = ("TypeOfEstablishment (name)",)
GROUP = ("EstablishmentTypeGroup (name)",)
BOARDERS = ("BoardingEstablishment (name)",)
PROPRIETOR = ("PropsName",)
COMPANY = ("CHNumber",)
GROUPS = frozenset({"independent schools", "special schools"})
HAS_BOARDERS = {"has boarders": True, "does not have boarders": False}
NOTHING = frozenset({"not applicable", "not recorded", "not collected", "999", "unknown"})
"""What the register writes where it has nothing."""
_urn = matching(r"\d{6}", "a school's URN: six digits")


def keeps(row: Row) -> bool:
    """True for an independent or special school, one with boarders, and one with a proprietor."""
    group = (row.read(GROUP, optional_text) or "").casefold()
    kind = row.read(TYPE, text).casefold()
    named = [row.read(PROPRIETOR, _said), row.read(COMPANY, _said)]
    boards = row.read(BOARDERS, _boards) is True
    return group in GROUPS or "special" in kind or boards or any(named)


def school(row: Row, public_on: date) -> School:
    """One school; SourceChangedError for what cannot be read."""
    proprietor = row.read(PROPRIETOR, _said)
    is_withheld = proprietor is not None and not is_an_organisation(proprietor)
    return School(
        cite=row.cite,
        public_on=public_on,
        valid_from=row.read(("OpenDate",), _day),
        valid_to=row.read(("CloseDate",), _day),
        urn=row.read(("URN",), _urn),
        name=row.read(("EstablishmentName",), text),
        school_type=row.read(TYPE, text),
        type_group=row.read(GROUP, optional_text),
        status=row.read(("EstablishmentStatus (name)",), text),
        closed_because=row.read(("ReasonEstablishmentClosed (name)",), _said),
        phase=row.read(("PhaseOfEducation (name)",), _said),
        age_from=row.read(("StatutoryLowAge",), optional_whole_number),
        age_to=row.read(("StatutoryHighAge",), optional_whole_number),
        has_boarders=row.read(BOARDERS, _boards),
        capacity=row.read(("SchoolCapacity",), optional_whole_number),
        pupils=row.read(("NumberOfPupils",), optional_whole_number),
        proprietor_name=None if is_withheld else proprietor,
        proprietor_is_withheld=is_withheld,
        company_number=normalise(row.read(COMPANY, _said)),
        trust_name=row.read(("Trusts (name)",), _said),
        local_authority=row.read(("LA (name)",), _said),
        local_authority_code=row.read(("GSSLACode (name)",), _said),
        region=row.read(("GOR (name)",), _said),
    )


def _said(cell: Cell) -> str | None:
    """The cell's text; None when blank, and for the register's words for nothing."""
    written = optional_text(cell)
    return None if written is None or written.casefold() in NOTHING else written


def _boards(cell: Cell) -> bool | None:
    """Whether pupils board; None when the register does not say."""
    written = _said(cell)
    if written is None:
        return None
    if written.casefold() not in HAS_BOARDERS:
        raise ValueError(f"{written!r} is new; known are {sorted(HAS_BOARDERS)}")
    return HAS_BOARDERS[written.casefold()]


def _day(cell: Cell) -> date | None:
    """A day from dd-mm-yyyy; None when blank."""
    written = optional_text(cell)
    if written is None:
        return None
    try:
        return datetime.strptime(written, "%d-%m-%Y").replace(tzinfo=UTC).date()
    except ValueError:
        raise ValueError(f"{written!r} is not a day such as 31-08-2025") from None
