"""What is expected to follow from what is asked: by what is held, and a guess where nothing is."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from math import exp

from crawlers.companies_house.resources import (
    CHARGES,
    CONTROL_STATEMENTS,
    CONTROLS,
    FILING_HISTORY,
    OFFICERS,
    PROFILE,
)
from crawlers.due.known import Known

ASSUMED = {FILING_HISTORY: 2.0, OFFICERS: 1.0, CONTROLS: 1.0, CONTROL_STATEMENTS: 0.5, CHARGES: 0.5}
"""Requests, further pages included, to which a new company's profile is taken to lead by source,
while no profile is held: one for each register that nearly all have, one for a second page of
filings, and one in two for statements and for charges."""
ASSUMED_FROM = (
    "as is assumed while none is held: two pages of filings, officers, controls, at times"
    " statements and charges, and two accounts"
)
NEWEST = 2
"""Documents to which a filing history leads: its newest accounts."""
DAYS_A_YEAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What one new company is taken to lead to."""

    registers: float
    """Requests for its registers, further pages included."""
    documents: float
    """Documents of accounts."""
    held: int
    """Companies of which this is the mean; 0 where nothing is held and it is assumed."""


def basis_of(known: Collection[Known], chosen: Collection[str]) -> Basis:
    """What the companies held led to on average, of the sources chosen; else what is assumed."""
    held = [one for one in known if one.has]
    if not held:
        registers = sum(requests for source, requests in ASSUMED.items() if source in chosen)
        return Basis(registers=registers, documents=NEWEST, held=0)
    requests = sum(
        1 + one.further_pages.get(source, 0)
        for one in held
        for source in one.has
        if source in chosen
    )
    documents = [min(one.documents, NEWEST) for one in held if FILING_HISTORY in one.fetched]
    return Basis(
        registers=requests / len(held),
        documents=sum(documents) / len(documents) if any(documents) else NEWEST,
        held=len(held),
    )


def follow_ups_of(
    one: Known,
    asked: Collection[str],
    looks: Collection[str],
    *,
    today: date,
    basis: Basis,
    chosen: Collection[str],
) -> float:
    """Requests for registers to which what is asked of one company is expected to lead.

    Of what is only looked at, in `looks`, the first page is enough.
    """
    if PROFILE in asked and not one.has:
        return basis.registers
    pages = sum(one.further_pages.get(source, 0) for source in asked if source not in looks)
    if one.feed not in asked or one.feed not in one.fetched:
        return pages
    return pages + sum(
        _chance(one, times, today) * (1 + one.further_pages.get(source, 0))
        for source, times in one.named_a_year.items()
        if source in chosen and source not in asked
    )


def documents_of(
    one: Known, asked: Collection[str], looks: Collection[str], *, today: date, basis: Basis
) -> float:
    """Documents of accounts to which what is asked of one company is expected to lead.

    Those that are held are not asked for again; new ones come as often as in the year before.
    """
    if PROFILE in asked and not one.has:
        return basis.documents
    if FILING_HISTORY not in asked:
        return 0.0
    if FILING_HISTORY not in one.fetched:
        return basis.documents
    if not one.documents and FILING_HISTORY not in looks:
        return basis.documents
    return _chance(one, one.accounts_a_year, today)


def _chance(one: Known, times_a_year: int, today: date) -> float:
    """How likely something that comes so often has come since the company's feed was read."""
    days = (today - one.fetched[one.feed]).days
    return 1 - exp(-times_a_year * days / DAYS_A_YEAR)
