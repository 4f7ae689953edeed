"""Who holds what, who sits on which board, and who runs which setting, while a market is made."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from crawlers.rehearsal.making.founding import Founding
from crawlers.rehearsal.making.streams import days, weekday
from crawlers.rehearsal.world.bodies import Form
from crawlers.rehearsal.world.control import Appointment, Stake
from crawlers.rehearsal.world.settings import Setting

REGISTERS_BEGAN = date(2016, 4, 6)
"""Control registers began on that day: what was so before is entered as of it."""
FIRST_ENTRIES_BY = date(2017, 6, 29)
"""The first entries came with the first confirmation statements, by then."""


_TOLD_BY = days(14)
"""Who joins or leaves a board is told within fourteen days: Companies Act 2006 s.167."""


def _lists() -> defaultdict[str, list[str]]:
    return defaultdict(list[str])


@dataclass(kw_only=True)
class Holding(Founding):
    """Every stake, appointment and setting so far, and how each begins and ends."""

    stakes: dict[str, Stake] = field(default_factory=dict[str, Stake])
    appointments: dict[str, Appointment] = field(default_factory=dict[str, Appointment])
    settings: dict[str, Setting] = field(default_factory=dict[str, Setting])
    filed: dict[str, date] = field(default_factory=dict[str, date])
    """When the entry of a stake reaches its register, where a deal has set the day."""
    end_filed: dict[str, date] = field(default_factory=dict[str, date])
    """When the end of a stake reaches its register, where a deal has set the day."""
    unfiled: set[str] = field(default_factory=set[str])
    """Stakes that no register shows: the filer forgot."""
    end_unfiled: set[str] = field(default_factory=set[str])
    """Stakes of which no register shows the end, for the same reason."""
    _stakes_in: defaultdict[str, list[str]] = field(default_factory=_lists)
    _stakes_of: defaultdict[str, list[str]] = field(default_factory=_lists)
    _board_of: defaultdict[str, list[str]] = field(default_factory=_lists)
    _run_by: defaultdict[str, list[str]] = field(default_factory=_lists)

    def hold(
        self,
        holder: str,
        company: str,
        *,
        since: date,
        shares: float = 1.0,
        **more: object,
    ) -> str:
        """Let one hold a part of another, with votes alike, and return the stake's key.

        A majority of the votes appoints the board.
        """
        key = self.token("stake", holder, company, since, self.next_number("stake", 1))
        stake = Stake(
            key=key,
            holder=holder,
            company=company,
            since=since,
            shares=shares,
            votes=shares,
            appoints_board=shares > 0.5,  # noqa: PLR2004 - a majority
        )
        self.stakes[key] = replace(stake, **more)  # pyright: ignore[reportArgumentType]
        self._stakes_in[company].append(key)
        self._stakes_of[holder].append(key)
        return key

    def held_in(self, company: str, on: date) -> list[Stake]:
        """The stakes in a company on a day."""
        every = (self.stakes[key] for key in self._stakes_in[company])
        return [one for one in every if one.holds(on)]

    def stakes_in(self, company: str) -> list[Stake]:
        """Every stake that anybody ever has in a company."""
        return [self.stakes[key] for key in self._stakes_in[company]]

    def held_by(self, holder: str, on: date) -> list[str]:
        """The companies in which a body or a person has a stake on a day."""
        every = (self.stakes.get(key) for key in self._stakes_of[holder])
        return [one.company for one in every if one is not None and one.holds(on)]

    def holders_of(self, company: str) -> set[str]:
        """Whoever ever held a part of a company."""
        return {self.stakes[key].holder for key in self._stakes_in.get(company, ())}

    def was_told(self, key: str) -> bool:
        """Whether a stake that ended may have been on a register.

        One of before the registers that ended before its company first told them never was.
        """
        one = self.stakes[key]
        until = one.until or FIRST_ENTRIES_BY
        return one.since >= REGISTERS_BEGAN or until > FIRST_ENTRIES_BY

    def end_stakes(self, company: str, on: date) -> list[str]:
        """End what anybody holds in a company, and return those stakes.

        One that begins on the very day is taken out of the world: it never was.
        """
        ended: list[str] = []
        for one in self.held_in(company, on):
            if one.since < on:
                self.stakes[one.key] = replace(one, until=on)
                ended.append(one.key)
            else:
                del self.stakes[one.key]
                self._stakes_in[company].remove(one.key)
        return ended

    def dissolve(self, company: str, on: date) -> None:
        """Let a company end, and with it whatever anybody has in it and it in others."""
        self.change(company, ended_on=on)
        self.end_stakes(company, on)
        for key in self._stakes_of[company]:
            one = self.stakes.get(key)
            if one is not None and one.holds(on):
                self.stakes[key] = replace(one, until=on)

    def never_found(self, company: str) -> None:
        """Take a company back that is not to be founded after all."""
        del self.bodies[company]
        for key in self._stakes_in.pop(company, ()):
            del self.stakes[key]
        for key in self._board_of.pop(company, ()):
            del self.appointments[key]

    def appoint(self, company: str, people: Iterable[str], on: date) -> list[date]:
        """Appoint people to a board from a day on; return on which days that is filed.

        Who sits on it from the company's first day stands in the application to found it.
        """
        is_first = on == self.bodies[company].begun_on
        role = "llp-designated-member" if self.bodies[company].form is Form.LLP else "director"
        filed: list[date] = []
        for person in people:
            random = self.stream("appointed", company, person, on)
            key = self.token("appointment", company, person, on)
            told_on = weekday(on + days(random.randint(0, 14)), by=on + _TOLD_BY)
            filed.append(on if is_first else told_on)
            self.appointments[key] = Appointment(
                key=key,
                officer=person,
                officer_id=random.choice(self.people[person].officer_ids),
                company=company,
                role=role,
                since=on,
                filed_on=filed[-1],
            )
            self._board_of[company].append(key)
        return filed

    def board_of(self, company: str, on: date) -> list[str]:
        """Who sits on a board on a day."""
        every = (self.appointments[key] for key in self._board_of[company])
        return [
            one.officer
            for one in every
            if one.since <= on and (one.until is None or one.until > on)
        ]

    def board_through(self, company: str, first: date, last: date) -> list[str]:
        """Who sits on a board on two days, as far as anything has happened."""
        still = {*self.board_of(company, last)}
        return [one for one in self.board_of(company, first) if one in still]

    def appointments_in(self, company: str) -> list[Appointment]:
        """Every seat on a board that anybody ever had."""
        return [self.appointments[key] for key in self._board_of.get(company, ())]

    def resign(self, company: str, on: date, people: Iterable[str]) -> list[date]:
        """Let some of a board go on a day; return on which days that is filed."""
        leaving, filed = set(people), list[date]()
        for key in self._board_of[company]:
            one = self.appointments[key]
            if one.until is not None or one.since >= on or one.officer not in leaving:
                continue
            after = days(self.stream("resigned", key).randint(1, 14))
            filed.append(weekday(on + after, by=on + _TOLD_BY))
            self.appointments[key] = replace(one, until=on, end_filed_on=filed[-1])
        return filed

    def register(self, setting: Setting) -> None:
        """Keep a setting, or what has become of one that is kept."""
        if setting.urn not in self.settings:
            owner = setting.owners[0].owner
            assert owner is not None
            self._run_by[owner].append(setting.urn)
        self.settings[setting.urn] = setting

    def give(self, setting: Setting, owner: str) -> None:
        """Let another body be whoever registers a setting that is not open yet."""
        former = setting.owners[0].owner
        assert former is not None
        self._run_by[former].remove(setting.urn)
        self._run_by[owner].append(setting.urn)
        self.settings[setting.urn] = replace(
            setting,
            owners=(replace(setting.owners[0], owner=owner),),
            owner_texts=(replace(setting.owner_texts[0], text=self.bodies[owner].name),),
            name=open_name(self.bodies[owner].name) if setting.name else None,
        )

    def run_by(self, owner: str) -> Iterator[Setting]:
        """Yield every setting that an owner ever runs."""
        for urn in self._run_by.get(owner, ()):
            yield self.settings[urn]


def open_name(owner: str) -> str:
    """The name of a setting that is published: its owner's, without the suffix."""
    return " ".join(owner.split()[:-1]) or owner
