"""The order in which everything is tried that may say what an owner's text means."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from oversight.matching.beside import NOTHING, Beside
from oversight.matching.bodies import charity, health_body, person
from oversight.matching.companies import Companies
from oversight.matching.held import Names
from oversight.matching.methods import Method
from oversight.matching.named import ByName
from oversight.matching.numbers import by_number
from oversight.matching.officers import by_officers
from oversight.matching.owner_match import OwnerMatch, told
from oversight.matching.unmatched import unmatched
from oversight.organisations import Organisation


def match_owners(
    organisations: Iterable[Organisation],
    names: Names,
    day: date,
    *,
    beside: Beside = NOTHING,
) -> dict[str, OwnerMatch]:
    """Each organisation's match, by its key, as at `day`: a later company owned nothing then.

    `names` are all the companies that any of them may be; `beside` is what else is published.
    What people decided is put before all of it by `oversight.decided_matches`.
    """
    asked = tuple(organisations)
    companies = Companies.of(names, day)
    found = by_officers({one.key: _match(one, companies, beside) for one in asked}, asked, beside)
    return {
        one.key: replace(match, evidence=(*match.evidence, *map(told, one.reported)))
        for one in asked
        for match in [found[one.key]]
    }


def _match(organisation: Organisation, companies: Companies, beside: Beside) -> OwnerMatch:
    if organisation.is_council:
        return unmatched(organisation, Method.COUNCIL)
    named = ByName(organisation=organisation, companies=companies, beside=beside)
    return (
        by_number(organisation, companies, beside)
        or health_body(organisation)
        or named.exactly()
        or charity(organisation, beside, companies.day)
        or named.otherwise()
        or person(organisation, beside)
        or named.alike()
        or unmatched(organisation, Method.NOT_HELD)
    )
