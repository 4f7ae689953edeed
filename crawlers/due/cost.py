"""What a plan costs: requests, time at the budget, and the lines printed before it runs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crawlers.due.planning import Plan, Why
from crawlers.politeness import BY_HOST, Politeness, politeness

HOST = "companies_house_api"
"""Where every resource of a company is asked for."""
NEXT_UNIT_FROM = 120
"""How many seconds are told in minutes, and how many minutes in hours."""


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What a plan is expected to cost at one host."""

    host: str
    requests: int
    seconds: float
    """How long these take at the host's pace: in life, not in a rehearsal's shortened time."""


def requests_and_time(plan: Plan, budgets: Mapping[str, Politeness] = BY_HOST) -> Cost:
    """How many requests a plan is expected to send, and in how many seconds at the budget."""
    requests = round(plan.expected_requests)
    return Cost(host=HOST, requests=requests, seconds=requests * politeness(HOST, budgets).apart_s)


def lines(plan: Plan, budgets: Mapping[str, Politeness] = BY_HOST) -> tuple[str, ...]:
    """The plan in words: requests and time, what is asked and why, what is skipped and why."""
    return tuple(_lines(plan, budgets))


def _lines(plan: Plan, budgets: Mapping[str, Politeness]) -> Iterator[str]:
    cost = requests_and_time(plan, budgets)
    yield (
        f"{cost.requests:,} requests to {cost.host}: {_long(cost.seconds)}"
        f" at {_pace(politeness(cost.host, budgets))}"
    )
    asked = Counter(ask.why for ask in plan.asks)
    for why in Why:
        if asked[why]:
            yield f"  {asked[why]:,} {why}"
    if round(plan.expected_follow_ups):
        yield f"  {round(plan.expected_follow_ups):,} expected to follow from what these say"
    for why_not, skipped in plan.skipped.items():
        yield f"  skipped {skipped:,}: {why_not}"
    everything = round(plan.full_crawl)
    yield f"  companies: {plan.companies:,}; everything of each: {everything:,} requests"


def _pace(asked: Politeness) -> str:
    budget = asked.budget
    if budget is None:
        return f"one every {asked.every_s:g} s"
    return f"{budget.requests:,} per {_long(budget.window_s)}"


def _long(seconds: float) -> str:
    """A length of time as people say it: seconds up to two minutes, minutes up to two hours."""
    if seconds < NEXT_UNIT_FROM:
        return f"{round(seconds)} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < NEXT_UNIT_FROM else f"{minutes // 60} h {minutes % 60} min"
