"""Numbers are unique and of the published form; names, streets and postcodes are nobody's."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter
from python_calamine import CalamineWorkbook

from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.happenings import TrapKind
from crawlers.rehearsal.world.world import World
from db.company_numbers import normalise
from db.owner_text import charity_number, company_number, owner_key
from db.records import CharityNumber, Urn

LAST_LETTERS = re.compile(r"[0-9][ABD-HJLNP-UW-Z]{2}")
"""How every postcode ends: the letters C, I, K, M, O and V are given to none (Royal Mail)."""
OWNERS = {"Organisation", "Organisation name", "Organisation which owns the provider"}


def twice(numbers: Iterable[str | None]) -> list[str]:
    return [one for one, times in Counter(numbers).items() if one is not None and times > 1]


def test_every_company_number_is_unique_and_as_the_register_writes_it(world: World) -> None:
    numbers = [one.number for one in world.companies if one.number]

    assert twice(numbers) == []
    assert [one for one in numbers if normalise(one) != one] == []


def test_a_company_number_is_read_out_of_an_owners_text(world: World) -> None:
    numbers = [one.number for one in world.companies]

    assert [one for one in numbers if company_number(f"Anybody Limited {one}") != one] == []


def test_every_urn_is_unique_and_of_a_known_form(world: World) -> None:
    urns = [one.urn for one in world.settings]

    assert twice(urns) == []
    for urn in urns:
        TypeAdapter(Urn).validate_python(urn)


def test_every_charity_number_is_unique_and_read_out_of_an_owners_text(world: World) -> None:
    numbers = [one.charity_number for one in world.bodies if one.charity_number]

    assert numbers
    assert twice(numbers) == []
    assert [one for one in numbers if charity_number(f"Anybody Trust {one}") != one] == []
    for number in numbers:
        TypeAdapter(CharityNumber).validate_python(number)


@pytest.mark.parametrize(
    "numbers",
    [
        lambda world: [one.key for one in world.bodies],
        lambda world: [one.key for one in world.people],
        lambda world: [one for person in world.people for one in person.officer_ids],
        lambda world: [one.key for one in world.stakes],
        lambda world: [one.key for one in world.statements],
        lambda world: [one.key for one in world.appointments],
        lambda world: [one.key for one in world.filings],
        lambda world: [one.document_id for one in world.filings],
        lambda world: [one.key for one in world.happenings],
        lambda world: [one.key for one in world.notices],
        lambda world: [f"{one.company}/{one.number}" for one in world.charges],
        lambda world: [str(one.event_number) for one in world.inspections],
    ],
    ids=[
        "bodies",
        "people",
        "officer ids",
        "stakes",
        "statements",
        "appointments",
        "filings",
        "documents",
        "happenings",
        "notices",
        "charges",
        "visits",
    ],
)
def test_no_key_is_given_twice(world: World, numbers: Callable[[World], list[str | None]]) -> None:
    assert twice(numbers(world)) == []


def test_no_postcode_is_one_that_is_given_out(world: World) -> None:
    bodies = [office.address.postcode for one in world.bodies for office in one.offices]
    settings = [one.address[4] for one in world.settings if one.address]
    inward = [one.split()[-1] for one in (*bodies, *settings) if one]

    assert inward
    assert [one for one in inward if LAST_LETTERS.fullmatch(one)] == []


def test_no_two_companies_bear_a_name_at_once_but_for_planted_namesakes(world: World) -> None:
    planted = {
        key
        for trap in world.traps
        if trap.kind is TrapKind.LIVE_NAMESAKE
        for key in trap.touches[:1]
    }
    borne: dict[str, list[tuple[date, date, str]]] = {}
    for body in world.bodies:
        last = body.ended_on or date.max
        for named, until in zip(
            body.names, [*(one.since for one in body.names[1:]), last], strict=True
        ):
            if body.key not in planted and is_invented(body):
                borne.setdefault(owner_key(named.name), []).append((named.since, until, body.key))
    clashes = [
        (one, other)
        for bearers in borne.values()
        for one, other in zip(sorted(bearers), sorted(bearers)[1:], strict=False)
        if other[0] < one[1]
    ]

    assert clashes == []


def test_a_live_namesake_folds_to_the_owners_name(world: World) -> None:
    pairs = [trap.touches for trap in world.traps if trap.kind is TrapKind.LIVE_NAMESAKE]

    assert pairs
    for namesake, owner in pairs:
        name = owner_key(world.body[owner].first_name)
        assert owner_key(world.body[namesake].name) == name


def is_invented(body: Body) -> bool:
    """Councils are real; nothing that a rehearsal says of them is."""
    return body.form is not Form.COUNCIL


@pytest.mark.real_data
def test_no_invented_body_bears_a_real_owners_name_or_its_beginning(
    world: World, real_owners: frozenset[str]
) -> None:
    ours = {
        owner_key(named.name) for body in world.bodies if is_invented(body) for named in body.names
    }
    beginnings = {" ".join(key.split()[:n]) for key in real_owners for n in range(1, 9)}
    longer = {" ".join(key.split()[:n]) for key in ours for n in range(1, 9)}

    assert ours & beginnings == set()
    assert longer & real_owners == set()


@pytest.mark.real_data
def test_no_invented_brand_begins_a_real_owners_name(
    world: World, real_owners: frozenset[str]
) -> None:
    groups = (body for body in world.bodies if is_invented(body) and body.number)
    brands = {owner_key(body.first_name).split()[0] for body in groups}
    brands -= {"the", "new", "4"}
    first_words = {key.split()[0] for key in real_owners if key}

    assert {one for one in brands if one in first_words} == set()


@pytest.fixture(scope="module")
def real_owners(published_files: Path) -> frozenset[str]:
    """Every owner that a real file names, councils and all, as this project folds names."""
    folder = published_files / "ofsted"
    texts = {text for path in folder.glob("*.csv") for text in _owners(_csv(path))}
    for path in folder.glob("*.ods"):
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            if name.startswith("Provider"):
                texts |= {*_owners(book.get_sheet_by_name(name).to_python())}
    keys = frozenset(key for key in map(owner_key, texts) if key)
    assert len(keys) > 2000
    return keys


def _owners(rows: Sequence[Sequence[object]]) -> Iterable[str]:
    found = next(
        (
            (at, row.index(heading))
            for at, row in enumerate(rows[:6])
            for heading in row
            if heading in OWNERS
        ),
        None,
    )
    if found is not None:
        at, column = found
        yield from (str(row[column]) for row in rows[at + 1 :] if len(row) > column)


def _csv(path: Path) -> list[list[str]]:
    body = path.read_bytes()
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("cp1252")
    return list(csv.reader(text.splitlines()))
