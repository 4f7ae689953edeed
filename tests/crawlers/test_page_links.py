"""The links of a page, whatever its markup."""

from datetime import UTC, datetime

import pytest

from crawlers.page_links import PageLink, page_links
from crawlers.reading import SourceChangedError
from db.records import Document


def page(body: bytes) -> Document:
    return Document(url="file:page", fetched_at=datetime(2026, 9, 1, tzinfo=UTC), body=body)


def test_links_come_in_their_order_with_their_words() -> None:
    body = b"""<html><body><a name="top"></a><p><a href=" one.csv ">One\n <b>file</b></a>
        <a href="/two?a=1&amp;b=2">Two</body>"""

    assert list(page_links(page(body))) == [
        PageLink(href="one.csv", text="One file"),
        PageLink(href="/two?a=1&b=2", text="Two"),
    ]


@pytest.mark.parametrize("body", [b"", b"a,b\n1,2\n", b'{"html": 1}', b"PK\x03\x04"])
def test_what_is_no_page_is_refused(body: bytes) -> None:
    with pytest.raises(SourceChangedError, match="this is no web page"):
        list(page_links(page(body)))
