"""The official Swagger of Companies House, and the reviewed list of where it is wrong."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4, SchemaRegistry

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


FIXTURES = Path(__file__).parents[1] / "fixtures" / "companies_house"


def reviewed(name: str) -> tuple[Known, ...]:
    """The entries of one reviewed list."""
    written = (FIXTURES / name).read_text("utf-8")
    return tuple(Known(**entry) for entry in tomllib.loads(written)["known"])


KNOWN = reviewed("specification_errors.toml")
"""Those of which a real body is at hand."""


def specification_in(published_files: Path) -> SchemaRegistry:
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


def differences(
    specification: SchemaRegistry, definition: str, body: Any
) -> Iterator[tuple[str, str]]:
    """Where a body differs from its definition, and how."""
    validator = Draft4Validator({"$ref": f"{BASE}/spec/{definition}"}, registry=specification)
    for error in validator.iter_errors(body):
        steps = ["*" if isinstance(step, int) else step for step in error.absolute_path]
        yield "".join(f"/{step}" for step in steps), error.message


def explained(
    definition: str, place: str, problem: str, among: tuple[Known, ...] = KNOWN
) -> list[Known]:
    """The entries of a reviewed list that fit one difference."""
    return [
        known
        for known in among
        if (known.definition, known.place) == (definition, place) and known.problem in problem
    ]
