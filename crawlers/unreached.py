"""Why no answer came over a connection, in plain words: what, where, and what to do.

Each client wraps what happened in errors of its own; what they were raised from is looked at.
"""

import errno
import socket
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

from scrapy.exceptions import CannotResolveHostError

NO_WAY = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN})


def is_untrusted(error: BaseException) -> bool:
    """True where a host showed a certificate that cannot be trusted: asking again helps nobody."""
    return any(isinstance(one, ssl.SSLCertVerificationError) for one in _chain(error))


def in_words(error: BaseException, url: str) -> str:
    """What happened on the way to an address, and what to do."""
    host, chain = urlsplit(url).netloc, list(_chain(error))
    if is_untrusted(error):
        return (
            f"{host} shows a certificate that is not to be trusted ({_untrusted(chain)}), so that"
            " somebody may be in between: nothing was sent to it. Look at this machine's clock and"
            " certificates (SSL_CERT_FILE names others), and at whatever stands between it and the"
            " publisher; then run the same command again"
        )
    numbers = {one.errno for one in chain if isinstance(one, OSError)}
    if any(isinstance(one, (CannotResolveHostError, socket.gaierror)) for one in chain):
        said = f"the name {host} is not found: look whether this machine is online"
    elif numbers & NO_WAY:
        said = f"there is no way to {host}: look whether this machine is online"
    elif any(_is_slow(one) for one in chain):
        said = f"{host} did not answer in time: it is slow, or lets nobody through"
    elif errno.ECONNREFUSED in numbers:
        said = f"{host} refuses connections: it is down, or lets nobody through"
    else:
        said = f"the connection with {host} was lost: {_innermost(chain)}"
    return said


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error, and what it was raised from."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or one.__context__


def _untrusted(chain: list[BaseException]) -> str:
    said = [
        str(one.verify_message)
        for one in chain
        if isinstance(one, ssl.SSLCertVerificationError) and hasattr(one, "verify_message")
    ]
    return said[-1] if said else "it could not be verified"


def _is_slow(error: BaseException) -> bool:
    """Each client's own error says it with its name alone."""
    return "Timeout" in type(error).__name__


def _innermost(chain: list[BaseException]) -> str:
    said = [one for one in chain if str(one)] or chain
    return f"{type(said[-1]).__name__}: {said[-1]}".rstrip(": ")
