"""What belongs in the end to whom, as one plain sentence."""

from math import ceil, floor

from oversight.bands import Low
from oversight.effective import EffectiveShare
from oversight.holders import OTHER
from oversight.links import Call
from oversight.share_parts import NOTHING, High

FINEST = 1e4
"""Parts of the whole that are told: hundredths of a hundredth."""


def effective_words(share: EffectiveShare, call: Call) -> str:
    """What part of a company belongs in the end to an owner, in one sentence without a full stop.

    Ends are rounded outwards, so that no more is said than is known. Whoever is no undertaking is
    not named.

    >>> half = EffectiveShare(owner="A", company="C", low=Low(0.375, True), high=High(0.75, True))
    >>> effective_words(half, str)
    'more than 37.5% and less than 75% of C belongs in the end to A, by published shares'
    """
    company, owner = call(share.company), _owner(share.owner, call)
    part = _part(share.low, share.high)
    if part is None:
        return (
            f"what part of {company} belongs in the end to {owner} is not published: any, or none"
        )
    return f"{part} of {company} belongs in the end to {owner}, by published shares"


def _owner(owner: str, call: Call) -> str:
    return "a person, trust or public body" if owner.startswith(OTHER) else call(owner)


def _part(low: Low, high: High) -> str | None:
    """A share between two ends as people say it; None where the ends are nothing and the whole."""
    if high.share - low.share <= NOTHING:
        return _percent(round(low.share * FINEST))
    lower = _percent(floor((low.share + NOTHING) * FINEST))
    upper = _percent(ceil((high.share - NOTHING) * FINEST))
    least = f"more than {lower}" if low.is_open else f"at least {lower}"
    most = f"less than {upper}" if high.is_open else f"at most {upper}"
    if high.share > 1 - NOTHING and not high.is_open:
        return least if low.share > 0 or low.is_open else None
    return f"{least} and {most}" if low.share > 0 or low.is_open else most


def _percent(parts: int) -> str:
    return f"{parts / 100:g}%"
