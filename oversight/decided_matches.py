"""What rules say that owners are, put right by what people decided about them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from db.indexed_company import IndexedCompany
from oversight.decided_evidence import told
from oversight.decisions import Decisions, Kind, OwnerRuling, kind_of
from oversight.finding import Evidence
from oversight.matching import Method, Names, OwnerKind, OwnerMatch, called, written_of_a_person
from oversight.organisations import Organisation

_KINDS = {
    Kind.CHARITY: OwnerKind.CHARITY,
    Kind.COUNCIL: OwnerKind.COUNCIL,
    Kind.HEALTH: OwnerKind.HEALTH,
    Kind.PERSON: OwnerKind.PERSON,
    Kind.NONE: OwnerKind.NONE_FOUND,
}
"""What an owner is that people decided to be no company."""


def as_decided(
    matches: Mapping[str, OwnerMatch],
    organisations: Iterable[Organisation],
    names: Names,
    decisions: Decisions,
    day: date,
) -> dict[str, OwnerMatch]:
    """Each organisation's match as at `day`, by its key, with every decision about it applied.

    A decision goes before every rule. What people left undecided, or contradict one another
    about, no rule decides: it stands as matched to no company.
    """
    found = dict(matches)
    for organisation in organisations:
        ruling = _ruling(organisation, decisions, day)
        if not ruling.says_nothing:
            found[organisation.key] = _ruled(found[organisation.key], organisation, ruling, names)
    return found


def _ruling(organisation: Organisation, decisions: Decisions, day: date) -> OwnerRuling:
    """What is decided of an owner; of settings apart the same is, perhaps by several decisions."""
    urns = sorted(organisation.excepted) or [None]
    every = [decisions.about(organisation.text_key, day, urn) for urn in urns]
    evidence = chain.from_iterable(one.evidence for one in every)
    return replace(every[0], evidence=tuple(dict.fromkeys(evidence)))


def _ruled(
    match: OwnerMatch, organisation: Organisation, ruling: OwnerRuling, names: Names
) -> OwnerMatch:
    refused, left_open = _companies(ruling.refused), _companies(ruling.undecided)
    near = {*match.candidates, *filter(None, [match.company_number]), *left_open} - refused
    evidence = (*match.evidence, *told(organisation, match, ruling))
    if ruling.same is not None:
        return _decided(match, organisation, ruling.same, ruling, names)
    if ruling.reopened:
        return _none(match, Method.CONTRADICTED, near, evidence)
    if match.company_number in left_open or (ruling.undecided and not match.company_number):
        return _none(match, Method.UNDECIDED, near, evidence)
    if _subject(match) in ruling.refused or (match.candidates and not near):
        none = _none(match, Method.REFUSED, near, evidence)
        is_refused = f"{Kind.CHARITY}:{match.charity_number}" in ruling.refused
        return replace(none, charity_number=None) if is_refused else none
    if match.company_number is None:
        return _none(match, match.method, near, evidence)
    return match


def _decided(
    match: OwnerMatch, organisation: Organisation, subject: str, ruling: OwnerRuling, names: Names
) -> OwnerMatch:
    """The match with the company that people decided on; with none where it is no company."""
    is_ = {kind_of(one): one.partition(":")[2] for one in (*sorted(ruling.also), subject)}
    rule_said = match.evidence
    if Kind.PERSON in is_:
        rule_said = (written_of_a_person(organisation.named),)
    evidence = (*rule_said, *told(organisation, match, ruling))
    number = is_.get(Kind.COMPANY)
    is_the_rules = number is not None and number == match.company_number
    by_rule = match.charity_number if is_the_rules else None
    none = replace(
        _none(match, Method.DECIDED, (), evidence),
        charity_number=is_.get(Kind.CHARITY, by_rule),
    )
    if number is None:
        return replace(none, decided_kind=_KINDS[kind_of(subject)])
    company = _held(number, names)
    called_so = () if company is None else (called(company),)
    return replace(
        none,
        company_number=number,
        company_name=company.name if company else None,
        evidence=(*evidence, *(one for one in called_so if one not in evidence)),
    )


def _none(
    match: OwnerMatch, why: Method, near: Iterable[str], evidence: tuple[Evidence, ...]
) -> OwnerMatch:
    return replace(
        match,
        method=why,
        company_number=None,
        company_name=None,
        name_differs=False,
        candidates=tuple(sorted(near)),
        evidence=evidence,
    )


def _companies(subjects: Iterable[str]) -> set[str]:
    """The numbers of the companies among some subjects."""
    return {one.partition(":")[2] for one in subjects if kind_of(one) is Kind.COMPANY}


def _held(number: str, names: Names) -> IndexedCompany | None:
    """The company of a number; of several lines about it, that which is cited first."""
    of_it = (one for named in names.values() for one in named if one.company_number == number)
    return min(of_it, key=lambda one: one.cite, default=None)


def _subject(match: OwnerMatch) -> str | None:
    """What a rule took the owner to be; None where it took it for nobody that has a subject."""
    if match.company_number is not None:
        return f"{Kind.COMPANY}:{match.company_number}"
    if match.charity_number is not None:
        return f"{Kind.CHARITY}:{match.charity_number}"
    return str(Kind.PERSON) if match.kind is OwnerKind.PERSON else None
