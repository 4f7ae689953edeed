"""What waits for a person: owners that no safe method decides, those with the most places first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from oversight.matching.owner_match import OwnerMatch
from oversight.organisations import Organisation


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One owner that a person is to look at."""

    organisation: Organisation
    match: OwnerMatch
    places: int
    """Registered places of its settings; those of which none are published count as none."""


def review_queue(
    organisations: Iterable[Organisation], matches: Mapping[str, OwnerMatch]
) -> tuple[Waiting, ...]:
    """The owners that wait, by places, then settings, then name: the first matter most."""
    waiting = (
        Waiting(organisation=one, match=matches[one.key], places=places(one))
        for one in organisations
        if matches[one.key].needs_review
    )
    return tuple(sorted(waiting, key=_first_the_largest))


def places(organisation: Organisation) -> int:
    """Registered places of an owner's settings, as far as they are published."""
    return sum(setting.places or 0 for setting in organisation.settings)


def _first_the_largest(one: Waiting) -> tuple[int, int, str]:
    return -one.places, -len(one.organisation.settings), one.organisation.key
