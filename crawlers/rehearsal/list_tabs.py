"""The five tabs of the annual workbook that list settings, premises, visits and movements."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from crawlers.rehearsal import words
from crawlers.rehearsal.headings import (
    LATEST,
    PREMISES,
    VISIT,
    movement_headings,
    setting_headings,
)
from crawlers.rehearsal.market import Inspection, Market, Setting
from crawlers.rehearsal.year import Year
from db.spreadsheet import Cell

Row = Sequence[Cell]

_LINKS = (
    "This worksheet contains one table, this table begins in cell A4. Column A includes a link to"
    " the Ofsted social care provider webpage for each provider, links will open in a new window."
)
_BLANKS = (
    "Some cells in this table are empty. This is in instances where the column refers to data that"
    " is not applicable for that provider type"
)
_3_13_AS_A_DATE = datetime.combine(date(1900, 1, 3), time(3, 7, 12))
"""What a spreadsheet makes of an owner called 3.13 in a column of dates."""


def provider_level(market: Market, year: Year) -> Iterator[Row]:
    """Yield the register with each setting's latest full inspection, by owner, last name first."""
    yield [f"{_title(year)} – Provider level as at {year.day}"]
    yield from ([_LINKS], [f"{_BLANKS}."])
    shared = setting_headings(
        linked="Linked Education URN", building="Multi Building Children's Home"
    )
    yield [*shared, *LATEST]
    latest = market.latest_full(year)
    register = market.register(year.to)
    for setting in sorted(register, key=lambda each: str(each.owner_text or ""), reverse=True):
        owner = 0 if _is_blank_supported(setting) else setting.owner_text
        linked = setting.linked_education_urn
        visit = latest.get(setting.urn)
        yield [*_common(setting, year, linked, owner), *_judged(visit, visit and visit.kind)]


def provider_level_in_year(market: Market, year: Year) -> Iterator[Row]:
    """Yield every visit of the year, with the setting as it stands at the year's end."""
    yield [f"{_title(year)} – Provider level in year {year.label}"]
    yield from ([_LINKS], [f"{_BLANKS} or inspection type."])
    shared = setting_headings(
        linked="Linked Education URN", building="Multi building children's home"
    )
    yield [*shared, *VISIT]
    for visit in market.inspected(year):
        setting = market.setting(visit.urn)
        damaged = isinstance(setting.owner_text, float)
        owner = _3_13_AS_A_DATE if damaged else setting.owner_text
        kind = visit.kind.title() if setting.is_one_of(words.SUPPORTED) else visit.kind
        linked = setting.linked_education_urn
        yield [*_common(setting, year, linked, owner), *_judged(visit, kind)]


def providers_and_places(market: Market, year: Year) -> Iterator[Row]:
    """Yield the register with places and owners, by registration number."""
    yield [f"{_title(year)} – Providers and places at {year.day}"]
    yield from ([_LINKS], [f"{_BLANKS}."])
    shared = setting_headings(
        linked="Linked education URN", building="Multi building children's home"
    )
    yield [*shared, "Organisation name"]
    for setting in market.register(year.to):
        linked = setting.linked_education_urn
        as_text = linked and setting.urn.startswith("SC")  # the publisher has both in one column
        yield _common(setting, year, str(linked) if as_text else linked, setting.owner_text)


def supported_premises(market: Market, year: Year) -> Iterator[Row]:
    """Yield every premises of the supported accommodation on the register."""
    yield [f"{_title(year)} – Supported accommodation premises as at {year.day}"]
    yield from ([_LINKS], [f"{_BLANKS}."], [*PREMISES])
    for setting in market.register(year.to):
        for premises in setting.premises_open(year.to):
            yield [
                words.WEB_LINK,
                _number(setting.urn),
                setting.name,
                setting.provision_type,
                _day(setting.registered_on),
                setting.status(year.to),
                f"Category {premises.category}",
                premises.places,
                premises.council.ofsted_region.replace(",", ""),
                premises.council.government_office_region,
                premises.constituency,
                premises.council.name,
                setting.sector,
                setting.owner_text or "NULL",
            ]


def leavers_and_joiners(market: Market, year: Year) -> Iterator[Row]:
    """Yield the settings that joined the register in the year, then those that left it."""
    yield [f"{_title(year)} – Leavers and Joiners at {year.day}"]
    yield ["This worksheet contains one table which begins in cell A4."]
    yield ["Some cells in this table are empty because data was not provided to Ofsted. "]
    yield [*movement_headings(year)]
    for setting in market.moved(year):
        joined, left = year.covers(setting.registered_on), year.covers(setting.left_on)
        yield [
            _number(setting.urn),
            setting.provision_type,
            *_where(setting),
            *_size(setting, year),
            *_dates_moved(setting, year),
            "Joiner" if joined else None,
            "Leaver" if left else None,
            None if joined else setting.status(year.previous.to),
            setting.status(year.to),
            None,
            None,
            setting.name or words.REDACTED,
            _reason(joined=joined, left=left),
        ]


def _reason(*, joined: bool, left: bool) -> str:
    if joined and left:
        return "Joiner and Leaver in current reporting period"
    if joined:
        return "In current dataset as active, not in previous year"
    return "In previous year, not in current dataset (closed date in Year)"


def _title(year: Year) -> str:
    return f"Children's social care data in England {year.to.year}"


def _common(setting: Setting, year: Year, linked: Cell, owner: Cell) -> Row:
    """One setting's cells, those that three tabs share."""
    address = setting.address or (words.REDACTED,) * 5
    return [
        words.WEB_LINK,
        _number(setting.urn),
        linked,
        setting.provision_type,
        _day(setting.registered_on),
        setting.status(year.to),
        setting.name or words.REDACTED,
        *(line or None for line in address),
        *_where(setting),
        *_size(setting, year),
        "Y" if setting.multi_building else None,
        owner,
    ]


def _where(setting: Setting) -> Row:
    council = setting.council
    regions = (council.ofsted_region, council.government_office_region)
    return [*regions, council.name, setting.constituency, setting.sector]


def _size(setting: Setting, year: Year) -> Row:
    return [
        setting.places(year.to),
        len(setting.premises_open(year.to)) if setting.premises else None,
        "Short breaks only" if setting.short_breaks_only else None,
    ]


def _judged(visit: Inspection | None, kind: str | None) -> Row:
    if visit is None:
        return [None] * 10
    return [
        kind,
        _day(visit.inspected_on),
        _day(visit.published_on),
        visit.event_number,
        visit.overall,
        visit.education,
        visit.health,
        visit.helped_and_protected,
        visit.leaders_and_managers,
        visit.outcome,
    ]


def _dates_moved(setting: Setting, year: Year) -> Row:
    """When it became active, resigned, closed and cancelled, as known at the year's end."""
    opened = _day(setting.registered_on)
    if not (setting.left_on and year.covers(setting.left_on)):
        return [opened, None, None, None]
    left = _day(setting.left_on)
    cancelled = f"{setting.left_on:%d/%m/%Y}" if setting.left_on_is_text else left
    return [
        opened,
        left if setting.left_by == words.RESIGNED else None,
        left,
        cancelled if setting.left_by == words.CANCELLED else None,
    ]


def _is_blank_supported(setting: Setting) -> bool:
    return setting.owner_text is None and setting.is_one_of(words.SUPPORTED)


def _number(urn: str) -> Cell:
    return urn if urn.startswith("SC") else int(urn)


def _day(day: date) -> datetime:
    """A day as the publisher's workbook holds it: its midnight."""
    return datetime.combine(day, time())
