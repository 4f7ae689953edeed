"""What stands under each heading of a list of settings, whichever of its names the year uses."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted import spelling
from crawlers.rehearsal.forms.ofsted.register import Register, is_one_of
from crawlers.rehearsal.world.settings import Council, Inspection, Premises, Setting
from db.spreadsheet import Cell

Row = Sequence[Cell]


@dataclass(frozen=True, kw_only=True)
class Table:
    """What holds for every row of one table, and in what it differs from others of its day."""

    register: Register
    as_at: date
    short_breaks: str
    """What is written for a home that offers short breaks only."""
    no_short_breaks: Cell = None
    blank_owner_of_supported: Cell = None
    owner_as_date: bool = False
    """Whether an owner that a spreadsheet made a number of is made a date of here."""
    linked_as_text: bool = False
    capital_kinds: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    """What one row is about: a setting, and in some tables a visit to it."""

    setting: Setting
    visit: Inspection | None = None
    before: Inspection | None = None
    """The full inspection before the visit; 2024 states it."""


Column = Callable[[Table, Line], Cell]


def row_maker(headings: Sequence[str], table: Table) -> Callable[[Line], Row]:
    """What makes a table's rows, cell by cell under its headings; a KeyError for a new one."""
    columns = [column(heading) for heading in headings]
    return lambda line: [made(table, line) for made in columns]


def column(heading: str) -> Column:
    """What stands under a heading, whatever lead the year puts before it."""
    plain = " ".join(heading.split()).casefold()
    if plain.startswith("previous "):
        return _of_the_visit_before(column(plain.removeprefix("previous ")))
    for lead in ("latest full inspection ", "full inspection ", "inspection "):
        bare = plain.removeprefix(lead)
        if bare != plain and bare in COLUMNS:
            return COLUMNS[bare]
    return COLUMNS[plain]


def _of_the_visit_before(of_a_visit: Column) -> Column:
    return lambda table, line: of_a_visit(table, Line(setting=line.setting, visit=line.before))


def number(urn: str) -> Cell:
    """A registration number as a spreadsheet holds it."""
    return urn if urn.startswith("SC") else int(urn)


def midnight(day: date | None) -> datetime | None:
    """A day as the publisher's workbook holds it: its midnight; None when there is none."""
    return None if day is None else datetime.combine(day, time())


def _council(table: Table, line: Line) -> Council:
    return table.register.world.council[line.setting.council]


def _linked(table: Table, line: Line) -> Cell:
    linked = line.setting.linked_education_urn
    as_text = linked is not None and table.linked_as_text and line.setting.urn.startswith("SC")
    return str(linked) if as_text else linked


def _address(part: int) -> Column:
    """One of the five lines of an address, withheld where the setting's is."""

    def made(_: Table, line: Line) -> Cell:
        address = line.setting.address
        return words.REDACTED if address is None else address[part] or None

    return made


def _premises_count(table: Table, line: Line) -> Cell:
    if not is_one_of(line.setting, words.SUPPORTED):
        return None
    return sum(is_open(one, table.as_at) for one in line.setting.premises)


def is_open(premises: Premises, day: date) -> bool:
    """Whether premises are in use on a day."""
    return premises.opened_on <= day and (premises.closed_on is None or premises.closed_on > day)


def _owner(table: Table, line: Line) -> Cell:
    text = line.setting.owner_text_at(table.as_at)
    if text is None:
        is_supported = is_one_of(line.setting, words.SUPPORTED)
        return table.blank_owner_of_supported if is_supported else None
    if isinstance(text, float) and table.owner_as_date:
        # Spreadsheets count the days of 1900 from one that they call 0, 31 December 1899.
        return datetime(1899, 12, 31) + timedelta(days=text)  # noqa: DTZ001 - a cell has no zone
    return text


def _short_breaks(table: Table, line: Line) -> Cell:
    return table.short_breaks if line.setting.short_breaks_only else table.no_short_breaks


def _multi_building(_: Table, line: Line) -> Cell:
    return "Y" if line.setting.multi_building else None


def _visited(what: Callable[[Inspection], Cell]) -> Column:
    """A cell about a visit; blank where there is none."""
    return lambda _, line: None if line.visit is None else what(line.visit)


def _graded(which: Callable[[Inspection], str | None]) -> Column:
    def made(table: Table, line: Line) -> Cell:
        visit = line.visit
        if visit is None:
            return None
        return spelling.grade(which(visit), visit, table.as_at, table.register.world.seed)

    return made


def _kind(table: Table, line: Line) -> Cell:
    if line.visit is None:
        return None
    return spelling.kind(line.visit, line.setting, capitals=table.capital_kinds)


def _ended(_: Table, __: Line) -> Cell:
    """An aspect that was still a column when no inspector graded it any more."""
    return None


_helped = _graded(lambda visit: visit.helped_and_protected)
_led = _graded(lambda visit: visit.leaders_and_managers)
_overall = _graded(lambda visit: visit.overall)

COLUMNS: Mapping[str, Column] = {
    "web link": lambda _, __: words.WEB_LINK,
    "urn": lambda _, line: number(line.setting.urn),
    "linked education urn": _linked,
    "provision type": lambda table, line: spelling.provision_type(
        line.setting, table.as_at, table.register.world.seed
    ),
    "registration date": lambda _, line: midnight(line.setting.registered_on),
    "registration status": lambda table, line: spelling.status(line.setting, table.as_at),
    "name": lambda _, line: line.setting.name or words.REDACTED,
    "provider name": lambda _, line: line.setting.name,
    "address 1": _address(0),
    "address 2": _address(1),
    "town": _address(2),
    "county": _address(3),
    "postcode": _address(4),
    "ofsted region": lambda table, line: _council(table, line).ofsted_region,
    "government office region": lambda table, line: _council(table, line).region,
    "local authority": lambda table, line: spelling.council_name(
        _council(table, line), table.as_at
    ),
    "parliamentary constituency": lambda _, line: line.setting.constituency,
    "sector": lambda _, line: line.setting.sector,
    "places": lambda table, line: line.setting.places_on(table.as_at),
    "premises": _premises_count,
    "supported accommodation premises": _premises_count,
    "short breaks only": _short_breaks,
    "short-break-only children's home": _short_breaks,
    "multi-building children's home": _multi_building,
    "multi building children's home": _multi_building,
    "organisation": _owner,
    "organisation name": _owner,
    "organisation which owns the provider": _owner,
    "event type": _kind,
    "date": _visited(lambda visit: midnight(visit.inspected_on)),
    "event date": _visited(lambda visit: midnight(visit.inspected_on)),
    "publication date": _visited(lambda visit: midnight(visit.published_on)),
    "event number": _visited(lambda visit: visit.event_number),
    "overall effectiveness": _overall,
    "overall experiences and progress of children and young people": _overall,
    "outcomes for children and young people": _ended,
    "quality of care": _ended,
    "outcomes in education and related learning activities": _graded(lambda one: one.education),
    "health services": _graded(lambda visit: visit.health),
    "latest full inspectio health services": _graded(lambda visit: visit.health),
    "how well children and young people are helped and protected": _helped,
    "safeguarding children and young people": _helped,
    "the effectiveness of leaders and managers": _led,
    "effectiveness of leaders and managers": _led,
    "leadership and management": _led,
    "supported accommodation outcome": _visited(lambda visit: visit.outcome),
}
"""What stands under each heading, in small letters and without the lead of some years."""
