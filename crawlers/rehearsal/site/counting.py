"""How often each publisher has answered what."""

from collections import Counter, defaultdict


class Counts:
    """Answers begun, by publisher and status."""

    def __init__(self) -> None:
        """Begin with none."""
        self._counts: dict[str, Counter[int]] = defaultdict(Counter)

    def add(self, publisher: str, status: int) -> None:
        """Count one."""
        self._counts[publisher][status] += 1

    def by_publisher(self) -> dict[str, dict[str, int]]:
        """`{"companies_house_api": {"200": 12, "429": 1}}`, in the order of first answers."""
        return {
            publisher: {str(status): count for status, count in sorted(counts.items())}
            for publisher, counts in self._counts.items()
        }
