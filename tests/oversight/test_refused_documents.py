"""A document that nobody can read is asked for once more, then when a reader can, or a month on."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from crawlers.companies_house.asking import DOCUMENTS, FILED_ACCOUNTS
from crawlers.hosts import LIVE, Hosts
from crawlers.pipeline import refusing
from crawlers.reading import SourceChangedError
from crawlers.source import Follow
from crawlers.sources import sources
from crawlers.sources.companies_house_documents import SOURCE as ABOUT
from crawlers.sources.filed_accounts import SOURCE as ACCOUNTS
from crawlers.work import Errand, Held
from db.records import Document
from db.store import close_run, running, save_subject
from oversight.contents_left import contents_left
from oversight.freshness import Freshness
from oversight.installation import Installation, open_installation
from oversight.refused import hopeless
from tests.accept import FIXTURES

NUMBER, HOST = "09000001", LIVE["companies_house_document_api"]
ABOUT_IT, ITS_BYTES = f"{HOST}/document/Doc-1_x", f"{HOST}/document/Doc-1_x/content"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TAGGED = (FIXTURES / "filed_accounts/tagged/Doc-1_x.xhtml").read_bytes()
CUT = TAGGED[: len(TAGGED) // 2]
KNOWN = json.dumps(
    {
        "company_number": NUMBER,
        "category": "accounts",
        "created_at": "2025-12-19T09:00:00Z",
        "links": {"self": ABOUT_IT, "document": ITS_BYTES},
        "resources": {"application/xhtml+xml": {"content_length": len(TAGGED)}},
    }
).encode()
BOTH = [source for source in sources() if source.key in {DOCUMENTS, FILED_ACCOUNTS}]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Installation]:
    found = open_installation(tmp_path / "data", None, NOW)
    yield found
    found.engine.dispose()


def given(body: bytes, url: str, days_ago: int) -> Document:
    at = NOW - timedelta(days=days_ago)
    return Document(url=url, fetched_at=at, body=body, published_on=date(2025, 12, 18))


def refuse(place: Installation, body: bytes, days_ago: int) -> None:
    found = given(body, ITS_BYTES, days_ago)
    with pytest.raises(SourceChangedError), refusing(place, FILED_ACCOUNTS, found):
        list(ACCOUNTS.parse(found))


def keep(place: Installation, source: str, document: Document) -> None:
    (reader,) = (one for one in BOTH if one.key == source)
    with ExitStack() as stack:
        run = stack.enter_context(running(place.engine, source, document.fetched_at))
        records = [one for one in reader.parse(document) if not isinstance(one, Follow)]
        place.archive.put(document.body)
        save_subject(place.engine, run, reader.subject(records), document, records, version=1)
        close_run(place.engine, run, {}, document.fetched_at)


def asked(place: Installation) -> bool:
    return Freshness.of(place, BOTH).is_wanted(FILED_ACCOUNTS, ITS_BYTES, True)


def test_what_was_refused_once_may_have_been_spoilt_on_its_way_and_is_asked_again(
    place: Installation,
) -> None:
    refuse(place, CUT, days_ago=7)

    assert asked(place)


def test_the_same_bytes_refused_twice_are_not_asked_for_a_third_time(place: Installation) -> None:
    refuse(place, CUT, days_ago=14)
    refuse(place, CUT, days_ago=7)

    assert not asked(place)


def test_other_bytes_than_the_last_time_may_yet_come_whole(place: Installation) -> None:
    refuse(place, CUT, days_ago=14)
    refuse(place, CUT[:-1], days_ago=7)

    assert asked(place)


def test_a_month_after_the_last_refusal_it_is_asked_again(place: Installation) -> None:
    refuse(place, CUT, days_ago=35)
    refuse(place, CUT, days_ago=28)

    assert asked(place)


def test_a_reader_that_has_learnt_to_read_them_has_them_asked_for_again(
    place: Installation,
) -> None:
    refuse(place, CUT, days_ago=14)
    refuse(place, CUT, days_ago=7)
    records = tuple(ACCOUNTS.parse(given(TAGGED, ITS_BYTES, 0)))
    learnt = replace(ACCOUNTS, version=ACCOUNTS.version + 1, parse=lambda _: iter(records))

    assert hopeless(place, [ACCOUNTS]) == {(FILED_ACCOUNTS, ITS_BYTES)}
    assert hopeless(place, [learnt]) == frozenset()


def test_a_whole_register_is_asked_for_whatever_was_refused_of_it(place: Installation) -> None:
    refuse(place, CUT, days_ago=14)
    refuse(place, CUT, days_ago=7)

    assert hopeless(place, [replace(ACCOUNTS, may_fail=0.0)]) == frozenset()


def left(place: Installation) -> dict[Errand, Held]:
    fresh = Freshness.of(place, BOTH)
    return dict(contents_left(place, Hosts(addresses=LIVE), {NUMBER}, fresh))


def test_accounts_that_are_known_of_and_not_held_are_asked_for_from_what_is_known(
    place: Installation,
) -> None:
    known = given(KNOWN, ABOUT_IT, days_ago=7)
    keep(place, DOCUMENTS, known)
    refuse(place, CUT, days_ago=7)
    errand = Errand(source=DOCUMENTS, url=ABOUT_IT, published_on=date(2025, 12, 18))

    assert left(place) == {errand: Held(sha256=known.sha256, fetched_at=known.fetched_at)}
    assert [one.url for one in ABOUT.parse(known) if isinstance(one, Follow)] == [
        "/document/Doc-1_x/content"
    ]


def test_accounts_that_are_held_or_that_nobody_can_read_are_not(place: Installation) -> None:
    keep(place, DOCUMENTS, given(KNOWN, ABOUT_IT, days_ago=14))
    refuse(place, CUT, days_ago=14)
    refuse(place, CUT, days_ago=7)
    nobody_can_read = left(place)
    keep(place, FILED_ACCOUNTS, given(TAGGED, ITS_BYTES, days_ago=0))

    assert nobody_can_read == {}
    assert left(place) == {}
