"""How often what announces an end happens to others, and what companies' files are made of."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from crawlers.rehearsal import words
from crawlers.rehearsal.deadlines import LONGEST_MONTHS, months_after
from crawlers.rehearsal.world.bodies import Body, Nature
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.happenings import Kind
from crawlers.rehearsal.world.settings import Setting
from crawlers.rehearsal.world.world import World

_TOGETHER = timedelta(31)
_YEAR_ENDS = frozenset({"AA01", "LLAA01"})
_FORMS = {
    "a director leaves (TM01)": {"TM01", "LLTM01"},
    "a director joins (AP01)": {"AP01", "LLAP01"},
    "a director's details change (CH01)": {"CH01", "LLCH01"},
    "the year end moves (AA01)": _YEAR_ENDS,
    "the office moves (AD01)": {"AD01"},
    "a charge is created (MR01)": {"MR01"},
    "a charge is paid off (MR04)": {"MR04"},
}
_PAPERS = {
    "accounts (AA)": {"AA", "AAMD"},
    "yearly statements (CS01)": {"CS01", "LLCS01", "AR01", "LLAR01"},
    "directors who join (AP01)": {"AP01", "LLAP01"},
    "directors who leave (TM01)": {"TM01", "LLTM01"},
    "directors' details (CH01)": {"CH01", "LLCH01"},
    "offices (AD01)": {"AD01"},
    "year ends (AA01)": {"AA01", "LLAA01"},
    "charges (MR01, MR04)": {"MR01", "MR04"},
    "control (PSC01 to PSC09)": {f"PSC0{number}" for number in range(1, 10)},
    "incorporations (NEWINC)": {"NEWINC", "LLIN01"},
}
_OTHER = "anything else"


def lived(world: World, day: date) -> dict[str, dict[str, float]]:
    """Base rates, shares of papers, and settings that changed in the year to a day."""
    first = world.first_day
    told = (one for one in world.happenings if one.kind is not Kind.LEASE_ACCOUNTING)
    touched = {key for one in told for key in one.bodies}
    ordinary = {
        body.key: body
        for body in world.companies
        if body.nature is Nature.PROVIDER and body.key not in touched
    }
    years = sum(_years(body, first, day) for body in ordinary.values()) / 100
    papers = [one for one in world.filings if first <= one.filed_on <= day]
    forms = Counter(one.form for one in papers if one.company in ordinary)
    rates = {what: sum(forms[form] for form in of) / years for what, of in _FORMS.items()}
    left = sum(first <= on <= day for on in _left_together(world, ordinary))
    later = sum(
        one.form in _YEAR_ENDS and one.company in ordinary and _is_later(ordinary[one.company], one)
        for one in papers
    )
    secured = sum(
        one.is_all_assets and one.company in ordinary and first <= one.delivered_on <= day
        for one in world.charges
    )
    return {
        "base rates": rates
        | {
            "two directors leave within a month": left / years,
            "everything is charged to a lender": secured / years,
            "the year end of a company moves that is no longer new": later / years,
        },
        "papers": _shares(Counter(one.form for one in papers)),
        "places changed": _places(world.settings, day),
    }


def _years(body: Body, first: date, day: date) -> float:
    """For how many years a company was there between two days."""
    until = min(body.ended_on or day, day)
    return max(0, (until - max(body.begun_on, first)).days) / 365.25


def _is_later(body: Body, one: Filing) -> bool:
    """Whether a paper was filed once a company's first period, however long, was over."""
    return one.filed_on > months_after(body.begun_on, LONGEST_MONTHS)


def _left_together(world: World, companies: Iterable[str]) -> Iterator[date]:
    for company in companies:
        every = world.appointments_in.get(company, ())
        days = sorted(one.until for one in every if one.until and one.role != "secretary")
        yield from (other for one, other in pairwise(days) if other - one <= _TOGETHER)


def _shares(forms: Counter[str]) -> dict[str, float]:
    found = {what: sum(forms[form] for form in of) for what, of in _PAPERS.items()}
    every = forms.total()
    return {
        what: count / every
        for what, count in (found | {_OTHER: every - sum(found.values())}).items()
    }


def _places(settings: Iterable[Setting], day: date) -> dict[str, float]:
    before = day.replace(year=day.year - 1)
    found: dict[str, list[int]] = {"children's homes": [], "other settings": []}
    for one in settings:
        was, now = one.places_on(before), one.places_on(day)
        if one.is_open(before) and one.is_open(day) and was and now and not one.premises:
            of = "children's homes" if one.provision_type == words.HOME else "other settings"
            found[of].append(now - was)
    return {
        f"{of} that {word} places": sum(more * sign > 0 for more in changes) / max(1, len(changes))
        for of, changes in found.items()
        for word, sign in (("lost", -1), ("gained", 1))
    }
