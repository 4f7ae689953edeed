"""A rehearsal served by a process of its own, so that whoever crawls it has a core to itself."""

from collections.abc import Generator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection

from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.rehearsal.site.serving import Terms, serving


class NotServedError(Exception):
    """A site that ended before it began; its process has said why."""


@contextmanager
def serving_apart(terms: Terms) -> Generator[str]:
    """Serve a rehearsal in another process until the block ends; give its control page's address.

    The process ends with this one, however this one ends. Raises NotServedError, and the other
    process tells why, where it cannot be served.
    """
    spawn = get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(terms, theirs), daemon=True)
    process.start()
    theirs.close()  # so that the site is told when this process has ended, and nobody else holds on
    try:
        try:
            control: str = ours.recv()
        except EOFError:
            raise NotServedError("the rehearsal could not be served") from None
        yield control
    finally:
        ours.close()
        process.join()


def _serve(terms: Terms, told: Connection) -> None:
    """Serve until whoever began it closes the pipe, or has ended."""
    with serving(CATALOGUE, terms) as site:
        told.send(site.control)
        told.poll(None)
