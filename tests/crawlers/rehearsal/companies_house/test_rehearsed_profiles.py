"""What the profile says of companies in every state."""

from dataclasses import replace
from datetime import date, timedelta

from crawlers.rehearsal.forms.companies_house.profile import profile
from crawlers.rehearsal.world.troubles import Step
from tests.crawlers.rehearsal.companies_house.small_register import (
    FAILED,
    INSOLVENCIES,
    LATER,
    PROPOSED,
    TODAY,
    WORLD,
    accounts,
    answer,
    body,
    filing,
)


def test_a_link_is_there_only_where_the_resource_is() -> None:
    for company in WORLD.companies:
        if company.begun_on <= TODAY:
            path = f"/company/{company.key}"
            linked = body(path)["links"].values()
            resources = (
                *("charges", "exemptions", "filing-history", "insolvency", "officers"),
                *(f"persons-with-significant-control{ending}" for ending in ("", "-statements")),
            )
            there = {f"{path}/{r}" for r in resources if answer(f"{path}/{r}").status == 200}

            assert set(linked) == {path, *there}


def test_a_company_is_active_with_a_proposal_from_the_gazette_notice_until_it_is_stopped() -> None:
    days = (date(2026, 9, 7), date(2026, 9, 8), TODAY, LATER)
    found = [profile(WORLD, PROPOSED, on) for on in days]

    assert {said["company_status"] for said in found} == {"active"}
    assert [said.get("company_status_detail") for said in found] == [
        None,
        "active-proposal-to-strike-off",
        "active-proposal-to-strike-off",
        None,
    ]


def test_a_suspension_leaves_the_proposal_where_it_was() -> None:
    suspended = filing(
        *("soas", "99000007", TODAY, "dissolved-compulsory-strike-off-suspended"),
        category="dissolution",
    )
    world = replace(WORLD, filings=(*WORLD.filings, suspended))

    found = profile(world, PROPOSED, TODAY)
    assert found["company_status_detail"] == "active-proposal-to-strike-off"


def test_a_company_is_in_administration_from_the_day_that_the_register_shows_it() -> None:
    days = (date(2026, 9, 1), date(2026, 9, 5), TODAY, LATER)
    found = [profile(WORLD, FAILED, on)["company_status"] for on in days]

    assert found == ["active", "administration", "administration", "liquidation"]


def test_a_company_is_active_again_once_its_only_case_is_over() -> None:
    case = replace(INSOLVENCIES[0], steps=(Step(kind="administration-ended-on", on=TODAY),))
    world = replace(WORLD, insolvencies=(case,))
    found = profile(world, FAILED, TODAY)

    assert found["company_status"] == "active"
    assert found["has_insolvency_history"] is True


def test_a_dissolved_company_has_its_day_and_nothing_to_come() -> None:
    found = body("/company/99000005")

    assert (found["company_status"], found["date_of_cessation"]) == ("dissolved", "2024-05-01")
    assert "next_accounts" not in found["accounts"]
    assert "confirmation_statement" not in found


def test_a_new_company_has_twenty_one_months_and_has_filed_nothing() -> None:
    found = body("/company/99000008")["accounts"]

    assert found["last_accounts"] == {"type": "null"}
    assert found["next_accounts"] == {
        "due_on": "2028-03-15",
        "overdue": False,
        "period_end_on": "2027-06-30",
        "period_start_on": "2026-06-15",
    }


def test_accounts_are_overdue_from_the_day_after_they_are_due() -> None:
    one = accounts("last", "99000007", date(2025, 1, 31), date(2025, 5, 1), start=date(2024, 4, 1))
    world = replace(WORLD, accounts=(one,))
    found = [
        profile(world, PROPOSED, date(2025, 12, 31) + timedelta(days=days))["accounts"]
        for days in (0, 1)
    ]

    assert [said["overdue"] for said in found if isinstance(said, dict)] == [False, True]


def test_a_year_end_is_moved_on_the_day_of_the_notice() -> None:
    (homes,) = [company for company in WORLD.companies if company.key == "99000001"]
    before, after = (profile(WORLD, homes, on)["accounts"] for on in _round(date(2026, 1, 15)))

    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert before["next_made_up_to"] == "2026-03-31"
    assert after["next_made_up_to"] == "2026-08-31"


def test_what_holds_no_accounts_here_says_nothing_of_them() -> None:
    charity, fund = body("/company/CE990001"), body("/company/LP990001")

    assert (charity["company_status"], charity["external_registration_number"]) == (
        "registered",
        "1999111",
    )
    assert fund["subtype"] == "private-fund-limited-partnership"
    assert not {"accounts", "confirmation_statement"} & (charity.keys() | fund.keys())


def test_a_community_company_is_limited_by_guarantee_unless_somebody_holds_shares() -> None:
    found = body("/company/99000004")

    assert (found["type"], found["subtype"]) == (
        "private-limited-guarant-nsc",
        "community-interest-company",
    )


def test_a_company_is_not_there_before_its_first_day() -> None:
    assert answer("/company/99000009").status == 404


def _round(on: date) -> tuple[date, date]:
    return on - timedelta(days=1), on
