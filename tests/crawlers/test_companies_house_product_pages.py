"""A page of downloads leads to the newest product, with its day and about its length."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawlers.companies_house.product_pages import (
    ACCOUNTS,
    company_data,
    control_snapshot,
    daily_accounts,
    monthly_accounts,
)
from crawlers.reading import SourceChangedError
from crawlers.source import Follow, Signpost
from crawlers.sources import bulk_sources
from db.records import Document

UPDATED = "<strong>Last Updated:</strong> 04/02/2026"


def page(*files: str, updated: str = UPDATED) -> Document:
    links = "".join(f'<li><a href="{one.split(" ")[0]}">{one}</a></li>' for one in files)
    return document(f"<html><body><ul>{links}</ul>{updated}</body></html>".encode())


def document(body: bytes) -> Document:
    return Document(
        url="https://download.companieshouse.gov.uk/en_output.html",
        fetched_at=datetime(2026, 2, 4, 12, tzinfo=UTC),
        body=body,
    )


def test_the_newest_company_data_is_wanted_as_one_file() -> None:
    found = page(
        "BasicCompanyDataAsOneFile-2026-01-01.zip  (467Mb)",
        "BasicCompanyDataAsOneFile-2026-02-01.zip  (468Mb)",
        "BasicCompanyData-2026-02-01-part1_7.zip  (69Mb)",
    )

    assert list(company_data(found)) == [
        Follow(
            url="BasicCompanyDataAsOneFile-2026-02-01.zip",
            published_on=date(2026, 2, 4),
            stated_bytes=468_000_000,
            is_final=True,
        )
    ]


def test_a_snapshot_without_a_size_is_wanted_as_one_file() -> None:
    found = page(
        "persons-with-significant-control-snapshot-2026-02-04.zip",
        "psc-snapshot-2026-02-04_1of20.zip  (63Mb)",
        updated="<strong>Last Updated:</strong> 04/02/2026 07:28hrs",
    )

    assert list(control_snapshot(found)) == [
        Follow(
            url="persons-with-significant-control-snapshot-2026-02-04.zip",
            published_on=date(2026, 2, 4),
            is_final=True,
        )
    ]


def test_accounts_of_each_day_are_of_the_day_in_their_name() -> None:
    found = page(
        "Accounts_Bulk_Data-2026-02-03.zip  (166Mb)", "Accounts_Bulk_Data-2026-02-04.zip  (50Kb)"
    )

    assert [(one.published_on, one.stated_bytes) for one in daily_accounts(found)] == [
        (date(2026, 2, 4), 50_000),
        (date(2026, 2, 3), 166_000_000),
    ]


def test_of_months_only_the_newest_has_a_day() -> None:
    found = page(
        "archive/Accounts_Monthly_Data-JanuaryToDecember2009.zip (602Mb)",
        "archive/Accounts_Monthly_Data-July2019.zip (1.6Gb)",
        "archive/Accounts_Monthly_Data-June2019.zip  (b)",
    )

    assert list(monthly_accounts(found)) == [
        Follow(
            url="archive/Accounts_Monthly_Data-July2019.zip",
            published_on=date(2026, 2, 4),
            stated_bytes=1_600_000_000,
            is_final=True,
        ),
        Follow(url="archive/Accounts_Monthly_Data-June2019.zip", is_final=True),
        Follow(
            url="archive/Accounts_Monthly_Data-JanuaryToDecember2009.zip",
            stated_bytes=602_000_000,
            is_final=True,
        ),
    ]


@pytest.mark.parametrize(
    "signpost", [company_data, control_snapshot, daily_accounts, monthly_accounts]
)
def test_a_page_without_its_product_is_refused(signpost: Signpost) -> None:
    with pytest.raises(SourceChangedError, match="no link leads to a file named"):
        list(signpost(page("Something-2026-02-01.zip (1Mb)")))


def test_a_page_that_does_not_say_when_it_was_updated_is_refused() -> None:
    with pytest.raises(SourceChangedError, match="does not say on which day"):
        list(company_data(page("BasicCompanyDataAsOneFile-2026-02-01.zip (1Mb)", updated="")))


def test_a_name_without_a_day_is_refused() -> None:
    with pytest.raises(SourceChangedError, match="neither a day nor a month"):
        list(company_data(page("BasicCompanyDataAsOneFile-2026-02-31.zip (1Mb)")))


def test_what_is_no_page_is_refused() -> None:
    with pytest.raises(SourceChangedError, match="this is no web page"):
        list(company_data(document(b"PK")))


def test_each_product_begins_at_its_own_page() -> None:
    paths = [start.path for source in bulk_sources() for start in source.starts]
    accounts = [start.path for (start,), _ in ACCOUNTS.values()]

    assert paths == ["/en_output.html", "/en_pscdata.html"]
    assert accounts == [
        "/en_accountsdata.html",
        "/en_monthlyaccountsdata.html",
        "/historicmonthlyaccountsdata.html",
    ]


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("name", "signpost", "files", "newest"),
    [
        (
            "basic_company_data_2026-02",
            company_data,
            1,
            Follow(
                url="BasicCompanyDataAsOneFile-2026-02-01.zip",
                published_on=date(2026, 2, 1),
                stated_bytes=468_000_000,
                is_final=True,
            ),
        ),
        (
            "en_pscdata_2022-02-09",
            control_snapshot,
            1,
            Follow(
                url="persons-with-significant-control-snapshot-2022-02-09.zip",
                published_on=date(2022, 2, 9),
                is_final=True,
            ),
        ),
        (
            "accounts_data_daily_2026-02",
            daily_accounts,
            102,
            Follow(
                url="Accounts_Bulk_Data-2026-02-04.zip",
                published_on=date(2026, 2, 4),
                stated_bytes=50_000_000,
                is_final=True,
            ),
        ),
        (
            "accounts_data_monthly_2026-02",
            monthly_accounts,
            13,
            Follow(
                url="Accounts_Monthly_Data-December2025.zip",
                published_on=date(2026, 1, 5),
                stated_bytes=4_164_000_000,
                is_final=True,
            ),
        ),
        (
            "accounts_data_historic_2026-02",
            monthly_accounts,
            182,
            Follow(
                url="archive/Accounts_Monthly_Data-December2024.zip",
                published_on=date(2025, 3, 13),
                stated_bytes=4_000_000_000,
                is_final=True,
            ),
        ),
    ],
)
def test_a_real_page_leads_to_its_products(
    published_files: Path, name: str, signpost: Signpost, files: int, newest: Follow
) -> None:
    path = published_files / "companies_house" / "bulk" / f"{name}.html"
    found = list(signpost(document(path.read_bytes())))

    assert len(found) == files
    assert found[0] == newest
