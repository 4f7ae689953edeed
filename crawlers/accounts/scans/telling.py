"""The figures of a scanned statement: read twice, held beside each other and beside their sums."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from crawlers.accounts.figure import Figure
from crawlers.accounts.line import Line
from crawlers.accounts.printed import statements
from crawlers.accounts.printed.statements import Printed
from crawlers.accounts.said import About
from crawlers.accounts.scans.heads import without_notes
from crawlers.accounts.scans.labels import with_labels_whole
from crawlers.accounts.scans.settling import Claimed, settle
from db.records.accounts_words import HowRead, Measure, Scope

_FAINT = 0.01
_WELL_KNOWN = 0.95
"""The statement's reader is as sure of the line as it ever is."""
_Place = tuple[Scope, Measure, date, int]
"""A line of one period's end, and the page that it stands on."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """What the two readings say of one place; one of them may say nothing."""

    fine: Figure | None
    quick: Figure | None

    @property
    def best(self) -> Figure:
        """The finer reading's, where there is one."""
        figure = self.fine or self.quick
        assert figure is not None
        return figure


def figures(
    lines: Sequence[Line],
    second: Sequence[Line],
    *,
    own_text: frozenset[int],
    about: About,
) -> Printed:
    """The figures of all pages, with a confidence for each value and notes on those put right.

    `lines` are the better reading of every page, `second` the other of the pages read twice,
    `own_text` the pages whose text is the document's own: figures there are PRINTED.
    """
    again = _rows(_swapped(lines, second))
    fine = statements.figures(_rows(lines), about, read=HowRead.SCANNED)
    quick = statements.figures(again, about, read=HowRead.SCANNED)
    sure = {(line.fragment, cell.text): cell.sure for line in lines for cell in line.cells}
    # A page that was read once has no other reading: its own lines would agree with themselves.
    twice = {line.page for line in second}
    pairs = _pairs(fine.figures, [one for one in quick.figures if _page(one) in twice])
    own = [pair.best for place, pair in pairs.items() if place[-1] in own_text]
    seen = {place: pair for place, pair in pairs.items() if place[-1] not in own_text}
    return replace(
        fine,
        figures=(*(replace(one, read=HowRead.PRINTED) for one in own), *_settled(seen, sure)),
        has_group=fine.has_group or quick.has_group,
    )


def _rows(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines as the reader of statements takes them: labels and values, and nothing else."""
    return with_labels_whole(without_notes(lines))


def _swapped(lines: Sequence[Line], second: Sequence[Line]) -> list[Line]:
    """The whole document with the other reading of the pages that were read twice."""
    again: dict[int | None, list[Line]] = {}
    for line in second:
        again.setdefault(line.page, []).append(line)
    swapped: list[Line] = []
    for line in lines:
        if line.page not in again:
            swapped.append(line)
        elif again[line.page]:
            swapped += again[line.page]
            again[line.page] = []
    return swapped


def _pairs(fine: Sequence[Figure], quick: Sequence[Figure]) -> dict[_Place, _Pair]:
    first, other = _by_place(fine), _by_place(quick)
    return {place: _Pair(first.get(place), other.get(place)) for place in {**first, **other}}


def _by_place(figures: Sequence[Figure]) -> dict[_Place, Figure]:
    """The likeliest figure of each place: the first where several are as likely."""
    found: dict[_Place, Figure] = {}
    for one in sorted(figures, key=lambda figure: -figure.confidence):
        found.setdefault((one.scope, one.measure, one.period.end, _page(one)), one)
    return found


def _page(figure: Figure) -> int:
    """`page=12&row=3` is 12; 0 where no page is named."""
    first = figure.fragment.split("&")[0]
    return int(first.removeprefix("page=")) if first.startswith("page=") else 0


def _settled(
    pairs: Mapping[_Place, _Pair], sure: Mapping[tuple[str, str], float]
) -> Iterator[Figure]:
    """Every figure with its confidence; of each line, the likeliest place enters the sums."""
    claimed = {place: _claimed(pair, sure) for place, pair in pairs.items()}
    groups: dict[tuple[Scope, date], dict[Measure, _Place]] = {}
    for place in sorted(pairs, key=lambda place: -pairs[place].best.confidence):
        scope, measure, end, _ = place
        groups.setdefault((scope, end), {}).setdefault(measure, place)
    for chosen in groups.values():
        settle({measure: claimed[place] for measure, place in chosen.items()})
    for place, pair in pairs.items():
        yield _told(pair, claimed[place], _known(pair.best, sure))


def _known(figure: Figure, sure: Mapping[tuple[str, str], float]) -> float:
    """0 to 1: how surely it is this line of this scope and period, its letters apart."""
    letters = sure.get((figure.fragment, figure.shown), 1.0)
    known = min(figure.confidence / max(letters, _FAINT), 1.0)
    return 1.0 if known >= _WELL_KNOWN else known


def _claimed(pair: _Pair, sure: Mapping[tuple[str, str], float]) -> Claimed:
    given = [one for one in (pair.fine, pair.quick) if one is not None]
    values = list(dict.fromkeys(one.value for one in given))
    return Claimed(
        values=values,
        is_agreed=len(given) > 1 and len(values) == 1,
        sure=sure.get((pair.best.fragment, pair.best.shown), 1.0),
        unit=10 ** max(pair.best.precision or 0, 0),
    )


def _told(pair: _Pair, line: Claimed, known: float) -> Figure:
    """The figure as it was settled, with a note where it is not what was recognised."""
    value = line.values[0]
    source = pair.best
    if pair.quick is not None and pair.quick.value == value and source.value != value:
        source = pair.quick
    note = "" if line.was is None else f"recognised as {_shown(line.was)}; {_shown(value)} adds up"
    return replace(
        source,
        value=value,
        confidence=round(line.confidence * known, 3),
        fragment=pair.best.fragment if pair.fine else source.fragment.split("&")[0],
        note="; ".join(filter(None, (source.note, note))),
    )


def _shown(value: Decimal) -> str:
    return f"{value:,}"
