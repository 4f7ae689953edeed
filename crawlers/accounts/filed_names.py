"""What the names of filed documents say: whose accounts they are, and of which day."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath

from db.company_numbers import is_invented, normalise

_PRODUCT = re.compile(r"(?i)^prod\d+_([^_]+)_([0-9a-z]{8})_(\d{8})(?:_([\w-]+?))?(?:\.\w+)?$")
"""`Prod223_2911_11010959_20200630.html`: product, run, company, balance sheet's day, and a suffix
for what is packed: `_CIC`, `_UKSEF`, `_AUDIT_EXEMPT`."""
_SAVED = re.compile(r"(?i)^([0-9a-z]{8})(?:[ _.-].*)?$")
"""`01234567.pdf`, `01234567 accounts 2024.pdf`: how a person names what they have saved."""
_FURTHEST = 40_000_000
"""Numbers of England and Wales, given in turn, have come to 16 million. Ofsted's site numbers its
reports from 50 million on, and they are saved under that number."""
_DAYS = ("%Y%m%d", "%d%m%Y")
_OLDEST = 1844
"""The year of the Act under which companies were first registered."""
_PACKAGE = re.compile(r"(?i)(?:^|/)[a-z]+-([0-9a-z]{8})(?:/|$)")
"""`CIC-15052776/accounts/…`, `AUDITEXEMPT-01234567/…`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledName:
    """What one name says; None for what it does not."""

    company_number: str | None = None
    made_up_to: date | None = None
    run: str | None = None
    """Of the product that it came in: a number, or since 2026 the month."""
    packed_as: str | None = None
    """`CIC`, `UKSEF`, …: which papers are joined in it."""


def filed_name(name: str) -> FiledName:
    """What the name of a file or of a zip's member says; folders before it are left out.

    A day that no calendar has, and a number that no register gives, are None. Any other name than
    a product's says whose it is where it begins with a company's number and nothing else; eight
    figures that may be a day, or that registers will not reach for long, are no number.
    """
    own = PurePosixPath(name.replace("\\", "/")).name
    found = _PRODUCT.match(own)
    if found is None:
        saved = _SAVED.match(own)
        if saved is None or not _may_be_a_company_s(saved[1]):
            return FiledName()
        return FiledName(company_number=normalise(saved[1]))
    run, number, day, packed_as = found.groups()
    return FiledName(
        company_number=normalise(number), made_up_to=_day(day), run=run, packed_as=packed_as
    )


def filed_for(name: str) -> str | None:
    """The company that a package's own folders name; None where they name none."""
    found = _PACKAGE.search(name.replace("\\", "/"))
    return normalise(found[1]) if found is not None else None


def _may_be_a_company_s(number: str) -> bool:
    if number.isdigit() and int(number) >= _FURTHEST and not is_invented(number):
        return False
    return not any(_may_be(number, form) for form in _DAYS)


def _may_be(digits: str, form: str) -> bool:
    """True for figures that are a day in this form, of a year that had companies."""
    try:
        return datetime.strptime(digits, form).year >= _OLDEST  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return False


def _day(digits: str) -> date | None:
    try:
        return datetime.strptime(digits, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
