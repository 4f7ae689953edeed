"""The real registers of 2022 and 2025 in one store: every number that this release promises."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from db.records import Movement, ProvisionType, Setting
from oversight.asked_market import Options, make_market
from oversight.installation import end_of, open_installation
from oversight.market import Market
from oversight.measures.concentration import Basis, Level, Service
from oversight.measures.failing import latest_graded
from oversight.policy import packaged_policy
from oversight.taking_in import take_in
from tests.oversight.asking import Ask

pytestmark = pytest.mark.real_data

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
FILE = "Childrens_social_care_in_England_{}_underlying_data.ods"
HOMES = (
    ProvisionType.CHILDRENS_HOME,
    ProvisionType.SECURE_CHILDRENS_HOME,
    ProvisionType.RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME,
)
IN_2025 = ("--as-of", "2025-03-31")
IN_2022 = ("--as-of", "2022-03-31")
FAILING = ("1230416", "2542813", "SC476270", "SC476326")
"""The settings of one organisation that were Inadequate on 31 March 2025."""

OWNERSHIP = "Ownership: "
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def workbooks(published_files: Path) -> tuple[Path, Path]:
    """The real workbooks of 2022 and 2025."""
    folder = published_files / "ofsted"
    return folder / FILE.format(2022), folder / FILE.format(2025)


@pytest.fixture(scope="module")
def data(workbooks: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds both, taken in the wrong way round."""
    folder = tmp_path_factory.mktemp("real") / "data"
    place = open_installation(folder, None, NOW)
    take_in(place, [workbooks[1], workbooks[0]])
    place.engine.dispose()
    return folder


@pytest.fixture(scope="module")
def markets(data: Path) -> Iterator[dict[int, Market]]:
    """The market as it was known when each issue was new, by year."""
    place = open_installation(data, None, NOW)
    yield {
        year: make_market(
            place,
            Options(
                as_of=date(year, 3, 31),
                known_at=end_of(date(year, 12, 31)),
                seen=False,
                policy=packaged_policy(),
            ),
        )
        for year in (2022, 2025)
    }
    place.engine.dispose()


def rows(ask: Ask, data: Path, *words: object) -> Rows:
    found: Rows = json.loads(ask(*words, "--data", data, "--json").out)["rows"]
    return found


def grades(market: Market) -> Counter[str]:
    latest = [latest_graded(market.visits.get(one.urn, ())) for one in market.settings]
    return Counter(
        str(visit.overall_experiences_and_progress)
        for visit in latest
        if visit is not None and visit.overall_experiences_and_progress
    )


def places(settings: tuple[Setting, ...], *kinds: ProvisionType) -> int:
    return sum(one.places or 0 for one in settings if one.provision_type in kinds)


def test_the_register_of_2025_lists_5600_settings_of_which_4009_are_childrens_homes(
    markets: dict[int, Market],
) -> None:
    kinds = Counter(one.provision_type for one in markets[2025].settings)

    assert kinds.total() == 5_600
    assert [kinds[kind] for kind in HOMES] == [3_946, 14, 49]
    assert kinds[ProvisionType.SUPPORTED_ACCOMMODATION] == 893
    assert kinds[ProvisionType.INDEPENDENT_FOSTERING_AGENCY] == 339


def test_the_register_of_2025_has_15742_places_in_homes_and_20224_in_accommodation(
    markets: dict[int, Market],
) -> None:
    settings = markets[2025].settings
    premises = [one for each in markets[2025].premises.values() for one in each]

    assert places(settings, *HOMES) == 15_742
    assert places(settings, ProvisionType.SUPPORTED_ACCOMMODATION) == 20_224
    assert (len(premises), sum(one.places for one in premises)) == (8_119, 20_224)


def test_the_latest_grades_are_those_that_ofsted_counts(
    markets: dict[int, Market],
) -> None:
    assert grades(markets[2025]) == {
        "Outstanding": 658,
        "Good": 3_059,
        "Requires improvement to be good": 522,
        "Inadequate": 54,
    }


def test_50_of_893_supported_accommodation_providers_have_an_outcome(
    markets: dict[int, Market],
) -> None:
    assert markets[2025].supported_accommodation_coverage == (50, 893)


def test_settings_without_an_owner_belong_to_nobody(markets: dict[int, Market]) -> None:
    blank = [one for one in markets[2025].settings if one.owner_name is None]
    owned = sum(len(one.settings) for one in markets[2025].organisations)

    assert (len(blank), owned) == (48, 5_552)
    assert len(markets[2025].organisations) == 2_512


def test_in_2025_ten_owners_of_settings_are_owned_by_councils(markets: dict[int, Market]) -> None:
    owned = {
        one.name: (len(one.settings), one.council_owned.owning_councils, one.is_council)
        for one in markets[2025].organisations
        if one.council_owned
    }

    assert owned == {
        "Achieving for Children Community Interest Company": (
            4,
            "E06000040 E09000021 E09000027",
            False,
        ),
        "Birmingham Children's Trust Community Interest Company": (7, "E08000025", False),
        "Blackpool Coastal Housing Limited": (1, "E06000009", False),
        "Bradford Children and Families Trust": (2, "E08000032", False),
        "Bradford Children's and Families Trust": (9, "E08000032", False),
        "Brighter Futures For Children Limited": (4, "E06000038", False),
        "Northamptonshire Childrens Trust Limited": (7, "E06000061 E06000062", False),
        "Sandwell Children's Trust": (2, "E08000028", False),
        "Slough Children First Limited": (3, "E06000039", False),
        "Together For Children Sunderland": (12, "E08000024", False),
    }


def test_without_what_councils_own_half_of_readings_independent_places_are_one_owners(
    markets: dict[int, Market],
) -> None:
    independent, everybody = (
        area
        for area in markets[2025].areas
        if (area.service, area.area_name) == (Service.CHILDRENS_HOMES, "Reading")
    )
    largest = [
        (m.suppliers[0].name, m.suppliers[0].places, m.places) for m in (independent, everybody)
    ]

    assert largest == [("Kennet Care Limited", 15, 30), ("Kennet Care Limited", 15, 42)]
    assert [(one.name, one.settings, one.places) for one in independent.left_out] == [
        ("Brighter Futures For Children Limited", 2, 12)
    ]


def test_in_2025_markets_leave_out_28_homes_and_9_agencies_that_councils_own(
    markets: dict[int, Market],
) -> None:
    left_out = {
        area.service: (sum(s.settings for s in area.left_out), sum(s.places for s in area.left_out))
        for area in markets[2025].areas
        if area.level is Level.ENGLAND and area.left_out
    }

    assert left_out == {
        Service.CHILDRENS_HOMES: (28, 163),
        Service.SUPPORTED_ACCOMMODATION: (6, 48),
        Service.FOSTERING_AGENCIES: (9, 0),
    }


def test_every_setting_and_premises_stands_in_a_market_or_is_left_out_with_a_reason(
    markets: dict[int, Market],
) -> None:
    market = markets[2025]
    standing = {
        area.service: area.settings
        for area in market.areas
        if (area.level, area.basis) == (Level.ENGLAND, Basis.ALL)
    }

    assert standing == {
        Service.CHILDRENS_HOMES: 3_946,
        Service.SUPPORTED_ACCOMMODATION: 8_118,
        Service.FOSTERING_AGENCIES: 339,
    }
    assert Counter((one.reason.name, one.is_premises) for one in market.left_out) == {
        ("OTHER_PROVISION", False): 422,
        ("NO_PREMISES", False): 6,
        ("IN_WALES", True): 1,
    }


def test_each_rule_counts_only_whom_it_could_flag(data: Path, ask: Ask) -> None:
    rates = rows(ask, data, "evaluate", *IN_2025)

    assert [(rate["rule"], rate["met"], rate["of"]) for rate in rates] == [
        ("FO-01", 32, 1_429),
        ("PO-01", 2, 690),
        ("PO-02", 0, 0),
    ]


def test_a_body_that_councils_own_is_still_somebody_who_may_be_overseen(
    data: Path, ask: Ask
) -> None:
    found = rows(ask, data, "findings", "--rule", "FO-01", *IN_2025)
    owned = [one for one in found if one["headline"].endswith("councils' own included")]

    assert [(one["subject_name"], round(one["measure"], 3)) for one in owned] == [
        ("Bradford Children's and Families Trust", 0.305),
        ("Brighter Futures For Children Limited", 0.286),
        ("Together For Children Sunderland", 0.372),
    ]


def test_every_joining_and_leaving_of_the_year_is_listed(markets: dict[int, Market]) -> None:
    moved = markets[2025].snapshot.current(Movement)

    assert sum(one.year_to == date(2025, 3, 31) for one in moved) == 1_529


def test_every_council_that_the_registers_name_is_known(data: Path, ask: Ask) -> None:
    answer = ask("doctor", "--data", data)

    assert answer.code == 0
    assert "well  councils: every council named is known" in answer.out.splitlines()


def test_on_grades_alone_one_organisation_meets_s23a_2_with_four_settings(
    data: Path, ask: Ask
) -> None:
    (found,) = rows(ask, data, "findings", "--rule", "PO-01", "--policy", "grades-alone", *IN_2025)
    judged = [one for one in found["evidence"] if "judged Inadequate" in one["claim"]]

    assert (found["subject_name"], found["measure"]) == ("Cambian Childcare Limited", 4)
    assert found["headline"] == (
        "meets the requirements of s.23A(2) on grades alone: 4 of its 183 settings count"
        " (5 on the strict proxy, 45 on the wide proxy)"
    )
    assert [one["claim"].partition(":")[0].removeprefix("Children's home ") for one in judged] == [
        *FAILING
    ]


def test_every_row_that_the_finding_cites_is_shown_as_it_claims_with_nobodys_details(
    data: Path, ask: Ask
) -> None:
    (found,) = rows(ask, data, "findings", "--rule", "PO-01", "--policy", "grades-alone", *IN_2025)
    shown = {one["cite"]: rows(ask, data, "show", one["cite"]) for one in found["evidence"]}
    cells = [{row["heading"]: row["value"] for row in printed} for printed in shown.values()]
    overall = "Overall experiences and progress of children and young people"
    inadequate = [one["cite"] for one in found["evidence"] if "judged Inadequate" in one["claim"]]
    private = {"Address 1", "Town", "Postcode", "Parliamentary constituency"}

    assert len(shown) == 12
    assert sorted({cell["URN"] for cell in cells}) == sorted(FAILING)
    assert {heading for cell in cells for heading in cell} & private == set()
    assert {cell["Name"] for cell in cells if "Name" in cell} <= {"(masked)"}
    assert len(inadequate) == 4
    assert [
        row["value"] for cite in inadequate for row in shown[cite] if row["heading"] == overall
    ] == ["Inadequate"] * 4


def test_with_suspensions_and_accommodation_two_organisations_meet_it(data: Path, ask: Ask) -> None:
    found = rows(ask, data, "findings", "--rule", "PO-01", *IN_2025)

    assert [(row["subject_name"], row["measure"]) for row in found] == [
        ("Cambian Childcare Limited", 5),
        ("Quality Protects Children Ltd", 2),
    ]


def test_on_the_wide_proxy_73_organisations_meet_it(data: Path, ask: Ask) -> None:
    found = rows(ask, data, "findings", "--rule", "PO-01", "--policy", "wide", *IN_2025)

    assert len(found) == 73
    assert {row["severity"] for row in found} == {"context"}


def test_each_day_has_its_own_register(data: Path, ask: Ask) -> None:
    counts = [
        sum(row["settings_certain"] for row in rows(ask, data, "groups", *day))
        for day in (IN_2022, IN_2025)
    ]

    assert counts == [3_537, 5_552]


def test_before_the_july_release_nobody_knew_the_register_of_2022(data: Path, ask: Ask) -> None:
    words = ("groups", *IN_2022, "--known-at")

    assert rows(ask, data, *words, "2022-06-30") == []
    assert rows(ask, data, *words, "2022-07-06") == []
    assert sum(row["settings_certain"] for row in rows(ask, data, *words, "2022-07-07")) == 3_537


def test_our_counts_stand_beside_the_workbooks_own_from_2012_to_2025(data: Path, ask: Ask) -> None:
    answer = ask("reconcile", *IN_2025, "--data", data, "--json")
    lines = json.loads(answer.out)["rows"]
    homes = {
        row["period"]: (row["published"], row["ours"], row["explanation"])
        for row in lines
        if row["measure"].endswith("providers by provision type: All")
        and row["period"].endswith("-03-31")
    }

    assert answer.code == 0
    assert sorted(period[:4] for period in homes) == [str(year) for year in range(2012, 2026)]
    assert homes["2025-03-31"] == (5_600, 5_600, "agrees")
    assert homes["2022-03-31"] == (3_576, 3_576, "agrees")
    assert homes["2024-03-31"] == (4_453, None, "no register is held for this day")


def test_every_difference_from_the_publisher_is_explained(data: Path, ask: Ask) -> None:
    lines = rows(ask, data, "reconcile", *IN_2025)
    counted = [row for row in lines if not row["measure"].startswith(OWNERSHIP)]
    differing = [row for row in counted if row["difference"] and " to " not in row["period"]]

    assert Counter(row["explanation"] for row in lines)["unexplained"] == 0
    assert [(row["period"], row["difference"]) for row in differing] == [("2024-25", -1)] * 4
    assert {row["explanation"].partition(";")[0] for row in differing} == {
        "the publisher's table also counts grades given at monitoring visits"
    }


def test_of_its_own_day_the_issue_of_2022_agrees_with_every_number(data: Path, ask: Ask) -> None:
    lines = rows(ask, data, "reconcile", *IN_2022, "--known-at", "2022-12-31")
    found = Counter(row["explanation"] for row in lines)

    assert found["agrees"] == 90
    assert found["unexplained"] == 0
    assert {row["difference"] for row in lines if row["ours"] is not None} <= {0, None}


def test_the_register_alone_gives_the_20_largest_owners_186_of_the_published_250(
    data: Path, ask: Ask
) -> None:
    found = {
        (row["period"], row["measure"].removeprefix(OWNERSHIP)): row
        for row in rows(ask, data, "reconcile", *IN_2025)
        if row["measure"].startswith(OWNERSHIP)
    }
    homes = "Share of all children's homes that the 20 owners with the most homes have"
    largest = found["2025-03-31", homes]
    without = {
        day for (day, _), row in found.items() if row["explanation"].startswith("no register is")
    }

    assert (largest["published"], largest["ours"]) == (0.25, 0.186)
    assert largest["explanation"] == "not matched"
    assert largest["details"][0].startswith("1,183 of 1,297 owners, with 3,463 of 3,946, are")
    assert without == {"2021-03-31", "2023-03-31", "2024-03-31"}
    assert found["2022-03-31", "Private homes whose owner has no other"]["ours"] == 322


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_on_postgresql_everything_is_concluded_alike(
    database_url: str, workbooks: tuple[Path, Path], data: Path, ask: Ask, tmp_path: Path
) -> None:
    def answered(folder: Path) -> list[Rows]:
        return [
            rows(ask, folder, "findings", *IN_2022),
            rows(ask, folder, "findings", *IN_2025),
            rows(ask, folder, "groups", *IN_2025),
            rows(ask, folder, "markets", *IN_2025),
            rows(ask, folder, "reconcile", *IN_2025),
        ]

    on_sqlite = answered(data)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("OVERSIGHT_DB", database_url)
        taken = ask("ingest", *workbooks, "--data", tmp_path / "data")
        on_postgresql = answered(tmp_path / "data")
        checked = ask("doctor", "--data", tmp_path / "data")

    assert (taken.code, taken.err) == (0, "")
    assert on_sqlite == on_postgresql
    assert (checked.code, "well  database: postgresql" in checked.out) == (0, True)
