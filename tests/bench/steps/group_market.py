"""Group the settings of one rehearsal's market by control, and hold the groups beside the truth."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.publishers import make_world
from crawlers.rehearsal.truth.groups import TrueGroups
from crawlers.rehearsal.world.settings import Setting as TrueSetting
from crawlers.rehearsal.world.world import World
from db.indexed_company import IndexedCompany
from db.records import Control, ControlStatement, Record, RegisterExtract, SicCode
from db.snapshot import Snapshot
from oversight.above_registers import above_registers
from oversight.bulk_parts import companies_named
from oversight.control_registers import ControlRegisters
from oversight.graph import ControlGraph
from oversight.group_facts import GroupFacts
from oversight.holders import entered_names
from oversight.measures.grouping import adjusted_rand, b_cubed
from oversight.named_parents import NamedParents, names_said
from tests.bench.matched_world import indexed
from tests.bench.named_in_accounts import accounts_naming_parents
from tests.bench.steps.memory import peak_mb
from tests.end_to_end.beside import Asked
from tests.end_to_end.published_truth import PUBLISHED

R = TypeVar("R", bound=Record)
DAYS = (date(2024, 3, 31), date(2025, 3, 31), date(2026, 3, 31))


def main(size: str, seed: str) -> None:
    """Print how right groups are on three days, over settings and places, and what they took."""
    world = make_world(int(seed), size)
    owners = {key for one in world.settings for key in _owners(one) if key in world.body}
    asked = Asked(world=world, crawled=(TODAY,), watched=frozenset(_with_all_above(world, owners)))
    kinds = (Control, ControlStatement, RegisterExtract, SicCode)
    shelf: dict[type[Record], tuple[Record, ...]] = {
        kind: tuple(_records(kind, asked)) for kind in kinds
    }
    known_at = datetime.combine(TODAY, time(12), tzinfo=UTC)
    shelf |= accounts_naming_parents(asked)
    snapshot = Snapshot(as_of=TODAY, known_at=known_at, shelf=shelf)
    with TemporaryDirectory() as folder:
        index = companies_named(
            indexed(world, Path(folder)), snapshot.every(Control), names_said(snapshot)
        )
    told = {day.isoformat(): _measured(world, snapshot, index, day) for day in DAYS}
    sys.stdout.write(json.dumps({"days": told, "peak_mb": peak_mb()}))


def _measured(
    world: World, snapshot: Snapshot, index: tuple[IndexedCompany, ...], day: date
) -> dict[str, float]:
    true = TrueGroups(world=world)
    owner = {one.urn: key for one in world.settings if (key := one.owner_on(day))}
    open_on = {one.urn for one in world.settings if one.is_open(day)} & owner.keys()
    places = {one.urn: float(one.places_on(day) or 0) for one in world.settings}
    known = {urn: owner[urn] for urn in open_on if owner[urn] in world.body}
    began = perf_counter()
    registers = ControlRegisters.of(snapshot, day, index)
    controls, holders = registers.controls, registers.holders
    graph = ControlGraph.of(controls, known.values(), holders)
    named = NamedParents.of(snapshot, day, holders)
    graph = replace(graph, told=above_registers(graph, registers, named))
    statutory = {urn: graph.heads[key] for urn, key in known.items()}
    took = perf_counter() - began
    names = {one: one for one in graph.certain} | entered_names(controls, holders)
    names |= named.names
    names |= {key: world.body[key].name_on(day) for key in graph.certain if key in world.body}
    facts = GroupFacts(
        graph=graph,
        registers=registers,
        names=names,
        owned=dict.fromkeys(known.values(), ()),
        named=named,
        trades=snapshot.at(day).current(SicCode),
    )
    heads = {
        one: head
        for head, members in graph.operating_groups(facts.funds).items()
        for one in members
    }
    operating = {urn: heads[key] for urn, key in known.items()}
    true_statutory = {urn: true.statutory_head(key, day) for urn, key in known.items()}
    true_operating = {urn: true.operating_head(key, day) for urn, key in known.items()}
    return {
        "settings": len(known),
        "group_s": took,
        **_told("statutory", statutory, true_statutory, places),
        **_told("operating", operating, true_operating, places),
    }


def _told(
    kind: str, found: dict[str, str], true: dict[str, str], places: dict[str, float]
) -> dict[str, float]:
    by_setting, by_place = b_cubed(found, true), b_cubed(found, true, places)
    return {
        f"{kind}_precision": by_setting.precision,
        f"{kind}_recall": by_setting.recall,
        f"{kind}_precision_of_places": by_place.precision,
        f"{kind}_recall_of_places": by_place.recall,
        f"{kind}_adjusted_rand": adjusted_rand(found, true),
    }


def _owners(setting: TrueSetting) -> Iterator[str]:
    yield from (one.owner for one in setting.owners if one.owner is not None)


def _with_all_above(world: World, bodies: set[str]) -> set[str]:
    """Bodies, and whoever the register puts above them at any time."""
    found, todo = set(bodies), sorted(bodies)
    while todo:
        new = {one.holder for one in world.stakes_in.get(todo.pop(), ())} - found
        new &= world.body.keys()
        found |= new
        todo += sorted(new)
    return {one for one in found if world.body[one].number}


def _records(kind: type[R], asked: Asked) -> Iterator[R]:
    """Records of a kind as a crawl would make them."""
    blank = dict.fromkeys(kind.model_fields)
    for number, row in enumerate(PUBLISHED[kind](asked)):
        cite = f"sha256:{'0' * 64}#row={number}"
        yield kind.model_validate({**blank, **row, "cite": cite})


if __name__ == "__main__":
    main(*sys.argv[1:])
