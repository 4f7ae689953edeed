"""Everything in the invented market that is there only to be ordinary."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle, islice, zip_longest

from crawlers.rehearsal import words
from crawlers.rehearsal.councils import ENGLISH, Council
from crawlers.rehearsal.draws import Draws
from crawlers.rehearsal.inspections import Plan
from crawlers.rehearsal.market import Organisation, Premises, Setting
from crawlers.rehearsal.year import Year

FIRST, SECOND = Year(to=date(2025, 3, 31)), Year(to=date(2026, 3, 31))
"""The years whose movements the two issues list."""

_OWNED = (8, 7, 6, 5, 5, *[4] * 6, *[3] * 8, *[2] * 14)
"""How many homes each owner of several has; everyone else has one."""


@dataclass(frozen=True, kw_only=True)
class Flow:
    """How many settings of one type there are at the end, and how many came and went."""

    at_the_end: int
    joined_first: int = 0
    left_first: int = 0
    joined_second: int = 0
    left_second: int = 0


@dataclass(frozen=True, kw_only=True)
class Life:
    """When one setting joined the register, and when and how it left."""

    registered_on: date
    left_on: date | None = None
    left_by: str = words.RESIGNED


def lives(flow: Flow, earliest: date, draws: Draws) -> list[Life]:
    """The lives of every setting of one type, in no order; `earliest` is its first possible day."""
    before = date(2024, 2, 20)
    stayed = flow.at_the_end - flow.joined_first - flow.joined_second
    found = [Life(registered_on=draws.day(earliest, before)) for _ in range(stayed)]
    for year, joined in ((FIRST, flow.joined_first), (SECOND, flow.joined_second)):
        found += [Life(registered_on=draws.day(year.first_day, year.to)) for _ in range(joined)]
    for year, left in ((FIRST, flow.left_first), (SECOND, flow.left_second)):
        for number in range(left):
            how = words.CLOSED if number % 5 == 4 else words.RESIGNED  # noqa: PLR2004 - one in five
            gone = draws.day(year.first_day, year.to)
            registered_on = draws.day(earliest, before)
            found.append(Life(registered_on=registered_on, left_on=gone, left_by=how))
    return draws.mixed(found)


def independent_homes(flow: Flow, draws: Draws) -> Iterator[Plan]:
    """Yield children's homes of private and voluntary owners, one of each owner to a council.

    Owners take councils in turn, so that nobody ordinary holds much of any area.
    """
    ages = _spread(lives(flow, date(2005, 1, 1), draws), len(ENGLISH), draws)
    sizes = [*draws.mixed(_OWNED), *[1] * (len(ages) - sum(_OWNED))]
    areas = cycle(draws.mixed(ENGLISH))
    remaining = iter(ages)
    for number, size in enumerate(sizes):
        sector = words.VOLUNTARY if number % 12 == 5 else words.PRIVATE  # noqa: PLR2004 - one in 12
        trust = sector == words.VOLUNTARY
        owner = draws.organisation(*(_TRUST if trust else _FIRM))
        for life in islice(remaining, size):
            setting = _setting(words.HOME, sector, owner, next(areas), life=life, draws=draws)
            places = draws.one([3, 3, 3, 4, 4, 5])
            short = trust and draws.random.random() < 1 / 3
            yield Plan(
                setting=replace(setting, fixed_places=places, short_breaks_only=short),
                may_fail=size == 1,
            )


def _spread(ages: list[Life], areas: int, draws: Draws) -> list[Life]:
    """The same lives in an order that gives every area its share of those that move."""
    moved = [life for life in ages if life.left_on or life.registered_on >= FIRST.first_day]
    stayed = [life for life in ages if life not in moved]
    slots = [draws.mixed(range(area, len(ages), areas)) for area in range(areas)]
    in_turn = [slot for turn in zip_longest(*slots) for slot in turn if slot is not None]
    placed = dict(zip(in_turn, [*moved, *stayed], strict=True))
    return [placed[slot] for slot in range(len(ages))]


def council_homes(draws: Draws, *, skip: str) -> Iterator[Plan]:
    """Yield one home or two of every council but one; council homes are never moved here."""
    for number, council in enumerate(area for area in ENGLISH if area.name != skip):
        owner = Organisation(name=council.title)
        for each in range(1 + number % 2):
            life = Life(registered_on=draws.day(date(2002, 1, 1), date(2014, 12, 31)))
            setting = _setting(words.HOME, words.COUNCIL, owner, council, life=life, draws=draws)
            places = draws.one([3, 4, 5, 6])
            short, several = each == 1, number == 0
            yield Plan(
                setting=replace(
                    setting,
                    fixed_places=places,
                    short_breaks_only=short,
                    multi_building=several,
                )
            )


def supported_accommodation(flow: Flow, draws: Draws) -> Iterator[Plan]:
    """Yield providers of supported accommodation, each with its premises."""
    for life in lives(flow, date(2023, 10, 2), draws):
        owner = draws.organisation("Supported Living Limited", "Housing Ltd", "Support Limited")
        council = draws.one(ENGLISH)
        setting = _setting(words.SUPPORTED, words.PRIVATE, owner, council, life=life, draws=draws)
        count = draws.one([1, 1, 2, 2, 3, 3, 4, 5, 6, 8])
        premises = tuple(
            _premises(life.registered_on if number == 0 else None, council, life, draws)
            for number in range(count)
        )
        yield Plan(setting=replace(setting, name=owner.name, premises=premises), may_fail=True)


def _premises(opened_on: date | None, council: Council, life: Life, draws: Draws) -> Premises:
    near = [area for area in ENGLISH if area.ofsted_region == council.ofsted_region]
    where = draws.one([council, council, *near])
    return Premises(
        category=draws.one([1, 1, 1, 2, 2, 3, 4]),
        places=draws.one([1, 1, 1, 2, 2, 3, 4, 5]),
        council=where,
        constituency=draws.one(where.constituencies),
        opened_on=opened_on or draws.day(life.registered_on, life.left_on or SECOND.to),
    )


def others(kind: str, sector: str, flow: Flow, draws: Draws) -> Iterator[Plan]:
    """Yield agencies, family centres and schools, each with an owner of its own."""
    for life in lives(flow, date(2004, 1, 1), draws):
        council = draws.one(ENGLISH)
        owner = draws.organisation(*_ENDINGS[kind])
        if sector == words.COUNCIL:
            owner = Organisation(name=council.title)
        setting = _setting(kind, sector, owner, council, life=life, draws=draws)
        if not setting.is_one_of(*words.HOMES):
            name = owner.name.removesuffix(" Limited").removesuffix(" Ltd")
            setting = replace(setting, name=name, address=draws.address(council))
        if setting.is_one_of(words.BOARDING, words.SPECIAL_SCHOOL, words.COLLEGE):
            number = 900_100 + int(setting.urn[-3:])
            setting = replace(setting, linked_education_urn=number)
        places = draws.one(_PLACES[kind]) if kind in _PLACES else None
        yield Plan(setting=replace(setting, fixed_places=places))


def _setting(
    kind: str, sector: str, owner: Organisation, council: Council, *, life: Life, draws: Draws
) -> Setting:
    return Setting(
        urn=draws.urn(life.registered_on),
        provision_type=kind,
        sector=sector,
        organisation=owner,
        owner_text=owner.name,
        council=council,
        constituency=draws.one(council.constituencies),
        registered_on=life.registered_on,
        left_on=life.left_on,
        left_by=life.left_by,
    )


_FIRM = ("Care Limited", "Care Ltd", "Children's Homes Limited", "Residential Care Ltd", "Limited")
_TRUST = ("Children's Trust", "Foundation", "Community Trust")
_ENDINGS = {
    words.SECURE: ("Council",),
    words.SCHOOL_AS_HOME: ("Schools Limited", "Education Ltd"),
    words.SPECIAL_SCHOOL: ("School Limited", "Education Trust"),
    words.FAMILY_CENTRE: ("Family Centre Ltd", "Family Assessment Limited"),
    words.BOARDING: ("School", "College Limited"),
    words.COLLEGE: ("College",),
    words.ADOPTION_SUPPORT: ("Adoption Support Ltd",),
    words.ADOPTION: ("Adoption Trust", "Adoption"),
    words.FOSTERING: ("Fostering Limited", "Foster Care Ltd", "Fostering Services Limited"),
    words.HOLIDAY: ("Holidays Trust",),
}
_PLACES = {
    words.SECURE: [12],
    words.SCHOOL_AS_HOME: [14, 22],
    words.SPECIAL_SCHOOL: [12, 20, 31],
    words.FAMILY_CENTRE: [4, 6, 7],
    words.BOARDING: [46, 92, 180],
    words.COLLEGE: [140],
}
