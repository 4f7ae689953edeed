"""What the store knows of each watched company, for the plan of a crawl of Companies House."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from crawlers.companies_house.asking import DOCUMENTS, are_accounts
from crawlers.companies_house.resources import (
    FILING_HISTORY,
    INSOLVENCY,
    PROFILE,
    RESOURCES,
    linked,
    number_in,
)
from crawlers.due.known import Known, further_pages, is_open, is_overdue, is_troubled
from crawlers.due.naming import named_a_year, still_to_ask
from db import ledger
from db.absence import absent
from db.columns import columns
from db.ledger import Fetched
from db.records import (
    Company,
    Document,
    Filing,
    InsolvencyCase,
    InsolvencyDate,
    Record,
    RegisterExtract,
)
from oversight.installation import Installation

PAGE_ENTRIES = 100
"""Entries on the longest page that the publisher gives of a register."""
A_YEAR = timedelta(days=365)
Last = Mapping[str, Mapping[str, Fetched]]
"""By company: the last fetch of each of its resources, by source."""


class _Filed(NamedTuple):
    """One filing of the past year, and when it was first fetched. A tuple: there are many."""

    category: str
    filed_on: date
    seen_at: datetime
    is_accounts: bool
    """True for accounts whose document is offered."""
    is_news: bool
    """False for what stood in the history already when that was first fetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """What a last profile says that a plan goes by."""

    status: str | None
    status_detail: str | None
    is_overdue: bool
    due_days: tuple[date, ...]


def known_companies(
    place: Installation, numbers: Collection[str], today: date, *, also: Collection[int] = ()
) -> tuple[Known, ...]:
    """What is known on a day of each of these companies, in the order of their numbers.

    From what closed runs fetched, and what the open runs named in `also` did, their adopted
    fetches included: so a crawl that goes on where another was killed asks nothing twice. Raises
    NotInTheArchiveError or DamagedBodyError where the bytes of a profile are gone.
    """
    store = _Store(place=place, last=_last(place, numbers, also), today=today, also=also)
    standing, in_a_case = store.standing(), store.in_a_case()
    filed, pages = store.filed(), store.further_pages()
    documents, absent = store.documents(), store.absent()
    return tuple(
        _known(
            number,
            fetched=store.last.get(number, {}),
            absent=absent.get(number, {}),
            has=store.has(number),
            standing=standing.get(number),
            has_open_case=number in in_a_case,
            filed=filed.get(number, ()),
            pages=pages.get(number, {}),
            documents=documents[number],
        )
        for number in sorted(set(numbers))
    )


def _known(
    number: str,
    *,
    fetched: Mapping[str, Fetched],
    absent: Mapping[str, date],
    has: frozenset[str],
    standing: _Standing | None,
    has_open_case: bool,
    filed: Sequence[_Filed],
    pages: Mapping[str, int],
    documents: int,
) -> Known:
    return Known(
        company_number=number,
        fetched={source: one.counts_from.date() for source, one in fetched.items()},
        absent=absent,
        has=has,
        due_days=standing.due_days if standing else (),
        is_troubled=is_troubled(
            status=standing and standing.status,
            status_detail=standing and standing.status_detail,
            accounts_are_overdue=standing is not None and standing.is_overdue,
            has_open_case=has_open_case,
        ),
        named=still_to_ask(
            ((one.category, one.seen_at) for one in filed if one.is_news),
            {source: one.fetched_at for source, one in fetched.items()},
            has,
        ),
        named_a_year=named_a_year(((one.category, one.filed_on) for one in filed), has),
        further_pages=pages,
        documents=documents,
        accounts_a_year=sum(one.is_accounts for one in filed),
    )


def _last(place: Installation, numbers: Collection[str], also: Collection[int]) -> Last:
    watched = frozenset(numbers)
    found: defaultdict[str, dict[str, Fetched]] = defaultdict(dict)
    for one in ledger.last_fetches(place.engine, RESOURCES, also=also):
        if one.subject in watched:  # an entry read alone has a subject of its own
            found[one.subject][one.source] = one
    return found


@dataclass(frozen=True, kw_only=True)
class _Store:
    """The store, asked for what the last fetches of the watched companies said."""

    place: Installation
    last: Last
    today: date
    also: Collection[int]

    def has(self, number: str) -> frozenset[str]:
        """The sources to which the last profile of a company leads; none without a profile.

        From its bytes: links are no statement about a company, so that no record keeps them.
        """
        profile = self.last.get(number, {}).get(PROFILE)
        if profile is None:
            return frozenset()
        body = self.place.archive.get(profile.sha256)
        return linked(Document(url=f"file:{number}", fetched_at=profile.fetched_at, body=body))

    def standing(self) -> dict[str, _Standing]:
        """What the last profile of each company says."""
        names = (
            "status",
            "status_detail",
            "accounts_overdue",
            "next_accounts_due_on",
            "confirmation_statement_due_on",
        )
        found: dict[str, _Standing] = {}
        for number, said in self._rows(PROFILE, Company, names):
            status, detail, overdue, accounts_due_on, statement_due_on = said
            read_on = self.last[number][PROFILE].fetched_at.date()
            found[number] = _Standing(
                status=status,
                status_detail=detail,
                is_overdue=is_overdue(said=overdue, due_on=accounts_due_on, read_on=read_on),
                due_days=tuple(day for day in (accounts_due_on, statement_due_on) if day),
            )
        return found

    def in_a_case(self) -> frozenset[str]:
        """The companies with an insolvency case that has not ended."""
        of_a_case = ("case_number", "case_type")
        dates: defaultdict[tuple[Any, ...], list[tuple[str, date]]] = defaultdict(list)
        names = (*of_a_case, "date_type", "dated_on")
        for number, (case, kind, what, on) in self._rows(INSOLVENCY, InsolvencyDate, names):
            dates[number, case, kind].append((what, on))
        cases = self._rows(INSOLVENCY, InsolvencyCase, of_a_case)
        return frozenset(
            number for number, case in cases if is_open(dates[number, *case], self.today)
        )

    def filed(self) -> Mapping[str, Sequence[_Filed]]:
        """Each company's filings of the past year, each once, with the moment it was first seen."""
        seen_at: dict[str, datetime] = {}
        first_look: dict[str, datetime] = {}
        for one in ledger.first_fetches(self.place.engine, FILING_HISTORY, also=self.also):
            seen_at[one.sha256] = one.fetched_at
            known = first_look.get(one.subject, one.fetched_at)
            first_look[one.subject] = min(known, one.fetched_at)
        found: dict[tuple[str, str], _Filed] = {}
        for sha256, number, filing, category, filed_on, description, document in columns(
            self.place.engine,
            FILING_HISTORY,
            Filing,
            (
                "company_number",
                "transaction_id",
                "category",
                "filed_on",
                "description",
                "document_id",
            ),
            also=self.also,
            since=self.today - A_YEAR,
        ):
            held = found.get((number, filing))
            if sha256 in seen_at and (held is None or seen_at[sha256] < held.seen_at):
                found[number, filing] = _Filed(
                    category=category,
                    filed_on=filed_on,
                    seen_at=seen_at[sha256],
                    is_accounts=document is not None and are_accounts(category, description),
                    is_news=seen_at[sha256] > first_look.get(number, seen_at[sha256]),
                )
        by_number: defaultdict[str, list[_Filed]] = defaultdict(list)
        for (number, _), filing in found.items():
            by_number[number].append(filing)
        return by_number

    def further_pages(self) -> Mapping[str, Mapping[str, int]]:
        """Pages after the first of each register of each company that has more than one."""
        found: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for source in RESOURCES:
            for number, (entries,) in self._rows(source, RegisterExtract, ("entries",)):
                if pages := further_pages(entries, PAGE_ENTRIES):
                    found[number][source] = pages
        return found

    def documents(self) -> Counter[str]:
        """Of how many documents of each company it is held what is known of them."""
        found = ledger.last_fetches(self.place.engine, (DOCUMENTS,), also=self.also)
        return Counter(one.subject.partition(" ")[0] for one in found)

    def absent(self) -> Mapping[str, Mapping[str, date]]:
        """The day on which the register last had no such resource of a company, by source."""
        found: defaultdict[str, dict[str, date]] = defaultdict(dict)
        for source, url, asked_at in absent(self.place.engine, RESOURCES):
            if number := number_in(url):
                found[number][source] = asked_at.date()
        return found

    def _rows(
        self, source: str, kind: type[Record], names: Sequence[str]
    ) -> Iterator[tuple[str, Sequence[Any]]]:
        """Columns of what the last document of each company says, by the company's number."""
        for sha256, number, *said in columns(
            self.place.engine, source, kind, ("company_number", *names), also=self.also
        ):
            last = self.last.get(number, {}).get(source)
            if last is not None and last.sha256 == sha256:
                yield number, said
