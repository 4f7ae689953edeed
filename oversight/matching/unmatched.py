"""Owners that are matched to no company, with the reason and the companies that came near."""

from collections.abc import Iterable

from oversight.finding import Evidence
from oversight.matching.methods import Method
from oversight.matching.owner_match import (
    Candidate,
    OwnerMatch,
    called,
    written,
    written_of_a_person,
)
from oversight.organisations import Organisation


def unmatched(
    organisation: Organisation,
    why: Method,
    numbers: Iterable[str] = (),
    considered: Iterable[Candidate] = (),
    *,
    charity_number: str | None = None,
    evidence: Iterable[Evidence] = (),
) -> OwnerMatch:
    """No company: `numbers` are those between which nothing decides, beside those considered."""
    near = tuple(considered)
    return OwnerMatch(
        owner_key=organisation.key,
        method=why,
        company_number=None,
        company_name=None,
        charity_number=charity_number,
        candidates=tuple(sorted({*numbers, *(one.company_number for one in near)})),
        considered=near,
        evidence=(
            (written_of_a_person if why is Method.PERSON else written)(organisation.named),
            *(called(one.company) for one in near),
            *evidence,
        ),
    )
