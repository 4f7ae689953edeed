"""Owners that are no companies."""

import pytest

from oversight.matching import Method, OwnerKind
from tests.oversight.matching.known import beside, charity, company, home, matched, reported

LARKMOOR = company("LARKMOOR CARE LIMITED")
HEALTH = "Health Authority"


def test_a_health_body_is_no_company() -> None:
    found = matched(home("Larkmoor Trust", sector=HEALTH), LARKMOOR)

    assert (found.method, found.kind) == (Method.HEALTH, OwnerKind.HEALTH)
    assert not found.needs_review


def test_a_private_owner_is_no_health_body_whatever_its_name() -> None:
    assert matched("Larkmoor NHS Trust").method is Method.NOT_HELD


def test_a_charity_number_is_the_company_that_the_charity_register_gives() -> None:
    said = beside(charity("Larkmoor Care", company_number="09000003"))
    setting = home("Larkmoor Care 1045678", owner_charity_number="1045678")

    found = matched(setting, LARKMOOR, said=said)

    assert (found.method, found.company_number) == (Method.CHARITY_COMPANY, "09000003")
    assert found.charity_number == "1045678"


@pytest.mark.parametrize("number", [None, "1099999"])
def test_a_charity_number_without_a_company_is_a_charity(number: str | None) -> None:
    said = beside(charity("Larkmoor Care"))

    found = matched(home("Larkmoor 1045678", owner_charity_number=number), LARKMOOR, said=said)

    assert (found.kind, found.company_number) == (OwnerKind.CHARITY, None)


def test_a_charity_of_the_name_without_a_company_is_the_owner() -> None:
    found = matched("Larkmoor Trust", said=beside(charity("LARKMOOR TRUST")))

    assert (found.method, found.charity_number) == (Method.CHARITY_NAME, "1045678")


def test_two_charities_of_a_name_decide_nothing() -> None:
    said = beside(charity("LARKMOOR TRUST"), charity("LARKMOOR TRUST", "1045679"))

    assert matched("Larkmoor Trust", said=said).method is Method.NOT_HELD


def test_a_text_that_states_a_companys_form_is_no_charity_without_one() -> None:
    said = beside(charity("LARKMOOR TRUST"))

    assert matched("Larkmoor Trust Ltd", said=said).method is Method.NOT_HELD


def test_who_may_be_a_person_is_named_in_no_evidence() -> None:
    said = beside(reported(provider_withheld=True))

    found = matched("Ann Other", said=said)

    assert (found.kind, found.needs_review) == (OwnerKind.PERSON, False)
    assert [one.claim for one in found.evidence] == [
        "Ofsted's register of 2026-03-31 names as the owner of SC000001 who may be a person"
    ]


@pytest.mark.parametrize("text", ["Ann Other Ltd", "Ann Care Homes", "Ann", "A B C D E"])
def test_a_body_is_no_person_though_a_report_withholds_it(text: str) -> None:
    said = beside(reported(provider_withheld=True))

    assert matched(text, said=said).method is Method.NOT_HELD
