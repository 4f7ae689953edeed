"""A day as accounts write it."""

import re
from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_NUMBERS = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)\b")
_MONTH = "(" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + r"|sept)\b\.?"
_IN_WORDS = re.compile(
    rf"\b(\d{{1,2}})\s*(?:st|nd|rd|th)?(?:\s+of)?[\s-]*{_MONTH}[\s,-]*(\d{{4}})\b"
)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b")


def days(text: str) -> tuple[date, ...]:
    """The days that a text names, in its order: `30 June 2020`, `6th May 2021`, `1.12.19`.

    Numbers are day, month, year, as British accounts write them. What no calendar holds (31 June)
    is left out.
    """
    folded = text.lower().replace("\xa0", " ")
    found: list[tuple[int, date]] = []
    for pattern, order in _FORMS:
        for match in pattern.finditer(folded):
            year, month, day = (match[part] for part in order)
            read = _day(int(year), _month(month), int(day))
            if read is not None:
                found.append((match.start(), read))
    return tuple(day for _, day in sorted(found))


def day(text: str) -> date | None:
    """The first day that a text names; None where it names none."""
    return next(iter(days(text)), None)


_FORMS = (
    (_ISO, (1, 2, 3)),
    (_NUMBERS, (3, 2, 1)),
    (_IN_WORDS, (3, 2, 1)),
    (_MONTH_FIRST, (3, 1, 2)),
)


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    return next(at for at, name in enumerate(MONTHS, 1) if name.startswith(text[:3]))


def _day(year: int, month: int, day: int) -> date | None:
    """The day; None where there is none such. Two figures of a year are of this century."""
    try:
        return date(year + 2000 if year < 100 else year, month, day)  # noqa: PLR2004 - 1.12.19
    except ValueError:
        return None
