"""Records beside what the truth says was published: every column that is not listed as left out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.world import World
from db.records import Record
from tests.end_to_end.left_out import DATED_WHEN_FETCHED, OF_SOME, left_out

Row = Mapping[str, object]
"""One record's columns by name."""
Values = tuple[object, ...]
"""The same in the order of the columns."""
MOST_SHOWN = 5
FETCHED = "a day on which it was crawled"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is to be known of the truth: what was public on the last of some days of crawling."""

    world: World
    crawled: tuple[date, ...]
    """The days on which everything was crawled, oldest first."""
    watched: frozenset[str]
    """Companies of which everything is asked."""

    @property
    def today(self) -> date:
        """The day of the last crawl."""
        return self.crawled[-1]

    @property
    def bodies(self) -> Iterator[Body]:
        """The companies of which everything is asked."""
        return (self.world.body[number] for number in sorted(self.watched))


Published = Callable[[Asked], Iterator[Row]]
"""What was published of one kind of record."""


def compared(kind: type[Record]) -> tuple[str, ...]:
    """The columns of a kind that are held beside the truth: all that are not left out."""
    return tuple(name for name in kind.model_fields if name not in left_out(kind))


def differences(
    kind: type[Record], records: Iterable[Record], true: Iterable[Row], asked: Asked
) -> list[str]:
    """The first rows that are held and were not published, and the other way round; none if none.

    Raises AssertionError where the truth has other columns than are to be compared.
    """
    columns = compared(kind)
    values = attrgetter(*columns)
    marked = _marked(kind, columns, asked)
    held_rows = Counter(marked(values(one)) for one in records)
    true_rows = Counter(marked(_stated(kind, columns, one)) for one in true)
    return [
        *_shown("held", columns, held_rows - true_rows),
        *_shown("published", columns, true_rows - held_rows),
    ]


def _stated(kind: type[Record], columns: tuple[str, ...], row: Row) -> Values:
    wrong = row.keys() ^ {*columns}
    assert not wrong, f"{kind.__name__}: {sorted(wrong)} are neither compared nor listed, or both"
    return tuple(row[name] for name in columns)


def _marked(
    kind: type[Record], columns: tuple[str, ...], asked: Asked
) -> Callable[[Values], Values]:
    """Give what puts a word in place of what is not compared of a row."""
    fetched, some = DATED_WHEN_FETCHED.get(kind, ()), OF_SOME.get(kind, {})
    if not fetched and not some:
        return lambda values: values

    def marked(values: Values) -> Values:
        row = dict(zip(columns, values, strict=True))
        left_out = {name: one.why for name, one in some.items() if one.which(row)}
        crawled = {name: FETCHED for name in fetched if row[name] in asked.crawled}
        return tuple({**row, **left_out, **crawled}.values())

    return marked


def _shown(what: str, columns: tuple[str, ...], rows: Counter[Values]) -> Iterator[str]:
    for row in sorted(rows, key=repr)[:MOST_SHOWN]:
        said = {name: value for name, value in zip(columns, row, strict=True) if value is not None}
        yield f"{what} alone, one of {rows.total()}: {said}"
