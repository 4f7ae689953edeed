"""The schools of a rehearsal: those beside settings, and those that groups run besides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.drawn import drawn
from crawlers.rehearsal.forms.other_services import Kind, Service, services
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.settings import Council, Setting
from crawlers.rehearsal.world.world import World

FIRST_NUMBER = 970_001
"""Above every number that the real register has reached."""

SHARE_SHORTENED = 0.3
"""Share of proprietors that the register names without `Limited`: an assumption."""


@dataclass(frozen=True, kw_only=True)
class School:
    """One establishment, from its first day to its last."""

    urn: int
    name: str
    type: tuple[str, str]
    """The publisher's code and name of its type."""
    group: tuple[str, str]
    """The same of the group to which its type belongs."""
    proprietor: Body | None
    """None of schools that a council keeps: the register names proprietors of independent ones."""
    council: Council
    street: str
    town: str
    postcode: str
    opened_on: date
    closed_on: date | None
    pupils: int
    boards: bool


def schools(world: World, day: date) -> Iterator[School]:
    """Yield the schools that are, or were, on the register on a day, by number."""
    known = [*_beside_settings(world, day), *_of_groups(world)]
    yield from sorted((one for one in known if one.opened_on <= day), key=lambda school: school.urn)


def _beside_settings(world: World, day: date) -> Iterator[School]:
    seen: set[int] = set()
    for setting in world.settings:
        urn = setting.linked_education_urn
        council = world.council[setting.council]
        if urn is None or urn in seen or council.dfe_code is None:
            continue
        seen.add(urn)
        yield _beside(world, setting, urn, council, day)


def _beside(world: World, setting: Setting, urn: int, council: Council, day: date) -> School:
    owner = world.body.get(setting.owner_on(day) or "")
    draws = drawn(world.seed, "school", str(urn))
    # Where children live is not written twice: of a home the school has an address of its own.
    known = None if setting.provision_type in words.HOMES else setting.address
    house, locality, town, _, postcode = known or _nowhere(urn, council)
    kind, group = _kind(setting, owner)
    return School(
        urn=urn,
        name=setting.name or f"{town} {draws.choice(('Hill', 'Vale', 'Park'))} School",
        type=kind,
        group=group,
        proprietor=owner if group != _COLLEGES and not _is_public(owner) else None,
        council=council,
        street=" ".join(part for part in (house, locality.strip()) if part),
        town=town,
        postcode=postcode,
        opened_on=setting.registered_on,
        closed_on=setting.left_on,
        pupils=draws.randint(12, 90),
        boards=True,
    )


def _nowhere(urn: int, council: Council) -> tuple[str, str, str, str, str]:
    return (f"{urn % 90 + 1} Poplar Walk", "", council.town, "", "ZZ99 8ZZ")


_COLLEGES = ("1", "Colleges")
_INDEPENDENT = ("3", "Independent schools")
_SPECIAL = ("5", "Special schools")


def _kind(setting: Setting, owner: Body | None) -> tuple[tuple[str, str], tuple[str, str]]:
    if setting.provision_type == words.COLLEGE:
        return ("18", "Further education"), _COLLEGES
    if setting.provision_type == words.BOARDING:
        return ("11", "Other independent school"), _INDEPENDENT
    if _is_public(owner):
        return ("07", "Community special school"), _SPECIAL
    if owner is not None and owner.charity_number:
        return ("08", "Non-maintained special school"), _SPECIAL
    return ("10", "Other independent special school"), _SPECIAL


def _is_public(owner: Body | None) -> bool:
    return owner is not None and owner.form in {Form.COUNCIL, Form.HEALTH}


def _of_groups(world: World) -> Iterator[School]:
    taken = {setting.linked_education_urn for setting in world.settings}
    numbers = (number for number in count(FIRST_NUMBER) if number not in taken)
    for service in services(world, Kind.SCHOOL):
        yield _of_a_group(service, next(numbers))


def _of_a_group(service: Service, urn: int) -> School:
    return School(
        urn=urn,
        name=service.name,
        type=("10", "Other independent special school"),
        group=_SPECIAL,
        proprietor=service.body,
        council=service.council,
        street=service.street,
        town=service.council.town,
        postcode="ZZ99 8ZZ",
        opened_on=service.opened_on,
        closed_on=service.closed_on,
        pupils=service.size,
        boards=False,
    )


def proprietor_name(world: World, school: School, day: date) -> str | None:
    """How the register writes a school's proprietor: often without its legal form."""
    if school.proprietor is None:
        return None
    name = school.proprietor.name_on(day)
    if drawn(world.seed, "proprietor", school.proprietor.key).random() < SHARE_SHORTENED:
        return name.removesuffix(" Limited").removesuffix(" Ltd")
    return name
