"""Real bodies beside the official Swagger: each difference is known, with its evidence.

The specification does not describe what the publisher sends. Anything outside the reviewed list is
news, and so is an entry of the list that no longer occurs.
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
    specification_in,
)

pytestmark = pytest.mark.real_data


@pytest.fixture(scope="session")
def specification(published_files: Path) -> SchemaRegistry:
    return specification_in(published_files)


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
