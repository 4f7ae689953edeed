"""What rules say that owners are, put right by what people decided about them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from db.indexed_company import IndexedCompany
from oversight.decisions import Decision, Decisions, Kind, OwnerRuling, Verdict, kind_of
from oversight.finding import Evidence
from oversight.matching import Method, Names, OwnerKind, OwnerMatch
from oversight.organisations import Organisation

_KINDS = {
    Kind.CHARITY: OwnerKind.CHARITY,
    Kind.COUNCIL: OwnerKind.COUNCIL,
    Kind.HEALTH: OwnerKind.HEALTH,
    Kind.PERSON: OwnerKind.PERSON,
    Kind.NONE: OwnerKind.NONE_FOUND,
}
"""What an owner is that people decided to be no company."""
_SAID = {
    Verdict.SAME: "a person decided on {day} that",
    Verdict.NOT_THE_SAME: "a person decided on {day} that it is not so that",
    Verdict.UNDECIDED: "a person left it open on {day} whether",
}


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
        ruling = decisions.about(organisation.key, day)
        if not ruling.says_nothing:
            found[organisation.key] = _ruled(found[organisation.key], organisation, ruling, names)
    return found


def _ruled(
    match: OwnerMatch, organisation: Organisation, ruling: OwnerRuling, names: Names
) -> OwnerMatch:
    refused, left_open = _companies(ruling.refused), _companies(ruling.undecided)
    near = {*match.candidates, *filter(None, [match.company_number]), *left_open} - refused
    evidence = (
        *match.evidence,
        *(_told(one, organisation.settings[0].cite) for one in ruling.evidence),
    )
    if ruling.same is not None:
        return _decided(match, ruling.same, names, evidence)
    if ruling.reopened:
        return _none(match, Method.CONTRADICTED, near, evidence)
    if match.company_number in left_open or (ruling.undecided and not match.company_number):
        return _none(match, Method.UNDECIDED, near, evidence)
    if match.company_number in refused or (match.candidates and not near):
        return _none(match, Method.REFUSED, near, evidence)
    if match.company_number is None:
        return _none(match, match.method, near, evidence)
    return match


def _decided(
    match: OwnerMatch, subject: str, names: Names, evidence: tuple[Evidence, ...]
) -> OwnerMatch:
    """The match with the company that people decided on; with none where it is no company."""
    if kind_of(subject) is not Kind.COMPANY:
        none = _none(match, Method.DECIDED, (), evidence)
        return replace(none, decided_kind=_KINDS[kind_of(subject)])
    number = subject.partition(":")[2]
    company = _held(number, names)
    called = () if company is None else (_called(company),)
    return replace(
        match,
        method=Method.DECIDED,
        company_number=number,
        company_name=company.name if company else None,
        name_differs=False,
        candidates=(),
        evidence=(*evidence, *(one for one in called if one not in evidence)),
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


def _called(company: IndexedCompany) -> Evidence:
    claim = f"company {company.company_number} is called {company.name} ({company.status})"
    return Evidence(claim=claim, cite=company.cite)


def _told(decision: Decision, otherwise: str) -> Evidence:
    """A decision as evidence: who took it is told by `oversight match` alone.

    It cites what the person cited, where that lies in the archive; otherwise the owner's own row.
    """
    day = f"{decision.decided_at.day} {decision.decided_at:%B %Y}"
    cited = decision.cite or ""
    is_held = cited.startswith("sha256:")
    also = f" ({cited})" if cited and not is_held else ""
    said = _SAID[decision.verdict].format(day=day)
    claim = f"{said} {decision.owner_text!r} is {decision.subject}: {decision.reason}{also}"
    return Evidence(claim=claim, cite=cited if is_held else otherwise)
