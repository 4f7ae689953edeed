"""A company data product that is not what it was stops, naming what, where and what to do."""

from pathlib import Path

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.companies_house_company_data import SOURCE
from tests.crawlers.bulk_files import read
from tests.crawlers.company_data import HEADER, PUBLISHED_AS, product, row

AGAIN = "; download it again, or read it anew in the source's file if the publisher has changed it"
SHIFTED = " so its columns may be shifted"
NOT_A_ROW = "a row is not one of 55 quoted columns"


def refusal(folder: Path, body: str | bytes, url: str = PUBLISHED_AS) -> tuple[str, str]:
    """What is wrong, and where."""
    with pytest.raises(SourceChangedError) as caught:
        read(SOURCE, folder, body, url)
    problem, place, kept = str(caught.value).splitlines()
    assert kept == "  fetched 2026-11-03, kept as abababababab"
    return problem, place.removeprefix(f"  at {url}")


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        (f"{HEADER},LEI", "new ['LEI'], missing [], twice []"),
        (HEADER.replace(",CountryOfOrigin", ""), "new [], missing ['CountryOfOrigin'], twice []"),
        (
            HEADER.replace("CompanyStatus", "Status"),
            "new ['Status'], missing ['CompanyStatus'], twice []",
        ),
        (f"{HEADER},URI", "new [], missing [], twice ['URI']"),
    ],
)
def test_a_column_that_is_new_lost_or_renamed_is_named(
    tmp_path: Path, header: str, problem: str
) -> None:
    found, place = refusal(tmp_path, product(row(), header=header))

    assert place == "#row=1"
    assert found == (
        f"its columns are not the 55 known ones: {problem}; read them or ignore them by name in"
        " the source's file"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CompanyCategory", "CompanyStatus"),
        ("RegAddress.PostTown", "RegAddress.County"),
        ("CompanyName", " CompanyNumber"),
    ],
    ids=["both are read", "neither is read", "the first two"],
)
def test_two_header_names_swapped_are_named(tmp_path: Path, one: str, other: str) -> None:
    swapped = [{one: other, other: one}.get(name, name) for name in HEADER.split(",")]
    body = product(row(), header=",".join(swapped))
    problem, place = refusal(tmp_path, body)

    assert SOURCE.begins(body.encode())
    assert place == "#row=1"
    assert problem == (
        f"2 of its columns have moved: {other.strip()!r} stands where {one.strip()!r} did,"
        f" {one.strip()!r} stands where {other.strip()!r} did; download it again, or order the"
        " names anew in company_columns.py if the publisher has moved them"
    )


def test_of_many_columns_that_have_moved_the_first_are_named(tmp_path: Path) -> None:
    names = HEADER.split(",")
    problem, _ = refusal(tmp_path, product(row(), header=",".join([*names[:2], *names[:1:-1]])))

    assert problem.startswith("52 of its columns have moved: 'ConfStmtLastMadeUpDate' stands ")
    assert problem.count(" stands where ") == 3


def ten(**said: str) -> list[str]:
    """Ten companies' rows, alike but for their numbers."""
    return [row(**{"number": f"0900000{n}", **said}) for n in range(10)]


@pytest.mark.parametrize(
    ("rows", "place", "column", "met"),
    [
        (
            ten(status="Private Limited Company", category="Active"),
            "#col=11",
            "CompanyCategory",
            "'Active' (10 times)",
        ),
        (ten(status="England"), "#col=12", "CompanyStatus", "'England' (10 times)"),
        (ten(status=""), "#col=12", "CompanyStatus", "'' (10 times)"),
        (
            [row(number=f"LEEDS {n}") for n in range(10)],
            "#col=2",
            "CompanyNumber",
            "'LEEDS 0' (1 times)",
        ),
        (
            ten(incorporated="", dissolved="01/05/2019"),
            "#col=14",
            "DissolutionDate",
            "'2019-05-01' (10 times)",
        ),
        (ten(incorporated=""), "#col=15", "IncorporationDate", "'' (10 times)"),
    ],
    ids=[
        *("swapped with the next", "another column's", "blank", "no numbers"),
        *("days swapped", "days gone"),
    ],
)
def test_a_column_that_no_row_fills_as_it_should_is_named_with_what_was_met(
    tmp_path: Path, rows: list[str], place: str, column: str, met: str
) -> None:
    problem, where = refusal(tmp_path, product(*rows))

    assert where == place
    assert problem == (
        f"of 10 rows 10 hold in {column} what does not belong there, most often {met}, so its"
        " columns may be shifted or swapped; download it again, or read the column anew in the"
        " source's file if the publisher has changed it"
    )


def test_nine_strange_rows_in_ten_are_too_many_and_eight_are_not(tmp_path: Path) -> None:
    strange, known = ten(status="Asleep"), ten()
    problem, _ = refusal(tmp_path, product(*strange[:9], *known[9:]))
    part = read(SOURCE, tmp_path, product(*strange[:8], *known[8:]), PUBLISHED_AS)

    assert problem.startswith("of 10 rows 9 hold in CompanyStatus what does not belong there")
    assert part.counts[0].unknown["status"] == {"Asleep": 8}


def test_a_company_that_is_listed_twice_is_named_with_its_rows(tmp_path: Path) -> None:
    body = product(row("B LTD", "09000002"), row(), row("LARKMOOR CARE LTD, AGAIN"))
    problem, place = refusal(tmp_path, body)

    assert place == "#row=4"
    assert problem == (
        "company 09000001 is listed in row 3 and again in row 4; download it again, and report it"
        " to the publisher if it stays so"
    )


def test_of_several_repeated_companies_the_first_is_named_and_the_others_counted(
    tmp_path: Path,
) -> None:
    problem, place = refusal(tmp_path, product(*ten(), *ten()))

    assert place == "#row=12"
    assert problem.startswith(
        "company 09000000 is listed in row 2 and again in row 12, and 9 other companies twice;"
    )


def test_a_number_that_is_written_short_is_the_same_number(tmp_path: Path) -> None:
    problem, _ = refusal(tmp_path, product(row(number="1234567"), row(number="01234567")))

    assert problem.startswith("company 01234567 is listed in row 2 and again in row 3;")


@pytest.mark.parametrize(
    ("amiss", "problem"),
    [
        (row(number=" "), "it has no company number"),
        (row(name=" "), "it has no name"),
        (row(incorporated="31/02/2019"), "31/02/2019 is no day, as in 31/12/2025"),
        (row(incorporated="2019-05-01"), "2019-05-01 is no day, as in 31/12/2025"),
        (row(incorporated="01/05/19"), "01/05/19 is no day, as in 31/12/2025"),
        (row(dissolved="n/a"), "n/a is no day, as in 31/12/2025"),
        (
            row(uri="http://d.example/09000009"),
            "its address http://d.example/09000009 is not that of company 09000001," + SHIFTED,
        ),
        (
            row(uri=""),
            "its address not given is not that of company 09000001," + SHIFTED,
        ),
        (
            row()
            .replace('"LARKMOOR CARE LTD"', "LARKMOOR, CARE LTD")
            .removesuffix(',"30/04/2026"'),
            "its address 0 is not that of company CARE LTD," + SHIFTED,
        ),
    ],
)
def test_a_row_that_cannot_be_true_is_named(tmp_path: Path, amiss: str, problem: str) -> None:
    assert refusal(tmp_path, product(row("B LTD", "09000002"), amiss)) == (
        f"{problem}{AGAIN}",
        "#row=3",
    )


@pytest.mark.parametrize(
    ("amiss", "why"),
    [
        (row() + ',"x"', "Expected Number of Columns: 55 Found: 56"),
        (row().removesuffix(',"30/04/2026"'), "Expected Number of Columns: 55 Found: 54"),
        (row().replace('"1 HIGH STREET"', "1, HIGH STREET"), "Expected Number of Columns: 55"),
        (row()[:100], "Value with unterminated quote found"),
        (row().removesuffix('"'), "Value with unterminated quote found"),
        (row("LARKMOOR").replace('"LARKMOOR"', '"LARKMOOR'), "unterminated quote found"),
        (row().replace("CARE", '"CARE"'), "Value with unterminated quote found"),
    ],
    ids=[
        *("too long", "too short", "an unquoted comma", "cut in the middle"),
        *("a quote that never closes", "a quote that does not open", "quotes in a name"),
    ],
)
def test_a_row_of_another_shape_is_named(tmp_path: Path, amiss: str, why: str) -> None:
    problem, place = refusal(tmp_path, product(row("B LTD", "09000002"), amiss))

    assert problem.startswith(f"{NOT_A_ROW} (")
    assert why in problem
    assert problem.endswith("); download it again")
    assert place == "#row=3"


def test_a_comma_that_moves_an_empty_last_cell_out_is_told_by_the_address(tmp_path: Path) -> None:
    moved = row().replace('"1 HIGH STREET"', "1, HIGH STREET").replace('"30/04/2026"', '""')

    assert refusal(tmp_path, product(moved)) == (
        f"its address 0 is not that of company 09000001,{SHIFTED}{AGAIN}",
        "#row=2",
    )


def test_text_that_is_not_utf_8_says_so(tmp_path: Path) -> None:
    body = product(row(), row("CAFÉ LTD", "09000002")).encode("cp1252")
    problem, place = refusal(tmp_path, body)

    assert place == "#row=3"
    assert problem == (
        f"{NOT_A_ROW} (Invalid unicode (byte sequence mismatch) detected. This file is not utf-8"
        " encoded.); download it again"
    )


@pytest.mark.parametrize("body", [product(), HEADER])
def test_a_header_without_rows_is_refused(tmp_path: Path, body: str) -> None:
    assert refusal(tmp_path, body) == ("it lists no company; download it again", "")


def test_one_part_of_several_is_refused_by_its_name(tmp_path: Path) -> None:
    part = "file:BasicCompanyData-2026-11-01-part1_7.zip"
    problem, place = refusal(tmp_path, product(row()), part)

    assert not place
    assert problem == (
        "this is one of several parts, which would leave most companies out of the index;"
        " download BasicCompanyDataAsOneFile"
    )


@pytest.mark.parametrize(
    "first",
    [
        b"",
        b"<!DOCTYPE html>\n<title>Companies House</title>",
        b"\xff\xfe\x00C\x00o",
        b"CompanyName,RegAddress.CareOf\n",
        b'{"company_number": "09000001", "data": {}}\n',
        b"PK\x03\x04",
    ],
    ids=["nothing", "a page", "UTF-16", "another table", "lines of JSON", "a zip"],
)
def test_what_is_not_the_product_is_not_recognised(first: bytes) -> None:
    assert not SOURCE.begins(first)


def test_the_product_is_recognised_by_its_header() -> None:
    assert SOURCE.begins(product(row()).encode()[:100])
