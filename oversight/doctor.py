"""Check an installation: what is well, what must be mended, and how."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, text

from crawlers.bulk.workspace import left_over
from crawlers.companies_house.asking import FILED_ACCOUNTS
from crawlers.own_tables import own_tables
from crawlers.sources import bulk_sources, sources
from db import ledger, store
from db.archive import DamagedBodyError, NotInTheArchiveError
from db.loading import load_snapshot
from db.records import Premises, Setting
from db.tables import World
from oversight.facts_lost import lost_facts
from oversight.installation import DOWNLOADS, Installation, end_of
from oversight.market import Market
from oversight.policy import packaged_policy
from oversight.rules import register
from oversight.taking_in_bulk import unread_products


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that was looked at."""

    what: str
    well: bool
    found: str
    do: str = ""


def examine(place: Installation) -> Iterator[Check]:
    """Yield one check after another, cheapest first."""
    yield _python()
    yield _database(place)
    yield _catalogues()
    yield _archive(place)
    yield _unfinished(place)
    yield _left_over(place)
    yield _half_downloaded(place)
    yield _refused(place)
    yield _readers(place)
    yield _facts(place)
    yield _our_tables(place)
    yield _councils(place)


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    return Check(what="Python", well=sys.version_info >= (3, 11), found=found)


def _database(place: Installation) -> Check:
    with place.engine.connect() as connection:
        problem = _integrity(connection)
    holds = str(place.world) if place.world else "nothing yet"
    return Check(
        what="database",
        well=problem is None,
        found=problem or f"{place.engine.dialect.name}, tables up to date, holds {holds}",
        do="restore it from a backup" if problem else "",
    )


def _integrity(connection: Connection) -> str | None:
    if connection.dialect.name != "sqlite":
        return None
    found = connection.execute(text("pragma quick_check")).scalar_one()
    return None if found == "ok" else str(found)


def _catalogues() -> Check:
    found = f"{len(sources())} sources, {len(register())} rules"
    return Check(what="catalogues", well=True, found=found)


def _archive(place: Installation) -> Check:
    missing: list[str] = []
    for fetch in ledger.published(place.engine):
        try:
            place.archive.check(fetch.sha256)
        except (NotInTheArchiveError, DamagedBodyError):
            missing.append(fetch.subject)
    return Check(
        what="archive",
        well=not missing,
        found=f"missing or damaged: {missing}" if missing else "every published body is whole",
        do="restore the archive folder from a backup, or ingest these again" if missing else "",
    )


def _unfinished(place: Installation) -> Check:
    of = sorted({run.source for run in ledger.unfinished(place.engine)})
    return Check(
        what="runs",
        well=True,
        found=f"unfinished: {', '.join(of)}" if of else "all closed",
        do=(
            "whichever of crawl, ingest and reread takes in that source next goes on with what is"
            " there; until then it is not visible"
            if of
            else ""
        ),
    )


def _left_over(place: Installation) -> Check:
    """What killed runs left on the disk: well, for the next run of each source removes it."""
    spaces = left_over(place.folder)
    halves = place.archive.half_written()
    found = [
        f"{one.path.name} ({one.size:,} bytes{', in use now' if one.is_in_use else ''})"
        for one in spaces
    ]
    found += [f"{path.name} ({path.stat().st_size:,} bytes)" for path in halves]
    sources_of = sorted({one.source for one in spaces if not one.is_in_use})
    return Check(
        what="left over",
        well=True,
        found=f"in {place.folder}: {', '.join(found)}" if found else "nothing",
        do=(
            f"the next ingest of {' or '.join(sources_of) or 'the same source'} removes it;"
            " while nothing is being taken in, it may be deleted"
            if sources_of or halves
            else ""
        ),
    )


def _half_downloaded(place: Installation) -> Check:
    """What a crawl that was cut left on its way: well, for the next one goes on with it."""
    folder = place.folder / DOWNLOADS
    found = [
        f"{path.name} ({path.stat().st_size:,} bytes)"
        for path in sorted(folder.glob("*"))  # those that came whole were not taken in yet
        if path.suffix != ".json"  # the note beside it, of a few bytes
    ]
    return Check(
        what="downloads",
        well=True,
        found=f"in {folder}: {', '.join(found)}" if found else "none half done",
        do=(
            "the next crawl of the same product goes on with each; while none runs, they may be"
            " deleted, each with the .json beside it"
            if found
            else ""
        ),
    )


def _refused(place: Installation) -> Check:
    refused = ledger.refused(place.engine)
    found = f"{len(refused)} refused" if refused else "empty"
    last = f"the last, {refused[-1].url}: {refused[-1].problem.splitlines()[0]}" if refused else ""
    return Check(what="quarantine", well=True, found=found, do=last)


def _readers(place: Installation) -> Check:
    behind = [s.key for s in sources() if store.unread(place.engine, s.key, s.version)]
    behind += [s.key for s in bulk_sources() if unread_products(place, s)]
    return Check(
        what="readers",
        well=not behind,
        found=f"read by an older reader: {behind}" if behind else "all documents read by today's",
        do=f"oversight reread {behind[0]}" if behind else "",
    )


def _facts(place: Installation) -> Check:
    """The parts of filings' facts, which nothing else is read from: a backup may lack them."""
    lost = lost_facts(place, FILED_ACCOUNTS)
    return Check(
        what="facts of accounts",
        well=not lost,
        found=(
            f"filings without them: {len(lost)}, the first {lost[0].sha256[:12]}"
            if lost
            else "every tagged filing has its own"
        ),
        do=f"oversight reread {FILED_ACCOUNTS}" if lost else "",
    )


def _our_tables(place: Installation) -> Check:
    with place.engine.connect() as connection:
        changed = [
            name
            for source, tables in own_tables(of_real_market=place.world is World.REAL).items()
            for name, body in tables
            if not store.is_published(connection, source, sha256(body).hexdigest())
        ]
    if place.world is None:
        return Check(what="our own tables", well=True, found="taken in with the first document")
    return Check(
        what="our own tables",
        well=not changed,
        found=f"not taken in as they are now: {changed}" if changed else "taken in",
        do=f"oversight ingest crawlers/reference/{changed[0]}" if changed else "",
    )


def _councils(place: Installation) -> Check:
    snapshot = load_snapshot(place.engine, place.now.date(), end_of(place.now.date()))
    market = Market(snapshot=snapshot, policy=packaged_policy())
    listed = (*snapshot.every(Setting), *snapshot.every(Premises))
    unknown = sorted(
        {
            f"{row.local_authority} ({row.as_at})"
            for row in listed
            if market.councils.find(row.local_authority, row.as_at) is None
        }
    )
    return Check(
        what="councils",
        well=not unknown,
        found=f"unknown names: {unknown}" if unknown else "every council named is known",
        do=(
            "add a row to a copy of local_authority_spellings.csv and ingest it" if unknown else ""
        ),
    )
