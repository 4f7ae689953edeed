"""Ofsted's other publications are named for what they are, not mistaken for tables."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual import SOURCE
from db.records import Document


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
        (
            b'<!DOCTYPE html><ul class="search-result__provider-info">',
            "a search page of Ofsted's reports site",
        ),
        (b"%PDF-1.7 (https://reports.ofsted.gov.uk/)", "a report of Ofsted's as PDF"),
    ],
)
def test_another_publication_is_recognised_and_said_not_to_be_read_here(
    body: bytes, what: str
) -> None:
    assert SOURCE.recognises(document(body))
    with pytest.raises(SourceChangedError) as raised:
        list(SOURCE.parse(document(body)))

    assert raised.value.problem.startswith(f"not read here: this is {what}")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"PK",
        b"%PDF-1.7 (accounts of a company)",
        b"<!DOCTYPE html><p>Statistics</p>",
        b"company_number,company_name\r\n01234567,A Ltd\r\n",
        b'URN,"Provision type',
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
