"""What else is published of an owner's settings, and of companies: evidence beside the name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TypeVar

from db.owner_text import owner_key
from db.records import Charity, Officer, ReportedProvider, Setting
from db.snapshot import Snapshot
from oversight.organisations import Organisation

T = TypeVar("T")
_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?) ?[0-9][A-Z]{2}")


@dataclass(frozen=True, kw_only=True)
class Written:
    """One text that some publication has for the owner of a setting."""

    text: str
    cite: str
    where: str
    """Which publication: `Ofsted's register of 2024-03-31`."""


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Everything else that is published: each kind is read once, and only when it is asked for."""

    snapshot: Snapshot

    def texts(self, organisation: Organisation) -> list[Written]:
        """What other lists and reports call the owner of its settings, each text once.

        A registration is one person's: whoever carries a setting on is registered anew.
        """
        found: dict[str, Written] = {}
        for setting in organisation.settings:
            for one in self._texts.get(setting.urn, ()):
                found.setdefault(owner_key(one.text), one)
        found.pop(organisation.text_key, None)
        return [found[key] for key in sorted(found)]

    def districts(self, organisation: Organisation) -> dict[str, str]:
        """Where reports place its registered provider's office: postcode district to citation."""
        found = (r for s in organisation.settings for r in self._reported.get(s.urn, ()))
        placed = ((_district(one.office_postcode), one.cite) for one in found)
        return {district: cite for district, cite in placed if district is not None}

    def withheld(self, organisation: Organisation) -> bool:
        """True when a report withholds who provides one of its settings: it might be a person."""
        found = (r for s in organisation.settings for r in self._reported.get(s.urn, ()))
        return any(one.provider_withheld for one in found)

    def charity_named(self, key: str, day: date) -> Charity | None:
        """The only charity of a name that was registered on the day; None where there is none."""
        there = [one for one in self._charities.get(key, ()) if _holds(one, day)]
        return there[0] if len(there) == 1 else None

    def charity_numbered(self, number: str) -> Charity | None:
        """The charity of a number; None where the register has none, or none is held."""
        return self._by_charity_number.get(number)

    def officers_of(self, company_number: str) -> frozenset[str]:
        """Who are officers of a company, by the publisher's own ids, which name nobody."""
        return self._officers.get(company_number, frozenset())

    @cached_property
    def _texts(self) -> Mapping[str, list[Written]]:
        found: dict[str, list[Written]] = {}
        for one in self.snapshot.every(Setting):
            if one.owner_name is not None:
                where = f"Ofsted's register of {one.as_at}"
                written = Written(text=one.owner_name, cite=one.cite, where=where)
                found.setdefault(one.urn, []).append(written)
        for report in self.snapshot.every(ReportedProvider):
            if report.registered_provider is not None:
                text = report.registered_provider
                written = Written(text=text, cite=report.cite, where="an inspection report")
                found.setdefault(report.urn, []).append(written)
        return found

    @cached_property
    def _reported(self) -> Mapping[str, tuple[ReportedProvider, ...]]:
        return _grouped((one.urn, one) for one in self.snapshot.every(ReportedProvider))

    @cached_property
    def _charities(self) -> Mapping[str, tuple[Charity, ...]]:
        return _grouped((owner_key(one.name), one) for one in self.snapshot.current(Charity))

    @cached_property
    def _by_charity_number(self) -> Mapping[str, Charity]:
        return {one.charity_number: one for one in self.snapshot.current(Charity)}

    @cached_property
    def _officers(self) -> Mapping[str, frozenset[str]]:
        known = ((one.company_number, one.officer_id) for one in self.snapshot.current(Officer))
        found = _grouped((number, officer) for number, officer in known if officer is not None)
        return {number: frozenset(ids) for number, ids in found.items()}


NOTHING = Beside(
    snapshot=Snapshot(as_of=date.max, known_at=datetime.max.replace(tzinfo=UTC), shelf={})
)
"""Where nothing but names is held."""


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for key, one in pairs:
        found.setdefault(key, []).append(one)
    return {key: tuple(group) for key, group in found.items()}


def _district(postcode: str | None) -> str | None:
    """The first half of a postcode; None where there is no such."""
    found = _POSTCODE.fullmatch(" ".join((postcode or "").upper().split()))
    return found[1] if found else None


def _holds(charity: Charity, day: date) -> bool:
    return (charity.valid_from or day) <= day
