"""Whatever keeps an answer back is told in plain words, whichever client asked."""

import errno
import socket

import httpx
import pytest
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)

from crawlers.unreached import in_words, is_untrusted

URL = "https://www.gov.uk/a"


def from_(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            CannotResolveHostError(
                "Cannot connect to host www.gov.uk:443 ssl:<ssl.SSLContext object at 0x7f>"
            ),
            "the name www.gov.uk is not found: look whether this machine is online",
        ),
        (
            from_(httpx.ConnectError(""), socket.gaierror(-2, "Name or service not known")),
            "the name www.gov.uk is not found: look whether this machine is online",
        ),
        (
            from_(httpx.ConnectError(""), OSError(errno.ENETUNREACH, "Network is unreachable")),
            "there is no way to www.gov.uk: look whether this machine is online",
        ),
        (
            from_(
                DownloadConnectionRefusedError("ssl:<ssl.SSLContext object at 0x7f>"),
                ConnectionRefusedError(errno.ECONNREFUSED, "Connect call failed"),
            ),
            "www.gov.uk refuses connections: it is down, or lets nobody through",
        ),
        (
            DownloadTimeoutError("Getting it took longer than 120.0 seconds."),
            "www.gov.uk did not answer in time: it is slow, or lets nobody through",
        ),
        (
            httpx.ReadTimeout(""),
            "www.gov.uk did not answer in time: it is slow, or lets nobody through",
        ),
        (
            from_(DownloadFailedError("failed"), ConnectionResetError("Connection lost")),
            "the connection with www.gov.uk was lost: ConnectionResetError: Connection lost",
        ),
        (
            httpx.RemoteProtocolError(""),
            "the connection with www.gov.uk was lost: RemoteProtocolError",
        ),
    ],
)
def test_what_happened_is_said_with_where_and_what_to_do(error: Exception, said: str) -> None:
    assert in_words(error, URL) == said
    assert not is_untrusted(error)
