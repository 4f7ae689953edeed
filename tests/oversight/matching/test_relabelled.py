"""Relabelling companies and settings changes no match; held companies bring what is held."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from db.indexed_company import FormerName, IndexedCompany
from db.records import Company, PreviousName, SicCode
from oversight.matching import by_name, held_names, match_owners
from tests.db.companies import said
from tests.oversight.matching.known import BAKERY, CARE, DAY, company, home, once, owners

INDEX = (
    company("LARKMOOR CARE LTD", "09000001", sic_codes=CARE),
    company("LARKMOOR CARE LTD", "09000002", sic_codes=BAKERY),
    company("FERNHOLLOW LLP", "09000003", sic_codes=CARE),
    company("ASH LTD", "09000004", sic_codes=CARE, former_names=(once("OAK", date(2024, 1, 1)),)),
    company("THE WILLOWBANK HOMES LTD", "09000005", sic_codes=CARE),
    company("ELMFIELD TWO LTD", "09000006"),
)
TEXTS = (
    "Larkmoor Care",
    "Fernhollow LLP",
    "Fernhollow Ltd",
    "Oak",
    "Willowbank Homes",
    "Elmfield 3",
    "Elmfeild Two",
    "Hawthorn",
)
PLACES = (4, 4, None, 2, 30, 9, 1, 1)


@given(st.permutations(range(len(INDEX))), st.permutations(range(len(TEXTS))))
def test_relabelling_companies_and_settings_changes_no_match(
    order: list[int], urns: list[int]
) -> None:
    numbers = {one.company_number: f"0900001{at}" for one, at in zip(INDEX, order, strict=True)}
    relabelled = [replace(one, company_number=numbers[one.company_number]) for one in INDEX]

    before = _matches(INDEX, list(range(len(TEXTS))))
    after = _matches(relabelled, urns)

    assert after == {
        key: (method, numbers.get(number or "")) for key, (method, number) in before.items()
    }


def _matches(
    index: tuple[IndexedCompany, ...] | list[IndexedCompany], urns: list[int]
) -> dict[str, tuple[str, str | None]]:
    settings = [
        home(text, f"SC00001{urn}", places=places)
        for text, urn, places in zip(TEXTS, urns, PLACES, strict=True)
    ]
    found = match_owners(owners(*settings), by_name(index), DAY)
    return {key: (str(match.method), match.company_number) for key, match in found.items()}


def test_a_held_company_brings_its_previous_names_and_its_trade() -> None:
    until = date(2020, 5, 1)
    (held,) = held_names(
        [said(Company, name="ASH LTD", company_type="ltd", registered_office_district="LS1")],
        [
            said(PreviousName, name="OAK LTD", valid_to=until),
            said(PreviousName, name="ELM LTD", valid_to=None),
        ],
        [said(SicCode, sic_code="87900")],
    ).values()

    assert held[0].former_names == (FormerName(name="OAK LTD", until=until),)
    assert (held[0].sic_codes, held[0].office_district) == (("87900",), "LS1")
