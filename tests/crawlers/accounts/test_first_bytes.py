import pytest

from crawlers.accounts.first_bytes import Form, form, in_words, is_cut_short
from tests.crawlers.accounts.made import INLINE, PLAIN
from tests.crawlers.zips.made import zipped


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (INLINE, Form.INLINE),
        (PLAIN, Form.PLAIN),
        (b"\xef\xbb\xbf\r\n" + INLINE, Form.INLINE),
        (INLINE.decode().encode("utf-16"), Form.INLINE),
        (INLINE.decode().encode("utf-16-be"), Form.INLINE),
        (b"\r\n" + PLAIN, Form.PLAIN),
        (b"%PDF-1.4\n", Form.PICTURE),
        (b"\n\n%PDF-1.4\n", Form.PICTURE),
        (zipped({}), Form.ZIP),
        (zipped({"a": b""}), Form.ZIP),
        (b"", Form.PLACEHOLDER),
        (b"ATTACHMENTPLACEHOLDER000000042", Form.PLACEHOLDER),
        (b"ATTACHMENTPLACEHOLDER " + b"and much more text" * 10, Form.OTHER),
        (b"<html><body>Page not found</body></html>", Form.OTHER),
        (b"<?xml version='1.0'?><feed/>", Form.OTHER),
        (b'<html xmlns:xbrli="http://www.xbrl.org/2003/instance"></html>', Form.OTHER),
        (b"\xff\xd8\xff\xe0", Form.OTHER),
    ],
)
def test_the_first_bytes_decide(body: bytes, expected: Form) -> None:
    assert form(body) is expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (b"<html></html>", "a page without tags"),
        (b"<?xml version='1.0'?><feed/>", "XML without tagged figures"),
        (b"Turnover 1,000", "plain text"),
        (b"\x00\x01\x02", "of no kind that we know"),
        (b"\x01\x02", "of no kind that we know"),
    ],
)
def test_what_is_no_accounts_is_named(body: bytes, expected: str) -> None:
    assert in_words(body) == expected


@pytest.mark.parametrize(
    "body",
    [INLINE, PLAIN, INLINE + b"\n" * 5_000, INLINE.decode().encode("utf-16"), b"<xbrl></xbrl >"],
)
def test_a_document_that_closes_its_outermost_element_is_whole(body: bytes) -> None:
    assert not is_cut_short(body)


@pytest.mark.parametrize("body", [INLINE[:-9], PLAIN[:-14], INLINE[:-9].decode().encode("utf-16")])
def test_a_document_that_never_does_is_cut_short(body: bytes) -> None:
    assert is_cut_short(body)
