"""Every spelling of a council's name means one council on one day, whoever writes it."""

from itertools import pairwise

import pytest

from tests.crawlers.council_tables import (
    COUNCILS,
    LATER_THAN_ALL,
    SHARED,
    SPELLINGS,
    TODAY,
    fold,
    meanings,
    named,
)


def test_no_spelling_means_two_councils_on_one_day_whoever_writes_it() -> None:
    intervals = sorted(
        {
            (
                fold(row["spelling"]),
                row["valid_from"],
                row["valid_to"] or LATER_THAN_ALL,
                row["ons_code"],
            )
            for row in SPELLINGS
        }
    )
    overlapping = [
        (earlier, later)
        for earlier, later in pairwise(intervals)
        if earlier[0] == later[0] and later[1] < earlier[2]
    ]

    assert overlapping == []


def test_every_council_is_found_by_its_own_name_from_its_first_day() -> None:
    lost = [
        code for code, row in COUNCILS.items() if meanings(row["name"], row["valid_from"]) != {code}
    ]

    assert lost == []


@pytest.mark.parametrize(
    ("spelling", "day", "code"),
    [
        ("Dorset", "2019-03-31", "E10000009"),
        ("Dorset", "2019-04-01", "E06000059"),
        ("Buckinghamshire", "2020-03-31", "E10000002"),
        ("Buckinghamshire", "2020-04-01", "E06000060"),
        ("North Yorkshire", "2023-03-31", "E10000023"),
        ("North Yorkshire", "2023-04-01", "E06000065"),
        ("Somerset", "2023-03-31", "E10000027"),
        ("Somerset", "2023-04-01", "E06000066"),
        ("Barnsley", "2025-03-31", "E08000016"),
        ("Barnsley", "2025-04-01", "E08000038"),
        ("Sheffield", "2025-03-31", "E08000019"),
        ("Sheffield", "2025-04-01", "E08000039"),
    ],
)
def test_a_name_kept_through_a_change_of_code_follows_the_day(
    spelling: str, day: str, code: str
) -> None:
    assert meanings(spelling, day) == {code}


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Bournemouth", "E06000028"),
        ("Poole", "E06000029"),
        ("Northamptonshire", "E10000021"),
        ("Cumbria", "E10000006"),
    ],
)
def test_the_name_of_an_abolished_council_still_finds_it(spelling: str, code: str) -> None:
    assert meanings(spelling, TODAY) == {code}


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("  southend  ON sea ", "E06000033"),
        ("Kingston Upon Hull", "E06000010"),
        ("Bournemouth, Christchurch & Poole", "E06000058"),
        ("Durham UA", "E06000047"),
        ("St Helens", "E08000013"),
    ],
)
def test_case_and_space_do_not_matter_and_publishers_may_differ(spelling: str, code: str) -> None:
    assert meanings(spelling, TODAY) == {code}


@pytest.mark.parametrize("spelling", ["", "Newport Pagnell", "London Tri-borough"])
def test_a_spelling_nobody_recorded_finds_nothing(spelling: str) -> None:
    assert meanings(spelling, TODAY) == set()


@pytest.mark.skipif(not SHARED.is_dir(), reason="Ofsted's workbooks are not kept in the project")
@pytest.mark.parametrize("year", ["2022", "2025"])
def test_every_authority_ofsted_names_is_one_council_on_the_day_of_its_register(year: str) -> None:
    name = f"Childrens_social_care_in_England_{year}_underlying_data.ods"
    columns = {"Local authority", "Local authority name", "Premises Local Authority"}
    spellings = named(SHARED / "data" / "ofsted" / name, columns)
    unresolved = [text for text in spellings if len(meanings(text, f"{year}-03-31")) != 1]

    assert len(spellings) > 150
    assert unresolved == []
