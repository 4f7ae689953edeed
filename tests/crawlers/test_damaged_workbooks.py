"""A damaged workbook is refused, or read whole and right: never anything between."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual import SOURCE, workbook_issue
from crawlers.workbook import tab_names, unzip
from db.records import Record
from tests.crawlers.annual_issue import issue_2025
from tests.crawlers.workbooks import document, ods, xlsx, zipped

ODS, XLSX = ods(issue_2025()), xlsx(issue_2025())
BODIES = st.sampled_from([ODS, XLSX])
QUICK = settings(max_examples=300)
NO_CITE = {"cite": "sha256:" + "0" * 64 + "#row=1"}


def read(body: bytes) -> list[Record]:
    return [
        record.model_copy(update=NO_CITE)
        for record in SOURCE.parse(document(body))
        if isinstance(record, Record)
    ]


RIGHT = read(ODS)


def is_refused_or_right(body: bytes) -> bool:
    try:
        return read(body) == RIGHT
    except SourceChangedError as error:
        return "  at file:issue.ods" in str(error)


def is_unzipped_or_refused(container: bytes, body: bytes) -> bool:
    try:
        ((_, found),) = unzip(document(container))
    except SourceChangedError as error:
        return "  at file:issue.ods" in str(error)
    return found == body


def test_both_whole_workbooks_are_read_right() -> None:
    assert len(RIGHT) == 39
    assert read(XLSX) == RIGHT


@pytest.mark.parametrize("body", [ODS, XLSX], ids=["ods", "xlsx"])
@pytest.mark.parametrize("tenth", range(10))
def test_a_workbook_cut_after_any_tenth_is_refused(body: bytes, tenth: int) -> None:
    with pytest.raises(SourceChangedError):
        read(body[: len(body) * tenth // 10])


@QUICK
@given(body=BODIES, share=st.floats(min_value=0, max_value=1, exclude_max=True))
def test_a_workbook_cut_anywhere_is_refused(body: bytes, share: float) -> None:
    cut = body[: int(len(body) * share)]

    assert tab_names(document(cut)) == ()
    with pytest.raises(SourceChangedError):
        read(cut)


@QUICK
@given(
    body=BODIES, share=st.floats(min_value=0, max_value=1, exclude_max=True), bit=st.integers(0, 7)
)
def test_a_flipped_bit_is_refused_or_no_matter(body: bytes, share: float, bit: int) -> None:
    flipped = bytearray(body)
    flipped[int(len(body) * share)] ^= 1 << bit

    assert is_refused_or_right(bytes(flipped))


@QUICK
@given(
    body=BODIES,
    places=st.lists(
        st.tuples(st.floats(min_value=0, max_value=1, exclude_max=True), st.integers(0, 255)),
        min_size=1,
        max_size=8,
    ),
)
def test_several_wrong_bytes_are_refused_or_no_matter(
    body: bytes, places: list[tuple[float, int]]
) -> None:
    wrong = bytearray(body)
    for share, byte in places:
        wrong[int(len(body) * share)] = byte

    assert is_refused_or_right(bytes(wrong))


@QUICK
@given(
    start=st.sampled_from([b"", b"PK", b"PK\x03\x04", b"PK\x05\x06", b"<", ODS[:400], ODS[-400:]]),
    rest=st.binary(max_size=400),
)
def test_bytes_of_any_kind_are_never_taken_for_a_workbook(start: bytes, rest: bytes) -> None:
    offered = document(start + rest)

    assert tab_names(offered) == ()
    assert workbook_issue.recognises(offered) is False


@QUICK
@given(
    body=BODIES,
    share=st.floats(min_value=0, max_value=1, exclude_max=True),
    byte=st.integers(0, 255),
)
def test_a_zip_with_a_wrong_byte_is_refused_or_unzipped_right(
    body: bytes, share: float, byte: int
) -> None:
    container = zipped({"issue.ods": body})
    wrong = bytearray(container)
    wrong[int(len(container) * share)] = byte

    assert is_unzipped_or_refused(bytes(wrong), body)
