"""Registered organisations: settings gathered by the owner that the register names.

The register holds free text and no company number, so this is the first layer only: texts
that differ in case, punctuation, '&' or legal suffix are one organisation, and a blank is
never one. Companies and groups are built on top of it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from db.owner_text import owner_key, without_numbers
from db.records import CouncilOwnedBody, ReportedProvider, Sector, Setting

_COUNCIL = re.compile(
    r"\bcouncil\b|\b(?:borough|city|county) of [a-z]|\bborough$|\b(?:london|metropolitan) borough\b"
)
_COMPANY = re.compile(r"\b(?:limited|ltd|llp|lp|plc|cic|sarl|inc|gmbh|bv)$")


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """One registered organisation as at a day, with the settings it owns."""

    text_key: str
    """Its text without case, punctuation and legal suffix."""
    name: str
    """The publisher's most frequent text for it."""
    texts: tuple[str, ...]
    """Every text of the publisher's that was read as this organisation."""
    settings: tuple[Setting, ...]
    council_owned: CouncilOwnedBody | None = None
    """How councils own it outright; None when they do not, as far as our table says."""
    reported: tuple[ReportedProvider, ...] = ()
    """The reports by which settings whose owner the register leaves blank are its own."""
    excepted: frozenset[str] = frozenset()
    """The settings, registered today or not, about which alone people decided something other than
    about the rest of the text; empty for an owner as a whole."""

    @property
    def key(self) -> str:
        """What tells it from every other: its text's key and, of settings apart, their first URN.

        It lasts while people decide nothing else, whichever of the settings closes.
        """
        return f"{self.text_key}#{min(self.excepted)}" if self.excepted else self.text_key

    @property
    def places(self) -> int | None:
        """Registered places of all its settings; None where none is published."""
        published = [one.places for one in self.settings if one.places is not None]
        return sum(published) if published else None

    @property
    def named(self) -> Setting:
        """The first of its settings whose owner the register names; the first where it has none."""
        of_a_name = (one for one in self.settings if one.owner_name is not None)
        return next(of_a_name, self.settings[0])

    @property
    def subject(self) -> str:
        """How a finding names it."""
        return f"owner:{self.key}"

    @property
    def is_council(self) -> bool:
        """True for a council: by its name, or by the sector of every one of its settings.

        One setting of a council's may stand under another sector (Wiltshire Council, 2025). A
        body that councils own is none, whatever the sector: it is registered in its own name.
        """
        if self.council_owned is not None:
            return False
        named = names_a_council(self.text_key)
        sectors = {setting.sector for setting in self.settings}
        return sectors == {Sector.LOCAL_AUTHORITY} or (named and Sector.LOCAL_AUTHORITY in sectors)


def names_a_council(name: str) -> bool:
    """True when a name, in small letters, is written as a council's and not as a company's.

    >>> names_a_council("london borough of ealing"), names_a_council("borough capital")
    (True, False)
    """
    return _COUNCIL.search(name) is not None and _COMPANY.search(name) is None


def organisations(
    settings: Iterable[Setting],
    council_owned: Iterable[CouncilOwnedBody] = (),
    reports: Iterable[ReportedProvider] = (),
) -> tuple[Organisation, ...]:
    """The organisations that own these settings, by key. Settings without an owner are left out.

    One whose owner the register leaves blank is its registered provider's by its newest report,
    where the register names that owner for another setting: so nobody is named who is not there.
    """
    owned: dict[str, list[Setting]] = {}
    blank: list[Setting] = []
    for setting in settings:
        key = owner_key(setting.owner_name) if setting.owner_name is not None else ""
        if key:
            owned.setdefault(key, []).append(setting)
        else:
            blank.append(setting)
    said = {one.urn: one for one in sorted(reports, key=lambda one: one.inspected_on or date.min)}
    reported: dict[str, list[ReportedProvider]] = {}
    for setting in blank:
        report = said.get(setting.urn)
        key = owner_key(report.registered_provider or "") if report is not None else ""
        if report is not None and key in owned:
            owned[key].append(setting)
            reported.setdefault(key, []).append(report)
    bodies: dict[str, list[CouncilOwnedBody]] = {}
    for body in council_owned:
        bodies.setdefault(owner_key(body.owner_name), []).append(body)
    made = (_organisation(key, owned[key], bodies.get(key, ())) for key in sorted(owned))
    return tuple(replace(one, reported=tuple(reported.get(one.key, ()))) for one in made)


def _organisation(
    key: str, settings: list[Setting], bodies: Iterable[CouncilOwnedBody]
) -> Organisation:
    texts = Counter(s.owner_name.strip() for s in settings if s.owner_name is not None)
    name = min(texts, key=lambda text: (-texts[text], text))
    day = settings[0].as_at
    return Organisation(
        text_key=key,
        name=without_numbers(name) or name,
        texts=tuple(sorted(texts)),
        settings=tuple(sorted(settings, key=lambda setting: setting.urn)),
        council_owned=next((body for body in bodies if _holds(body, day)), None),
    )


def _holds(body: CouncilOwnedBody, day: date) -> bool:
    return (body.valid_from or day) <= day and (body.valid_to is None or day < body.valid_to)
