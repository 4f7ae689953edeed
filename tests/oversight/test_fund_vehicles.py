"""A fund vehicle is known by its trade or its name, and an operating group ends below it."""

from datetime import date

import pytest
from hypothesis import given

from db.records import Control, SicCode
from oversight.finding import Evidence
from oversight.fund_vehicles import fund_vehicles
from oversight.sponsors import Listed, Sponsor, listed_sponsors, sponsors
from tests.db.companies import said
from tests.oversight.ownership import NUMBERS, entry, graph, registers

FUND, OTHER_FUND, TOP, HOME, ANOTHER = NUMBERS[:5]
DAY = date(2026, 3, 31)
TRADED = f"sha256:{'0' * 64}#sic"


def trade(company: str, code: str) -> SicCode:
    return said(SicCode, cite=TRADED, company_number=company, sic_code=code)


def found(name: str, number: str = FUND, code: str = "64209") -> dict[str, Evidence]:
    return fund_vehicles({number: name}, {number: "entered"}, [trade(number, code)])


@pytest.mark.parametrize(
    "name",
    [
        "Quernhill GP LLP",
        "Quernhill Infrastructure V (GP) Limited",
        "Quernhill General Partner Limited",
        "Quernhill IV L.P.",
        "Quernhill LP",
        "Quernhill Fund III SCSp",
        "Quernhill Capital Partners Limited",
        "Quernhill Private Equity Ltd",
        "Quernhill Fund IV Limited",
        "Quernhill Limited Partnership",
    ],
)
def test_a_fund_vehicle_is_known_by_its_name(name: str) -> None:
    assert found(name) == {
        FUND: Evidence(
            claim=f"{name} is taken for a fund vehicle: it is called as fund vehicles are",
            cite="entered",
        )
    }


@pytest.mark.parametrize(
    "name",
    ["Quernhill Holdings Limited", "Quernhill Topco Limited", "Fundamental Care Ltd", "Help Ltd"],
)
def test_a_holding_company_is_no_fund_vehicle(name: str) -> None:
    assert found(name) == {}


def test_a_fund_vehicle_is_known_by_its_trade() -> None:
    assert found("Quernhill Limited", code="66300") == {
        FUND: Evidence(
            claim="Quernhill Limited is taken for a fund vehicle: its trade is 66300, fund"
            " management activities",
            cite=TRADED,
        )
    }


def test_a_limited_partnership_is_known_by_its_number() -> None:
    (sign,) = found("Quernhill", "SL000001").values()

    assert sign.claim.endswith("its number, SL000001, is a limited partnership's")


def test_whoever_runs_settings_is_no_fund_vehicle() -> None:
    names, entered = {HOME: "Equity Care Limited"}, {HOME: "entered"}

    assert fund_vehicles(names, entered, [], owners={HOME}) == {}


def test_an_operating_group_ends_below_a_fund_that_a_statutory_group_climbs_through() -> None:
    drawn = graph(
        entry(FUND, OTHER_FUND),
        entry(OTHER_FUND, TOP),
        entry(TOP, HOME),
        entry(OTHER_FUND, ANOTHER),
    )

    assert drawn.groups == {FUND: (FUND, OTHER_FUND, TOP, HOME, ANOTHER)}
    assert drawn.operating_groups({FUND, OTHER_FUND}) == {
        FUND: (FUND, OTHER_FUND),
        TOP: (TOP, HOME),
        ANOTHER: (ANOTHER,),
    }


@given(registers)
def test_operating_groups_partition_and_each_is_inside_a_statutory_one(
    register: list[Control],
) -> None:
    drawn = graph(*register, companies=tuple(NUMBERS))
    operating = drawn.operating_groups({FUND, OTHER_FUND})

    assert sorted(one for members in operating.values() for one in members) == NUMBERS
    for members in operating.values():
        assert any({*members} <= {*statutory} for statutory in drawn.groups.values())


@given(registers)
def test_where_nobody_is_a_fund_operating_and_statutory_groups_are_the_same(
    register: list[Control],
) -> None:
    drawn = graph(*register, companies=tuple(NUMBERS))

    assert drawn.operating_groups(()) == drawn.groups


SIGN = Evidence(claim="it is called as fund vehicles are", cite="entered")
HOUSE = Listed(
    name="Quernhill",
    kind="private equity",
    known_as=("Quernhill Private Equity LLP",),
    stated_as_at=date(2025, 3, 31),
    until=date(2027, 1, 1),
    address="https://example.org/owners",
    says="The publisher names Quernhill",
)
NAMES = {FUND: "Quernhill Private Equity LLP", OTHER_FUND: "Saltvane LP", TOP: "Ash Topco Limited"}
FUNDS = {FUND: SIGN, OTHER_FUND: SIGN}


def named(*above: tuple[str, bool], day: date = DAY) -> list[tuple[str, bool]]:
    return [(one.name, one.certain) for one in sponsors(above, NAMES, FUNDS, day, [HOUSE])]


def test_a_sponsor_of_the_list_is_named_as_the_list_names_it_with_its_source() -> None:
    (one,) = sponsors([(TOP, True), (FUND, True)], NAMES, FUNDS, DAY, [HOUSE])

    assert one == Sponsor(
        name="Quernhill",
        certain=True,
        evidence=(
            Evidence(
                claim="The publisher names Quernhill (private equity)",
                cite="https://example.org/owners",
            ),
        ),
    )


@pytest.mark.parametrize("day", [date(2025, 3, 30), date(2027, 1, 1)])
def test_on_a_day_that_the_list_does_not_speak_of_its_fund_is_named(day: date) -> None:
    assert named((FUND, True), day=day) == [("Quernhill Private Equity LLP", True)]


def test_of_funds_above_each_other_the_nearest_is_named_and_the_list_beside_it() -> None:
    assert named((OTHER_FUND, True), (FUND, True)) == [("Saltvane LP", True), ("Quernhill", True)]
    assert named((FUND, True), (OTHER_FUND, True)) == [("Quernhill", True)]


def test_a_fund_whose_control_is_possible_is_a_possible_sponsor() -> None:
    assert named((OTHER_FUND, False)) == [("Saltvane LP", False)]


def test_whoever_is_no_fund_and_not_listed_is_no_sponsor() -> None:
    assert named((TOP, True)) == []


def test_each_entry_of_the_list_cites_where_it_is_published() -> None:
    for one in listed_sponsors():
        assert one.address.startswith("https://")
        assert one.known_as
        assert one.says
