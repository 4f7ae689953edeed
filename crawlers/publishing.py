"""Publish what is whole of a crawl: each source as soon as its own requests are done.

A crawl lasts as long as the slowest of its publishers. Whoever ends it before, by a kill or by a
budget, keeps unseen only what was still under way.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from crawlers.pipeline import Keeper
from crawlers.problem import Problem
from crawlers.source import Source
from crawlers.work import Came, Work
from db import drift, ledger, store
from db.absence import note_absent
from db.records import Record
from db.saving import OpenRun, Saved
from db.store import TooFewRecordsError

FEW_UNKNOWN, MOST_UNKNOWN = 20, 0.2
"""How many addresses nobody may know before that is taken for a fault of ours or the publisher's:
so many, or this share of the subjects held. Else a moved register would leave all unasked."""


@dataclass(frozen=True, kw_only=True)
class Crawled:
    """What became of one source in a crawl."""

    source: str
    adopted: tuple[str, ...]
    saved: tuple[Saved, ...]
    counts: Mapping[str, int]
    problems: tuple[Problem, ...]
    drift: tuple[drift.Line, ...]
    is_published: bool
    unknown: tuple[str, ...] = ()
    """Addresses that the publisher does not know, and that nobody had held."""


@dataclass(frozen=True, kw_only=True)
class Publishing:
    """The open runs of a crawl, each closed once, if enough of it is whole."""

    place: Keeper
    open_runs: Mapping[str, OpenRun]
    floors: Mapping[str, Mapping[str, Mapping[type[Record], int]]]
    """By the key of their source."""
    moment: Callable[[], datetime]
    _done: dict[str, Crawled] = field(default_factory=dict[str, Crawled], init=False)

    def ended(self, came: Came) -> None:
        """Publish what came of a source, of which nothing is under way any more."""
        self._publish(came, has_ended=True)

    def rest(self, work: Work) -> tuple[Crawled, ...]:
        """Publish what is left when a crawl is over; what became of every source.

        Of a crawl that was stopped nothing more is closed: the next one goes on from there.
        """
        for key in self.open_runs.keys() - self._done.keys():
            self._publish(work.came(key), has_ended=work.stopped is None)
        return tuple(crawled for _, crawled in sorted(self._done.items()))

    def _publish(self, came: Came, *, has_ended: bool) -> None:
        key, run, now = came.source.key, self.open_runs[came.source.key], self.moment()
        saved, problems = came.saved, list(came.problems)
        lines: tuple[drift.Line, ...] = ()
        subjects = ledger.subjects(self.place.engine, key, also=run.id)
        is_whole = (
            has_ended
            and len(problems) <= _may_fail(came.source, subjects)
            and not any(one.is_on_the_way for one in problems)
        )
        unknown = came.absent if came.source.may_be_unknown else ()
        if len(unknown) > max(FEW_UNKNOWN, subjects * MOST_UNKNOWN):
            is_whole = False
            problems.append(_too_many_unknown(key, unknown, subjects))
        else:
            note_absent(self.place.engine, key, came.absent, now)
        if is_whole:
            try:
                lines = store.close_run(self.place.engine, run, self.floors.get(key, {}), now)
            except TooFewRecordsError as error:
                is_whole = False
                few = {subject for subject, _ in error.problems}
                saved = tuple(one for one in saved if one.subject not in few)
                problems += [
                    Problem(source=key, what="refused", why=problem)
                    for _, problem in error.problems
                ]
        self._done[key] = Crawled(
            source=key,
            adopted=run.adopted,
            saved=saved,
            counts=came.counts,
            problems=tuple(problems),
            drift=lines,
            is_published=is_whole,
            unknown=unknown,
        )


def _may_fail(source: Source, subjects: int) -> int:
    """How many documents of a source may fail: its share of so many subjects, and at least one.

    Of the subjects held, and not of what one run asked: a refresh asks little, and its few
    failures would keep everything else from being seen. A page that leads to documents is none:
    without it, all behind it was never asked for.
    """
    return max(1, int(subjects * source.may_fail)) if source.may_fail else 0


def _too_many_unknown(key: str, unknown: Sequence[str], subjects: int) -> Problem:
    why = (
        f"{len(unknown):,} addresses are not known to the publisher, beside {subjects:,} subjects"
        f" that are held: has their address changed? The first is {unknown[0]}; none is noted"
    )
    return Problem(source=key, what="not given", why=why)
