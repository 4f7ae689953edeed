"""The whole monitor on an invented market: serve it, visit it, take it in, evaluate it, tell.

Until spiders crawl the site, it is visited as a person would: every file of the register, the two
bulk products, and what the API says of each watched company.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.rehearsal.site.serving import Site, Terms, serving
from crawlers.rehearsal.visiting import Downloaded, Visit
from db.loading import load_snapshot
from db.records import Control
from db.tables import World
from oversight import printing
from oversight.installation import Installation
from oversight.taking_in import Progress, TakenIn, take_in
from oversight.taking_in_bulk import bulk_source_of, take_in_bulk
from oversight.watching import companies_of_owners, watch

_JANUARY = "Inspection_and_regulation"
KEY = "rehearsal"
"""The key with which the visit asks the Companies House API; any will do there."""


def rehearse_everything(
    place: Installation, *, seed: int, size: str, port: int, progress: Progress
) -> list[TakenIn]:
    """Serve the market of a seed and take in what its publishers have out; what became of it."""
    terms = Terms(seed=seed, size=size, today=place.now.date(), port=port, limit=None)
    progress(f"making the {size} market of seed {seed}")
    with serving(CATALOGUE, terms) as site, TemporaryDirectory() as folder:
        printing.note(printing.rehearsed(_served(site)))
        with httpx.Client(auth=(KEY, ""), timeout=60, follow_redirects=True) as client:
            visit = Visit(addresses=site.rehearsal.addresses, folder=Path(folder), client=client)
            return [*_registers(place, visit, progress), *_companies(place, visit, progress)]


def _served(site: Site) -> str:
    number = len(site.rehearsal.addresses)
    return (
        f"{number} publishers serve it on this machine until it is taken in"
        f" (GOV.UK's stand-in at {site.rehearsal.addresses['govuk']})"
    )


def _registers(place: Installation, visit: Visit, progress: Progress) -> Iterator[TakenIn]:
    """Take in every file of the register, each as of the day on which it came out."""
    progress("downloading Ofsted's registers")
    files = [one for one in visit.releases() if _is_read(one)]
    for day, issued in groupby(files, key=lambda one: one.published_on):
        yield from take_in(
            place,
            [one.path for one in issued],
            published_on=day,
            expects=World.REHEARSAL,
            progress=progress,
            passed_over=lambda _: None,
        )


def _is_read(one: Downloaded) -> bool:
    """Whether a source reads the file: of the releases, the January workbook has none yet."""
    return _JANUARY not in one.path.name


def _companies(place: Installation, visit: Visit, progress: Progress) -> Iterator[TakenIn]:
    """Take in the two bulk products, then the API's answers about every watched company."""
    for product in visit.products():
        source = bulk_source_of(product.path)
        assert source is not None, "the site serves what its publishers do"
        yield take_in_bulk(
            place, source, product.path, published_on=product.published_on, progress=progress
        )
    yield from _until_the_register_ends(place, visit, progress)


def _until_the_register_ends(
    place: Installation, visit: Visit, progress: Progress
) -> Iterator[TakenIn]:
    """Read of whoever is watched, and of whoever that names above them, until nobody is new."""
    asked: set[str] = set()
    while True:
        while (watched := watch(place, progress)) is not None:
            yield watched
        numbers = sorted(_watched(place) - asked)
        if not numbers:
            return
        progress(f"asking about {len(numbers):,} companies")
        answers = list(visit.companies(numbers))
        yield from take_in(place, answers, expects=World.REHEARSAL, progress=progress)
        asked.update(numbers)


def _watched(place: Installation) -> frozenset[str]:
    """The companies that own care, and those above them of which the register here knows."""
    snapshot = load_snapshot(place.engine, place.now.date(), place.now)
    controls = snapshot.every(Control)
    held = {one.company_number for one in controls}
    above = {one.holder_company_number for one in controls} - {None}
    return companies_of_owners(place) | held | {one for one in above if one}
