"""Ask every rule about one market."""

from collections.abc import Iterable

from oversight.finding import Finding
from oversight.market import Market
from oversight.rule import Rule


def evaluate(market: Market, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Findings in rule order, then subject order, so that two evaluations can be compared."""
    return tuple(
        finding
        for rule in rules
        for finding in sorted(rule.check(market), key=lambda found: found.subject)
    )
