"""The company data product becomes the index of all companies."""

from datetime import date
from pathlib import Path

import pytest

from crawlers.bulk import Part
from crawlers.companies_house import company_columns
from crawlers.companies_house.company_columns import CATEGORIES, STATUSES
from crawlers.sources.companies_house_company_data import FIELDS, SOURCE
from db.company_index import CompanyIndex
from db.indexed_company import IndexedCompany
from db.product import Count
from tests.crawlers.bulk_files import SHA256, read, rows_of
from tests.crawlers.company_data import HEADER, PUBLISHED_AS, product, row


def taken_in(folder: Path, body: str | bytes, url: str = PUBLISHED_AS) -> Part:
    return read(SOURCE, folder, body, url)


def test_the_header_is_the_published_one() -> None:
    names = HEADER.split(",")

    assert tuple(names) == company_columns.HEADER
    assert len(names) == 55
    assert sum(name.startswith(" ") for name in names) == 14


def test_a_row_becomes_a_company_that_cites_its_row(tmp_path: Path) -> None:
    taken_in(tmp_path, product(row(), row("THE GROVE LLP", "OC900002", status="Liquidation")))
    index = CompanyIndex(part=tmp_path / "part.parquet", sha256=SHA256)

    assert index.numbered(["OC900002"]) == {
        "OC900002": IndexedCompany(
            company_number="OC900002",
            name="THE GROVE LLP",
            category="Private Limited Company",
            status="Liquidation",
            incorporated_on=date(2019, 5, 1),
            cite=f"sha256:{SHA256}#row=3",
            sic_codes=("87900",),
            office_district="LS1",
        )
    }


def test_the_index_keeps_ten_facts_of_a_company_and_a_district_for_its_address(
    tmp_path: Path,
) -> None:
    taken_in(tmp_path, product(row(dissolved="28/02/2026"), row("B LTD", "09000002")))

    assert rows_of(tmp_path / "part.parquet")[:1] == [
        (
            2,
            "09000001",
            "LARKMOOR CARE LTD",
            "LARKMOORCARE",
            "Private Limited Company",
            "Active",
            date(2019, 5, 1),
            date(2026, 2, 28),
            "87900",
            "LS1",
            None,
        )
    ]


def test_companies_are_counted_with_what_is_filled(tmp_path: Path) -> None:
    part = taken_in(tmp_path, product(row(), row("B LTD", "09000002", incorporated="")))

    assert part == Part(
        subject="companies at 2026-11-01",
        describes=date(2026, 11, 1),
        public_on=None,
        counts=(
            Count(
                kind="IndexedCompany",
                rows=2,
                filled=dict.fromkeys(FIELDS, 2) | {"incorporated_on": 1, "dissolved_on": 0},
                unknown={"status": {}, "category": {}, "company_number": {}},
            ),
        ),
    )


def test_a_product_whose_name_gives_no_day_is_of_the_day_it_was_fetched(tmp_path: Path) -> None:
    part = taken_in(tmp_path, product(row()), "file:companies.csv")

    assert part.subject == "companies at 2026-11-03"


@pytest.mark.parametrize("status", STATUSES)
def test_every_published_status_is_known(tmp_path: Path, status: str) -> None:
    (count,) = taken_in(tmp_path, product(row(status=status))).counts

    assert count.unknown["status"] == {}


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_published_category_is_known(tmp_path: Path, category: str) -> None:
    (count,) = taken_in(tmp_path, product(row(category=category))).counts

    assert count.unknown["category"] == {}


def test_unknown_words_and_odd_numbers_are_kept_and_counted(tmp_path: Path) -> None:
    part = taken_in(
        tmp_path,
        product(
            row(),
            row("B SOCIETY", "IP12345RX", category="Guild", status="Asleep"),
            row("C LTD", "09000003", status="Asleep"),
        ),
    )

    assert part.counts[0].rows == 3
    assert part.counts[0].unknown == {
        "status": {"Asleep": 2},
        "category": {"Guild": 1},
        "company_number": {"IP12345RX": 1},
    }


@pytest.mark.parametrize(
    "body",
    [
        "\ufeff" + product(row()),
        product(row()).replace("\r\n", "\n"),
        product(row()).rstrip(),
        product(row(), header=HEADER.replace(", ", ",")),
        product(row(), header='"' + HEADER.replace(",", '","') + '"'),
        product(row().replace('"LARKMOOR CARE LTD"', "LARKMOOR CARE LTD")),
        product(row(" LARKMOOR CARE LTD ", uri="http://data.example/09000001")),
    ],
    ids=[
        *("byte order mark", "line feeds", "no last line end", "header without spaces"),
        *("header in quotation marks", "unquoted name", "spaces about a name"),
    ],
)
def test_what_no_reader_need_mind_is_no_matter(tmp_path: Path, body: str) -> None:
    assert SOURCE.begins(body.encode())
    taken_in(tmp_path, body)
    ((number, company, name, *_),) = rows_of(tmp_path / "part.parquet")

    assert (number, company, name) == (2, "09000001", "LARKMOOR CARE LTD")


def test_a_quotation_mark_and_a_comma_in_a_name_are_part_of_it(tmp_path: Path) -> None:
    taken_in(tmp_path, product(row('THE "LARK", LTD')))

    assert rows_of(tmp_path / "part.parquet")[0][2] == 'THE "LARK", LTD'


def test_a_name_over_two_lines_is_one_row_as_in_a_spreadsheet(tmp_path: Path) -> None:
    taken_in(tmp_path, product(row("LARKMOOR\nCARE LTD"), row("B LTD", "09000002")))
    found = [(number, name) for number, _, name, *_ in rows_of(tmp_path / "part.parquet")]

    assert found == [(2, "LARKMOOR\nCARE LTD"), (3, "B LTD")]


def test_nothing_but_the_part_is_left_behind(tmp_path: Path) -> None:
    taken_in(tmp_path, product(row()))

    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "part.parquet"]
