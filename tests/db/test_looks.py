"""A year of weekly looks counts no otherwise than what they found, and costs no more to know."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import col

from db import loading, tables
from db import visible as made_visible
from db.engine import writing
from db.loading import data_version
from db.looks import NAMES
from db.records import Setting
from db.visible import Visible, restated, visible

BEGAN = datetime(2026, 1, 5, 12, tzinfo=UTC)
BODIES = "abc"


def look(engine: Engine, weeks: int, bodies: str, seed: int) -> None:
    """Look at one subject once a week, each time with one of these bodies, in runs that closed."""
    draw = Random(seed)  # noqa: S311 - the same every time
    with writing(engine).begin() as connection:
        for number, body in enumerate(bodies, start=1):
            days = [BEGAN.date() + timedelta(days=draw.randint(-30, 200)) for _ in range(2)]
            reading = {"id": number, "source": "s", "sha256": body, "version": 1}
            issued = {"public_from": days[0], "issued_on": draw.choice([None, days[0]])}
            connection.execute(_run(0, is_closed=True).values(id=number))
            connection.execute(sa.insert(tables.Reading).values(run_id=number, **reading, **issued))
            profile = {"reading_id": number, "kind": "Setting", "rows": 1, "fields": "{}"}
            first, last = sorted(days)
            shown = {"first_public_on": first, "last_public_on": last}
            connection.execute(sa.insert(tables.Profile).values(**profile, **shown))
        for week in range(weeks):
            run = _run(week, is_closed=draw.random() > 0.1)
            (number,) = connection.execute(run.returning(col(tables.Run.id))).one()
            stays = draw.random() < 0.7
            body = bodies[week // 9 % len(bodies)] if stays else draw.choice(bodies)
            fetch = {"run_id": number, "source": "s", "subject": "one", "url": "/", "sha256": body}
            said = {
                "fetched_at": BEGAN + timedelta(days=7 * week),
                "status": draw.choice([200, 200, 200, None]),
                "published_on": draw.choice([None, None, None, date(2026, 3, 1)]),
            }
            connection.execute(sa.insert(tables.Fetch).values(**fetch, **said))


def _run(week: int, *, is_closed: bool) -> sa.Insert:
    at = BEGAN + timedelta(days=7 * week)
    return sa.insert(tables.Run).values(
        source="s", opened_at=at, closed_at=at if is_closed else None
    )


def every_fetch(_: datetime | None) -> sa.Subquery:
    """All fetches of closed runs: what counted before any was left out."""
    closed = sa.select(col(tables.Run.id)).where(col(tables.Run.closed_at).is_not(None))
    names = (col(getattr(tables.Fetch, name)) for name in NAMES)
    return sa.select(*names).where(col(tables.Fetch.run_id).in_(closed)).subquery()


def chosen(engine: Engine) -> Iterator[list[tuple[int, int]]]:
    """Which fetch of which reading counts, at each of many moments, by either clock."""
    for weeks in range(-5, 60, 5):
        known_at = BEGAN + timedelta(days=7 * weeks)
        for seen in (False, True):
            with engine.connect() as connection:
                readings = restated(visible(connection, known_at), seen=seen)
            found: list[Visible] = loading.choose(readings, Setting, known_at, seen=seen)
            yield [(one.reading, one.fetch) for one in found]


@pytest.mark.parametrize("seed", range(4))
def test_the_same_counts_at_every_moment_as_if_no_look_were_left_out(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    look(engine, 52, BODIES, seed)
    ours, version = list(chosen(engine)), data_version(engine)
    monkeypatch.setattr(made_visible, "counting", every_fetch)

    assert ours == list(chosen(engine))
    assert version == data_version(engine)


def test_what_a_snapshot_goes_by_does_not_grow_with_the_looks_that_found_nothing(
    engine: Engine,
) -> None:
    with writing(engine).begin() as connection:
        connection.execute(_run(0, is_closed=True).values(id=1))
        reading = {"run_id": 1, "source": "s", "sha256": "a", "version": 1}
        connection.execute(sa.insert(tables.Reading).values(reading))
        fetch = {"run_id": 1, "source": "s", "subject": "one", "url": "/", "sha256": "a"}
        looks = [{**fetch, "fetched_at": BEGAN + timedelta(days=7 * week)} for week in range(52)]
        connection.execute(sa.insert(tables.Fetch), looks)
    with engine.connect() as connection:
        found = [one.fetched_at for one in visible(connection, BEGAN + timedelta(days=100))]
        known = [one.fetched_at for one in visible(connection)]

    assert found == [BEGAN, BEGAN + timedelta(days=98)]
    assert known == [BEGAN]
