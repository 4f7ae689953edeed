"""The five tabs with which the annual workbook opens: what it is, and how to read it."""

from collections.abc import Iterator
from datetime import date, datetime, time

from crawlers.rehearsal.list_tabs import Row
from crawlers.rehearsal.year import Year

_PERIOD = "Period covered - "


def cover(year: Year, published_on: date) -> Iterator[Row]:
    """Yield the cover, which says that the workbook is a rehearsal and whose."""
    yield ["Cover sheet – Rehearsal"]
    yield ["Section", "Detail"]
    yield ["Policy area:", f"Children's social care data in England {year.to.year} (rehearsal)"]
    yield ["Theme:", "Social care"]
    yield ["Published on:", datetime.combine(published_on, time())]
    yield ["Coverage:", "England"]
    yield from _periods(year)
    yield ["Status:", "Rehearsal: invented data, not statistics"]
    yield ["Issued by:", "Provider monitor rehearsal"]
    yield ["Publication frequency:", "Annual "]
    yield ["Every provider, owner, premises and inspection in this workbook is invented."]
    yield ["Councils, regions and constituencies are real; nothing said of them here is."]


def _periods(year: Year) -> Iterator[Row]:
    limit = f"published by 30 April {year.to.year}"
    yield [
        (
            f"{_PERIOD}Inspection outcomes for all regulated, and other, children’s social care"
            " provision:"
        ),
        f"01 April {year.first_day.year} to {year.day}, {limit}",
    ]
    yield [
        (
            f"{_PERIOD}Inspection outcome of most recent inspection for all regulated, and other,"
            " children’s social care provision:"
        ),
        f"As at {year.day}, {limit}",
    ]
    yield [
        (
            f"{_PERIOD}Information about the providers of children’s social care, including the"
            " numbers of providers and places:"
        ),
        f"As at {year.day}",
    ]


def contents(year: Year) -> Iterator[Row]:
    """Yield the list of tabs, in the publisher's words for them."""
    yield ["Contents"]
    yield ["Worksheet title and link", "Description of contents of worksheet"]
    yield ["Notes", "These are notes about the document and data within it."]
    yield ["Meta-data", "This is a headline guide to what data is contained in each tab."]
    for title, _ in _TABS:
        yield [title.format(day=year.day, label=year.label), "Invented data, in this tab's form."]


def guidance(year: Year) -> Iterator[Row]:
    """Yield what a reader must know of the rows, from the publisher's own guidance."""
    yield ["Guidance"]
    yield ["Data"]
    yield ["Every row is invented, for rehearsal."]
    yield ["Notes to help use/interpret the data"]
    yield [
        (
            "For supported accommodation, provider-level places and premises data is reported for"
            f" open and pending premises as at {year.day}."
        )
    ]
    yield ["The local authority of a provider reflects the address of that provider."]
    yield [
        (
            "Where the term 'Residential special school (registered as a children's home)' is used,"
            " this refers to residential special schools that are registered as children's homes as"
            " they care for pupils for more than 295 days in a year."
        )
    ]


def notes(_: Year) -> Iterator[Row]:
    """Yield the numbered notes to which headings and dates refer."""
    yield ["Notes"]
    yield ["This worksheet contains one table."]
    yield [
        (
            "The table provides details on the notes appended to tables throughout the underlying"
            " data tabs."
        )
    ]
    yield ["Note Number", "Note Text"]
    yield [
        1,
        (
            "Residential special schools that care for pupils for more than 295 days per year must"
            " register as children’s homes."
        ),
    ]
    yield [2, "Not used in a rehearsal, which has no dates before 2024."]
    yield [3, "Not used in a rehearsal, which has no dates before 2024."]
    yield [
        4,
        "Category 1 is self-contained, 2 ring-fenced shared, 3 shared, 4 a private residence.",
    ]


def meta_data(year: Year) -> Iterator[Row]:
    """Yield the table of what each tab is about."""
    yield ["Metadata guide"]
    yield ["This worksheet contains one table, which begins in cell A4."]
    yield [
        (
            "The table details the type of data shown in each tab. If the data is present in a"
            ' tab, this is marked with "Yes" if the data is not present in a tab this is marked'
            ' with "No".'
        )
    ]
    yield [
        "Topic",
        "Children's homes only",
        "Supported accommodation providers only",
        "All social care providers",
        "In year/period",
        "State of the nation \n(31 March)",
    ]
    for title, answers in _TABS:
        marks = ("Yes" if answer == "y" else "No" for answer in answers)
        yield [title.format(day=year.day, label=year.label), *marks]


_TABS = (
    ("Provider level at {day}", "nnyny"),
    ("Provider level in year {label}", "nnyyn"),
    ("Providers+places at {day}", "nnyny"),
    ("SA Premises at {day}", "nynny"),
    ("Leavers + joiners at {day}", "nnyyy"),
    ("Providers + Places Time Series", "nnyny"),
    ("Latest OE 31 March Time Series", "nnyny"),
    ("In Year Time series", "ynnyn"),
)
"""Each list and time series: its title, and yes or no to each heading of Meta-data."""
