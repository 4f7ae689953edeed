"""Control registers as statements that Open Ownership's own checks find nothing wrong with."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.records import Capacity, Control, ControlStatement
from oversight.bods import Ownership, statements
from oversight.holders import Holders
from tests.db.companies import said
from tests.oversight.bods_checked import problems, written

COMPANY, PARENT, SINCE = "09000003", "09000001", date(2020, 5, 1)
DAY = date(2026, 3, 31)
HALF = {"min": 0.5, "min_open": True, "max": 0.75, "max_open": True}


def share(of: str, low: float, low_open: bool, high: float, high_open: bool) -> dict[str, Any]:
    """The four columns of a band."""
    ends = {"min": low, "min_open": low_open, "max": high, "max_open": high_open}
    return {f"{of}_{end}": value for end, value in ends.items()}


def entry(psc_id: str = "1", kind: str = "corporate-entity", **more: Any) -> Control:
    """An entry of a company's register, public since the day on which it began."""
    usual: dict[str, Any] = {
        "cite": f"sha256:{'0' * 64}#/items/{psc_id}",
        "company_number": COMPANY,
        "psc_id": psc_id,
        "kind": f"{kind}-person-with-significant-control",
        "capacity": Capacity.DIRECT,
        "valid_from": SINCE,
        "public_on": SINCE,
        "natures": "voting-rights-50-to-75-percent",
    }
    return said(Control, **{**usual, **share("votes", 0.5, True, 0.75, True), **more})


def ownership(*controls: Control, stated: tuple[ControlStatement, ...] = ()) -> Ownership:
    return Ownership(
        day=DAY,
        controls=controls,
        statements=stated,
        holders=Holders.of(controls),
        names={COMPANY: "EXAMPLE CARE LTD", PARENT: "EXAMPLE HOLDINGS LTD"},
        companies=frozenset({COMPANY}),
        published_on=date(2026, 4, 1),
        publisher="Example monitor",
        register="Companies House",
    )


def records(*controls: Control, stated: tuple[ControlStatement, ...] = ()) -> list[Any]:
    """The details of each record, in order."""
    made: Any = statements(ownership(*controls, stated=stated))
    return [(one["recordType"], one["recordDetails"]) for one in made]


MANY = (
    entry("1", holder_company_number=PARENT, holder_name="Example Holdings Ltd"),
    entry(
        "2",
        holder_name="Example Fund SCSp",
        country_registered="Luxembourg",
        place_registered="RCS",
        registration_number_text="B 12345",
        **share("shares", 0.25, True, 0.5, False),
    ),
    entry("3", "individual", holder_name="Ann Example", country_of_residence="England"),
    entry("4", "super-secure"),
    entry("5", "legal-person", holder_name="Example Borough Council", legal_form="Council"),
    entry("6", "legal-person", holder_name="Example Trust", appoints_majority_of_board=True),
    entry("7", "corporate-entity", significant_influence=True),
    entry("8", holder_company_number="OE000001", **share("surplus_assets", 0.75, False, 1, False)),
    entry("9", holder_company_number=COMPANY, **share("shares", 1, False, 1, False)),
    entry("9", holder_company_number=COMPANY, capacity=Capacity.AS_TRUST, nominee=True),
    entry(
        "10",
        holder_name="Example Holdings Ltd",
        country_registered="England",
        **share("votes", 0.75, False, 1, False),
    ),
    entry("11", "individual", votes_min=None, votes_max=None, natures=None, valid_from=None),
)
STATED = tuple(
    said(
        ControlStatement,
        company_number=number,
        statement=words,
        statement_id="s1",
        valid_from=SINCE,
        public_on=SINCE,
        cite=f"sha256:{'0' * 64}#/items/{number}",
    )
    for number, words in (
        ("09000004", "no-individual-or-entity-with-signficant-control"),
        ("09000005", "psc-details-not-confirmed-partnership"),
        ("09000006", "psc-exempt-as-trading-on-uk-regulated-market"),
        ("09000007", "no-trust-involved-relevant-period"),
    )
)


def test_open_ownership_finds_nothing_wrong_with_statements_of_every_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, statements(ownership(*MANY, stated=STATED)))

    assert problems(path, monkeypatch) == []


def test_the_checks_notice_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = list(statements(ownership(MANY[0])))
    reversed_ = written(tmp_path, some[::-1])

    assert {one["type"] for one in problems(reversed_, monkeypatch)} == {
        "relationship_subject_not_before_relationship_in_dataset",
        "relationship_interested_party_not_before_relationship_in_dataset",
    }


def test_nothing_of_a_natural_person_but_that_there_is_one() -> None:
    text = json.dumps(list(statements(ownership(MANY[2], MANY[3]))))
    told = [details for kind, details in records(MANY[2], MANY[3]) if kind == "person"]

    assert "Ann" not in text
    assert sorted(one["unspecifiedPersonDetails"]["reason"] for one in told) == [
        "interestedPartyExemptFromDisclosure",
        "unknown",
    ]
    assert all(
        one.keys() == {"isComponent", "personType", "unspecifiedPersonDetails"} for one in told
    )


def test_a_band_keeps_its_ends_in_percent() -> None:
    *_, (_, related) = records(MANY[1])

    assert [(one["type"], one["share"]) for one in related["interests"]] == [
        ("shareholding", {"exclusiveMinimum": 25, "maximum": 50}),
        ("votingRights", {"exclusiveMinimum": 50, "exclusiveMaximum": 75}),
    ]


def test_an_exact_share_is_exact_and_every_capacity_is_told() -> None:
    *_, (_, related) = records(*MANY[8:10])

    assert [one["type"] for one in related["interests"]] == [
        "shareholding",
        "votingRights",
        "votingRights",
        "otherInfluenceOrControl",
    ]
    assert related["interests"][0]["share"] == {"exact": 100}
    assert related["interests"][2]["details"] == "voting-rights-50-to-75-percent (as trust)"


def test_an_entry_without_natures_is_an_interest_that_is_not_known() -> None:
    *_, (_, related) = records(MANY[11])

    assert related["interests"] == [
        {
            "type": "unknownInterest",
            "directOrIndirect": "unknown",
            "beneficialOwnershipOrControl": True,
            "details": "no nature of control is stated",
        }
    ]


def test_a_body_of_another_register_is_told_as_it_is_entered() -> None:
    details = [details for kind, details in records(MANY[1]) if kind == "entity"]

    assert {
        "isComponent": False,
        "entityType": {"type": "registeredEntity"},
        "name": "Example Fund SCSp",
        "jurisdiction": {"name": "Luxembourg"},
        "identifiers": [{"id": "B 12345", "schemeName": "RCS"}],
    } in details


def test_a_council_is_a_body_of_the_state_and_a_nameless_holder_is_unknown() -> None:
    details = [details for kind, details in records(MANY[4], MANY[6]) if kind == "entity"]
    types = sorted(one["entityType"]["type"] for one in details)

    assert types == ["registeredEntity", "stateBody", "unknownEntity"]


def test_a_holder_entered_with_and_without_its_number_is_one_record_and_it_is_said_why() -> None:
    made: list[Any] = list(statements(ownership(MANY[0], MANY[10])))
    related = {one["recordDetails"]["interestedParty"]: one for one in made[2:]}

    assert [one["recordId"] for one in made[:2]] == ["GB-COH-09000001", "GB-COH-09000003"]
    assert list(related) == ["GB-COH-09000001"]
    assert [one["description"] for one in made[3].get("annotations", [])] + [
        one["description"] for one in made[2].get("annotations", [])
    ] == ["entered without a number; the only holder of that name is 09000001"]


def test_what_a_company_states_in_a_holders_stead_is_a_relationship_with_nobody() -> None:
    related = [details for kind, details in records(stated=STATED) if kind == "relationship"]

    assert sorted(one["interestedParty"]["reason"] for one in related) == [
        "interestedPartyHasNotProvidedInformation",
        "noBeneficialOwners",
        "subjectExemptFromDisclosure",
    ]


def test_the_same_facts_have_the_same_ids_whenever_they_are_exported() -> None:
    first = ownership(*MANY[:3], stated=STATED)
    later = replace(first, day=date(2026, 6, 30), published_on=date(2026, 7, 1))

    assert [one["statementId"] for one in statements(first)] == [
        one["statementId"] for one in statements(later)
    ]


def test_a_changed_entry_is_a_new_statement_of_the_same_record() -> None:
    before, after = (
        list(statements(ownership(one)))[-1]
        for one in (MANY[0], MANY[0].model_copy(update={"votes_min": 0.75}))
    )

    assert before["recordId"] == after["recordId"]
    assert before["statementId"] != after["statementId"]


def test_a_company_of_which_nothing_is_entered_is_told_of_all_the_same() -> None:
    assert [details["name"] for _, details in records()] == ["EXAMPLE CARE LTD"]
