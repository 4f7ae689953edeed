"""Our counts beside the publisher's own, number by number, every difference explained."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from db.records import ControlTotal, EventType, Inspection, Listing, ProvisionType, Setting
from db.snapshot import Snapshot, full_lists
from oversight.explanation import Explanation, Line
from oversight.measures.failing import latest_graded
from oversight.rebuilt import Rebuilt, rebuilt_registers
from oversight.register_changes import register_changes

HOMES = frozenset(
    {
        ProvisionType.CHILDRENS_HOME,
        ProvisionType.SECURE_CHILDRENS_HOME,
        ProvisionType.RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME,
    }
)
TYPES: Mapping[str, frozenset[ProvisionType]] = {
    "all": frozenset(ProvisionType),
    "all providers": frozenset(ProvisionType),
    "all children's homes": HOMES,
    "children's homes": frozenset({ProvisionType.CHILDRENS_HOME}),
    "secure children's homes": frozenset({ProvisionType.SECURE_CHILDRENS_HOME}),
    "residential special schools (registered as a children's home)": frozenset(
        {ProvisionType.RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME}
    ),
    "residential special schools": frozenset({ProvisionType.RESIDENTIAL_SPECIAL_SCHOOL}),
    "residential family centres": frozenset({ProvisionType.RESIDENTIAL_FAMILY_CENTRE}),
    "boarding schools": frozenset({ProvisionType.BOARDING_SCHOOL}),
    "further education colleges with residential accommodation": frozenset(
        {ProvisionType.FURTHER_EDUCATION_COLLEGE}
    ),
    "secure training centres": frozenset({ProvisionType.SECURE_TRAINING_CENTRE}),
    "adoption support agencies": frozenset({ProvisionType.ADOPTION_SUPPORT_AGENCY}),
    "voluntary adoption agencies": frozenset({ProvisionType.VOLUNTARY_ADOPTION_AGENCY}),
    "independent fostering agencies": frozenset({ProvisionType.INDEPENDENT_FOSTERING_AGENCY}),
    "residential holiday schemes for disabled children": frozenset({ProvisionType.HOLIDAY_SCHEME}),
    "supported accommodation": frozenset({ProvisionType.SUPPORTED_ACCOMMODATION}),
}
"""The publisher's headings, in the plural, and the types that each counts."""
SINGULAR = {
    "voluntary adoption agency branches": "voluntary adoption agencies",
    "residential special school (registered as a children's home)": (
        "residential special schools (registered as a children's home)"
    ),
    "residential family centre": "residential family centres",
    "all children's home": "all children's homes",
    "children's home": "children's homes",
    "secure children's home": "secure children's homes",
    "residential special school": "residential special schools",
}
PROVIDERS = "National number of children's social care providers by provision type"
PLACES = "National number of children's social care places by provision type"
LATEST = "Latest overall effectiveness judgement for "
LATEST_ACCOMMODATION = "Latest inspection outcome for supported accommodation"
IN_YEAR = "Overall effectiveness judgement of "
RESTATED_TO = date(2019, 3, 31)
"""The tables published in 2018 and 2019 give other numbers than Ofsted's series has since 2020."""


class UnknownTotalError(Exception):
    """The publisher counts something that nothing here counts."""


def reconcile(snapshot: Snapshot) -> Iterator[Line]:
    """Yield each published total, newest first within its table, beside our own count."""
    ours = _Counts(snapshot)
    totals = sorted(
        snapshot.current(ControlTotal), key=lambda t: (t.table, t.measure, -t.period_to.toordinal())
    )
    for total in totals:
        count = ours.count(total)
        yield Line(
            measure=f"{total.table}: {total.measure}",
            period=total.period,
            published=total.value,
            ours=count if isinstance(count, int) else None,
            explanation=count if isinstance(count, Explanation) else ours.explain(total, count),
            cite=total.cite,
        )
    yield from register_changes(snapshot)


class _Counts:
    """Our own counts, made once for each day."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    @cached_property
    def _registers(self) -> dict[date, tuple[Setting, ...]]:
        rebuilt = {day: register.settings for day, register in self._rebuilt.items()}
        return rebuilt | full_lists(self._snapshot.every(Setting))

    @cached_property
    def _rebuilt(self) -> dict[date, Rebuilt]:
        return rebuilt_registers(self._snapshot)

    @cached_property
    def _years(self) -> frozenset[date]:
        return frozenset(_year_end(i.inspected_on) for i in self._in_year)

    @cached_property
    def _in_year(self) -> tuple[Inspection, ...]:
        found = self._snapshot.every(Inspection)
        return tuple(i for i in found if i.listing is Listing.IN_YEAR)

    def count(self, total: ControlTotal) -> int | Explanation:
        """Our count, or why there is none."""
        if total.table.startswith(IN_YEAR):
            if total.period_to not in self._years:
                return Explanation.NO_INSPECTIONS
            return sum(i.event_type is EventType.FULL for i in self._graded(total))
        register = self._registers.get(total.period_to)
        if register is None:
            return Explanation.NO_REGISTER
        return self._of_the_register(total, register)

    def explain(self, total: ControlTotal, count: int) -> Explanation:
        """What may be said of our count beside theirs."""
        if total.value is None:
            return Explanation.NOT_STATED
        if count == total.value:
            return Explanation.AGREES
        if total.table.startswith(IN_YEAR) and len(self._graded(total)) == total.value:
            return Explanation.GRADED_MONITORING
        brought = self._brought_by_neighbours(total)
        if brought and (total.table == PLACES or abs(count - total.value) <= brought):
            return Explanation.REBUILT
        if total.table.startswith(LATEST) and total.period_to <= RESTATED_TO:
            return Explanation.RESTATED
        return Explanation.UNEXPLAINED

    def _brought_by_neighbours(self, total: ControlTotal) -> int:
        """Settings counted that stand on another day's rows; 0 where no register is rebuilt."""
        rebuilt = self._rebuilt.get(total.period_to)
        if rebuilt is None or total.table.startswith(IN_YEAR):
            return 0
        types = _types_of_the_register(total)
        return sum(
            s.provision_type in types and s.urn not in rebuilt.inspected for s in rebuilt.settings
        )

    def _graded(self, total: ControlTotal) -> list[Inspection]:
        """The visits of a year that gave one grade to settings of some types."""
        types = _types(total.table.removeprefix(IN_YEAR).removesuffix(" inspections"))
        return [
            i
            for i in self._in_year
            if i.overall_experiences_and_progress == total.measure
            and i.provision_type in types
            and _year_end(i.inspected_on) == total.period_to
        ]

    def _of_the_register(self, total: ControlTotal, register: tuple[Setting, ...]) -> int:
        types = _types_of_the_register(total)
        if total.table == PROVIDERS:
            return sum(s.provision_type in types for s in register)
        if total.table == PLACES:
            return sum(s.places or 0 for s in register if s.provision_type in types)
        latest = self._latest(total.period_to)
        return sum(
            s.provision_type in types and latest.get(s.urn) == total.measure for s in register
        )

    def _latest(self, day: date) -> Mapping[str, str]:
        if day not in self._latest_by_day:
            self._latest_by_day[day] = self._latest_on(day)
        return self._latest_by_day[day]

    @cached_property
    def _latest_by_day(self) -> dict[date, Mapping[str, str]]:
        return {}

    def _latest_on(self, day: date) -> Mapping[str, str]:
        """Each setting's latest grade or outcome, as the day's own table states it.

        Where no table of the day is held, as other tables tell it: published by 30 April.
        """
        visits: dict[str, list[Inspection]] = {}
        for visit in self._listed.get(day) or self._known_by(day):
            visits.setdefault(visit.urn, []).append(visit)
        graded = {urn: latest_graded(tuple(mine)) for urn, mine in visits.items()}
        return {
            urn: str(v.overall_experiences_and_progress or v.supported_accommodation_outcome)
            for urn, v in graded.items()
            if v is not None
        }

    @cached_property
    def _listed(self) -> Mapping[date, tuple[Inspection, ...]]:
        """The latest inspections as tables of the day itself state them."""
        found: dict[date, list[Inspection]] = {}
        for visit in self._snapshot.every(Inspection):
            if visit.listing is Listing.LATEST:
                found.setdefault(visit.listed_at, []).append(visit)
        return {day: tuple(visits) for day, visits in found.items()}

    def _known_by(self, day: date) -> Iterator[Inspection]:
        for visit in self._snapshot.current(Inspection):
            if visit.inspected_on <= day and visit.public_on <= day.replace(month=4, day=30):
                yield visit


def _types_of_the_register(total: ControlTotal) -> frozenset[ProvisionType]:
    """The types that a number about one day counts."""
    if total.table in {PROVIDERS, PLACES}:
        return _types(total.measure)
    if total.table == LATEST_ACCOMMODATION:
        return _types("supported accommodation")
    if total.table.startswith(LATEST):
        return _types(total.table.removeprefix(LATEST))
    raise UnknownTotalError(
        f"nothing here counts {total.table!r}; teach oversight/reconcile.py what it counts"
    )


def _types(heading: str) -> frozenset[ProvisionType]:
    name = heading.casefold()
    name = SINGULAR.get(name, name)
    if name not in TYPES:
        raise UnknownTotalError(
            f"nothing here counts {heading!r}; teach oversight/reconcile.py which types it means"
        )
    return TYPES[name]


def _year_end(day: date) -> date:
    """Last day of the year to 31 March that holds `day`."""
    return date(day.year if (day.month, day.day) <= (3, 31) else day.year + 1, 3, 31)
