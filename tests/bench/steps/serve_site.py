"""A server that is held to one core, until its input ends: the site, or a constant."""

import json
import os
import sys
from time import process_time

from starlette.types import Receive, Scope, Send

from crawlers.rehearsal.site.budget import Limit
from crawlers.rehearsal.site.listening import address, in_a_thread, listening
from crawlers.rehearsal.site.serving import Terms, serving
from tests.bench.steps.memory import peak_mb
from tests.crawlers.rehearsal.site.two_companies import CATALOGUE

ENDLESS = Limit(requests=1_000_000_000)
"""A limit is counted, and never met."""
BODY = b'{"company_name": "Larkmoor Care Limited"}'


async def constant(_: Scope, __: Receive, send: Send) -> None:
    """Answer the same to everybody."""
    length = str(len(BODY)).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", length)]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": BODY})


def until_told(at: str) -> None:
    """Print the address, wait for the end of input, and print what serving has cost."""
    sys.stdout.write(f"{at}\n")
    sys.stdout.flush()
    began = process_time()
    sys.stdin.read()
    sys.stdout.write(json.dumps({"server_s": process_time() - began, "peak_mb": peak_mb()}))


if __name__ == "__main__":
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if sys.argv[1] == "constant":
        made = listening(0)
        with in_a_thread(constant, [made]):
            until_told(address(made))
    else:
        with serving(CATALOGUE, Terms(limit=ENDLESS)) as site:
            until_told(site.rehearsal.addresses["api"])
