"""Holders entered without a number, known by the one company whose very name they bear.

No two companies on the register bear one name at once (Companies Act 2006 s.66), so that a holder
of the United Kingdom under the full name of a company, legal form and all, is that company.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from db.company_numbers import reads_as_united_kingdom
from db.records import Company, Control, PreviousName
from oversight.holders import undertaking
from oversight.namesakes import plain

Borne = Mapping[str, list[tuple[str, date, date]]]
"""Who bore a name, by its plain letters: the number, the first day and the day after the last."""


def with_numbers(
    controls: Iterable[Control],
    profiles: Mapping[str, tuple[Company, ...]],
    previous: Mapping[str, tuple[PreviousName, ...]],
) -> Iterator[Control]:
    """Yield each entry; one without a number gets that of the only company of its holder's name."""
    borne = _borne(profiles, previous)
    for one in controls:
        number = _number(one, borne)
        yield one if number is None else one.model_copy(update={"holder_company_number": number})


def _number(entry: Control, borne: Borne) -> str | None:
    says_another = entry.holder_company_number or entry.registration_number_text
    if says_another or undertaking(entry) is None or not entry.holder_name:
        return None
    if not reads_as_united_kingdom(entry.country_registered, entry.place_registered):
        return None
    day = entry.valid_from or entry.public_on
    bearers = {
        n for n, first, last in borne.get(plain(entry.holder_name), ()) if first <= day < last
    }
    return bearers.pop() if len(bearers) == 1 else None


def _borne(
    profiles: Mapping[str, tuple[Company, ...]], previous: Mapping[str, tuple[PreviousName, ...]]
) -> Borne:
    found: dict[str, list[tuple[str, date, date]]] = {}
    for number, held in profiles.items():
        newest = held[-1]
        since = newest.valid_from or date.min
        for one in previous.get(number, ()):
            until = one.valid_to or date.min
            first = one.valid_from or newest.valid_from or date.min
            found.setdefault(plain(one.name), []).append((number, first, until))
            since = max(since, until)
        found.setdefault(plain(newest.name), []).append((number, since, date.max))
    return found
