"""A name decides in a few safe ways, the strictest first; else a person does."""

from datetime import date

import pytest

from db.indexed_company import IndexedCompany
from oversight.matching import Method, OwnerKind, by_name, match_owners
from oversight.organisations import organisations
from tests.oversight.matching.known import (
    BAKERY,
    CARE,
    DAY,
    beside,
    company,
    home,
    matched,
    officer,
    once,
    owners,
    reported,
)

LARKMOOR = company("LARKMOOR CARE LIMITED", sic_codes=CARE, office_district="LS1")
BAKERS = company("LARKMOOR CARE LTD", "09000004", sic_codes=BAKERY, office_district="M1")
UNKNOWN = company("LARKMOOR CARE LTD", "09000005")
RENAMED = company(
    "FERNHOLLOW LIMITED",
    sic_codes=CARE,
    former_names=(once("LARKMOOR CARE LIMITED", date(2024, 5, 1)),),
)


def test_of_two_companies_of_a_name_the_one_in_care_is_meant() -> None:
    found = matched("Larkmoor Care", LARKMOOR, BAKERS)

    assert (found.method, found.company_number) == (Method.NAME_AND_TRADE, "09000003")
    assert [one.reason for one in found.considered] == [
        "of the companies of the name one alone is in care",
        "another company is the owner",
    ]


def test_trade_decides_nothing_where_one_of_the_two_states_none() -> None:
    found = matched("Larkmoor Care", LARKMOOR, UNKNOWN)

    assert (found.method, found.company_number) == (Method.AMBIGUOUS, None)
    assert found.candidates == ("09000003", "09000005")
    assert found.needs_review


def test_of_two_companies_in_care_the_one_whose_office_a_report_states_is_meant() -> None:
    other = company("LARKMOOR CARE LTD", "09000004", sic_codes=CARE, office_district="M1")
    said = beside(reported(office_postcode="LS1 9XA"))

    found = matched("Larkmoor Care", LARKMOOR, other, said=said)

    assert (found.method, found.company_number) == (Method.NAME_AND_OFFICE, "09000003")


def test_of_two_companies_the_one_that_shares_officers_with_an_owner_is_meant() -> None:
    other = company("LARKMOOR CARE LTD", "09000004", sic_codes=CARE)
    sibling = company("LARKMOOR FOSTERING LTD", "09000009")
    said = beside(officer("09000003", "x"), officer("09000009", "x"), officer("09000004", "y"))
    both = owners(home("Larkmoor Care"), home("Larkmoor Fostering", "SC000002"))

    found = match_owners(both, by_name([LARKMOOR, other, sibling]), DAY, beside=said)

    assert found["larkmoor care"].method is Method.NAME_AND_OFFICERS
    assert found["larkmoor care"].company_number == "09000003"


def test_officers_decide_nothing_where_those_of_one_company_are_not_held() -> None:
    other = company("LARKMOOR CARE LTD", "09000004", sic_codes=CARE)
    sibling = company("LARKMOOR FOSTERING LTD", "09000009")
    said = beside(officer("09000003", "x"), officer("09000009", "x"), officer("09000004", None))
    both = owners(home("Larkmoor Care"), home("Larkmoor Fostering", "SC000002"))

    found = match_owners(both, by_name([LARKMOOR, other, sibling]), DAY, beside=said)

    assert found["larkmoor care"].method is Method.AMBIGUOUS


def test_a_company_younger_than_the_settings_and_in_another_trade_waits_for_a_person() -> None:
    young = company("LARKMOOR CARE LTD", incorporated_on=date(2021, 1, 1), sic_codes=BAKERY)

    found = matched("Larkmoor Care", young)

    assert (found.method, found.needs_review) == (Method.TOO_YOUNG, True)


def test_a_younger_company_in_care_is_meant_by_its_name() -> None:
    young = company("LARKMOOR CARE LTD", incorporated_on=date(2021, 1, 1), sic_codes=CARE)

    assert matched("Larkmoor Care", young).method is Method.NAME


def test_a_company_whose_age_is_not_published_is_meant_by_its_name() -> None:
    assert matched("Larkmoor Care", company("LARKMOOR CARE", incorporated_on=None)).method is (
        Method.NAME
    )


def test_a_name_given_up_before_the_day_is_still_the_companys_if_it_is_in_care() -> None:
    found = matched("Larkmoor Care", RENAMED)

    assert (found.method, found.company_number) == (Method.OTHER_TIME, "09000003")
    assert found.considered[0].fields[0].words == "it bore the name until 2024-05-01"


def test_a_name_given_up_after_the_day_is_the_companys_own() -> None:
    later = company("FERNHOLLOW LTD", former_names=(once("LARKMOOR CARE LTD", date(2026, 5, 1)),))

    assert matched("Larkmoor Care", later).method is Method.NAME


def test_a_name_given_up_waits_where_nothing_else_agrees() -> None:
    other = company("ASH LTD", former_names=(once("LARKMOOR CARE LTD", date(2024, 5, 1)),))

    found = matched("Larkmoor Care", other)

    assert (found.method, found.candidates) == (Method.AMBIGUOUS, ("09000003",))


def test_a_name_that_two_gave_up_waits_for_a_person() -> None:
    other = company("ASH LTD", "09000004", former_names=RENAMED.former_names)

    found = matched("Larkmoor Care", RENAMED, other)

    assert [one.reason for one in found.considered] == ["other companies may be meant"] * 2


@pytest.mark.parametrize(
    "text", ["The Larkmoor Care Ltd", "Larkmoor Care UK", "Lark Moor Care", "Larkmoor Care t/a Ash"]
)
def test_a_name_but_for_the_uk_spaces_or_a_trading_name_counts_where_the_trade_agrees(
    text: str,
) -> None:
    assert matched(text, LARKMOOR).method is Method.LOOSE_NAME


def test_such_a_name_waits_where_the_company_is_in_another_trade() -> None:
    assert matched("The Larkmoor Care Ltd", BAKERS).needs_review


def test_a_slip_that_another_list_spells_right_is_that_company() -> None:
    blank = home("", owner_name=None, as_at=date(2024, 3, 31))
    earlier = home("Larkmoor Care Ltd", as_at=date(2025, 3, 31))

    found = matched("Larkmoor Caer Ltd", LARKMOOR, said=beside(blank, earlier))

    assert (found.kind, found.company_number) == (OwnerKind.COMPANY, "09000003")
    assert found.evidence[-1].claim == (
        "Ofsted's register of 2025-03-31 has 'Larkmoor Care Ltd' for a setting of the owner's"
    )


def test_a_slip_that_a_report_spells_right_is_that_company() -> None:
    said = beside(reported(registered_provider="Larkmoor Care Ltd"))

    assert matched("Larkmoor Caer Ltd", LARKMOOR, said=said).method is Method.OTHER_TEXT


def test_a_slip_whose_company_has_its_office_elsewhere_waits() -> None:
    said = beside(reported(registered_provider="Larkmoor Care Ltd", office_postcode="M1 9XA"))

    assert matched("Larkmoor Caer Ltd", LARKMOOR, said=said).method is Method.ALIKE


def test_another_owner_of_the_setting_in_another_list_says_nothing() -> None:
    earlier = home("Fernhollow Homes Ltd", as_at=date(2025, 3, 31))
    other = company("FERNHOLLOW HOMES LTD")

    assert matched("Larkmoor Care", other, said=beside(earlier)).method is Method.NOT_HELD


def test_lists_that_spell_two_companies_wait_for_a_person() -> None:
    said = beside(
        home("Larkmoor Care Ltd", as_at=date(2025, 3, 31)),
        reported(registered_provider="Larkmoor Cares Ltd"),
    )
    other = company("LARKMOOR CARES LTD", "09000004")

    found = matched("Larkmoor Caree Ltd", LARKMOOR, other, said=said)

    assert (found.method, found.candidates) == (Method.AMBIGUOUS, ("09000003", "09000004"))


def test_likeness_alone_decides_nothing() -> None:
    found = matched("Larkmoor Caer", LARKMOOR)

    assert (found.method, found.company_number) == (Method.ALIKE, None)
    assert found.candidates == ("09000003",)
    assert found.considered[0].score > 0.9
    assert found.kind is OwnerKind.NONE_FOUND


def test_no_more_than_five_companies_are_shown_and_the_likest_first() -> None:
    words = ("HOMES", "SCHOOL", "SUPPORT", "FOSTERING", "FAMILIES", "LIVING", "CHILD CARE")
    index = [company(f"LARKMOOR {word}", f"0900010{n}") for n, word in enumerate(words)]

    found = matched("Larkmoor", *index)

    assert [one.company_number for one in found.considered] == [f"0900010{n}" for n in range(5)]


def test_companies_of_one_group_are_not_alike() -> None:
    assert matched("Larkmoor Bidco Ltd", company("LARKMOOR TOPCO LTD")).method is Method.NOT_HELD


def test_words_that_hundreds_share_hold_no_names_together() -> None:
    index = [company(f"LARKMOOR {n:03}", f"09{n:06}") for n in range(201)]

    assert matched("Larkmoor", *index).method is Method.NOT_HELD


def test_a_text_of_sector_words_alone_is_held_beside_its_own_kind() -> None:
    assert matched("The Care Home", company("THE CARE HOMES LTD")).method is Method.ALIKE


def test_a_loose_name_is_not_looked_for_among_names_given_up() -> None:
    former: IndexedCompany = company(
        "FERNHOLLOW LTD", sic_codes=CARE, former_names=(once("LARKMOORCARE", date(2020, 1, 1)),)
    )

    assert matched("Larkmoor Care", former).company_number is None


def test_the_report_by_which_a_blank_setting_is_an_owners_is_evidence() -> None:
    settings = [home("Larkmoor Care", "SC000002"), home("-", owner_name=None)]
    report = reported(registered_provider="Larkmoor Care Ltd", inspected_on=None)
    found = match_owners(
        organisations(settings, (), [report]), by_name([company("LARKMOOR CARE LTD")]), DAY
    )

    assert [one.claim for one in found["larkmoor care"].evidence] == [
        "Ofsted's register of 2026-03-31 names the owner of SC000002 as 'Larkmoor Care'",
        "company 09000003 is called LARKMOOR CARE LTD (Active)",
        (
            "Ofsted's register names no owner of SC000001; its inspection report has"
            " 'Larkmoor Care Ltd' as the registered provider"
        ),
    ]
