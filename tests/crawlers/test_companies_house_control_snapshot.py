"""The control snapshot becomes a table of holders, and the lines about single companies."""

import json
from datetime import date
from pathlib import Path

import pytest

from crawlers.bulk import Part
from crawlers.sources.companies_house_control_snapshot import SOURCE
from db.product import Count
from db.records.control_words import CONTROL_KINDS
from tests.crawlers.bulk_files import laid_out, read, rows_of
from tests.crawlers.control_snapshot import (
    PUBLISHED_AS,
    exemption,
    held,
    line,
    snapshot,
    statement,
    totals,
)


def taken_in(folder: Path, *lines: str) -> Part:
    return read(SOURCE, folder, snapshot(*lines), PUBLISHED_AS)


def extracts(folder: Path, body: str, *numbers: str) -> list[tuple[str, bytes]]:
    assert SOURCE.extracts is not None
    found = SOURCE.extracts(laid_out(folder, body, PUBLISHED_AS), numbers)
    return [(extract.company_number, extract.body) for extract in found]


def test_lines_are_counted_and_holders_with_a_number_kept(tmp_path: Path) -> None:
    part = taken_in(
        tmp_path,
        line(),
        held("09000001", "09000002", "England", "Companies House"),
        held("09000001", None),
        held("09000001", " "),
        statement(),
        exemption(),
        totals(4, 1, 1),
    )

    assert part == Part(
        subject="control registers at 2026-11-02",
        describes=date(2026, 11, 2),
        public_on=date(2026, 11, 2),
        counts=(
            Count(
                kind="Holder",
                rows=1,
                filled={
                    "company_number": 1,
                    "registration_number": 1,
                    "country_registered": 1,
                    "place_registered": 1,
                },
                unknown={"company_number": {}},
            ),
            Count(kind="Line", rows=6, filled={"kind": 6}, unknown={"kind": {}}),
        ),
        odd=b"",
        odd_why=part.odd_why,
    )


def test_a_holder_is_kept_as_it_wrote_itself_under_the_eight_characters_of_the_company(
    tmp_path: Path,
) -> None:
    taken_in(
        tmp_path,
        held("1234567", "No. 9000002 ", "ENGLAND & WALES", "Cardiff"),
        held("sc900001", "B 123", "Luxembourg", ceased_on="2019-05-31"),
        totals(2),
    )

    assert sorted(rows_of(tmp_path / "part.parquet")) == [
        ("01234567", "No. 9000002 ", "ENGLAND & WALES", "Cardiff"),
        ("SC900001", "B 123", "Luxembourg", None),
    ]


def test_holders_are_in_the_order_of_their_companies_so_that_few_are_found_quickly(
    tmp_path: Path,
) -> None:
    companies = ("SC900001", "09000003", "09000001", "09000002")
    taken_in(tmp_path, *(held(one, "09000009") for one in companies), totals(4))

    assert [company for company, *_ in rows_of(tmp_path / "part.parquet")] == [
        *("09000001", "09000002", "09000003", "SC900001")
    ]


@pytest.mark.parametrize("kind", sorted(CONTROL_KINDS.words))
def test_every_known_kind_counts_as_a_holder(tmp_path: Path, kind: str) -> None:
    _, lines = taken_in(tmp_path, line(kind=kind), totals(1)).counts

    assert lines.unknown == {"kind": {}}


def test_lines_of_unknown_kinds_are_counted_and_handed_back(tmp_path: Path) -> None:
    nobody = '{"data": {"kind": "new-kind"}}'
    part = taken_in(tmp_path, line(), line(kind="new-kind"), nobody, line(kind=None), totals(4))
    _, lines = part.counts

    assert lines == Count(
        kind="Line",
        rows=4,
        filled={"kind": 3},
        unknown={"kind": {"new-kind": 2, "None": 1}},
    )
    assert part.odd.decode().splitlines() == [line(kind="new-kind"), nobody, line(kind=None)]
    assert part.odd_why == (
        "lines of new kinds, which are not read and left out: 'new-kind' (2 of them, first in line"
        " 2), None (1 of them, first in line 4); teach the reader the kinds, then take in the"
        " snapshot again"
    )


@pytest.mark.parametrize(
    "counts", [(1, 1, 1), (3, 1, 1), (1, 3, 1), (1, 1, 3)], ids=["nowhere", *"123"]
)
def test_lines_of_a_new_kind_may_be_counted_in_any_total_or_nowhere(
    tmp_path: Path, counts: tuple[int, int, int]
) -> None:
    new = line(kind="new-kind")
    part = taken_in(tmp_path, line(), new, statement(), exemption(), new, totals(*counts))

    assert part.counts[1].unknown == {"kind": {"new-kind": 2}}
    assert "left out: 'new-kind' (2 of them, first in line 2);" in part.odd_why


def test_a_company_number_of_another_register_is_counted(tmp_path: Path) -> None:
    holders, _ = taken_in(tmp_path, held("XX123456", "09000002"), totals(1)).counts

    assert holders.unknown == {"company_number": {"XX123456": 1}}


def test_the_last_line_need_not_end(tmp_path: Path) -> None:
    part = read(SOURCE, tmp_path, snapshot(line(), totals(1)).rstrip(), PUBLISHED_AS)

    assert part.counts[1].rows == 1


def test_lines_about_a_company_are_joined_verbatim_and_in_order(tmp_path: Path) -> None:
    odd = '{ "company_number" :"09000001",  "data": {"b":1.50,"kind":"k","a":"\\u00e9\\/é"}}'
    body = snapshot(line(), odd, line("09000009"), statement(), totals(3, 1))

    ((_, extract),) = extracts(tmp_path, body, "09000001")

    assert (
        extract.decode()
        == f'{{"company_number": "09000001", "lines": [{line()},\n{odd},\n{statement()}]}}'
    )


def test_extracts_come_in_the_order_of_the_numbers_empty_ones_included(tmp_path: Path) -> None:
    body = snapshot(line("09000003"), line("09000001"), totals(2))

    assert extracts(tmp_path, body, "09000003", "09000002", "09000001") == [
        ("09000001", f'{{"company_number": "09000001", "lines": [{line()}]}}'.encode()),
        ("09000002", b'{"company_number": "09000002", "lines": []}'),
        (
            "09000003",
            f'{{"company_number": "09000003", "lines": [{line("09000003")}]}}'.encode(),
        ),
    ]


def test_a_company_is_found_however_short_its_number_is_written(tmp_path: Path) -> None:
    body = snapshot(line("1234567"), line(1234567), line("01234567"), line("sc900001"), totals(4))
    found = extracts(tmp_path, body, "01234567", "SC900001")

    assert [len(json.loads(extract)["lines"]) for _, extract in found] == [3, 1]


def test_of_no_companies_there_are_no_extracts(tmp_path: Path) -> None:
    assert extracts(tmp_path, snapshot(line(), totals(1))) == []


def test_nothing_but_the_part_is_left_behind(tmp_path: Path) -> None:
    body = snapshot(line(), totals(1))
    read(SOURCE, tmp_path, body, PUBLISHED_AS)
    extracts(tmp_path, body, "09000001")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "part.parquet"]


@pytest.mark.parametrize(
    "first",
    [
        snapshot(line(), totals(1)),
        snapshot(held("09000001", "09000002"), totals(1)),
        snapshot(exemption(), "cut in the mi"),
    ],
)
def test_the_snapshot_is_recognised_by_its_first_line(first: str) -> None:
    assert SOURCE.begins(first.encode())


@pytest.mark.parametrize(
    "first",
    [
        "",
        line(),
        line() + "\n\n",
        "<!DOCTYPE html>\n<title>Companies House</title>",
        "CompanyName, CompanyNumber\nLARKMOOR,1\n",
        "[1]\n[2]\n",
        "1\n2\n",
        '{"company_number": "09000001", "lines": []}\n{}\n',
        json.dumps(json.loads(line()), indent=2),
    ],
    ids=[
        *("nothing", "one line alone", "one line and a blank one", "a page", "a table"),
        *("lists", "numbers", "an extract", "one entry over several lines"),
    ],
)
def test_what_is_not_the_snapshot_is_not_recognised(first: str) -> None:
    assert not SOURCE.begins(first.encode())
