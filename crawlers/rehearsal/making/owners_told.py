"""When Ofsted's lists first write an owner's new name: the register of companies knew it long."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.texts import heard_by
from crawlers.rehearsal.making.told_by_ofsted import OWNERS_SINCE, first_told
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.happenings import Sign, SignKind
from crawlers.rehearsal.world.settings import Inspection, OwnerText, Setting


def owners_told(bench: Workbench) -> None:
    """Give every change of an owner's name the lists that write the new one, by setting."""
    visits: dict[str, list[Inspection]] = {}
    for visit in bench.inspections:
        visits.setdefault(visit.urn, []).append(visit)
    for at, one in enumerate(bench.happenings):
        renamed = [sign for sign in one.signs if sign.kind is SignKind.NAME_CHANGED]
        found = [
            sign
            for told in renamed
            for setting in bench.run_by(told.subject)
            for sign in _told(setting, visits.get(setting.urn, []), told.public_on)
        ]
        if found:
            signs = sorted((*one.signs, *found), key=lambda one: (one.public_on, one.subject))
            bench.happenings[at] = replace(one, signs=tuple(signs))


def _told(setting: Setting, visits: list[Inspection], renamed_on: date) -> Iterator[Sign]:
    """Yield the first change of a setting's text since Ofsted heard of a name, once it is out."""
    after = _changed(setting, renamed_on)
    if after is None:
        return

    def says(day: date) -> bool:
        has_owners = day.year >= OWNERS_SINCE
        return has_owners and day >= after.since and setting.owner_text_at(day) == after.text

    told_on = first_told(setting, visits, says)
    if told_on is not None:
        yield Sign(
            kind=SignKind.OWNER_TEXT_CHANGED,
            subject=setting.urn,
            happened_on=renamed_on,
            public_on=told_on,
        )


def _changed(setting: Setting, renamed_on: date) -> OwnerText | None:
    """The text that first writes a new name; None where none does, or the first did already."""
    first, *later = setting.owner_texts
    if first.text is None or heard_by(_first_issue(setting)) >= renamed_on:
        return None
    return next((one for one in later if heard_by(one.since) >= renamed_on), None)


def _first_issue(setting: Setting) -> date:
    """The first 31 March on which a setting is on the register, from the market's beginning."""
    since = max(setting.registered_on, date(calibration.FIRST_DAY.year, 3, 31))
    return date(since.year + (since > date(since.year, 3, 31)), 3, 31)
