"""The local authority tables agree with each other and resolve every council Ofsted names."""

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from db.owner_text import owner_key

Row = dict[str, str]

REFERENCE = Path(__file__).parents[2] / "crawlers" / "reference"
SHARED = Path(__file__).parents[3] / "shared"
TODAY = "2026-11-22"
LATER_THAN_ALL = "9999-12-31"
ISLANDS = {"E06000046": "Isle of Wight", "E06000053": "Isles of Scilly"}
REGIONS = {
    "E12000001": "North East",
    "E12000002": "North West",
    "E12000003": "Yorkshire and The Humber",
    "E12000004": "East Midlands",
    "E12000005": "West Midlands",
    "E12000006": "East of England",
    "E12000007": "London",
    "E12000008": "South East",
    "E12000009": "South West",
    "W92000004": "Wales",
}


def read(table: str) -> list[Row]:
    with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


COUNCILS = {row["ons_code"]: row for row in read("local_authorities")}
BORDERS = read("local_authority_borders")
SPELLINGS = read("local_authority_spellings")
COUNCIL_OWNED = read("council_owned_bodies")


def holds(row: Row, day: str) -> bool:
    """Whether a row holds on a day: its first day counts, its last does not."""
    return row["valid_from"] <= day < (row["valid_to"] or LATER_THAN_ALL)


def fold(spelling: str) -> str:
    """A spelling as it is compared: case and runs of space do not count."""
    return " ".join(spelling.split()).casefold()


def meanings(spelling: str, day: str) -> set[str]:
    """Every council that a spelling means on a day."""
    return {
        row["ons_code"]
        for row in SPELLINGS
        if fold(row["spelling"]) == fold(spelling) and holds(row, day)
    }


def named(workbook: Path, columns: set[str]) -> set[str]:
    """Every value that any sheet of a workbook holds under one of these headings."""
    book = CalamineWorkbook.from_path(workbook)
    found: set[str] = set()
    for sheet in book.sheet_names:
        heading: int | None = None
        for row in book.get_sheet_by_name(sheet).to_python():
            cells = [str(cell).strip() for cell in row]
            if heading is not None:
                found.add(cells[heading])
            elif headings := columns.intersection(cells):
                heading = cells.index(headings.pop())
    return found - columns - {""}


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


def test_whoever_owns_a_body_is_a_council_in_england_on_its_first_day() -> None:
    wrong = [
        (row["owner_name"], code)
        for row in COUNCIL_OWNED
        for code in row["owning_councils"].split()
        if not code.startswith("E") or not holds(COUNCILS[code], row["valid_from"])
    ]

    assert wrong == []


def test_a_body_of_several_councils_is_jointly_owned_and_no_other_is() -> None:
    joint = [row for row in COUNCIL_OWNED if row["kind"] == "jointly owned by councils"]

    assert joint == [row for row in COUNCIL_OWNED if " " in row["owning_councils"]]


def test_a_body_has_one_set_of_owners_on_one_day() -> None:
    intervals = sorted(
        (owner_key(row["owner_name"]), row["valid_from"], row["valid_to"] or LATER_THAN_ALL)
        for row in COUNCIL_OWNED
    )
    overlapping = [
        (earlier, later)
        for earlier, later in pairwise(intervals)
        if earlier[0] == later[0] and later[1] < earlier[2]
    ]

    assert overlapping == []


def test_an_address_is_a_whole_one() -> None:
    wrong = [
        row["address"]
        for row in COUNCIL_OWNED
        if not re.fullmatch(r"(https?://\S+)?", row["address"])
    ]

    assert wrong == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="Ofsted's workbooks are not kept in the project")
@pytest.mark.parametrize("year", ["2022", "2025"])
def test_every_authority_ofsted_names_is_one_council_on_the_day_of_its_register(year: str) -> None:
    name = f"Childrens_social_care_in_England_{year}_underlying_data.ods"
    columns = {"Local authority", "Local authority name", "Premises Local Authority"}
    spellings = named(SHARED / "data" / "ofsted" / name, columns)
    unresolved = [text for text in spellings if len(meanings(text, f"{year}-03-31")) != 1]

    assert len(spellings) > 150
    assert unresolved == []
