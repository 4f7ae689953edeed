"""Tags that state a line of accounts, and what they state of it: value, rank, or why not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crawlers.accounts.fact import Fact, Tagged
from crawlers.accounts.figure import Period
from crawlers.accounts.tags.concepts import Concept, Members
from crawlers.accounts.tags.whose import beside_scope
from db.records.accounts_words import Measure

CURRENCY = "GBP"
"""The one currency that figures are given in; nothing is converted."""
MOST = Decimal(10) ** 13
"""Pounds: no company has ten thousand billion. What is beyond is a mistake of scale."""

_RESTATED = ("RestatementsFirstTimeAdoptionDimension", "RestatedAmount")
_TOTALS = frozenset(
    {
        ("GeographicSegmentsDimension", "TotalGeographicSegmentsIncludingAnyUnallocatedAmount"),
        (
            "OperatingSegmentsDimension",
            "TotalReportableOperatingSegmentsIncludingAnyUnallocatedAmount",
        ),
    }
)
"""Members that mean all segments together: as good as no segment, where nothing better stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One tag that states a line."""

    fact: Fact
    concept: Concept
    value: Decimal
    """As the line is signed: costs positive."""
    rank: tuple[int, bool, bool]
    """Which of several to take, least first: the first concept, a plain tag before one of all
    segments, what was filed before what was restated."""
    note: str
    """What a person should know of it; empty for nothing."""


def hits(tagged: Tagged, measure: Measure, rows: Sequence[Concept]) -> Iterator[Hit]:
    """Yield every tag that states a line of accounts with a number, whosever and of whenever."""
    for concept in rows:
        named = tagged.by_name.get(concept.name)
        if named is None:  # as for most concepts, in most documents
            continue
        facts = [
            fact for fact in named if fact.family is concept.family and fact.part == concept.part
        ]
        # Collected once: a document may hold thousands of tags of one concept.
        in_parts = {
            _of(fact) for fact in facts if concept.unless and beside_scope(fact) in concept.unless
        }
        for fact in facts:
            beside = beside_scope(fact)
            plain = beside - _TOTALS - {_RESTATED}
            if plain in concept.needs and not (in_parts and _of(fact) in in_parts):
                yield from _hit(fact, concept, measure, beside - plain)


def refusal(fact: Fact, measure: Measure) -> str | None:
    """Why the number of a tag cannot be a figure: its unit, or its size; None where it can."""
    unit = (fact.unit or "").upper()
    if measure is Measure.EMPLOYEES:
        if unit != "PURE":
            return f"a number of employees in {fact.unit or 'no unit'}"
    elif unit != CURRENCY:
        return f"an amount in {fact.unit or 'no unit'}, and not in pounds"
    if isinstance(fact.value, Decimal) and abs(fact.value) > MOST:
        return "more than any company has"
    return None


def _hit(fact: Fact, concept: Concept, measure: Measure, beside: Members) -> Iterator[Hit]:
    if not isinstance(fact.value, Decimal):
        return
    is_reversed = measure.is_a_cost and fact.value < 0
    is_restated, is_by_total = _RESTATED in beside, bool(beside & _TOTALS)
    notes = (
        concept.note,
        "sign reversed: tagged negative, and costs are positive" * is_reversed,
        "as restated" * is_restated,
        "the total of all segments" * is_by_total,
    )
    yield Hit(
        fact=fact,
        concept=concept,
        value=abs(fact.value) if is_reversed else fact.value,
        rank=(concept.order, is_by_total, is_restated),
        note="; ".join(filter(None, notes)),
    )


def _of(fact: Fact) -> tuple[Period | None, Members]:
    """Of when and whose a tag is: one concept may be told in several parts of the same."""
    return fact.period, frozenset(fact.dimensions) - beside_scope(fact)
