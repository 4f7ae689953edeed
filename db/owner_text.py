"""Registration numbers that people wrote into the name of an organisation."""

import re

from db.company_numbers import normalise

_NUMBER = re.compile(r"(?<![A-Za-z0-9])([A-Z]{2}\d{6}|\d{7,8})(?![A-Za-z0-9])")
_CALLED_COMPANY = re.compile(
    r"comp(any)?\.?\s*(n(o|umber)\.?)\W*$|\bco\.?\s*n(o|umber)\W*$", re.IGNORECASE
)
_CHARITY = re.compile(r"1[0-2]\d{5}")
"""Seven-digit charity numbers run from 1000000 to 12xxxxx (Charity Commission register)."""


def company_number(owner: str | None) -> str | None:
    """The company number in an owner's text, as the register has it; None when it holds none.

    Seven digits are a company number whose leading zero a spreadsheet dropped, unless they
    look like a charity's and nothing calls them a company number.
    """
    numbers = (normalise(m[1]) for m in _NUMBER.finditer(owner or "") if not _is_charity(m))
    return next((number for number in numbers if number is not None), None)


def charity_number(owner: str | None) -> str | None:
    """The charity number in an owner's text, seven digits; None when it holds none."""
    return next((m[1] for m in _NUMBER.finditer(owner or "") if _is_charity(m)), None)


def without_numbers(owner: str) -> str:
    """The owner's text without the numbers and the words that introduce them."""
    bare = re.sub(
        r"\W*\b(?:(?:company|comp\.?|co\.?|charity)?\s*(?:number|no\.?)|company|charity)?\W*"
        rf"(?-i:{_NUMBER.pattern})\W*",
        " ",
        owner,
        flags=re.IGNORECASE,
    )
    return bare.strip()


def _is_charity(found: re.Match[str]) -> bool:
    before = found.string[: found.start()]
    return bool(_CHARITY.fullmatch(found[1])) and not _CALLED_COMPANY.search(before)
