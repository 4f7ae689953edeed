"""A review of the queue by somebody who knows a rehearsal's truth."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.world.bodies import Body, Form
from oversight.decisions import Decision, Decisions, Verdict
from oversight.market import Market
from oversight.matching import OwnerKind
from oversight.organisations import Organisation
from oversight.review_queue import review_rows, waiting
from tests.bench.matched_world import MatchedWorld

REVIEWED = 200
"""How many owners of the queue a reviewer looks at (issue: the goal after review)."""
_OTHERS = {
    Form.COUNCIL: OwnerKind.COUNCIL,
    Form.HEALTH: OwnerKind.HEALTH,
    Form.CHARITY: OwnerKind.CHARITY,
    Form.SOLE_TRADER: OwnerKind.PERSON,
    Form.PARTNERSHIP: OwnerKind.PERSON,
}
_NAMELESS = {OwnerKind.PERSON: "person", OwnerKind.NONE_FOUND: "none"}


def kind_of_owner(body: Body | None) -> OwnerKind:
    """What an owner really is; nobody to be found where settings of one text have several."""
    if body is None:
        return OwnerKind.NONE_FOUND
    return _OTHERS.get(body.form, OwnerKind.COMPANY)


def owners_that_wait(market: Market) -> list[Organisation]:
    """In the order of the queue's first question about each."""
    of_name = {one.name: one for one in market.organisations}
    names = dict.fromkeys(row.owner_text for row in waiting(review_rows(market)))
    return [of_name[name] for name in names]


def review(of: MatchedWorld, market: Market) -> Decisions:
    """What is answered of the first that wait; by settings, where a text has several owners."""
    asked = owners_that_wait(market)[:REVIEWED]
    return Decisions.of(one for owner in asked for one in _answers(of, market, owner))


def _answers(of: MatchedWorld, market: Market, owner: Organisation) -> Iterator[Decision]:
    true = of.owners(owner, market.day)
    bodies = list(dict.fromkeys(true.values()))
    for body in bodies:
        urns = [urn for urn, one in true.items() if one == body] if len(bodies) > 1 else []
        yield _answer(owner, body, urns)


def _answer(owner: Organisation, body: Body | None, urns: Iterable[str]) -> Decision:
    subject = _NAMELESS.get(kind_of_owner(body))
    if subject is None and body is not None:
        subject = f"company:{body.number}" if body.number else body.key
    return Decision(
        owner_text=owner.texts[0],
        subject=subject or "none",
        verdict=Verdict.SAME,
        urns=frozenset(urns),
        decided_by="the bench",
        decided_at=datetime.combine(TODAY, time(12), tzinfo=UTC),
        reason="The rehearsal's truth says so.",
    )
