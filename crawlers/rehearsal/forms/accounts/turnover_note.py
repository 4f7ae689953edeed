"""The note on turnover, which one vendor's software splits by segment and others do not."""

from crawlers.rehearsal.forms.accounts.lines import Line, columns, table, tagged
from crawlers.rehearsal.forms.accounts.notes import Note, said
from crawlers.rehearsal.forms.accounts.printed import Block, Part, Row, Table, Weight
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.world.books import Books, Vendor

_GEOGRAPHY = "core:GeographicSegmentsDimension"
_OPERATIONS = "core:OperatingSegmentsDimension"
_FIRST = ((_OPERATIONS, "core:ReportableOperatingSegment1"),)
_SECOND = ((_OPERATIONS, "core:ReportableOperatingSegment2"),)


def turnover_note(told: Told) -> Note | None:
    """Where turnover comes from; None where there is none."""
    if not any(books.income.turnover for books in told.books[told.head][:2]):
        return None
    return Note(key="turnover", title="Turnover", blocks=_blocks(told))


def _blocks(told: Told) -> tuple[Block, ...]:
    if told.accounts.vendor is Vendor.IRIS:
        is_by_place = told.random("segments").random() < 0.5  # noqa: PLR2004 - as often as not
        return (_by_place(told),) if is_by_place else (_by_kind(told),)
    line = Line(
        label="Fees for care, accommodation and support",
        of=lambda books: books.income.turnover,
        concept="core:RevenueFromRenderingServices",
    )
    return (_table(told, line), *said("All turnover arose in the United Kingdom."))


def _by_place(told: Told) -> Table:
    """Everything in one country, with a total that only a segment's total member carries."""
    total = "core:TotalGeographicSegmentsIncludingAnyUnallocatedAmount"
    return _table(
        told,
        Line(
            label="United Kingdom",
            of=lambda books: books.income.turnover,
            concept="core:TurnoverRevenue",
            members=((_GEOGRAPHY, "core:UnitedKingdom"),),
        ),
        Line(
            label="",
            of=lambda books: books.income.turnover,
            concept="core:TurnoverRevenue",
            members=((_GEOGRAPHY, total),),
            weight=Weight.TOTAL,
        ),
    )


def _by_kind(told: Told) -> Table:
    """Two kinds of work, whose sum is printed and not tagged."""
    fees = told.random("segment share").uniform(0.88, 0.98)

    def placements(books: Books) -> int:
        return round(books.income.turnover * fees)

    found = _table(
        told,
        Line(
            label="Placement fees",
            of=placements,
            concept="core:TurnoverRevenue",
            members=_FIRST,
        ),
        Line(
            label="Outreach and other services",
            of=lambda books: books.income.turnover - placements(books),
            concept="core:TurnoverRevenue",
            members=_SECOND,
        ),
        Line(
            label="",
            of=lambda books: books.income.turnover,
            weight=Weight.TOTAL,
        ),
    )
    first, second, total = found.rows
    rows = (_named(told, first, _FIRST), _named(told, second, _SECOND), total)
    return Table(headings=found.headings, rows=rows)


def _named(told: Told, row: Row, members: tuple[tuple[str, str], ...]) -> Row:
    text = "".join(one for one in row.label if isinstance(one, str))
    label = (tagged(text, "core:NameIndividualSegment", members, told=told),)
    return Row(label=label, cells=row.cells)


def _table(told: Told, *lines: Line) -> Table:
    return table(told, lines, columns(told, told.head), Part.INCOME_NOTE)
