"""How Ofsted spells its own words in the issue as at a day: not always as in the year before.

Shares are counted in the publisher's tables of 2016 to 2025.
"""

from datetime import date
from random import Random

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted.register import is_one_of, status_on
from crawlers.rehearsal.world.settings import Council, Inspection, Setting

SUSPENSIONS_SHOWN_FROM = date(2020, 3, 31)
"""Every row of the tables up to 2019 is Active."""
_HOME_WITH_A_CAPITAL = 0.002
"""Share of homes that are a `Children's Home`: 7 of 3,151 in 2024, none before 2019."""
_CAPITAL_GRADES_OF_2019 = 0.01
"""Share of grades that are `Requires Improvement to be good`: 5 of 468."""
_CAPITALS_ON = date(2019, 3, 31)
_OLD_WORDS_UNTIL = date(2018, 3, 31)
_ADEQUATE_BEFORE = date(2015, 4, 1)
"""Visits under earlier frameworks stay `Adequate` in the tables of 2017 and 2018."""
_BARE_BEFORE = date(2016, 4, 1)
"""In 2018, visits of before keep the grade's old, shorter wording."""


def provision_type(setting: Setting, as_at: date, seed: int) -> str:
    """What is registered, with a capital where the publisher slips."""
    if setting.provision_type == words.HOME and as_at >= date(2019, 3, 31):
        drawn = drawn_for(seed, "home with a capital", setting.urn)
        return "Children's Home" if drawn < _HOME_WITH_A_CAPITAL else words.HOME
    return setting.provision_type


def status(setting: Setting, as_at: date) -> str:
    """Where the registration stands; suspensions are not shown in the older tables."""
    found = status_on(setting, as_at)
    is_hidden = found == words.SUSPENDED and as_at < SUSPENSIONS_SHOWN_FROM
    return words.ACTIVE if is_hidden else found


def council_name(council: Council, as_at: date) -> str:
    """The council's name, or that of the council whose area it then was."""
    return council.on(as_at).ofsted_name


def kind(visit: Inspection, setting: Setting, *, capitals: bool) -> str:
    """What kind of visit it was; one table of 2025 writes that of supported accommodation so."""
    return visit.kind.title() if capitals and is_one_of(setting, words.SUPPORTED) else visit.kind


def grade(written: str | None, visit: Inspection, as_at: date, seed: int) -> str | None:
    """A grade in the words of the issue; others than one have not changed."""
    if written != words.REQUIRES_IMPROVEMENT:
        return written
    if as_at <= _OLD_WORDS_UNTIL and visit.inspected_on < _ADEQUATE_BEFORE:
        return "Adequate"
    if as_at < _OLD_WORDS_UNTIL or (
        as_at == _OLD_WORDS_UNTIL and visit.inspected_on < _BARE_BEFORE
    ):
        return "Requires improvement"
    if as_at == _CAPITALS_ON:
        drawn = drawn_for(seed, "grade with capitals", f"{visit.event_number} {visit.urn}")
        return "Requires Improvement to be good" if drawn < _CAPITAL_GRADES_OF_2019 else written
    return written


def drawn_for(seed: int, purpose: str, key: str) -> float:
    """A number from 0 to 1 that is the same whoever asks first."""
    return Random(f"{seed}/ofsted {purpose}/{key}").random()  # noqa: S311 - repeatable, no secret
