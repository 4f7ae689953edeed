"""A rehearsal served on loopback, from its catalogue and the terms it is served on."""

from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from time import monotonic

from starlette.types import ASGIApp, Receive, Scope, Send

from crawlers.rehearsal.site.budget import Limit
from crawlers.rehearsal.site.clock import SiteClock
from crawlers.rehearsal.site.control import control
from crawlers.rehearsal.site.counting import Counts
from crawlers.rehearsal.site.desk import Surroundings
from crawlers.rehearsal.site.faults import Fault, FaultSwitch
from crawlers.rehearsal.site.listening import address, in_a_thread, listening, port_of
from crawlers.rehearsal.site.rehearsal import (
    Rehearsal,
    refuse_a_day_outside,
    refuse_impossible,
)
from crawlers.rehearsal.site.served import Catalogue


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How a rehearsal is served."""

    seed: int = 1
    size: str = "small"
    today: date | None = None
    """None for the last day that the world knows."""
    port: int = 0
    """The control page's; publishers follow in their order. 0 for any free ports."""
    limit: Limit | None = Limit()  # noqa: RUF009 - frozen
    """None for no limit."""
    faster: float = 1.0
    """How many times as fast as life the site's clock runs, and so its budgets' windows."""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Site:
    """A rehearsal that is being served."""

    rehearsal: Rehearsal
    control: str
    """The address of the control page."""
    ended: Event
    """Set when it serves no longer, whyever."""


def refuse_impossible_terms(catalogue: Catalogue, terms: Terms) -> None:
    """Raise DayError, FaultError or PortError where nothing can be served; no market is made."""
    refuse_impossible(terms.faults, catalogue.publishers)
    if terms.today is not None and catalogue.days is not None:
        refuse_a_day_outside(terms.today, catalogue.days)
    if terms.port:
        for place in range(len(catalogue.publishers) + 1):
            listening(terms.port + place).close()


@contextmanager
def serving(
    catalogue: Catalogue, terms: Terms, ticks: Callable[[], float] = monotonic
) -> Generator[Site]:
    """Serve a rehearsal from here on, and end when the block ends.

    `ticks` are seconds that never go back.
    """
    with ExitStack() as ending:
        names = ["control", *(one.key for one in catalogue.publishers)]
        sockets = {
            name: ending.enter_context(listening(terms.port and terms.port + place))
            for place, name in enumerate(names)
        }
        addresses = {name: address(one) for name, one in sockets.items()}
        control_address = addresses.pop("control")
        world = catalogue.make_world(terms.seed, terms.size)
        today = terms.today or catalogue.today or world.last_day
        folder = ending.enter_context(TemporaryDirectory(prefix="rehearsal-"))
        rehearsal = Rehearsal(
            world=world,
            served=catalogue.publishers,
            addresses=addresses,
            around=Surroundings(
                clock=SiteClock(today, ticks, faster=terms.faster),
                counts=Counts(),
                faults=FaultSwitch(terms.seed, terms.faults),
                limit=terms.limit,
            ),
            folder=Path(folder),
        )
        ending.callback(rehearsal.close)
        by_port = {port_of(sockets[key]): desk for key, desk in rehearsal.desks.items()}
        app = _by_port({**by_port, port_of(sockets["control"]): control(rehearsal)})
        ended = ending.enter_context(in_a_thread(app, list(sockets.values())))
        yield Site(rehearsal=rehearsal, control=control_address, ended=ended)


def _by_port(apps: dict[int, ASGIApp]) -> ASGIApp:
    """One application for all sockets: each request goes to the one whose port it came to."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await apps[scope["server"][1]](scope, receive, send)

    return app
