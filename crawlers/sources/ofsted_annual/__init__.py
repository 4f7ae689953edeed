"""Ofsted: children's social care in England, the yearly workbook of underlying data.

Published each July under the Open Government Licence v3.0. One workbook tells of one
31 March: the full register, the latest full inspection of each setting, every inspection of
the year, supported-accommodation premises (since 2025), openings and closures, and national
totals back to 2012. Homes' names and addresses are withheld by the publisher; the addresses
that it does print are ignored by name.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import chain

from crawlers.cells import day
from crawlers.reading import plain
from crawlers.source import OPEN_GOVERNMENT_LICENCE, Follow, Source
from crawlers.sources.ofsted_annual import tabs
from crawlers.sources.ofsted_annual.totals import control_totals
from crawlers.workbook import Workbook, open_workbook, tab_names
from db.records import ControlTotal, Document, Inspection, Movement, Premises, Record, Setting

REGISTER = "Providers+places_at_*"
LATEST_JUDGEMENTS = "Provider_level_at_*"
INSPECTIONS_IN_YEAR = "Provider_level_in_year_*"
PREMISES = "SA_Premises_at_*"
MOVEMENTS = "Leavers+Joiners_at_*"
TOTALS = (
    ("Providers+places_Time_series", "Providers+places_six_monthly"),
    ("Latest_OE_31_Mar_Time_Series",),
    ("In_Year_Time_series",),
)
NOT_READ = (
    "Cover",
    "Accessibility",
    "Contents",
    "Guidance",
    "Notes",
    "Meta-data",
    "LA_level_*",  # judgements of councils, not of settings
    "LA_inspections_*",
)
PREMISES_SINCE = date(2025, 3, 31)
CLOSE_ENOUGH = 0.01
"""How far the register may stand from the publisher's own total before the reading stops.

2022 and 2025 agree to the row; the 2025 issue was first published with 16 places of 15,742
left out of its total, which must not stop a reading.
"""


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield all that one workbook states: register, judgements, visits, premises, totals."""
    book = open_workbook(document)
    _refuse_unknown_tabs(book)
    public_on = document.published_on or _published_on(book)
    register = book.only(REGISTER)
    as_at = _as_at(book, register)
    settings = list(tabs.settings(book, register, as_at, public_on))
    totals = [
        total for names in TOTALS for total in control_totals(book, book.only(*names), public_on)
    ]
    _refuse_a_register_far_from_its_total(book, register, as_at, len(settings), totals)
    yield from settings
    yield from tabs.latest_inspections(book, book.only(LATEST_JUDGEMENTS))
    yield from tabs.inspections_in_year(book, book.only(INSPECTIONS_IN_YEAR))
    if as_at >= PREMISES_SINCE:
        premises = list(tabs.premises(book, book.only(PREMISES), as_at, public_on))
        _refuse_premises_far_from_the_register(book, settings, len(premises))
        yield from premises
    yield from tabs.movements(book, book.only(MOVEMENTS), as_at, public_on)
    yield from totals


def recognises(document: Document) -> bool:
    """True for a workbook with any of the tabs that only this publication has."""
    ours = (REGISTER, LATEST_JUDGEMENTS, PREMISES, MOVEMENTS)
    return any(Workbook.matches(tab, ours) for tab in tab_names(document))


def is_rehearsal(document: Document) -> bool:
    """True when the cover says that the figures are invented."""
    book = open_workbook(document)
    cover = book.find("Cover")
    return cover is not None and any(
        "rehearsal" in plain(cell) for row in book.lines(cover) for cell in row
    )


def subject(records: Sequence[Record]) -> str:
    """The register date, as `register at 2025-03-31`."""
    return next(f"register at {r.as_at}" for r in records if isinstance(r, Setting))


def _refuse_unknown_tabs(book: Workbook) -> None:
    read = (REGISTER, LATEST_JUDGEMENTS, INSPECTIONS_IN_YEAR, PREMISES, MOVEMENTS, *chain(*TOTALS))
    new = [tab for tab in book.tabs if not book.matches(tab, (*read, *NOT_READ))]
    if new:
        raise book.changed(
            f"new tabs {new}; read them or name them among the tabs that are not read"
        )


def _published_on(book: Workbook) -> date:
    for number, cells in enumerate(book.lines(book.only("Cover")), start=1):
        if len(cells) > 1 and plain(cells[0]) == "published on:":
            try:
                return day(cells[1])
            except ValueError as error:
                raise book.changed(
                    f"cannot read the day of publication: {error}; give the day that the"
                    " publisher's page states with --published-on",
                    f"sheet=Cover&row={number}",
                ) from None
    raise book.changed(
        "the cover has no row 'Published on:'; give the day that the publisher's page states with"
        " --published-on",
        "sheet=Cover",
    )


def _as_at(book: Workbook, register: str) -> date:
    written = re.search(r"_at_(\d{1,2}_[A-Z][a-z]{2}_\d{4})$", register)
    try:
        return datetime.strptime(written[1] if written else "", "%d_%b_%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise book.changed(
            f"tab {register!r} does not end with its day, such as _at_31_Mar_2025; if the publisher"
            " writes it otherwise now, the source's file must learn to read it"
        ) from None


def _refuse_a_register_far_from_its_total(
    book: Workbook, register: str, as_at: date, rows: int, totals: list[ControlTotal]
) -> None:
    stated = [t.value for t in totals if t.period == str(as_at) and plain(t.measure) == "all"]
    if not stated or stated[0] is None:
        raise book.changed(
            f"the workbook states no total number of providers at {as_at}; without it nobody can"
            " tell whether the register is whole: download it again, and read its notes"
        )
    if abs(rows - stated[0]) > CLOSE_ENOUGH * stated[0]:
        raise book.changed(
            f"tab {register!r} lists {rows:,} settings where the workbook's own total is"
            f" {stated[0]:,}; the file is cut short or the table has changed its scope: download it"
            " again, and read its notes"
        )


def _refuse_premises_far_from_the_register(
    book: Workbook, settings: Sequence[Setting], rows: int
) -> None:
    stated = sum(setting.supported_accommodation_premises or 0 for setting in settings)
    if abs(rows - stated) > CLOSE_ENOUGH * stated:
        raise book.changed(
            f"tab {book.only(PREMISES)!r} lists {rows:,} premises where the register counts"
            f" {stated:,}; the file is cut short or the table has changed its scope: download it"
            " again, and read its notes"
        )


SOURCE = Source(
    key="ofsted_annual",
    title="Children's social care in England: underlying data",
    publisher="Ofsted",
    licence=OPEN_GOVERNMENT_LICENCE,
    page="https://www.gov.uk/government/collections/childrens-social-care-statistics",
    cadence="yearly, in July, as at 31 March",
    version=1,
    kinds=(Setting, Premises, Inspection, Movement, ControlTotal),
    recognises=recognises,
    parse=parse,
    subject=subject,
    is_rehearsal=is_rehearsal,
    floors={Setting: 2_500, Inspection: 4_000, Movement: 150, ControlTotal: 500},
    masked=(
        "Name",
        "Setting name",
        "Provider name",
        "Address*",
        "Town",
        "County",
        "Postcode",
        "*Constituency",
    ),
)
