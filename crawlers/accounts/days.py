"""Days as accounts write them, on their pages and in their sentences."""

import re
from calendar import monthrange
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
"""Whatever follows its first letters: abbreviations, and a letter that a recogniser mistook."""
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_NUMBERS = re.compile(r"\b(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?((?:19|20)?\d\d)\b")
_IN_WORDS = re.compile(
    rf"\b(\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\s{{1,3}}of)?[\s-]{{0,5}}{_MONTH}[\s,-]{{0,5}}((?:19|20)\d\d)"
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}((?:19|20)\d\d)"
)
_FORMS = (
    (_ISO, (1, 2, 3)),
    (_NUMBERS, (3, 2, 1)),
    (_IN_WORDS, (3, 2, 1)),
    (_MONTH_FIRST, (3, 1, 2)),
)


def days(text: str) -> tuple[date, ...]:
    """The days that a text names, in its order: `30 June 2020`, `6th May 2021`, `1.12.19`.

    Numbers are day, month, year, as British accounts write them; two figures of a year are of this
    century. What no calendar holds (31 June) is left out.
    """
    folded = text.lower()
    found: list[tuple[int, date]] = []
    for pattern, order in _FORMS:
        for match in pattern.finditer(folded):
            year, month, day = (match[part] for part in order)
            read = _day(year, _month(month), int(day))
            if read is not None:
                found.append((match.start(), read))
    return tuple(day for _, day in sorted(found))


def day(text: str) -> date | None:
    """The first day that a text names; None where it names none."""
    return next(iter(days(text)), None)


def a_year_before(day: date) -> date:
    """The same day of the year before; the last of February for the last of February."""
    last = monthrange(day.year - 1, day.month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(day.year - 1, day.month, last if is_last else min(day.day, last))


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.index(text) + 1


def _day(year: str, month: int, day: int) -> date | None:
    """The day; None where there is none such."""
    whole = int(year) if len(year) == len("2020") else 2000 + int(year)
    try:
        return date(whole, month, day)
    except ValueError:
        return None
