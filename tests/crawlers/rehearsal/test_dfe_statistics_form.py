"""DfE's tables of a rehearsal, read back, and beside the real ones."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from crawlers.rehearsal.forms.dfe_statistics import DfeStatistics
from crawlers.rehearsal.forms.dfe_statistics.children import spread
from crawlers.rehearsal.forms.dfe_statistics.data_sets import DATA_SETS
from crawlers.rehearsal.forms.dfe_statistics.marks import Written, rounded, withheld
from crawlers.rehearsal.forms.dfe_statistics.publisher import data_set_id, published_on
from crawlers.rehearsal.publishing import Asked, Setup
from tests.crawlers.rehearsal.seven_councils import ADDRESSES, TODAY, WORLD

HERE = ADDRESSES["dfe_statistics"]
PUBLICATION = "/find-statistics/children-looked-after-in-england-including-adoptions"

MARCH, DURING, GAIN = DATA_SETS

Rows = list[dict[str, str]]


def dfe(today: date = TODAY) -> DfeStatistics:
    return DfeStatistics(
        Setup(world=WORLD, today=today, addresses=ADDRESSES, folder=Path("unused"))
    )


def served(path: str, today: date = TODAY) -> bytes:
    answer = dfe(today).answer(Asked(path=path))
    assert answer.status == 200
    assert isinstance(answer.body, bytes)
    return answer.body


def data(of: object = MARCH, release: int = 2026) -> Rows:
    data_set = next(one for one in DATA_SETS if one is of)
    path = f"/data-catalogue/data-set/{data_set_id(release, data_set)}/rehearsal/csv"
    return list(csv.DictReader(StringIO(served(path).decode())))


def real(published_files: Path, name: str) -> Rows:
    path = published_files / "local_authority" / name
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def of_council(rows: Rows, code: str, year: int = 2026) -> Rows:
    return [row for row in rows if (row["new_la_code"], row["time_period"]) == (code, str(year))]


def pairs(rows: Rows) -> set[tuple[str, str]]:
    return {(row["cla_group"], row["characteristic"]) for row in rows}


def test_the_release_of_a_year_comes_on_the_third_thursday_of_november() -> None:
    assert published_on(2025) == date(2025, 11, 20)
    assert published_on(2026) == date(2026, 11, 19)
    assert b"Reporting year 2025" in served(PUBLICATION, date(2026, 11, 18))
    assert b"<p>Reporting year 2026</p>" in served(PUBLICATION, date(2026, 11, 19))


def test_no_release_is_there_before_its_day() -> None:
    desk = dfe(date(2026, 11, 18))

    assert desk.answer(Asked(path=f"{PUBLICATION}/2026")).status == 404
    assert (
        desk.answer(
            Asked(path=f"/data-catalogue/data-set/{data_set_id(2026, MARCH)}/rehearsal/csv")
        ).status
        == 404
    )


def test_a_release_leads_to_its_data_sets_at_its_own_address() -> None:
    links = [part.partition('"')[0] for part in served(PUBLICATION).decode().split('href="')[1:]]

    assert all(link.startswith(HERE) for link in links)
    assert all(served(link.removeprefix(HERE)) for link in links)
    assert f"{HERE}/data-catalogue/data-set/{data_set_id(2026, MARCH)}" in links


def test_a_release_holds_five_years_newest_first() -> None:
    years = [row["time_period"] for row in data()]

    assert list(dict.fromkeys(years)) == ["2026", "2025", "2024", "2023", "2022"]


@pytest.mark.real_data
def test_new_placements_have_the_columns_of_the_real_releases(published_files: Path) -> None:
    before = real(published_files, "la_cla_during_year_new_placements_2024.csv")
    after = real(published_files, "la_cla_during_year_new_placements_2025.csv")

    assert list(data(DURING, 2024)[0]) == list(before[0])
    assert list(data(DURING, 2025)[0]) == list(after[0])
    assert {(row["characteristic"], row["breakdown"]) for row in data(DURING)} == {
        (row["characteristic"], row["breakdown"]) for row in after
    }


@pytest.mark.real_data
def test_the_net_gain_has_the_columns_of_the_real_release(published_files: Path) -> None:
    published = real(published_files, "la_cla_on_31_march_la_of_placement_netgain.csv")

    assert list(data(GAIN)[0]) == list(published[0])
    assert {row["characteristic"] for row in data(GAIN)} == {
        row["characteristic"] for row in published
    }


@pytest.mark.real_data
def test_children_on_31_march_have_the_groups_and_rows_of_the_real_table(
    published_files: Path,
) -> None:
    # The copy kept of the real table has passed through another tool, which left out columns
    # that are the same on each row and gave the number a longer name.
    published = real(published_files, "la_cla_31_march_2021_2025_from_dfe_rds.csv")
    kept = {"number" if name == "cla_31_march_number" else name for name in published[0]}

    assert pairs(data()) == pairs(published)
    assert kept <= set(data()[0])


@pytest.mark.real_data
def test_areas_are_coded_as_the_real_ones(published_files: Path) -> None:
    published = {
        (row["region_code"], row["region_name"], row["geographic_level"])
        for row in real(published_files, "la_cla_during_year_new_placements_2025.csv")
    }
    ours = {
        (row["region_code"], row["region_name"], row["geographic_level"]) for row in data(DURING)
    }

    assert ours <= published


def test_a_councils_total_is_of_the_order_of_the_number_that_it_looks_after() -> None:
    rows = of_council(data(), "E08000035")
    totals = {int(row["number"]) for row in rows if row["characteristic"] == "Total"}

    assert totals == {1004, 1071}  # it looks after 1,480 in the world; the second are in its area


def test_providers_and_placements_name_the_same_children_with_parents() -> None:
    numbers = {row["characteristic"]: row["number"] for row in of_council(data(), "E08000035")}

    assert (
        numbers["Parents or other person with parental responsibility"]
        == numbers["Placed with parents or other person with parental responsibility"]
    )


def test_where_places_are_more_children_of_others_come() -> None:
    rows = {row["la_name"]: row for row in data() if row["time_period"] == "2026"}
    others = {
        row["la_name"]: int(row["number"])
        for row in data()
        if row["time_period"] == "2026"
        and row["characteristic"].startswith("2. Other LA children")
        and row["la_name"] in {"Leeds", "Camden", "Cumberland"}
    }

    assert set(rows) >= {"Leeds", "Camden", "Cumberland"}
    assert others["Leeds"] / 1480 > others["Cumberland"] / 480


def test_england_and_regions_are_rounded_to_ten_and_withhold_nothing() -> None:
    above = [row for row in data() if row["geographic_level"] != "Local authority"]

    assert all(int(row["number"]) % 10 == 0 for row in above)


def test_a_council_withholds_one_to_five_children() -> None:
    numbers = [row["number"] for row in data() if row["geographic_level"] == "Local authority"]

    assert "c" in numbers
    assert not {"1", "2", "3", "4", "5"} & set(numbers)


def test_a_small_council_withholds_even_its_total() -> None:
    rows = of_council(data(), "E09000001")

    assert {row["number"] for row in rows if row["cla_group"] == "Placement"} == {"0", "c"}
    assert "c" in {row["number"] for row in rows if row["characteristic"] == "Total"}


def test_a_council_that_looks_after_nobody_has_nothing_to_share_out() -> None:
    rows = of_council(data(), "E06000053")

    assert {row["number"] for row in rows} == {"0", "z"}
    assert {row["percentage"] for row in rows} == {"z"}


def test_half_of_a_divided_council_has_nothing_before_it_began() -> None:
    assert {row["number"] for row in of_council(data(), "E06000063", 2023)} == {"z"}
    assert "z" not in {row["number"] for row in of_council(data(), "E06000063", 2024)}


def test_a_council_that_did_not_report_is_marked_not_available() -> None:
    marked = {
        (row["time_period"], row["la_name"]) for row in data(release=2024) if row["number"] == "x"
    }

    assert len(marked) == len({year for year, _ in marked}) == 3
    assert all(
        {row["number"] for row in data(release=2024) if (row["time_period"], row["la_name"]) == one}
        == {"x"}
        for one in marked
    )


def test_the_release_of_2026_marks_what_rounds_to_nothing_in_another_way() -> None:
    older = {row["percentage"] for row in data(release=2025)}
    newer = {row["percentage"] for row in data(release=2026)}

    assert "k" in older - newer
    assert "low" in newer - older


def test_a_lone_number_is_not_withheld_alone() -> None:
    written = withheld({"a": 3, "b": 40, "c": 7, "d": 0}, total="Total", low="k")

    assert {row: of.number for row, of in written.items()} == {
        "a": "c",
        "b": "40",
        "c": "c",
        "d": "0",
        "Total": "50",
    }


def test_a_percentage_is_that_of_the_number_before_rounding() -> None:
    written = rounded({"a": 4, "b": 996}, total="Total", low="k")

    assert written["a"] == Written(number="0", percentage="k")
    assert written["b"] == Written(number="1000", percentage="100")
    assert written["Total"] == Written(number="1000", percentage="100")


def test_what_is_spread_sums_to_the_whole() -> None:
    assert spread(10, {"a": 1, "b": 1, "c": 1}) == {"a": 4, "b": 3, "c": 3}
    assert spread(7, {"a": 0, "b": 0}) == {"a": 0, "b": 0}


def test_the_same_release_has_the_same_bytes() -> None:
    path = f"/data-catalogue/data-set/{data_set_id(2025, MARCH)}/rehearsal/csv"

    assert served(path) == served(path)
    assert served(path, date(2025, 12, 1)) == served(path)
