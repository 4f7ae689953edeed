"""What a small rehearsal serves on its today, followed link by link: a digest of each answer.

Run as a program it prints them, so that a test can compare two processes.
"""

import json
import re
import sys
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import unescape
from urllib.parse import urldefrag, urljoin

from crawlers.rehearsal.publishing import Answer
from tests.crawlers.rehearsal.test_other_publishers import STARTS
from tests.crawlers.rehearsal.traps.served import ADDRESSES, Served, body, served

COLLECTION = "/api/content/government/collections/childrens-social-care-statistics"
COMPANIES = ("99000001", "99000002", "99000016", "99000040", "99000075", "99000190", "99000248")
MOST = {"ofsted_reports": 30, "ofsted_files": 15, "companies_house_document_api": 50}
USUALLY = 100
"""How many addresses of one publisher are asked, the nearest first: all files that are listed, and
a sample of pages, of accounts and of scans."""
DOCUMENT = "/document/"
LINK = re.compile(r"""(?:href|src)="([^"]+)"|(https?://[^\s"'<>\\,]+)""")
MEDIA_TYPES = ("application/pdf", "application/xhtml+xml")


def digests(seed: int) -> dict[str, str]:
    """A digest of each answer by its address, and by what was asked for where several are held."""
    here = served(seed)
    found: dict[str, str] = {}
    asked: dict[str, int] = defaultdict(int)
    waiting = deque(_starts())
    while waiting:
        address = waiting.popleft()
        key = next((key for key, own in ADDRESSES.items() if address.startswith(f"{own}/")), None)
        if key is None or address in found or asked[key] == MOST.get(key, USUALLY):
            continue
        asked[key] += 1
        for name, answer in _answers(here, address):
            found[name] = _digest(answer)
            links = [urldefrag(urljoin(address, one)).url for one in _links(answer)]
            # A document's bytes are two links away: they come before the next document.
            (waiting.extendleft if DOCUMENT in address else waiting.extend)(links)
    return found


def by_publisher(addresses: Mapping[str, str]) -> dict[str, int]:
    """How many answers of each publisher there are."""
    return {
        key: sum(one.startswith(f"{own}/") for one in addresses) for key, own in ADDRESSES.items()
    }


def _starts() -> Iterator[str]:
    """Where a client begins: what publishers list, and some companies."""
    yield f"{ADDRESSES['govuk']}{COLLECTION}"
    yield from (f"{ADDRESSES[key]}{path}" for key, path in STARTS.items())
    for page in ("en_output", "en_pscdata", "en_accountsdata"):
        yield f"{ADDRESSES['companies_house_bulk']}/{page}.html"
    yield f"{ADDRESSES['ofsted_reports']}/search"
    for number in COMPANIES:
        yield f"{ADDRESSES['companies_house_api']}/company/{number}"


def _answers(here: Served, address: str) -> Iterator[tuple[str, Answer]]:
    """The answer, or both where a document is held as a picture and as it was sent."""
    if not address.endswith("/content"):
        yield address, here.ask(address)
        return
    for media_type in MEDIA_TYPES:
        yield f"{address} {media_type}", here.ask(address, media_type)


def _digest(answer: Answer) -> str:
    told = (answer.status, answer.media_type, sorted(answer.headers.items()))
    return sha256(repr(told).encode() + body(answer)).hexdigest()


def _links(answer: Answer) -> Iterator[str]:
    if location := answer.headers.get("Location"):
        yield location
    elif answer.media_type.startswith("application/json"):
        yield from _texts(json.loads(body(answer)))
    elif answer.media_type.startswith("text/html"):
        for one in LINK.finditer(body(answer).decode()):
            yield unescape(one[1] or one[2])


def _texts(value: object) -> Iterator[str]:
    """Texts in JSON that are an address or a path, and the links of pieces of HTML."""
    match value:
        case str() if value.startswith(("http://", "/")):
            yield value
        case str() if "href=" in value:
            yield from (unescape(one[1] or one[2]) for one in LINK.finditer(value))
        case dict():
            for inner in value.values():
                yield from _texts(inner)
        case list():
            for inner in value:
                yield from _texts(inner)
        case _:
            return


if __name__ == "__main__":
    json.dump(digests(int(sys.argv[1])), sys.stdout)
