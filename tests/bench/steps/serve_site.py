"""A server that is held to one core, until its input ends: a market's site, or a constant."""

import json
import os
import sys
from random import Random
from time import process_time

from starlette.types import Receive, Scope, Send

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.rehearsal.site.budget import Limit
from crawlers.rehearsal.site.listening import address, in_a_thread, listening
from crawlers.rehearsal.site.serving import Terms, serving
from tests.bench.steps.memory import peak_mb

ENDLESS = Limit(requests=1_000_000_000)
"""A limit is counted, and never met."""
BODY = b'{"company_name": "Larkmoor Care Limited"}'


async def constant(_: Scope, __: Receive, send: Send) -> None:
    """Answer the same to everybody."""
    length = str(len(BODY)).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", length)]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": BODY})


RESOURCES = (
    "",
    "/officers?items_per_page=100",
    "/persons-with-significant-control?items_per_page=100",
    "/charges?items_per_page=100",
    "/filing-history?items_per_page=100",
)
"""What a crawl asks of each company, the first page of each list."""


def until_told(at: str, companies: list[str]) -> None:
    """Print where to ask and what, wait for the end of input, and print what serving has cost."""
    paths = [f"/company/{number}{rest}" for number in companies for rest in RESOURCES]
    sys.stdout.write(json.dumps({"address": at, "paths": paths}) + "\n")
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
            until_told(address(made), [str(99_000_001 + at) for at in range(400)])
    else:
        with serving(CATALOGUE, Terms(size=sys.argv[1], limit=ENDLESS)) as site:
            every = (one for one in site.rehearsal.world.companies if one.begun_on <= TODAY)
            numbers = [one.key for one in every]
            drawn = Random("bench").sample(numbers, min(len(numbers), 2000))  # noqa: S311 - not a secret
            until_told(site.rehearsal.addresses["companies_house_api"], drawn)
