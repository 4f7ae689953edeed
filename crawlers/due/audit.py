"""The monthly audit: one company in twenty is asked for all it has, whatever its feed says."""

from datetime import date
from hashlib import sha256

MONTHS = 20
"""In how many months each company is audited once: a twentieth of them each month."""
DAYS = 28
"""Over how many days of a month its audits are spread: those that every month has."""


def audit_day(company_number: str, today: date) -> date:
    """The day of a company's last audit: the latest of its slots that is not after today.

    Each company has a slot every twenty months, on a day that depends on its number alone, so that
    every machine, and every run, agrees. What was fetched before that day is due: an audit that
    was broken off goes on with the rest, and one whose day nobody crawled on is made up for later.
    """
    hashed = int.from_bytes(sha256(company_number.encode()).digest()[:8])
    turn, day = hashed % MONTHS, hashed // MONTHS % DAYS + 1
    this_month = today.year * 12 + today.month - 1
    month = this_month - (this_month - turn) % MONTHS
    if month == this_month and day > today.day:
        month -= MONTHS
    return date(month // 12, month % 12 + 1, day)
