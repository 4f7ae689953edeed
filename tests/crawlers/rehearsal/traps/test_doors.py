"""Every publisher has a door, and behind it something that leads on."""

import pytest

from crawlers.rehearsal.publishers import CATALOGUE
from tests.crawlers.rehearsal.traps.served import ADDRESSES, served

DOORS = {one.key: one.door for one in CATALOGUE.publishers if one.door is not None}
BEHIND_LINKS = {
    "govuk_assets",
    "ofsted_files",
    "companies_house_document_api",
    "companies_house_documents_store",
    "charity_commission_files",
    "gias_files",
}
"""Hosts of files and documents, whose addresses others state."""


@pytest.mark.parametrize("key", DOORS)
def test_a_door_opens(key: str) -> None:
    found = served(1)
    company = found.world.companies[0].number or ""
    told = found.get(ADDRESSES[key] + DOORS[key].replace("{company}", company))

    assert told.status == 200
    assert len(told.body) > 200


def test_whoever_has_no_door_is_reached_by_links() -> None:
    assert {one.key for one in CATALOGUE.publishers} - DOORS.keys() == BEHIND_LINKS
