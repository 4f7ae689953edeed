"""The invented market from its workbooks to its findings: every planted case is concluded.

The cases stand in the table of `tests.planted_market.planted`, one test for each of its rows.
"""

import json
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from db.records import Inspection, Movement, Premises, ProvisionType, Setting
from oversight.asked_market import Options, make_market
from oversight.installation import end_of, open_installation
from oversight.market import Market
from oversight.measures.failing import Proxy
from oversight.policy import packaged_policy
from tests.oversight.asking import Ask, program
from tests.planted_market.workbooks import issues

Rows = list[dict[str, Any]]
AS_OF = date(2026, 3, 31)


def run(*words: object) -> str:
    """What the program prints, in a process of its own."""
    ran = program(*words, stderr=subprocess.PIPE)
    out, err = ran.communicate(timeout=120)
    assert ran.returncode == 0, err.decode()
    return out.decode()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder into which the program took both issues."""
    folder = tmp_path_factory.mktemp("invented")
    for issue in issues():
        issue.write(folder / issue.name)
    told = run("ingest", *sorted(folder.glob("*.ods")), "--data", folder / "data")
    assert told.count("records, taken in") == 2
    return folder / "data"


@pytest.fixture(scope="module")
def findings(data: Path) -> dict[str, Rows]:
    """What the program concludes, policy by policy."""
    return {
        policy.name: json.loads(run("findings", "--json", "--policy", policy.name, "--data", data))[
            "rows"
        ]
        for policy in map(packaged_policy, ("grades-alone", "illustrative", "wide"))
    }


@pytest.fixture(scope="module")
def market(data: Path) -> Iterator[Market]:
    """The market of 31 March 2026 as it is held."""
    place = open_installation(data, None, datetime(2030, 1, 1, tzinfo=UTC))
    options = Options(
        as_of=AS_OF, known_at=end_of(place.now.date()), seen=False, policy=packaged_policy()
    )
    yield make_market(place, options)
    place.engine.dispose()


def failing(rows: Rows) -> dict[str, float]:
    """How many settings count, by the organisation that meets s.23A(2)."""
    return {row["subject_name"]: row["measure"] for row in rows if row["rule"] == "PO-01"}


def setting(market: Market, urn: str) -> Setting:
    return next(one for one in market.settings if one.urn == urn)


def owners(market: Market, *urns: str) -> list[str]:
    """The organisations that own these settings, by name."""
    return [one.name for one in market.organisations if {s.urn for s in one.settings} & set(urns)]


def test_three_homes_inadequate_are_three_failing_homes(findings: dict[str, Rows]) -> None:
    (found,) = (
        row for row in findings["grades-alone"] if row["subject_name"] == "Larkmoor Care Limited"
    )
    judged = [one["claim"][:23] for one in found["evidence"] if "judged Inad" in one["claim"]]

    assert found["headline"].startswith("meets the requirements of s.23A(2)")
    assert judged == [
        "Children's home 9000001",
        "Children's home 9000002",
        "Children's home 9000003",
    ]


def test_a_suspension_and_weak_accommodation_are_two_only_when_both_kinds_count(
    findings: dict[str, Rows],
) -> None:
    strict = failing(findings["illustrative"])

    assert strict["Fernhollow Young People Limited"] == 2
    assert "Fernhollow Young People Limited" not in failing(findings["grades-alone"])


def test_two_homes_that_require_improvement_are_failing_only_in_the_widest_sense(
    findings: dict[str, Rows],
) -> None:
    assert "Sedgewater Homes Limited" not in failing(findings["grades-alone"])
    assert "Sedgewater Homes Limited" not in failing(findings["illustrative"])
    assert failing(findings["wide"])["Sedgewater Homes Limited"] == 2


def test_a_councils_own_homes_fail_without_making_it_an_independent_provider(
    findings: dict[str, Rows], market: Market
) -> None:
    own = [market.outcomes[urn].proxy for urn in ("SC900031", "SC900032")]

    assert own == [Proxy.GRADES, Proxy.GRADES]
    assert [
        name for rows in findings.values() for name in failing(rows) if name.startswith("Leicest")
    ] == []


def test_six_settings_without_an_owner_are_six_unrelated_settings(
    findings: dict[str, Rows], market: Market
) -> None:
    blank = ("9000041", "SC900042", "9000043", "9000044", "SC900045", "9000046")
    suppliers = [
        one
        for area in market.areas
        if (area.level, area.basis, area.service) == ("england", "all", "children's homes")
        for one in area.suppliers
        if one.owner is None
    ]

    assert sorted(one.urn for one in market.settings if one.owner_name is None) == sorted(blank)
    assert owners(market, *blank) == []
    assert [one.settings for one in suppliers] == [1, 1, 1, 1]
    assert "" not in {row["subject_name"] for rows in findings.values() for row in rows}


def test_a_blank_owner_is_blank_whether_it_is_written_0_or_null(market: Market) -> None:
    premises = [one for one in market.snapshot.current(Premises) if one.urn == "9000046"]

    assert setting(market, "9000046").owner_name is None
    assert [one.owner_name for one in premises] == [None, None, None]


def test_one_owner_in_six_spellings_is_one_organisation(market: Market) -> None:
    urns = [f"90000{number}" for number in range(51, 57)]
    (found,) = (one for one in market.organisations if one.key == "thistle and tarn care")

    assert [one.urn for one in found.settings] == urns
    assert found.texts == (
        "THISTLE & TARN CARE LIMITED",
        "Thistle & Tarn Care Limited",
        "Thistle & Tarn Care Ltd",
        "Thistle and Tarn Care Limited",
        "thistle and tarn care ltd",
    )


def test_a_company_number_in_an_owners_name_is_that_company(market: Market) -> None:
    urns = [f"90000{number}" for number in range(61, 66)]

    assert [setting(market, urn).owner_company_number for urn in urns] == [
        "09999911",
        "09999912",
        "09999913",
        "09999914",
        "09999915",
    ]
    assert sorted(owners(market, *urns)) == [
        "Bramhollow Care Limited",
        "Curlewgate Care",
        "Ploversgate Care Limited",
        "Sorrelstead Care Limited",
        "Wrenwater Care Limited",
    ]


def test_an_owner_called_3_13_is_one_owner_of_that_name(market: Market) -> None:
    visited = {one.owner_name for one in market.visits["9000071"]}

    assert setting(market, "9000071").owner_name == "3.13"
    assert owners(market, "9000071") == ["3.13"]
    assert visited == {"3.13"}


def test_a_childrens_home_with_a_capital_is_a_childrens_home(market: Market) -> None:
    kinds = [setting(market, urn).provision_type for urn in ("9000081", "SC900082")]

    assert kinds == [ProvisionType.CHILDRENS_HOME, ProvisionType.CHILDRENS_HOME]


def test_a_date_typed_as_text_is_that_day(market: Market) -> None:
    (left,) = (one for one in market.snapshot.current(Movement) if one.urn == "9000091")

    assert (left.left, left.cancelled_on, left.moved_on) == (
        True,
        date(2025, 6, 4),
        date(2025, 6, 4),
    )


def test_one_owner_holds_most_of_an_area_and_no_one_elses_share_is_so_large(
    findings: dict[str, Rows],
) -> None:
    (found,) = (row for row in findings["illustrative"] if row["rule"] == "FO-01")
    counts = [
        one["claim"].partition(";")[0] for one in found["evidence"] if " of which " in one["claim"]
    ]

    assert found["subject_name"] == "Turnwater Care Limited"
    assert found["measure"] > 0.4
    assert counts == [
        "Somerset: 49 independent places in 11 children's homes, of which 30 in 6 are its own",
        "South West: 91 independent places in 22 children's homes, of which 30 in 6 are its own",
    ]


def test_one_visit_to_two_registrations_is_two_inspections_with_one_number(
    market: Market,
) -> None:
    found = [
        (one.urn, one.inspected_on)
        for one in market.snapshot.current(Inspection)
        if one.event_number == "90000111"
    ]

    assert sorted(found) == [("9000111", date(2025, 9, 16)), ("SC900112", date(2025, 9, 16))]


def test_a_report_too_late_for_the_issue_leaves_the_grade_before_it(market: Market) -> None:
    graded = [
        str(one.overall_experiences_and_progress)
        for one in market.visits["9000121"]
        if one.overall_experiences_and_progress
    ]

    assert set(graded) == {"Good"}
    assert "9000121" not in market.outcomes


def test_an_office_in_wales_is_in_no_region_though_its_premises_are(market: Market) -> None:
    (premises, *_) = market.premises["9000131"]
    named = {area.area_name for area in market.areas}
    supplied = {
        area.area_name
        for area in market.areas
        if premises.cite in {cite for one in area.suppliers for cite in one.cites}
    }

    assert setting(market, "9000131").local_authority == "Wrexham"
    assert named & {"Wrexham", "Wales"} == set()
    assert supplied == {"Shropshire", "West Midlands", "England"}


def test_a_home_that_joined_and_left_in_one_year_is_in_neither_register(market: Market) -> None:
    registers = {one.as_at for one in market.snapshot.every(Setting) if one.urn == "9000141"}
    (moved,) = (one for one in market.snapshot.current(Movement) if one.urn == "9000141")

    assert registers == set()
    assert (moved.joined, moved.left) == (True, True)


def test_nobody_else_is_concluded_to_fail(findings: dict[str, Rows]) -> None:
    assert failing(findings["grades-alone"]) == {"Larkmoor Care Limited": 3}
    assert failing(findings["illustrative"]) == {
        "Fernhollow Young People Limited": 2,
        "Larkmoor Care Limited": 3,
    }


def test_every_number_that_the_publisher_states_of_these_two_years_agrees(data: Path) -> None:
    rows = json.loads(run("reconcile", "--json", "--data", data))["rows"]

    assert {row["difference"] for row in rows if row["ours"] is not None} == {0}
    assert {row["explanation"] for row in rows} == {
        "agrees",
        "no register is held for this day",
        "no table of this year's inspections is held",
    }


def test_the_register_of_the_year_before_can_still_be_asked_for(data: Path) -> None:
    rows = json.loads(run("groups", "--as-of", "2025-03-31", "--json", "--data", data))["rows"]

    assert sum(row["settings_certain"] for row in rows) == 258


def test_every_citation_of_every_finding_can_be_shown(
    data: Path, findings: dict[str, Rows], ask: Ask
) -> None:
    cites = {one["cite"] for row in findings["illustrative"] for one in row["evidence"]}
    answers = {cite: ask("show", cite, "--data", data) for cite in cites}

    assert [cite for cite, answer in answers.items() if answer.code != 0] == []
    assert [cite for cite in cites if "&row=" in cite and "URN" not in answers[cite].out] == []
