"""Ofsted's other publications are named for what they are, not mistaken for tables."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual import SOURCE
from db.records import Document
from tests.crawlers.annual_issue import issue_2025
from tests.crawlers.workbooks import Tabs, ods, xlsx, xlsx_of


def document(body: bytes) -> Document:
    return Document(url="file:a", fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC), body=body)


def workbook(sheets: str, name: str = "xl/workbook.xml") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr(name, sheets)
    return file.getvalue()


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (
            workbook('<sheet name="Trend Data 2012-18"/><sheet name="LA Data 2017-18"/>'),
            "Ofsted's fostering data set",
        ),
    ],
)
def test_another_publication_is_recognised_and_said_not_to_be_read_here(
    body: bytes, what: str
) -> None:
    assert SOURCE.recognises(document(body))
    with pytest.raises(SourceChangedError) as raised:
        list(SOURCE.parse(document(body)))

    assert raised.value.problem.startswith(f"not read here: this is {what}")


YEARLY = (
    "hand over the yearly tables of providers instead, whose file is named such as"
    " Childrens_social_care_in_England_2025_underlying_data.ods"
)


@pytest.mark.parametrize("write", [ods, xlsx])
@pytest.mark.parametrize(
    ("tab", "title", "what"),
    [
        ("Cover", "Fostering in England 1 April 2023 to 31 March 2024", "Ofsted's fostering data"),
        (
            "Cover",
            "Largest national providers of private and voluntary social care (March 2024)",
            "Ofsted's table of the largest owners",
        ),
        (
            "Cover",
            "Ownership of children’s social care providers, 2025",
            "Ofsted's table of the largest owners",
        ),
        (
            "Contents",
            "Local authority inspection outcomes as at 31 March 2025",
            "Ofsted's table of council inspections",
        ),
        (
            "Table_1",
            "Regulatory activity in all types of children's homes",
            "Ofsted's table of regulatory activity",
        ),
        ("Cover", "Management information: children's homes", "Ofsted's management information"),
        ("Provider_level_at_30_06_25", "Providers", "Ofsted's management information"),
        ("Provider_level_at_31_Aug_2023", "Providers", "Ofsted's management information"),
    ],
)
def test_another_workbook_of_ofsteds_is_named_with_what_to_hand_over_instead(
    write: Callable[[Tabs], bytes], tab: str, title: str, what: str
) -> None:
    book = document(write({tab: [["Cover sheet"], ["Title:", title]], "Data": [["x"]]}))

    assert SOURCE.recognises(book) is True
    with pytest.raises(SourceChangedError) as raised:
        list(SOURCE.parse(book))
    assert raised.value.problem.startswith(f"not read here: this is {what}")
    assert raised.value.problem.endswith(YEARLY)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (
            b"Web Link,URN,LAESTAB,School name,Ofsted phase,Type of education\r\n,100000,,A,,\r\n",
            "Ofsted's management information on schools",
        ),
        (
            (
                b"Management information as at 30 June 2025\r\nURN,Provision type,Local authority,"
                b"Sector\r\nSC100001,Children's home,Kent,Private\r\n"
            ),
            "Ofsted's management information, which lists providers",
        ),
    ],
)
def test_management_information_as_a_csv_is_named(body: bytes, what: str) -> None:
    with pytest.raises(SourceChangedError) as raised:
        list(SOURCE.parse(document(body)))

    assert SOURCE.recognises(document(body)) is True
    assert raised.value.problem.startswith(f"not read here: this is {what}")


def test_a_yearly_workbook_is_never_taken_for_another_publication() -> None:
    tabs = issue_2025()
    tabs["Cover"].insert(0, ["Fostering in England, and the largest national providers"])

    assert SOURCE.not_read(document(ods(tabs))) is None


def test_a_workbook_whose_first_tab_cannot_be_read_is_not_taken_for_ofsteds() -> None:
    book = document(xlsx_of(b'<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))

    assert SOURCE.recognises(book) is False


def test_a_workbook_of_somebody_elses_is_not_taken_for_ofsteds() -> None:
    assert (
        SOURCE.recognises(document(ods({"Cover": [["Accounts of a fostering agency"]]}))) is False
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"PK",
        b"%PDF-1.7 (https://reports.ofsted.gov.uk/)",
        b'<!DOCTYPE html><ul class="search-result__provider-info">',
        b"<!DOCTYPE html><p>Statistics</p>",
        b"company_number,company_name\r\n01234567,A Ltd\r\n",
        b'URN,"Provision type',
        b"Management information,return\r\n",
        b'{"urn": "management information"}',
        workbook('<sheet name="Accounts"/>'),
        workbook("<x/>", name="accounts.xml"),
        workbook("x" * 1_000_001),
    ],
)
def test_what_is_not_ofsteds_is_not_recognised(body: bytes) -> None:
    assert not SOURCE.recognises(document(body))
    assert not SOURCE.is_rehearsal(document(body))


def test_text_that_is_no_table_says_which_columns_one_has() -> None:
    with pytest.raises(SourceChangedError, match="one has the columns URN, Provision type"):
        list(SOURCE.parse(document(b"company_number,company_name\r\n")))
