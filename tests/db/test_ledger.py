"""What has been taken in, when, from where; what was refused; what was left unfinished."""

from sqlalchemy import Engine

from db import ledger
from db.store import refuse, running
from tests.db.samples import SOURCE, document, noon, save, setting, take_in


def test_an_empty_database_has_an_empty_ledger(engine: Engine) -> None:
    assert ledger.published(engine) == []
    assert ledger.refused(engine) == []
    assert ledger.unfinished(engine) == []
    assert ledger.fetched(engine, document("a register").sha256) is None


def test_the_newest_fetch_of_each_subject_of_each_source_is_listed_in_order(
    engine: Engine,
) -> None:
    take_in(engine, [setting()], body="b", subject="2026-01-31", fetched="2026-03-01")
    take_in(engine, [setting()], body="a", subject="2025-01-31", fetched="2026-03-02")
    take_in(engine, [setting()], body="c", subject="2026-01-31", fetched="2026-03-03")
    take_in(engine, [setting()], body="d", source="lists", fetched="2026-03-04")
    found = [(f.source, f.subject, f.url, f.fetched_at) for f in ledger.published(engine)]

    assert found == [
        ("lists", "2026-01-31", "file:d", noon("2026-03-04")),
        ("registers", "2025-01-31", "file:a", noon("2026-03-02")),
        ("registers", "2026-01-31", "file:c", noon("2026-03-03")),
    ]


def test_a_fetch_says_how_its_bytes_were_served(engine: Engine) -> None:
    take_in(engine, [setting()])
    (fetch,) = ledger.published(engine)

    assert fetch.status == 200
    assert fetch.published_on is None
    assert document("a register").sha256 == fetch.sha256


def test_a_body_is_found_by_its_first_fetch_though_its_run_never_closed(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-01")) as run:
        save(engine, run, [setting()], fetched="2026-03-01")
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        save(engine, run, [setting()], fetched="2026-03-02")
    fetch = ledger.fetched(engine, document("a register").sha256)

    assert fetch is not None
    assert noon("2026-03-01") == fetch.fetched_at


def test_refused_bodies_are_listed_oldest_first_with_the_reason(engine: Engine) -> None:
    refuse(engine, SOURCE, document("one", "2026-03-01"), "it holds no records")
    refuse(engine, SOURCE, document("two", "2026-03-02"), "two columns are called 'urn'")
    found = [(r.source, r.url, r.fetched_at, r.sha256, r.problem) for r in ledger.refused(engine)]

    assert found == [
        (
            "registers",
            "file:one",
            noon("2026-03-01"),
            document("one").sha256,
            "it holds no records",
        ),
        (
            "registers",
            "file:two",
            noon("2026-03-02"),
            document("two").sha256,
            "two columns are called 'urn'",
        ),
    ]


def test_a_body_may_be_refused_twice(engine: Engine) -> None:
    refuse(engine, SOURCE, document("one"), "it holds no records")
    refuse(engine, SOURCE, document("one"), "it holds no records")

    assert len(ledger.refused(engine)) == 2


def test_unfinished_runs_are_those_that_nobody_took_over(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-01")):
        pass
    with running(engine, SOURCE, noon("2026-03-02")):
        pass
    take_in(engine, [setting()], source="lists")
    found = [(run.source, run.opened_at) for run in ledger.unfinished(engine)]

    assert found == [("registers", noon("2026-03-02"))]


def test_the_last_fetch_of_each_subject_counts_though_it_brought_the_same_bytes(
    engine: Engine,
) -> None:
    take_in(engine, [setting()], body="a", subject="01", fetched="2026-03-01")
    take_in(engine, [setting()], body="a", subject="01", fetched="2026-03-02")
    take_in(engine, [setting()], body="b", subject="02", fetched="2026-03-01", source="lists")
    take_in(engine, [setting()], body="c", subject="03", fetched="2026-03-01", source="others")
    found = list(ledger.last_fetches(engine, [SOURCE, "lists"]))

    assert [(f.source, f.subject, f.fetched_at) for f in found] == [
        ("registers", "01", noon("2026-03-02")),
        ("lists", "02", noon("2026-03-01")),
    ]
    assert found[0].sha256 == document("a").sha256


def test_the_first_fetch_of_each_body_tells_when_it_was_first_seen(engine: Engine) -> None:
    take_in(engine, [setting()], body="a", subject="01", fetched="2026-03-01")
    take_in(engine, [setting()], body="b", subject="01", fetched="2026-03-02")
    take_in(engine, [setting()], body="a", subject="01", fetched="2026-03-03")
    found = {f.sha256: f.fetched_at for f in ledger.first_fetches(engine, SOURCE)}

    assert found == {
        document("a").sha256: noon("2026-03-01"),
        document("b").sha256: noon("2026-03-02"),
    }


def test_fetches_of_an_open_run_count_only_where_it_is_named(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-01")) as run:
        save(engine, run, [setting()], subject="01", fetched="2026-03-01")
        named = [*ledger.last_fetches(engine, [SOURCE], also=[run.id])]

        assert [f.subject for f in named] == ["01"]
        assert len([*ledger.first_fetches(engine, SOURCE, also=[run.id])]) == 1
        assert list(ledger.last_fetches(engine, [SOURCE])) == []
        assert list(ledger.first_fetches(engine, SOURCE)) == []
