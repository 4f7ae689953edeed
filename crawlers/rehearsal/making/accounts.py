"""Which accounts each company files of its books: of what kind, when, how, and what they say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from random import Random

from crawlers.rehearsal import calibration
from crawlers.rehearsal.calibration import filing
from crawlers.rehearsal.making.businesses import FILE_ACCOUNTS
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.months import last_day, month_of
from crawlers.rehearsal.making.streams import days, weekday, weighted
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body, Form, Nature
from crawlers.rehearsal.world.books import (
    Accounts,
    Books,
    LeaseBasis,
    Medium,
    Scope,
    Uncertainty,
    Vendor,
    Withheld,
)
from crawlers.rehearsal.world.happenings import Kind

_AUDITED = frozenset({"full", "group", "medium", "small"})
_SHORT = frozenset({"total-exemption-full", "total-exemption-small", "small", "micro-entity"})
_TROUBLED = timedelta(days=700)
_ONCE_EACH = (
    (Medium.SCANNED, None),
    (Medium.TAGGED, Vendor.IRIS),
    (Medium.TAGGED, Vendor.CASEWARE),
    (Medium.TAGGED, Vendor.DIGITA),
)


@dataclass(frozen=True, kw_only=True)
class Filer:
    """Decides what every company files."""

    bench: Workbench
    books: Mapping[tuple[str, Scope, date], Books]
    _groups: dict[str, int] = field(default_factory=dict[str, int])
    """The companies that filed for a group so far, each with its place among them."""

    def every(self) -> Iterator[Accounts]:
        """Yield every filing of accounts that is made by the last day."""
        for company, periods in self._periods.items():
            body = self.bench.bodies[company]
            if body.form not in FILE_ACCOUNTS or body.nature is Nature.FUND:
                continue
            for own in periods:
                yield from self._of_a_period(body, own)

    @cached_property
    def _periods(self) -> dict[str, list[Books]]:
        found: dict[str, list[Books]] = {}
        for (company, scope, _), one in sorted(self.books.items()):
            if scope is Scope.COMPANY and one.end >= filing.FIRST_FILED:
                found.setdefault(company, []).append(one)
        return found

    @cached_property
    def _consolidated_to(self) -> dict[str, list[date]]:
        """The ends of the periods of each group's books."""
        found: dict[str, list[date]] = {}
        for company, scope, end in self.books:
            if scope is Scope.GROUP:
                found.setdefault(company, []).append(end)
        return found

    def _of_a_period(self, body: Body, own: Books) -> Iterator[Accounts]:
        random = self.bench.stream("accounts", body.key, own.end)
        group = self.books.get((body.key, Scope.GROUP, own.end))
        kind = self._kind(random, body, own, group)
        due_on = due(body, own)
        filed_on = self._filed_on(random, body, own, due_on)
        if kind == "filing-exemption-subsidiary" or filed_on is None:
            return
        if filed_on > calibration.LAST_DAY:
            return
        one = self._filing(random, body, own, kind, (filed_on, due_on))
        yield one
        if body.key in self._below_abroad:
            yield from self._parents(random, body, own, one)

    def _filing(
        self, random: Random, body: Body, own: Books, kind: str, days_: tuple[date, date]
    ) -> Accounts:
        filed_on, due_on = days_
        scopes = (Scope.GROUP, Scope.COMPANY) if kind == "group" else (Scope.COMPANY,)
        habits = self.bench.stream("software", body.key)
        medium, vendor = self._medium(habits, body.key, kind, own.end)
        troubled = self._troubled(body.key, own.end)
        withheld = _withheld(habits, kind)
        return Accounts(
            key=self.bench.token("filing", body.key, "AA", own.end)[:22],
            document_id=self.bench.token("document", body.key, "AA", own.end)[:22],
            company=body.key,
            reporting=body.key,
            scopes=scopes,
            start=own.start,
            end=own.end,
            filed_on=filed_on,
            due_on=due_on,
            kind=kind,
            medium=medium,
            vendor=vendor,
            withheld=withheld,
            uncertainty=self._uncertainty(random, kind, body.key, is_troubled=troubled),
            opinion=_opinion(random, kind),
            restates=kind in _AUDITED and random.random() < filing.RESTATED,
            equity_sign_wrong=kind in _SHORT and random.random() < filing.EQUITY_SIGN_WRONG,
            guarantor=self._head(body.key, own.end)
            if kind == "audit-exemption-subsidiary"
            else None,
        )

    def _parents(self, random: Random, body: Body, own: Books, one: Accounts) -> Iterator[Accounts]:
        """Yield the foreign parent's consolidated accounts, filed beside the company's (s.401)."""
        top = self._below_abroad[body.key]
        ends = self._consolidated_to.get(top, ())
        end = max((each for each in ends if each < one.filed_on - days(120)), default=None)
        is_first = body.key == min(self._below_abroad)
        if end is None or not (is_first or random.random() < filing.FOREIGN_PARENTS_FILED):
            return
        theirs = self.books[top, Scope.GROUP, end]
        yield Accounts(
            key=self.bench.token("filing", body.key, "AA parent", own.end)[:22],
            document_id=self.bench.token("document", body.key, "AA parent", own.end)[:22],
            company=body.key,
            reporting=top,
            scopes=(Scope.GROUP,),
            start=theirs.start,
            end=theirs.end,
            filed_on=one.filed_on,
            due_on=one.due_on,
            kind="group",
            medium=Medium.SCANNED,
            vendor=None,
            opinion="unmodified",
        )

    def _kind(self, random: Random, body: Body, own: Books, group: Books | None) -> str:
        """The publisher's account type, from size and place in the group."""
        head = self._head(body.key, own.end)
        is_top = head is None or self.bench.bodies[head].form not in FILE_ACCOUNTS
        year = own.months / 12
        if group is not None and group.income.turnover > filing.SMALL_TURNOVER_GBP * year:
            again = self.bench.stream("intermediate", body.key).random()
            if is_top or again < filing.INTERMEDIATE_PARENTS_CONSOLIDATE:
                return "group"
        if own.income.turnover == 0 and not own.position.investments:
            exempt = head is not None and random.random() < filing.FILING_EXEMPT
            return "filing-exemption-subsidiary" if exempt else "dormant"
        if own.lease_basis is LeaseBasis.FRS_105:
            return "micro-entity"
        if own.income.turnover <= filing.SMALL_TURNOVER_GBP * year:
            early = own.end < filing.TOTAL_EXEMPTION_SMALL_UNTIL
            habits = self.bench.stream("habits", body.key)
            return "total-exemption-small" if early else weighted(habits, filing.SMALL_KINDS)
        exempt = self.bench.stream("guaranteed", body.key).random() < filing.GUARANTEED
        return "audit-exemption-subsidiary" if not is_top and exempt else "full"

    def _head(self, company: str, day: date) -> str | None:
        """The topmost body above a company on a day that files here; None where none is."""
        found: str | None = None
        seen = {company}
        above = self._parents_of.get(company, ())
        while above:
            parent = next((who for since, until, who in above if since <= day < until), None)
            if parent is None or parent in seen:
                return found
            seen.add(parent)
            if self.bench.bodies[parent].form in FILE_ACCOUNTS:
                found = parent
            above = self._parents_of.get(parent, ())
        return found

    @cached_property
    def _parents_of(self) -> dict[str, list[tuple[date, date, str]]]:
        found: dict[str, list[tuple[date, date, str]]] = {}
        for one in self.bench.stakes.values():
            if one.votes > 0.5 and one.holder in self.bench.bodies:  # noqa: PLR2004 - s.1162
                link = (one.since, one.until or date.max, one.holder)
                found.setdefault(one.company, []).append(link)
        return found

    @cached_property
    def _below_abroad(self) -> dict[str, str]:
        """Companies whose direct parent is a holding company abroad, with it."""
        return {
            one.company: one.holder
            for one in self.bench.stakes.values()
            if one.votes > 0.5  # noqa: PLR2004 - s.1162
            and one.holder in self.bench.bodies
            and self.bench.bodies[one.holder].form is Form.FOREIGN
            and self.bench.bodies[one.holder].nature is Nature.HOLDING
        }

    def _filed_on(self, random: Random, body: Body, own: Books, due_on: date) -> date | None:
        """When they reach the register: mostly in the last weeks; None for what never comes."""
        fate = self._fates.get(body.key)
        if fate is not None and fate.fate is not None:
            ends = fate.fate.on
            if fate.fate.kind is Kind.FAILURE and due_on > ends - days(30):
                return None
            shows = not fate.fate.is_hidden and fate.fate.kind is Kind.FAILURE
            if shows and ends - _TROUBLED < due_on:
                return weekday(due_on + days(random.randint(4, 110)))
        if body.ended_on is not None and due_on >= body.ended_on - days(60):
            return None
        if random.random() < filing.LATE:
            return weekday(due_on + days(random.choice([2, 5, 9, 20, 45, 90, 150])))
        early = weighted(random, filing.DAYS_BEFORE_DUE)
        return weekday(max(own.end + days(40), due_on - days(random.randint(early // 2, early))))

    def _troubled(self, company: str, end: date) -> bool:
        """Whether the company is in the last two years before a failure that shows."""
        group = self._fates.get(company)
        if group is None or group.fate is None or group.fate.is_hidden:
            return False
        is_failure = group.fate.kind is Kind.FAILURE
        return is_failure and timedelta(0) < group.fate.on - end < _TROUBLED

    def _uncertainty(
        self, random: Random, kind: str, company: str, *, is_troubled: bool
    ) -> Uncertainty:
        """What the accounts say of going on; in every market one failure at least is announced."""
        if is_troubled and kind not in {"micro-entity", "dormant"}:
            told = company in self._announced or random.random() < filing.DISCLOSED
            return Uncertainty.TRUE if told else Uncertainty.NONE
        boilerplate = kind in _AUDITED and random.random() < filing.BOILERPLATE
        return Uncertainty.BOILERPLATE if boilerplate else Uncertainty.NONE

    @cached_property
    def _announced(self) -> frozenset[str]:
        """The companies of the largest failure that shows."""
        fates = (one for one in self.bench.groups if one.fate is not None)
        shown = [one for one in fates if one.fate and not one.fate.is_hidden]
        failures = [one for one in shown if one.fate and one.fate.kind is Kind.FAILURE]
        largest = max(failures, key=lambda one: len(one.plan.lives), default=None)
        return frozenset(largest.owners if largest else ())

    @cached_property
    def _fates(self) -> dict[str, Group]:
        return {
            key: group
            for group in self.bench.groups
            if group.fate is not None
            for key in (*group.every_owner, *group.stack)
        }

    def _medium(
        self, random: Random, company: str, kind: str, end: date
    ) -> tuple[Medium, Vendor | None]:
        """On paper or by which software; the first groups show each way once."""
        if kind == "group":
            place = self._groups.setdefault(company, len(self._groups))
            if place < len(_ONCE_EACH):
                return _ONCE_EACH[place]
            scanned = random.random() < filing.GROUPS_SCANNED
            vendor = Vendor[weighted(random, filing.GROUP_VENDORS)]
        else:
            on_paper = filing.ON_PAPER.get(end.year, filing.ON_PAPER[max(filing.ON_PAPER)])
            scanned = random.random() < on_paper
            vendor = Vendor[weighted(random, filing.VENDORS)]
        return (Medium.SCANNED, None) if scanned else (Medium.TAGGED, vendor)


def due(body: Body, own: Books) -> date:
    """The last day for filing: Companies Act 2006 s.442.

    Nine months after the period, six for a public company; for a first period of more than twelve
    months twenty-one months after incorporation, or three months after the period if later.
    """
    months = 6 if body.form is Form.PLC else 9
    usual = last_day(month_of(own.end) + months)
    if own.start == body.begun_on and own.months > 12:  # noqa: PLR2004 - a year
        first = last_day(month_of(body.begun_on) + months + 12)
        return max(first.replace(day=min(body.begun_on.day, first.day)), own.end + days(91))
    return usual


def _withheld(random: Random, kind: str) -> Withheld | None:
    if kind == "dormant":
        return Withheld.NOTHING
    if kind == "group":
        return Withheld.PARENT
    filleted = kind in _SHORT and random.random() < filing.FILLETED
    return Withheld.FILLETED if filleted else None


def _opinion(random: Random, kind: str) -> str | None:
    if kind not in _AUDITED:
        return None
    return "qualified" if random.random() < filing.QUALIFIED else "unmodified"
