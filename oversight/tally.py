"""How many requests a crawl sends, beside how many were expected."""

from dataclasses import dataclass, field

from crawlers.due.cost import long


@dataclass(kw_only=True)
class Tally:
    """What one crawl was expected to ask, as far as that was known, and what it asked."""

    expected: int = 0
    """Requests, the rules of each host left out."""
    expected_s: float = 0.0
    """How long these take at the hosts' pace, one host after the other."""
    not_known: list[str] = field(default_factory=list[str])
    """Sources of which nothing was known before."""
    sent: int = 0
    seconds: float = 0.0

    def expect(self, requests: int, seconds: float) -> None:
        """Add what a part of the crawl is expected to ask."""
        self.expected += requests
        self.expected_s += seconds

    def before(self, most: int | None) -> str:
        """What is expected in all of what has been planned so far, and where it will be stopped."""
        said = f"requests in all: {self._expected()}"
        if self.expected:
            said += f", {long(self.expected_s)}"
        if most is not None and (most < self.expected or self.not_known):
            said += f"; --most stops it after {most:,}"
        return said

    def after(self) -> str:
        """What was sent, beside what was expected."""
        return f"sent {self.sent:,} requests, {self._expected()}, in {long(self.seconds)}"

    def _expected(self) -> str:
        unknown = f"not known of {', '.join(self.not_known)}"
        if not self.not_known:
            return f"{self.expected:,} expected"
        return f"{self.expected:,} expected ({unknown})" if self.expected else unknown
