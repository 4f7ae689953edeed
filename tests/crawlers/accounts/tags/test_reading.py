"""A whole document: who it is of, by which program, and how it is opened safely."""

import codecs
from decimal import Decimal

import pytest

from crawlers.accounts.markup import NoMarkupError, UnsafeMarkupError
from crawlers.accounts.tags.content import TooMuchTextError
from crawlers.accounts.tags.reading import read_tags
from tests.crawlers.accounts.tags.documents import inline

TURNOVER = (
    '<ix:nonFraction name="c:TurnoverRevenue" contextRef="x1" unitRef="u1">12</ix:nonFraction>'
)
OTHER = (
    '<xbrli:context id="other"><xbrli:entity><xbrli:identifier scheme="http://www.companieshouse'
    '.gov.uk/">99000002</xbrli:identifier></xbrli:entity></xbrli:context>'
)


def test_a_document_says_whose_it_is_and_by_what() -> None:
    found = read_tags(
        inline(
            TURNOVER,
            hidden='<ix:nonNumeric name="b:NameProductionSoftware" contextRef="x1">Example 1.0'
            "</ix:nonNumeric>",
        )
    )

    assert (found.entity, found.software) == ("99000001", "Example 1.0")
    assert found.entry_points == ("FRS-102-2023-01-01.xsd",)
    assert [fact.fragment for fact in found.by_name["TurnoverRevenue"]] == ["tag=2"]


def test_contexts_of_two_companies_name_none() -> None:
    assert read_tags(inline(TURNOVER, resources=OTHER)).entity is None


def test_a_page_without_marks_has_no_facts() -> None:
    assert read_tags(b"<html><body>Not found</body></html>").facts == ()


@pytest.mark.parametrize("body", [b"", b"no marks at all", b"<"])
def test_bytes_without_marks_are_refused(body: bytes) -> None:
    with pytest.raises(NoMarkupError):
        read_tags(body)


@pytest.mark.parametrize("before", [codecs.BOM_UTF8, b"\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_what_stands_before_the_first_mark_does_not_matter(before: bytes) -> None:
    assert read_tags(before + inline(TURNOVER)).facts[0].value == Decimal(12)


def test_malformed_marks_are_mended() -> None:
    body = inline(f"<p>R & D <b>bold<p>{TURNOVER}</i><td>")

    assert [fact.value for fact in read_tags(body).facts] == [Decimal(12)]


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY x SYSTEM "file:///etc/hostname">',
        '<!ENTITY x "999">',
        '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p; <!ENTITY x "1">',
    ],
)
def test_entities_are_neither_expanded_nor_fetched(declared: str) -> None:
    page = inline(TURNOVER.replace("12", "&x;"))
    body = page.replace(b"<html", f"<!DOCTYPE html [{declared}]><html".encode(), 1)

    (fact,) = read_tags(body).facts

    assert fact.value is None
    assert fact.shown == "&x;"


def test_entities_that_would_explode_are_refused() -> None:
    declared = f'<!ENTITY l0 "7">{LAUGHS}<!ENTITY x "&l12;">'
    page = inline(TURNOVER.replace("12", "&x;"))
    body = page.replace(b"<html", f"<!DOCTYPE html [{declared}]><html".encode(), 1)

    with pytest.raises(UnsafeMarkupError, match="grows without bound"):
        read_tags(body)


def test_a_picture_of_many_megabytes_is_passed_over() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 12_000_000}"/>'

    assert read_tags(inline(picture + TURNOVER)).facts[0].value == Decimal(12)


def test_pages_nested_deeper_than_python_recurses_are_read() -> None:
    deep = "<i>" * 1500 + TURNOVER + "</i>" * 1500
    text = f'<ix:nonNumeric name="b:Any" contextRef="x1">{deep}</ix:nonNumeric>'

    assert [fact.value for fact in read_tags(inline(text)).facts] == ["12", Decimal(12)]


@pytest.mark.parametrize(
    "page",
    [
        '<ix:nonNumeric name="b:N" contextRef="x1">' * 900
        + "again and " * 900
        + "<b/></ix:nonNumeric>" * 900,
        '<ix:nonNumeric name="b:N" contextRef="x1" continuedAt="k">a</ix:nonNumeric>' * 900
        + f'<ix:continuation id="k">{"again and " * 9000}</ix:continuation>',
    ],
)
def test_a_text_that_is_said_again_and_again_does_not_fill_the_memory(page: str) -> None:
    with pytest.raises(TooMuchTextError, match="beyond its own length"):
        read_tags(inline(page))


def test_a_value_beyond_sense_is_read_as_it_stands() -> None:
    (fact,) = read_tags(inline(TURNOVER.replace("12<", "1" + "0" * 30 + "<"))).facts

    assert fact.value == Decimal(10) ** 30
