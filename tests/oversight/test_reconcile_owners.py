"""What releases on ownership state stands beside our groups, and every difference is told."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from db.records import (
    OwnedSector,
    OwnedService,
    OwnershipFigure,
    OwnershipMeasure,
    Population,
    Record,
)
from db.snapshot import Snapshot
from oversight.examples import AS_OF, KNOWN_AT, market
from oversight.explanation import Explanation, Line
from oversight.market import Market
from oversight.reconcile_owners import reconcile_owners
from tests.db.samples import ownership_figure
from tests.oversight.asking import Ask, rows
from tests.oversight.registers import MARCH_2024, MARCH_2025, inspection, movement, setting

HOMES = """
    urn      | owner_name               | sector          | short_breaks_only
    SC000001 | Larkmoor Care 09000003   | Private         | false
    SC000002 | Larkmoor Care 09000003   | Private         | false
    SC000003 | Fernhollow 09000004      | Private         | false
    SC000004 | Ash House                | Private         | true
    SC000005 | Ash House                | Voluntary       | false
    SC000006 | Kent County Council      | Local Authority | false
    SC000007 | Kent County Council      | Local Authority | false
    SC000008 | Kent County Council      | Local Authority | false
    SC000009 | Quill Homes              | Private         | false
    SC000010 |                          | Private         | false
"""
UNDER_ONE_ROOF = """
    holder               | company  | votes
    09000001             | 09000003 | 75-100
    09000001             | 09000004 | 75-100
"""
UNDER_A_FUND = """
    holder               | company  | votes  | country_registered
    Quernhill Fund IV LP | 09000003 | 75-100 | Jersey
    Quernhill Fund IV LP | 09000004 | 75-100 | Jersey
"""


def figure(value: float, measure: OwnershipMeasure, **more: object) -> OwnershipFigure:
    return ownership_figure(as_at=AS_OF, value=value, measure=measure, **more)


def beside(asked: Market, *figures: Record) -> list[Line]:
    shelf = {**asked.snapshot.shelf, OwnershipFigure: figures}
    snapshot = Snapshot(as_of=AS_OF, known_at=KNOWN_AT, shelf=shelf)
    return list(reconcile_owners(replace(asked, snapshot=snapshot)))


def line(asked: Market, one: OwnershipFigure) -> Line:
    (found,) = beside(asked, one)
    return found


BY_TEXT = market(settings=HOMES)
GROUPED = market(settings=HOMES, ownership=UNDER_ONE_ROOF)


@pytest.mark.parametrize(
    ("measure", "more", "by_text", "grouped"),
    [
        (OwnershipMeasure.LARGEST_SHARE, {"largest": 1}, 0.3, 0.3),
        (OwnershipMeasure.LARGEST_SHARE, {"largest": 2}, 0.5, 0.6),
        (OwnershipMeasure.LARGEST_SETTINGS, {"largest": 2}, 5, 6),
        (OwnershipMeasure.LARGEST_OWNERS, {}, 1, 1),
        (
            OwnershipMeasure.LARGEST_SETTINGS,
            {"largest": 1, "ranked": OwnedSector.PRIVATE},
            2,
            3,
        ),
        (
            OwnershipMeasure.LARGEST_SHARE,
            {"largest": 1, "ranked": OwnedSector.PRIVATE, "share_of": OwnedSector.PRIVATE},
            0.3333,
            0.5,
        ),
        (
            OwnershipMeasure.LARGEST_SHARE,
            {"largest": 1, "ranked": OwnedSector.PRIVATE, "share_of": OwnedSector.EVERY},
            0.2,
            0.3,
        ),
        (OwnershipMeasure.SINGLE_SETTINGS, {"ranked": OwnedSector.PRIVATE}, 2, 1),
        (
            OwnershipMeasure.SINGLE_SHARE,
            {"ranked": OwnedSector.PRIVATE, "share_of": OwnedSector.PRIVATE},
            0.3333,
            0.1667,
        ),
        (
            OwnershipMeasure.SINGLE_SHARE,
            {
                "ranked": OwnedSector.PRIVATE,
                "share_of": OwnedSector.PRIVATE,
                "service": OwnedService.HOMES_BUT_SHORT_BREAKS,
            },
            0.4,
            0.2,
        ),
    ],
)
def test_owners_are_counted_by_text_and_by_statutory_group(
    measure: OwnershipMeasure, more: dict[str, object], by_text: float, grouped: float
) -> None:
    one = figure(by_text, measure, **more)

    assert line(BY_TEXT, one).ours == by_text
    assert line(GROUPED, one).ours == grouped


def test_the_largest_are_ranked_with_councils_among_them() -> None:
    found = line(BY_TEXT, figure(0.25, OwnershipMeasure.LARGEST_SHARE, largest=1))

    assert (found.ours, found.difference) == (0.3, 0.05)


def test_with_only_the_register_a_difference_is_owners_that_are_not_matched() -> None:
    found = line(BY_TEXT, figure(0.9, OwnershipMeasure.LARGEST_SHARE, largest=2))

    assert (found.published, found.explanation) == (0.9, Explanation.NOT_MATCHED)
    assert found.details[0] == (
        "4 of 5 owners, with 6 of 10, are matched to no company, or no control register of their"
        " company is held: who is above them is not known"
    )
    assert found.details[-1] == "stated in A release, Main findings: https://example.org/release"


def test_a_share_that_rounds_to_theirs_agrees() -> None:
    asked = figure(
        0.33,
        OwnershipMeasure.LARGEST_SHARE,
        largest=1,
        ranked=OwnedSector.PRIVATE,
        share_of=OwnedSector.PRIVATE,
    )
    found = line(BY_TEXT, asked)

    assert (found.ours, found.difference) == (0.3333, 0.0033)
    assert found.explanation is Explanation.AGREES


def test_named_owners_have_all_that_is_surely_below_them() -> None:
    holding = """
        company_number | name
        09000001       | LARKMOOR TOPCO LIMITED
    """
    asked = market(settings=HOMES, ownership=UNDER_ONE_ROOF, companies=holding)
    found = line(asked, figure(0.3, OwnershipMeasure.NAMED_SHARE, owners="Larkmoor Topco Ltd"))

    assert (found.ours, found.explanation) == (0.3, Explanation.AGREES)
    assert "ours is all that is surely below the undertakings named, whatever is above them" in (
        found.details
    )


def test_a_named_owner_that_nothing_held_is_called_is_not_matched() -> None:
    asked = figure(0.3, OwnershipMeasure.NAMED_SHARE, owners="Quernhill LLP; Nobody Ltd")
    found = line(GROUPED, asked)

    assert (found.ours, found.explanation) == (None, Explanation.NOT_MATCHED)
    assert "no undertaking that is held is called Nobody Ltd" in found.details


def test_owners_in_every_service_have_homes_an_agency_and_accommodation() -> None:
    asked = market(
        settings="""
            urn      | owner_name             | provision_type
            SC000001 | Larkmoor Care 09000003 | Children's home
            SC000002 | Fernhollow 09000004    | Independent Fostering Agency
            SC000003 | Fernhollow 09000004    | Supported Accommodation
            SC000004 | Ash House              | Children's home
        """,
        ownership=UNDER_ONE_ROOF,
    )
    one = figure(1, OwnershipMeasure.IN_EVERY_SERVICE, service=OwnedService.EVERY)

    assert line(asked, one).explanation is Explanation.AGREES


def test_premises_count_for_whoever_is_registered_for_them() -> None:
    asked = market(
        settings="""
            urn      | owner_name | provision_type
            SC000001 | Ash House  | Supported Accommodation
            SC000002 | Quill      | Supported Accommodation
        """,
        premises="""
            urn      | owner_name | government_office_region
            SC000001 | Ash House  | South East
            SC000001 | Ash House  | South East
            SC000001 | Ash House  | London
            SC000002 | Quill      | London
        """,
    )
    share = figure(0.75, OwnershipMeasure.LARGEST_SHARE, largest=1, service=OwnedService.PREMISES)
    in_london = share.model_copy(update={"region": "London", "value": 0.5})
    agencies = share.model_copy(update={"service": OwnedService.AGENCIES})

    assert line(asked, share).ours == 0.75
    assert line(asked, in_london).ours == 0.5
    assert line(asked, agencies).explanation is Explanation.NOT_IN_REGISTER


def test_what_no_register_gives_is_not_counted() -> None:
    found = line(BY_TEXT, figure(6490, OwnershipMeasure.AGENCY_PLACES))

    assert (found.published, found.ours) == (6490, None)
    assert found.explanation is Explanation.NOT_IN_REGISTER


def test_a_region_without_settings_has_no_share() -> None:
    asked = figure(0.5, OwnershipMeasure.LARGEST_SHARE, largest=1, region="London")

    assert line(BY_TEXT, asked).ours is None


def test_a_quarter_that_owners_never_reach_takes_all_of_them() -> None:
    settings = "\n".join(
        ["urn | owner_name", *(f"SC00000{n} |" for n in range(1, 9)), "SC000009 | Ash House"]
    )
    found = line(market(settings=settings), figure(3, OwnershipMeasure.LARGEST_OWNERS))

    assert found.ours == 1


def test_a_day_without_a_register_has_no_number_of_ours() -> None:
    one = figure(0.5, OwnershipMeasure.LARGEST_SHARE, largest=2).model_copy(
        update={"as_at": date(2019, 3, 31)}
    )

    assert line(BY_TEXT, one).explanation is Explanation.NO_REGISTER


def test_newer_releases_come_first() -> None:
    newer = figure(0.5, OwnershipMeasure.LARGEST_SHARE, largest=2)
    older = newer.model_copy(update={"as_at": date(2019, 3, 31)})

    assert [one.period for one in beside(BY_TEXT, older, newer)] == ["2026-03-31", "2019-03-31"]


ALL_KNOWN = """
    urn      | owner_name             | sector
    SC000001 | Larkmoor Care 09000003 | Private
    SC000002 | Fernhollow 09000004    | Private
    SC000003 | Kent County Council    | Local Authority
"""


def test_where_every_owner_is_known_the_method_is_another() -> None:
    asked = market(settings=ALL_KNOWN, ownership=UNDER_ONE_ROOF)
    found = line(asked, figure(0.9, OwnershipMeasure.LARGEST_SHARE, largest=1))

    assert (found.ours, found.explanation) == (0.6667, Explanation.OWN_METHOD)


def test_groups_that_stop_below_a_fund_are_told_beside() -> None:
    asked = market(settings=ALL_KNOWN, ownership=UNDER_A_FUND)
    found = line(asked, figure(0.9, OwnershipMeasure.LARGEST_SHARE, largest=1))

    assert found.ours == 0.6667
    assert "by operating groups, which stop below a fund, it is 0.3333" in found.details


def test_a_fund_that_is_above_some_only_leaves_the_rest_as_it_is() -> None:
    settings = ALL_KNOWN + "    SC000004 | Quill 09000005         | Private\n"
    asked = market(settings=settings, ownership=UNDER_A_FUND)
    found = line(asked, figure(0.9, OwnershipMeasure.SINGLE_SHARE))

    assert found.ours == 0.5
    assert "by operating groups, which stop below a fund, it is 1.0" in found.details


def test_a_register_that_is_rebuilt_says_so() -> None:
    kent = {"owner_name": "Kent County Council", "sector": "Local Authority"}
    shelf: dict[type[Record], tuple[Record, ...]] = {}
    for one in (
        setting("SC000001", MARCH_2024, Population.INSPECTED_ONLY, **kent),
        setting("SC000002", MARCH_2025, Population.FULL, **kent),
        setting("SC000001", MARCH_2025, Population.FULL, **kent),
        movement("SC000002", MARCH_2025, joined=True),
        inspection("SC000001", MARCH_2024),
        ownership_figure(as_at=MARCH_2024, value=2, measure=OwnershipMeasure.SINGLE_SETTINGS),
    ):
        shelf[type(one)] = (*shelf.get(type(one), ()), one)
    snapshot = Snapshot(as_of=MARCH_2025, known_at=datetime(2026, 1, 1, tzinfo=UTC), shelf=shelf)
    (found,) = reconcile_owners(replace(BY_TEXT, snapshot=snapshot))

    assert (found.ours, found.explanation) == (1, Explanation.REBUILT)
    assert any(one.startswith("No full register was published") for one in found.details)


def test_an_invented_market_has_no_real_figures_beside_it(ask: Ask, data: Path) -> None:
    found = rows(ask, "reconcile", "--data", data)

    assert found
    assert [row for row in found if row["measure"].startswith("Ownership: ")] == []
