"""Questions about whoever stands above a body, where no register here and no accounts tell it.

Asked about are heads of groups with settings: those on no register here that no accounts call an
ultimate parent, which has none above it; and those above whom accounts name a parent that is
possible alone. Who is above any other body is never asked, and may be decided all the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from db.records import Setting
from oversight.decided_parents import body_of, is_against_the_register
from oversight.decisions import PARENT, Decision, Kind, Verdict
from oversight.finding import Evidence
from oversight.holders import is_company
from oversight.market import Market
from oversight.provider_groups import ProviderGroup
from oversight.review_row import ReviewRow

ENDS_ABROAD = "no register here and no accounts tell who is above this body"
MAY_BE_ABOVE = "accounts name a parent above this body that is not certain"
AGAINST = "the control register says otherwise than was decided"
_COMPANY = f"{Kind.COMPANY}:"


class _About(NamedTuple):
    """What is known of a body whose parent is asked about."""

    settings: Sequence[Setting]
    evidence: tuple[Evidence, ...]


def parent_rows(market: Market) -> Iterator[ReviewRow]:
    """Yield each open question about a parent, and each decision in force about one."""
    decided = [one for one in market.decisions.in_force if one.parent_of is not None]
    answered = {(one.parent_of, one.subject) for one in decided if one.holds_on(market.day)}
    left_open = {
        one.parent_of
        for one in decided
        if one.holds_on(market.day) and one.verdict is not Verdict.NOT_THE_SAME
    }
    known = {body_of(one.head): one for one in market.groups}
    for body, group in known.items():
        if body not in left_open:
            for row in _asked(market, body, group):
                if (body, row.candidate) not in answered:
                    yield row
    for one in decided:
        head = market.graph.heads.get((one.parent_of or "").removeprefix(_COMPANY), "")
        yield _answered(market, one, known.get(body_of(head)))


def _asked(market: Market, body: str, group: ProviderGroup) -> Iterator[ReviewRow]:
    """The questions about one head: one for each parent that it may have, else one without any."""
    above = [one for one in market.graph.told if one.subsidiary == group.head]
    about = _About(group.settings, _evidence(market, group))
    for one in above:
        yield _row(market, body, about, body_of(one.parent), MAY_BE_ABOVE)
    if not above and not is_company(group.head) and group.head not in _ultimate(market):
        yield _row(market, body, about, None, ENDS_ABROAD)


def _ultimate(market: Market) -> set[str]:
    """Undertakings that accounts certainly name as ultimate parent: none is above them."""
    return {one.node for one in market.named_parents.meant.values() if one.certain}


def _evidence(market: Market, group: ProviderGroup) -> tuple[Evidence, ...]:
    """By what the head stands above those directly below it, and what is said of who is above."""
    graph, words = market.graph, market.chain_words
    below = sorted(graph.certain.succ[group.head])
    said = [one for each in below for one in words.evidence(graph.link(group.head, each))]
    return tuple(dict.fromkeys((*group.above.evidence, *said)))


def _row(
    market: Market, body: str, about: _About, candidate: str | None, method: str | None
) -> ReviewRow:
    places = [one.places for one in about.settings if one.places is not None]
    node = (candidate or "").removeprefix(_COMPANY)
    return ReviewRow(
        owner_text=PARENT + body,
        settings=len(about.settings),
        places=sum(places) if places else None,
        candidate=candidate,
        candidate_name=market.undertaking_names.get(node),
        method=method,
        evidence=about.evidence,
        waits=True,
    )


def _answered(market: Market, one: Decision, group: ProviderGroup | None) -> ReviewRow:
    """A decision about a parent; with the group of the day in which the body stands."""
    body = one.parent_of or ""
    is_against = one.holds_on(market.day) and is_against_the_register(market.graph, one)
    about = _About((), ()) if group is None else _About(group.settings, _evidence(market, group))
    is_open = one.verdict is Verdict.UNDECIDED or one in market.decisions.reopened
    row = _row(market, body, about, one.subject, AGAINST if is_against else None)
    return replace(row, owner_text=one.owner_text, decision=one, waits=is_open or is_against)
