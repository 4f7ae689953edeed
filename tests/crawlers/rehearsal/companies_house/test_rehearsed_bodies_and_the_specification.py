"""Every body validates against the official Swagger, but for what is known to be wrong in it.

Two reviewed lists: one with a real body at hand for each difference, one for what no real body at
hand shows, each entry with what it rests on.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from referencing.jsonschema import SchemaRegistry

from tests.crawlers.companies_house_specification import (
    CONTROLS,
    KNOWN,
    RESOURCES,
    differences,
    explained,
    reviewed,
    specification_in,
)
from tests.crawlers.rehearsal.companies_house.small_register import WORLD, answer

pytestmark = pytest.mark.real_data

UNSAMPLED = reviewed("specification_errors_unsampled.toml")
LISTS = {
    "charges": RESOURCES["charges"],
    "exemptions": RESOURCES["company-exemptions"],
    "filing-history": RESOURCES["filings"],
    "insolvency": RESOURCES["insolvencies"],
    "officers": RESOURCES["officers"],
    "persons-with-significant-control": "pscModels.json#/definitions/list",
    "persons-with-significant-control-statements": "pscModels.json#/definitions/statementList",
}
SEARCHES = {
    "/search/companies": "search.json#/definitions/CompanySearch",
    "/advanced-search/companies": "search-companies.json#/definitions/advancedCompanySearch",
    "/dissolved-search/companies": "search-companies.json#/definitions/dissolvedCompanySearch",
}
OFFICE = "companyAddress.json#/getCompanyAddress/get/responses/200/schema"


@pytest.fixture(scope="module")
def specification(published_files: Path) -> SchemaRegistry:
    return specification_in(published_files)


def said(path: str, **query: str) -> Iterator[Any]:
    """The body of an answer; nothing where there is none."""
    found = answer(path, **query)
    if found.status == 200:
        assert isinstance(found.body, bytes)
        yield json.loads(found.body)


def bodies() -> Iterator[tuple[str, str, Any]]:
    """The path, the definition and the body of every answer about every company."""
    for company in WORLD.companies:
        path = f"/company/{company.key}"
        for profile in said(path):
            yield path, RESOURCES["companies"], profile
        for office in said(f"{path}/registered-office-address"):
            yield f"{path}/registered-office-address", OFFICE, office
        for resource, definition in LISTS.items():
            for body in said(f"{path}/{resource}"):
                yield f"{path}/{resource}", definition, body
                yield from entries(resource, body)
    for officer in sorted({one.officer_id for one in WORLD.appointments}):
        for body in said(f"/officers/{officer}/appointments"):
            definition = "officerAppointmentList.json#/definitions/appointmentList"
            yield f"/officers/{officer}/appointments", definition, body
    for path, definition in SEARCHES.items():
        words = {"q": "fernlark", "company_name_includes": "fernlark"}
        for body in said(path, **words):
            yield path, definition, body


def entries(resource: str, body: Any) -> Iterator[tuple[str, str, Any]]:
    """Each entry of a list, as its own address gives it."""
    definitions = {
        "charges": "charges.json#/definitions/chargeDetails",
        "filing-history": RESOURCES["filing-history"],
        "officers": "companyOfficerList.json#/definitions/officerSummary",
    }
    for item in body.get("items", ()):
        for one in said(item["links"]["self"]):
            kind = CONTROLS.get(one.get("kind"), "")
            definition = definitions.get(resource) or f"pscModels.json#/definitions/{kind}"
            yield item["links"]["self"], definition, one


def test_every_difference_from_the_specification_is_known(specification: SchemaRegistry) -> None:
    news = [
        f"{path}: {definition} {place or '/'}: {problem[:160]}"
        for path, definition, body in bodies()
        for place, problem in differences(specification, definition, body)
        if not explained(definition, place, problem, KNOWN + UNSAMPLED)
    ]

    assert news == []


def test_every_difference_without_a_sample_occurs(specification: SchemaRegistry) -> None:
    met = [
        known
        for _, definition, body in bodies()
        for place, problem in differences(specification, definition, body)
        for known in explained(definition, place, problem, UNSAMPLED)
    ]

    assert [known for known in UNSAMPLED if known not in met] == []


def test_every_resource_is_among_the_bodies() -> None:
    definitions = {definition for _, definition, _ in bodies()}

    assert {*LISTS.values(), *SEARCHES.values(), RESOURCES["companies"], OFFICE} <= definitions
