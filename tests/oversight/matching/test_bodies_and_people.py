"""Owners that are no companies, and what people decided."""

import pytest

from oversight.matching import Method, OwnerKind
from tests.oversight.decisions.deciding import NOT, SAME, UNDECIDED, decided, decision
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


def test_what_a_person_decided_comes_before_every_rule() -> None:
    said = decided(decision("Larkmoor Care", SAME, "company:09000007"))

    found = matched("Larkmoor Care Ltd", LARKMOOR, decisions=said)

    assert (found.method, found.company_number) == (Method.DECIDED, "09000007")
    assert found.evidence[-1].claim == (
        "Ann Reviewer decided on 2026-04-01: company:09000007, same: The accounts say so."
    )


def test_a_decided_company_that_is_held_is_named() -> None:
    said = decided(decision("Fernhollow", SAME, "company:09000003"))

    assert matched("Fernhollow", LARKMOOR, decisions=said).company_name == "LARKMOOR CARE LIMITED"


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("charity:1045678", OwnerKind.CHARITY),
        ("council:E10000016", OwnerKind.COUNCIL),
        ("health:Larkmoor Trust", OwnerKind.HEALTH),
        ("person", OwnerKind.PERSON),
        ("none", OwnerKind.NONE_FOUND),
    ],
)
def test_a_person_may_decide_that_an_owner_is_no_company(subject: str, kind: OwnerKind) -> None:
    found = matched("Larkmoor", decisions=decided(decision("Larkmoor", SAME, subject)))

    assert (found.kind, found.company_number) == (kind, None)
    assert not found.needs_review


def test_what_is_decided_not_to_be_the_owner_is_never_taken_for_it() -> None:
    said = decided(decision("Larkmoor Care", NOT, "company:09000003"))

    assert matched("Larkmoor Care", LARKMOOR, decisions=said).method is Method.NOT_HELD


def test_a_number_in_the_text_that_was_refused_is_not_taken() -> None:
    setting = home("Larkmoor Care 09000003", owner_company_number="09000003")
    said = decided(decision("Larkmoor Care 09000003", NOT, "company:09000003"))

    assert matched(setting, LARKMOOR, decisions=said).company_number is None


def test_what_a_person_left_open_waits_whatever_a_rule_says() -> None:
    said = decided(decision("Larkmoor Care", UNDECIDED, "company:09000003"))

    found = matched("Larkmoor Care", LARKMOOR, decisions=said)

    assert (found.method, found.candidates) == (Method.LEFT_OPEN, ("09000003",))
    assert found.needs_review


def test_decisions_that_contradict_each_other_are_applied_by_nobody() -> None:
    said = decided(
        decision("Larkmoor Care", SAME, "company:09000003"),
        decision("Larkmoor Care", SAME, "company:09000007", hour=1),
    )

    found = matched("Larkmoor Care", LARKMOOR, decisions=said)

    assert (found.method, found.company_number) == (Method.CONTRADICTED, None)
