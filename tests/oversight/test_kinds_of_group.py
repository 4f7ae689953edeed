"""Groups of three kinds: what the law joins, what is run together, and who is behind it."""

from typing import Any

from oversight.examples import market
from oversight.group_rows import group_rows, member_rows
from oversight.market import Market
from oversight.provider_groups import Kind
from tests.oversight.accounts_said import accounts, beside, ultimate

TWO_HOMES = """
    urn      | owner_name
    SC000001 | Larkmoor Care Limited 09000003
    SC000002 | Fernhollow Homes Limited 09000004
"""
UNDER_A_FUND = market(
    settings=TWO_HOMES,
    ownership="""
        holder               | company  | votes  | country_registered
        Quernhill Fund IV LP | 09000001 | 75-100 | Jersey
        09000001             | 09000003 | 75-100 |
        Quernhill Fund IV LP | 09000004 | 50-75  | Jersey
    """,
)
FUND = "undertaking:quernhill fund iv lp/jersey"


def rows(asked: Market) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in group_rows(asked)}


def test_a_fund_heads_one_statutory_group_that_falls_into_operating_ones() -> None:
    found = rows(UNDER_A_FUND)

    assert {one: (row["kind"], row["settings_certain"]) for one, row in found.items()} == {
        f"group:{FUND}": ("statutory", 2),
        "operating:09000001": ("operating", 1),
        "operating:09000004": ("operating", 1),
    }
    assert found[f"group:{FUND}"]["operating"] == ["operating:09000001", "operating:09000004"]
    assert found["operating:09000001"]["operating"] == []


def test_the_fund_is_the_sponsor_of_each_operating_group_with_the_sign_of_it() -> None:
    (sponsor,) = rows(UNDER_A_FUND)["operating:09000001"]["sponsors"]

    assert (sponsor["name"], sponsor["certain"]) == ("Quernhill Fund IV LP", True)
    assert [one["claim"] for one in sponsor["evidence"]] == [
        "Quernhill Fund IV LP is taken for a fund vehicle: it is called as fund vehicles are"
    ]


def test_an_operating_group_says_by_what_sign_it_ends() -> None:
    (first, _) = UNDER_A_FUND.operating_groups

    assert first.kind is Kind.OPERATING
    assert first.above.words == (
        "Quernhill Fund IV LP holds 75% or more of the votes of 09000001; Quernhill Fund IV LP is"
        " taken for a fund vehicle: it is called as fund vehicles are, and an operating group ends"
        " below it"
    )
    assert [one.chain.partition(";")[0] for one in first.members] == [
        "09000001 is the head.",
        "09000001 holds 75% or more of the votes of Larkmoor Care Limited (09000003)",
    ]


def test_its_class_is_investment_and_its_top_is_offshore() -> None:
    found = rows(UNDER_A_FUND)["operating:09000001"]

    assert (found["class"], found["class_of_goodair"]) == ("investment", "Investment owned")
    assert found["class_rule"] == (
        "an investment house or its fund is above it: Quernhill Fund IV LP"
    )
    assert found["offshore"] == ["Jersey"]
    assert (found["head_place"], rows(UNDER_A_FUND)[f"group:{FUND}"]["head_place"]) == (
        "England and Wales",
        "Jersey",
    )


def test_where_no_fund_is_above_there_is_no_other_operating_group() -> None:
    asked = market(
        settings=TWO_HOMES,
        ownership="""
            holder   | company  | votes
            09000001 | 09000003 | 75-100
            09000001 | 09000004 | 75-100
        """,
    )

    assert asked.operating_groups == ()
    assert [row["operating"] for row in group_rows(asked)] == [[]]


def test_a_fund_below_the_head_of_a_group_leaves_the_head_what_it_holds_otherwise() -> None:
    asked = market(
        settings=TWO_HOMES,
        ownership="""
            holder               | company  | votes
            09000001             | 09000003 | 75-100
            09000001             | LP000001 | 75-100
            LP000001             | 09000004 | 75-100
        """,
    )
    above, below = asked.operating_groups

    assert (above.head, [s.urn for s in above.settings]) == ("09000001", ["SC000001"])
    assert above.above.words == (
        "the control register of 09000001 is not held (none was read by 2026-03-31)"
    )
    assert (below.head, [s.urn for s in below.settings]) == ("09000004", ["SC000002"])
    assert above.possible_settings == ()


PERSONS = """
    holder    | company  | votes  | kind
    Ann Other | 09000003 | 75-100 | individual-person-with-significant-control
    ANN OTHER | 09000004 | 50-75  | individual-person-with-significant-control
    Ann       | 09000005 | 75-100 | individual-person-with-significant-control
"""


def test_two_companies_of_one_person_are_two_groups_that_name_each_other_and_nobody() -> None:
    found = rows(market(settings=TWO_HOMES, ownership=PERSONS))
    (one,) = found["group:09000003"]["same_person"]

    assert [row["settings_certain"] for row in found.values()] == [1, 1]
    assert (one["head"], one["claim"]) == (
        "09000004",
        "a person of the same full name controls 09000004, which is outside s.23A",
    )
    assert [row["class"] for row in found.values()] == ["individual", "individual"]
    assert "other" not in repr(found).casefold().replace("another", "")


def test_a_person_with_a_quarter_of_each_is_nobody_that_joins_them() -> None:
    quarters = PERSONS.replace("75-100", "25-50").replace("50-75 ", "25-50 ")
    found = rows(market(settings=TWO_HOMES, ownership=quarters))

    assert [row["same_person"] for row in found.values()] == [[], []]


def test_a_person_who_may_appoint_the_boards_controls_both() -> None:
    boards = """
        holder    | company  | appoints_majority_of_board | kind
        Ann Other | 09000003 | yes | individual-person-with-significant-control
        Ann Other | 09000004 | yes | individual-person-with-significant-control
    """
    found = rows(market(settings=TWO_HOMES, ownership=boards))

    assert [len(row["same_person"]) for row in found.values()] == [1, 1]


HALVES = """
    holder   | company  | votes
    09000001 | 09000003 | 25-50
    09000004 | 09000003 | 25-50
"""


def test_a_venture_of_two_halves_is_possible_for_both_and_of_neither() -> None:
    found = rows(market(settings=TWO_HOMES, ownership=HALVES))

    assert [(one, row["settings_certain"]) for one, row in found.items()] == [
        ("group:09000003", 1),
        ("group:09000004", 1),
    ]
    assert found["group:09000004"]["possible_members"] == ["Larkmoor Care Limited"]
    assert found["group:09000003"]["conflicts"] == []


def test_where_the_largest_holder_is_no_parent_in_law_both_are_named() -> None:
    one_quarter = """
        holder   | company  | votes
        09000001 | 09000003 | 25-50
    """
    found = rows(market(settings=TWO_HOMES, ownership=one_quarter))["group:09000003"]

    assert found["conflicts"][0]["conflict"] == (
        "the parent of Larkmoor Care Limited is Larkmoor Care Limited by control (Companies Act"
        " 2006 s.1162); 09000001 as the largest direct holder of more than 25%, climbed (GUO-25):"
        " no direct holder of more than 25% of 09000001 is published"
    )


def test_what_is_odd_is_told_of_the_group_and_with_its_entries_of_the_member() -> None:
    asked = market(
        settings=TWO_HOMES,
        ownership="""
            holder   | company  | votes
            09000003 | 09000003 | 75-100
        """,
    )
    words = "a company is entered as its own holder (Larkmoor Care Limited)"
    member = next(row for row in member_rows(asked) if row["company"] == "09000003")

    assert rows(asked)["group:09000003"]["notes"] == [{"note": words, "count": 1}]
    assert rows(asked)["group:09000004"]["notes"] == []
    assert [one["note"] for one in member["notes"]] == [words]
    assert len(member["notes"][0]["evidence"]) == 1


def test_of_an_owner_without_a_company_only_the_class_is_known() -> None:
    alone = market(settings="urn | owner_name | sector\nSC000001 | Larkmoor Trust | Voluntary")
    (found,) = group_rows(alone)

    assert (found["class"], found["sectors"]) == ("charity", ["Voluntary"])
    assert found["head_place"] is None
    assert found["head_place_why"].startswith("matched to no company")


ABROAD = """
    holder        | company  | votes  | country_registered
    Rowan Topco   | 09000003 | 75-100 | Jersey
"""


def test_a_group_goes_on_abroad_by_what_accounts_say_and_tells_so() -> None:
    asked = beside(
        market(settings=TWO_HOMES, ownership=ABROAD),
        *accounts("09000003", ultimate("Rowan Fund II SCSp", "Luxembourg")),
    )

    (found,) = (one for one in asked.groups if "09000003" in one.companies)

    assert found.head == "undertaking:rowan fund ii scsp/luxembourg"
    assert found.head_name == "Rowan Fund II SCSp"
    assert found.members[-1].chain == (
        "Rowan Fund II SCSp stands above Rowan Topco as the ultimate parent undertaking that the"
        " accounts of Larkmoor Care Limited made up to 2025-09-30 name, which holds 75% or more of"
        " the votes of Larkmoor Care Limited (09000003); the register of settings calls it Larkmoor"
        " Care Limited."
    )


def test_a_fund_named_by_accounts_is_a_sponsor_and_the_operating_group_ends_below_it() -> None:
    asked = beside(
        market(settings=TWO_HOMES, ownership=ABROAD),
        *accounts("09000003", ultimate("Rowan Fund II SCSp", "Luxembourg")),
    )

    found = [one.head for one in asked.operating_groups if "09000003" in one.companies]

    assert found == ["undertaking:rowan topco/jersey"]


def test_a_conflict_with_the_accounts_is_told_with_their_sentence() -> None:
    owned = """
        holder    | company  | votes  | kind
        09000001  | 09000003 | 75-100 | corporate-entity-person-with-significant-control
        Ann Other | 09000001 | 75-100 | individual-person-with-significant-control
    """
    asked = beside(
        market(settings=TWO_HOMES, ownership=owned),
        *accounts("09000003", ultimate("Rowan Topco Limited")),
    )
    (conflict,) = rows(asked)["group:09000001"]["conflicts"]

    assert conflict["conflict"] == (
        "the parent of Larkmoor Care Limited is 09000001 by control (Companies Act 2006 s.1162);"
        " Rowan Topco Limited as the ultimate parent undertaking that accounts name (FRS 102 33.5):"
        " the accounts of Larkmoor Care Limited made up to 2025-09-30 name Rowan Topco Limited"
    )
    assert [one["claim"] for one in conflict["evidence"]] == [
        "The ultimate parent is Rowan Topco Limited, incorporated in Jersey."
    ]
