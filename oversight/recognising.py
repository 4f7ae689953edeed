"""Held pictures of accounts, recognised one by one: each is published as soon as it is read."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from crawlers.accounts.scans.recogniser import Recogniser
from crawlers.facts_beside import keep_facts
from crawlers.noting import noting
from crawlers.sources.filed_accounts import SOURCE, recognised
from db import ledger, store
from db.columns import columns
from db.engine import writing
from db.records import AccountsState, Document, FiledAccounts, FiledDocument
from db.saving import save_reading
from db.store import Saved
from oversight.copies_held import names_given, numbers_in
from oversight.installation import Installation
from oversight.offering import Progress
from oversight.taking_in import TakenIn

DOCUMENTS = "companies_house_documents"
RECOGNISED = 1_000
"""What is added to a reader's version where it read with a recogniser.

Of the readings of one document the highest version counts, so that what was recognised outlasts a
later reading without.
"""
WAITING = frozenset({AccountsState.NOT_YET_RECOGNISED, AccountsState.NO_RECOGNISER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One held picture that nobody has recognised."""

    sha256: str
    document_id: str


def waiting(place: Installation, companies: Collection[str]) -> tuple[Waiting, ...]:
    """The pictures that are held and not recognised: of these companies, or, named none, of all."""
    wanted = _filed_for(place, companies)
    named: Mapping[str, tuple[str, ...]] = {}
    if companies:
        named = names_given(place.engine, place.now)
    found = columns(place.engine, SOURCE.key, FiledAccounts, ("state", "document_id", "filed_for"))
    return tuple(
        Waiting(sha256=sha256, document_id=document_id)
        for sha256, state, document_id, filed_for in found
        if state in WAITING
        and (
            not companies
            or document_id in wanted
            or filed_for in companies
            or not numbers_in(named.get(sha256, ())).isdisjoint(companies)
        )
    )


def recognise_held(
    place: Installation, pictures: Collection[Waiting], recognise: Recogniser, progress: Progress
) -> Iterator[TakenIn]:
    """Read each picture and publish what it says; yield what became of it.

    Whoever stops it loses the one that is being read, and goes on with that.
    """
    for number, picture in enumerate(pictures, start=1):
        progress(f"recognising {picture.document_id}: {number:,} of {len(pictures):,}")
        yield _recognise(place, picture, recognise)


def _recognise(place: Installation, picture: Waiting, recognise: Recogniser) -> TakenIn:
    fetch = ledger.fetched(place.engine, picture.sha256)
    assert fetch is not None, "what was read was fetched"
    document = Document(
        url=fetch.url,
        fetched_at=fetch.fetched_at,
        body=place.archive.get(picture.sha256),
        published_on=fetch.published_on,
    )
    with noting() as noted:
        records = list(recognised(document, recognise))
    version = RECOGNISED + SOURCE.version
    keep_facts(place.archive, picture.sha256, version, noted.beside)
    with store.running(place.engine, SOURCE.key, place.now, rereads=True) as run:
        with writing(place.engine).begin() as connection:
            save_reading(
                connection,
                run,
                picture.sha256,
                records,
                version=version,
                public_from=noted.public_from,
                issued_on=noted.issued_on,
            )
        store.close_run(place.engine, run, {}, place.now)
    place.archive.drop_older_parts(picture.sha256, version)
    saved = Saved(subject=fetch.subject, records=len(records), new=True)
    return TakenIn(source=SOURCE.key, adopted=run.adopted, saved=(saved,), drift=())


def _filed_for(place: Installation, companies: Collection[str]) -> frozenset[str]:
    """The documents that were filed for these companies."""
    if not companies:
        return frozenset()
    found = columns(place.engine, DOCUMENTS, FiledDocument, ("document_id", "company_number"))
    return frozenset(document for _, document, company in found if company in companies)
