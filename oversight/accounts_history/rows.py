"""What was read of one filing as rows of the tables."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from crawlers.accounts.figure import Figure
from crawlers.accounts.products import Filing
from crawlers.accounts.read_filing import ReadFiling
from db.rows_part import Cell
from oversight.accounts_history.tables import FILINGS, LINES, NOTES, Rows, Table

_Known = dict[str, Cell | date]


def rows(filing: Filing, read: ReadFiling, *, product: str) -> Rows:
    """The rows of one filing by table: of one that could not be read, its state alone."""
    document = sha256(filing.body).hexdigest() if filing.body else None
    found: dict[str, list[list[Cell]]] = {LINES.name: [], NOTES.name: [], FILINGS.name: []}
    for one in read.sets:
        of: _Known = {
            "product": product,
            "number": filing.number,
            "member": one.member,
            "company_number": filing.company_number,
        }
        about = _about(filing, one) | {"document": document}
        found[FILINGS.name].append(_row(FILINGS, of | about))
        found[LINES.name].extend(_row(LINES, of | line) for line in _lines(one))
        found[NOTES.name].extend(_row(NOTES, of | note) for note in _notes(one))
    return found


def _row(table: Table, known: _Known) -> list[Cell]:
    """The cells of a row in the order of its table's columns; what is not known is None."""
    values = (known.get(name) for name in table.columns)
    return [value.isoformat() if isinstance(value, date) else value for value in values]


def _about(filing: Filing, read: ReadFiling) -> _Known:
    about = read.about
    return {
        "name": filing.name,
        "made_up_to": filing.made_up_to,
        "state": read.state,
        "why": read.state_why,
        "is_a_parents": read.is_a_parents,
        "entity_number": about.entity_number,
        "entity_name": about.entity_name,
        "period_start": about.period.start if about.period is not None else None,
        "period_end": about.period.end if about.period is not None else None,
        "kind": about.kind,
        "standard": about.standard,
        "lease_basis": about.lease_basis,
        "is_consolidated": about.is_consolidated,
        "is_audited": about.is_audited,
        "is_dormant": about.is_dormant,
        "is_amended": about.is_amended,
        "software": about.software,
        "facts": len(read.tagged.facts) if read.tagged is not None else None,
    }


def _lines(read: ReadFiling) -> Iterator[_Known]:
    for figure in read.figures:
        yield _line(figure, is_comparative=False)
    for figure in read.comparatives:
        yield _line(figure, is_comparative=True)


def _line(figure: Figure, *, is_comparative: bool) -> _Known:
    return {
        "scope": figure.scope,
        "measure": figure.measure,
        "period_start": figure.period.start,
        "period_end": figure.period.end,
        "is_comparative": is_comparative,
        "value": str(figure.value),
        "pounds": float(figure.value),
        "read": figure.read,
        "confidence": figure.confidence,
        "fragment": figure.fragment,
        "shown": figure.shown,
    }


def _notes(read: ReadFiling) -> Iterator[_Known]:
    for note in read.notes:
        yield {
            "kind": "note",
            "scope": note.scope,
            "measure": note.measure,
            "words": note.words,
            "fragment": note.fragments[0] if note.fragments else None,
        }
    for gap in read.missing:
        yield {
            "kind": "gap",
            "scope": gap.scope,
            "measure": gap.measure,
            "words": gap.gap,
            "fragment": gap.fragment,
        }
    for said in read.said:
        yield {"kind": said.matter, "words": said.sentence, "fragment": said.fragment}
    for claim in read.claims:
        yield {"kind": f"s.{claim.section}", "words": claim.sentence, "fragment": claim.fragment}
