"""Directors who join, leave and retire, as on any board."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import partial

from crawlers.rehearsal.calibration import ordinary_life as rates
from crawlers.rehearsal.making.births import birth
from crawlers.rehearsal.making.boards import LEAST
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.streams import a_day
from crawlers.rehearsal.making.workbench import Workbench

_MOST = 7
"""No board grows beyond so many by itself."""


def joiners_and_leavers(
    bench: Workbench, group: Group | None, company: str, year: tuple[date, date]
) -> None:
    """Plan who joins a company's board in a year, and who leaves it before the time."""
    random = bench.stream("board", company, year[0].year)
    joins, leaves = random.random() < rates.JOINED, random.random() < rates.LEFT
    joined_on, left_on = a_day(random, *year), a_day(random, *year)
    if joins:
        bench.plan(joined_on, partial(_join, bench, group, company, joined_on))
    if leaves:
        bench.plan(left_on, partial(_leave, bench, group, company, left_on))


def retirements(
    bench: Workbench,
    group: Group | None,
    companies: Collection[str],
    year: tuple[date, date],
    acting_since: Mapping[str, date],
) -> None:
    """Plan that whoever is of age leaves every board of some companies on one day of a year."""
    serving = (one for key in companies for one in bench.board_of(key, year[0]))
    for person in dict.fromkeys(serving):
        born = birth(bench, person, acting_since.get(person, year[0]))[0]
        random = bench.stream("retires", person)
        if year[1].year - born >= round(random.triangular(*rates.RETIRES)):
            on = a_day(bench.stream("retired", person), *year)
            bench.plan(on, partial(_retire, bench, group, tuple(companies), person, on))


def goes_on(bench: Workbench, group: Group | None, company: str, on: date) -> bool:
    """Whether a company is there; those of a group that has ended have nothing more to tell."""
    is_there = company in bench.bodies and bench.bodies[company].is_alive(on)
    return is_there and (group is None or group.top.ended_on is None)


def _join(bench: Workbench, group: Group | None, company: str, on: date) -> None:
    if goes_on(bench, group, company, on) and len(bench.board_of(company, on)) < _MOST:
        bench.appoint(company, [bench.person()], on)


def _leave(bench: Workbench, group: Group | None, company: str, on: date) -> None:
    """Let somebody leave who holds nothing of it, if the board stays large enough; or two do."""
    if not goes_on(bench, group, company, on):
        return
    random = bench.stream("left", company, on)
    board, holders = bench.board_of(company, on), bench.holders_of(company)
    spare = len(board) - LEAST.get(bench.bodies[company].form, 1)
    able = [one for one in board[1:] if one not in holders] or board[1:]
    wanted = 2 if random.random() < rates.LEFT_WITH_ANOTHER else 1
    if spare > 0 and able:
        leaving = random.sample(able, min(wanted, spare, len(able)))
        bench.resign(company, on, leaving)


def _retire(
    bench: Workbench, group: Group | None, companies: Collection[str], person: str, on: date
) -> None:
    """Let somebody leave every board; a successor comes where too few would be left."""
    successor: str | None = None
    for company in companies:
        board = bench.board_of(company, on) if goes_on(bench, group, company, on) else []
        if person not in board:
            continue
        if len(board) <= LEAST.get(bench.bodies[company].form, 1):
            successor = successor or bench.person()
            bench.appoint(company, [successor], on)
        bench.resign(company, on, [person])
    if group is None or person not in group.people:
        return
    if successor is None and len(group.people) == 1:
        board = bench.board_of(group.head, on) if group.head in bench.bodies else []
        successor = next(iter(board), None) or bench.person()
    place = group.people.index(person)
    group.people[place : place + 1] = [successor] if successor else []
