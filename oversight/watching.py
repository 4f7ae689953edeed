"""Keep the watch list: records of the companies that own care, and of everything above them.

The list is every matched company and, to a fixed point, whatever stands above one in the newest
control snapshot. It is made again whenever a register, an index or a snapshot has been taken in,
and only what it newly holds is read.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from crawlers.bulk import BulkFile, NoRoomError
from crawlers.bulk.unpacking import unpacked
from crawlers.bulk.workspace import workspace
from crawlers.pipeline import read, refusing
from crawlers.reading import SourceChangedError
from crawlers.source import BulkSource
from crawlers.sources import bulk_sources, sources
from db import ledger, store
from db.company_index import CompanyIndex
from db.loading import load_snapshot
from db.owner_text import owner_key
from db.parts import HeldPart, published_parts
from db.records import Company, Control, Document, Setting
from db.store import OpenRun, Saved
from oversight.bulk_parts import (
    CONTROL_SNAPSHOT,
    PartMissingError,
    company_index,
    control_owners,
    names_in,
)
from oversight.decisions_kept import kept
from oversight.holders import CORPORATE
from oversight.installation import Installation
from oversight.matching import Names, held_names
from oversight.offering import Refuse, stop_at_it
from oversight.taking_in import Progress, TakenIn


def companies_of_owners(place: Installation) -> frozenset[str]:
    """The companies that owners of any register held are, or may be, by number.

    Every number that an owner's text holds, every company that bears an owner's name, and every
    one that people decided about: more than are matched, so that whichever of them a register's
    day decides for has been read.
    """
    snapshot = load_snapshot(place.engine, place.now.date(), place.now)
    settings = snapshot.every(Setting)
    index = company_index(place, place.now)
    keys = {owner_key(setting.owner_name) for setting in settings if setting.owner_name}
    held = held_names(snapshot.every(Company))
    borne = companies_in({key: held[key] for key in keys & held.keys()})
    if index is not None:
        borne |= companies_in(names_in(index, settings))
        borne |= named_above(index, snapshot.every(Control))
    numbers = {setting.owner_company_number for setting in settings}
    decided = kept(place.engine).companies
    return frozenset({number for number in numbers if number is not None} | borne | decided)


def companies_in(names: Names) -> set[str]:
    """The numbers of all these companies."""
    return {one.company_number for found in names.values() for one in found}


def watched(place: Installation) -> frozenset[str]:
    """The companies that own care, and those above them of which a register held here knows."""
    snapshot = load_snapshot(place.engine, place.now.date(), place.now)
    controls = snapshot.every(Control)
    held = {one.company_number for one in controls}
    above = {one.holder_company_number for one in controls} - {None}
    return companies_of_owners(place) | held | {one for one in above if one}


def named_above(index: CompanyIndex, controls: Iterable[Control]) -> set[str]:
    """Companies of the index that alone bear the name of a holder that is entered without number.

    Reaching them is no match: it has their registers read, so that a chain can be followed there.
    """
    unnumbered = {
        one.holder_name
        for one in controls
        if one.kind in CORPORATE and one.holder_company_number is None and one.holder_name
    }
    hits = (found for found in index.named(unnumbered).values() if len(found) == 1)
    return {one.company_number for found in hits for one in found}


def watch_all(place: Installation, progress: Progress, refused: Refuse) -> list[TakenIn]:
    """Bring the watch list up to date, and whatever that names; what hinders it is refused."""
    taken: list[TakenIn] = []
    try:
        while (watched := watch(place, progress, refused)) is not None:
            taken.append(watched)
            if not watched.is_published:
                break
    except (NoRoomError, PartMissingError) as error:
        refused(error)
    return taken


def watch(
    place: Installation, progress: Progress = lambda _: None, refused: Refuse = stop_at_it
) -> TakenIn | None:
    """Make records of what the newest snapshot says about each watched company.

    None when no snapshot is held, and when everything watched has been read from it already. What
    is read may name more holders: whoever wants all of them asks until it is None. What is said
    about a company that nobody can read goes to quarantine, and leaves the run unclosed.
    """
    held = control_owners(place)
    if held is None:
        return None
    newest, owners = held
    progress("finding everything above the companies that own care")
    watched = owners.watch_list(companies_of_owners(place))
    bulk = next(source for source in bulk_sources() if source.key == CONTROL_SNAPSHOT)
    if watched <= _read_already(place, bulk, newest, run=None):
        return None
    key = bulk.extracts_for or ""
    with (
        store.running(place.engine, key, place.now) as run,
        workspace(place.folder, key) as room,
    ):
        missing = watched - _read_already(place, bulk, newest, run=run)
        saved: list[Saved] = []
        is_whole = True
        for document in _documents(place, bulk, newest, missing, room):
            try:
                saved.append(_save(place, run, document))
            except SourceChangedError as error:
                refused(error)
                is_whole = False
            progress(f"read what is said about {len(saved):,} of {len(missing):,} companies")
        drift = store.close_run(place.engine, run, {}, place.now) if is_whole else ()
    return TakenIn(
        source=key, adopted=run.adopted, saved=tuple(saved), drift=drift, is_published=is_whole
    )


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


def _documents(
    place: Installation, bulk: BulkSource, newest: HeldPart, missing: Collection[str], room: Path
) -> Iterator[Document]:
    """The lines of the snapshot about each company, as documents."""
    if not missing or bulk.extracts is None:
        return
    product = newest.product
    kept = BulkFile(
        url=product.url,
        fetched_at=product.fetched_at,
        sha256=product.sha256,
        path=place.archive.path_of(product.sha256),
        published_on=product.published_on,
    )
    with unpacked(kept.path, room, kept) as laid:
        for extract in bulk.extracts(replace(kept, path=laid), missing):
            yield Document(
                url=_address(newest, extract.company_number),
                fetched_at=product.fetched_at,
                body=extract.body,
            )


def _save(place: Installation, run: OpenRun, document: Document) -> Saved:
    """Read the lines about one company and commit them."""
    source = next(source for source in sources() if source.key == run.source)
    with refusing(place, source.key, document):
        records = read(source, document).records
    place.archive.put(document.body)
    return store.save_subject(
        place.engine, run, source.subject(records), document, records, version=source.version
    )
