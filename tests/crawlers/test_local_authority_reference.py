"""The local authority tables agree with each other and resolve every council Ofsted names."""

import re

import pytest

from tests.crawlers.council_tables import (
    BORDERS,
    COUNCIL_OWNED,
    COUNCILS,
    ISLANDS,
    LATER_THAN_ALL,
    REFERENCE,
    REGIONS,
    SPELLINGS,
    TODAY,
    fold,
    holds,
    read,
)


@pytest.mark.parametrize(
    ("table", "order"),
    [
        ("local_authorities", ["ons_code"]),
        ("local_authority_borders", ["ons_code", "neighbour_code"]),
        ("local_authority_spellings", ["spelling", "valid_from", "publisher"]),
        ("council_owned_bodies", ["owner_name", "valid_from"]),
    ],
)
def test_a_table_is_sorted_without_repeats_and_ends_its_lines_as_git_does(
    table: str, order: list[str]
) -> None:
    text = (REFERENCE / f"{table}.csv").read_bytes().decode()
    keys = [tuple(row[column] for column in order) for row in read(table)]
    folded = [(*map(fold, key), *key) for key in keys]

    assert "\r" not in text
    assert text.endswith("\n")
    assert sorted(set(folded)) == folded


def test_every_council_has_an_ons_code_and_a_dfe_code() -> None:
    wrong = [
        row
        for code, row in COUNCILS.items()
        if not re.fullmatch(r"[EW]\d{8}", code) or not re.fullmatch(r"\d{3}", row["dfe_code"])
    ]

    assert wrong == []


def test_every_code_used_elsewhere_is_a_council() -> None:
    spelled = {row["ons_code"] for row in SPELLINGS}
    bordering = {row[end] for row in BORDERS for end in ("ons_code", "neighbour_code")}
    succeeding = {code for row in COUNCILS.values() for code in row["successor_codes"].split()}

    assert spelled == set(COUNCILS)
    assert bordering - set(COUNCILS) == set()
    assert succeeding - set(COUNCILS) == set()


def test_only_known_publishers_are_quoted() -> None:
    publishers = {row["publisher"] for row in SPELLINGS}

    assert publishers == {"Data to Insight", "DfE", "MHCLG", "ONS", "Ofsted"}


def test_every_region_is_one_of_ten() -> None:
    regions = {row["region_code"]: row["region"] for row in COUNCILS.values()}
    pairs = {(row["region_code"], row["region"]) for row in COUNCILS.values()}

    assert regions == REGIONS
    assert pairs == set(REGIONS.items())


def test_every_row_says_where_it_comes_from() -> None:
    unsourced = [row for row in (*COUNCILS.values(), *COUNCIL_OWNED) if not row["source"]]

    assert unsourced == []


def test_every_day_is_written_year_first_and_every_interval_runs_forward() -> None:
    rows = [*COUNCILS.values(), *BORDERS, *SPELLINGS, *COUNCIL_OWNED]
    wrong = [
        row
        for row in rows
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["valid_from"])
        or not re.fullmatch(r"(\d{4}-\d{2}-\d{2})?", row["valid_to"])
        or row["valid_from"] >= (row["valid_to"] or LATER_THAN_ALL)
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("day", "councils"),
    [
        ("2015-01-01", 152),
        ("2019-03-31", 152),
        ("2019-04-01", 151),
        ("2020-04-01", 151),
        ("2021-03-31", 151),
        ("2021-04-01", 152),
        ("2022-03-31", 152),
        ("2023-03-31", 152),
        ("2023-04-02", 153),
        ("2025-04-01", 153),
        (TODAY, 153),
    ],
)
def test_england_has_as_many_councils_as_the_orders_left(day: str, councils: int) -> None:
    in_force = [code for code, row in COUNCILS.items() if code.startswith("E") and holds(row, day)]

    assert len(in_force) == councils


def test_no_two_councils_share_a_dfe_code_on_one_day() -> None:
    days = sorted({row["valid_from"] for row in COUNCILS.values()})
    for day in days:
        codes = [row["dfe_code"] for row in COUNCILS.values() if holds(row, day)]

        assert sorted(set(codes)) == sorted(codes)


def test_a_council_ends_on_the_day_its_successors_begin() -> None:
    ended = {code: row for code, row in COUNCILS.items() if row["valid_to"]}
    succeeded = {code: row for code, row in COUNCILS.items() if row["successor_codes"]}
    late = [
        (code, successor)
        for code, row in ended.items()
        for successor in row["successor_codes"].split()
        if COUNCILS[successor]["valid_from"] != row["valid_to"]
    ]

    assert succeeded == ended
    assert late == []


@pytest.mark.parametrize(
    ("cooperative", "members"),
    [
        ("Greater Manchester Regional Care Cooperative", 10),
        ("South East Regional Care Cooperative", 19),
    ],
)
def test_a_cooperative_has_as_many_members_as_it_published(cooperative: str, members: int) -> None:
    found = [
        row
        for row in COUNCILS.values()
        if row["regional_care_cooperative"] == cooperative and holds(row, TODAY)
    ]

    assert len(found) == members


def test_no_council_borders_itself_and_each_border_is_written_once() -> None:
    wrong = [row for row in BORDERS if row["ons_code"] >= row["neighbour_code"]]

    assert wrong == []


def test_a_border_lasts_exactly_as_long_as_both_its_councils() -> None:
    for row in BORDERS:
        sides = [COUNCILS[row["ons_code"]], COUNCILS[row["neighbour_code"]]]
        first = max(side["valid_from"] for side in sides)
        last = min(side["valid_to"] or LATER_THAN_ALL for side in sides)

        assert (row["valid_from"], row["valid_to"] or LATER_THAN_ALL) == (first, last)


@pytest.mark.parametrize("day", ["2015-01-01", "2019-04-01", "2021-04-01", "2023-04-02", TODAY])
def test_every_english_council_but_the_islands_has_a_neighbour(day: str) -> None:
    bordering = {
        row[end] for row in BORDERS if holds(row, day) for end in ("ons_code", "neighbour_code")
    }
    alone = {
        code: row["name"]
        for code, row in COUNCILS.items()
        if code.startswith("E") and holds(row, day) and code not in bordering
    }

    assert alone == ISLANDS


def test_a_county_borders_what_its_successors_border() -> None:
    neighbours = {
        COUNCILS[row["neighbour_code" if row["ons_code"] == "E10000006" else "ons_code"]]["name"]
        for row in BORDERS
        if "E10000006" in (row["ons_code"], row["neighbour_code"]) and holds(row, "2022-03-31")
    }

    assert neighbours == {"County Durham", "Lancashire", "North Yorkshire", "Northumberland"}
