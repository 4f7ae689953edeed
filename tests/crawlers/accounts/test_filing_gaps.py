from datetime import date

import pytest

from crawlers.accounts.filing_gaps import filed_by, filing_gap
from crawlers.accounts.said import Claim
from db.records.accounts_words import Gap

MADE_UP_TO = date(2025, 3, 31)


@pytest.mark.parametrize(
    ("as_of", "gap"),
    [(date(2025, 12, 31), Gap.NOT_YET_DUE), (date(2026, 1, 1), Gap.OVERDUE)],
)
def test_accounts_are_overdue_the_day_after_nine_months(as_of: date, gap: Gap) -> None:
    assert filing_gap(made_up_to=MADE_UP_TO, as_of=as_of) is gap


def test_a_public_company_has_six_months() -> None:
    late = filing_gap(made_up_to=MADE_UP_TO, as_of=date(2025, 10, 1), is_public=True)

    assert late is Gap.OVERDUE


def test_the_day_in_the_register_counts_before_the_law() -> None:
    extended = filing_gap(made_up_to=MADE_UP_TO, as_of=date(2026, 2, 1), due_on=date(2026, 3, 31))

    assert extended is Gap.NOT_YET_DUE


def test_a_dormant_subsidiary_under_guarantee_files_none() -> None:
    of_register = filing_gap(
        made_up_to=MADE_UP_TO,
        as_of=date(2027, 1, 1),
        accounts_type="filing-exemption-subsidiary",
    )
    of_parent = filing_gap(
        made_up_to=MADE_UP_TO,
        as_of=date(2027, 1, 1),
        claims=[Claim(section="448A", sentence="", fragment="row=1")],
    )

    assert (of_register, of_parent) == (Gap.EXEMPT_SUBSIDIARY, Gap.EXEMPT_SUBSIDIARY)


def test_a_dormant_subsidiary_that_prepares_none_is_dormant() -> None:
    claims = [Claim(section="394A", sentence="", fragment="row=1")]

    gap = filing_gap(made_up_to=MADE_UP_TO, as_of=date(2027, 1, 1), claims=claims)

    assert gap is Gap.DORMANT


@pytest.mark.parametrize(
    ("made_up_to", "due"),
    [
        (date(2025, 3, 31), date(2025, 12, 31)),
        (date(2025, 2, 28), date(2025, 11, 30)),
        (date(2025, 4, 5), date(2026, 1, 5)),
        (date(2025, 5, 30), date(2026, 2, 28)),
        (date(2025, 12, 31), date(2026, 9, 30)),
    ],
)
def test_the_time_for_filing_ends_with_the_month_that_the_period_ends_with(
    made_up_to: date, due: date
) -> None:
    assert filed_by(made_up_to, 9) == due
