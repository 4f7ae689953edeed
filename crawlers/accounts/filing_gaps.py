"""Why a company has filed no accounts for a period: not yet due, not needed, or overdue."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from crawlers.accounts.said import Claim
from db.records.accounts_words import Gap

MONTHS_TO_FILE = 9
"""What a private company has from the end of its period (Companies Act 2006 s.442(2)(a))."""
MONTHS_TO_FILE_PUBLIC = 6
"""The same for a public company (s.442(2)(b))."""
EXEMPT_TYPE = "filing-exemption-subsidiary"
"""Type of accounts in the register of a dormant subsidiary that files none (s.448A)."""
EXEMPT_SECTION = "448A"
DORMANT_SECTION = "394A"
"""A dormant subsidiary that need not even prepare accounts, which its parent guarantees."""


def filing_gap(
    *,
    made_up_to: date,
    as_of: date,
    due_on: date | None = None,
    accounts_type: str | None = None,
    claims: Sequence[Claim] = (),
    is_public: bool = False,
) -> Gap:
    """Why accounts made up to a day, which are not there, are not there on `as_of`.

    `due_on` is what the register says, which knows of extensions and first accounts; without it
    the time that the law gives is counted. `accounts_type` is the register's word for the last
    accounts; `claims` are what a parent's papers, filed instead, say. Accounts are overdue from
    the day after that on which they are due.
    """
    sections = {claim.section for claim in claims}
    if EXEMPT_SECTION in sections or accounts_type == EXEMPT_TYPE:
        return Gap.EXEMPT_SUBSIDIARY
    if DORMANT_SECTION in sections:
        return Gap.DORMANT
    due = due_on or due_by_law(made_up_to, is_public=is_public)
    return Gap.NOT_YET_DUE if as_of <= due else Gap.OVERDUE


def due_by_law(made_up_to: date, *, is_public: bool) -> date:
    """The last day for filing accounts where the register names none."""
    return filed_by(made_up_to, MONTHS_TO_FILE_PUBLIC if is_public else MONTHS_TO_FILE)


def filed_by(made_up_to: date, months: int) -> date:
    """The last day for filing: the same day of the month so many months on.

    The last day of a month gives the last day of the other, and so does a day that the other does
    not have (s.443): 28 February gives 30 November.
    """
    month = made_up_to.month - 1 + months
    year, month = made_up_to.year + month // 12, month % 12 + 1
    last = monthrange(year, month)[1]
    is_last = made_up_to.day == monthrange(made_up_to.year, made_up_to.month)[1]
    return date(year, month, last if is_last else min(made_up_to.day, last))
