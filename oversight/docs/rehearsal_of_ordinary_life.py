"""What the page tells of years in which nothing happens: beside counts where there are any."""

from collections.abc import Iterator
from dataclasses import dataclass

from crawlers.rehearsal.calibration import ordinary_life as rates
from oversight.docs.rehearsal_comparison import Comparison


@dataclass(frozen=True, kw_only=True)
class Unpublished:
    """One table of figures of the rehearsal that no published ones can be held beside."""

    title: str
    section: str
    """Of the kept figures."""
    measured: str
    """How they are measured, and that the real ones are not known, in sentences."""


def of_places() -> Iterator[Comparison]:
    """Yield the table of settings whose places change."""
    yield Comparison(
        title="Settings whose places change in a year",
        section="places changed",
        real={
            "children's homes that lost places": rates.HOMES_LOSE,
            "children's homes that gained places": rates.HOMES_GAIN,
            "other settings that lost places": rates.OTHERS_LOSE,
            "other settings that gained places": rates.OTHERS_GAIN,
        },
        measured="Of settings that state their places in the registers of both 31 Marches, but for"
        " supported accommodation. The real registers are of 2018 and 2019: 24 of 2,013 homes lost"
        " places and 24 gained some, and of 373 others 74 and 65.",
        source="Ofsted, registers of providers and places as at 31 March 2018 and 31 March 2019,"
        " counted by this project",
        why=dict.fromkeys(
            ("other settings that lost places", "other settings that gained places"),
            "some hundred settings; councils' own, which are really named, do not change, and those"
            " that have least have nothing to lose",
        ),
    )


def unpublished() -> Iterator[Unpublished]:
    """Yield the tables that stand alone."""
    yield Unpublished(
        title="Base rates: signs of an end where nothing ends",
        section="base rates",
        measured="Papers for each 100 company-years from 1 April 2016 to the day, of companies that"
        " run settings and to which nothing of the truth's events ever happens. A rule that reads"
        " one of them as a sign of trouble raises a false alarm about so often. The rates are"
        " assumed: no published figure is held here of owners of settings, nor of all companies."
        " Year ends are moved most often in a company's first year, from the end that the law gives"
        " it to that of its group; the other row leaves the first eighteen months out.",
    )
    yield Unpublished(
        title="What companies' files are made of",
        section="papers",
        measured="Shares of all papers filed from 1 April 2016 to the day, of every company of the"
        " market. No published figure is held here of how many papers of each kind are filed.",
    )
