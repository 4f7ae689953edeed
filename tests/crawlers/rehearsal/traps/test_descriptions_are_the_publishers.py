"""What stands on a company's file is described by keys of the publisher's own list."""

import re
from pathlib import Path

import pytest

from tests.crawlers.rehearsal.traps.documents import file
from tests.crawlers.rehearsal.traps.served import SEEDS, served

pytestmark = pytest.mark.real_data

BY_THEMSELVES = {"legacy"}
"""Filings of before 2009: their text is a value, and the list has no entry for them."""


@pytest.mark.parametrize("seed", SEEDS)
def test_every_description_on_file_is_listed(published_files: Path, seed: int) -> None:
    folder = published_files / "companies_house/api/api_enumerations"
    text = (folder / "filing_history_descriptions.yml").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\s+'([^']+)'\s*:", text, re.MULTILINE))
    today = served(seed)
    here = today.on(today.world.last_day)
    found = {
        entry["description"] for body in here.world.companies for entry in file(here, body.key)
    }

    assert len(listed) > 1000
    assert found - listed <= BY_THEMSELVES
    assert {"dissolved-compulsory-strike-off-suspended", "gazette-dissolved-voluntary"} <= found
