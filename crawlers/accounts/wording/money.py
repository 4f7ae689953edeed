"""Sums of pounds in a sentence."""

import re

_SUM = re.compile(
    r"£\s?(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>million|m\b|bn\b|billion|k\b|'?000\b)?",
    re.IGNORECASE,
)
_NIL = re.compile(r"£\s?nil\b", re.IGNORECASE)
_ASIDE = re.compile(r"[(\[][^()\[\]]*\b(?:19|20)\d\d\b[^()\[\]]*[)\]]")
_TIMES = {
    None: 1,
    "k": 1_000,
    "'000": 1_000,
    "000": 1_000,
    "m": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}


def amount_gbp(sentence: str) -> int | None:
    """The one sum that the sentence states for its own year, in whole pounds.

    A comparative in brackets with its year (`(2019: £7,381)`) is set aside. `£nil` is 0. None
    where it states none, or several.
    """
    own = _ASIDE.sub(" ", sentence)
    sums = [_pounds(found) for found in _SUM.finditer(own)] + [0 for _ in _NIL.finditer(own)]
    return sums[0] if len(sums) == 1 else None


def _pounds(found: re.Match[str]) -> int:
    unit = found["unit"]
    times = _TIMES[unit.lower() if unit else None]
    return round(float(found["number"].replace(",", "")) * times)
