"""Owners are matched to companies by a number or a unique name, and otherwise not at all."""

from datetime import date

import pytest

from db.indexed_company import IndexedCompany
from db.owner_text import owner_key
from db.records import Company
from oversight.examples import market
from oversight.market import Market
from oversight.matching import Method, OwnerMatch, held_names
from tests.db.companies import said

LARKMOOR = IndexedCompany(
    company_number="09000003",
    name="LARKMOOR CARE LIMITED",
    category="Private Limited Company",
    status="Active",
    incorporated_on=date(2015, 1, 1),
    cite="sha256:index#row=3",
)
NAMESAKE = IndexedCompany(
    company_number="SC900004",
    name="LARKMOOR CARE LTD",
    category="Private Limited Company",
    status="Liquidation",
    incorporated_on=date(2016, 1, 1),
    cite="sha256:index#row=4",
)
PARTNERSHIP = IndexedCompany(
    company_number="OC900005",
    name="LARKMOOR CARE LLP",
    category="Limited Liability Partnership",
    status="Active",
    incorporated_on=None,
    cite="sha256:index#row=5",
)
LATER = IndexedCompany(
    company_number="16000006",
    name="LARKMOOR CARE LTD",
    category="Private Limited Company",
    status="Active",
    incorporated_on=date(2026, 4, 1),
    cite="sha256:index#row=6",
)


def owner(*texts: str, sector: str = "Private") -> Market:
    """A register in which each text owns one home."""
    rows = [f"SC00000{n} | {text} | {sector}" for n, text in enumerate(texts, start=1)]
    return market(settings="\n".join(["urn | owner_name | sector", *rows]))


def matched(asked: Market, *index: IndexedCompany) -> OwnerMatch:
    """The match of the register's only owner, with an index of all companies."""
    names = {key: tuple(c for c in index if owner_key(c.name) == key) for key in map(_key, index)}
    indexed = Market(snapshot=asked.snapshot, policy=asked.policy, index=names)
    (found,) = indexed.matches.values()
    return found


def _key(company: IndexedCompany) -> str:
    return owner_key(company.name)


def claims(found: OwnerMatch) -> list[str]:
    return [one.claim for one in found.evidence]


def test_a_number_in_the_text_is_the_company_though_nothing_is_held_of_it() -> None:
    found = matched(owner("Larkmoor Care Ltd 09000003"))

    assert (found.method, found.company_number) == (Method.NUMBER, "09000003")
    assert found.company_name is None
    (claim,) = claims(found)
    assert claim == (
        "Ofsted's register of 2026-03-31 names the owner of SC000001 as"
        " 'Larkmoor Care Ltd 09000003'"
    )


def test_one_text_with_a_number_speaks_for_the_others_of_the_same_name() -> None:
    found = matched(owner("Larkmoor Care", "Larkmoor Care Limited 09000003"), LARKMOOR)

    assert (found.method, found.company_number) == (Method.NUMBER, "09000003")
    assert found.evidence[0].claim.endswith("'Larkmoor Care Limited 09000003'")


def test_a_number_whose_company_has_another_name_is_matched_and_the_evidence_says_so() -> None:
    found = matched(owner("Fernhollow Homes 09000003"), LARKMOOR)

    assert found.name_differs is True
    assert found.company_number == "09000003"
    assert claims(found)[1] == (
        "company 09000003 is called LARKMOOR CARE LIMITED (Active): another name than the"
        " owner's text has"
    )


def test_texts_of_one_name_with_two_numbers_are_matched_to_neither() -> None:
    found = matched(owner("Larkmoor Care 09000003", "Larkmoor Care 09000007"))

    assert (found.method, found.company_number) == (Method.SEVERAL_NUMBERS, None)
    assert found.candidates == ("09000003", "09000007")


def test_a_name_that_one_live_company_bears_is_that_company() -> None:
    found = matched(owner("LARKMOOR CARE LTD."), LARKMOOR)

    assert (found.method, found.company_number) == (Method.NAME, "09000003")
    assert [one.cite for one in found.evidence][1] == "sha256:index#row=3"


def test_a_name_that_two_live_companies_bear_is_neither() -> None:
    found = matched(owner("Larkmoor Care Ltd"), LARKMOOR, NAMESAKE)

    assert (found.method, found.company_number) == (Method.AMBIGUOUS, None)
    assert found.candidates == ("09000003", "SC900004")
    assert len(found.evidence) == 3


def test_a_text_that_states_its_legal_form_means_no_namesake_of_another_form() -> None:
    assert matched(owner("Larkmoor Care LLP"), LARKMOOR).method is Method.NOT_HELD
    assert matched(owner("Larkmoor Care Ltd"), LARKMOOR, PARTNERSHIP).company_number == "09000003"
    assert matched(owner("Larkmoor Care"), LARKMOOR, PARTNERSHIP).method is Method.AMBIGUOUS


def test_a_company_incorporated_after_the_registers_day_owned_nothing_then() -> None:
    assert matched(owner("Larkmoor Care Ltd"), LATER).method is Method.NOT_HELD
    assert matched(owner("Larkmoor Care Ltd"), LATER, LARKMOOR).company_number == "09000003"


def test_a_name_that_no_held_company_bears_stands_alone() -> None:
    assert matched(owner("Fernhollow Homes"), LARKMOOR).method is Method.NOT_HELD


@pytest.mark.parametrize("text", ["Larkmoor Care 1045678", "Larkmoor Care Charity Number SC038092"])
def test_a_charity_number_alone_is_no_company(text: str) -> None:
    assert matched(owner(text), LARKMOOR).method is Method.CHARITY


@pytest.mark.parametrize("text", ["Kent County Council", "Kent County Council 09000003"])
def test_a_council_is_no_company(text: str) -> None:
    found = matched(owner(text, sector="Local Authority"), LARKMOOR)

    assert (found.method, found.company_number) == (Method.COUNCIL, None)


def test_a_blank_owner_is_nobody() -> None:
    assert owner("").matches == {}


def test_without_an_index_the_companies_whose_profiles_are_held_stand_in() -> None:
    held = market(
        settings="""
            urn      | owner_name
            SC000001 | Larkmoor Care
        """,
        companies="""
            company_number | name
            09000003       | LARKMOOR CARE LIMITED
        """,
    )

    assert held.matches["larkmoor care"].company_number == "09000003"


def test_a_company_that_was_dissolved_before_the_registers_day_is_not_live() -> None:
    gone = market(
        settings="""
            urn      | owner_name
            SC000001 | Larkmoor Care
        """,
        companies="""
            company_number | name                  | valid_to
            09000003       | LARKMOOR CARE LIMITED | 2024-01-01
        """,
    )

    assert gone.matches["larkmoor care"].method is Method.NOT_HELD


def test_a_held_company_that_states_no_status_says_so() -> None:
    (names,) = held_names([said(Company, name="ASH LTD", company_type="ltd")]).values()

    assert [one.status for one in names] == ["status not published"]
