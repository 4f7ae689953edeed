"""What an entry of a control register gives its holder: certain control, possible, or none."""

from datetime import date
from typing import Any

import pytest

from db.indexed_company import FormerName, IndexedCompany
from db.records import Capacity, Control
from oversight.bands import Band
from oversight.control import holdings
from oversight.holders import Holders, entered_names, undertaking
from oversight.links import Right
from tests.db.companies import said

PERSON: dict[str, Any] = {"kind": "individual-person-with-significant-control"}
Ends = tuple[float, bool, float, bool]
FROM_25_TO_50: Ends = (0.25, True, 0.5, False)
HALF: Ends = (0.5, False, 0.5, False)
FROM_50_TO_75: Ends = (0.5, True, 0.75, True)
FROM_75: Ends = (0.75, False, 1, False)
MORE_THAN_25: Ends = (0.25, True, 1, False)
CERTAIN = (True, Right.VOTES)
POSSIBLE = (False, Right.OTHER)


def held(
    holder: str | None, votes: Ends | None = None, shares: Ends | None = None, **more: Any
) -> Control:
    """An entry of the control register of 09000001; a holder without digits is a name."""
    is_number = holder is not None and holder.isdigit()
    fields: dict[str, Any] = {
        "psc_id": f"id of {holder}",
        "kind": "corporate-entity-person-with-significant-control",
        "capacity": Capacity.DIRECT,
        "holder_company_number" if is_number else "holder_name": holder,
    }
    for family, band in {"votes": votes, "shares": shares}.items():
        names = (f"{family}_{end}" for end in ("min", "min_open", "max", "max_open"))
        fields |= dict(zip(names, band or (None,) * 4, strict=True))
    return said(Control, **(fields | more))


def ash(_: str) -> str:
    """What the company is called."""
    return "ASH LTD"


def found(*entries: Control) -> dict[str, tuple[bool, Right]]:
    return {one.parent: (one.certain, one.right) for one in holdings(entries)}


@pytest.mark.parametrize("band", [FROM_50_TO_75, FROM_75])
def test_a_band_of_votes_beyond_one_half_is_certain_control(band: Ends) -> None:
    assert found(held("09000002", band)) == {"09000002": CERTAIN}


@pytest.mark.parametrize("band", [FROM_25_TO_50, HALF, MORE_THAN_25])
def test_a_band_that_only_reaches_one_half_is_possible_control(band: Ends) -> None:
    assert found(held("09000002", band)) == {"09000002": POSSIBLE}


def test_half_and_half_is_possible_for_both() -> None:
    both = found(held("09000002", FROM_25_TO_50), held("09000003", FROM_25_TO_50))

    assert both == {"09000002": POSSIBLE, "09000003": POSSIBLE}


def test_of_three_holders_of_more_than_a_quarter_none_has_half() -> None:
    three = (held(number, FROM_25_TO_50) for number in ("09000002", "09000003", "09000004"))

    assert found(*three) == {}


def test_beside_another_majority_a_quarter_is_no_control() -> None:
    assert found(held("09000002", FROM_25_TO_50), held("Ann", FROM_50_TO_75, **PERSON)) == {}


def test_two_entries_of_one_person_take_no_more_than_one_from_the_others() -> None:
    entries = [held("Ann", FROM_25_TO_50, psc_id=psc_id, **PERSON) for psc_id in ("1", "2")]

    assert found(held("09000002", FROM_25_TO_50), *entries) == {"09000002": POSSIBLE}


def test_a_right_to_appoint_the_board_is_certain_control() -> None:
    board = held("09000002", FROM_25_TO_50, appoints_majority_of_board=True)

    assert found(board) == {"09000002": (True, Right.BOARD)}


def test_shares_stand_in_for_votes_where_no_votes_are_published() -> None:
    assert found(held("09000002", shares=FROM_75)) == {"09000002": (True, Right.SHARES)}


def test_shares_say_nothing_where_the_register_publishes_votes() -> None:
    entries = held("09000002", shares=FROM_75), held("09000003", FROM_50_TO_75)

    assert found(*entries) == {"09000003": CERTAIN}


@pytest.mark.parametrize(
    "more",
    [
        {"significant_influence": True},
        {"surplus_assets_min": 0.75, "surplus_assets_max": 1.0},
    ],
)
def test_influence_and_surplus_assets_are_possible_control_alone(more: dict[str, Any]) -> None:
    assert found(held("09000002", **more)) == {"09000002": POSSIBLE}


@pytest.mark.parametrize("capacity", [one for one in Capacity if one is not Capacity.DIRECT])
def test_a_stake_of_a_trust_or_a_firm_is_possible_control(capacity: Capacity) -> None:
    stake = held("09000002", FROM_75, appoints_majority_of_board=True, capacity=capacity)

    assert found(stake) == {"09000002": POSSIBLE}


def test_a_stake_that_a_firm_entry_repeats_counts_once() -> None:
    twice = [held("09000002", FROM_75, capacity=c) for c in (Capacity.AS_FIRM, Capacity.DIRECT)]

    assert found(*twice) == {"09000002": CERTAIN}


def test_a_holder_of_nothing_that_is_understood_has_no_control() -> None:
    assert found(held("09000002", natures="golden-share", unread_natures="golden-share")) == {}


def test_a_company_that_is_entered_as_its_own_holder_is_not_its_own_parent() -> None:
    assert found(held("09000001", FROM_75)) == {}


@pytest.mark.parametrize(
    "kind",
    [
        "individual-person-with-significant-control",
        "super-secure-person-with-significant-control",
        "legal-person-person-with-significant-control",
        "individual-beneficial-owner",
    ],
)
def test_persons_and_governments_are_no_undertakings(kind: str) -> None:
    assert found(held("Somebody", FROM_75, kind=kind)) == {}


def test_a_council_is_no_parent() -> None:
    assert found(held("Kent County Council", FROM_75)) == {}


@pytest.mark.parametrize(
    "name",
    ["Kent County Council", "London Borough of Ealing", "The City of York", "Bolton Borough"],
)
def test_a_council_is_no_parent_though_it_gives_a_number(name: str) -> None:
    assert found(held("09000002", FROM_75, holder_name=name)) == {}


@pytest.mark.parametrize("name", ["Borough Capital SARL", "City of Ash Ltd", "Councils Fund LP"])
def test_a_company_named_after_a_place_is_no_council(name: str) -> None:
    assert list(found(held("09000002", FROM_75, holder_name=name))) == ["09000002"]


def test_a_body_that_the_entry_does_not_name_ends_the_chain() -> None:
    assert found(held(None, FROM_75)) == {}


def test_an_undertaking_without_a_number_is_known_by_name_and_place() -> None:
    spelled = held("Ambér Holdings Limited", country_registered="Jersey")
    again = held("AMBER HOLDINGS LTD.", country_registered="JERSEY")

    assert undertaking(spelled) == "undertaking:amber holdings ltd/jersey"
    assert undertaking(again) == undertaking(spelled)


def test_all_that_is_written_for_the_united_kingdom_is_one_place() -> None:
    places = ("England", "England And Wales", "United Kingdom", "UK", "Companies House")
    nodes = {undertaking(held("Amber Ltd", country_registered=place)) for place in places}

    assert nodes == {"undertaking:amber ltd/united kingdom"}


NUMBERED: dict[str, Any] = {"holder_name": "Amber Limited", "company_number": "09000008"}
IN_ENGLAND: dict[str, Any] = {"country_registered": "England"}


def test_a_name_that_one_numbered_holder_bears_is_that_company() -> None:
    (one, other) = holdings([held("09000002", FROM_75, **NUMBERED), unnumbered("Amber Ltd.")])

    assert [one.parent, other.parent, other.certain] == ["09000002", "09000002", True]
    assert one.over(ash) == "holds 75% or more of the votes of ASH LTD"
    assert other.over(ash) == (
        "holds 75% or more of the votes of ASH LTD (entered without a number; the only holder of"
        " that name is 09000002)"
    )


def unnumbered(name: str, **more: Any) -> Control:
    return held(name, FROM_75, company_number="09000009", **(IN_ENGLAND | more))


@pytest.mark.parametrize(
    "other",
    [unnumbered("Amber"), unnumbered("Amber Limited", registration_number_text="090000021")],
)
def test_a_name_without_its_form_or_with_a_strange_number_may_be_that_company(
    other: Control,
) -> None:
    name, number = found_below("09000009", held("09000002", FROM_75, **NUMBERED), other)

    assert (name[1], number) == (True, ("09000002", False))


def found_below(company: str, *entries: Control) -> list[tuple[str, bool]]:
    of_company = (one for one in holdings(entries) if one.subsidiary == company)
    return sorted(((one.parent, one.certain) for one in of_company), reverse=True)


@pytest.mark.parametrize(
    "other",
    [
        unnumbered("Amber LLP"),
        unnumbered("Ambers Limited"),
        unnumbered("Amber Limited", country_registered="Jersey"),
        unnumbered("Amber Limited", country_registered=None),
    ],
)
def test_another_form_name_or_country_is_another_body(other: Control) -> None:
    (only,) = found_below("09000009", held("09000002", FROM_75, **NUMBERED), other)

    assert only[0].startswith("undertaking:")


def test_a_name_that_two_numbered_holders_bear_is_neither() -> None:
    two = [held(number, FROM_75, **NUMBERED) for number in ("09000002", "09000003")]
    (only,) = found_below("09000009", *two, unnumbered("Amber Limited"))

    assert only == ("undertaking:amber ltd/united kingdom", True)


def test_one_body_entered_with_and_without_its_number_has_one_stake() -> None:
    twice = [held("09000002", FROM_75, holder_name="Amber Ltd"), held("Amber Ltd", FROM_75)]
    twice = [one.model_copy(update=IN_ENGLAND) for one in twice]

    assert found(*twice) == {"09000002": CERTAIN}


def test_a_partnership_and_a_company_of_one_name_are_two_undertakings() -> None:
    assert undertaking(held("Amber LLP")) == "undertaking:amber llp/place not published"
    assert undertaking(held("Amber Ltd")) == "undertaking:amber ltd/place not published"


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        (date(2020, 1, 1), date(2021, 1, 1), "AMBER HOLDINGS LTD."),
        (date(2021, 1, 1), date(2020, 1, 1), "Amber Holdings Limited"),
        (date(2020, 1, 1), date(2020, 1, 1), "Amber Holdings Limited"),
        (None, date(2020, 1, 1), "AMBER HOLDINGS LTD."),
    ],
)
def test_an_undertaking_written_in_two_ways_is_called_as_its_newest_entry_has_it(
    first: date | None, second: date, name: str
) -> None:
    one = held("Amber Holdings Limited", valid_from=first, cite=f"{CITE}1", **IN_JERSEY)
    other = held("AMBER HOLDINGS LTD.", valid_from=second, cite=f"{CITE}2", **IN_JERSEY)

    assert entered_names([one, other]) == {"undertaking:amber holdings ltd/jersey": name}
    assert entered_names([other, one]) == entered_names([one, other])


IN_JERSEY: dict[str, Any] = {"country_registered": "Jersey"}
CITE = f"sha256:{'0' * 64}#/items/"


def test_nobody_but_an_undertaking_with_a_name_is_called_anything() -> None:
    entries = held("Ann Other", FROM_75, **PERSON), held("09000002", FROM_75)

    assert entered_names(entries) == {}


def test_a_company_is_not_called_as_an_entry_calls_what_only_may_be_it() -> None:
    numbered = held("09000002", FROM_75, holder_name="Amber Limited", valid_from=None)
    perhaps = held("Amber", FROM_75, valid_from=date(2024, 1, 1), **IN_ENGLAND)

    assert entered_names([numbered, perhaps]) == {
        "09000002": "Amber Limited",
        "undertaking:amber/united kingdom": "Amber",
    }


@pytest.mark.parametrize(
    ("band", "words"),
    [
        (HALF, "50%"),
        (FROM_25_TO_50, "more than 25% and at most 50%"),
        (FROM_50_TO_75, "more than 50% and less than 75%"),
        (FROM_75, "75% or more"),
        (MORE_THAN_25, "more than 25%"),
    ],
)
def test_a_band_is_said_with_both_its_ends(band: Ends, words: str) -> None:
    assert str(Band(*band)) == words


def test_what_a_holder_does_is_said_of_the_company_by_name() -> None:
    (votes,) = holdings([held("09000002", FROM_75)])
    (shares,) = holdings([held("09000002", shares=FROM_50_TO_75)])
    (firm,) = holdings([held("09000002", FROM_75, capacity=Capacity.AS_FIRM)])

    assert votes.over(ash) == "holds 75% or more of the votes of ASH LTD"
    assert shares.over(ash) == (
        "holds more than 50% and less than 75% of the shares of ASH LTD, whose votes are not"
        " published"
    )
    assert firm.over(ash) == "holds 75% or more of the votes of ASH LTD, as firm"


def listed(number: str = "09000002", **more: Any) -> IndexedCompany:
    """A company of the index of all companies, called Amber Limited since 2010."""
    usual: dict[str, Any] = {
        "company_number": number,
        "name": "AMBER LIMITED",
        "category": "Private Limited Company",
        "status": "Active",
        "incorporated_on": date(2010, 1, 1),
        "cite": "its row",
    }
    return IndexedCompany(**(usual | more))


def on_the_register(entry: Control, *companies: IndexedCompany) -> list[tuple[str, bool]]:
    """Whom an entry means, and whether it surely does."""
    found = holdings([entry], Holders.of([entry], companies))
    return [(one.parent, one.certain) for one in found]


def amber(**more: Any) -> Control:
    return unnumbered("Amber Ltd", **({"valid_from": date(2016, 4, 6)} | more))


def test_a_name_that_one_company_of_the_index_bears_is_that_company_and_it_is_said() -> None:
    entry = amber()
    (one,) = holdings([entry], Holders.of([entry], [listed()]))

    assert (one.parent, one.certain) == ("09000002", True)
    assert one.over(ash).endswith(
        "(entered without a number; the only company of that name on the register is 09000002)"
    )


def test_a_name_that_nobody_or_that_two_of_the_index_bear_is_neither() -> None:
    unresolved = [("undertaking:amber ltd/united kingdom", True)]

    assert on_the_register(amber()) == unresolved
    assert on_the_register(amber(), listed(), listed("09000003")) == unresolved
    assert on_the_register(amber(), listed(name="AMBER LLP")) == unresolved


@pytest.mark.parametrize(
    "later",
    [
        {"incorporated_on": date(2020, 1, 1)},
        {"incorporated_on": None},
        {"former_names": (FormerName(name="PINE LIMITED", until=date(2019, 1, 1)),)},
    ],
)
def test_a_company_that_may_have_taken_the_name_after_the_entry_began_is_only_possible(
    later: dict[str, Any],
) -> None:
    assert sorted(on_the_register(amber(), listed(**later))) == [
        ("09000002", False),
        ("undertaking:amber ltd/united kingdom", True),
    ]


def test_a_company_that_took_the_name_before_is_it_for_certain() -> None:
    renamed = listed(former_names=(FormerName(name="PINE LIMITED", until=date(2012, 1, 1)),))

    assert on_the_register(amber(), renamed) == [("09000002", True)]


def test_an_entry_without_a_day_or_with_a_number_that_cannot_be_read_is_not_certain() -> None:
    assert ("09000002", False) in on_the_register(amber(valid_from=None), listed())
    assert ("09000002", False) in on_the_register(amber(registration_number_text="123"), listed())


NOWHERE: dict[str, Any] = {
    "country_registered": None,
    "place_registered": None,
    "registration_number_text": "9000002",
}


def test_a_number_without_a_place_is_the_companys_whose_name_it_stands_beside() -> None:
    entry = amber(**NOWHERE)
    (one,) = holdings([entry], Holders.of([entry], [listed()]))
    of_holders = found_below(
        "09000009", held("09000002", FROM_75, **NUMBERED), unnumbered("Amber Limited", **NOWHERE)
    )

    assert (one.parent, one.certain) == ("09000002", True)
    assert one.over(ash).endswith(
        "(entered without a place, under this number; the only company of that name on the register"
        " is 09000002)"
    )
    assert of_holders == [("09000002", True)]


@pytest.mark.parametrize(
    "other",
    [{"registration_number_text": "9000003"}, {"country_registered": "Jersey"}],
)
def test_another_number_or_a_place_abroad_is_another_body(other: dict[str, Any]) -> None:
    (only,) = on_the_register(amber(**(NOWHERE | other)), listed())

    assert only[0].startswith("undertaking:")


def test_a_limited_partnership_bears_its_form_in_its_name() -> None:
    entry = unnumbered("Amber Capital L.P.", valid_from=date(2016, 4, 6))

    assert on_the_register(entry, listed("LP000002", name="AMBER CAPITAL LP")) == [
        ("LP000002", True)
    ]


def test_a_company_that_needs_no_form_is_known_by_its_very_name_as_a_body_corporate_alone() -> None:
    trust = {"valid_from": date(2016, 4, 6)}
    company = unnumbered("Amber Children's Trust", **trust)
    person = unnumbered(
        "Amber Children's Trust", kind="legal-person-person-with-significant-control", **trust
    )
    known = listed(name="AMBER CHILDREN'S TRUST")

    assert on_the_register(company, known) == [("09000002", True)]
    assert ("09000002", True) not in on_the_register(person, known)
    assert on_the_register(company, listed(name="AMBER CHILDREN'S TRUST LTD")) == [
        ("undertaking:amber childrens trust/united kingdom", True)
    ]


def test_a_body_that_is_not_of_the_united_kingdom_is_no_company_of_the_index() -> None:
    jersey = amber(country_registered="Jersey")

    assert on_the_register(jersey, listed()) == [("undertaking:amber ltd/jersey", True)]


def test_where_holders_of_the_name_give_other_numbers_none_is_it() -> None:
    others = [
        held(number, FROM_75, holder_name="Amber Limited", company_number=f"0900001{number[-1]}")
        for number in ("09000005", "09000006")
    ]
    entries = [amber(), *others]
    found = holdings(entries, Holders.of(entries, [listed()]))

    assert {one.parent for one in found} == {
        "09000005",
        "09000006",
        "undertaking:amber ltd/united kingdom",
    }
