"""`/advanced-search/companies`: companies that meet every condition of a query."""

from collections.abc import Callable, Mapping
from datetime import date

from crawlers.rehearsal.forms.companies_house.name_index import Listed, NameIndex, words
from crawlers.rehearsal.forms.companies_house.wording import (
    JsonBody,
    day,
    etag,
    given,
    link,
    office,
)
from crawlers.rehearsal.publishing import Asked

USUAL_SIZE, MOST = 20, 5_000
KIND = "search-results#company"


class WrongQueryError(ValueError):
    """A parameter that cannot be read; its name is the only argument."""


def advanced_search(index: NameIndex, asked: Asked) -> JsonBody | None:
    """The companies found, by number; None where there are none.

    Raises WrongQueryError for a size out of range or a day that is none.
    """
    start, size = _number(asked, "start_index", 0, range(1_000_000)), _size(asked)
    meets = _conditions(asked)
    found = [one for one in index.listed if all(condition(one) for condition in meets)]
    if not found:
        return None
    items = [_result(one) for one in found[start : start + size]]
    return {
        "etag": etag([one.company.key for one in found]),
        "hits": len(found),
        "items": items,
        "kind": "search#advanced-search",
        "top_hit": _result(found[0]),
    }


def _size(asked: Asked) -> int:
    return _number(asked, "size", USUAL_SIZE, range(1, MOST + 1))


def _conditions(asked: Asked) -> list[Callable[[Listed], bool]]:
    """One test for each parameter that is given."""
    lists = {name: ",".join(asked.query.get(name, ())) for name in _CONDITIONS}
    days = {name: _day(name, written) for name in _DAYS if (written := asked.one(name))}
    return [
        *(_CONDITIONS[name](value) for name, value in lists.items() if value),
        *(_DAYS[name](on) for name, on in days.items()),
    ]


def _includes(value: str) -> Callable[[Listed], bool]:
    wanted = set(words(value))
    return lambda one: wanted <= set(words(one.name))


def _excludes(value: str) -> Callable[[Listed], bool]:
    unwanted = set(words(value))
    return lambda one: not unwanted & set(words(one.name))


def _status(value: str) -> Callable[[Listed], bool]:
    wanted = set(value.split(","))
    return lambda one: one.status in wanted


def _type(value: str) -> Callable[[Listed], bool]:
    wanted = set(value.split(","))
    return lambda one: one.kind in wanted


def _subtype(value: str) -> Callable[[Listed], bool]:
    wanted = set(value.split(","))
    return lambda one: one.subtype in wanted


def _sic_codes(value: str) -> Callable[[Listed], bool]:
    wanted = set(value.split(","))
    return lambda one: not wanted.isdisjoint(one.company.sic_codes)


def _location(value: str) -> Callable[[Listed], bool]:
    wanted = value.casefold()
    return lambda one: wanted in one.place


_CONDITIONS: Mapping[str, Callable[[str], Callable[[Listed], bool]]] = {
    "company_name_includes": _includes,
    "company_name_excludes": _excludes,
    "company_status": _status,
    "company_type": _type,
    "company_subtype": _subtype,
    "sic_codes": _sic_codes,
    "location": _location,
}
_DAYS: Mapping[str, Callable[[date], Callable[[Listed], bool]]] = {
    "incorporated_from": lambda on: lambda one: one.company.begun_on >= on,
    "incorporated_to": lambda on: lambda one: one.company.begun_on <= on,
    "dissolved_from": lambda on: lambda one: one.ended_on is not None and one.ended_on >= on,
    "dissolved_to": lambda on: lambda one: one.ended_on is not None and one.ended_on <= on,
}


def _day(name: str, written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise WrongQueryError(name) from None


def _number(asked: Asked, name: str, usual: int, allowed: range) -> int:
    written = asked.one(name)
    if written is None:
        return usual
    number = int(written) if written.isascii() and written.isdigit() else -1
    if number not in allowed:
        raise WrongQueryError(name)
    return number


def _result(one: Listed) -> JsonBody:
    return given(
        company_name=one.name,
        company_number=one.company.key,
        company_status=one.status,
        company_subtype=one.subtype,
        company_type=one.kind,
        date_of_cessation=day(one.ended_on),
        date_of_creation=day(one.company.begun_on),
        kind=KIND,
        links={"company_profile": link(one.company)},
        registered_office_address=office(one.office),
        sic_codes=list(one.company.sic_codes) or None,
    )
