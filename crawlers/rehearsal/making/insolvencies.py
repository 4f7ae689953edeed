"""How a company is put into somebody's hands: the case, its practitioner, its notices, its end."""

from datetime import date
from random import Random

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making import names
from crawlers.rehearsal.making.streams import days, weekday
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Address
from crawlers.rehearsal.world.troubles import InsolvencyCase, Notice, Step

IN_ADMINISTRATION = "in-administration"
CREDITORS = "creditors-voluntary-liquidation"
MEMBERS = "members-voluntary-liquidation"
"""A solvent company's own decision: no sign of distress."""
COMPULSORY = "compulsory-liquidation"
"""By an order of the court, upon a petition."""
PETITION = 2450
_NOTICES = {
    2410: "Appointment of Administrators",
    2431: "Resolution for Winding-up",
    2432: "Appointment of Liquidators",
    2433: "Notices to Creditors",
    2441: "Resolution for Winding-up",
    2443: "Appointment of Liquidators",
    PETITION: "Petitions to Wind Up (Companies)",
    2452: "Winding-Up Orders",
}
_ANNOUNCED_BY = {
    IN_ADMINISTRATION: (2410,),
    CREDITORS: (2441, 2443),
    MEMBERS: (2431, 2432, 2433),
    COMPULSORY: (2452,),
}
"""Which notices the law has printed of each kind of case (Insolvency Act 1986 ss.85, 109, Sch.B1
para.46; Insolvency Rules 2016 rr.5.2, 7.22)."""
_PRESENTED = 14
"""Days from the petition to its notice: it is served, and a week must be left (r.7.10)."""
_RECEIVER = "The Official Receiver"
"""The liquidator of whoever is wound up by the court (Insolvency Act 1986 s.136)."""
_THREE_MONTHS = 93
"""A company is dissolved three months after the last report is registered (Insolvency Act 1986
s.201, Sch.B1 para.84)."""


def begin(
    bench: Workbench, company: str, kind: str, on: date, *, random: Random, lasts: tuple[int, int]
) -> None:
    """Begin a case, which lasts some days, and let the company end with it if it does so in time.

    Within days its registered office is its practitioner's.
    """
    public_on = weekday(on + days(random.randint(4, 12)), by=on + days(14))
    forename, firm = random.choice(names.FORENAMES), random.choice(names.FIRMS)
    office = _office(bench, firm)
    notice_on = petition_before(bench, company, on) if kind == COMPULSORY else None
    for code in _ANNOUNCED_BY[kind]:
        announce(bench, company, code, weekday(on + days(3)))
    gone_on = weekday(on + days(random.randint(*lasts)))
    ended_on = gone_on if gone_on < calibration.LAST_DAY else None
    bench.insolvencies.append(
        InsolvencyCase(
            company=company,
            number=1,
            kind=kind,
            steps=_steps(kind, on, ended_on),
            practitioner=_RECEIVER if kind == COMPULSORY else f"{forename} Tallow, {firm}",
            public_on=public_on,
            office=office,
            petitioned_on=notice_on and weekday(notice_on - days(_PRESENTED)),
        )
    )
    told = bench.stream("to the practitioner", company)
    bench.move_office(company, office, weekday(public_on + days(told.randint(1, 9))))
    if ended_on is not None:
        bench.dissolve(company, ended_on)


def announce(bench: Workbench, company: str, code: int, on: date) -> None:
    """Print a notice about a company in the Gazette."""
    bench.notices.append(
        Notice(
            key=str(bench.next_number("notice", 9_000_001)),
            company=company,
            code=code,
            title=_NOTICES[code],
            published_on=weekday(on),
        )
    )


def petition_before(bench: Workbench, company: str, on: date) -> date | None:
    """The day of the newest notice of a petition against a company before a day; None without."""
    told = (
        one.published_on
        for one in bench.notices
        if one.company == company and one.code == PETITION and one.published_on < on
    )
    return max(told, default=None)


def last_report_on(ended_on: date) -> date:
    """The day on which the last report on a company comes, which is dissolved on another."""
    by = ended_on - days(_THREE_MONTHS)
    return weekday(by - days(3), by=by)


def _steps(kind: str, on: date, ended_on: date | None) -> tuple[Step, ...]:
    """What the register dates of a case: the beginning, the last report, the company's end."""
    first, last = "wound-up-on", "concluded-winding-up-on"
    if kind == IN_ADMINISTRATION:
        first, last = "administration-started-on", "administration-ended-on"
    steps = [Step(kind=first, on=on)]
    if kind == MEMBERS:
        steps.append(Step(kind="declaration-solvent-on", on=on))
    if ended_on is not None:
        steps.append(Step(kind=last, on=last_report_on(ended_on)))
        steps.append(Step(kind="dissolved-on", on=ended_on))
    return tuple(steps)


def _office(bench: Workbench, firm: str) -> Address:
    """Where a firm of practitioners has its office: as nowhere as any other."""
    random = bench.stream("practitioners' office", firm)
    return bench.address(random, random.choice(bench.areas.every))
