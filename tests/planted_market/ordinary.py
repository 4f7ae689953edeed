"""Some 250 settings that are there only to be ordinary, one after another by plain counting.

Owners take councils in turn, so that nobody ordinary holds much of any area, and only an owner's
only setting is ever found to be failing.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, repeat
from typing import Any

from crawlers.rehearsal import words
from tests.planted_market.councils import COUNCILS, NAMED
from tests.planted_market.placed import (
    Placed,
    agency,
    company,
    council_itself,
    home,
    sized,
    supported,
)

_FIRST = (
    *("Avocet", "Brambling", "Corncrake", "Dotterel", "Dunlin", "Fieldfare", "Garganey"),
    *("Goosander", "Knapweed", "Lapwing", "Merganser", "Phalarope", "Pochard", "Ptarmigan"),
    *("Quillwort", "Redstart", "Sanderling", "Siskin", "Spikenard", "Stonechat", "Teasel"),
    *("Tormentil", "Turnstone", "Twite", "Wheatear", "Whimbrel", "Whinchat", "Yaffle", "Yarrow"),
)
_LAST = ("beck", "combe", "garth", "holt", "mere", "rigg", "shaw", "slade", "thwaite", "wick")
_OWNED = (8, 7, 6, 5, 5, *[4] * 6, *[3] * 8, *[2] * 14, *[1] * 18)
"""How many homes each owner has."""
_FROM_COUNCILS, _FROM_SUPPORTED, _FROM_OTHERS = 150, 200, 245
"""The numbers at which settings of councils, supported accommodation and others begin."""
_OTHERS = (
    (words.SECURE, words.COUNCIL, 1, 12, "Council"),
    (words.SCHOOL_AS_HOME, words.PRIVATE, 2, 14, "Schools Limited"),
    (words.FOSTERING, words.PRIVATE, 20, None, "Fostering Limited"),
    (words.FAMILY_CENTRE, words.PRIVATE, 5, 6, "Family Centre Ltd"),
    (words.ADOPTION, words.VOLUNTARY, 2, None, "Adoption Trust"),
    (words.ADOPTION_SUPPORT, words.PRIVATE, 3, None, "Adoption Support Ltd"),
    (words.BOARDING, words.PRIVATE, 2, 92, "College Limited"),
    (words.SPECIAL_SCHOOL, words.VOLUNTARY, 5, 20, "School Limited"),
    (words.COLLEGE, words.VOLUNTARY, 1, 140, "College"),
    (words.HOLIDAY, words.VOLUNTARY, 1, None, "Holidays Trust"),
)
"""Type, sector, how many, places of each, and how its owner's name ends."""
_GRADES = (
    *(words.GOOD, words.GOOD, words.REQUIRES_IMPROVEMENT, words.GOOD, words.OUTSTANDING),
    *(words.GOOD, words.GOOD, words.GOOD, words.REQUIRES_IMPROVEMENT),
)
_OUTCOMES = (words.STRONG, words.INCONSISTENT, words.STRONG, words.SERIOUS, words.STRONG)


def ordinary() -> Iterator[Placed]:
    """Yield every ordinary setting, with what is found there."""
    yield from _independent_homes()
    yield from _council_homes()
    yield from _supported_accommodation()
    yield from _others()


def _independent_homes() -> Iterator[Placed]:
    owned = chain.from_iterable(repeat(owner, size) for owner, size in enumerate(_OWNED))
    for number, owner in enumerate(owned):
        is_trust = owner % 12 == 5
        found = [_GRADES[(number + year) % len(_GRADES)] for year in range(3)]
        if _OWNED[owner] == 1 and number % 6 == 0:
            found[-1] = words.INADEQUATE
        name = _name(owner, "Foundation" if is_trust else "Care Limited")
        placed = home(_urn(number), company(str(99_000_000 + owner), name), _area(number)).but(
            sector=words.VOLUNTARY if is_trust else words.PRIVATE,
            sizes=sized((3, 3, 3, 4, 4, 5)[number % 6]),
            short_breaks_only=is_trust and number % 3 == 0,
            **_life(number),
        )
        yield placed.judged(*found)


def _council_homes() -> Iterator[Placed]:
    """Yield one home or two of every council but the planted one; none of them ever moves."""
    own = [one for each, one in enumerate(COUNCILS) for _ in range(1 + each % 2)]
    for number, council in enumerate(own, start=_FROM_COUNCILS):
        if council.ofsted_name != "Leicestershire":
            found = [_GRADES[(number + year) % len(_GRADES)] for year in range(3)]
            placed = home(f"SC{910_000 + number}", council_itself(council), council.ofsted_name)
            yield placed.but(
                sector=words.COUNCIL,
                sizes=sized((3, 4, 5, 6)[number % 4]),
                multi_building=number == _FROM_COUNCILS,
            ).judged(*found)


def _supported_accommodation() -> Iterator[Placed]:
    """Yield providers of supported accommodation, each with an owner of its own."""
    for number in range(_FROM_SUPPORTED, _FROM_SUPPORTED + 42):
        owner = company(str(99_000_000 + number), _name(number, "Supported Living Limited"))
        opened = date(2023, 10, 2) + timedelta(days=number % 40)
        life = {**_life(number), "registered_on": max(_life(number)["registered_on"], opened)}
        placed = supported(_urn(number, opened), owner, _area(number)).but(**life)
        yield placed.judged(
            *(_OUTCOMES[number % 5] if number % 4 == year else None for year in (0, 1))
        )


def _others() -> Iterator[Placed]:
    """Yield agencies, family centres and schools, each with an owner of its own."""
    kinds = [row for row in _OTHERS for _ in range(row[2])]
    for number, (kind, sector, _, places, ending) in enumerate(kinds, start=_FROM_OTHERS):
        council, name = NAMED[_area(number)], _name(number, ending)
        owner = company(str(99_000_000 + number), name)
        if sector == words.COUNCIL:
            owner = council_itself(council)
        placed = agency(_urn(number), kind, owner, council.ofsted_name, name).but(
            sector=sector, sizes=sized(places), **_life(number)
        )
        if placed.setting.is_one_of(*words.HOMES):
            placed = placed.but(name=None, address=None)
        if placed.setting.is_one_of(words.BOARDING, words.SPECIAL_SCHOOL, words.COLLEGE):
            placed = placed.but(linked_education_urn=900_100 + number)
        grade = _GRADES[number % len(_GRADES)]
        is_yearly = placed.setting.is_one_of(*words.YEARLY)
        yield placed.judged(
            *(grade if is_yearly or number % 3 == year else None for year in range(3))
        )


def _life(number: int) -> dict[str, Any]:
    """When a setting joined the register, and how it left; in each year some do."""
    joined = date(2005, 1, 1) + timedelta(days=number * 97 % 6_900)
    within = timedelta(days=number * 31 % 360)
    if number % 19 in {5, 11}:
        year = 2024 if number % 19 == 5 else 2025
        how = words.CLOSED if number % 5 == 4 else words.RESIGNED
        return {"registered_on": joined, "left_on": date(year, 4, 1) + within, "left_by": how}
    if number % 13 in {3, 8}:
        return {"registered_on": date(2024 if number % 13 == 3 else 2025, 4, 1) + within}
    return {"registered_on": joined}


def _urn(number: int, registered_on: date | None = None) -> str:
    """An unused registration number; those of before 2015 begin with SC."""
    is_old = (registered_on or _life(number)["registered_on"]) < date(2015, 1, 1)
    return f"SC{910_000 + number}" if is_old else str(9_100_000 + number)


def _area(number: int) -> str:
    """A council area, in turn, so that neighbours in number are not neighbours on the map."""
    return COUNCILS[number * 7 % len(COUNCILS)].ofsted_name


def _name(number: int, ending: str) -> str:
    """A rare bird or plant joined to a landscape word: it reads as a name and is nobody's."""
    return f"{_FIRST[number % len(_FIRST)]}{_LAST[number // len(_FIRST)]} {ending}"
