"""What people decided about an owner comes before every rule: same, not the same, or left open."""

from oversight.decisions import Decision, Kind, OwnerRuling, kind_of
from oversight.finding import Evidence
from oversight.matching.companies import Companies
from oversight.matching.methods import Method, OwnerKind
from oversight.matching.owner_match import OwnerMatch, called, written
from oversight.matching.unmatched import unmatched
from oversight.organisations import Organisation

_KINDS = {
    Kind.COMPANY: OwnerKind.COMPANY,
    Kind.CHARITY: OwnerKind.CHARITY,
    Kind.COUNCIL: OwnerKind.COUNCIL,
    Kind.HEALTH: OwnerKind.HEALTH,
    Kind.PERSON: OwnerKind.PERSON,
    Kind.NONE: OwnerKind.NONE_FOUND,
}


def by_people(
    organisation: Organisation, ruling: OwnerRuling, companies: Companies
) -> OwnerMatch | None:
    """What people decided; None where they left it to the rules.

    What they left open, and what contradicts itself, waits for a person whatever a rule says.
    """
    if ruling.same is not None:
        return _same(organisation, ruling, ruling.same, companies)
    if not ruling.undecided:
        return None
    why = Method.CONTRADICTED if ruling.reopened else Method.LEFT_OPEN
    numbers = sorted(filter(None, map(company_of, ruling.undecided)))
    return unmatched(organisation, why, numbers, evidence=_told(organisation, ruling))


def company_of(subject: str) -> str | None:
    """The number of a subject that is a company; None for any other."""
    return subject.partition(":")[2] if kind_of(subject) is Kind.COMPANY else None


def _same(
    organisation: Organisation, ruling: OwnerRuling, subject: str, companies: Companies
) -> OwnerMatch:
    number = company_of(subject)
    company = companies.numbered(number or "")
    charities = [s for s in (subject, *sorted(ruling.also)) if kind_of(s) is Kind.CHARITY]
    return OwnerMatch(
        owner_key=organisation.key,
        method=Method.DECIDED,
        company_number=number,
        company_name=company.name if company else None,
        charity_number=charities[0].partition(":")[2] if charities else None,
        decided_kind=_KINDS[kind_of(subject)],
        evidence=(
            written(organisation.settings[0]),
            *((called(company),) if company else ()),
            *_told(organisation, ruling),
        ),
    )


def _told(organisation: Organisation, ruling: OwnerRuling) -> tuple[Evidence, ...]:
    """The decisions, each cited where it says on what it rests, else with the owner's row."""
    cite = organisation.settings[0].cite
    return tuple(Evidence(claim=_claim(one), cite=one.cite or cite) for one in ruling.evidence)


def _claim(decision: Decision) -> str:
    said = f"{decision.subject}, {str(decision.verdict).lower()}: {decision.reason}"
    return f"{decision.decided_by} decided on {decision.decided_at.date()}: {said}"
