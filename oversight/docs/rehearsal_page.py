"""The page that puts the rehearsal beside the real register."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from crawlers.rehearsal import calibration
from oversight.docs.markdown import code, heading, page, table
from oversight.docs.rehearsal_comparison import CHANCE, Comparison
from oversight.docs.rehearsal_comparisons import comparisons
from oversight.docs.rehearsal_constants import constants
from oversight.docs.rehearsal_figures import DAY, SEEDS, Figures, kept
from oversight.docs.rehearsal_marks import marks
from oversight.docs.rehearsal_of_ordinary_life import unpublished

LARGE = 0.1
"""A difference is large, and its row says why, above this share of the real figure..."""
LARGE_COUNT, LARGE_SHARE = 12, 0.02
"""... unless it is no more than so many of anything, or than such a share."""
NEARLY = 0.7
"""A row says why as well, where its difference is more than this part of what is large: the page
says so in words."""
NEXT_REGISTER = 6_704
"""Rows of the register of 31 March 2026, as somebody who has it notes."""

AS_MADE = "how the market is made: all seeds lie on this side"
"""Why a row differs, in place of chance where every seed lies on one side of the real figure."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One figure of every seed, beside the real one."""

    what: str
    ours: tuple[float, ...]
    """Of each seed, the first one's first."""
    real: float
    why: str

    @property
    def is_share(self) -> bool:
        """Whether it is written in hundredths."""
        return self.real <= 1

    @property
    def is_large(self) -> bool:
        """Whether the first seed's, or that of most, differs so much that a reader asks why."""
        return self._difference > self._large

    @property
    def is_asked_about(self) -> bool:
        """Whether it is large, or so nearly that a reader asks all the same."""
        return self._difference > NEARLY * self._large

    @property
    def _difference(self) -> float:
        return max(abs(ours - self.real) for ours in (self.ours[0], median(self.ours)))

    @property
    def _large(self) -> float:
        """The largest difference that is not large."""
        return max(LARGE_SHARE if self.is_share else LARGE_COUNT, LARGE * self.real)


def text() -> str:
    """The page."""
    first, *others = SEEDS
    return page(
        "The rehearsal beside the real register",
        "This page holds a synthetic market beside the published figures of the real one, with the"
        " differences.",
        _day(first),
        f"The second column spans seeds {first}, {' and '.join(map(str, others))}: what differs"
        " between them is chance, and what all have on one side of the real figure is how the"
        f" market is made. The difference is that of seed {first}. It is large when it is more than"
        f" a tenth of the real figure, but for up to {LARGE_COUNT} of anything that is counted, and"
        f" up to {100 * LARGE_SHARE:.0f} points of what is a share. A row says why where it, or"
        " that of most seeds, is large, and where it is more than seven tenths of that.",
        f"The figures were measured by {code('make rehearsal-figures')}, which makes those markets"
        " again in two minutes. They are kept, for no check of the pages should wait for them; a"
        " test makes the small market of the same seed and fails when it is another than it was"
        " when they were kept.",
        *_sections(kept()),
        *_alone(kept()),
        heading("What it does not resemble"),
        *_UNLIKE,
        *constants(),
        *marks(),
    )


def _day(seed: int) -> str:
    """Of which market and day the page is, and why."""
    counted = sum(counts[_AT] for counts in calibration.ON_THE_REGISTER.values())
    return (
        f"The rehearsal is the national market of seed {seed} on {_long(DAY)}. That is the day of"
        " the newest register that its makers could count, type by type and owner by owner:"
        f" {counted:,} registrations. The next is larger: somebody who has it notes"
        f" {NEXT_REGISTER:,} rows as at 31 March {DAY.year + 1}, of which no count was at hand, so"
        " that nothing here is held beside it. The rehearsal goes on as far by the trend: it is"
        " larger on its own today than on this page."
    )


def rows(one: Comparison, found: Sequence[Figures]) -> Iterator[Row]:
    """Yield the rows of one comparison."""
    for what, real in one.real.items():
        ours = tuple(each[one.section].get(what, 0) for each in found)
        why = one.why.get(what, "")
        is_one_sided = max(ours) < real or min(ours) > real
        yield Row(
            what=what,
            ours=ours,
            real=real,
            why=AS_MADE if why == CHANCE and is_one_sided else why,
        )


def _sections(found: Sequence[Figures]) -> Iterator[str]:
    for one in comparisons():
        yield heading(one.title)
        yield f"{one.measured} Source: {one.source}."
        yield _table(rows(one, found))


def _alone(found: Sequence[Figures]) -> Iterator[str]:
    """Yield the tables of figures beside which no real ones are held."""
    for one in unpublished():
        ours = {what: [each[one.section][what] for each in found] for what in found[0][one.section]}
        write = _share if one.section == "papers" else _rate
        ranked = sorted(ours, key=lambda what: -ours[what][0])
        yield heading(one.title)
        yield one.measured
        yield table(
            ("", f"Seed {SEEDS[0]}", "All seeds"),
            [(what, write(ours[what][0]), _span(ours[what], write)) for what in ranked],
        )


def _span(ours: Sequence[float], write: Callable[[float], str]) -> str:
    low, high = write(min(ours)), write(max(ours))
    return low if low == high else f"{low} to {high}"


def _rate(number: float) -> str:
    return f"{number:.1f}"


def _table(found: Iterator[Row]) -> str:
    return table(
        ("", f"Seed {SEEDS[0]}", f"Seeds {SEEDS[0]} to {SEEDS[-1]}", "Real", "Difference", "Why"),
        [_cells(row) for row in found],
    )


def _cells(row: Row) -> tuple[str, ...]:
    write = _share if row.is_share else _count
    return (
        row.what,
        write(row.ours[0]),
        _span(row.ours, write),
        write(row.real),
        write(row.ours[0] - row.real, "+"),
        row.why if row.is_asked_about else "",
    )


def _count(number: float, sign: str = "") -> str:
    return f"{number:{sign},.0f}"


def _share(number: float, sign: str = "") -> str:
    """A share of a hundred; a difference is in points."""
    return f"{100 * number:{sign}.1f}{' points' if sign else '%'}"


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


_AT = DAY.year - calibration.FIRST_DAY.year
_UNLIKE = (
    (
        "Councils are really named, so that nothing bad is invented of them: the settings that they"
        " or their trusts own are found good or outstanding, or are not inspected, none is"
        " suspended or cancelled, and others are found below good a little more often instead. A"
        " council looks after a quarter fewer children at least than in life, or a quarter more,"
        " and spends as much as that invented size asks for; nobody has held what it spends beside"
        " what it really spent."
    ),
    (
        "Companies are fewer kinds than in life: no other care, no Scottish or Irish company, no"
        " overseas entity. None makes a voluntary arrangement with its creditors. Investors buy a"
        " group once in ten years and keep it, so that debt is lower beside earnings than in life;"
        " groups owe nothing to each other but share capital and loan notes at the top."
    ),
    (
        "A minority holder has no part in consolidated reserves. A company that an insolvency ends"
        " leaves its group's books with whatever it owed."
    ),
    (
        "Supported accommodation's owners and margins, fees, and who places which child are hardly"
        " published, and so hardly calibrated: nothing that is measured on a rehearsal says how"
        " large they are in life."
    ),
    (
        "Days of the week are assumed. Visits begin from Monday to Friday, seven in ten of them on"
        " a Tuesday or a Wednesday; registrars, courts and newspapers work on the same five days,"
        " and what would fall on a weekend is spread over the next. In life a few documents are"
        " filed on a Saturday or a Sunday, and there are bank holidays; here there is neither."
    ),
    (
        "Inspections pause from March 2020 as they did, but companies' files know nothing of that"
        " year: in life the registrar suspended strike-offs for months, and dates for filing"
        " accounts and other papers were extended; here neither was."
    ),
    (
        "Of the register of companies the API serves the resources of a company, an officer's"
        " appointments, and three searches: for companies, the advanced one and that for dissolved"
        " ones. `/search`, `/search/officers`, `/search/disqualified-officers`,"
        " `/alphabetical-search/companies` and the registers of disqualifications are not served"
        " and answer 404, for nothing here asks them: companies are found by number and by name,"
        " people by the appointments that companies list."
    ),
    (
        "One council's payments to its suppliers are served, and no crawl asks for them: in life"
        " every council has a page of its own, and the source that reads such files,"
        " `council_payments`, names none of those pages. They are there for whoever wants to try"
        " it: `oversight rehearse` prints their address, and a month that is downloaded there is"
        " taken in with `oversight ingest`."
    ),
)
