"""Addresses at which lies what nobody can read, so that to ask again would only give it again."""

from collections.abc import Iterable
from datetime import timedelta

from crawlers.pipeline import read
from crawlers.reading import SourceChangedError
from crawlers.source import Source
from db import ledger
from db.records import Document
from db.tables import Quarantine
from oversight.installation import Installation

LONG_DAYS = 28
"""After so many days such an address is asked again: a publisher mends a document rarely, and says
so nowhere. It is one request a month, the rhythm of the audit, for each document of this kind."""


def hopeless(place: Installation, sources: Iterable[Source]) -> frozenset[tuple[str, str]]:
    """Source and address of what gave the same bytes twice, lately, that are refused today as well.

    What was refused once may have been spoilt on its way: the next crawl asks again. Bytes that
    today's reader can read, since it has learnt how, are asked for again at once. Only of sources
    of which single documents may fail: of a whole register nothing is left out.
    """
    by_key = {source.key: source for source in sources if source.may_fail}
    last: dict[tuple[str, str], Quarantine] = {}
    alike: dict[tuple[str, str], bool] = {}
    for refusal in ledger.refused(place.engine):
        if refusal.source in by_key:
            address = refusal.source, refusal.url
            before = last.get(address)
            alike[address] = before is not None and before.sha256 == refusal.sha256
            last[address] = refusal
    lately = place.now - timedelta(days=LONG_DAYS)
    return frozenset(
        address
        for address, refusal in last.items()
        if alike[address]
        and refusal.fetched_at > lately
        and _is_refused_today(place, by_key[refusal.source], refusal)
    )


def _is_refused_today(place: Installation, source: Source, refusal: Quarantine) -> bool:
    body = place.archive.get(refusal.sha256)
    try:
        read(source, Document(url=refusal.url, fetched_at=refusal.fetched_at, body=body))
    except SourceChangedError:
        return True
    return False
