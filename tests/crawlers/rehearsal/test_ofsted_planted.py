"""Each case that is planted in the market by hand can be found in its workbook."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from crawlers.rehearsal.forms.ofsted.register import Register
from tests.crawlers.rehearsal.workbook_rows import (
    IN_YEAR,
    IN_YEAR_KIND,
    KIND,
    LEVEL,
    MOVED,
    OUTCOME,
    OVERALL,
    OWNER,
    PLACES,
    PREMISES,
    listed,
    number,
    row_of,
)
from tests.planted_market.workbooks import OF_2025, OF_2026
from tests.planted_market.world import WORLD


def failing(urns: Sequence[str], owner: str) -> list[object]:
    rows = [row_of(OF_2026, LEVEL, urn) for urn in urns]
    assert {row[OWNER] for row in rows} == {owner}
    return [row[OVERALL] for row in rows]


def test_one_organisation_has_three_homes_inadequate() -> None:
    urns = [f"900000{n}" for n in range(1, 6)]

    assert failing(urns, "Larkmoor Care Limited") == ["Inadequate"] * 3 + ["Good"] * 2


def test_one_organisation_has_a_home_suspended_and_accommodation_with_weaknesses() -> None:
    homes = ["9000011", "9000012", "9000013"]

    assert failing(homes, "Fernhollow Young People Limited") == ["Good"] * 3
    assert row_of(OF_2026, LEVEL, "9000011")["Registration status"] == "Suspended"
    assert row_of(OF_2026, LEVEL, "9000014")[OWNER] == "Fernhollow Young People Limited"
    assert row_of(OF_2026, LEVEL, "9000014")[OUTCOME] == "Serious or widespread weaknesses"


def test_one_organisation_has_two_homes_that_require_improvement() -> None:
    urns = ["9000021", "9000022", "9000023"]

    assert failing(urns, "Sedgewater Homes Limited") == [
        "Requires improvement to be good",
        "Requires improvement to be good",
        "Good",
    ]


def test_a_council_has_two_homes_of_its_own_inadequate() -> None:
    urns = ["SC900031", "SC900032", "SC900033"]

    assert failing(urns, "Leicestershire County Council") == [
        "Inadequate",
        "Inadequate",
        "Good",
    ]
    assert {row_of(OF_2026, LEVEL, urn)["Sector"] for urn in urns} == {"Local Authority"}


def test_the_owner_of_six_settings_is_left_blank() -> None:
    blank = {number(row): row for row in listed(OF_2026, PLACES) if row["Organisation name"] == ""}

    assert set(blank) == {"9000041", "SC900042", "9000043", "9000044", "SC900045", "9000046"}
    assert [urn for urn in blank if row_of(OF_2026, LEVEL, urn)[OVERALL] == "Inadequate"] == [
        "9000041",
        "SC900042",
    ]


def test_a_blank_owner_is_0_in_one_tab_and_null_in_another() -> None:
    assert row_of(OF_2026, PLACES, "9000046")["Organisation name"] == ""
    assert row_of(OF_2026, LEVEL, "9000046")[OWNER] == 0
    assert row_of(OF_2026, PREMISES, "9000046")["Organisation name"] == "NULL"


def test_one_owner_is_spelled_in_six_ways() -> None:
    assert [row_of(OF_2026, LEVEL, f"90000{n}")[OWNER] for n in range(51, 57)] == [
        "Thistle & Tarn Care Limited",
        "Thistle & Tarn Care Ltd",
        "THISTLE & TARN CARE LIMITED",
        "Thistle and Tarn Care Limited",
        "Thistle & Tarn Care Limited ",
        "thistle and tarn care ltd",
    ]


def test_company_numbers_stand_in_owners_names() -> None:
    assert [row_of(OF_2026, LEVEL, f"90000{n}")[OWNER] for n in range(61, 66)] == [
        "Ploversgate Care Limited 09999911",
        "Sorrelstead Care Limited 9999912",
        "Wrenwater Care Limited - company number 09999913",
        "Bramhollow Care Limited (09999914)",
        "Curlewgate Care 09999915, 1999915",
    ]


def test_an_owner_called_3_13_is_a_number_in_one_tab_and_a_date_in_another() -> None:
    assert row_of(OF_2026, LEVEL, "9000071")[OWNER] == 3.13
    assert row_of(OF_2026, PLACES, "9000071")["Organisation name"] == 3.13
    assert row_of(OF_2026, IN_YEAR, "9000071")[OWNER] == datetime.fromisoformat(
        "1900-01-03T03:07:12"
    )


def test_one_type_and_two_kinds_of_visit_are_spelled_in_two_ways() -> None:
    capital = {
        number(r) for r in listed(OF_2026, LEVEL) if r["Provision type"] == "Children's Home"
    }

    assert capital == {"9000081", "SC900082"}
    assert {row[IN_YEAR_KIND] for row in listed(OF_2026, IN_YEAR)} == {
        "Full inspection",
        "Full Inspection",
        "Monitoring inspection",
        "Monitoring Inspection",
        "Assurance visit",
    }
    assert {row[KIND] for row in listed(OF_2026, LEVEL)} == {"Full inspection", ""}


def test_one_date_among_the_leavers_is_text() -> None:
    row = row_of(OF_2026, MOVED, "9000091")

    assert row["First effective date (that the provider became cancelled)"] == "04/06/2025"
    assert row["First effective date (that the provider closed)"] == datetime.fromisoformat(
        "2025-06-04"
    )


def test_one_visit_stands_under_two_registrations() -> None:
    events = Counter(row["Inspection event number"] for row in listed(OF_2026, IN_YEAR))
    shared = [
        number(row)
        for row in listed(OF_2026, IN_YEAR)
        if events[row["Inspection event number"]] > 1
    ]

    assert shared == ["9000111", "SC900112"]


def test_visits_other_than_full_inspections_grade_nothing() -> None:
    others = [
        row
        for row in listed(OF_2026, IN_YEAR)
        if str(row[IN_YEAR_KIND]).casefold() != "full inspection"
    ]

    assert {(row[OVERALL], row[OUTCOME]) for row in others} == {("", "")}
    assert "9000001" in {number(row) for row in others}


def test_a_report_that_came_out_too_late_is_in_no_tab() -> None:
    visits = [row for row in listed(OF_2026, IN_YEAR) if number(row) == "9000121"]

    assert row_of(OF_2026, LEVEL, "9000121")[OVERALL] == "Good"
    assert "Inadequate" not in {row[OVERALL] for row in visits}


def test_one_provider_has_its_office_in_wales() -> None:
    row = row_of(OF_2026, PLACES, "9000131")

    assert (row["Local authority"], row["Ofsted Region"]) == ("Wrexham", "Wales")


def test_one_home_joined_and_left_between_the_registers() -> None:
    row = row_of(OF_2026, MOVED, "9000141")

    assert row["Reason"] == "Joiner and Leaver in current reporting period"
    assert "9000141" not in {
        number(r) for r in (*listed(OF_2025, PLACES), *listed(OF_2026, PLACES))
    }


def test_one_organisation_alone_holds_most_of_a_council_and_much_of_its_region() -> None:
    places: Counter[tuple[str, str]] = Counter()
    whole: Counter[str] = Counter()
    for setting in Register(world=WORLD).open_on(date(2026, 3, 31)):
        if setting.is_one_of("Children's home") and setting.sector != "Local Authority":
            council, owner = WORLD.council[setting.council], setting.owners[0].owner
            name = WORLD.body[owner].name if owner else setting.urn
            for area in (council.ofsted_name, f"region {council.ofsted_region}"):
                places[area, name] += setting.places_on(date(2026, 3, 31)) or 0
                whole[area] += setting.places_on(date(2026, 3, 31)) or 0
    limits = {area: 0.25 if area.startswith("region ") else 0.4 for area in whole}

    assert {
        (area, owner) for (area, owner), held in places.items() if held / whole[area] > limits[area]
    } == {("Somerset", "Turnwater Care Limited"), ("region South West", "Turnwater Care Limited")}


def test_nobody_ordinary_has_two_settings_that_fail() -> None:
    owners = Counter(
        row[OWNER]
        for row in listed(OF_2026, LEVEL)
        if row[OVERALL] == "Inadequate" or row[OUTCOME] == "Serious or widespread weaknesses"
    )

    assert {owner for owner, count in owners.items() if count > 1} == {
        "Larkmoor Care Limited",
        "Leicestershire County Council",
        "",
    }


def test_ordinary_settings_fail_too() -> None:
    failing = [
        number(row)
        for row in listed(OF_2026, LEVEL)
        if row[OVERALL] == "Inadequate" and number(row).startswith("91")
    ]

    assert len(failing) > 1


def test_the_market_is_of_the_size_and_mix_intended() -> None:
    kinds = Counter(str(row["Provision type"]).casefold() for row in listed(OF_2026, PLACES))

    assert kinds["children's home"] == 185
    assert kinds["independent fostering agency"] == 19
    assert kinds["supported accommodation"] == 40
    assert kinds["secure children's home"] == 1
    assert (kinds.total(), len(kinds)) == (267, 12)


def test_every_registration_number_is_invented() -> None:
    urns = [
        number(row)
        for beginning in (LEVEL, IN_YEAR, PREMISES, MOVED)
        for row in listed(OF_2026, beginning)
    ]

    assert all(urn.removeprefix("SC").startswith("9") for urn in urns)
