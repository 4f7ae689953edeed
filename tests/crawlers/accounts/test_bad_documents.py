"""Broken, odd and hostile documents: a state or a note for each, and never a wrong number."""

from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from crawlers.accounts.filing import read_filing
from crawlers.accounts.products import filings
from crawlers.accounts.read_filing import ReadFiling
from db.records.accounts_words import AccountsState, Measure, Scope
from tests.crawlers.accounts.made import INLINE, PLAIN
from tests.crawlers.zips.made import locked, saved, zipped

NAME = "Prod223_2911_99000001_20240331.html"
NOISE = b"".join(sha256(bytes([n])).digest() for n in range(200))
"""Bytes without any order, and the same each time."""
RIGHT = {Measure.TURNOVER: Decimal(1200), Measure.NET_ASSETS: Decimal(450)}


def read(body: bytes, name: str = NAME) -> ReadFiling:
    return read_filing(body, name=name, recognise=None)


def values(filing: ReadFiling) -> Mapping[Measure, Decimal]:
    return {one.measure: one.value for one in filing.figures if one.scope is Scope.COMPANY}


def notes(filing: ReadFiling) -> str:
    return "\n".join(note.words for note in filing.notes)


def pdf(password: str | None = None) -> bytes:
    page = FPDF()
    page.add_page()
    writer = PdfWriter(clone_from=PdfReader(BytesIO(bytes(page.output()))))
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_sound_document_is_read() -> None:
    found = read(INLINE)

    assert found.state is AccountsState.READ
    assert values(found) == RIGHT


@pytest.mark.parametrize(
    "body",
    [
        b"\xef\xbb\xbf" + INLINE,
        b"\r\n\r\n" + INLINE,
        b"\x00\x00" + INLINE,
        INLINE.replace(b'encoding="UTF-8"', b'encoding="utf-16"').decode().encode("utf-16"),
        INLINE.replace(b"<table>", b"<table><tr><td>Creditors & others<br></td></tr>"),
        INLINE.replace(b"<table>", b"<table>\x0b\x00\x1f"),
        INLINE.replace(b"Turnover</td>", b"Turnover \xa3 \xff</td>"),
        INLINE.replace(b"</tr>", b"", 1),
        INLINE.replace(b"<head>", b"<head><meta charset='utf-8'>"),
        INLINE.replace(b"<body>", b"<body>" + b"<div>" * 2_000),
    ],
    ids=[
        "byte order mark",
        "lines before the prolog",
        "noughts before the prolog",
        "two bytes a letter",
        "an ampersand and an open element",
        "letters that no XML has",
        "bytes of another encoding",
        "a row that is not closed",
        "an element closed by nobody",
        "two thousand open elements",
    ],
)
def test_what_is_malformed_is_mended(body: bytes) -> None:
    found = read(body)

    assert found.is_read
    assert values(found) == RIGHT


@pytest.mark.parametrize(
    ("body", "state", "why"),
    [
        (b"", AccountsState.EMPTY, "ask for the filing by its own address"),
        (b"ATTACHMENTPLACEHOLDER000000042", AccountsState.EMPTY, "placeholder"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", AccountsState.NOT_ACCOUNTS, "name the filing's tagged"),
        (NOISE, AccountsState.NOT_ACCOUNTS, "no kind that we know"),
        (b"<html><body>404</body></html>", AccountsState.NOT_ACCOUNTS, "a page without tags"),
        (
            zipped({"a.zip": zipped({"b.zip": zipped({"c.html": INLINE})})}),
            AccountsState.REFUSED,
            "is a zip again",
        ),
        (zipped({"accounts/a.html": b"\0" * 9_000_000}), AccountsState.REFUSED, "so empty"),
        (locked(zipped({"accounts/a.html": INLINE})), AccountsState.LOCKED, "without a password"),
        (pdf("secret"), AccountsState.LOCKED, "password"),
        (pdf()[:200], AccountsState.DAMAGED, ""),
        (pdf(), AccountsState.NO_RECOGNISER, "tesseract"),
        (zipped({"accounts/a.html": INLINE})[:90], AccountsState.DAMAGED, "cut short"),
    ],
    ids=[
        "empty",
        "placeholder",
        "JPEG",
        "random bytes",
        "a page of the web",
        "a zip in a zip in a zip",
        "a bomb",
        "a locked zip",
        "a locked PDF",
        "half a PDF",
        "a PDF of pictures",
        "half a zip",
    ],
)
def test_what_cannot_be_read_has_a_state_and_no_number(
    body: bytes, state: AccountsState, why: str
) -> None:
    found = read(body, "Prod223_2911_99000001_20240331.zip")

    assert found.state is state
    assert why in found.state_why
    assert found.figures == ()


def test_entities_that_grow_without_bound_are_not_expanded() -> None:
    lol = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10)
    ).encode()
    bomb = INLINE.replace(b"<html", b"<!DOCTYPE html [" + lol + b"]>\n<html", 1)

    found = read(bomb.replace(b"Turnover</td>", b"Turnover &l9;</td>"))

    assert found.state is AccountsState.REFUSED
    assert "grows without bound" in found.state_why
    assert values(read(bomb)) == RIGHT


def test_elements_nested_as_no_document_has_them_are_a_trap() -> None:
    found = read(INLINE.replace(b"<body>", b"<body>" + b"<div>" * 100_000))

    assert found.state is AccountsState.REFUSED


def test_a_file_that_a_document_asks_for_is_not_read(tmp_path: Path) -> None:
    secret = saved(tmp_path, b"9876", "secret.txt")
    asks = f'<!DOCTYPE html [<!ENTITY secret SYSTEM "{secret.as_uri()}">]>\n<html'.encode()
    body = INLINE.replace(b"<html", asks, 1).replace(b">1200<", b">&secret;<")

    found = read(body)

    assert Decimal(9876) not in [one.value for one in found.figures]
    assert "9876" not in notes(found)


def test_a_page_cut_short_is_read_as_far_as_it_goes() -> None:
    found = read(INLINE[: INLINE.index(b"<tr><td>Net assets")])

    assert found.state is AccountsState.PARTLY_READ
    assert "ends before its last element is closed" in found.state_why
    assert values(found) == {Measure.TURNOVER: Decimal(1200)}


def test_a_number_cut_in_half_is_no_number() -> None:
    found = read(INLINE[: INLINE.index(b"1200") + 2])

    assert Measure.TURNOVER not in values(found)


def test_wherever_a_document_is_cut_no_number_changes() -> None:
    first = INLINE.index(b"<table>")
    changed = {
        cut: found
        for cut in range(first, len(INLINE))
        if not (found := values(read(INLINE[:cut]))).items() <= RIGHT.items()
    }

    assert changed == {}


def test_a_long_row_of_digits_takes_no_time() -> None:
    found = read(INLINE.replace(b"<table>", b"<p>Year ended " + b"9" * 400 + b"x</p><table>"))

    assert values(found) == RIGHT


def test_a_document_of_another_company_than_its_name_says_so() -> None:
    found = read(INLINE, "Prod223_2911_99000002_20240331.html")

    assert "99000001" in notes(found)
    assert "99000002" in notes(found)
    assert found.about.entity_number == "99000001"


def test_a_value_of_ten_to_the_thirtieth_is_told_as_beyond_belief() -> None:
    found = read(INLINE.replace(b">1200<", b">1" + b"0" * 30 + b"<"))

    assert found.is_read
    assert values(found).get(Measure.NET_ASSETS) == Decimal(450)
    assert "turnover" in notes(found).casefold()


def test_a_scale_beyond_reason_takes_no_memory() -> None:
    found = read(
        INLINE.replace(b'unitRef="GBP" decimals="0">1200', b'unitRef="GBP" scale="999999999">1')
    )

    assert values(found).get(Measure.TURNOVER) is None
    assert values(found)[Measure.NET_ASSETS] == Decimal(450)


def test_a_period_that_ends_before_it_starts_gives_no_figure() -> None:
    found = read(INLINE.replace(b"2023-04-01", b"2025-04-01"))

    assert Measure.TURNOVER not in values(found)
    assert found.notes


def test_a_second_currency_is_never_taken_for_pounds() -> None:
    dollars = b'<xbrli:unit id="USD"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>'
    body = INLINE.replace(b"</ix:resources>", dollars + b"</ix:resources>")

    found = read(
        body.replace(b'unitRef="GBP" decimals="0">1200', b'unitRef="USD" decimals="0">1200')
    )

    assert values(found) == {Measure.NET_ASSETS: Decimal(450)}


def test_a_large_document_is_read() -> None:
    picture = b'<img src="data:image/png;base64,' + b"A" * 40_000_000 + b'"/>'

    found = read(INLINE.replace(b"<table>", picture + b"<table>"))

    assert found.state is AccountsState.READ
    assert values(found) == RIGHT


def test_a_fact_without_its_context_gives_no_figure() -> None:
    found = read(INLINE.replace(b'contextRef="year"', b'contextRef="nowhere"'))

    assert values(found) == {Measure.NET_ASSETS: Decimal(450)}


def test_one_bad_document_never_ends_a_batch(tmp_path: Path) -> None:
    product = zipped(
        {
            "Prod223_1_99000001_20240331.html": INLINE,
            "Prod223_1_99000002_20240331.html": NOISE,
            "Prod223_1_99000003_20240331.zip": b"ATTACHMENTPLACEHOLDER000000042",
            "Prod223_1_99000004_20240331_CIC.zip": zipped({"a": zipped({"b": INLINE})}),
            "Prod223_1_99000005_20240331.xml": PLAIN,
        }
    )

    found = [read(one.body, one.name).state for one in filings(saved(tmp_path, product))]

    assert found == [
        AccountsState.READ,
        AccountsState.NOT_ACCOUNTS,
        AccountsState.EMPTY,
        AccountsState.REFUSED,
        AccountsState.READ,
    ]


@pytest.mark.real_data
def test_the_odd_documents_of_others_tests_are_read(published_files: Path) -> None:
    folder = published_files / "companies_house/accounts/kanedata_tests"
    found = {path.name: read(path.read_bytes(), path.name) for path in sorted(folder.iterdir())}

    assert {one.state for one in found.values()} == {AccountsState.READ}
    assert all(one.tagged is not None and one.tagged.facts for one in found.values())
    assert all(
        one.tagged.problems for name, one in found.items() if "errors" in name and one.tagged
    )
