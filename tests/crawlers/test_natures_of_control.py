"""Natures of control become bands, and an end that does not belong to a band stays open."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.companies_house.natures import BANDS, Band, by_capacity, nature
from db.records import Capacity

UNDER_HALF = Band(low=0.25, high=0.5, low_open=True, high_open=False)
UNDER_THREE_QUARTERS = Band(low=0.5, high=0.75, low_open=True, high_open=True)
UP_TO_ALL = Band(low=0.75, high=1, low_open=False, high_open=False)
MORE_THAN_A_QUARTER = Band(low=0.25, high=1, low_open=True, high_open=False)
FAMILIES = ("shares", "votes", "surplus_assets")


@pytest.fixture(scope="session")
def official(published_files: Path) -> list[str]:
    """The publisher's own list of natures of control."""
    written = published_files / "companies_house/api/api_enumerations/psc_descriptions.yml"
    section = written.read_text("utf-8").split("short_description:")[0].split("description:")[1]
    return re.findall(r"^\s+'([a-z0-9-]+)'", section, re.MULTILINE)


@pytest.mark.parametrize(
    ("phrase", "band", "capacity"),
    [
        ("ownership-of-shares-25-to-50-percent", UNDER_HALF, Capacity.DIRECT),
        ("voting-rights-50-to-75-percent-as-trust", UNDER_THREE_QUARTERS, Capacity.AS_TRUST),
        (
            "right-to-share-surplus-assets-75-to-100-percent-as-firm-limited-liability-partnership",
            UP_TO_ALL,
            Capacity.AS_FIRM,
        ),
        (
            "voting-rights-more-than-25-percent-as-control-over-trust-registered-overseas-entity",
            MORE_THAN_A_QUARTER,
            Capacity.AS_CONTROL_OVER_TRUST,
        ),
        (
            "significant-influence-or-control-as-control-over-firm-registered-overseas-entity",
            None,
            Capacity.AS_CONTROL_OVER_FIRM,
        ),
        ("right-to-appoint-and-remove-person", None, Capacity.DIRECT),
    ],
)
def test_a_phrase_is_taken_apart(phrase: str, band: Band | None, capacity: Capacity) -> None:
    found = nature(phrase)

    assert found is not None
    assert (found.band, found.capacity) == (band, capacity)


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "ownership-of-shares",
        "ownership-of-shares-25-to-75-percent",
        "voting-rights-25-to-50-percent-as-friend",
        "right-to-appoint-and-remove-directors-25-to-50-percent",
        "Ownership-of-shares-25-to-50-percent",
        "ownership-of-shares-25-to-50-percent-and-more",
    ],
)
def test_a_phrase_of_another_shape_is_not_understood(phrase: str) -> None:
    assert nature(phrase) is None


def test_each_capacity_holds_its_own() -> None:
    held = by_capacity(
        [
            "ownership-of-shares-50-to-75-percent",
            "voting-rights-75-to-100-percent-as-trust",
            "right-to-appoint-and-remove-directors-as-trust",
        ]
    )

    assert list(held) == [Capacity.DIRECT, Capacity.AS_TRUST]
    assert held[Capacity.DIRECT].columns() == {
        "shares_min": 0.5,
        "shares_min_open": True,
        "shares_max": 0.75,
        "shares_max_open": True,
        "votes_min": None,
        "votes_min_open": None,
        "votes_max": None,
        "votes_max_open": None,
        "surplus_assets_min": None,
        "surplus_assets_min_open": None,
        "surplus_assets_max": None,
        "surplus_assets_max_open": None,
        "appoints_majority_of_board": False,
        "significant_influence": False,
        "nominee": False,
        "natures": "ownership-of-shares-50-to-75-percent",
        "unread_natures": None,
    }
    trust = held[Capacity.AS_TRUST].columns()
    assert (trust["votes_min"], trust["votes_max"]) == (0.75, 1)
    assert trust["appoints_majority_of_board"] is True


def test_no_nature_at_all_says_nothing_of_any_right() -> None:
    held = by_capacity([])

    assert list(held) == [Capacity.DIRECT]
    assert set(held[Capacity.DIRECT].columns().values()) == {None}


def test_a_phrase_that_is_not_understood_is_kept_apart() -> None:
    columns = by_capacity(["voting-rights-25-to-50-percent", "golden-share"])[
        Capacity.DIRECT
    ].columns()

    assert columns["votes_min"] == 0.25
    assert columns["natures"] == "voting-rights-25-to-50-percent golden-share"
    assert columns["unread_natures"] == "golden-share"


def test_two_bands_of_one_right_reach_from_the_lowest_to_the_highest() -> None:
    held = by_capacity(
        ["ownership-of-shares-50-to-75-percent", "ownership-of-shares-25-to-50-percent"]
    )[Capacity.DIRECT]
    columns = held.columns()

    assert held.contradicts_itself
    assert (columns["shares_min"], columns["shares_min_open"]) == (0.25, True)
    assert (columns["shares_max"], columns["shares_max_open"]) == (0.75, True)


@pytest.mark.real_data
def test_all_86_official_natures_are_understood(official: list[str]) -> None:
    assert len(official) == 86
    assert [phrase for phrase in official if nature(phrase) is None] == []


@pytest.mark.real_data
def test_every_official_band_is_in_its_phrase(official: list[str]) -> None:
    banded = {phrase: found.band for phrase in official if (found := nature(phrase)) is not None}

    assert {phrase for phrase, band in banded.items() if band is not None} == {
        phrase for phrase in official if "-percent" in phrase
    }
    assert all(band is None or band in BANDS.values() for band in banded.values())


@pytest.mark.real_data
@given(data=st.data())
def test_any_natures_together_give_bands_in_order_and_lose_no_phrase(
    official: list[str], data: st.DataObject
) -> None:
    phrases = data.draw(st.lists(st.sampled_from(official), unique=True))
    held = by_capacity(phrases)
    kept = [phrase for part in held.values() for phrase in part.natures]

    assert sorted(kept) == sorted(phrases)
    for part in held.values():
        columns = part.columns()
        for family in FAMILIES:
            low, high = columns[f"{family}_min"], columns[f"{family}_max"]
            assert (low is None) == (high is None) == (family not in _stated(part.bands))
            assert low is None or 0.25 <= low < high <= 1


def _stated(bands: dict[str, tuple[Band, ...]]) -> set[str]:
    return {family for family, found in bands.items() if found}
