"""What was known on a day stays known, whenever it is asked."""

from collections.abc import Sequence
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from db.records import (
    Inspection,
    Judgement,
    Record,
    Setting,
)
from db.store import close_run, running
from tests.db.samples import (
    SOURCE,
    document,
    empty,
    inspection,
    known,
    noon,
    save,
    setting,
    take_in,
)

BODIES: dict[str, tuple[Record, ...]] = {
    "a register": (setting(places=4),),
    "a register with visits": (setting(places=5), inspection()),
    "visits alone": (inspection(overall_experiences_and_progress=Judgement.INADEQUATE),),
}


SAID = (Setting, Inspection)
"""The kinds that these bodies speak of."""


examples = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


days = st.integers(1, 28)


crawls = st.lists(
    st.tuples(st.sampled_from(["2025", "2026"]), st.sampled_from(sorted(BODIES))),
    min_size=1,
    max_size=6,
)


def crawl(
    engine: Engine, history: Sequence[tuple[str, str]], *, seen: bool
) -> list[tuple[Record, ...]]:
    """Take in the last of a history of daily crawls; give what is known on that day.

    A body is made public on the day on which it first appears.
    """
    subject, body = history[-1]
    first_day = 1 + history.index((subject, body))
    said = {
        "public_on": date(2026, 3, first_day),
        "cite": document(f"{subject} {body}").cite("row=2"),
    }
    records = [record.model_copy(update=said) for record in BODIES[body]]
    today = f"2026-03-{len(history):02}"
    take_in(engine, records, body=f"{subject} {body}", subject=subject, fetched=today)
    return known_on(engine, len(history) - 1, seen=seen)


def known_on(engine: Engine, day: int, *, seen: bool) -> list[tuple[Record, ...]]:
    snapshot = known(engine, known_at=f"2026-03-{day + 1:02}", seen=seen)
    return [found for kind in SAID for found in (snapshot.every(kind), snapshot.current(kind))]


def publish_visits(engine: Engine, public: Sequence[int]) -> None:
    """Publish one inspection a document, each on one day of February."""
    with running(engine, SOURCE, noon("2026-03-01")) as run:
        for number, day in enumerate(public, start=10_000_000):
            visit = inspection(f"{number}", public_on=date(2026, 2, day))
            save(engine, run, [visit], body=f"{number} {day}", subject=f"{number}")
        close_run(engine, run, {}, noon("2026-03-01"))


@examples
@given(history=crawls, seen=st.booleans())
def test_what_was_known_on_a_day_is_the_same_whenever_it_is_asked(
    engine: Engine, history: list[tuple[str, str]], seen: bool
) -> None:
    empty(engine)
    asked_then = [crawl(engine, history[: day + 1], seen=seen) for day in range(len(history))]
    asked_later = [known_on(engine, day, seen=seen) for day in range(len(history))]

    assert asked_then == asked_later


@examples
@given(public=st.lists(days, min_size=1, max_size=4), one=days, other=days)
def test_an_event_that_was_known_is_never_forgotten(
    engine: Engine, public: list[int], one: int, other: int
) -> None:
    empty(engine)
    publish_visits(engine, public)
    earlier = known(engine, known_at=f"2026-02-{min(one, other):02}").current(Inspection)
    later = known(engine, known_at=f"2026-02-{max(one, other):02}").current(Inspection)

    assert set(earlier) <= set(later)


@examples
@given(public=st.lists(days, min_size=1, max_size=4), day=days)
def test_nothing_is_known_that_was_not_public(engine: Engine, public: list[int], day: int) -> None:
    empty(engine)
    publish_visits(engine, public)
    found = known(engine, known_at=f"2026-02-{day:02}").every(Inspection)

    assert sorted(d for d in public if d <= day) == [visit.public_on.day for visit in found]
