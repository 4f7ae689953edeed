"""A batch: each document by itself, all of it or none, and nothing twice."""

import json
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from crawlers.batch import Job, Pipeline
from crawlers.companies_house.answers import bundle
from crawlers.crawling import held, runs
from crawlers.sources.companies_house_filing_history import SOURCE as FILINGS
from crawlers.sources.companies_house_profile import SOURCE as PROFILES
from crawlers.sources.gazette_insolvency import SOURCE as NOTICES
from db import ledger, store, tables
from db.records import Document
from db.tables import World
from oversight.installation import Installation

API = "https://api.company-information.service.gov.uk"
NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
WEEK = timedelta(days=7)


def profile(number: str = "09000001", **changes: Any) -> Job:
    said = {
        "company_name": "EXAMPLE CARE LTD",
        "company_number": number,
        "type": "ltd",
        "links": {"filing_history": f"/company/{number}/filing-history"},
    }
    body = json.dumps(said | changes).encode()
    url = f"{API}/company/{number}"
    document = Document(url=url, fetched_at=NOON, body=body)
    return Job(source=PROFILES.key, document=document)


def page(*filings: str, total: int, start: int = 0) -> bytes:
    said = {
        "filing_history_status": "filing-history-available",
        "total_count": total,
        "items_per_page": 2,
        "start_index": start,
        "items": [
            {
                "transaction_id": one,
                "category": "officers",
                "type": "AP01",
                "description": "appoint-person-director-company-with-name-date",
                "date": "2026-08-01",
                "links": {"self": f"/company/09000001/filing-history/{one}"},
            }
            for one in filings
        ],
    }
    return json.dumps(said).encode()


def history(body: bytes, **how: Any) -> Job:
    url = f"{API}/company/09000001/filing-history"
    return Job(source=FILINGS.key, document=Document(url=url, fetched_at=NOON, body=body), **how)


@pytest.fixture
def pipeline(place: Installation) -> Iterator[Pipeline]:
    with opened(place) as one:
        yield one


@contextmanager
def opened(place: Installation) -> Generator[Pipeline]:
    """A pipeline on runs of its own, which never close."""
    with runs(place, (PROFILES, FILINGS, NOTICES), NOON) as open_runs:
        yield Pipeline(engine=place.engine, archive=place.archive, runs=open_runs, world=World.REAL)


def rows(place: Installation) -> dict[str, int]:
    """How many rows each table holds, where it holds any; runs left out."""
    found: dict[str, int] = {}
    with place.engine.connect() as connection:
        for table in tables.Fetch.metadata.sorted_tables:
            if table.name not in {"run", "alembic_version"}:
                found[table.name] = connection.execute(
                    sa.select(sa.func.count()).select_from(table)
                ).scalar_one()
    return {name: number for name, number in found.items() if number}


def test_one_refused_document_of_a_batch_leaves_the_others(
    place: Installation, pipeline: Pipeline
) -> None:
    renamed = profile("09000002", company_title="EXAMPLE TWO LTD")
    first, second, third = pipeline.take_in([profile(), renamed, profile("09000003")])

    assert first.saved is not None
    assert third.saved is not None
    assert second.refused is not None
    assert "company_title" in second.refused
    assert renamed.document.url in second.refused
    assert renamed.document.sha256[:12] in second.refused
    assert [one.sha256 for one in ledger.refused(place.engine)] == [renamed.document.sha256]
    assert rows(place)["fetch"] == 2
    assert place.archive.get(renamed.document.sha256) == renamed.document.body
    assert renamed.document.sha256 not in place.archive.hashes()


def test_an_invented_document_is_refused_where_real_data_is_held(pipeline: Pipeline) -> None:
    (outcome,) = pipeline.take_in([profile("99000001")])

    assert outcome.saved is None
    assert outcome.refused is not None
    assert "it says of itself that it is invented" in outcome.refused


def test_a_replay_says_where_a_document_leads_and_stores_nothing(
    place: Installation, pipeline: Pipeline
) -> None:
    (stored,) = pipeline.take_in([profile()])
    before = rows(place)
    job = profile()
    (replayed,) = pipeline.take_in([Job(source=job.source, document=job.document, is_replay=True)])

    assert replayed.follows == stored.follows
    assert [follow.url for follow in replayed.follows] == ["/company/09000001/filing-history"]
    assert replayed.saved is None
    assert rows(place) == before


def test_the_same_bytes_again_add_a_fetch_and_no_reading(
    place: Installation, pipeline: Pipeline
) -> None:
    pipeline.take_in([profile()])
    before = rows(place)
    (again,) = pipeline.take_in([profile()])

    assert again.saved is not None
    assert again.saved.new is False
    assert rows(place) == {**before, "fetch": 2}


def closed(place: Installation, *jobs: Job) -> None:
    """A run that took these in, and closed."""
    with opened(place) as pipeline:
        assert [one.refused for one in pipeline.take_in(jobs)] == [None] * len(jobs)
        for run in pipeline.runs.values():
            store.close_run(place.engine, run, {}, NOON)


def test_a_first_page_as_before_adds_one_fetch_and_no_reading(place: Installation) -> None:
    first, second = page("a", "b", total=3), page("c", total=3, start=2)
    closed(place, history(bundle([first, second])))
    before = rows(place)
    with opened(place) as pipeline:
        (outcome,) = pipeline.take_in([history(first, is_first_page=True)])

    assert outcome.is_as_before
    assert rows(place) == {**before, "fetch": 2}
    newest = ledger.fetches(
        place.engine, FILINGS.key, begins=API, also=pipeline.runs[FILINGS.key].id
    )
    assert {one.sha256 for one in newest} == {history(bundle([first, second])).document.sha256}


@pytest.mark.parametrize(
    "first",
    [page("new", "a", total=4), page("a", "b", total=2), b"no page at all"],
    ids=["a filing more", "a filing less", "not a page"],
)
def test_a_changed_first_page_adds_nothing(place: Installation, first: bytes) -> None:
    closed(place, history(bundle([page("a", "b", total=3), page("c", total=3, start=2)])))
    before = rows(place)
    with opened(place) as pipeline:
        (outcome,) = pipeline.take_in([history(first, is_first_page=True)])

    assert not outcome.is_as_before
    assert rows(place) == before


def test_a_first_page_of_what_was_never_held_adds_nothing(
    place: Installation, pipeline: Pipeline
) -> None:
    (outcome,) = pipeline.take_in([history(page("a", total=1), is_first_page=True)])

    assert not outcome.is_as_before
    assert rows(place) == {}


def notices(*numbers: str, asked_at: datetime) -> Job:
    """A page of the Gazette's feed, which says when it was asked for."""
    url = "https://www.thegazette.co.uk/all-notices/notice/data.json?text=09000001"
    of_each = {
        "f:status": "published",
        "f:notice-code": "2450",
        "published": "2026-08-03T07:43:53",
        "category": {"@term": "Petitions to Wind Up (Companies)"},
        "content": "09000001",
        "updated": asked_at.isoformat(),
    }
    said = {
        "id": url,
        "link": [],
        "updated": asked_at.isoformat(),
        "f:page-start": 1,
        "f:page-stop": len(numbers),
        "f:total": len(numbers),
        "entry": [{"id": f"/notice/{one}", **of_each} for one in numbers],
    }
    document = Document(url=url, fetched_at=asked_at, body=json.dumps(said).encode())
    return Job(source=NOTICES.key, document=document)


def test_a_page_that_bears_the_moment_is_kept_again_only_where_it_states_something_else(
    place: Installation,
) -> None:
    first = notices("1", asked_at=NOON)
    closed(place, first)
    before = rows(place)
    with opened(place) as pipeline:
        (same,) = pipeline.take_in([notices("1", asked_at=NOON + WEEK)])
        between = rows(place)
        (other,) = pipeline.take_in([notices("1", "2", asked_at=NOON + 2 * WEEK)])

    assert same.saved is not None
    assert (same.subject, same.saved.new) == ("09000001", False)
    assert between == {**before, "fetch": before["fetch"] + 1}
    assert len(set(place.archive.hashes())) == 2
    assert other.saved is not None
    assert other.saved.new


def test_filings_of_a_company_that_was_never_held_name_nothing(pipeline: Pipeline) -> None:
    (outcome,) = pipeline.take_in([history(page("a", total=1))])

    assert outcome.filed == frozenset()


def test_new_filings_name_their_categories_again_after_a_kill(place: Installation) -> None:
    closed(place, history(page("a", total=1)))
    more = history(page("b", "a", total=2))
    with opened(place) as pipeline:
        (stored,) = pipeline.take_in([more])
    with opened(place) as pipeline:
        (document,) = held(place, pipeline.runs).values()
        (replayed,) = pipeline.take_in(
            [Job(source=more.source, document=more.document, is_replay=True)]
        )

    assert document.sha256 == more.document.sha256
    assert stored.filed == frozenset({"officers"})
    assert replayed.filed == stored.filed
    assert replayed.subject == "09000001"


def test_a_batch_that_fails_in_the_middle_leaves_nothing_of_itself(
    place: Installation, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_in, saved = pipeline_save(), [0]

    def fails_at_the_third(*told: Any, **how: Any) -> Any:
        saved[0] += 1
        if saved[0] == 3:
            raise ZeroDivisionError
        return save_in(*told, **how)

    monkeypatch.setattr("crawlers.batch.save_in", fails_at_the_third)
    with pytest.raises(ZeroDivisionError):
        pipeline.take_in([profile(f"0900000{number}") for number in range(1, 5)])

    assert rows(place) == {}
    assert len(place.archive.hashes()) == 4, "bodies wait for the next run, which finds them there"


def pipeline_save() -> Any:
    from db.saving import save_in  # noqa: PLC0415 - before it is replaced

    return save_in


def test_no_document_is_left_half_written(place: Installation, pipeline: Pipeline) -> None:
    pipeline.take_in([profile(f"0900000{number}") for number in range(1, 9)])

    assert place.archive.half_written() == []
    assert all(Path(place.archive.path_of(one)).is_file() for one in place.archive.hashes())
