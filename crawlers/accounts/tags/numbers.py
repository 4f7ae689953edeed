"""A number from the text inside a tag: every numeric format of the transformation registries."""

import re
from decimal import Context, Decimal

DOT = frozenset(
    {
        "numcommadot",
        "numspacedot",
        "numdotdecimal",
        "numdotdecimalin",
        "numdotdecimalapos",
    }
)
"""Formats with a dot before the decimals; names lower-case, without hyphens."""
COMMA = frozenset(
    {"numdotcomma", "numspacecomma", "numcomma", "numcommadecimal", "numcommadecimalapos"}
)
"""Formats with a comma before the decimals."""
UNITS = frozenset({"numunitdecimal", "numunitdecimalin", "numunitdecimalapos"})
"""Formats with words after the whole and after the hundredths: `5 pounds 20 pence`."""
DASH = frozenset({"numdash", "zerodash"})
"""Formats of a dash for nothing."""
ZERO = frozenset({"fixedzero"})
"""Formats that are nought whatever is shown."""
INDIAN = frozenset({"numdotdecimalin", "numunitdecimalin"})
"""Formats that group lakhs and crores: digits in twos."""
NUMERIC = DOT | COMMA | UNITS | DASH | ZERO

MOST_DIGITS = 60
"""More than any sum has; beyond it a text is no number but an attack or an accident."""
MOST_SCALE = 30
"""The powers of ten that `scale` may say, up or down."""

_EXACT = Context(prec=MOST_DIGITS + MOST_SCALE + 10)
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
"""Every dash that is printed for nothing, or before a number for minus."""
_BETWEEN = " '`\u00b4\u2019\u2032\u00a0\u2009\u202f"
"""What stands between thousands beside comma or dot: spaces and apostrophes of all kinds."""
_S = f"[,{_BETWEEN}]?"
_WITH_DOT = re.compile(rf"\d{{1,3}}(?:{_S}\d{{3}})*(?:\.\d+)?|\.\d+", re.ASCII)
_WITH_COMMA = re.compile(rf"\d{{1,3}}(?:[.{_BETWEEN}]?\d{{3}})*(?:,\d+)?|,\d+", re.ASCII)
_LAKHS = re.compile(rf"\d{{1,3}}(?:(?:{_S}\d{{2}})*{_S}\d{{3}})?(?:\.\d+)?", re.ASCII)
_WORD = r"[^\W\d]+\.?"
_BY_WORDS = re.compile(rf"(\d[\d,{_BETWEEN}]*?)\s*{_WORD}\s*(\d{{1,2}})\s*(?:{_WORD})?")
_BRACKETED = re.compile(r"\(\s*(.*?)\s*\)")
_NO_COMMAS = str.maketrans("", "", f",{_BETWEEN}")
_NO_DOTS = str.maketrans({",": ".", ".": None} | dict.fromkeys(_BETWEEN))


class NotANumberError(ValueError):
    """A text is no number in the format that its tag names; the message says why."""


def number(text: str, form: str, *, scale: str | None = None, is_negative: bool = False) -> Decimal:
    """The number that a text states in a format, scale and sign applied, exactly.

    `form` is the format's local name in lower case without hyphens; empty for none, which allows
    what XML allows and thousands in threes. Brackets and a minus inside the tag make a number
    negative once, with the sign that the tag states; brackets without that sign say two things,
    and raise. So do unknown formats, an empty text, groups that are none, and more than 60 digits.
    """
    stated = text.strip()
    value = _magnitude(stated, form, is_negative=is_negative)
    return value if scale is None or scale == "0" or not value else _scaled(value, scale)


def _magnitude(stated: str, form: str, *, is_negative: bool) -> Decimal:
    if form in DOT or not form:
        plain = stated.replace(",", "") if _WITH_DOT.fullmatch(stated) else ""
        # Nearly every number of every document: nothing but digits and commas in their places.
        if plain.isdecimal() and len(plain) <= MOST_DIGITS:
            value = Decimal(plain)
            return value.copy_negate() if is_negative and value else value
    if form in ZERO or form in DASH:
        return _nothing(stated, form)
    bare, is_negative = _unsigned(stated, is_negative=is_negative)
    if bare in _DASHES:
        return Decimal(0)
    value = Decimal(_digits(bare, form))
    return value.copy_negate() if is_negative and value else value


def _nothing(stated: str, form: str) -> Decimal:
    """Nought, unless the page shows another number there."""
    if any(letter.isdecimal() and letter != "0" for letter in stated):
        raise NotANumberError(f"format {form} is for nothing, and {stated[:40]!r} is shown")
    return Decimal(0)


def _unsigned(stated: str, *, is_negative: bool) -> tuple[str, bool]:
    """The text without brackets, minus and pound sign, and whether the number is negative."""
    bracketed = _BRACKETED.fullmatch(stated)
    if bracketed is not None:
        if not is_negative:
            raise NotANumberError(f"{stated[:40]!r} has brackets in its tag, and no sign")
        stated = bracketed[1]
    stated = stated.removeprefix("£").lstrip()
    if len(stated) > 1 and stated[0] in _DASHES:
        return stated[1:].lstrip().removeprefix("£"), True
    return stated, is_negative


def _digits(bare: str, form: str) -> str:
    """What `Decimal` reads; raises where the text is not of the format."""
    if len(bare) > 2 * MOST_DIGITS:
        raise NotANumberError(f"a text of {len(bare):,} letters is no number")
    if form in UNITS:
        return _from_words(bare, form)
    if form in COMMA:
        shape, digits = _WITH_COMMA, bare.translate(_NO_DOTS)
    elif form in DOT or not form:
        shape, digits = _LAKHS if form in INDIAN else _WITH_DOT, bare.translate(_NO_COMMAS)
    else:
        raise NotANumberError(f"format {form!r} is not known")
    if len(digits) > MOST_DIGITS or shape.fullmatch(bare) is None:
        raise NotANumberError(f"{bare[:40]!r} is no number{f' of format {form}' * bool(form)}")
    return digits


def _from_words(bare: str, form: str) -> str:
    """Pounds and pence, or whatever the words are: at most two digits after the first word."""
    found = _BY_WORDS.fullmatch(bare)
    if found is None or not bare.isascii():
        raise NotANumberError(f"{bare[:40]!r} has no whole and hundredths with their words")
    return f"{_digits(found[1], 'numdotdecimalin' if form in INDIAN else '')}.{found[2]:0>2}"


def _scaled(value: Decimal, scale: str) -> Decimal:
    """The number times ten to the scale; raises where the scale is none, or beyond sense."""
    try:
        power = int(scale)
    except ValueError:
        raise NotANumberError(f"scale {scale[:20]!r} is no whole number") from None
    if abs(power) > MOST_SCALE:
        raise NotANumberError(f"scale {power} is beyond any sum")
    if power < 0:
        return value.scaleb(power, _EXACT)
    return _EXACT.multiply(value, Decimal(10**power))
