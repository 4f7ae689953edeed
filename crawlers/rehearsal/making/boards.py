"""Who sits on the boards: founders and executives of a group on all of its companies."""

from functools import partial

from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Form, Office

LEAST = {Form.GUARANTEE: 5, Form.CIO: 5, Form.PLC: 4, Form.COMMUNITY: 3, Form.LLP: 2}
"""How many directors, trustees or members a body of the form has at least."""
_MOST = 4
WITHOUT = frozenset({Form.LIMITED_PARTNERSHIP, Form.OVERSEAS_ENTITY})
"""Forms on the register whose board, if any, is not on it."""


def boards(bench: Workbench) -> None:
    """Plan that every company of every group has a board from its first day on.

    It is appointed by whoever has the group by then.
    """
    for group in bench.groups:
        for key in group.bodies:
            body = bench.bodies[key]
            if body.number and body.form not in WITHOUT:
                bench.plan(body.begun_on, partial(first_board, bench, group, key))


def first_board(bench: Workbench, group: Group, company: str) -> None:
    """Appoint the people of whoever has the group to a new company's board."""
    if company not in bench.bodies:
        return
    body, top = bench.bodies[company], group.top
    wanted = LEAST.get(body.form, 1)
    while len(top.people) < wanted:
        top.people.append(bench.person())
    bench.appoint(company, top.people[: max(wanted, _MOST)], body.begun_on)
    if top is not group and bench.bodies[top.head].number:
        there = bench.bodies[top.head].office_on(body.begun_on)
        bench.change(company, offices=(Office(address=there, since=body.begun_on),))
