"""Nothing happens before it can, or after: whoever reads the days in order finds a story."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

from crawlers.rehearsal.world.bodies import Form
from crawlers.rehearsal.world.books import Scope
from crawlers.rehearsal.world.happenings import Kind
from crawlers.rehearsal.world.settings import Setting
from crawlers.rehearsal.world.world import World

REGISTERS_BEGAN = date(2016, 4, 6)
"""The first day of control registers: the Small Business, Enterprise and Employment Act 2015."""
NO_BOARD = {Form.LIMITED_PARTNERSHIP, Form.OVERSEAS_ENTITY}
EVE = timedelta(1)


def begun(world: World, key: str) -> date:
    """The first day of a body; that of a person is long ago."""
    return world.body[key].begun_on if key in world.body else date.min


def ended(world: World, key: str) -> date:
    """The last day of a body; far off, while it lasts."""
    last = world.body[key].ended_on if key in world.body else None
    return last or date.max


def test_a_body_ends_after_it_begins_and_changes_in_between(world: World) -> None:
    for body in world.bodies:
        assert body.begun_on < ended(world, body.key)
        for changes in (body.names, body.offices, body.year_ends):
            days = [one.since for one in changes]
            assert days == sorted(set(days))
            assert all(body.begun_on <= day <= ended(world, body.key) for day in days)
        assert body.names[0].since == body.offices[0].since == body.begun_on


def test_nobody_holds_anything_before_either_is_founded_or_after_either_ended(
    world: World,
) -> None:
    for stake in world.stakes:
        pair = (stake.holder, stake.company)
        assert max(begun(world, one) for one in pair) <= stake.since
        assert stake.since < (stake.until or date.max) <= min(ended(world, one) for one in pair)


def test_what_all_hold_in_one_company_at_once_is_at_most_the_whole(world: World) -> None:
    for held in world.stakes_in.values():
        for day in {one.since for one in held}:
            there = [one for one in held if one.holds(day)]
            assert sum(one.shares for one in there) <= 1.0001
            assert sum(one.votes for one in there) <= 1.0001


def test_a_company_limited_by_shares_is_held_by_somebody_every_day(world: World) -> None:
    for body in world.bodies:
        if body.form is not Form.LIMITED:
            continue
        held = world.stakes_in[body.key]
        days = {body.begun_on, *(one.since for one in held), *(one.until for one in held)}
        for day in days - {None, body.ended_on}:
            assert day is not None
            assert sum(one.shares for one in held if one.holds(day)) > 0.9999


def test_no_entry_reaches_a_register_before_it_is_so_or_before_there_are_registers(
    world: World,
) -> None:
    for stake in world.stakes:
        if stake.filed_on is not None:
            assert max(stake.since, REGISTERS_BEGAN) <= stake.filed_on
            assert stake.filed_on < ended(world, stake.company)
        if stake.end_filed_on is not None:
            assert stake.until is not None
            assert stake.filed_on is not None
            assert max(stake.until, stake.filed_on) <= stake.end_filed_on


def test_offices_are_held_in_order_and_filed_afterwards(world: World) -> None:
    for one in world.appointments:
        assert begun(world, one.company) <= one.since <= one.filed_on
        if one.until is not None:
            assert one.end_filed_on is not None
            assert one.since < one.until <= one.end_filed_on


def test_nobody_sits_on_a_board_or_holds_anything_before_coming_of_age(world: World) -> None:
    begun = [(one.officer, one.since) for one in world.appointments]
    begun += [(one.holder, one.since) for one in world.stakes]

    for key, since in begun:
        if key in world.person:
            year, month = world.person[key].born
            assert date(year + 21, month, 1) <= since


def test_nobody_sits_on_a_board_at_a_hundred(world: World) -> None:
    for one in world.appointments:
        if one.officer in world.person:
            assert (one.until or world.last_day).year - world.person[one.officer].born[0] < 100


def test_nobody_sits_on_one_board_twice_at_once(world: World) -> None:
    for appointments in world.appointments_in.values():
        of: defaultdict[str, list[tuple[date, date]]] = defaultdict(list)
        for one in appointments:
            of[one.officer].append((one.since, one.until or date.max))
        for spells in of.values():
            assert all(one[1] <= other[0] for one, other in pairwise(sorted(spells)))


def test_every_company_has_a_board_from_its_first_day(world: World) -> None:
    for body in world.companies:
        if body.form not in NO_BOARD:
            assert body.begun_on in {one.since for one in world.appointments_in[body.key]}


def test_a_first_board_is_public_from_the_first_day(world: World) -> None:
    for one in world.appointments:
        if one.since == begun(world, one.company):
            assert one.filed_on == one.since


def test_a_setting_is_run_by_whoever_is_there(world: World) -> None:
    for setting in world.settings:
        for ownership in setting.owners:
            assert ownership.owner is not None
            assert begun(world, ownership.owner) <= setting.registered_on
            left_on = setting.left_on or world.last_day
            assert left_on <= ended(world, ownership.owner)


def test_a_settings_changes_lie_within_its_life(world: World) -> None:
    for setting in world.settings:
        last = setting.left_on or date.max
        assert setting.registered_on < last
        assert (setting.left_on is None) == (setting.left_by is None)
        for changes in (setting.owner_texts, setting.sizes):
            days = [one.since for one in changes]
            assert days[0] == setting.registered_on
            assert days == sorted(set(days))
        assert all(setting.registered_on <= one.opened_on < last for one in setting.premises)
        for first, until in setting.suspended:
            assert until is not None
            assert setting.registered_on < first < until <= last


def test_a_visit_lies_within_the_settings_life_and_is_published_afterwards(world: World) -> None:
    for visit in world.inspections:
        setting = world.setting[visit.urn]
        assert setting.registered_on < visit.inspected_on < (setting.left_on or date.max)
        assert visit.inspected_on < visit.published_on


def test_a_setting_that_is_registered_again_goes_on_in_its_place(world: World) -> None:
    again = [one for one in world.settings if one.registered_again_as]

    assert again
    for old in again:
        new = world.setting[old.registered_again_as or ""]
        assert old.left_on == new.registered_on
        assert place(old, new.registered_on - EVE) == place(new, new.registered_on)


def place(setting: Setting, day: date) -> tuple[object, ...]:
    """Where a setting is and how large, on a day."""
    return (
        setting.provision_type,
        setting.council,
        setting.constituency,
        setting.places_on(day),
        setting.short_breaks_only,
        setting.multi_building,
    )


def test_an_agency_that_is_registered_again_keeps_its_approved_places(world: World) -> None:
    for old in world.settings:
        if old.registered_again_as and old.fostering:
            new = world.setting[old.registered_again_as]
            assert old.fostering[-1].places == new.fostering[0].places


def test_accounts_are_filed_after_their_period_while_the_company_is_there(world: World) -> None:
    for one in world.accounts:
        assert begun(world, one.reporting) <= one.start < one.end < one.filed_on
        assert one.end < one.due_on
        assert one.filed_on < ended(world, one.company)


def test_periods_follow_on_each_other_and_last_eighteen_months_at_most(world: World) -> None:
    for books in world.books_of.values():
        for scope in {one.scope for one in books}:
            ours = [one for one in books if one.scope is scope]
            assert all(one.end + EVE == other.start for one, other in pairwise(ours))
            assert all(one.months <= 19 for one in ours)


def test_a_charge_is_delivered_within_21_days_of_a_company_that_is_there(world: World) -> None:
    for one in world.charges:
        assert begun(world, one.company) <= one.created_on < ended(world, one.company)
        assert timedelta(0) <= one.delivered_on - one.created_on <= timedelta(21)
        if one.satisfied_on is not None:
            assert one.satisfaction_filed_on is not None
            assert one.created_on < one.satisfied_on <= one.satisfaction_filed_on


def test_charges_are_numbered_in_the_order_of_their_days(world: World) -> None:
    for charges in world.charges_of.values():
        assert [one.number for one in charges] == [n + 1 for n in range(len(charges))]
        days = [one.created_on for one in charges]
        assert days == sorted(days)


def test_an_insolvency_is_public_after_it_begins_and_before_the_company_is_gone(
    world: World,
) -> None:
    for case in world.insolvencies:
        first = case.steps[0].on
        assert begun(world, case.company) < first <= case.public_on < ended(world, case.company)


def test_nothing_is_filed_before_a_company_is_founded_or_after_it_is_gone(world: World) -> None:
    for one in world.filings:
        last = min(ended(world, one.company), world.last_day)
        assert begun(world, one.company) <= one.filed_on <= last


def test_nothing_happens_to_a_company_that_is_not_there(world: World) -> None:
    for one in world.happenings:
        for key in one.bodies:
            assert begun(world, key) <= one.on <= ended(world, key)


def test_who_is_insolvent_pays_its_owners_nothing_more(world: World) -> None:
    for case in world.insolvencies:
        for books in world.books_of[case.company]:
            if books.scope is Scope.COMPANY and books.start > case.steps[0].on:
                assert books.income.dividends_paid == 0


def test_a_reduction_of_capital_is_public_by_its_statement(world: World) -> None:
    stated = {(one.company, one.filed_on) for one in world.filings if one.form == "SH19"}
    reduced = [one for one in world.happenings if one.kind is Kind.CAPITAL_REDUCTION]

    assert reduced
    for one in reduced:
        assert {(sign.subject, sign.public_on) for sign in one.signs} <= stated
        assert one.signs


def test_councils_are_called_as_councils_are(world: World) -> None:
    titles = {one.title for one in world.councils}

    assert {"Bristol City Council", "Herefordshire Council"} <= titles
    assert [one for one in titles if " of C" in one] == []
