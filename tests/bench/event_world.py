"""A rehearsal's market as a crawl would give it, with everything that events are read from."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.world.world import World
from db.records import Charge, Filing, Movement, ProviderPage
from oversight.market import Market
from tests.bench.matched_world import OF_COMPANIES, SHA256, made, records
from tests.end_to_end.beside import Asked
from tests.end_to_end.published_truth import PUBLISHED


def market_of_events(world: World, folder: Path) -> Market:
    """The market of a world on the newest register's day, its index in a folder."""
    of = made(world, folder, (*OF_COMPANIES, Filing))
    nobody = Asked(world=world, crawled=(TODAY,), watched=frozenset())
    moves, pages = (tuple(records(kind, nobody)) for kind in (Movement, ProviderPage))
    return replace(
        of,
        anyway=of.anyway | {Movement: moves, ProviderPage: pages},
        of_companies=of.of_companies | {Charge: tuple(_charges(world))},
    ).market()


def _charges(world: World) -> Iterator[Charge]:
    """Every charge of any company, by its number: the truth has no id of the publisher's."""
    blank = dict.fromkeys(Charge.model_fields)
    companies = frozenset(one.key for one in world.companies)
    asked = Asked(world=world, crawled=(TODAY,), watched=companies)
    for row in PUBLISHED[Charge](asked):
        charge_id = f"{row['company_number']}-{row['charge_number']}"
        cite = f"sha256:{SHA256}#{charge_id}"
        yield Charge.model_validate({**blank, **row, "charge_id": charge_id, "cite": cite})
