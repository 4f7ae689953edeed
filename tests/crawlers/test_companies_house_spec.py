"""Real bodies beside the official Swagger: each difference is known, with its evidence.

The specification does not describe what the publisher sends. Anything outside the reviewed list is
news, and so is an entry of the list that no longer occurs.
"""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4, SchemaRegistry

pytestmark = pytest.mark.real_data

BASE = "https://specification.example"
RESOURCES = {
    "charges": "charges.json#/definitions/chargeList",
    "companies": "companyProfile.json#/definitions/companyProfile",
    "company-exemptions": "exemptions.json#/definitions/companyExemptions",
    "company-profile": "companyProfile.json#/definitions/companyProfile",
    "filing-history": "filingHistory.json#/definitions/filingHistoryItem",
    "filings": "filingHistory.json#/definitions/filingHistoryList",
    "insolvencies": "insolvency.json#/definitions/companyInsolvency",
    "officers": "companyOfficerList.json#/definitions/officerList",
}
CONTROLS = {
    "corporate-entity-beneficial-owner": "corporateEntityBeneficialOwner",
    "corporate-entity-person-with-significant-control": "corporateEntity",
    "individual-beneficial-owner": "individualBeneficialOwner",
    "individual-person-with-significant-control": "individual",
    "legal-person-beneficial-owner": "legalPersonBeneficialOwner",
    "legal-person-person-with-significant-control": "legalPerson",
    "super-secure-beneficial-owner": "superSecureBeneficialOwner",
    "super-secure-person-with-significant-control": "superSecure",
    "persons-with-significant-control-statement": "statement",
}


@dataclass(frozen=True, kw_only=True)
class Known:
    """One way in which the specification is wrong, and the bodies that show it."""

    definition: str
    place: str
    """RFC 6901 pointer into the body, `*` for any place in a list."""
    problem: str
    """Part of the validator's message."""
    evidence: str


REVIEWED = Path(__file__).parents[1] / "fixtures/companies_house/specification_errors.toml"
KNOWN = tuple(Known(**entry) for entry in tomllib.loads(REVIEWED.read_text("utf-8"))["known"])


@pytest.fixture(scope="session")
def specification(published_files: Path) -> SchemaRegistry:
    """The official files under the addresses by which they refer to each other."""
    found: SchemaRegistry = Registry()
    for path in (published_files / "companies_house/api/official_spec").glob("*.json"):
        name = path.name.removeprefix("spec_")
        ours = path.name not in {"insolvency.json", "swagger.json"}
        folders = [*(["spec"] if ours else []), *(["models"] if name == path.name else [])]
        schema: Resource[Any] = DRAFT4.create_resource(shaped(json.loads(path.read_text("utf-8"))))
        for folder in folders:
            found = found.with_resource(f"{BASE}/{folder}/{name}", schema)
    return found


def shaped(schema: Any) -> Any:
    """The schema with an object's shape where a validator looks for it, not under `items`."""
    if isinstance(schema, list):
        return [shaped(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "object" and "$ref" in (schema.get("items") or {}):
        return {"type": "object", "allOf": [{"$ref": schema["items"]["$ref"]}]}
    return {name: shaped(part) for name, part in schema.items()}


def bodies(folder: Path) -> Iterator[tuple[str, str, Any]]:
    """File name, definition and body of every real answer, out of its envelope."""
    for path in sorted((folder / "api/anonymised_responses").glob("*.json")):
        yield path.name, RESOURCES[path.name.split("_")[0]], json.loads(path.read_text("utf-8"))
    for path in sorted((folder / "api/streaming").glob("*.json")):
        event = json.loads(path.read_text("utf-8"))
        yield path.name, RESOURCES[event["resource_kind"]], event["data"]
    for path in sorted((folder / "api/ch_psc_data_api_itest").glob("*.json")):
        body = json.loads(path.read_text("utf-8"))
        kind = "list" if "items" in body else CONTROLS[body["kind"]]
        yield path.name, f"pscModels.json#/definitions/{kind}", body
    for path in sorted((folder / "bulk/psc").glob("*.json")):
        body = json.loads(path.read_text("utf-8"))["data"]
        if body["kind"] == "exemptions":
            yield path.name, RESOURCES["company-exemptions"], body
        elif body["kind"] in CONTROLS:
            kind = CONTROLS[body["kind"]]
            yield path.name, f"pscModels.json#/definitions/{kind}", body


def differences(
    specification: SchemaRegistry, definition: str, body: Any
) -> Iterator[tuple[str, str]]:
    """Where a body differs from its definition, and how."""
    validator = Draft4Validator({"$ref": f"{BASE}/spec/{definition}"}, registry=specification)
    for error in validator.iter_errors(body):
        steps = ["*" if isinstance(step, int) else step for step in error.absolute_path]
        yield "".join(f"/{step}" for step in steps), error.message


def explained(definition: str, place: str, problem: str) -> list[Known]:
    """The entries of the reviewed list that fit one difference."""
    return [
        known
        for known in KNOWN
        if (known.definition, known.place) == (definition, place) and known.problem in problem
    ]


def test_every_difference_from_the_specification_is_known(
    specification: SchemaRegistry, published_files: Path
) -> None:
    news = [
        f"{name}: {definition} {place or '/'}: {problem[:200]}"
        for name, definition, body in bodies(published_files / "companies_house")
        for place, problem in differences(specification, definition, body)
        if not explained(definition, place, problem)
    ]

    assert news == []


def test_every_known_difference_still_occurs(
    specification: SchemaRegistry, published_files: Path
) -> None:
    met = [
        known
        for _, definition, body in bodies(published_files / "companies_house")
        for place, problem in differences(specification, definition, body)
        for known in explained(definition, place, problem)
    ]

    assert [known for known in KNOWN if known not in met] == []


def test_a_body_that_is_wrong_in_a_new_way_is_news(specification: SchemaRegistry) -> None:
    definition = RESOURCES["companies"]
    body = {"company_name": 7, "company_number": "1", "type": "ltd", "can_file": True, "links": {}}
    found = [
        problem
        for place, problem in differences(specification, definition, body)
        if not explained(definition, place, problem)
    ]

    assert "7 is not of type 'string'" in found
