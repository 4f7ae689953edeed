"""An organisation's name as people write it: the same name however written, and numbers in it."""

import re
import unicodedata
from functools import cache

from db.company_numbers import normalise

_NUMBER = re.compile(r"(?<![A-Za-z0-9])([A-Z]{2}\d{6}|\d{7,8})(?![A-Za-z0-9])")
_CALLED_COMPANY = re.compile(
    r"comp(any)?\.?\s*(n(o|umber)\.?)\W*$|\bco\.?\s*n(o|umber)\W*$", re.IGNORECASE
)
_CALLED_CHARITY = re.compile(
    r"\bcharit(y|able)(\W+(commission|registration|registered|reg))*\W*(n(o|umber)?\b)?\W*$",
    re.IGNORECASE,
)
_CHARITY = re.compile(r"1[0-2]\d{5}")
"""Seven-digit charity numbers run from 1000000 to 12xxxxx (Charity Commission register)."""
LEGAL_SUFFIXES = r"LIMITED|LTD|LLP|PLC|CIC|COMMUNITY INTEREST COMPANY"


@cache
def owner_key(text: str) -> str:
    """An owner's text without case, punctuation, numbers of registration and legal suffix.

    A dot between digits still parts them: "3.13" is not "313". Letters and figures of any shape
    are those that they stand for: "ª" is "a", "½" is "1 2", "ß" is "ss" and "™" is "tm".

    >>> owner_key("Homes & Hearths (U.K.) Ltd. 01234567")
    'homes and hearths uk'
    """
    folded = unicodedata.normalize("NFKD", without_numbers(text))
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    plain = folded.casefold().upper().replace("&", " AND ")
    plain = re.sub(r"(?<!\d)\.|\.(?!\d)|['\N{RIGHT SINGLE QUOTATION MARK}]", "", plain)
    plain = re.sub(r"[^A-Z0-9]+", " ", plain)
    bare = re.sub(rf"\b({LEGAL_SUFFIXES})\b", " ", plain)
    if not bare.strip():
        bare = " ".join(re.findall(r"\d+", text)) or plain
    return " ".join(bare.split()).lower()


def company_number(owner: str | None) -> str | None:
    """The company number in an owner's text, as the register has it; None when it holds none.

    Seven digits are a company number whose leading zero a spreadsheet dropped, unless they
    look like a charity's and nothing calls them a company number. A number that is called a
    charity's is never a company's: Scottish ones look like those of Scottish companies.
    """
    numbers = (normalise(m[1]) for m in _NUMBER.finditer(owner or "") if not _is_charity(m))
    return next((number for number in numbers if number is not None), None)


def charity_number(owner: str | None) -> str | None:
    """The charity number in an owner's text, seven digits; None when it holds none."""
    found = (m[1] for m in _NUMBER.finditer(owner or "") if _is_charity(m))
    return next((number for number in found if re.fullmatch(r"[0-9]{7}", number)), None)


def names_a_charity(owner: str | None) -> bool:
    """True when an owner's text holds a charity's number, a Scottish one too: SC and six digits."""
    return any(_is_charity(found) for found in _NUMBER.finditer(owner or ""))


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
    if _CALLED_CHARITY.search(before):
        return True
    return bool(_CHARITY.fullmatch(found[1])) and not _CALLED_COMPANY.search(before)
