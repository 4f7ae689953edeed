"""Tell the events of one rehearsal's market, and hold them beside what really happened."""

import json
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from crawlers.rehearsal.publishers import make_world
from oversight.events import Event
from tests.bench.event_truth import Happened, beside, in_sight
from tests.bench.event_world import market_of_events
from tests.bench.steps.memory import peak_mb


def main(size: str, seed: str) -> None:
    """Print how many of each kind are told, missed and false, each miss by its signs."""
    world = make_world(int(seed), size)
    with TemporaryDirectory() as folder:
        market = market_of_events(world, Path(folder))
    assert market.matches
    assert market.undertaking_names
    began = process_time()
    events = market.events
    took = process_time() - began
    told = beside(in_sight(world), events)
    pairs = Counter(f"{one.kind} / {event.kind}{_possible(event)}" for one, event in told.pairs)
    sys.stdout.write(
        json.dumps(
            {
                "events": len(events),
                "events_s": took,
                "peak_mb": peak_mb(),
                "pairs": pairs,
                "right_days": sum(one.on == event.on for one, event in told.pairs),
                "missed": Counter(map(_missed, told.missed)),
                "false": Counter(map(_false, told.false)),
            }
        )
    )


def _missed(happened: Happened) -> str:
    return f"{happened.kind} / {', '.join(happened.signs)}"


def _false(event: Event) -> str:
    signs = sorted({str(one.kind) for one in event.signals})
    return f"{event.kind}{_possible(event)} / {', '.join(signs)}"


def _possible(event: Event) -> str:
    return "" if event.certain else " (possible only)"


if __name__ == "__main__":
    main(*sys.argv[1:])
