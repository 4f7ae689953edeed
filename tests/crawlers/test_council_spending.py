"""MHCLG's workbook becomes what each council spent, in whole pounds, or the mark in its place."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from crawlers.reading import SourceChangedError
from crawlers.source import Follow
from crawlers.sources.council_spending import SOURCE
from crawlers.sources.council_spending.releases import collection, release
from crawlers.sources.council_spending.workbook import AGENCY_STAFF, COLUMNS, LINES, TOTAL
from db.records import CouncilSpending, Document
from db.spreadsheet import Cell
from tests.crawlers.test_ofsted_releases import attachment, listed, page
from tests.crawlers.workbooks import Tabs, ods

DATA = "RO3_LA_Data_202425"
ABOUT: list[Cell] = [
    *("E-code", "ONS Code", "Local authority", "Notes", "Class", "Detailed Class"),
    "Certification",
]
HEADINGS: list[Cell] = [
    *ABOUT,
    *(f"{line} - {column}" for line in LINES for column in COLUMNS.values()),
    AGENCY_STAFF,
    "Physical support - adults (18–64) - Employees (C1)",
    "TOTAL ADULT SOCIAL CARE [note 2] - Adult Social Care - agency staff memorandum item",
]
SPENT: list[Cell] = [1.0, 2.5, 3.5, 0.25, 0.25, 0.5, 3.0]
LEEDS: list[Cell] = [
    *("E4704", "E08000035", "Leeds", None, "MD", "MD", "Y"),
    *SPENT * len(LINES),
    *(0.125, 9.0, 9.0),
]
LATE: list[Cell] = [
    *("E0301", "E06000036", "Bracknell Forest UA", "M", "UA", "UA", "[x]"),
    *["[x]"] * (len(HEADINGS) - len(ABOUT)),
]
DISTRICT: list[Cell] = ["E3831", "E07000223", "Adur", None, "SD", "SD", "Y", *LEEDS[7:]]
ENGLAND: list[Cell] = ["Eng", "E92000001", "ENGLAND", None, "Eng", "Eng", "[Y]", *LEEDS[7:]]
ENGLAND[-3] = "[n]"
CLASS: list[Cell] = ["[Y]", "E06", "Unitary Authorities", None, "UA", "UA", 1.0, *LEEDS[7:]]


def tabs(*rows: list[Cell], headings: list[Cell] = HEADINGS) -> Tabs:
    return {
        "Front_Page": [["RO3 2024-25"], ["Released on 4 December 2025."]],
        "Notes": [["Notes"]],
        "LA_drop-down": [["ENGLAND"]],
        DATA: [["Worksheet 2"], ["Data are reported in £ thousand."], headings, *rows],
    }


WHOLE = (LEEDS, LATE, DISTRICT, ENGLAND, HEADINGS, CLASS)


def document(body: bytes) -> Document:
    return Document(url="file:ro3.ods", fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC), body=body)


def read(issue: Tabs) -> list[CouncilSpending]:
    found = SOURCE.parse(document(ods(issue)))
    return [one for one in found if isinstance(one, CouncilSpending)]


def changed(row: list[Cell], at: int, cell: Cell) -> list[Cell]:
    return [*row[:at], cell, *row[at + 1 :]]


def test_a_line_of_a_council_is_in_whole_pounds() -> None:
    found = {(one.authority, one.line): one for one in read(tabs(*WHOLE))}
    one = found["Leeds", "Children's social care - Children Looked After"]

    assert (one.public_on, one.year_to, one.ons_code, one.authority_class, one.mark) == (
        date(2025, 12, 4),
        date(2025, 3, 31),
        "E08000035",
        "MD",
        None,
    )
    assert (one.employees_gbp, one.running_expenses_gbp, one.total_expenditure_gbp) == (
        1_000,
        2_500,
        3_500,
    )
    assert (one.sales_fees_and_charges_gbp, one.other_income_gbp, one.total_income_gbp) == (
        250,
        250,
        500,
    )
    assert one.net_current_expenditure_gbp == 3_000
    assert one.cite.endswith(f"#sheet={DATA}&row=4")


def test_a_return_that_was_not_made_has_marks_and_no_amounts() -> None:
    late = [one for one in read(tabs(*WHOLE)) if one.ons_code == "E06000036"]

    assert len(late) == len(LINES) + 1
    assert {one.mark for one in late} == {"[x]"}
    assert {one.net_current_expenditure_gbp for one in late} == {None}


def test_a_line_of_one_column_has_running_expenses_alone() -> None:
    agency = {one.authority: one for one in read(tabs(*WHOLE)) if one.line == AGENCY_STAFF}

    assert (agency["Leeds"].running_expenses_gbp, agency["Leeds"].employees_gbp) == (125, None)
    assert (agency["ENGLAND"].running_expenses_gbp, agency["ENGLAND"].mark) == (None, "[n]")


def test_districts_and_the_totals_of_classes_are_left_out() -> None:
    assert {one.authority for one in read(tabs(*WHOLE))} == {
        "Leeds",
        "Bracknell Forest UA",
        "ENGLAND",
    }


@pytest.mark.parametrize(
    ("issue", "problem"),
    [
        (tabs(LEEDS), "no row of England"),
        (tabs(*WHOLE) | {"More": [["x"]]}, r"new tabs \['More'\]"),
        (tabs(changed(LEEDS, 5, "Town"), ENGLAND), "'Town' is a new class of authorities"),
        (tabs(changed(LEEDS, 8, "some"), ENGLAND), "'some' is neither an amount nor a known mark"),
        (tabs(changed(LEEDS, 8, None), ENGLAND), "it is blank"),
        (
            tabs(*WHOLE, headings=changed(HEADINGS, 7, "Children's social care - New - Emp")),
            "no column \"Children's social care: Sure start",
        ),
        (tabs(*WHOLE, headings=changed(HEADINGS, -4, "Agency staff")), "no column"),
        (tabs(*WHOLE, headings=ABOUT), "no heading"),
        (tabs(ENGLAND, headings=["E-code"]), "no header row"),
        (tabs(*WHOLE) | {"Front_Page": [["RO3"]]}, "does not say on which day"),
        (tabs(*WHOLE) | {"Front_Page": [["Released on 40 May 2025"]]}, "does not say on which"),
    ],
)
def test_what_is_new_in_a_workbook_stops_the_reading(issue: Tabs, problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        read(issue)


def test_a_workbook_says_whether_it_is_invented() -> None:
    invented = tabs(*WHOLE) | {"Front_Page": [["What authorities of a rehearsal spent"]]}
    without = {name: rows for name, rows in tabs(*WHOLE).items() if name != "Front_Page"}

    assert SOURCE.recognises(document(ods(tabs(*WHOLE)))) is True
    assert SOURCE.is_rehearsal(document(ods(invented))) is True
    assert SOURCE.is_rehearsal(document(ods(without))) is False
    assert SOURCE.recognises(document(b"URN,Provision type\n")) is False


def test_a_financial_year_is_a_subject() -> None:
    assert SOURCE.subject(read(tabs(*WHOLE))) == "spending to 2025-03-31"


def outturn(year: int) -> str:
    return (
        "/government/statistics/local-authority-revenue-expenditure-and-financing-england"
        f"-{year}-to-{year + 1}-individual-local-authority-data-outturn"
    )


def test_a_collection_leads_to_the_newest_release() -> None:
    others = "/government/statistics/local-authority-capital-expenditure"

    assert list(collection(listed(outturn(2023), others, outturn(2024)))) == [
        Follow(url=f"/api/content{outturn(2024)}", to="release", published_on=date(2025, 8, 5))
    ]


def test_a_collection_without_a_release_is_refused() -> None:
    with pytest.raises(SourceChangedError, match="leads to no release"):
        list(collection(listed("/government/statistics/others")))


def test_a_release_leads_to_the_workbook_of_the_return() -> None:
    found = page(
        {
            "attachments": [
                attachment("Revenue outturn (RO2) 2024 to 2025", "ro2.ods"),
                attachment("Revenue outturn (RO3) 2024 to 2025", "ro3.ods"),
                attachment("Revenue outturn (RO3) 2024 to 2025: notes", "ro3.pdf"),
            ]
        }
    )

    assert list(release(found)) == [
        Follow(
            url="https://assets.example.org/media/0123/ro3.ods",
            published_on=date(2025, 8, 5),
            is_final=True,
        )
    ]


@pytest.mark.parametrize(
    "attachments",
    [[], [attachment("RO3 first", "a.ods"), attachment("RO3 second", "b.ods")]],
)
def test_a_release_with_no_or_two_workbooks_is_refused(attachments: list[Any]) -> None:
    with pytest.raises(SourceChangedError, match=f"leads to {len(attachments)} workbooks"):
        list(release(page({"attachments": attachments})))


@pytest.mark.real_data
def test_the_real_workbook_is_read_whole(published_files: Path) -> None:
    name = "RO3_LA_Data_2024-25_data_by_LA.ods"
    found = document((published_files / "local_authority" / name).read_bytes())
    told = [one for one in SOURCE.parse(found) if isinstance(one, CouncilSpending)]
    of = {(one.authority, one.line): one for one in told}
    residential = "Children's social care - Children Looked After of which residential care"

    assert SOURCE.recognises(found)
    assert SOURCE.is_rehearsal(found) is False
    assert len({one.ons_code for one in told}) == 154
    assert {one.public_on for one in told} == {date(2025, 12, 4)}
    assert of["ENGLAND", residential].net_current_expenditure_gbp == 3_589_296_190
    assert of["Gateshead", residential].mark == "[note 4]"
    assert of["Gateshead", TOTAL].net_current_expenditure_gbp is not None
