"""A day from the text inside a tag: the date formats of the transformation registries."""

import re
from datetime import date

_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
    )
    for number, name in enumerate(names.split(), 1)
}
"""English, and Welsh: accounts of companies in Wales may be filed in it."""
_SHORT = {name[:3]: number for name, number in list(_MONTHS.items())[:12]} | {"sept": 9}
_SHORT_YEARS, _CENTURY = 100, 2000
_PARTS = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|af|ail|ydd|fed|eg)")

ORDERS = {
    "datedaymonthyear": "dmy",
    "datedaymonthyearen": "dmy",
    "datedaymonthyearin": "dmy",
    "datedaymonthnameyearen": "dmy",
    "datedaymonthnameyearcy": "dmy",
    "datelonguk": "dmy",
    "dateshortuk": "dmy",
    "dateslasheu": "dmy",
    "datedoteu": "dmy",
    "datemonthdayyear": "mdy",
    "datemonthdayyearen": "mdy",
    "datemonthnamedayyearen": "mdy",
    "datelongus": "mdy",
    "dateshortus": "mdy",
    "dateslashus": "mdy",
    "datedotus": "mdy",
    "dateyearmonthday": "ymd",
    "datemonthyear": "my",
    "datemonthyearen": "my",
    "datemonthnameyearen": "my",
    "datemonthnameyearcy": "my",
    "datelongmonthyear": "my",
    "dateshortmonthyear": "my",
    "dateyearmonth": "ym",
    "dateyearmonthen": "ym",
    "dateyearmonthnameen": "ym",
    "datelongyearmonth": "ym",
    "dateshortyearmonth": "ym",
    "datedaymonth": "dm",
    "datedaymonthen": "dm",
    "datedaymonthnameen": "dm",
    "datedaymonthnamecy": "dm",
    "datelongdaymonthuk": "dm",
    "dateshortdaymonthuk": "dm",
    "dateslashdaymontheu": "dm",
    "datemonthday": "md",
    "datemonthdayen": "md",
    "datemonthnamedayen": "md",
    "datelongmonthdayus": "md",
    "dateshortmonthdayus": "md",
    "dateslashmonthdayus": "md",
}
"""Formats, lower-case without hyphens, and which part comes when: day, month, year."""


class NotADateError(ValueError):
    """A text is no date in the format that its tag names."""


def day_of(text: str, form: str) -> str:
    """The date that a text states, as XML writes it: `2026-02-25`, `2026-02`, or `--02-25`.

    Any punctuation and any spaces may stand between the parts, doubled ones too; a year of two
    digits is of this century. Raises NotADateError where a part is missing or no calendar has it.
    """
    order = ORDERS[form]
    parts = _PARTS.findall(_ORDINAL.sub(r"\1", text.lower()))
    if len(parts) != len(order):
        raise NotADateError(f"{text.strip()[:40]!r} is no date of format {form}")
    try:
        found = {kind: _part(kind, part) for kind, part in zip(order, parts, strict=True)}
        # A leap year stands in for a year that is not stated, so that 29 February may be.
        day = date(found.get("y", 2000), found["m"], found.get("d", 1))
    except ValueError:
        raise NotADateError(f"{text.strip()[:40]!r} is no date of format {form}") from None
    if "y" not in found:
        return f"-{day.isoformat()[4:]}"
    return day.isoformat() if "d" in found else day.isoformat()[:7]


def _part(kind: str, part: str) -> int:
    """One part as a number; raises ValueError where it is none."""
    if kind == "m" and not part.isdecimal():
        month = _MONTHS.get(part) or _SHORT.get(part)
        if month is None:
            raise ValueError(part)
        return month
    value = int(part)
    return value + _CENTURY if kind == "y" and value < _SHORT_YEARS else value
