"""Whether the group accounts that a company leaves to its parent (s.400, s.401) are at hand."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Self

from crawlers.accounts.note import Missing
from crawlers.accounts.read_filing import ReadFiling
from db.owner_text import owner_key
from db.records.accounts_words import Gap
from oversight.accounts_reading import ReadDocument, cited
from oversight.printing import day

TABLES = """
create table report (key text, company text, ends text, is_group integer, cite text,
 primary key (key, company, ends, is_group));
create table exempt (company text, parent text, ends text, cite text,
 primary key (company, parent, ends))
"""
REPORTS = (
    "select company, ends, is_group, cite from report where key = ? and ends between ? and ?"
    " order by is_group desc, ends desc, rowid limit 1"
)
A_YEAR = timedelta(days=366)
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentsAccounts:
    """The group accounts that one company's filing names instead of its own."""

    company_number: str
    parent: str
    """As the filing names it."""
    made_up_to: date
    """The day up to which the company's own are made."""
    cite: str
    """Where the company says so."""
    found: str | None
    """The citation of the parent's accounts; None where they are not among those looked through."""
    found_number: str | None
    words: str


@dataclass(slots=True)
class LeftToParents:
    """Which companies leave group accounts to a parent, and who reports on what: on the disk.

    It is gone when it is closed.
    """

    among: str = "these documents"
    """Where parents' accounts are looked for, in words."""
    _kept: sqlite3.Connection = field(default_factory=lambda: sqlite3.connect(""))

    def __post_init__(self) -> None:
        """Begin with nothing."""
        self._kept.executescript(TABLES)

    def __enter__(self) -> Self:
        """Documents are added and asked about inside the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind."""
        self._kept.close()

    def add(self, document: ReadDocument) -> None:
        """Take in who a document reports on, and to whom it leaves group accounts."""
        for filing in document.filing.sets:
            period, name = filing.about.period, filing.about.entity_name
            number = filing.about.entity_number or filing.filed_for
            if period is None or number is None:
                continue
            ends = period.end.isoformat()
            if name:
                fragment = "" if filing.member_name is None else f"member={filing.member}"
                self._kept.execute(
                    "insert or ignore into report values (?, ?, ?, ?, ?)",
                    (
                        owner_key(name),
                        number,
                        ends,
                        filing.about.is_consolidated,
                        cited(document.sha256, fragment),
                    ),
                )
            for gap in _left(filing):
                self._kept.execute(
                    "insert or ignore into exempt values (?, ?, ?, ?)",
                    (number, gap.parent, ends, document.cite(gap.fragment or "")),
                )

    def found(self) -> Iterator[ParentsAccounts]:
        """Yield each parent that a company names for a year, with its accounts or without.

        The parent's are of the same day or of an earlier one of the same year (s.400(2), s.401(2)).
        """
        wanted = "select company, parent, ends, cite from exempt order by rowid"
        for company, parent, ends, cite in self._kept.execute(wanted).fetchall():
            yield self._one(company, parent, date.fromisoformat(ends), cite)

    def _one(self, company: str, parent: str, ends: date, cite: str) -> ParentsAccounts:
        within = ((ends - A_YEAR).isoformat(), (ends + A_WEEK).isoformat())
        report = self._kept.execute(REPORTS, (owner_key(parent), *within)).fetchone()
        said = f"{company} leaves group accounts to {parent} (s.400 or s.401): "
        if report is None:
            said += f"no accounts of it are found among {self.among}"
        else:
            number, of, is_group, _ = report
            what = "group accounts" if is_group else "accounts without group statements"
            said += f"found: its {what} ({number}) to {day(date.fromisoformat(of))}"
        return ParentsAccounts(
            company_number=company,
            parent=parent,
            made_up_to=ends,
            cite=cite,
            found=None if report is None else report[3],
            found_number=None if report is None else report[0],
            words=said,
        )


def _left(filing: ReadFiling) -> Iterator[Missing]:
    """The gaps that a named parent's group accounts stand for."""
    for gap in filing.missing:
        if gap.gap is Gap.EXEMPT_INTERMEDIATE_PARENT and gap.parent:
            yield gap
