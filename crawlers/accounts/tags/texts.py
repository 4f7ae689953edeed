"""A text from what is shown in a tag: the truths, dates and blanks of the registries."""

from crawlers.accounts.tags.dates import ORDERS, NotADateError, day_of
from crawlers.accounts.tags.numbers import NUMERIC, NotANumberError, number

_FIXED = {
    "booleantrue": "true",
    "booleanfalse": "false",
    "fixedtrue": "true",
    "fixedfalse": "false",
    "nocontent": "",
    "fixedempty": "",
}


class NotATextError(ValueError):
    """A text is not of the format that its tag names, or nobody knows the format."""


def transformed(text: str, form: str) -> str:
    """What a text means in a format: `true`, `2026-02-25`, `12500`, or nothing.

    `form` is the format's local name in lower case without hyphens. Raises NotATextError.
    """
    fixed = _FIXED.get(form)
    if fixed is not None:
        return fixed
    try:
        if form in ORDERS:
            return day_of(text, form)
        if form in NUMERIC:
            return str(number(text, form))
    except (NotADateError, NotANumberError) as error:
        raise NotATextError(str(error)) from None
    raise NotATextError(f"format {form!r} is not known")
