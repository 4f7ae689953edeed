"""What the truth says that one could see is where one would see it, on the day it says."""

from collections.abc import Callable
from datetime import date

import pytest

from crawlers.rehearsal.world.happenings import Happening, Kind, Sign, SignKind
from crawlers.rehearsal.world.world import World


def signs(world: World, kind: SignKind) -> list[Sign]:
    found = [sign for one in world.happenings for sign in one.signs if sign.kind is kind]
    return [one for one in found if one.public_on <= world.last_day]


def test_no_sign_is_public_before_it_is_so(world: World) -> None:
    every = [sign for one in world.happenings for sign in one.signs]

    assert [one for one in every if one.public_on < one.happened_on] == []


def test_the_signs_of_a_happening_are_in_the_order_of_publication(world: World) -> None:
    for one in world.happenings:
        days = [sign.public_on for sign in one.signs]
        assert days == sorted(days)


@pytest.mark.parametrize(
    ("kind", "seen"),
    [
        (SignKind.CONTROL_ENTRY, lambda world: [(s.company, s.filed_on) for s in world.stakes]),
        (SignKind.CONTROL_ENDED, lambda world: [(s.company, s.end_filed_on) for s in world.stakes]),
        (
            SignKind.ALL_ASSETS_CHARGE,
            lambda world: [(c.company, c.delivered_on) for c in world.charges if c.is_all_assets],
        ),
        (
            SignKind.CHARGE_SATISFIED,
            lambda world: [(c.company, c.satisfaction_filed_on) for c in world.charges],
        ),
        (
            SignKind.OFFICE_MOVED,
            lambda world: [(b.key, o.since) for b in world.bodies for o in b.offices[1:]],
        ),
        (
            SignKind.YEAR_END_MOVED,
            lambda world: [(b.key, e.since) for b in world.bodies for e in b.year_ends[1:]],
        ),
        (
            SignKind.NAME_CHANGED,
            lambda world: [(b.key, n.since) for b in world.bodies for n in b.names[1:]],
        ),
        (
            SignKind.DIRECTORS_CHANGED,
            lambda world: [
                (a.company, day) for a in world.appointments for day in (a.filed_on, a.end_filed_on)
            ],
        ),
        (
            SignKind.DIRECTORS_LEFT,
            lambda world: [(a.company, a.end_filed_on) for a in world.appointments],
        ),
        (
            SignKind.POOR_GRADE,
            lambda world: [(i.urn, i.published_on) for i in world.inspections],
        ),
        (SignKind.PETITION, lambda world: [(n.company, n.published_on) for n in world.notices]),
        (
            SignKind.INSOLVENCY,
            lambda world: (
                [(c.company, c.public_on) for c in world.insolvencies]
                + [(n.company, n.published_on) for n in world.notices]
            ),
        ),
        (
            SignKind.GOING_CONCERN,
            lambda world: [(a.company, a.filed_on) for a in world.accounts],
        ),
        (
            SignKind.WEAK_ACCOUNTS,
            lambda world: [(a.company, a.filed_on) for a in world.accounts],
        ),
    ],
    ids=lambda given: given.name if isinstance(given, SignKind) else "",
)
def test_a_sign_is_published_on_its_day(
    world: World, kind: SignKind, seen: Callable[[World], list[tuple[str, date]]]
) -> None:
    there: set[tuple[str, date]] = set(seen(world))

    assert {(one.subject, one.public_on) for one in signs(world, kind)} <= there


def test_a_purchase_that_nobody_entered_left_no_trace_on_the_register(world: World) -> None:
    for one in acquisitions(world):
        bought = one.bodies[0]
        if bought in {s.subject for s in one.signs if s.kind is SignKind.CONTROL_ENTRY}:
            continue
        begun = [s for s in world.stakes_in[bought] if s.since == one.on]
        ended = [s for s in world.stakes_in[bought] if s.until == one.on]
        assert [s.filed_on for s in begun] == [None]
        assert [s.end_filed_on for s in ended] == [None] * len(ended)


def acquisitions(world: World) -> list[Happening]:
    return [one for one in world.happenings if one.kind is Kind.ACQUISITION]


def test_after_a_purchase_the_buyer_stands_above_whatever_was_bought(world: World) -> None:
    for one in acquisitions(world):
        bought = world.stakes_in[one.bodies[0]]
        above = [s.holder for s in bought if s.holds(one.on) and s.votes > 0.5]
        assert len(above) == 1
        assert one.to_head in [above[0], *heads(world, above[0], one.on)]


def heads(world: World, company: str, day: date) -> list[str]:
    """Who is above a company on a day, the nearest first."""
    held = world.stakes_in.get(company, ())
    above = next((s.holder for s in held if s.holds(day) and s.votes > 0.5), None)
    return [] if above is None or above in world.person else [above, *heads(world, above, day)]
