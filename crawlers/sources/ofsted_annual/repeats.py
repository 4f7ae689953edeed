"""One row twice: the same setting, inspection, opening or closure is counted once or not at all."""

import re
from collections.abc import Iterable

from crawlers.reading import SourceChangedError
from db.records import Document, Inspection, Listing, Movement, Setting


def refuse_repeats(document: Document, records: Iterable[Setting | Inspection | Movement]) -> None:
    """Raise SourceChangedError, naming both rows, where a table says one thing twice.

    No published file does: a setting stands once in a register and once in its latest
    inspections, an inspection once under each registration that it covers, an opening and a
    closure once in their year. Two rows that differ are no better than two that agree, for then
    one of them is wrong. Premises are left alone: their addresses are not published, so that two
    buildings of one provider read alike, as 1,159 rows of 2025 do.
    """
    first: dict[str, str] = {}
    for record in records:
        what = _what_it_says(record)
        if what in first:
            fragment = record.cite.partition("#")[2]
            raise SourceChangedError(
                document,
                fragment,
                f"{what} stands in row {_row(first[what])} and again in row {_row(record.cite)},"
                " where this table has it once; download it again, and if the published file has"
                " both, ask its publisher which is right",
            )
        first[what] = record.cite


def _what_it_says(record: Setting | Inspection | Movement) -> str:
    match record:
        case Setting():
            return f"URN {record.urn}"
        case Movement():
            ways = [word for word, is_so in _ways(record) if is_so]
            return f"the {' and '.join(ways)} of URN {record.urn}"
        case Inspection(listing=Listing.IN_YEAR, event_number=None):
            return (
                f"the {record.event_type} of URN {record.urn} on {record.inspected_on}, without a"
                " number,"
            )
        case Inspection(listing=Listing.IN_YEAR):
            return f"inspection {record.event_number} of URN {record.urn}"
        case _:
            return f"the {record.listing} of URN {record.urn}"


def _ways(movement: Movement) -> tuple[tuple[str, bool], ...]:
    return (("opening", movement.joined), ("closure", movement.left))


def _row(cite: str) -> str:
    return re.sub(r".*row=", "", cite)
