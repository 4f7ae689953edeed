"""Sockets on loopback, and the thread that serves them all until it is told to end."""

import logging
import socket
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from threading import Event, Thread
from time import sleep

import uvicorn
from starlette.types import ASGIApp

LOOPBACK = "127.0.0.1"
ENDS_WITHIN_S = 2
"""How long answers under way may take once the site is told to end."""
KEEPS_ALIVE_S = 75
"""How long a connection may be idle, as with the usual servers."""


class PortError(OSError):
    """The site cannot listen where it was told to."""


def listening(port: int) -> socket.socket:
    """A listening socket on loopback alone; any free port for 0.

    It says that it is TCP, as only then does asyncio send small answers at once: without, each
    waits 40 ms for the client to acknowledge its head.
    """
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((LOOPBACK, port))
        made.listen()
    except (OSError, OverflowError) as error:
        made.close()
        raise PortError(f"port {port} cannot be used ({error}); name another with --port") from None
    return made


def port_of(made: socket.socket) -> int:
    """The port on which a socket listens."""
    return made.getsockname()[1]


def address(made: socket.socket) -> str:
    """Its address, without a slash at the end."""
    return f"http://{LOOPBACK}:{port_of(made)}"


@contextmanager
def in_a_thread(app: ASGIApp, sockets: Sequence[socket.socket]) -> Generator[Event]:
    """Serve in a thread, so that signals stay with the program; gives what is set when it ends."""
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            http="httptools",
            loop="asyncio",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=KEEPS_ALIVE_S,
            timeout_graceful_shutdown=ENDS_WITHIN_S,
        )
    )
    ended = Event()

    def serve() -> None:
        try:
            server.run(list(sockets))
        finally:
            ended.set()

    log = logging.getLogger("uvicorn.error")
    quiet = _Quiet()
    log.addFilter(quiet)
    thread = Thread(target=serve, name="rehearsal", daemon=True)
    thread.start()
    try:
        while not (server.started or ended.is_set()):
            sleep(0.005)
        yield ended
    finally:
        quiet.is_ending = True
        server.should_exit = True
        thread.join()
        log.removeFilter(quiet)


class _Quiet(logging.Filter):
    """Keeps what is meant out of the log: connections that a fault cuts, answers cut by the end."""

    is_ending = False

    def filter(self, record: logging.LogRecord) -> bool:
        return not (
            self.is_ending
            or record.getMessage() == "ASGI callable returned without completing response."
        )
