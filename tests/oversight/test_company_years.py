"""What companies' documents report is kept apart from memory, each set of accounts once."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from crawlers.accounts.note import Note
from crawlers.accounts.read_filing import NOTHING_CHOSEN
from oversight.company_years import CompanyYears
from tests.crawlers.accounts.figures import YEAR, figures

FIRST = replace(
    NOTHING_CHOSEN, period=YEAR, figures=figures("company net_assets 100"), notes=(Note(words="n"),)
)
SECOND = replace(NOTHING_CHOSEN, period=YEAR, figures=figures("company net_assets 90"))


@pytest.fixture
def years() -> Iterator[CompanyYears]:
    with closing(CompanyYears()) as kept:
        yield kept


def test_only_companies_of_several_documents_are_given_back(years: CompanyYears) -> None:
    years.add("09000001", "a" * 64, 1, FIRST)
    years.add("09000002", "b" * 64, 1, FIRST)
    years.add("09000001", "c" * 64, 1, SECOND)
    ((company, found),) = years.of_several()

    assert company == "09000001"
    assert [one.chosen for one in found] == [replace(FIRST, notes=()), SECOND]
    assert [one.cite("row=5") for one in found] == [
        f"sha256:{'a' * 64}#row=5",
        f"sha256:{'c' * 64}#row=5",
    ]


def test_the_same_set_of_accounts_is_one_and_another_member_is_another(years: CompanyYears) -> None:
    for member in (1, 1, 2):
        years.add("09000001", "a" * 64, member, FIRST)
    ((_, found),) = years.of_several()

    assert len(found) == 2
