"""Ties broken by officers: of two companies of one name, that whose officers sit with an owner."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from oversight.matching.beside import Beside
from oversight.matching.methods import Method
from oversight.matching.owner_match import Candidate, Field, OwnerMatch, called, written
from oversight.organisations import Organisation


def by_officers(
    found: Mapping[str, OwnerMatch], organisations: Iterable[Organisation], beside: Beside
) -> dict[str, OwnerMatch]:
    """The matches, those between several companies decided where one alone shares officers.

    Officers are told apart by the publisher's own ids. Only companies that were matched without
    them count, so that nothing rests on itself.
    """
    tied = [one for one in organisations if found[one.key].method is Method.AMBIGUOUS]
    sure = {match.company_number for match in found.values() if match.company_number is not None}
    if not tied:
        return dict(found)
    known = {officer for number in sorted(sure) for officer in beside.officers_of(number)}
    broken = {one.key: _broken(one, found[one.key], known, beside) for one in tied}
    return dict(found) | broken


def _broken(
    organisation: Organisation, match: OwnerMatch, known: set[str], beside: Beside
) -> OwnerMatch:
    told = tuple(_with_officers(one, known, beside) for one in match.considered)
    sharing = [one for one in told if one.fields[-1].agrees]
    unknown = [one for one in told if one.fields[-1].agrees is None]
    if len(sharing) != 1 or unknown or len(told) == 1:
        return replace(match, considered=told)
    (one,) = sharing
    method = Method.NAME_AND_OFFICERS
    return OwnerMatch(
        owner_key=organisation.key,
        method=method,
        company_number=one.company_number,
        company_name=one.company.name,
        considered=(
            replace(one, reason=str(method)),
            *(replace(o, reason="another company is the owner") for o in told if o is not one),
        ),
        evidence=(written(organisation.named), called(one.company)),
    )


def _with_officers(one: Candidate, known: set[str], beside: Beside) -> Candidate:
    """The candidate with what its officers say, as its last field."""
    officers = beside.officers_of(one.company_number)
    shared = len(officers & known)
    words = f"{shared} of its officers sit with owners matched without them"
    if not officers:
        said = Field(what="officers", agrees=None, words="no officers are held")
    else:
        said = Field(what="officers", agrees=shared > 0, words=words)
    return replace(one, fields=(*one.fields, said))
