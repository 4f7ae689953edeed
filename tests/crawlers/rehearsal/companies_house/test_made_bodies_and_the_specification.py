"""What the register says of a made market's companies is shaped as its specification says.

Of a market are asked all that were insolvent, all partnerships, and some of the rest.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from crawlers.rehearsal.world.bodies import Form
from tests.crawlers.companies_house_specification import (
    CONTROLS,
    KNOWN,
    RESOURCES,
    differences,
    explained,
    reviewed,
    specification_in,
)
from tests.crawlers.rehearsal.traps.served import SEEDS, Served, served

pytestmark = pytest.mark.real_data

UNSAMPLED = reviewed("specification_errors_unsampled.toml")
OTHERS = 25
"""Companies drawn beside those that are asked for."""
LISTS = {
    "charges": RESOURCES["charges"],
    "filing-history": RESOURCES["filings"],
    "insolvency": RESOURCES["insolvencies"],
    "officers": RESOURCES["officers"],
    "persons-with-significant-control": "pscModels.json#/definitions/list",
}
ENTRIES = {
    "charges": "charges.json#/definitions/chargeDetails",
    "filing-history": RESOURCES["filing-history"],
    "officers": "companyOfficerList.json#/definitions/officerSummary",
}


def asked(here: Served) -> list[str]:
    """The numbers of the companies that are asked for."""
    world = here.world
    registered = [one for one in world.companies if one.number]
    chosen = {one.key for one in registered if one.form is Form.LLP}
    chosen |= {one.company for one in world.insolvencies}
    others = sorted(one.key for one in registered if one.key not in chosen)
    drawn = Random("specification").sample(others, OTHERS)  # noqa: S311 - not a secret
    return sorted(chosen) + drawn


def bodies(here: Served) -> Iterator[tuple[str, str, Any]]:
    """The path, the definition and the body of each answer; of a list, its first entry's too."""
    for number in asked(here):
        path = f"/company/{number}"
        yield path, RESOURCES["companies"], here.from_the_register(path)
        for resource, definition in LISTS.items():
            body = here.from_the_register(f"{path}/{resource}", items_per_page=100)
            if body is None:
                continue
            yield f"{path}/{resource}", definition, body
            for item in body.get("items", [])[:1]:
                link = item["links"]["self"]
                entry = here.from_the_register(link) or {}
                kind = CONTROLS.get(entry.get("kind", ""), "")
                yield link, ENTRIES.get(resource, f"pscModels.json#/definitions/{kind}"), entry


@pytest.mark.parametrize("seed", SEEDS)
def test_every_difference_of_a_made_market_is_known(published_files: Path, seed: int) -> None:
    specification = specification_in(published_files)
    news = {
        f"{definition} {place or '/'}: {problem[-80:]}": path
        for path, definition, body in bodies(served(seed))
        for place, problem in differences(specification, definition, body)
        if not explained(definition, place, problem, KNOWN + UNSAMPLED)
    }

    assert news == {}
