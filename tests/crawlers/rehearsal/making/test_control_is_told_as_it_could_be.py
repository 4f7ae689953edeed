"""Who controls a company is told in its confirmation statement, or on a form, as the law had it."""

from datetime import date

from crawlers.rehearsal.world.happenings import SignKind
from crawlers.rehearsal.world.world import World

FORMS_BEGAN = date(2017, 6, 26)
APPLICATIONS_TOLD = date(2016, 6, 30)
"""From then on an application to found a company names who controls it."""


def test_no_form_about_control_is_older_than_the_forms(world: World) -> None:
    forms = [one for one in world.filings if one.category == "persons-with-significant-control"]

    assert len(forms) > 20
    assert min(one.filed_on for one in forms) >= FORMS_BEGAN


def test_before_the_forms_control_is_told_in_a_statement_with_updates(world: World) -> None:
    said = {
        (one.company, one.filed_on)
        for one in world.filings
        if one.description == "confirmation-statement-with-updates"
    }
    told = [
        (one.company, day)
        for one in world.stakes
        for day in (one.filed_on, *one.changes_filed_on, one.end_filed_on)
        if day is not None and day < FORMS_BEGAN
        if day > max(world.body[one.company].begun_on, APPLICATIONS_TOLD)
    ]
    told += [(one.company, one.since) for one in world.statements if one.since < FORMS_BEGAN]

    assert len(told) > 100
    assert [one for one in told if one not in said] == []


def test_a_deals_sign_is_on_the_day_on_which_control_is_told(world: World) -> None:
    told = {(one.company, one.filed_on) for one in world.stakes}
    signs = [
        (sign.subject, sign.public_on)
        for one in world.happenings
        for sign in one.signs
        if sign.kind is SignKind.CONTROL_ENTRY
    ]

    assert signs != []
    assert [one for one in signs if one not in told] == []
