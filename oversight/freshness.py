"""What is held lately enough not to be asked for again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crawlers.source import Source
from db import ledger
from db.absence import absent
from oversight.installation import Installation
from oversight.refused import LONG_DAYS, hopeless


@dataclass(frozen=True, kw_only=True)
class Freshness:
    """When each address was last fetched, and for how long that is good."""

    today: date
    good_for_days: Mapping[str, int]
    fetched_on: Mapping[tuple[str, str], date]
    """By source and address."""
    absent: frozenset[tuple[str, str]] = frozenset()
    """Where a publisher said lately that there is nothing."""
    hopeless: frozenset[tuple[str, str]] = frozenset()
    """Of what never changes at its address, what nobody can read: see `oversight.refused`."""

    @classmethod
    def of(
        cls, place: Installation, sources: Sequence[Source], *, also: Collection[int] = ()
    ) -> "Freshness":
        """As the store has it, with what open runs named in `also` have fetched."""
        good_for = {source.key: source.good_for_days for source in sources}
        return cls(
            today=place.now.date(),
            good_for_days=good_for,
            fetched_on={
                (source, url): fetched_at.date()
                for source, url, fetched_at in ledger.last_fetched(
                    place.engine, good_for.keys(), also=also
                )
            },
            absent=frozenset(
                (source, url)
                for source, url, asked_at in absent(place.engine, good_for.keys())
                if place.now - asked_at < timedelta(days=LONG_DAYS)
            ),
            hopeless=hopeless(place, sources),
        )

    def is_held(self, source: str, url: str) -> bool:
        """Whether an address was ever fetched."""
        return (source, url) in self.fetched_on

    def is_wanted(
        self, source: str, url: str, is_final: bool, good_for_days: int | None = None
    ) -> bool:
        """Whether a document is to be asked for: never held, or too long ago.

        Too long is what its source says, unless told.
        """
        last = self.fetched_on.get((source, url))
        if last is None:
            if (source, url) in self.absent:
                return False
            return not is_final or (source, url) not in self.hopeless
        days = self.good_for_days[source] if good_for_days is None else good_for_days
        return not is_final and last + timedelta(days=days) <= self.today
