"""Keep the watch list: records of the companies that own care, and of everything above them.

The list is every matched company and, to a fixed point, whatever stands above one in the newest
control snapshot. It is made again whenever a register, an index or a snapshot has been taken in,
and only what it newly holds is read.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from crawlers.bulk import BulkFile
from crawlers.bulk.unpacking import unpacked
from crawlers.source import BulkSource
from crawlers.sources import bulk_sources, sources
from db import ledger, store
from db.loading import load_snapshot
from db.parts import HeldPart, published_parts
from db.records import Company, CouncilOwnedBody, Document, Setting
from db.store import OpenRun, Saved
from oversight.bulk_parts import CONTROL_SNAPSHOT, company_index, control_owners, names_in
from oversight.installation import Installation
from oversight.matching import Names, both, held_names, match_owners
from oversight.organisations import organisations
from oversight.taking_in import Progress, TakenIn, read_records


def matched_companies(place: Installation) -> frozenset[str]:
    """The companies that owners of any register held are matched to, or may be, by number."""
    snapshot = load_snapshot(place.engine, place.now.date(), place.now)
    settings = snapshot.every(Setting)
    index = company_index(place, place.now)
    indexed: Names = names_in(index, settings) if index is not None else {}
    names = both(indexed, held_names(snapshot.every(Company)))
    owners = organisations(settings, snapshot.every(CouncilOwnedBody))
    matches = match_owners(owners, names, place.now.date()).values()
    matched = {match.company_number for match in matches if match.company_number is not None}
    under_review = {number for match in matches for number in match.candidates}
    return frozenset(matched | under_review)


def watch(place: Installation, progress: Progress = lambda _: None) -> TakenIn | None:
    """Make records of what the newest snapshot says about each watched company.

    None when no snapshot is held, and when everything watched has been read from it already.
    """
    held = control_owners(place)
    if held is None:
        return None
    newest, owners = held
    progress("finding everything above the companies that own care")
    watched = owners.watch_list(matched_companies(place))
    bulk = next(source for source in bulk_sources() if source.key == CONTROL_SNAPSHOT)
    if watched <= _read_already(place, bulk, newest, run=None):
        return None
    key = bulk.extracts_for or ""
    with store.running(place.engine, key, place.now) as run:
        missing = watched - _read_already(place, bulk, newest, run=run)
        saved: list[Saved] = []
        for one in _save(place, bulk, newest, run, missing):
            saved.append(one)
            progress(f"read what is said about {len(saved):,} of {len(missing):,} companies")
        drift = store.close_run(place.engine, run, {}, place.now)
    return TakenIn(source=key, adopted=run.adopted, saved=tuple(saved), drift=drift)


def _read_already(
    place: Installation, bulk: BulkSource, newest: HeldPart, *, run: OpenRun | None
) -> frozenset[str]:
    """Companies whose lines of this very snapshot have been read."""
    moments = {
        part.product.fetched_at
        for part in published_parts(place.engine, bulk.key)
        if part.product.sha256 == newest.product.sha256
    }
    key = bulk.extracts_for or ""
    found = ledger.fetches(place.engine, key, begins=_address(newest, ""), also=run and run.id)
    return frozenset(fetch.subject for fetch in found if fetch.fetched_at in moments)


def _address(newest: HeldPart, number: str) -> str:
    return f"{newest.product.url}#company_number={number}"


def _save(
    place: Installation, bulk: BulkSource, newest: HeldPart, run: OpenRun, missing: Collection[str]
) -> Iterator[Saved]:
    """Read the lines about each company and commit them, company by company."""
    if not missing or bulk.extracts is None:
        return
    source = next(source for source in sources() if source.key == bulk.extracts_for)
    product = newest.product
    kept = BulkFile(
        url=product.url,
        fetched_at=product.fetched_at,
        sha256=product.sha256,
        path=place.archive.path_of(product.sha256),
        published_on=product.published_on,
    )
    with unpacked(kept.path, place.folder, kept) as laid:
        for extract in bulk.extracts(replace(kept, path=laid), missing):
            document = Document(
                url=_address(newest, extract.company_number),
                fetched_at=product.fetched_at,
                body=extract.body,
            )
            records = read_records(source, document)
            place.archive.put(document.body)
            yield store.save_subject(
                place.engine,
                run,
                source.subject(records),
                document,
                records,
                version=source.version,
            )
