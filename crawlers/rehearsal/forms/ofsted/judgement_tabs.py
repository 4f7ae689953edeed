"""The two tabs of the yearly workbook in which the publisher counts grades.

The real ones go back to 2012 and 2007; these to the first register that a rehearsal has.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted.columns import Row, midnight
from crawlers.rehearsal.forms.ofsted.counted_types import INSPECTED, JUDGED
from crawlers.rehearsal.forms.ofsted.counted_years import is_yearly, years_to
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.year import Year

_OUTCOMES_SINCE = 2025


def latest_judgements(register: Register, year: Year) -> Iterator[Row]:
    """Yield tables 8a to 8o: the latest grades of each type of setting on the register."""
    judged = JUDGED if is_yearly(year) else JUDGED[:-1]
    has_outcomes = year.to.year >= _OUTCOMES_SINCE
    years = years_to(register, year)
    found = {each: _latest(register, each) for each in years}
    yield [f"Latest overall effectiveness judgement as at {year.day}"]
    yield from _introduced(year, len(judged) + has_outcomes)
    for number, (letter, (kind, kinds)) in enumerate(zip("abcdefghijklmn", judged, strict=False)):
        if number:
            yield []
        title = f"Table 8{letter}: Latest overall effectiveness judgement for {kind}"
        yield [f"{title}, as at {year.day}"]
        yield ["Period as at", *words.GRADES]
        for each in years:
            yield [midnight(each.to), *_graded(found[each], kinds)]
    if has_outcomes:
        yield []
        yield [f"Table 8o: Latest inspection outcome for supported accommodation, as at {year.day}"]
        yield ["Period as at", *words.OUTCOMES]
        for each in years:
            yield [midnight(each.to), *_outcomes(found[each], each)]


def in_year_judgements(register: Register, year: Year) -> Iterator[Row]:
    """Yield tables 9a to 9e: the grades that the year's visits to homes and schools gave."""
    years = years_to(register, year)
    found = {each: _given(register, each) for each in years}
    span = f"between 01 April {years[-1].first_day.year} and {year.day}"
    yield [f"Overall effectiveness judgement of all inspections {span}"]
    yield from _introduced(year, len(INSPECTED))
    for letter, (kind, kinds) in zip("abcde", INSPECTED, strict=True):
        if letter != "a":
            yield []
        yield [f"Table 9{letter}: Overall effectiveness judgement of {kind} inspections {span}"]
        yield ["Period", *words.GRADES]
        for each in years:
            yield [each.label, *_graded(found[each], kinds)]


def _introduced(year: Year, tables: int) -> Iterator[Row]:
    contains = (
        f"This worksheet contains {tables} tables presented next to each other vertically with one"
        " blank row in between each table."
    )
    applies = (
        "Each table applies to a different group of providers or type of provider, which are"
        " defined in the table heading. "
    )
    if is_yearly(year):
        yield from ([contains], [applies])
    else:
        yield [f"{contains} {applies}"]


Grades = Counter[tuple[str, str | None]]
"""How many visits there are of each type, in small letters, and grade or outcome."""


def _latest(register: Register, year: Year) -> Grades:
    latest = register.latest(year.to, year.published_by)
    return Counter(
        (each.provision_type.casefold(), latest[each.urn].overall or latest[each.urn].outcome)
        for each in register.open_on(year.to)
        if each.urn in latest
    )


def _given(register: Register, year: Year) -> Grades:
    kind = register.world.setting
    return Counter(
        (kind[each.urn].provision_type.casefold(), each.overall) for each in register.visits(year)
    )


def _graded(found: Grades, kinds: tuple[str, ...] | None) -> Sequence[int]:
    wanted = None if kinds is None else {kind.casefold() for kind in kinds}
    return [
        sum(
            number
            for (kind, given), number in found.items()
            if given == grade and (wanted is None or kind in wanted)
        )
        for grade in words.GRADES
    ]


def _outcomes(found: Grades, year: Year) -> Row:
    if year.to.year < _OUTCOMES_SINCE:
        return ["-" for _ in words.OUTCOMES]
    return [found[words.SUPPORTED.casefold(), outcome] for outcome in words.OUTCOMES]
