"""How stakes stand on the control registers: what filers entered, late, wrongly or not at all."""

from dataclasses import replace
from datetime import date
from random import Random

from crawlers.rehearsal.calibration import LAST_DAY, entries
from crawlers.rehearsal.calibration.filing import DETAILS_CHANGED, PEOPLE_CHANGED
from crawlers.rehearsal.making.holding import FIRST_ENTRIES_BY, REGISTERS_BEGAN
from crawlers.rehearsal.making.streams import a_day, days, weekday, weighted
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import NO_COMPANIES, Body, Form, Nature
from crawlers.rehearsal.world.control import Identification, Stake, Statement

_LONG = 100
"""Days for which an entry has stood when anything about a person changes."""
_A_QUARTER = 0.25
"""What is held at or below this is on no register: Companies Act 2006 Sch 1A paras 2 and 3."""
_NO_REGISTER = frozenset({Form.FOREIGN, Form.LIMITED_PARTNERSHIP, Form.COUNCIL, Form.CHARITY})
_FIRST_ENTRIES = (date(2016, 6, 30), FIRST_ENTRIES_BY)
"""Between these days the first entries were filed, each with a confirmation statement."""
_TOLD_BY = days(28)
"""Two weeks for the company's own register and two for the public one (Companies Act 2006 s.790VA
as it stood)."""
_STATED = {
    "psc-exists-but-not-identified": 2,
    "steps-to-find-psc-not-yet-completed": 2,
    "no-individual-or-entity-with-signficant-control": 6,
}
"""What companies state of an owner abroad whom they do not enter."""


def entering(bench: Workbench) -> None:
    """Enter every stake on its company's register, as filers do."""
    for key, stake in bench.stakes.items():
        if not _is_told(bench, stake):
            continue
        random = bench.stream("entry", key)
        holder = bench.bodies.get(stake.holder)
        if holder and holder.form is Form.FOREIGN and not _is_entered(bench, random, holder):
            _state(bench, stake, weighted(random, _STATED))
            continue
        bench.stakes[key] = _entered(bench, random, stake, holder)


def _is_told(bench: Workbench, stake: Stake) -> bool:
    """Whether anybody tells the register of a stake: it is large enough, and there is a register.

    What had ended before there were registers was never told, and some forget.
    """
    if bench.bodies[stake.company].form in _NO_REGISTER:
        return False
    is_large = max(stake.shares, stake.votes) > _A_QUARTER
    is_over = stake.until is not None and not bench.was_told(stake.key)
    return is_large and not is_over and stake.key not in bench.unfiled


def _is_entered(bench: Workbench, random: Random, holder: Body) -> bool:
    """Whether a foreign owner stands on the register, though the law does not let it.

    In every market the first holding company does.
    """
    is_first = holder.nature is Nature.HOLDING and not bench.next_number("entered from abroad", 0)
    return random.random() < entries.FOREIGN_OWNERS_ENTERED or is_first


def _entered(bench: Workbench, random: Random, stake: Stake, holder: Body | None) -> Stake:
    company = bench.bodies[stake.company]
    filed_on = bench.filed.get(stake.key) if stake.since >= REGISTERS_BEGAN else None
    filed_on = filed_on or _filed_on(random, stake, company)
    if filed_on >= (company.ended_on or date.max):
        return stake
    end_filed_on = _end_filed_on(bench, random, stake, filed_on)
    last = min(stake.until or date.max, end_filed_on or date.max, company.ended_on or date.max)
    return replace(
        stake,
        notified_on=max(stake.since, REGISTERS_BEGAN),
        filed_on=filed_on,
        changes_filed_on=_changes(bench, stake, (filed_on, min(last, LAST_DAY))),
        end_filed_on=end_filed_on,
        written=stake.written or (written(random, holder, filed_on) if holder else None),
    )


def _changes(bench: Workbench, stake: Stake, between: tuple[date, date]) -> tuple[date, ...]:
    """When the register is told of what changed about the holder: the office, a council's name.

    A person's address for letters is the company's office; a few people have other news.
    """
    holder = bench.bodies.get(stake.holder)
    moved = (holder or bench.bodies[stake.company]).offices[1:]
    renamed = holder.names[1:] if holder and holder.form in NO_COMPANIES else ()
    random = bench.stream("details", stake.key)
    told: set[date] = set()
    for one in (*moved, *renamed):
        filed_on = weekday(one.since + days(random.randint(1, 14)), by=one.since + days(14))
        is_told = random.random() < DETAILS_CHANGED
        if is_told and between[0] < one.since and filed_on < between[1]:
            told.add(filed_on)
    if (
        holder is None
        and random.random() < PEOPLE_CHANGED
        and (between[1] - between[0]).days > _LONG
    ):
        told.add(a_day(random, between[0] + days(30), between[1] - days(30)))
    return tuple(sorted(told))


def _filed_on(random: Random, stake: Stake, company: Body) -> date:
    if stake.since < REGISTERS_BEGAN:
        return a_day(random, *_FIRST_ENTRIES)
    if stake.since == company.begun_on:
        return stake.since  # who holds it from its first day is told when it is founded
    if random.random() < entries.LATE_ENTRIES:
        return weekday(stake.since + days(random.randint(90, 500)))
    return weekday(stake.since + days(random.randint(0, 28)), by=stake.since + _TOLD_BY)


def _end_filed_on(bench: Workbench, random: Random, stake: Stake, filed_on: date) -> date | None:
    """When the register is told of the end; never where the company ends, or somebody forgot."""
    company = bench.bodies[stake.company]
    if stake.until is None or stake.until == company.ended_on or stake.key in bench.end_unfiled:
        return None
    after = days(random.randint(3, 28))
    told = bench.end_filed.get(stake.key) or weekday(stake.until + after, by=stake.until + _TOLD_BY)
    told = max(told, filed_on)
    return told if told < (company.ended_on or date.max) else None


def written(random: Random, holder: Body, on: date) -> Identification:
    """What a filer writes of a corporate holder: seldom all of it, and not always right."""
    form = "Limited Company" if holder.form is Form.LIMITED else _FORMS.get(holder.form, "Company")
    authority = "Companies Act 2006"
    if random.random() < entries.FORM_AND_AUTHORITY_SWAPPED:
        form, authority = authority, form
    if holder.form in {Form.FOREIGN, Form.CHARITY}:
        return Identification(
            name=holder.name_on(on),
            registration_number=holder.foreign_number if random.random() < 0.5 else None,  # noqa: PLR2004
            country_registered=holder.jurisdiction if holder.form is Form.FOREIGN else "England",
            place_registered=f"{holder.jurisdiction} Registry",
            legal_form=form,
            legal_authority=f"Law of {holder.jurisdiction}",
        )
    return Identification(
        name=_spelled(random, holder.name_on(on)),
        registration_number=_number(random, holder),
        country_registered=weighted(random, entries.COUNTRIES_WRITTEN),
        place_registered=weighted(random, entries.PLACES_WRITTEN),
        legal_form=form,
        legal_authority=authority,
    )


_FORMS = {
    Form.LLP: "Limited Liability Partnership",
    Form.PLC: "Public Limited Company",
    Form.GUARANTEE: "Company Limited By Guarantee",
    Form.LIMITED_PARTNERSHIP: "Limited Partnership",
    Form.CIO: "Charitable Incorporated Organisation",
}


def _number(random: Random, holder: Body) -> str | None:
    slip = weighted(random, entries.NUMBERS_WRITTEN)
    number = holder.number
    if number is None or slip == "left out":
        return None
    if slip == "zero lost":
        return number.lstrip("0")
    if slip == "with words":
        return f"No. {number}"
    return "n/a" if slip == "n/a" else number


def _spelled(random: Random, name: str) -> str:
    chance = random.random()
    if chance < entries.HOLDERS_IN_CAPITALS:
        return name.upper()
    if chance < 2 * entries.HOLDERS_IN_CAPITALS:
        return name.replace("Limited", "Ltd")
    return name


def _state(bench: Workbench, stake: Stake, words: str) -> None:
    bench.statements.append(
        Statement(
            key=bench.token("statement", stake.key),
            company=stake.company,
            words=words,
            since=max(stake.since, REGISTERS_BEGAN),
            until=stake.until,
        )
    )
