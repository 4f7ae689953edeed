"""Control registers as statements of the Beneficial Ownership Data Standard (BODS 0.4).

One statement for each company and holder, then one for each relationship between them. Ids rest
on what is stated alone, so that the same facts have the same ids in every export, and one that
changed has a new statement under its old record.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby

from db.records import Capacity, Control, ControlStatement
from oversight.bods_interests import Json, interests, is_a_person, reason
from oversight.bods_parties import company, company_id, hashed_id, holder, person
from oversight.holders import OTHER, Holders, Meant, is_company

VERSION = "0.4"
LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


@dataclass(frozen=True, kw_only=True)
class Ownership:
    """What statements are made of: control registers as in force on one day."""

    day: date
    controls: tuple[Control, ...]
    statements: tuple[ControlStatement, ...]
    holders: Holders
    """Who holds by these entries."""
    names: Mapping[str, str]
    """What companies are called, by number; a company that is not here is known by its number."""
    companies: frozenset[str]
    """Companies, by number, that are told of though nobody is entered above or below them: these
    are stated on the day."""
    published_on: date
    publisher: str
    register: str
    """Whose statements these are, such as `Companies House`; of a rehearsal, that it is one."""


def statements(ownership: Ownership) -> Iterator[Json]:
    """Yield every statement: companies and holders by their ids, then relationships by theirs.

    A relationship comes after both whom it is between, as the standard wants it.
    """
    make = _Statements(ownership=ownership)
    yield from make.parties()
    yield from make.relationships()


@dataclass(frozen=True, kw_only=True)
class _Statements:
    ownership: Ownership

    def parties(self) -> Iterator[Json]:
        """Companies and holders, each once."""
        found = dict(self._companies())
        for entry in self._entries():
            first = entry[0]
            record = self._id(first, self.ownership.holders.certain(first))
            if record in found:
                continue
            if is_a_person(first):
                subject = company_id(first.company_number)
                found[record] = self._said("person", record, subject, person(first), first)
            else:
                found[record] = self._said("entity", record, record, holder(first), first)
        yield from (found[record] for record in sorted(found))

    def _companies(self) -> Iterator[tuple[str, Json]]:
        """Each company with a number, by its id, as stated when an entry first told of it."""
        told = dict.fromkeys(self.ownership.companies, self.ownership.day)
        for entry in self.ownership.controls:
            holding = self.ownership.holders.certain(entry).node
            for number in {entry.company_number, holding}:
                if self._is_number(number, entry):
                    told[number] = min(told.get(number, self.ownership.day), entry.public_on)
        for one in self.ownership.statements:
            if reason(one.statement):
                before = told.get(one.company_number, self.ownership.day)
                told[one.company_number] = min(before, one.public_on)
        for number, first_told in told.items():
            record = company_id(number)
            details = company(number, self.ownership.names.get(number, number))
            yield record, self._said("entity", record, record, details, first_told)

    def relationships(self) -> Iterator[Json]:
        """Each entry of a register, and what a company states in a holder's stead."""
        for entry in self._entries():
            first = entry[0]
            meant = self.ownership.holders.certain(first)
            details: Json = {
                "isComponent": False,
                "subject": company_id(first.company_number),
                "interestedParty": self._id(first, meant),
                "interests": interests(entry),
            }
            said = self._relationship(first, first.psc_id, details)
            yield {**said, "annotations": [_annotation(meant)]} if meant.why else said
        for one in sorted(self.ownership.statements, key=lambda one: one.cite):
            why = reason(one.statement)
            if why is not None:
                details = {
                    "isComponent": False,
                    "subject": company_id(one.company_number),
                    "interestedParty": {"reason": why, "description": one.statement},
                    "interests": [],
                }
                yield self._relationship(one, f"{one.statement_id} {one.statement}", details)

    def _entries(self) -> Iterator[tuple[Control, ...]]:
        """Each entry with all its capacities, by company and id."""
        in_order = sorted(
            self.ownership.controls,
            key=lambda one: (one.company_number, one.psc_id, list(Capacity).index(one.capacity)),
        )
        for _, entry in groupby(in_order, key=lambda one: (one.company_number, one.psc_id)):
            yield tuple(entry)

    @staticmethod
    def _is_number(node: str, entry: Control) -> bool:
        """Whether whoever is in an entry has a number of this register."""
        is_holder = node != entry.company_number
        return not is_holder or (is_company(node) and not node.startswith(OTHER))

    def _id(self, entry: Control, meant: Meant) -> str:
        """The id of a holder's record: of a person, of its entry alone."""
        if is_a_person(entry):
            return hashed_id("person", entry.company_number, entry.psc_id)
        if self._is_number(meant.node, entry):
            return company_id(meant.node)
        return hashed_id("holder", meant.node)

    def _relationship(self, of: Control | ControlStatement, key: str, details: Json) -> Json:
        record = hashed_id("relationship", of.company_number, key)
        return self._said("relationship", record, company_id(of.company_number), details, of)

    def _said(
        self,
        kind: str,
        record: str,
        subject: str,
        details: Json,
        of: Control | ControlStatement | date,
    ) -> Json:
        """A statement about a record; its id rests on all of it but who published it, and when.

        `of` is what states it, or only the day on which it was stated.
        """
        stated_on = of if isinstance(of, date) else of.public_on
        stated: Json = {
            "declarationSubject": subject,
            "statementDate": min(stated_on, self.ownership.day).isoformat(),
            "recordId": record,
            "recordType": kind,
            "recordDetails": details,
            "source": self._source(of),
        }
        digest = sha256(json.dumps(stated, sort_keys=True).encode()).hexdigest()
        return {
            "statementId": digest,
            **stated,
            "publicationDetails": {
                "publicationDate": self.ownership.published_on.isoformat(),
                "bodsVersion": VERSION,
                "license": LICENCE,
                "publisher": {"name": self.ownership.publisher},
            },
        }

    def _source(self, of: Control | ControlStatement | date) -> Json:
        cited = "" if isinstance(of, date) else f", {of.cite}"
        return {
            "type": ["officialRegister"],
            "description": f"{self.ownership.register}: public registers{cited}",
            "assertedBy": [{"name": self.ownership.register}],
        }


def _annotation(meant: Meant) -> Json:
    return {
        "statementPointerTarget": "/recordDetails/interestedParty",
        "motivation": "commenting",
        "description": meant.why.strip(" ()"),
    }
