"""A review of the queue by somebody who knows a rehearsal's truth."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from itertools import chain

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.forms.accounts.relations import country
from crawlers.rehearsal.truth.groups import TrueGroups
from crawlers.rehearsal.world.bodies import Body, Form
from oversight.decisions import PARENT, Decision, Decisions, Verdict
from oversight.holders import by_name, is_company, name_of
from oversight.market import Market
from oversight.matching import OwnerKind
from oversight.namesakes import plain
from oversight.organisations import Organisation
from oversight.review_queue import review_rows, waiting
from tests.bench.matched_world import MatchedWorld

REVIEWED = 200
"""How many questions of the queue a reviewer looks at: the goal is of the first 200."""
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
    return [of_name[name] for name in _texts(market) if name in of_name]


def parents_that_wait(market: Market) -> list[str]:
    """The bodies of which the queue asks who is above them, as subjects, in its order."""
    return [one.removeprefix(PARENT) for one in _texts(market) if one.startswith(PARENT)]


def review(of: MatchedWorld, market: Market) -> Decisions:
    """What is answered of the first that wait, and of what is asked after that, each once.

    Of an owner by settings, where a text has several owners.
    """
    asked: dict[str, list[Decision]] = {}
    after = market
    while new := [one for one in _texts(after) if one not in asked][: REVIEWED - len(asked)]:
        of_name = {one.name: one for one in after.organisations}
        for text in new:
            owner = of_name.get(text)
            answers = _of_parent(of, after, text) if owner is None else _answers(of, after, owner)
            asked[text] = list(answers)
        after = of.market(market.day, Decisions.of(chain.from_iterable(asked.values())))
    return after.decisions


def _texts(market: Market) -> list[str]:
    """Whom the queue asks about, each once."""
    return list(dict.fromkeys(row.owner_text for row in waiting(review_rows(market))))


def _of_parent(of: MatchedWorld, market: Market, text: str) -> Iterator[Decision]:
    """Who really is above a body; nothing where its name is no one body's."""
    node = text.removeprefix(PARENT).removeprefix("company:")
    true, day = TrueGroups(world=of.world), market.day
    bodies = [one for one in of.world.bodies if one.key == node or _is_called(one, node, day)]
    if len(bodies) == 1:
        above = true.parent(bodies[0].key, day)
        subject = "none" if above is None else _as_subject(of.world.body[above], day)
        yield _decision(text, subject)


def _is_called(body: Body, node: str, day: date) -> bool:
    return not is_company(node) and plain(body.name_on(day)) == name_of(node)


def _as_subject(body: Body, day: date) -> str:
    if body.number:
        return f"company:{body.number}"
    return by_name(body.name_on(day), country(body))


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
    return _decision(owner.texts[0], subject or "none", urns)


def _decision(text: str, subject: str, urns: Iterable[str] = ()) -> Decision:
    return Decision(
        owner_text=text,
        subject=subject,
        verdict=Verdict.SAME,
        urns=frozenset(urns),
        decided_by="the bench",
        decided_at=datetime.combine(TODAY, time(12), tzinfo=UTC),
        reason="The rehearsal's truth says so.",
    )
