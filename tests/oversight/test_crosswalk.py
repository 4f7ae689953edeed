"""From each setting to its owner's company and groups, spell by spell."""

from dataclasses import replace
from datetime import UTC, date, datetime

from db.records import Control, Population, Record, Setting
from db.snapshot import Snapshot
from oversight.crosswalk import Crossing, crosswalk, head_number
from oversight.examples import market
from oversight.finding import Confidence
from oversight.market import Market
from oversight.rebuilt import rebuilt_register
from tests.oversight.registers import MARCH_2024, MARCH_2025, inspection, movement, setting

ASKED = market(
    settings="""
        urn      | owner_name               | sector
        SC000001 | Larkmoor Care 09000003   | Private
        SC000002 | Fernhollow 09000004      | Private
        SC000003 | Ash House                | Private
        SC000004 | Kent County Council      | Local Authority
        SC000005 |                          | Private
        SC000006 | Quill Care               | Private
    """,
    companies="""
        company_number | name
        09000003       | LARKMOOR CARE LIMITED
        09000004       | SOMETHING ELSE LIMITED
        09000006       | QUILL CARE LIMITED
    """,
    ownership="""
        holder               | company  | votes  | country_registered
        Quernhill Fund IV LP | 09000001 | 75-100 | Jersey
        09000001             | 09000003 | 75-100 |
    """,
)


def crossings(asked: Market = ASKED) -> dict[str, Crossing]:
    return {one.setting.urn: one for one in crosswalk(asked)}


def test_an_owner_in_a_fund_has_two_heads() -> None:
    one = crossings()["SC000001"]

    assert one.statutory is not None
    assert one.operating is not None
    assert (one.statutory.id, one.operating.id) == (
        "group:undertaking:quernhill fund iv lp/jersey",
        "operating:09000001",
    )
    assert (head_number(one.statutory), head_number(one.operating)) == (None, "09000001")
    assert one.is_above_known is True


def test_an_owner_whose_register_is_not_held_is_its_own_head_as_far_as_is_known() -> None:
    one = crossings()["SC000006"]

    assert (head_number(one.statutory), head_number(one.operating)) == ("09000006", "09000006")
    assert one.is_above_known is False


def test_an_owner_that_is_no_company_has_no_group() -> None:
    one = crossings()["SC000004"]

    assert (one.statutory, one.operating, one.is_above_known) == (None, None, None)
    assert head_number(one.statutory) is None


def test_how_sure_a_match_is_follows_from_what_it_rests_on() -> None:
    found = {urn: one.confidence for urn, one in crossings().items()}

    assert found == {
        "SC000001": Confidence.HIGH,
        "SC000002": Confidence.LOW,
        "SC000003": None,
        "SC000004": Confidence.HIGH,
        "SC000005": None,
        "SC000006": Confidence.MEDIUM,
    }


def test_a_blank_owner_is_matched_to_nothing() -> None:
    one = crossings()["SC000005"]

    assert (one.match, one.day) == (None, date(2026, 3, 31))


def over_years(*records: Record) -> Market:
    shelf: dict[type[Record], tuple[Record, ...]] = {}
    for one in (*records, *ASKED.snapshot.shelf[Control]):
        shelf[type(one)] = (*shelf.get(type(one), ()), one)
    snapshot = Snapshot(as_of=MARCH_2025, known_at=datetime(2026, 1, 1, tzinfo=UTC), shelf=shelf)
    return replace(ASKED, snapshot=snapshot)


def owned(day: date, owner: str, number: str, population: Population = Population.FULL) -> Setting:
    return setting(
        "SC000001", day, population, owner_name=f"{owner} {number}", owner_company_number=number
    )


def test_a_spell_that_ended_is_matched_as_on_its_own_last_register() -> None:
    earlier = date(2022, 3, 31)
    asked = over_years(
        owned(earlier, "Fernhollow", "09000004"), owned(MARCH_2025, "Larkmoor", "09000003")
    )
    before, after = crosswalk(asked)

    assert (before.day, after.day) == (earlier, MARCH_2025)
    assert (before.spell.valid_to, after.spell.valid_to) == (MARCH_2025, None)
    assert before.match is not None
    assert before.match.company_number == "09000004"
    assert head_number(before.statutory) == "09000004"


def test_a_spell_of_which_no_register_is_held_is_matched_to_nothing() -> None:
    asked = over_years(
        owned(MARCH_2024, "Fernhollow", "09000004", Population.INSPECTED_ONLY),
        owned(MARCH_2025, "Larkmoor", "09000003"),
    )
    before, _ = crosswalk(asked)

    assert (before.day, before.match, before.statutory) == (None, None, None)


def test_a_register_in_use_that_is_rebuilt_counts_as_one() -> None:
    later = over_years(
        owned(MARCH_2024, "Larkmoor", "09000003", Population.INSPECTED_ONLY),
        owned(MARCH_2025, "Larkmoor", "09000003"),
        movement("SC000009", MARCH_2025, left=True),
        inspection("SC000001", MARCH_2024),
    )
    then = replace(
        later,
        snapshot=later.snapshot.at(MARCH_2024),
        rebuilt=rebuilt_register(later.snapshot, MARCH_2024),
    )
    (found,) = [one for one in crosswalk(then) if one.setting.urn == "SC000001"]

    assert found.day == MARCH_2024
    assert found.match is not None
    assert found.match.company_number == "09000003"
