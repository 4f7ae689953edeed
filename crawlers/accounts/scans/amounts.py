# ruff: noqa: RUF001 - a recogniser writes whichever of the strokes and quotes it fancies
"""Amounts as a recogniser spells them, put back into the spelling of a printer."""

import re

_DASHES = frozenset("-–—−~_")
_DOUBTFUL = 0.4
"""How far a spelling is trusted that had to be put right: an identity must prove the value."""
_AMOUNT = re.compile(r"[(\[{|]?[-–—−]?[£$€]?\d{1,3}(?:,\d{3})*(?:\.\d\d?)?[)\]}|]?")
_LIKE_AMOUNT = re.compile(
    r"[(\[{|<]?\d[\dOoIlSB|]{0,2}(?:\s?[.,;]\s?[\dOoIlSB|]{3})+[)\]}|!;:.,>]?"
)
_THOUSANDS = re.compile(r"[£EfF&]?[’'‘\"*.7“”]?[0Oo]{3}[s.,]?|[£EfF]1000|[£EfF]\s?[’'‘]\s?000")
_LETTERS = str.maketrans("OoIl|SB", "0011158")
_OPENING = "([{<"
_CLOSING = ")]}>"


def is_dash(text: str) -> bool:
    """True for what stands for nil in a column of values: `-`, `–`, `—`."""
    return 1 <= len(text) <= 2 and all(letter in _DASHES for letter in text)  # noqa: PLR2004


def is_amount(text: str) -> bool:
    """True for a number of money, brackets and all: `12`, `(1,234)`, `£45,852`, or for a nil."""
    return is_dash(text) or bool(_AMOUNT.fullmatch(text) or _LIKE_AMOUNT.fullmatch(text))


def clean(text: str) -> tuple[str, float]:
    """The text of a cell as the printer set it, and how far the mending is to be trusted, 0 to 1.

    `{1,234)` is `(1,234)`, `1.234.567` is `1,234,567`, `£'000` is `£000`. A round bracket that
    stands alone is given its other half and any other is left out, but then the number is
    doubtful: a stroke beside a number is read as a bracket as well.
    """
    if is_dash(text):
        return "-", 1.0
    if _THOUSANDS.fullmatch(text):
        return "£000", 1.0
    if _LIKE_AMOUNT.fullmatch(text) or _AMOUNT.fullmatch(text):
        return _amount(text)
    return text, 1.0


def _amount(text: str) -> tuple[str, float]:
    opens, closes = text[0] in _OPENING, text[-1] in _CLOSING
    inner = text.strip("()[]{}|<>!;:.,").replace(" ", "")
    digits = inner.translate(_LETTERS)
    groups = re.split(r"[.,;]", digits)
    is_whole = len(groups) > 1 and all(len(group) == 3 for group in groups[1:])  # noqa: PLR2004
    mended = ",".join(groups) if is_whole else digits
    # A 5 is read as a dollar: where it is one, its column says so, and doubt does no harm.
    doubt = 1.0 if mended == inner and "$" not in text else _DOUBTFUL
    if opens != closes:
        is_round = text[0] == "(" or text[-1] == ")"
        return (f"({mended})" if is_round else mended), _DOUBTFUL
    return (f"({mended})" if opens else mended), doubt
