"""Which settings supply which market."""

from dataclasses import replace
from datetime import date

import pytest

from db.records import LocalAuthority, LocalAuthoritySpelling, Record
from oversight.examples import market
from oversight.market import Market
from oversight.market_rows import TOLD_OF_A_MARKET, market_row
from oversight.measures.concentration import AreaMarket

WREXHAM = LocalAuthority(
    cite=f"sha256:{'0' * 64}#Wrexham",
    public_on=date(2009, 4, 1),
    valid_from=date(2009, 4, 1),
    valid_to=None,
    ons_code="W06000006",
    dfe_code=None,
    name="Wrexham",
    region="Wales",
    region_code="W92000004",
    regional_care_cooperative=None,
    successor_codes=None,
    basis="An example",
)
WRITTEN_WREXHAM = LocalAuthoritySpelling(
    cite=f"sha256:{'0' * 64}#Wrexham",
    public_on=date(2009, 4, 1),
    valid_from=date(2009, 4, 1),
    valid_to=None,
    spelling="Wrexham",
    publisher="Ofsted",
    ons_code="W06000006",
)


def described(area: AreaMarket) -> tuple[str, str, str, int, int]:
    return str(area.level), area.area, str(area.basis), area.settings, area.places


def with_wrexham(asked: Market) -> Market:
    shelf: dict[type[Record], tuple[Record, ...]] = dict(asked.snapshot.shelf)
    shelf[LocalAuthority] = (*shelf[LocalAuthority], WREXHAM)
    shelf[LocalAuthoritySpelling] = (*shelf[LocalAuthoritySpelling], WRITTEN_WREXHAM)
    snapshot = replace(asked.snapshot, shelf=shelf)
    return Market(snapshot=snapshot, policy=asked.policy)


def test_a_home_supplies_its_council_its_region_and_england_on_both_bases() -> None:
    found = market(
        settings="""
            urn      | owner_name    | places
            SC000001 | Larkmoor Care | 5
        """
    )

    assert [described(area) for area in found.areas] == [
        ("council", "E10000016", "independent", 1, 5),
        ("council", "E10000016", "all", 1, 5),
        ("region", "E12000008", "independent", 1, 5),
        ("region", "E12000008", "all", 1, 5),
        ("england", "E92000001", "independent", 1, 5),
        ("england", "E92000001", "all", 1, 5),
    ]


def test_a_councils_own_home_counts_only_where_all_supply_counts() -> None:
    found = market(
        settings="""
            urn      | owner_name          | sector
            SC000001 | Kent County Council | Local Authority
        """
    )

    assert [(str(area.level), str(area.basis)) for area in found.areas] == [
        ("council", "all"),
        ("region", "all"),
        ("england", "all"),
    ]


def test_supported_accommodation_stands_where_its_premises_stand() -> None:
    found = market(
        settings="""
            urn      | owner_name    | provision_type          | supported_accommodation_premises
            SC000001 | Larkmoor Care | Supported Accommodation | 3
        """,
        premises="""
            urn      | local_authority | places | owner_name
            SC000001 | Medway          | 2      | Larkmoor Care
            SC000001 | Medway          | 3      | Larkmoor Care
            SC000001 | Surrey          | 4      | Larkmoor Care
        """,
    )
    councils = [area for area in found.areas if area.level == "council"]

    assert [(area.area_name, str(area.basis), area.settings, area.places) for area in councils] == [
        ("Medway", "independent", 2, 5),
        ("Surrey", "independent", 1, 4),
        ("Medway", "all", 2, 5),
        ("Surrey", "all", 1, 4),
    ]
    assert {str(area.service) for area in found.areas} == {"supported accommodation"}


REGISTERED_TWICE = """
    urn      | provision_type          | places | supported_accommodation_premises | owner_name
    SC000001 | Supported Accommodation | 7      | 3                                | Larkmoor Care
    SC000002 | Supported Accommodation | 5      |                                  | Ash
"""
UNLISTED = (
    "no premises are listed for 2026-03-31: where the 2 registrations of that day have their places"
    " is not published"
)


def test_supported_accommodation_without_premises_supplies_no_market_beside_one_with_them() -> None:
    found = market(
        settings=REGISTERED_TWICE,
        premises="""
            urn      | local_authority | owner_name
            SC000001 | Medway          | Larkmoor Care
        """,
    )

    assert [described(area) for area in found.areas if area.level == "council"] == [
        ("council", "E06000035", "independent", 1, 4),
        ("council", "E06000035", "all", 1, 4),
    ]
    assert [(one.reason.name, one.places) for one in found.left_out] == [("NO_PREMISES", 5)]


@pytest.mark.parametrize("as_at", [None, "2025-03-31"], ids=["none", "of the year before"])
def test_where_no_premises_of_the_day_are_listed_nothing_is_told_of_any_area(
    as_at: str | None,
) -> None:
    others = (
        f"urn | local_authority | owner_name | as_at\nSC000001 | Kent | Larkmoor Care | {as_at}"
    )
    found = with_wrexham(market(settings=REGISTERED_TWICE, premises=others if as_at else ""))

    assert [(str(area.level), area.area_name, str(area.basis)) for area in found.areas] == [
        (level, name, basis)
        for level, names in {
            "council": ("Medway", "Kent", "Surrey"),
            "region": ("South East",),
            "england": ("England",),
        }.items()
        for basis in ("independent", "all")
        for name in names
    ]
    assert [area.suppliers for area in found.areas if area.suppliers] == []
    assert {area.unknown_why for area in found.areas} == {UNLISTED}
    assert [one.reason.name for one in found.left_out] == ["NONE_LISTED", "NONE_LISTED"]


def test_where_none_is_registered_there_is_no_market_to_tell_of() -> None:
    found = market(
        settings="""
            urn      | owner_name    | places
            SC000001 | Larkmoor Care | 5
        """
    )

    assert found.unknown == {}
    assert {str(area.service) for area in found.areas} == {"children's homes"}


def test_a_market_of_which_nothing_is_known_is_a_row_without_numbers() -> None:
    row = market_row(market(settings=REGISTERED_TWICE).areas[0])

    assert {name for name, value in row.items() if value is None} == set(TOLD_OF_A_MARKET)
    assert {row[f"{name}_why"] for name in TOLD_OF_A_MARKET} == {
        market(settings=REGISTERED_TWICE).areas[0].unknown_why
    }


def test_fostering_has_a_national_market_only() -> None:
    found = market(
        settings="""
            urn      | provision_type               | owner_name
            SC000001 | Independent Fostering Agency | Larkmoor Fostering
        """
    )

    assert [described(area) for area in found.areas] == [
        ("england", "E92000001", "independent", 1, 4),
        ("england", "E92000001", "all", 1, 4),
    ]


def test_homes_for_other_needs_are_in_none_of_these_markets() -> None:
    found = market(
        settings="""
            urn      | provision_type                                               | owner_name
            SC000001 | Secure children's home                                       | Larkmoor Care
            SC000002 | Residential special school (registered as a children's home) | Larkmoor Care
            SC000003 | Residential Family Centre                                    | Larkmoor Care
            SC000004 | Boarding School                                              | Larkmoor Care
        """
    )

    assert found.areas == ()


def test_each_setting_of_no_named_owner_is_a_supplier_of_its_own() -> None:
    found = market(
        settings="""
            urn      | owner_name    | places
            SC000001 |               | 4
            SC000002 |               | 4
            SC000003 | Larkmoor Care | 5
            SC000004 | Larkmoor Care | 3
        """
    )

    assert [(s.owner, s.name, s.settings, s.places) for s in found.areas[0].suppliers] == [
        ("larkmoor care", "Larkmoor Care", 2, 8),
        (None, "owner not published", 1, 4),
        (None, "owner not published", 1, 4),
    ]
    assert found.areas[0].hhi == 3_750


def test_an_owner_that_is_written_in_two_ways_is_one_supplier() -> None:
    found = market(
        settings="""
            urn      | owner_name
            SC000001 | Larkmoor Care Limited
            SC000002 | LARKMOOR CARE LTD
        """
    )

    assert [(s.owner, s.settings) for s in found.areas[0].suppliers] == [("larkmoor care", 2)]


def test_a_home_whose_places_are_not_published_adds_none() -> None:
    found = market(
        settings="""
            urn      | owner_name    | places
            SC000001 | Larkmoor Care |
            SC000002 | Ash           | 3
        """
    )

    assert [(s.owner, s.places) for s in found.areas[0].suppliers] == [
        ("ash", 3),
        ("larkmoor care", 0),
    ]


def test_an_address_in_wales_is_in_no_market_of_england() -> None:
    settings = """
        urn      | local_authority | government_office_region | owner_name
        SC000001 | Wrexham         | Wales                    | Larkmoor Care
    """

    assert market(settings=settings).areas == ()
    assert with_wrexham(market(settings=settings)).areas == ()


def test_a_provider_with_an_office_in_wales_supplies_where_its_premises_stand() -> None:
    settings = """
        urn      | owner_name | provision_type | local_authority | supported_accommodation_premises
        SC000001 | Larkmoor   | Supported Accommodation | Wrexham | 1
    """
    premises = """
        urn      | local_authority | owner_name
        SC000001 | Kent            | Larkmoor
    """
    found = with_wrexham(market(settings=settings, premises=premises))

    assert described(found.areas[0]) == ("council", "E10000016", "independent", 1, 4)


def test_a_council_that_nobody_knows_keeps_the_publishers_name_and_stays_in_its_region() -> None:
    found = market(
        settings="""
            urn      | local_authority | places | owner_name
            SC000001 | Kent            | 4      | Larkmoor Care
            SC000002 | Atlantis        | 3      | Larkmoor Care
        """
    )

    assert [described(area) for area in found.areas if area.basis == "all"] == [
        ("council", "Atlantis", "all", 1, 3),
        ("council", "E10000016", "all", 1, 4),
        ("region", "E12000008", "all", 2, 7),
        ("england", "E92000001", "all", 2, 7),
    ]


def test_a_region_that_nobody_knows_keeps_the_publishers_name() -> None:
    found = market(
        settings="""
            urn      | local_authority | government_office_region | owner_name
            SC000001 | Atlantis        | The Deep                 | Larkmoor Care
        """
    )

    assert [area.area for area in found.areas if area.level == "region"] == ["The Deep"] * 2


def test_suppliers_stand_from_the_largest_to_the_smallest() -> None:
    found = market(
        settings="""
            urn      | owner_name | places
            SC000001 | Ash        | 3
            SC000002 | Beech      | 6
            SC000003 | Cedar      | 3
            SC000004 | Cedar      | 0
        """
    )

    assert [supplier.name for supplier in found.areas[0].suppliers] == ["Beech", "Cedar", "Ash"]


A_TRUST = """
    owner_name
    Larkmoor Trust Limited
"""


def independent_suppliers(asked: Market) -> list[tuple[str, int]]:
    return [
        (supply.name, supply.places)
        for area in asked.areas
        if (area.level, area.basis) == ("council", "independent")
        for supply in area.suppliers
    ]


@pytest.mark.parametrize("sector", ["Voluntary", "Private", "Local Authority"])
def test_a_council_owned_body_is_council_provision_whatever_its_sector(sector: str) -> None:
    found = market(
        settings=f"""
            urn      | owner_name     | sector
            SC000001 | Larkmoor Trust | {sector}
            SC000002 | Ash Homes      | Private
        """,
        council_owned=A_TRUST,
    )
    everybody = {
        supply.name for area in found.areas if area.basis == "all" for supply in area.suppliers
    }

    assert independent_suppliers(found) == [("Ash Homes", 4)]
    assert everybody == {"Ash Homes", "Larkmoor Trust"}


def test_before_councils_owned_a_body_and_since_they_ceased_to_it_is_independent() -> None:
    settings = """
        urn      | owner_name
        SC000001 | Larkmoor Trust
    """
    later = "owner_name | valid_from | valid_to\nLarkmoor Trust | {} | {}"

    assert [
        independent_suppliers(market(settings=settings, council_owned=later.format(*days)))
        for days in (("2026-03-31", ""), ("2026-03-01", "2026-03-31"), ("2020-04-01", "2026-04-01"))
    ] == [[], [("Larkmoor Trust", 4)], []]


def test_a_market_names_the_provision_that_only_the_sector_would_have_counted() -> None:
    found = market(
        settings="""
            urn      | owner_name          | sector
            SC000001 | Larkmoor Trust      | Voluntary
            SC000002 | Larkmoor Trust      | Local Authority
            SC000003 | Kent County Council | Local Authority
            SC000004 | Ash Homes           | Private
        """,
        council_owned=A_TRUST,
    )
    (independent, everybody) = (area for area in found.areas if area.level == "council")

    assert [(s.name, s.settings, s.places) for s in independent.left_out] == [
        ("Larkmoor Trust", 1, 4)
    ]
    assert everybody.left_out == ()


def test_a_council_is_council_provision_also_where_one_setting_is_classed_otherwise() -> None:
    found = market(
        settings="""
            urn      | owner_name          | sector
            SC000001 | Kent County Council | Local Authority
            SC000002 | Kent County Council | Voluntary
        """
    )

    assert independent_suppliers(found) == []


def test_what_supplies_no_market_is_named_with_the_reason() -> None:
    found = market(
        settings="""
            urn      | provision_type          | supported_accommodation_premises | owner_name
            SC000001 | Boarding School         |                                  | Ash
            SC000002 | Supported Accommodation | 3                                | Beech
            SC000003 | Supported Accommodation | 2                                | Cedar
        """,
        premises="""
            urn      | local_authority | places | owner_name
            SC000003 | Kent            | 4      | Cedar
            SC000003 | Wrexham         | 5      | Cedar
        """,
    )
    asked = with_wrexham(found)

    assert [
        (one.provision_type.value, one.is_premises, one.reason.name, one.places)
        for one in asked.left_out
    ] == [
        ("Boarding School", False, "OTHER_PROVISION", 4),
        ("Supported Accommodation", False, "NO_PREMISES", 4),
        ("Supported Accommodation", True, "IN_WALES", 5),
    ]
