"""Whoever has a file already is told so, and whoever has a part of it gets the rest (RFC 9110)."""

from collections.abc import Iterator
from datetime import date

import pytest

from crawlers.rehearsal.site.serving import Site, Terms, serving
from tests.crawlers.rehearsal.site.asking import Told, ask
from tests.crawlers.rehearsal.site.two_companies import CATALOGUE

EARLIER, LATER = "Mon, 31 Aug 2026 09:00:00 GMT", "Wed, 02 Sep 2026 09:00:00 GMT"
"""Before and after the file's day, 1 September 2026."""


@pytest.fixture(scope="module")
def file(site: Site) -> str:
    return f"{site.rehearsal.addresses['bulk']}/companies.zip"


@pytest.fixture(scope="module")
def whole(file: str) -> Told:
    return ask(file)


def headers(whole: Told, *names: str) -> tuple[str | None, ...]:
    return tuple(whole.headers[name] for name in names)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("spelled", ["{}", "W/{}", '"another", {}', "*"])
def test_whoever_holds_the_same_file_is_told_so_and_sent_nothing(
    file: str, whole: Told, spelled: str, method: str
) -> None:
    tag = str(whole.headers["ETag"])
    told = ask(file, {"If-None-Match": spelled.format(tag)}, method=method)

    assert (told.status, told.body) == (304, b"")
    assert headers(told, "ETag", "Last-Modified") == headers(whole, "ETag", "Last-Modified")
    assert headers(told, "Content-Type", "Content-Range") == (None, None)


def test_whoever_holds_another_file_is_sent_this_one(file: str, whole: Told) -> None:
    told = ask(file, {"If-None-Match": '"another"'})

    assert (told.status, told.body) == (200, whole.body)


@pytest.mark.parametrize(("since", "status"), [(EARLIER, 200), (LATER, 304), ("lately", 200)])
def test_a_file_is_sent_again_if_it_changed_since(file: str, since: str, status: int) -> None:
    assert ask(file, {"If-Modified-Since": since}).status == status


def test_the_files_own_day_counts_as_not_changed(file: str, whole: Told) -> None:
    assert ask(file, {"If-Modified-Since": str(whole.headers["Last-Modified"])}).status == 304


def test_a_tag_counts_more_than_a_day(file: str, whole: Told) -> None:
    tag = str(whole.headers["ETag"])

    assert ask(file, {"If-None-Match": '"another"', "If-Modified-Since": LATER}).status == 200
    assert ask(file, {"If-None-Match": tag, "If-Modified-Since": EARLIER}).status == 304


def test_whoever_holds_the_file_needs_no_part_of_it(file: str, whole: Told) -> None:
    tag = str(whole.headers["ETag"])
    told = ask(file, {"If-None-Match": tag, "Range": "bytes=40-", "If-Range": tag})

    assert (told.status, told.body) == (304, b"")


def test_a_part_of_a_file_that_is_another_is_still_a_part(file: str, whole: Told) -> None:
    told = ask(file, {"If-None-Match": '"another"', "Range": "bytes=40-"})

    assert (told.status, told.body) == (206, whole.body[40:])


@pytest.mark.parametrize(
    ("if_range", "status"),
    [("{ETag}", 206), ("{Last-Modified}", 206), ("W/{ETag}", 200), (EARLIER, 200), (LATER, 200)],
)
def test_the_rest_is_sent_of_the_very_same_file_alone(
    file: str, whole: Told, if_range: str, status: int
) -> None:
    known = {name: str(whole.headers[name]) for name in ("ETag", "Last-Modified")}
    told = ask(file, {"Range": "bytes=40-", "If-Range": if_range.format_map(known)})

    assert (told.status, told.body) == (status, whole.body[40:] if status == 206 else whole.body)


@pytest.mark.parametrize(
    ("condition", "status"),
    [
        ({"If-Match": '"another"'}, 412),
        ({"If-Match": "*"}, 206),
        ({"If-Unmodified-Since": EARLIER}, 412),
        ({"If-Unmodified-Since": LATER}, 206),
    ],
)
def test_a_part_may_be_wanted_only_of_the_file_as_it_was(
    file: str, condition: dict[str, str], status: int
) -> None:
    assert ask(file, {"Range": "bytes=40-", **condition}).status == status


def test_a_range_is_for_bytes_of_a_body(file: str, whole: Told) -> None:
    lines = ask(file, {"Range": "lines=1-2"})
    head = ask(file, {"Range": "bytes=40-"}, method="HEAD")

    assert (lines.status, lines.body) == (200, whole.body)
    assert (head.status, head.headers["Content-Length"]) == (200, str(len(whole.body)))


def test_a_short_file_held_in_memory_is_known_by_its_tag_too(site: Site) -> None:
    address = f"{site.rehearsal.addresses['bulk']}/index.html"
    tag = str(ask(address).headers["ETag"])

    assert ask(address, {"If-None-Match": tag}).status == 304


@pytest.mark.parametrize(("key", "path"), [("pages", "/"), ("bulk", "/nowhere")])
def test_what_is_no_file_has_no_tag(site: Site, key: str, path: str) -> None:
    told = ask(site.rehearsal.addresses[key] + path, {"If-None-Match": "*"})

    assert told.status != 304
    assert told.headers["ETag"] is None


@pytest.fixture
def moving() -> Iterator[Site]:
    with serving(CATALOGUE, Terms(today=date(2026, 9, 1))) as site:
        yield site


def test_a_file_whose_bytes_stay_is_the_same_on_another_day(moving: Site) -> None:
    address = f"{moving.rehearsal.addresses['bulk']}/companies.zip"
    tag = str(ask(address).headers["ETag"])
    moving.rehearsal.move(date(2026, 9, 2))

    assert ask(address, {"If-None-Match": tag}).status == 304
    assert ask(address, {"If-Modified-Since": EARLIER}).status == 200
