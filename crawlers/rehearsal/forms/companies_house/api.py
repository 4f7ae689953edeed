"""The publisher of the register: every resource of a company, officers' appointments, searches."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from crawlers.rehearsal.forms.companies_house.advanced_search import (
    WrongQueryError,
    advanced_search,
)
from crawlers.rehearsal.forms.companies_house.charges import charges, one_charge
from crawlers.rehearsal.forms.companies_house.company_search import (
    PER_PAGE,
    WINDOW,
    company_search,
)
from crawlers.rehearsal.forms.companies_house.controls import controls, one_control
from crawlers.rehearsal.forms.companies_house.dissolved_search import dissolved_search
from crawlers.rehearsal.forms.companies_house.errors import (
    NOT_FOUND,
    PROFILE_NOT_FOUND,
    not_found,
    refusal,
    wrong_parameter,
)
from crawlers.rehearsal.forms.companies_house.exemptions import exemptions
from crawlers.rehearsal.forms.companies_house.filing_history import (
    Documents,
    filing_history,
    one_filing,
)
from crawlers.rehearsal.forms.companies_house.insolvency import insolvency
from crawlers.rehearsal.forms.companies_house.name_index import NameIndex
from crawlers.rehearsal.forms.companies_house.officers import (
    appointments,
    officers,
    one_appointment,
)
from crawlers.rehearsal.forms.companies_house.page_counts import Pages, stated
from crawlers.rehearsal.forms.companies_house.part import Part, asked_part
from crawlers.rehearsal.forms.companies_house.profile import profile, registered_office
from crawlers.rehearsal.forms.companies_house.standing import is_on_the_register
from crawlers.rehearsal.forms.companies_house.statements import one_statement, statements
from crawlers.rehearsal.forms.companies_house.wording import JsonBody
from crawlers.rehearsal.publishing import Answer, Asked, Setup
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.control import Appointment
from crawlers.rehearsal.world.world import World

KEY = "companies_house_api"
PAGE_SIZES = {"officers": 35}
"""Entries on a page where nobody asks for more or fewer; 25 of every other list."""
FILTERS = {"charges": "filter", "filing-history": "category"}
"""The parameter that chooses kinds of entry."""
MOST_APPOINTMENTS = 50
Whole = Callable[[World, Body, date], JsonBody | None]
Listing = Callable[[World, Body, date, Part], JsonBody | None]
One = Callable[[World, Body, date, tuple[str, ...]], JsonBody | None]
WHOLES: Mapping[str, Whole] = {
    "exemptions": exemptions,
    "insolvency": insolvency,
    "registered-office-address": registered_office,
}
LISTINGS: Mapping[str, Listing] = {
    "charges": charges,
    "officers": officers,
    "persons-with-significant-control": controls,
    "persons-with-significant-control-statements": statements,
}
ONES: Mapping[str, One] = {
    "appointments": one_appointment,
    "charges": one_charge,
    "persons-with-significant-control": one_control,
    "persons-with-significant-control-statements": one_statement,
}


@dataclass(frozen=True, kw_only=True, eq=False)
class CompaniesHouseApi:
    """`/company/{number}` and all below it, `/officers/{id}/appointments`, three searches."""

    setup: Setup
    pages: Pages = stated

    @property
    def key(self) -> str:
        """How the site names it."""
        return KEY

    def answer(self, asked: Asked, /) -> Answer:
        """The resource of the address; 404 where there is none of it."""
        match asked.path.split("/"):
            case ["", "company", number, *steps]:
                return self._of_a_company(number, tuple(steps), asked)
            case ["", "officers", officer_id, "appointments"]:
                return self._of_an_officer(officer_id, asked)
            case ["", "search", "companies"]:
                return self._company_search(asked)
            case ["", "advanced-search", "companies"]:
                return self._search(advanced_search, 400, asked)
            case ["", "dissolved-search", "companies"]:
                return self._search(dissolved_search, 422, asked)
            case _:
                return not_found()

    def _of_a_company(self, number: str, steps: tuple[str, ...], asked: Asked) -> Answer:
        world, today = self.setup.world, self.setup.today
        company = world.body.get(number)
        resource = steps[0] if steps else None
        missing = not_found(NOT_FOUND.get(resource, "not-found") if resource else PROFILE_NOT_FOUND)
        if company is None or not is_on_the_register(company, today):
            return missing
        if resource is None:
            return _json(profile(world, company, today), missing)
        return _json(self._resource(company, resource, steps[1:], asked), missing)

    def _resource(
        self, company: Body, resource: str, steps: tuple[str, ...], asked: Asked
    ) -> JsonBody | None:
        world, today = self.setup.world, self.setup.today
        if resource == "filing-history":
            return self._filings(company, steps, asked)
        if steps:
            one = ONES.get(resource)
            return one(world, company, today, steps) if one else None
        if resource in WHOLES:
            return WHOLES[resource](world, company, today)
        listing = LISTINGS.get(resource)
        return listing(world, company, today, _part(resource, asked)) if listing else None

    def _filings(self, company: Body, steps: tuple[str, ...], asked: Asked) -> JsonBody | None:
        world, today = self.setup.world, self.setup.today
        documents = Documents(
            address=self.setup.addresses["companies_house_document_api"],
            pages=partial(self.pages, world),
        )
        if steps:
            return one_filing(world, company, today, steps, documents)
        return filing_history(world, company, today, _part("filing-history", asked), documents)

    def _of_an_officer(self, officer_id: str, asked: Asked) -> Answer:
        part = asked_part(asked, usual=PAGE_SIZES["officers"], most=MOST_APPOINTMENTS)
        held = self._appointments.get(officer_id, ())
        found = appointments(self.setup.world, held, self.setup.today, part)
        return _json(found, not_found("officer-appointments-not-found"))

    def _company_search(self, asked: Asked) -> Answer:
        part = asked_part(asked, usual=PER_PAGE, only="restrictions")
        query = asked.one("q")
        if not query:
            return wrong_parameter(400, "search-query-missing", "q")
        if part.start + part.size > WINDOW:
            return refusal(416, "requested-range-not-satisfiable")
        restrictions = frozenset(" ".join(part.only).split())
        wanted = Part(start=part.start, size=part.size, only=restrictions)
        return _json(company_search(self._names, query, wanted), not_found())

    def _search(
        self, search: Callable[[NameIndex, Asked], JsonBody | None], wrong: int, asked: Asked
    ) -> Answer:
        try:
            found = search(self._names, asked)
        except WrongQueryError as error:
            return wrong_parameter(wrong, "invalid-parameter", str(error))
        return _json(found, not_found("companies-not-found"))

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(world=self.setup.world, today=self.setup.today)

    @cached_property
    def _appointments(self) -> Mapping[str, Sequence[Appointment]]:
        """What each officer id holds or held."""
        found: dict[str, list[Appointment]] = defaultdict(list)
        for one in self.setup.world.appointments:
            found[one.officer_id].append(one)
        return dict(found)


def _part(resource: str, asked: Asked) -> Part:
    usual = PAGE_SIZES.get(resource, 25)
    return asked_part(asked, usual=usual, only=FILTERS.get(resource))


def _json(said: JsonBody | None, otherwise: Answer) -> Answer:
    return otherwise if said is None else Answer(body=json.dumps(said).encode())
