"""The free company data product: every company that is on the register at a month's end."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from crawlers.rehearsal.forms.companies_house import periods, standing
from crawlers.rehearsal.forms.companies_house.charges import registered, satisfied_on
from crawlers.rehearsal.forms.companies_house.sic_texts import NONE, sic_text
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.world import World

MOST_PREVIOUS_NAMES = 10
MOST_SIC_CODES = 4
HEADER = (
    "CompanyName, CompanyNumber,RegAddress.CareOf,RegAddress.POBox,RegAddress.AddressLine1,"
    " RegAddress.AddressLine2,RegAddress.PostTown,RegAddress.County,RegAddress.Country,"
    "RegAddress.PostCode,CompanyCategory,CompanyStatus,CountryOfOrigin,DissolutionDate,"
    "IncorporationDate,Accounts.AccountRefDay,Accounts.AccountRefMonth,Accounts.NextDueDate,"
    "Accounts.LastMadeUpDate,Accounts.AccountCategory,Returns.NextDueDate,Returns.LastMadeUpDate,"
    "Mortgages.NumMortCharges,Mortgages.NumMortOutstanding,Mortgages.NumMortPartSatisfied,"
    "Mortgages.NumMortSatisfied,SICCode.SicText_1,SICCode.SicText_2,SICCode.SicText_3,"
    "SICCode.SicText_4,LimitedPartnerships.NumGenPartners,LimitedPartnerships.NumLimPartners,URI,"
    "PreviousName_1.CONDATE, PreviousName_1.CompanyName, PreviousName_2.CONDATE,"
    " PreviousName_2.CompanyName,PreviousName_3.CONDATE, PreviousName_3.CompanyName,"
    "PreviousName_4.CONDATE, PreviousName_4.CompanyName,PreviousName_5.CONDATE,"
    " PreviousName_5.CompanyName,PreviousName_6.CONDATE, PreviousName_6.CompanyName,"
    "PreviousName_7.CONDATE, PreviousName_7.CompanyName,PreviousName_8.CONDATE,"
    " PreviousName_8.CompanyName,PreviousName_9.CONDATE, PreviousName_9.CompanyName,"
    "PreviousName_10.CONDATE, PreviousName_10.CompanyName,ConfStmtNextDueDate,"
    " ConfStmtLastMadeUpDate"
)
"""55 names to the letter, of which 14 begin with a space, by nobody's rule."""
CATEGORIES = {
    Form.LIMITED: "Private Limited Company",
    Form.GUARANTEE: "PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)",
    Form.COMMUNITY: "Community Interest Company",
    Form.PLC: "Public Limited Company",
    Form.LLP: "Limited Liability Partnership",
    Form.LIMITED_PARTNERSHIP: "Limited Partnership",
    Form.OVERSEAS_ENTITY: "Overseas Entity",
    Form.CIO: "Charitable Incorporated Organisation",
}
STATUSES = {
    "active": "Active",
    "administration": "In Administration",
    "insolvency-proceedings": "Voluntary Arrangement",
    "liquidation": "Liquidation",
    "receivership": "RECEIVERSHIP",
    "registered": "Active",
    "voluntary-arrangement": "Voluntary Arrangement",
}
PROPOSAL = "Active - Proposal to Strike off"
NO_ACCOUNTS = "NO ACCOUNTS FILED"
Row = list[str]


def chunks(world: World, at: date, address: str) -> Iterator[bytes]:
    """The whole file as at a day, row by row; `address` is the register's, for each row's URI."""
    yield f"{HEADER}\r\n".encode()
    for company in world.companies:
        if company.is_alive(at):
            yield _written(row(world, company, at, address))


def row(world: World, company: Body, at: date, address: str) -> Row:
    """The 55 cells of one company as at a day."""
    office = company.office_on(at)
    is_foreign = company.form is Form.OVERSEAS_ENTITY
    return [
        *(company.name_on(at).upper(), company.key, "", ""),
        *(f"{office.premises} {office.street}".upper(), "", office.town.upper(), ""),
        *(office.country.upper(), office.postcode or ""),
        *(CATEGORIES[company.form], _status(world, company, at)),
        *(office.country.upper() if is_foreign else "United Kingdom", "", _day(company.begun_on)),
        *_accounts(world, company, at),
        *("", ""),
        *_mortgages(world, company, at),
        *_padded([sic_text(code) for code in company.sic_codes] or [NONE], MOST_SIC_CODES),
        *("0", "0", f"{address}/company/{company.key}"),
        *_padded(_previous_names(company, at), 2 * MOST_PREVIOUS_NAMES),
        *_confirmation_statement(world, company, at),
    ]


def _written(cells: Row) -> bytes:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode()


def _status(world: World, company: Body, at: date) -> str:
    if standing.status_detail(world, company, at) is not None:
        return PROPOSAL
    return STATUSES[standing.status(world, company, at)]


def _accounts(world: World, company: Body, at: date) -> Row:
    """The reference day and month, the next due day, the last made-up day, and the category."""
    if not periods.files_accounts(company):
        return ["", "", "", "", NO_ACCOUNTS]
    year_end = periods.known_year_ends(world, company, at)[-1]
    last = periods.last_accounts(world, company, at)
    _, _, due = periods.next_period(world, company, at)
    return [
        str(year_end.day),
        str(year_end.month),
        _day(due),
        _day(last.end if last else None),
        last.kind.replace("-", " ").upper() if last else NO_ACCOUNTS,
    ]


def _mortgages(world: World, company: Body, at: date) -> Row:
    """Charges: all, outstanding, satisfied in part, satisfied."""
    every = registered(world, company, at)
    satisfied = sum(satisfied_on(one, at) is not None for one in every)
    return [str(len(every)), str(len(every) - satisfied), "0", str(satisfied)]


def _previous_names(company: Body, at: date) -> Row:
    """The day on which each earlier name ceased, and the name, newest first."""
    borne = [one for one in company.names if one.since <= at]
    pairs = list(pairwise(borne))[::-1][:MOST_PREVIOUS_NAMES]
    return [cell for before, after in pairs for cell in (_day(after.since), before.name.upper())]


def _confirmation_statement(world: World, company: Body, at: date) -> Row:
    said = periods.confirmation_statement(world, company, at) or {}
    days = (said.get("next_due"), said.get("last_made_up_to"))
    return [_day(date.fromisoformat(str(on)) if on else None) for on in days]


def _padded(cells: Row, size: int) -> Row:
    return [*cells, *[""] * size][:size]


def _day(on: date | None) -> str:
    """A day as the product writes it: 31/03/2025."""
    return f"{on:%d/%m/%Y}" if on is not None else ""
