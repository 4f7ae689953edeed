"""What a plan costs: requests, time at the budget, and the lines printed before it runs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crawlers.companies_house.asking import API, DOCUMENT_API
from crawlers.due.expecting import ASSUMED_FROM
from crawlers.due.planning import Plan, Why
from crawlers.politeness import BY_HOST, Politeness, politeness

HOST, STORE = API, "companies_house_documents_store"
"""Where every resource of a company is asked for, and where its documents lie."""
NEXT_UNIT_FROM = 120
"""How many seconds are told in minutes, and how many minutes in hours."""


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What a plan is expected to cost at one host."""

    host: str
    requests: int
    seconds: float
    """How long these take at the host's pace: in life, not in a rehearsal's shortened time."""


def costs(plan: Plan, budgets: Mapping[str, Politeness] = BY_HOST) -> tuple[Cost, ...]:
    """How many requests a plan is expected to send to each host, and in how many seconds there.

    The hosts are asked side by side. What is known of a document, and its bytes, are one request
    each; for the bytes the host sends whoever asks on to another.
    """
    documents = plan.expected_documents
    requests = {HOST: plan.expected_requests}
    if documents is not None:
        requests[DOCUMENT_API] = documents * (2 if plan.with_contents else 1)
    if documents is not None and plan.with_contents:
        requests[STORE] = documents
    return tuple(
        Cost(host=host, requests=round(n), seconds=round(n) * politeness(host, budgets).apart_s)
        for host, n in requests.items()
    )


def lines(plan: Plan, budgets: Mapping[str, Politeness] = BY_HOST) -> tuple[str, ...]:
    """The plan in words: requests and time, what is asked and why, what is skipped and why."""
    return tuple(_lines(plan, budgets))


def _lines(plan: Plan, budgets: Mapping[str, Politeness]) -> Iterator[str]:
    first, *others = (_line(cost, budgets) for cost in costs(plan, budgets))
    yield first
    asked = Counter(ask.why for ask in plan.asks)
    for why in Why:
        if asked[why]:
            yield f"  {asked[why]:,} {why}"
    if round(plan.expected_follow_ups):
        yield f"  {round(plan.expected_follow_ups):,} expected to follow from what these say"
    if plan.new_companies:
        yield f"  a guess: each of {plan.new_companies:,} new companies leads to {_led_to(plan)}"
    for why_not, skipped in plan.skipped.items():
        yield f"  skipped {skipped:,}: {why_not}"
    everything = round(plan.full_crawl)
    yield f"  companies: {plan.companies:,}; everything of each: {everything:,} requests"
    yield from others


def _led_to(plan: Plan) -> str:
    basis = plan.basis
    documents = f" and {basis.documents:.1f} documents" * (plan.expected_documents is not None)
    why = f"as the {basis.held:,} held did on average" if basis.held else ASSUMED_FROM
    return f"{basis.registers:.1f} requests{documents}, {why}"


def _line(cost: Cost, budgets: Mapping[str, Politeness]) -> str:
    manner = politeness(cost.host, budgets)
    said = f"{cost.requests:,} requests to {cost.host}"
    if not manner.apart_s:
        return f"{said}: as it answers, {manner.concurrency} at once"
    return f"{said}: {long(cost.seconds)} at {_pace(manner)}"


def _pace(asked: Politeness) -> str:
    budget = asked.budget
    if budget is None:
        return f"one every {asked.every_s:g} s"
    return f"{budget.requests:,} per {long(budget.window_s)}"


def long(seconds: float) -> str:
    """A length of time as people say it: seconds up to two minutes, minutes up to two hours."""
    if seconds < NEXT_UNIT_FROM:
        return f"{round(seconds)} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < NEXT_UNIT_FROM else f"{minutes // 60} h {minutes % 60} min"
