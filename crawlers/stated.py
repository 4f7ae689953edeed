"""What a host states of its patience in the headers of an answer; what cannot be read is not there.

Pure. Headers come by their names in small letters.
"""

from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

LONGEST_S = 900.0
"""A host that asks for more patience than this is asked again then, and given up like any other."""
EPOCH_S = 1_000_000_000
"""Below this a moment is no second of the epoch of our days: it is how many are left."""


def left(headers: Mapping[str, str]) -> int | None:
    """How many requests are left of the budget; None where that is not stated."""
    return _whole(headers.get("x-ratelimit-remain", headers.get("x-ratelimit-remaining")))


def window_s(headers: Mapping[str, str]) -> float | None:
    """Seconds until the budget's window ends, 0 to `LONGEST_S`; None where that is not stated.

    It is the difference of two moments that the host itself states, since its clock and ours may
    differ, and one second more, as both are whole.
    """
    ends = _whole(headers.get("x-ratelimit-reset"))
    if ends is None:
        return None
    if ends < EPOCH_S:
        return _capped(ends + 1)
    now = _moment(headers.get("date"))
    return None if now is None else _capped(max(ends - now, 0) + 1)


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Seconds after which to ask again, 0 to `LONGEST_S`; None where that is not stated.

    It is stated in seconds, or as a moment of the host's own clock (RFC 9110 10.2.3).
    """
    stated = headers.get("retry-after")
    seconds = _whole(stated)
    if seconds is not None:
        return _capped(seconds)
    then, now = _moment(stated), _moment(headers.get("date"))
    return None if then is None or now is None else _capped(then - now)


def _capped(seconds: float) -> float:
    return min(max(seconds, 0.0), LONGEST_S)


def _whole(stated: str | None) -> int | None:
    """A whole number of at most twelve digits: more is no count of anything here."""
    said = (stated or "").strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 12 else None  # noqa: PLR2004


def _moment(stated: str | None) -> float | None:
    """Seconds of the epoch of an HTTP date."""
    try:
        found = parsedate_to_datetime(stated or "")
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
