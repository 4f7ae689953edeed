"""What stands on the file of an insolvent company, from the appointment to the last report."""

from collections.abc import Iterator
from datetime import date

from crawlers.rehearsal.making.insolvencies import (
    COMPULSORY,
    IN_ADMINISTRATION,
    MEMBERS,
    last_report_on,
)
from crawlers.rehearsal.making.papers import Paper, filed
from crawlers.rehearsal.making.streams import days, weekday
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.troubles import InsolvencyCase


def _administration(code: str, description: str, pages: int) -> Paper:
    return Paper(
        code=code,
        category="insolvency",
        subcategory="administration",
        description=f"liquidation-in-administration-{description}",
        pages=pages,
    )


def _voluntary(code: str, description: str, pages: int) -> Paper:
    return Paper(
        code=code,
        category="insolvency",
        subcategory="voluntary",
        description=f"liquidation-voluntary-{description}",
        pages=pages,
    )


def _compulsory(code: str, description: str) -> Paper:
    return Paper(
        code=code,
        category="insolvency",
        subcategory="compulsory",
        description=f"liquidation-compulsory-{description}",
        pages=2,
    )


_ADMINISTRATORS = _administration("AM01", "appointment-of-administrator", 3)
_PROPOSALS = _administration("AM03", "proposals", 48)
_PROGRESS = _administration("AM10", "progress-report", 32)
_TO_DISSOLUTION = _administration("AM23", "move-to-dissolution", 34)
_AFFAIRS = _voluntary("LIQ02", "statement-of-affairs", 10)
_LIQUIDATOR = _voluntary("600", "appointment-of-liquidator", 3)
_RECEIPTS = _voluntary("LIQ03", "statement-of-receipts-and-payments-with-brought-down-date", 22)
_FINAL = _voluntary("LIQ14", "creditors-return-of-final-meeting", 20)
_SOLVENT = _voluntary("LIQ01", "declaration-of-solvency", 5)
_MEMBERS_FINAL = _voluntary("LIQ13", "members-return-of-final-meeting", 14)
_MEMBERS_RESOLVED = Paper(
    code="LRESSP",
    category="resolution",
    description="liquidation-voluntary-special-resolution-to-wind-up-case-start-date",
)
_RESOLVED = Paper(code="RESOLUTIONS", category="resolution", description="resolution", pages=2)
_ORDERED = _compulsory("COCOMP", "winding-up-order")
_COMPLETED = _compulsory("L64.07", "completion")
_DISSOLVED = Paper(code="GAZ2", category="gazette", description="gazette-dissolved-liquidation")


def insolvency_papers(bench: Workbench, case: InsolvencyCase) -> Iterator[Filing]:
    """Yield every document of one case."""
    if case.kind == COMPULSORY:
        yield from _by_the_court(bench, case)
        return
    is_administration = case.kind == IN_ADMINISTRATION
    begun_on, public_on = case.steps[0].on, case.public_on
    ended_on = bench.bodies[case.company].ended_on
    first = _ADMINISTRATORS if is_administration else _LIQUIDATOR
    yield filed(bench, case.company, first, public_on, ("case", case.number))
    if is_administration:
        yield filed(bench, case.company, _PROPOSALS, weekday(begun_on + days(50)), case.number)
    elif case.kind == MEMBERS:
        started = {"case_start_date": begun_on.isoformat()}
        what = ("case", case.number)
        yield filed(bench, case.company, _SOLVENT, public_on, what)
        yield filed(bench, case.company, _MEMBERS_RESOLVED, public_on, what, values=started)
    else:
        for paper in (_AFFAIRS, _RESOLVED):
            yield filed(bench, case.company, paper, public_on, ("case", case.number))
    reported, months = (_PROGRESS, 182) if is_administration else (_RECEIPTS, 365)
    last_on = last_report_on(ended_on) if ended_on else date.max
    for number in range(1, 8):
        told = begun_on + days(months * number)
        on = weekday(told + days(24), by=told + days(30))
        if on < last_on:
            values = {} if is_administration else {"brought_down_date": told.isoformat()}
            what = (case.number, number)
            yield filed(bench, case.company, reported, on, what, values=values)
    if ended_on is not None:
        last = {IN_ADMINISTRATION: _TO_DISSOLUTION, MEMBERS: _MEMBERS_FINAL}.get(case.kind, _FINAL)
        yield filed(bench, case.company, last, last_on, case.number)
        yield filed(bench, case.company, _DISSOLVED, ended_on, case.number)


def _by_the_court(bench: Workbench, case: InsolvencyCase) -> Iterator[Filing]:
    """Yield the order, and the official receiver's word that all is done: no reports between."""
    ended_on = bench.bodies[case.company].ended_on
    yield filed(bench, case.company, _ORDERED, case.public_on, ("case", case.number))
    if ended_on is not None:
        yield filed(bench, case.company, _COMPLETED, last_report_on(ended_on), case.number)
        yield filed(bench, case.company, _DISSOLVED, ended_on, case.number)
