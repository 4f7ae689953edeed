"""Why the newest accounts of a company are not held: not fetched, not yet due, overdue, exempt."""

from dataclasses import replace
from datetime import date
from typing import Any

from crawlers.accounts.figure import Period
from crawlers.accounts.read_filing import ReadFiling
from crawlers.accounts.said import About, Claim
from db.records import AccountsState, Company, Filing, Gap
from oversight.accounts_missing import MissingAccounts, missing_accounts
from oversight.accounts_reading import ReadDocument
from oversight.held_accounts import HeldCompany, HeldDocument
from tests.db.companies import said

NUMBER, PARENT = "09000001", "09000002"
READ_ON = date(2025, 9, 1)
PROFILE = said(
    Company,
    name="EXAMPLE CARE LTD",
    company_type="ltd",
    public_on=READ_ON,
    cite=f"sha256:{'1' * 64}#",
    last_accounts_made_up_to=date(2024, 3, 31),
    last_accounts_type="full",
    next_accounts_made_up_to=date(2025, 3, 31),
    next_accounts_due_on=date(2025, 12, 31),
)


def accounts(end: date | None, about: str = NUMBER, *claims: Claim) -> ReadFiling:
    period = None if end is None else Period(end=end)
    return ReadFiling(
        name=f"made up to {end}",
        state=AccountsState.READ,
        filed_for=NUMBER,
        about=About(entity_number=about, period=period),
        claims=claims,
    )


def filed(made_up_to: date, filed_on: date, document_id: str | None = "Doc-9") -> Filing:
    return said(
        Filing,
        transaction_id=f"t{made_up_to}",
        filed_on=filed_on,
        form="AA",
        category="accounts",
        description="accounts-with-accounts-type-full",
        made_up_to=made_up_to,
        document_id=document_id,
        cite=f"sha256:{'2' * 64}#/items/0",
    )


def held(
    *documents: ReadFiling,
    profile: Company | None = PROFILE,
    filings: tuple[Filing, ...] | None = None,
    **more: Any,
) -> HeldCompany:
    return HeldCompany(
        company_number=NUMBER,
        documents=tuple(
            HeldDocument(
                document=ReadDocument(sha256="0" * 64, filing=one), public_on=date(2024, 12, 1)
            )
            for one in documents
        ),
        profile=profile,
        filings=filings,
        **more,
    )


def missing(of: HeldCompany, as_of: date = READ_ON) -> list[MissingAccounts]:
    return list(missing_accounts(of, as_of))


LAST = accounts(date(2024, 3, 31))


def test_the_next_accounts_are_not_yet_due_until_the_day_that_the_register_names() -> None:
    assert missing(held(LAST), date(2025, 12, 31)) == [
        MissingAccounts(
            company_number=NUMBER,
            made_up_to=date(2025, 3, 31),
            due_on=date(2025, 12, 31),
            gap=Gap.NOT_YET_DUE,
            words="accounts made up to 31 March 2025 are not yet due: they must be filed by"
            " 31 December 2025 (its profile of 1 September 2025)",
            cites=(PROFILE.cite,),
        )
    ]


def test_the_next_accounts_are_overdue_the_day_after() -> None:
    (found,) = missing(held(LAST), date(2026, 1, 1))

    assert found.gap is Gap.OVERDUE
    assert "are overdue: they were due on 31 December 2025" in found.words


def test_first_accounts_of_21_months_are_due_when_the_register_says() -> None:
    young = PROFILE.model_copy(
        update={
            "last_accounts_made_up_to": None,
            "last_accounts_type": "null",
            "next_accounts_made_up_to": date(2024, 10, 31),
            "next_accounts_due_on": date(2026, 2, 1),
        }
    )
    (found,) = missing(held(profile=young), date(2026, 1, 31))

    assert (found.gap, found.due_on) == (Gap.NOT_YET_DUE, date(2026, 2, 1))


def test_without_a_day_from_the_register_a_public_company_has_six_months() -> None:
    public = PROFILE.model_copy(update={"next_accounts_due_on": None, "company_type": "plc"})
    (found,) = missing(held(LAST, profile=public), date(2025, 10, 1))

    assert (found.gap, found.due_on) == (Gap.OVERDUE, date(2025, 9, 30))


def test_a_subsidiary_that_files_none_is_exempt_as_the_register_says() -> None:
    exempt = PROFILE.model_copy(update={"last_accounts_type": "filing-exemption-subsidiary"})
    (found,) = missing(held(LAST, profile=exempt), date(2026, 6, 1))

    assert found.gap is Gap.EXEMPT_SUBSIDIARY
    assert "need not file accounts (s.448A)" in found.words


def test_a_subsidiary_is_exempt_by_what_its_parent_s_papers_say_and_a_parent_is_not() -> None:
    claim = Claim(section="448A", sentence="Its subsidiary takes s.448A.", fragment="row=1")
    of_parent = accounts(date(2024, 3, 31), PARENT, claim)
    of_itself = accounts(date(2024, 3, 31), NUMBER, claim)
    (subsidiary,), (parent,) = missing(held(of_parent)), missing(held(of_itself))

    assert subsidiary.gap is Gap.EXEMPT_SUBSIDIARY
    assert parent.gap is Gap.NOT_YET_DUE


def test_a_parent_s_later_year_end_does_not_stand_for_the_subsidiary_s_own() -> None:
    own = replace(LAST, annexed=(accounts(date(2025, 6, 30), PARENT),))
    (found,) = missing(held(own))

    assert found.made_up_to == date(2025, 3, 31)


def test_accounts_that_are_on_the_register_and_not_held_are_no_gap_of_filing() -> None:
    listed = [filed(date(2023, 3, 31), date(2023, 12, 1)), filed(date(2025, 3, 31), READ_ON)]
    found, *others = missing(held(LAST, filings=tuple(listed)))

    assert (found.made_up_to, found.gap, found.due_on) == (date(2025, 3, 31), None, None)
    assert "were filed on 1 September 2025, and are not held here" in found.words
    assert found.cites == (listed[1].cite,)
    assert others == []


def test_of_a_company_of_which_nothing_is_held_the_last_filing_alone_is_told() -> None:
    listed = (filed(date(2023, 3, 31), date(2023, 12, 1)), filed(date(2024, 3, 31), READ_ON))
    filed_last, due_next = missing(held(filings=listed))

    assert filed_last.made_up_to == date(2024, 3, 31)
    assert due_next.gap is Gap.NOT_YET_DUE


def test_a_picture_that_is_held_and_says_no_period_is_not_asked_for_again() -> None:
    picture = replace(accounts(None), name="Doc-9")
    listed = (filed(date(2025, 3, 31), READ_ON),)

    assert missing(held(picture, LAST, filings=listed)) == []


def test_what_the_profile_has_and_nothing_else_names_is_not_held() -> None:
    last, due_next = missing(held())

    assert (last.made_up_to, last.gap) == (date(2024, 3, 31), None)
    assert "were filed by 1 September 2025, as its profile says" in last.words
    assert due_next.made_up_to == date(2025, 3, 31)


def test_on_a_day_before_they_were_filed_the_last_accounts_were_due() -> None:
    (found,) = missing(held(filings=()), date(2024, 6, 1))

    assert (found.made_up_to, found.gap) == (date(2024, 3, 31), Gap.NOT_YET_DUE)
    assert found.due_on == date(2024, 12, 31)


def test_a_company_without_a_profile_has_no_day_to_be_late_for() -> None:
    (found,) = missing(held(LAST, profile=None))

    assert (found.made_up_to, found.gap, found.cites) == (None, None, ())
    assert "no profile of it is held" in found.words


def test_a_company_that_has_ended_owes_no_more_accounts() -> None:
    ended = PROFILE.model_copy(update={"next_accounts_made_up_to": None})
    (found,) = missing(held(LAST, profile=ended))

    assert (found.made_up_to, found.gap, found.cites) == (None, None, (PROFILE.cite,))
    assert "its profile names no accounts to come" in found.words


def test_accounts_of_a_week_beside_the_register_s_day_are_those_that_it_means() -> None:
    assert missing(held(LAST, accounts(date(2025, 3, 28)))) == []
