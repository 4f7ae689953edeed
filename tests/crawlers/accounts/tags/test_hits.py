"""How much work it is to find the tags of a line, counted, in a document that repeats itself."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from crawlers.accounts.fact import Fact, Family, Tagged, by_name
from crawlers.accounts.figure import Period
from crawlers.accounts.tags.concepts import Concept
from crawlers.accounts.tags.hits import hits
from db.records.accounts_words import Measure
from tests.crawlers.accounts.tags.selected import AFTER, BEFORE, WITHIN, YEAR

CREDITORS = Concept(
    family=Family.FRC,
    part="core",
    name="Creditors",
    measure=Measure.OWED_TO_GROUP,
    order=1,
    needs=(frozenset({WITHIN}),),
    unless=(frozenset({AFTER}),),
    note="",
)


class Counted(tuple[tuple[str, str], ...]):
    """Dimensions that count how often any of them is gone through."""

    __slots__ = ()
    times = 0

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Go through them, and count it."""
        Counted.times += 1
        return super().__iter__()


def repeated(count: int, dimension: tuple[str, str], period: Period) -> list[Fact]:
    return [
        Fact(
            family=Family.FRC,
            part="core",
            name="Creditors",
            dimensions=Counted([dimension]),
            period=period,
            unit="GBP",
            value=Decimal(number),
            fragment=f"tag={number}",
        )
        for number in range(count)
    ]


def work(count: int) -> int:
    """How often dimensions are gone through in a document of so many tags of either term."""
    facts = (*repeated(count, WITHIN, YEAR), *repeated(count, AFTER, BEFORE))
    document = Tagged(facts=facts, entity=None, by_name=by_name(facts))
    Counted.times = 0

    found = sum(1 for _ in hits(document, Measure.OWED_TO_GROUP, [CREDITORS]))

    assert found == count
    return Counted.times


@pytest.mark.parametrize("times", [2, 10])
def test_so_many_times_the_tags_are_so_many_times_the_work(times: int) -> None:
    assert work(50 * times) == times * work(50)
