"""What every source says of the publication that it reads."""

import pytest

from crawlers.companies_house.resources import RESOURCES
from crawlers.hosts import LIVE
from crawlers.source import BulkSource, KeptSource, Source
from crawlers.sources import bulk_sources, kept_sources, sources
from db.records import Premises
from oversight.docs.sources_page import documentation

NOT_IN_EVERY_ISSUE = {Premises}
"""Kinds that a healthy document may lack: premises are published since 2025 only."""

COUNTS_ITS_ENTRIES = {"Companies House", "The Gazette"}
"""An answer about one company may hold nothing, and stops where its own count says otherwise."""
TELLS_OF_NOBODY = {"buzzfeed_owners"}
"""Its headings are exactly known: none holds a home's name, an address or a person's details."""

WITHOUT_STARTS = {
    "buzzfeed_owners": "published once",
    "companies_house_control_lines": "cut out of the snapshot",
    "companies_house_documents": "filing histories lead to it",
    "council_payments": "every council has a page of its own, and none is configured",
    "filed_accounts": "what is known of filed documents leads to it",
    "local_authorities": "the project's own tables",
    "ofsted_ownership": "the project's own table",
}
"""Sources at which no crawl begins, and why."""

every_source = pytest.mark.parametrize("source", sources(), ids=lambda source: source.key)


@every_source
def test_a_source_names_its_licence_and_where_to_read_it(source: Source) -> None:
    assert source.licence.name
    assert source.licence.url.startswith("https://")


@every_source
def test_a_source_names_the_publishers_landing_page(source: Source) -> None:
    assert source.page.startswith("https://")


@every_source
def test_a_source_explains_its_publication(source: Source) -> None:
    assert len(documentation(source).splitlines()) > 1


@every_source
def test_a_source_of_others_data_has_a_floor_for_each_kind(source: Source) -> None:
    floored = {kind for floors in source.floors.values() for kind in floors}

    assert (
        source.is_ours
        or source.publisher in COUNTS_ITS_ENTRIES
        or floored | NOT_IN_EVERY_ISSUE >= set(source.kinds)
    )


@every_source
def test_a_source_of_others_data_names_the_headings_it_masks(source: Source) -> None:
    assert source.is_ours or source.key in TELLS_OF_NOBODY or source.masked


def test_every_source_is_crawled_from_somewhere_or_has_a_reason_not_to_be() -> None:
    every: list[Source | BulkSource | KeptSource] = [*sources(), *bulk_sources(), *kept_sources()]

    assert {one.key for one in every if not one.starts} == WITHOUT_STARTS.keys()


def test_a_crawl_begins_on_a_host_that_is_known_and_at_a_page_that_is_read() -> None:
    every: list[Source | BulkSource | KeptSource] = [*sources(), *bulk_sources(), *kept_sources()]

    for source in every:
        for start in source.starts:
            assert start.host in LIVE
            assert start.path.startswith("/")
            assert start.to is None or start.to in source.signposts


def test_every_resource_to_which_a_profile_leads_has_its_source() -> None:
    assert set(RESOURCES) <= {source.key for source in sources()}
