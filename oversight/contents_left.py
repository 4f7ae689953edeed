"""Accounts that are known of and not held: not given then, or nobody could read them."""

from collections.abc import Collection, Mapping

from crawlers.companies_house.asking import DOCUMENT_API, DOCUMENTS, FILED_ACCOUNTS, document_path
from crawlers.hosts import Hosts
from crawlers.work import Errand, Held
from db import ledger
from oversight.freshness import Freshness
from oversight.installation import Installation


def contents_left(
    place: Installation, hosts: Hosts, numbers: Collection[str], fresh: Freshness
) -> Mapping[Errand, Held]:
    """What is held of each document of these companies whose bytes are to be asked for once more.

    What is known of a document never changes, so that it is not asked for again, and nothing else
    leads to the bytes: it is read again from the archive, and leads there as it did.
    """
    found: dict[Errand, Held] = {}
    for known in ledger.last_addresses(place.engine, DOCUMENTS):
        try:
            path = document_path(known.url)
        except ValueError:  # handed over, under the name of a file
            continue
        is_left = fresh.is_wanted(FILED_ACCOUNTS, f"{known.url}/content", True)
        if is_left and known.subject.partition(" ")[0] in numbers:
            errand = Errand(
                source=DOCUMENTS,
                url=hosts.url(DOCUMENT_API, path),  # a rehearsal's port changes
                published_on=known.published_on,
            )
            found[errand] = Held(sha256=known.sha256, fetched_at=known.fetched_at)
    return found
