"""Products too large for records: which part counts, and what the ledger notes of it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from db.parts import HeldPart, ShrunkError, newest_part, published_parts, save_part
from db.product import Count, Product
from db.store import OpenRun, Saved, close_run, running
from tests.db.samples import held_rows, noon

SOURCE = "companies"
FOREVER = datetime.max.replace(tzinfo=UTC)


def product(sha256: str, fetched: str = "2026-03-03", **said: Any) -> Product:
    usual: dict[str, Any] = {
        "subject": "companies at 2026-03-01",
        "url": "file:companies.zip",
        "fetched_at": noon(fetched),
        "sha256": sha256 * 64,
        "published_on": None,
    }
    return Product(**{**usual, **said})


def companies(rows: int) -> Count:
    return Count(
        kind="IndexedCompany",
        rows=rows,
        filled={"name": rows, "status": rows},
        unknown={"status": {"Asleep": 1}},
    )


def save(
    engine: Engine,
    run: OpenRun,
    found: Product,
    *counts: Count,
    public: str = "2026-03-03",
    version: int = 1,
) -> Saved:
    return save_part(
        engine, run, found, counts, public_on=date.fromisoformat(public), version=version
    )


def take_in(
    engine: Engine, found: Product, rows: int, *, public: str = "2026-03-03", version: int = 1
) -> Saved:
    with running(engine, SOURCE, found.fetched_at) as run:
        saved = save(engine, run, found, companies(rows), public=public, version=version)
        close_run(engine, run, {}, found.fetched_at)
    return saved


def newest(engine: Engine, known_at: str, *, seen: bool = False) -> str | None:
    """The first letter of the hash of the product that counts."""
    found = newest_part(engine, SOURCE, noon(known_at), seen=seen)
    return found and found.product.sha256[0]


def test_without_a_product_there_is_no_part(engine: Engine) -> None:
    assert newest_part(engine, SOURCE, FOREVER) is None
    assert published_parts(engine, SOURCE) == ()


def test_a_part_is_held_as_it_was_saved(engine: Engine) -> None:
    saved = take_in(engine, product("a"), 1_000)

    assert saved == Saved(subject="companies at 2026-03-01", records=1_000, new=True)
    assert newest_part(engine, SOURCE, FOREVER) == HeldPart(
        product=product("a"),
        version=1,
        public_on=date(2026, 3, 3),
        rows={"IndexedCompany": 1_000},
    )


def test_a_part_is_visible_only_when_its_run_has_closed(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-03")) as run:
        save(engine, run, product("a"), companies(1_000))
        before = published_parts(engine, SOURCE)
        close_run(engine, run, {}, noon("2026-03-03"))

    assert before == ()
    assert newest(engine, "2026-03-03") == "a"


def test_a_part_of_another_source_does_not_count(engine: Engine) -> None:
    take_in(engine, product("a"), 1_000)

    assert newest_part(engine, "another", FOREVER) is None


def test_the_newest_that_was_public_by_then_counts(engine: Engine) -> None:
    take_in(engine, product("a", "2026-03-03"), 1_000, public="2026-03-03")
    take_in(engine, product("b", "2026-04-04"), 1_000, public="2026-04-04")

    assert newest(engine, "2026-03-02") is None
    assert newest(engine, "2026-03-03") == "a"
    assert newest(engine, "2026-04-03") == "a"
    assert newest(engine, "2026-04-04") == "b"


def test_an_older_product_taken_in_later_does_not_count(engine: Engine) -> None:
    take_in(engine, product("b", "2026-04-04"), 1_000, public="2026-04-04")
    take_in(engine, product("a", "2026-05-05"), 1_000, public="2026-03-03")

    assert newest(engine, "2026-12-31") == "b"
    assert newest(engine, "2026-03-31") == "a"


def test_what_was_seen_by_then_goes_by_the_fetch(engine: Engine) -> None:
    take_in(engine, product("b", "2026-04-04"), 1_000, public="2026-04-04")
    take_in(engine, product("a", "2026-05-05"), 1_000, public="2026-03-03")

    assert newest(engine, "2026-04-03", seen=True) is None
    assert newest(engine, "2026-04-04", seen=True) == "b"
    assert newest(engine, "2026-12-31", seen=True) == "b"


def test_an_unclosed_reading_by_a_newer_reader_does_not_count(engine: Engine) -> None:
    take_in(engine, product("a"), 1_000)
    with running(engine, SOURCE, noon("2026-03-04")) as run:
        save(engine, run, product("a"), companies(900), version=2)
        before = [part.version for part in published_parts(engine, SOURCE)]
        close_run(engine, run, {}, noon("2026-03-04"))

    assert before == [1]


def test_an_earlier_product_may_be_smaller_than_a_later_one(engine: Engine) -> None:
    take_in(engine, product("b", "2026-04-04"), 1_500, public="2026-04-04")
    take_in(engine, product("a", "2026-05-05"), 1_000, public="2026-03-03")

    assert newest(engine, "2026-03-03") == "a"
    assert newest(engine, "2026-06-06") == "b"


def test_the_same_product_again_adds_a_fetch_and_nothing_else(engine: Engine) -> None:
    take_in(engine, product("a", "2026-03-03"), 1_000)
    before = held_rows(engine)
    saved = take_in(engine, product("a", "2026-03-04"), 1_000)

    assert saved == Saved(subject="companies at 2026-03-01", records=1_000, new=False)
    assert held_rows(engine) == before | {"fetch": 2, "run": 2}
    assert len(published_parts(engine, SOURCE)) == 2


def test_a_newer_reader_reads_the_same_product_again(engine: Engine) -> None:
    take_in(engine, product("a", "2026-03-03"), 1_000, version=1)
    take_in(engine, product("a", "2026-03-04"), 1_100, version=2)
    found = newest_part(engine, SOURCE, FOREVER)

    assert found is not None
    assert (found.version, found.rows) == (2, {"IndexedCompany": 1_100})


@pytest.mark.parametrize("rows", [900, 1_000, 5_000])
def test_a_product_of_nine_tenths_or_more_is_taken(engine: Engine, rows: int) -> None:
    take_in(engine, product("a", "2026-03-03"), 1_000)
    take_in(engine, product("b", "2026-04-04"), rows, public="2026-04-04")

    assert newest(engine, "2026-12-31") == "b"


def test_a_product_that_has_shrunk_by_more_than_a_tenth_is_refused_and_not_noted(
    engine: Engine,
) -> None:
    take_in(engine, product("a", "2026-03-03"), 1_000)
    before = held_rows(engine)
    with (
        running(engine, SOURCE, noon("2026-04-04")) as run,
        pytest.raises(ShrunkError) as caught,
    ):
        save(engine, run, product("b", "2026-04-04"), companies(899), public="2026-04-04")

    assert str(caught.value) == (
        "file:companies.zip holds 899 rows of the kind IndexedCompany, far fewer than the 1,000 of"
        " companies at 2026-03-01; the earlier one stays in use. Download it again; if it is older"
        " than the one in use, it is not needed"
    )
    assert held_rows(engine) == before | {"run": 2}


def test_a_kind_that_has_shrunk_is_refused_though_another_has_grown(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-03")) as run:
        save(engine, run, product("a"), Count(kind="Holder", rows=100), companies(100))
        close_run(engine, run, {}, noon("2026-03-03"))

    with (
        running(engine, SOURCE, noon("2026-04-04")) as run,
        pytest.raises(ShrunkError, match="holds 10 rows of the kind Holder"),
    ):
        save(engine, run, product("b"), Count(kind="Holder", rows=10), companies(9_000))


def test_a_run_after_one_that_was_refused_is_taken(engine: Engine) -> None:
    take_in(engine, product("a", "2026-03-03"), 1_000)
    with running(engine, SOURCE, noon("2026-04-04")) as run, pytest.raises(ShrunkError):
        save(engine, run, product("b", "2026-04-04"), companies(1), public="2026-04-04")
    take_in(engine, product("c", "2026-04-05"), 1_001, public="2026-04-05")

    assert newest(engine, "2026-12-31") == "c"


def test_a_run_that_never_closed_is_adopted_and_its_part_then_counts(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-03")) as run:
        save(engine, run, product("a"), companies(1_000))
    with running(engine, SOURCE, noon("2026-03-04")) as run:
        close_run(engine, run, {}, noon("2026-03-04"))

    assert run.adopted == ("companies at 2026-03-01",)
    assert newest(engine, "2026-12-31") == "a"
