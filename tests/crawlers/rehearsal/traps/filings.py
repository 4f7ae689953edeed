"""Finds what is odd about when accounts come, and whether they do: profiles, filing histories."""

import csv
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from io import BytesIO, TextIOWrapper
from zipfile import ZipFile

from crawlers.rehearsal.world.happenings import Trap, TrapKind
from tests.crawlers.rehearsal.traps import companies, documents
from tests.crawlers.rehearsal.traps.companies import day
from tests.crawlers.rehearsal.traps.finding import Finder
from tests.crawlers.rehearsal.traps.served import ADDRESSES, Json, Served

A_YEAR_AND_A_MONTH = timedelta(days=366 + 31)
"""More than a first period lasts that nobody extended: to the end of the anniversary's month."""


def late(served: Served, trap: Trap) -> bool:
    """The day before they came, the register said that they were due by an earlier one."""
    company, transaction = trap.touches
    filing = documents.filing(served, company, transaction)
    if filing is None:
        return False
    came = day(filing["date"])
    awaited = _profile(served.on(came - timedelta(days=1)), company)["accounts"]["next_accounts"]
    return (
        awaited["period_end_on"] == filing["description_values"]["made_up_date"]
        and day(awaited["due_on"]) < came
    )


def overdue(served: Served, trap: Trap) -> bool:
    """Accounts are due and do not come: nor by the last day, or by the last of the company."""
    last = served.on(served.world.last_day)
    return all(
        _is_awaited(served, company) and _is_awaited(last, company) for company in trap.touches
    )


def _is_awaited(served: Served, company: str) -> bool:
    """Whether accounts are overdue; of a company that has ended, whether they were to its end."""
    found = _profile(served, company)
    ended = day(found["date_of_cessation"]) if "date_of_cessation" in found else None
    if ended is not None and ended <= served.world.first_day:
        return False
    then = _profile(served.on(ended - timedelta(days=1)), company) if ended else found
    return then.get("accounts", {}).get("next_accounts", {}).get("overdue", False)


def long_first_period(served: Served, trap: Trap) -> bool:
    """The first accounts end after the month of the anniversary, and a notice said they would."""
    company, transaction = trap.touches
    filing = documents.filing(served, company, transaction)
    if filing is None:
        return False
    found = _profile(served.on(day(filing["date"])), company)
    last = found["accounts"]["last_accounts"]
    first, end = day(last["period_start_on"]), day(last["period_end_on"])
    told = (
        one
        for one in documents.file(served, company)
        if one["description"].startswith("change-account-reference-date")
        and one["description"].endswith("-extended")
        and one["description_values"]["new_date"] == last["period_end_on"]
    )
    is_first = last["period_start_on"] == found["date_of_creation"]
    return is_first and end - first > A_YEAR_AND_A_MONTH and any(told)


def exempt(served: Served, trap: Trap) -> bool:
    """The register calls it exempt as long as it lists it; on file is what another says."""
    (company,) = trap.touches
    files = [
        one
        for one in documents.accounts(served, company)
        if one["description"] == "accounts-with-accounts-type-filing-exemption-subsiduary"
    ]
    row = company_data(served).get(company)
    return (
        files != []
        and documents.as_(served, files[0], documents.XHTML) is None
        and (
            documents.accounts(served, company)[0] not in files
            or row is None
            or row["Accounts.AccountCategory"] == "FILING EXEMPTION SUBSIDIARY"
        )
    )


@cache
def company_data(served: Served) -> Mapping[str, Mapping[str, str]]:
    """The month's company data by number."""
    bulk = ADDRESSES["companies_house_bulk"]
    listed = served.get(f"{bulk}/en_output.html").body.decode()
    name = listed.partition('href="')[2].partition(".zip")[0]
    told = served.get(f"{bulk}/{name}.zip")
    with ZipFile(BytesIO(told.body)) as package:
        table = TextIOWrapper(package.open(f"{name}.csv"), encoding="utf-8", newline="")
        return {row[" CompanyNumber"]: row for row in csv.DictReader(table)}


def _profile(served: Served, company: str) -> Json:
    found = companies.profile(served, company)
    return found or {}


FINDERS: Mapping[TrapKind, Finder] = {
    TrapKind.LATE_ACCOUNTS: late,
    TrapKind.OVERDUE_ACCOUNTS: overdue,
    TrapKind.LONG_FIRST_PERIOD: long_first_period,
    TrapKind.FILING_EXEMPT: exempt,
}
