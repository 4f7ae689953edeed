"""What is held of a rehearsal's market once all is taken in, as far as who owns whom goes.

Ofsted's newest workbook and each company's profile and control register are written as their
publishers do, and read by the readers of the house. What matching looks at beside them is put
together from what was published: earlier registers, officers, charities, inspection reports, what
accounts say of parents. A
market several times as large is the same market that
often: each company, setting and owner once more under another number and another name.
"""

import json
import pickle
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from crawlers.rehearsal.calibration import SIZES, TODAY
from crawlers.rehearsal.forms.companies_house.control_snapshot import chunks
from crawlers.rehearsal.forms.companies_house.profile import profile
from crawlers.rehearsal.forms.ofsted import yearly_workbook
from crawlers.rehearsal.forms.ofsted.publication_days import july
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.year import march
from crawlers.rehearsal.making.market import make_world
from crawlers.rehearsal.world.world import World
from crawlers.source import Parser
from crawlers.sources import companies_house_control_lines, companies_house_profile, ofsted_annual
from db.records import Charity, Document, Officer, Record, ReportedProvider, Setting
from db.snapshot import Snapshot
from db.spreadsheet import write_ods
from tests.bench.matched_world import records as published
from tests.bench.named_in_accounts import accounts_naming_parents
from tests.end_to_end.beside import Asked

YEAR = 2026
DAY = date(YEAR, 3, 31)
KEYS = ("urn", "document_id")
"""What tells one repetition's settings and documents from another's."""
NUMBERED = ("company_number", "holder_company_number", "entity_number")
NAMED = ("owner_name", "holder_name", "name", "registered_provider")
WORDS = ("", "Alder", "Briar", "Clover", "Daisy", "Elder", "Flax", "Gorse", "Holly", "Iris")
"""What each repetition's names begin with."""


def main(path: str, seed: str, size: str, times: str) -> None:
    """Write the snapshot and print how much there is of what."""
    world = make_world(int(seed), SIZES[size])
    records = [*_settings(world), *_companies(world), *_registers(world), *_beside(world)]
    shelf: dict[type[Record], list[Record]] = {}
    for repetition in range(int(times)):
        for record in records:
            shelf.setdefault(type(record), []).append(_another(record, repetition))
    snapshot = Snapshot(
        as_of=TODAY,
        known_at=datetime.combine(TODAY, time(12), tzinfo=UTC),
        shelf={kind: tuple(held) for kind, held in shelf.items()},
    )
    Path(path).write_bytes(pickle.dumps(snapshot))
    sys.stdout.write(json.dumps({kind.__name__: len(held) for kind, held in shelf.items()}))


def _settings(world: World) -> Iterator[Record]:
    file = BytesIO()
    write_ods(
        file, yearly_workbook.sheets(Register(world=world), march(YEAR), published_on=july(YEAR))
    )
    yield from _read(ofsted_annual.parse, file.getvalue())


def _companies(world: World) -> Iterator[Record]:
    for company in world.companies:
        said = json.dumps(profile(world, company, TODAY)).encode()
        yield from _read(companies_house_profile.parse, said)


def _registers(world: World) -> Iterator[Record]:
    lines: dict[str, list[Any]] = {company.key: [] for company in world.companies}
    generated = datetime.combine(TODAY, time(3), tzinfo=UTC)
    for line in chunks(world, TODAY, generated):
        said = json.loads(line)
        if "company_number" in said:
            lines[said["company_number"]].append(said)
    for number, held in lines.items():
        document = json.dumps({"company_number": number, "lines": held}).encode()
        yield from _read(companies_house_control_lines.parse, document)


def _beside(world: World) -> Iterator[Record]:
    watched = frozenset(company.key for company in world.companies)
    asked = Asked(world=world, crawled=(TODAY,), watched=watched)
    yield from (one for one in published(Setting, asked) if one.as_at < DAY)
    for kind in (Charity, Officer, ReportedProvider):
        yield from published(kind, asked)
    yield from (one for held in accounts_naming_parents(asked).values() for one in held)


def _read(parse: Parser, body: bytes) -> Iterable[Record]:
    fetched_at = datetime.combine(TODAY, time(11), tzinfo=UTC)
    document = Document(url="file:invented", fetched_at=fetched_at, body=body)
    return (found for found in parse(document) if isinstance(found, Record))


def _another(record: Record, repetition: int) -> Record:
    """A record of another repetition; the first is as it was read."""
    if repetition == 0:
        return record
    fields = type(record).model_fields
    changed: dict[str, Any] = {}
    for name in NUMBERED:
        if name in fields and (number := getattr(record, name)) is not None:
            changed[name] = number.replace("99", f"9{repetition - 1}", 1)
    for name in NAMED:
        if name in fields and (called := getattr(record, name)) is not None:
            changed[name] = f"{WORDS[repetition]} {called}"
    changed |= {key: f"{getattr(record, key)}{repetition}" for key in KEYS if key in fields}
    return record.model_copy(update=changed)


if __name__ == "__main__":
    main(*sys.argv[1:])
