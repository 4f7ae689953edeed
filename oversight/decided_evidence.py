"""People's decisions about an owner as the evidence of its match, in which no person is named."""

from collections.abc import Iterator

from oversight.decisions import Decision, Kind, OwnerRuling, Verdict, kind_of
from oversight.finding import Evidence
from oversight.matching import OwnerKind, OwnerMatch
from oversight.organisations import Organisation

_SAID = {
    Verdict.SAME: "a person decided on {day} that",
    Verdict.NOT_THE_SAME: "a person decided on {day} that it is not so that",
    Verdict.UNDECIDED: "a person left it open on {day} whether",
}


def told(organisation: Organisation, match: OwnerMatch, ruling: OwnerRuling) -> Iterator[Evidence]:
    """Yield each decision that bears on an owner, as evidence.

    Who took it is told by `oversight match` alone; so are the owner's text, the reason and any
    address where the owner is, or may be, a person: they may hold a name. It cites what the person
    cited, where that lies in the archive; otherwise the owner's own row.
    """
    may_be_a_person = match.kind is OwnerKind.PERSON or any(
        kind_of(one.subject) is Kind.PERSON and one.verdict is not Verdict.NOT_THE_SAME
        for one in ruling.evidence
    )
    setting = organisation.named
    for one in ruling.evidence:
        cited = one.cite or ""
        is_held = cited.startswith("sha256:")
        claim = _of_a_person(one, setting.urn) if may_be_a_person else _claim(one)
        if cited and not is_held and not may_be_a_person:
            claim = f"{claim} ({cited})"
        yield Evidence(claim=claim, cite=cited if is_held else setting.cite)


def _claim(decision: Decision) -> str:
    owner = f"{decision.owner_text!r} is {decision.subject}"
    return f"{_said(decision)} {owner}: {decision.reason}"


def _of_a_person(decision: Decision, urn: str) -> str:
    is_nameless = kind_of(decision.subject) is Kind.PERSON
    subject = "a person" if is_nameless else decision.subject
    return f"{_said(decision)} the owner of {urn} is {subject}"


def _said(decision: Decision) -> str:
    day = f"{decision.decided_at.day} {decision.decided_at:%B %Y}"
    return _SAID[decision.verdict].format(day=day)
