"""Lines that are held of filed accounts beside the books behind them: compared, wrong, missed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from crawlers.rehearsal.forms.accounts.composition import report
from crawlers.rehearsal.forms.accounts.told import told
from crawlers.rehearsal.world.books import Accounts, Medium
from crawlers.rehearsal.world.world import World
from db.records import FiledAccounts, StatementLine
from db.snapshot import Snapshot
from tests.accounts_shown.lines import Lines, Place, shown_lines
from tests.end_to_end.beside import MOST_SHOWN

MOST_LINES = 40
"""Lines that are kept of a filing: the year reported comes first, then the one before."""
UNKNOWN = "of no filing that was asked for"

Form = tuple[str, str]
"""The publisher's type of accounts, and whose software wrote them, or `picture`."""


@dataclass(kw_only=True)
class Tally:
    """How many lines of one kind of document were compared, and what was amiss."""

    documents: int = 0
    compared: int = 0
    """Lines that the pages show; of dashes, those that were read as nothing."""
    wrong: int = 0
    """Held with another value or period, or held and not shown."""
    missed: int = 0
    """Shown and not held, though the filing has fewer lines than are kept."""
    left_out: int = 0
    """Shown and not kept, as the filing says itself."""
    amiss: list[str] = field(default_factory=list[str])
    """The first of the wrong and missed ones."""

    def tell(self, words: str) -> None:
        """Keep an example, of the first few."""
        if len(self.amiss) < MOST_SHOWN:
            self.amiss.append(words)


@dataclass(frozen=True, kw_only=True)
class _Held:
    """What is held of one document."""

    lines: Mapping[Place, StatementLine]
    left_out: int

    @property
    def of_the_year(self) -> int:
        return sum(place.year == 0 for place in self.lines)


def lines_beside_the_books(
    snapshot: Snapshot, world: World, filings: Iterable[Accounts]
) -> dict[Form, Tally]:
    """Every line held of these filings beside the books, by type of accounts and software."""
    lines: defaultdict[str, list[StatementLine]] = defaultdict(list)
    for line in snapshot.every(StatementLine):
        lines[line.document_id].append(line)
    left_out = {one.document_id: one.lines_left_out for one in snapshot.every(FiledAccounts)}
    tallies: defaultdict[Form, Tally] = defaultdict(Tally)
    for one in filings:
        held = _held(lines.pop(one.document_id, ()), left_out.get(one.document_id, 0))
        _compare(tallies[_form(one)], world, one, held)
    for document, others in lines.items():
        tallies[UNKNOWN, ""].wrong += len(others)
        tallies[UNKNOWN, ""].tell(document)
    return dict(sorted(tallies.items()))


def table(tallies: Mapping[Form, Tally]) -> Iterator[str]:
    """A line for each kind of document, and one for all."""
    numbers = ("documents", "compared", "wrong", "missed", "left_out")
    yield f"{'':48}" + "".join(f"{name:>11}" for name in numbers)
    whole = Tally()
    for (kind, software), one in tallies.items():
        counts = [int(getattr(one, name)) for name in numbers]
        for name, count in zip(numbers, counts, strict=True):
            setattr(whole, name, getattr(whole, name) + count)
        yield f"{f'{kind}, {software}':48}" + "".join(f"{count:>11,}" for count in counts)
    yield f"{'all':48}" + "".join(f"{getattr(whole, name):>11,}" for name in numbers)


def _form(accounts: Accounts) -> Form:
    return accounts.kind, "picture" if accounts.vendor is None else accounts.vendor.value


def _held(lines: Iterable[StatementLine], left_out: int) -> _Held:
    return _Held(
        lines={
            Place(scope=one.scope, measure=one.measure, year=int(one.is_comparative)): one
            for one in lines
        },
        left_out=left_out,
    )


def _compare(tally: Tally, world: World, accounts: Accounts, held: _Held) -> None:
    """Count one document; of a picture nothing is held, as a crawl recognises none."""
    tally.documents += 1
    shown: Lines = {}
    years: tuple[tuple[date, date], ...] = ()
    if accounts.medium is Medium.TAGGED:
        tells = told(world, accounts)
        shown, years = shown_lines(tells, report(tells)), tells.years
    tally.compared += sum(bool(one.pounds) or place in held.lines for place, one in shown.items())
    for place, line in held.lines.items():
        if place in shown:
            is_right = shown[place].is_said_by(line.amount) and _is_of(line, years[place.year])
        else:
            is_right = line.amount == 0  # a dash where other companies of the form have a figure
        if not is_right:
            tally.wrong += 1
            tally.tell(f"{accounts.document_id}: {place}: {line.amount}, not {shown.get(place)}")
    _count_what_is_not_held(tally, accounts, shown, held)


def _is_of(line: StatementLine, year: tuple[date, date]) -> bool:
    """Whether a line is of a period, or of its last day."""
    return line.period_end == year[1] and line.period_start in {None, year[0]}


def _count_what_is_not_held(tally: Tally, accounts: Accounts, shown: Lines, held: _Held) -> None:
    """Count lines that are missed or left out; a dash that nobody reads is neither."""
    absent = [place for place, one in shown.items() if one.pounds and place not in held.lines]
    may_be_left_out = [
        place for place in absent if place.year == 1 or held.of_the_year >= MOST_LINES
    ]
    left_out = min(len(may_be_left_out), held.left_out)
    tally.left_out += left_out
    tally.missed += len(absent) - left_out
    if len(absent) > left_out:
        tally.tell(f"{accounts.document_id}: not held: {absent[0]}")
