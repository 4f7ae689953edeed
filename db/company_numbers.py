"""Companies House numbers as people write them, brought to the eight characters of the register."""

import re
from typing import Annotated

from pydantic import StringConstraints

_DIGITS = r"[0-9]{8}"
_LETTERS_AND_DIGITS = (
    r"(?:AC|BR|CE|CS|EN|ES|FC|FE|GE|GN|GS|IP|LP|NA|NC|NF|NI|NL|NO|NP|NR|NZ|OC|OE|R0|RC|RS|SA|SC|SE"
    r"|SF|SG|SI|SL|SO|SP|SR|SZ|ZC)[0-9]{6}"
)
_LETTER_AT_THE_END = (
    r"(?:AC|EN|ES|FC|FE|GE|GN|GS|IP|LP|NA|NC|NF|NI|NL|NP|NZ|OC|R0|SA|SC|SE|SF|SG|SL|SO|SP|SZ|ZC"
    r"|[0-9]{2})[0-9]{5}[CR]|(?:NI|SL)[0-9]{5}A"
)
_SOCIETY = r"(?:RS|SO)[0-9]{3}(?:[0-9]{2}[WSRCZF]|[0-9](?:FI|RS|SA|IP|US|EN|AS)|CUS)"
_PARTNERSHIP = r"OC(?:[0-9P]{5}[CWERTB]|[0-9P]{4}(?:OC|CU))"
PATTERN = rf"^(?:{_DIGITS}|{_LETTERS_AND_DIGITS}|{_LETTER_AT_THE_END}|{_SOCIETY}|{_PARTNERSHIP})$"
"""Every form of number known: eight digits, or a prefix for a kind of body or a part of the
kingdom. OE are registered overseas entities, BR their branches, CE and CS charities, IP, SP and
NP societies, OC, SO and NC limited liability partnerships."""

CompanyNumber = Annotated[str, StringConstraints(pattern=PATTERN)]
"""Companies House number: eight characters, leading zeros kept."""

_NUMBER = re.compile(PATTERN)
_LABEL = re.compile(
    r"^(?:(?:UK|COMPANY|REGISTERED|REGISTRATION|REG\.?|CRN)\s*)*(?:(?:NUMBER|NO\b\.?|CRN)\s*)?[:.#]?"
)
_NOTHING = {"", "na", "none", "nil", "notapplicable", "notknown", "unknown", "tbc", "null"}
_SHORT = re.compile(r"^([A-Z]{2}|R0|)([0-9]+)([CR]?)$")
_UNITED_KINGDOM = re.compile(
    r"\b(?:united kingdom|great britain|uk|u k|gb|gbr|england|wales|scotland"
    r"|(?:northern|north|n) ?ireland)\b|^(?:e w|e and w|ew|ni)$"
)
_ELSEWHERE = re.compile(
    r"\bnew (?:south wales|england)\b|\b(?:jersey|guernsey|alderney|sark|channel islands"
    r"|isle of man|gibraltar|bermuda|cayman|virgin islands|bvi|anguilla|montserrat|st helena"
    r"|turks and caicos|falkland islands)\b"
)
"""Places outside the kingdom whose names hold one of its own, or which people add it to."""
_REGISTRAR = re.compile(
    r"(?:the )?(?:companies house|registrar of companies|registrar of companies house"
    r"|register of companies|company register|companies register)(?: (?:register|registry))?"
    r"(?: (?:crown way )?(?:cardiff|edinburgh|belfast|london))?|cardiff|edinburgh|belfast"
)
_NATIONALITY = re.compile(r"british|english|scottish|welsh")
"""Whose a body is, which is no country: a British body may be registered in Jersey."""


def normalise(text: str | None) -> str | None:
    """The eight-character number that a text means; None when it means none.

    Drops spaces and labels such as "No.", and pads digits with zeros on the left. Nine characters,
    a prefix that nobody has, "n/a" and noughts alone are no numbers.
    """
    written = "".join(_LABEL.sub("", (text or "").strip().upper(), count=1).split())
    short = _SHORT.match(written)
    if short is not None:
        prefix, digits, letter = short.groups()
        if not digits.strip("0"):
            return None
        written = prefix + digits.zfill(8 - len(prefix) - len(letter)) + letter
    return written if _NUMBER.fullmatch(written) else None


def of_a_holder(text: str | None, country: str | None, place: str | None) -> str | None:
    """The number by which a holder stands on this register; None when it says that it does not.

    `country` and `place` are what the entry says of where the holder is registered.
    """
    return normalise(text) if reads_as_united_kingdom(country, place) else None


def says_nothing(text: str | None) -> bool:
    """True for what people write where they have no number: blank, "n/a", "none", "-", noughts."""
    return re.sub(r"[^a-z1-9]+", "", (text or "").casefold()) in _NOTHING


def reads_as_united_kingdom(country: str | None, place: str | None) -> bool:
    """True when a holder says that it is registered in the United Kingdom.

    Both are free text. The country decides where one is given; otherwise the place, which may
    name the registrar alone. People write the registrar, or "British", for the country: then the
    place decides, if it says anything. With neither, nothing says so. A place outside the kingdom
    in either is outside it, even with "UK" after it: "Jersey, England".
    """
    country, place = _plain(country), _plain(place)
    if _ELSEWHERE.search(country) or _ELSEWHERE.search(place):
        return False
    if _is_no_country(country):
        return _is_united_kingdom(place or country)
    return _UNITED_KINGDOM.search(country) is not None


def _is_no_country(said: str) -> bool:
    return not said or bool(_REGISTRAR.fullmatch(said) or _NATIONALITY.fullmatch(said))


def _is_united_kingdom(said: str) -> bool:
    """True when a text names the kingdom, a part of it, its registrar or its people."""
    return bool(said) and (_is_no_country(said) or _UNITED_KINGDOM.search(said) is not None)


def _plain(text: str | None) -> str:
    """Words alone, in small letters, one space between them."""
    return " ".join(re.sub(r"[^a-z]+", " ", (text or "").replace(".", "").casefold()).split())


def is_invented(number: str) -> bool:
    """True for a number whose digits begin with 99, which no register here has reached.

    The newest companies of England and Wales are at 16 million, of Scotland at 860,000, of
    Northern Ireland at 730,000: a rehearsal numbers its companies from 99 on.

    >>> is_invented("99000123"), is_invented("SC990012"), is_invented("06244880")
    (True, True, False)
    """
    return number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").startswith("99")
