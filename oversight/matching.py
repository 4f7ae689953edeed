"""Owners to companies: which company, if any, an owner's text in Ofsted's register means.

The first form. A company number in the text decides; otherwise a name that is borne by exactly
one live company. Everything else stands as a registered organisation, and says why.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.indexed_company import IndexedCompany
from db.owner_text import LEGAL_SUFFIXES, names_a_charity, owner_key
from db.records import Company, Setting
from oversight.finding import Evidence
from oversight.organisations import Organisation

Names = Mapping[str, Sequence[IndexedCompany]]
"""Companies by the key of their name (`db.owner_text.owner_key`)."""

_LLP = re.compile(r"\bL\.?L\.?P\b|\blimited liability partnership\b", re.IGNORECASE)
_COMPANY = re.compile(rf"\b({LEGAL_SUFFIXES})\b", re.IGNORECASE)


class Method(StrEnum):
    """How an owner was matched to a company, or why it was not."""

    NUMBER = "a company number stands in the owner's text"
    NAME = "exactly one live company that is held bears the name"
    COUNCIL = "a council is matched to no company"
    SEVERAL_NUMBERS = "the owner's texts hold several company numbers"
    CHARITY = "the owner's text holds a charity number and no company number"
    AMBIGUOUS = "several live companies bear the name"
    NOT_HELD = "no live company that is held bears the name"
    DECIDED = "a person decided"
    REFUSED = "people decided against every company that a rule would name"
    UNDECIDED = "people looked and left it undecided"
    CONTRADICTED = "what people decided contradicts itself, and is to be decided anew"


@dataclass(frozen=True, kw_only=True)
class OwnerMatch:
    """What one owner's text means: a company, or none and why, with what that rests on."""

    owner_key: str
    method: Method
    company_number: str | None
    """None where the owner is matched to no company."""
    company_name: str | None
    """Its name in the register of companies; None where that is not held."""
    name_differs: bool = False
    """True where the text's number is that of a company known by other names alone."""
    candidates: tuple[str, ...] = ()
    """Numbers of the companies between which the text does not decide."""
    evidence: tuple[Evidence, ...]
    """The setting's row, then the row of the company, where it is held."""


def match_owners(
    organisations: Iterable[Organisation], names: Names, day: date
) -> dict[str, OwnerMatch]:
    """Each organisation's match, by its key, as at `day`: a later company owned nothing then."""
    by_number = {
        company.company_number: company
        for companies in names.values()
        for company in sorted(companies, key=lambda one: one.cite)
    }
    return {one.key: _match(one, names.get(one.key, ()), by_number, day) for one in organisations}


def held_names(companies: Iterable[Company]) -> dict[str, tuple[IndexedCompany, ...]]:
    """The companies whose profiles are held, by the key of their name: an index of a few.

    The law lets no two companies on the register bear the same name at once (Companies Act
    2006 s.66), so that a held company of the name is seldom one of several.
    """
    return by_name(
        IndexedCompany(
            company_number=company.company_number,
            name=company.name,
            category=company.company_type,
            status=company.status or "status not published",
            incorporated_on=company.valid_from,
            cite=company.cite,
        )
        for company in companies
    )


def by_name(companies: Iterable[IndexedCompany]) -> dict[str, tuple[IndexedCompany, ...]]:
    """Companies by the key of their name, each name's in the order of their numbers."""
    found: dict[str, list[IndexedCompany]] = {}
    for company in companies:
        found.setdefault(owner_key(company.name), []).append(company)
    return {
        key: tuple(sorted(group, key=lambda one: one.company_number))
        for key, group in found.items()
    }


def both(index: Names, held: Names) -> dict[str, tuple[IndexedCompany, ...]]:
    """An index and the companies whose profiles are held, each company once for each name."""
    return {
        key: tuple(
            {one.company_number: one for one in (*held.get(key, ()), *index.get(key, ()))}.values()
        )
        for key in sorted(index.keys() | held.keys())
    }


def _match(
    organisation: Organisation,
    named: Sequence[IndexedCompany],
    by_number: Mapping[str, IndexedCompany],
    day: date,
) -> OwnerMatch:
    numbered = {s.owner_company_number: s for s in reversed(organisation.settings)}
    numbers = sorted(number for number in numbered if number is not None)
    if organisation.is_council:
        return _none(organisation, Method.COUNCIL)
    if len(numbers) == 1:
        of_the_name = (one for one in named if one.company_number == numbers[0])
        company = next(of_the_name, by_number.get(numbers[0]))
        return _by_number(organisation, numbered[numbers[0]], company)
    if numbers:
        return _none(organisation, Method.SEVERAL_NUMBERS, numbers)
    if any(names_a_charity(setting.owner_name) for setting in organisation.settings):
        return _none(organisation, Method.CHARITY)
    return _by_name(organisation, [one for one in named if _may_be(one, organisation, day)])


def _by_number(
    organisation: Organisation, setting: Setting, company: IndexedCompany | None
) -> OwnerMatch:
    evidence = [_written(setting)]
    name_differs = company is not None and owner_key(company.name) != organisation.key
    if company is not None:
        claim = _called(company)
        if name_differs:
            claim += ": another name than the owner's text has"
        evidence.append(Evidence(claim=claim, cite=company.cite))
    return OwnerMatch(
        owner_key=organisation.key,
        method=Method.NUMBER,
        company_number=setting.owner_company_number,
        company_name=company.name if company else None,
        name_differs=name_differs,
        evidence=tuple(evidence),
    )


def _by_name(organisation: Organisation, named: Sequence[IndexedCompany]) -> OwnerMatch:
    if len(named) != 1:
        why = Method.AMBIGUOUS if named else Method.NOT_HELD
        return _none(organisation, why, [one.company_number for one in named], named)
    (company,) = named
    return OwnerMatch(
        owner_key=organisation.key,
        method=Method.NAME,
        company_number=company.company_number,
        company_name=company.name,
        evidence=(
            _written(organisation.settings[0]),
            Evidence(claim=_called(company), cite=company.cite),
        ),
    )


def _none(
    organisation: Organisation,
    why: Method,
    candidates: Iterable[str] = (),
    companies: Iterable[IndexedCompany] = (),
) -> OwnerMatch:
    named = sorted(companies, key=lambda one: one.company_number)
    return OwnerMatch(
        owner_key=organisation.key,
        method=why,
        company_number=None,
        company_name=None,
        candidates=tuple(sorted(candidates)),
        evidence=(
            _written(organisation.settings[0]),
            *(Evidence(claim=_called(company), cite=company.cite) for company in named),
        ),
    )


def _may_be(company: IndexedCompany, organisation: Organisation, day: date) -> bool:
    """Whether a company of the name existed on `day` and has a legal form that the texts state.

    A partnership and a company may bear one name but for the suffix.
    """
    stated = {form for text in organisation.texts for form in _forms(text)}
    borne = _forms(company.name)
    disagrees = bool(stated and borne) and not stated & borne
    return (company.incorporated_on or day) <= day and not disagrees


def _forms(name: str) -> set[str]:
    """Whether a name says that it is a partnership's, or a company's; nothing where neither."""
    if _LLP.search(name):
        return {"partnership"}
    return {"company"} if _COMPANY.search(name) else set()


def _written(setting: Setting) -> Evidence:
    day = setting.as_at.isoformat()
    claim = f"Ofsted's register of {day} names the owner of {setting.urn} as {setting.owner_name!r}"
    return Evidence(claim=claim, cite=setting.cite)


def _called(company: IndexedCompany) -> str:
    return f"company {company.company_number} is called {company.name} ({company.status})"
