"""The tabs with which the yearly workbook opens: what it is, and how to read it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time

from crawlers.rehearsal.forms.ofsted.columns import Row
from crawlers.rehearsal.forms.ofsted.year import Year

HOMES, SUPPORTED, EVERYBODY, COUNCILS = (
    "Children's homes only",
    "Supported accommodation providers only",
    "All social care providers",
    "Local authorities",
)
IN_YEAR, STATE = "In year/period", "State of the nation \n(31 March)"
_PERIOD = "Period covered - "
_ONE_PERIOD = 2022


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
    yield from invented()


def invented() -> Iterator[Row]:
    """Yield what every cover of a rehearsal says."""
    yield ["Every provider, owner, premises and inspection in this workbook is invented."]
    yield ["Councils, regions and constituencies are real; nothing said of them here is."]


def _periods(year: Year) -> Iterator[Row]:
    in_year = f"01 April {year.first_day.year} to {year.day}"
    limit = f"published by 30 April {year.to.year}"
    if year.to.year <= _ONE_PERIOD:
        yield ["Period covered:", f"Inspections {in_year}, {limit}.\nProviders as at {year.day}."]
        return
    whom = "for all regulated, and other, children’s social care provision:"
    yield [f"{_PERIOD}Inspection outcomes {whom}", f"{in_year}, {limit}"]
    yield [
        f"{_PERIOD}Inspection outcome of most recent inspection {whom}",
        f"As at {year.day}, {limit}",
    ]
    yield [
        (
            f"{_PERIOD}Information about the providers of children’s social care, including the"
            " numbers of providers and places:"
        ),
        f"As at {year.day}",
    ]


def accessibility() -> Iterator[Row]:
    """Yield the tab of 2022 alone."""
    yield ["This rehearsal follows the form that was changed for accessibility in 2022."]


def contents(tabs: Sequence[str]) -> Iterator[Row]:
    """Yield the list of tabs, in the publisher's words for them."""
    yield ["Contents"]
    yield ["Worksheet title and link", "Description of contents of worksheet"]
    yield ["Notes", "These are notes about the document and data within it."]
    yield ["Meta-data", "This is a headline guide to what data is contained in each tab."]
    for title in tabs:
        yield [title, "Invented data, in this tab's form."]


def guidance(year: Year) -> Iterator[Row]:
    """Yield what a reader must know of the rows."""
    yield ["Guidance"]
    yield ["Data"]
    yield ["Every row is invented, for rehearsal."]
    yield ["Notes to help use/interpret the data"]
    yield [f"Providers are listed as they stood on {year.day}."]
    yield ["The local authority of a provider reflects the address of that provider."]
    yield [
        (
            "A residential special school (registered as a children's home) cares for pupils for"
            " more than 295 days in a year."
        )
    ]


def notes() -> Iterator[Row]:
    """Yield the numbered notes to which headings and dates refer."""
    yield ["Notes"]
    yield ["This worksheet contains one table."]
    yield ["The table gives the notes to tables throughout the underlying data tabs."]
    yield ["Note Number", "Note Text"]
    yield [1, "Schools that care for pupils for more than 295 days must register as homes."]
    yield [2, "Not used in a rehearsal, which has no dates before 2017."]
    yield [3, "Not used in a rehearsal, which has no dates before 2017."]
    yield [
        4,
        "Category 1 is self-contained, 2 ring-fenced shared, 3 shared, 4 a private residence.",
    ]


def meta_data(tabs: Mapping[str, Sequence[str]]) -> Iterator[Row]:
    """Yield the table of what each tab is about."""
    asked = {topic for topics in tabs.values() for topic in topics}
    topics = [
        each for each in (COUNCILS, HOMES, SUPPORTED, EVERYBODY, IN_YEAR, STATE) if each in asked
    ]
    yield ["Metadata guide"]
    yield ["This worksheet contains one table, which begins in cell A4."]
    yield ['What a tab has is marked with "Yes"; what it has not is marked with "No".']
    yield ["Topic", *topics]
    for title, about in tabs.items():
        yield [title, *("Yes" if topic in about else "No" for topic in topics)]
