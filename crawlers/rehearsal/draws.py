"""The seeded draws from which everything ordinary in an invented market is made.

Names join a rare bird or plant to a landscape word, so that they read as names and are nobody's.
Registration numbers begin with 9, which the publisher has not reached; so do company numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import TypeVar

from crawlers.rehearsal.councils import Council
from crawlers.rehearsal.market import Organisation

T = TypeVar("T")

_FIRST = [
    "Avocet",
    "Brambling",
    "Corncrake",
    "Dotterel",
    "Dunlin",
    "Fieldfare",
    "Garganey",
    "Goosander",
    "Knapweed",
    "Lapwing",
    "Merganser",
    "Phalarope",
    "Pochard",
    "Ptarmigan",
    "Quillwort",
    "Redstart",
    "Sanderling",
    "Siskin",
    "Spikenard",
    "Stonechat",
    "Teasel",
    "Tormentil",
    "Turnstone",
    "Twite",
    "Wheatear",
    "Whimbrel",
    "Whinchat",
    "Yaffle",
    "Yarrow",
]
_LAST = ["beck", "combe", "garth", "holt", "mere", "rigg", "shaw", "slade", "thwaite", "wick"]
_STREETS = ["Alder", "Larch", "Linden", "Poplar", "Rowan", "Spindle", "Sycamore", "Willow"]
_SC_UNTIL = date(2015, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Draws:
    """One seeded source of days, names and numbers; each name and number is drawn once."""

    random: Random
    names: Iterator[str]
    plain_urns: Iterator[int]
    sc_urns: Iterator[int]
    company_numbers: Iterator[int]

    def day(self, first: date, last: date) -> date:
        """A day between two, both included."""
        return first + timedelta(days=self.random.randint(0, (last - first).days))

    def one(self, of: Sequence[T]) -> T:
        """One of several, each as likely."""
        return self.random.choice(of)

    def mixed(self, of: Sequence[T]) -> list[T]:
        """The same in another order."""
        return self.random.sample(of, len(of))

    def urn(self, registered_on: date) -> str:
        """An unused registration number; those of before 2015 begin with SC."""
        if registered_on < _SC_UNTIL:
            return f"SC{next(self.sc_urns)}"
        return str(next(self.plain_urns))

    def organisation(self, *endings: str) -> Organisation:
        """A new owner whose name ends in one of these."""
        name = f"{next(self.names)} {self.one(endings)}"
        return Organisation(name=name, company_number=str(next(self.company_numbers)))

    def address(self, council: Council) -> tuple[str, str, str, str, str]:
        """An address in a council's chief town, with a postcode that no letter reaches."""
        house = f"{self.random.randint(1, 90)} {self.one(_STREETS)} Walk"
        postcode = f"ZZ99 {self.random.randint(1, 9)}ZZ"
        return (house, self.one(["", " ", "Mill Quarter  "]), council.town, "", postcode)


def seeded(seed: int) -> Draws:
    """The draws of one seed: the same seed gives the same market."""
    random = Random(seed)  # noqa: S311 - an invented market needs repeatable numbers, not secrets
    names = [first + last for first in _FIRST for last in _LAST]
    random.shuffle(names)
    return Draws(
        random=random,
        names=iter(names),
        plain_urns=count(9_100_001),
        sc_urns=count(910_001),
        company_numbers=count(99_000_001),
    )
