"""What every source says of the publication that it reads."""

import pytest

from crawlers.source import Source
from crawlers.sources import sources
from db.records import Premises
from oversight.docs.sources_page import documentation

NOT_IN_EVERY_ISSUE = {Premises}
"""Kinds that a healthy document may lack: premises are published since 2025 only."""

COUNTS_ITS_ENTRIES = {"Companies House", "The Gazette"}
"""An answer about one company may hold nothing, and stops where its own count says otherwise."""
TELLS_OF_NOBODY = {"buzzfeed_owners"}
"""Its headings are exactly known: none holds a home's name, an address or a person's details."""

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
