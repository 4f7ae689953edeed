"""Which accounts each company files of its books: of what kind, when, how, and what they say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from random import Random

from crawlers.rehearsal import calibration
from crawlers.rehearsal.calibration import filing
from crawlers.rehearsal.making.above import Above
from crawlers.rehearsal.making.beforehand import runners
from crawlers.rehearsal.making.businesses import FILE_ACCOUNTS
from crawlers.rehearsal.making.filing_habits import AUDITED, SHORT, Habits
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.leases import AMENDED_FROM
from crawlers.rehearsal.making.months import last_day, month_of
from crawlers.rehearsal.making.parents_accounts import parents_accounts
from crawlers.rehearsal.making.streams import days, filing_day, weighted
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body, Form, Nature
from crawlers.rehearsal.world.books import (
    Accounts,
    Books,
    LeaseBasis,
    Scope,
    Uncertainty,
)
from crawlers.rehearsal.world.happenings import Kind

EXEMPT = "filing-exemption-subsidiary"
"""A dormant subsidiary for which its parent's accounts are filed: Companies Act 2006 s.448A."""
_TROUBLED = timedelta(days=700)
_QUIET = timedelta(days=700)
"""How long before an end out of the blue no accounts come late, nor are any still awaited."""


@dataclass(frozen=True, kw_only=True)
class Filer:
    """Decides what every company files."""

    bench: Workbench
    books: Mapping[tuple[str, Scope, date], Books]
    _groups: dict[str, int] = field(default_factory=dict[str, int])
    """The companies that filed for a group so far, each with its place among them."""
    _known: dict[str, Habits] = field(default_factory=dict[str, Habits])

    @cached_property
    def _above(self) -> Above:
        return Above(bench=self.bench)

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
        kind = self._kind(body, own, group)
        due_on = due(body, own)
        filed_on = self._filed_on(random, body, own, due_on)
        if filed_on is None or filed_on > calibration.LAST_DAY or not body.is_alive(filed_on):
            return
        if kind == EXEMPT:
            yield self._instead(body, own, filed_on)
            return
        one = self._filing(random, body, own, kind, (filed_on, due_on))
        yield one
        yield from self._amended(random, body, one)
        if body.key in self._above.abroad:
            yield from self._parents(random, body, own, one)

    def _filing(
        self, random: Random, body: Body, own: Books, kind: str, days_: tuple[date, date]
    ) -> Accounts:
        filed_on, due_on = days_
        scopes = (Scope.GROUP, Scope.COMPANY) if kind == "group" else (Scope.COMPANY,)
        habits = self._habits(body.key)
        is_read = body.key in self._announced or _is_early(own)
        medium, vendor = habits.by_software() if is_read else habits.medium(own.end.year)
        if kind == "group":
            place = self._groups.setdefault(body.key, len(self._groups))
            medium, vendor = habits.group_medium(place, own.end.year)
        troubled = self._troubled(body.key, own.end)
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
            withheld=habits.withheld(kind),
            uncertainty=self._uncertainty(random, kind, body.key, is_troubled=troubled),
            opinion=_opinion(random, kind),
            restates=kind in AUDITED and random.random() < filing.RESTATED,
            equity_sign_wrong=kind in SHORT and random.random() < filing.EQUITY_SIGN_WRONG,
            guarantor=self._above.head(body.key, own.end)
            if kind == "audit-exemption-subsidiary"
            else None,
        )

    def _amended(self, random: Random, body: Body, one: Accounts) -> Iterator[Accounts]:
        """Yield the accounts once more, where something in them was wrong."""
        fate = self._fates.get(body.key)
        if random.random() >= filing.AMENDED or one.kind == "group" or fate is not None:
            return
        filed_on = filing_day(random, one.filed_on + days(random.randint(25, 200)))
        if filed_on <= calibration.LAST_DAY and body.is_alive(filed_on):
            yield replace(
                one,
                key=self.bench.token("filing", body.key, "AAMD", one.end)[:22],
                document_id=self.bench.token("document", body.key, "AAMD", one.end)[:22],
                filed_on=filed_on,
                is_amended=True,
            )

    def _parents(self, random: Random, body: Body, own: Books, one: Accounts) -> Iterator[Accounts]:
        """Yield the foreign parent's consolidated accounts, filed beside the company's (s.401)."""
        top = self._above.abroad[body.key]
        ends = self._consolidated_to.get(top, ())
        last = min(one.filed_on, one.due_on) - days(120)
        end = max((each for each in ends if each < last), default=None)
        is_first = body.key == min(self._above.abroad)
        if end is None or not (is_first or random.random() < filing.FOREIGN_PARENTS_FILED):
            return
        theirs = self.books[top, Scope.GROUP, end]
        purpose = ("AA parent", own.end)
        yield parents_accounts(self.bench, body.key, theirs, purpose, (one.filed_on, one.due_on))

    def _instead(self, body: Body, own: Books, filed_on: date) -> Accounts:
        """The parent's consolidated accounts, filed with its guarantee instead of any (s.448A)."""
        theirs = self.books[self._above.head(body.key, own.end) or "", Scope.GROUP, own.end]
        days_ = (filed_on, due(body, own))
        return parents_accounts(self.bench, body.key, theirs, ("AA", own.end), days_, kind=EXEMPT)

    def _kind(self, body: Body, own: Books, group: Books | None) -> str:
        """The publisher's account type, from size and place in the group."""
        head = self._above.head(body.key, own.end)
        year, habits = own.months / 12, self._habits(body.key)
        is_large = group is not None and group.income.turnover > filing.SMALL_TURNOVER_GBP * year
        if is_large and (head is None or habits.consolidates):
            return "group"
        if own.income.turnover == 0 and not own.position.investments:
            is_included = head is not None and (head, Scope.GROUP, own.end) in self.books
            return EXEMPT if is_included and habits.is_exempt else "dormant"
        if own.lease_basis is LeaseBasis.FRS_105:
            return "micro-entity"
        if own.income.turnover <= filing.SMALL_TURNOVER_GBP * year:
            early = own.end < filing.TOTAL_EXEMPTION_SMALL_UNTIL
            return "total-exemption-small" if early else habits.small_kind
        is_guaranteed = head is not None and habits.is_guaranteed
        return "audit-exemption-subsidiary" if is_guaranteed else "full"

    def _habits(self, company: str) -> Habits:
        if company not in self._known:
            self._known[company] = Habits.of(self.bench.stream("habits", company))
        return self._known[company]

    def _filed_on(self, random: Random, body: Body, own: Books, due_on: date) -> date | None:
        """When they reach the register: mostly in the last weeks; None for what never comes."""
        fate = self._fates.get(body.key)
        if fate is not None and fate.fate is not None:
            ends = fate.fate.on
            least = 0 if fate.fate.is_hidden else 30
            if fate.fate.kind is Kind.FAILURE and due_on > ends - days(least):
                return None
            shows = not fate.fate.is_hidden and fate.fate.kind is Kind.FAILURE
            if shows and ends - _TROUBLED < due_on:
                late_on = filing_day(random, due_on + days(random.randint(4, 110)))
                return late_on if late_on < ends else None
        if due_on > self._silent_from.get(body.key, date.max):
            return None
        if body.ended_on is not None and due_on >= body.ended_on - days(60):
            return None
        is_late = random.random() < filing.LATE and not _is_early(own)
        quiet_until = self._unannounced.get(body.key, due_on)
        if is_late and not due_on < quiet_until < due_on + _QUIET:
            late = random.choice([2, 5, 9, 20, 45, 90, 150])
            return filing_day(random, due_on + days(late))
        early = weighted(random, filing.DAYS_BEFORE_DUE)
        early = max(filing.DAYS_BEFORE_DUE) if _is_early(own) else early
        on = max(own.end + days(40), due_on - days(random.randint(early // 2, early)))
        return filing_day(random, on, by=due_on)

    @cached_property
    def _silent_from(self) -> dict[str, date]:
        """From when on those who are struck off or wound up by their members file nothing."""
        wound_up = {one.company: one.public_on for one in self.bench.insolvencies}
        return wound_up | {one.company: one.silent_from for one in self.bench.strike_offs}

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
        boilerplate = kind in AUDITED and random.random() < filing.BOILERPLATE
        return Uncertainty.BOILERPLATE if boilerplate else Uncertainty.NONE

    @cached_property
    def _announced(self) -> frozenset[str]:
        """The companies of the two largest failures that show."""
        fates = [one for one in self.bench.groups if one.fate and not one.fate.is_hidden]
        failures = [one for one in fates if one.fate and one.fate.kind is Kind.FAILURE]
        failures.sort(key=lambda one: len(one.plan.lives), reverse=True)
        return frozenset(key for one in failures[:2] for key in one.owners)

    @cached_property
    def _unannounced(self) -> dict[str, date]:
        """The companies that end out of the blue, and the day: nothing of theirs came late."""
        hidden = (one for one in self.bench.happenings if one.is_hidden)
        return {key: one.on for one in hidden for key in runners(self.bench, one)}

    @cached_property
    def _fates(self) -> dict[str, Group]:
        return {
            key: group
            for group in self.bench.groups
            if group.fate is not None
            for key in (*group.every_owner, *group.stack)
        }


def _is_early(own: Books) -> bool:
    """Whether they are on the new lease basis before they must be; then they come soon, too."""
    return own.lease_basis is LeaseBasis.AMENDED_FRS_102 and own.start < AMENDED_FROM


def due(body: Body, own: Books) -> date:
    """The last day for filing: Companies Act 2006 s.442.

    Nine months after the period, six for a public company; for a first period of more than twelve
    months twenty-one months after incorporation, or three months after the period if later.
    """
    months = 6 if body.form is Form.PLC else 9
    usual = last_day(month_of(own.end) + months)
    if own.start == body.begun_on and own.months > 12:  # noqa: PLR2004 - a year
        begun = month_of(body.begun_on)
        first = last_day(begun + months + 12)
        if body.begun_on != last_day(begun):
            first = first.replace(day=min(body.begun_on.day, first.day))
        return max(first, last_day(month_of(own.end) + 3))
    return usual


def _opinion(random: Random, kind: str) -> str | None:
    if kind not in AUDITED:
        return None
    return "qualified" if random.random() < filing.QUALIFIED else "unmodified"
