"""What a weekly refresh asks of Companies House, beside asking for everything; and its planning.

The promises, for 6,000 companies of which 2% change in a week: no more than 1.3 requests a
company, audit and due days included, where asking for everything takes 7 (a profile and six that
it links to); the plan's own estimate within 5% of what is sent; and the plan made from a store
with 100,000 filings in less than 2 s. The weeks are played: nothing is fetched. Nobody files
before a due day has passed, the worst case, and 3% of companies are in trouble.
"""

import sys
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.measuring import asked, promise, say, seconds, step

REQUESTS_A_COMPANY = 1.3
ESTIMATED_WITHIN = 5.0
PLANNED_WITHIN_S = 2.0


def main(arguments: list[str]) -> int:
    """Play a year of weeks, then plan from a store; exit 1 when a promise is missed."""
    options = asked(arguments)
    played = step("play_refreshes", "0.02", "7")
    say(f"{played['companies']:,} companies refreshed weekly for a year; 2% change in a week")
    _told(played)
    daily = step("play_refreshes", "0.02", "1")
    say("the same, crawled every day, so that troubled companies are looked at daily")
    _told(daily)
    with TemporaryDirectory() as folder:
        made = step("make_companies_store", folder)
        say(f"a store of {made['companies']:,} companies with {made['filings']:,} filings")
        plans = [step("plan_refresh", folder) for _ in range(options.repeats)]
    planned = seconds("planned from the store", [one["plan_s"] for one in plans])
    say(f"  {'peak memory':<28} {max(one['peak_mb'] for one in plans):6.0f} MB")
    kept = (
        promise("requests a company", played["most"], REQUESTS_A_COMPANY, "requests"),
        promise("estimate", played["worst_estimate"], ESTIMATED_WITHIN, "% off"),
        promise("plan", planned, PLANNED_WITHIN_S, "s"),
    )
    return 0 if all(kept) else 1


def _told(played: dict[str, Any]) -> None:
    say(f"  {'plain full crawl':<28} {played['full']:6.2f} requests a company and week")
    say(f"  {'the plan':<28} {played['mean']:6.2f} on average, {played['most']:.2f} at most")
    say(f"  {'its estimate':<28} {played['worst_estimate']:6.2f} % off at most, in one crawl")
    for why, requests in played["by_reason"].items():
        say(f"    {why:<30} {requests:6.3f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
