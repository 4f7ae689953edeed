"""The tabs on councils, which the workbooks of 2022 and 2023 have beside those on settings.

They judge real councils. A rehearsal judges none: its tables name every council and leave blank
what inspectors would have said.
"""

from collections.abc import Iterator

from crawlers.rehearsal.forms.ofsted.columns import Row
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.spelling import council_name
from crawlers.rehearsal.forms.ofsted.year import Year

LAST_YEAR = 2023
_LINKS = (
    "This worksheet contains one table with no blank rows. Column A includes a link to the Local"
    " Authority Webpage for each local authority. No council is judged in a rehearsal."
)
_CARE = {
    2022: ("Experiences and progress of children in care and care leavers",),
    2023: (
        "Experiences and progress of children in care",
        "Experiences and progress of care leavers",
    ),
}
_JUDGED = (
    "Overall effectiveness",
    "Impact of leaders",
    "Experiences and progress of children who need help and protection",
)
_NAMED = ("Web link", "Local authority name", "Ofsted region")


def at_31_march(register: Register, year: Year) -> Iterator[Row]:
    """Yield every council in England, judged by nobody."""
    yield [
        f"Children's social care data in England {year.to.year} - LA level at Mar {year.to.year}"
    ]
    yield [_LINKS]
    yield [*_NAMED, "Inspection date", *_JUDGED, *_CARE[year.to.year]]
    yield from _councils(register, year)


def in_year(year: Year) -> Iterator[Row]:
    """Yield the headings of the year's visits to councils, of which there are none."""
    yield [f"Children's social care data in England {year.to.year} - LA level in year {year.label}"]
    yield [_LINKS]
    dated = ("Inspection/Visit date", "Inspection/Visit type")
    yield [*_NAMED, *dated, *_JUDGED, *_CARE[year.to.year], "Visit Theme"]


def since_2009(register: Register, year: Year) -> Iterator[Row]:
    """Yield every council again, where their inspections since 2009 would stand."""
    yield [f"Children's social care data in England {year.to.year} - LA inspections 2009-20XX"]
    yield [_LINKS]
    yield [f"Table 10: LA inspections 2009-{year.to.year}"]
    yield ["Web link", "Local authority name", "LA region"]
    yield from _councils(register, year)


def _councils(register: Register, year: Year) -> Iterator[Row]:
    named = {
        council_name(one, year.to): one.region
        for one in register.world.councils
        if one.region != "Wales"
    }
    for name in sorted(named):
        yield ["Ofsted Local Authority Webpage", name, named[name]]
