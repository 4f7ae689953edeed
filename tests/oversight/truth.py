"""Worlds in which who truly controls whom is known, and the registers that would be filed of them.

Whoever holds any votes of a company stands in its register with all that it has, its subsidiaries'
included ("directly or indirectly", Companies Act 2006 Sch 1A), where that is more than a quarter.
"""

from collections.abc import Mapping

from hypothesis import strategies as st

from db.records import Capacity, Control
from tests.db.companies import said

COMPANIES = [f"0900000{n}" for n in range(1, 8)]
PEOPLE = ["Ann", "Bob"]
World = Mapping[tuple[str, str], int]
"""Votes in per cent, by holder and company."""


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Votes of companies, of which nobody has more than there are; the first has the next two."""
    top, *subsidiary = COMPANIES[:3]
    votes = {(top, one): 60 for one in subsidiary}
    for company in COMPANIES[1:]:
        left = 100 - votes.get((top, company), 0)
        for share in draw(st.lists(st.sampled_from([20, 26, 26, 30, 40, 51, 75]), max_size=3)):
            holder = draw(st.sampled_from([*COMPANIES, *subsidiary, *subsidiary, *PEOPLE]))
            if share <= left and holder != company and (holder, company) not in votes:
                votes[holder, company] = share
                left -= share
    return votes


def subsidiaries(votes: World) -> dict[str, set[str]]:
    """What each company truly controls: what it and its subsidiaries have most votes of."""
    below: dict[str, set[str]] = {parent: set() for parent in COMPANIES}
    while True:
        found = {
            (parent, company)
            for parent in COMPANIES
            for company in COMPANIES
            if company not in {parent, *below[parent]} and has(parent, company, votes, below) > 50
        }
        if not found:
            return below
        for parent, company in found:
            below[parent].add(company)


def has(holder: str, company: str, votes: World, below: Mapping[str, set[str]]) -> int:
    """The votes of a company that a holder has itself and through its subsidiaries."""
    own = {holder, *below.get(holder, ())} - {company}
    return sum(votes.get((one, company), 0) for one in own)


def filed(votes: World) -> list[Control]:
    """The entries of the control registers of such a world."""
    below = subsidiaries(votes)
    return [
        _entry(holder, company, has(holder, company, votes, below))
        for holder, company in sorted(votes)
        if has(holder, company, votes, below) > 25
    ]


def _entry(holder: str, company: str, share: int) -> Control:
    is_company = holder in COMPANIES
    kind = "corporate-entity" if is_company else "individual"
    low, high = (75, 100) if share >= 75 else (50, 75) if share > 50 else (25, 50)
    return said(
        Control,
        cite=f"sha256:{'0' * 64}#{holder}-{company}",
        company_number=company,
        psc_id=f"{holder} over {company}",
        kind=f"{kind}-person-with-significant-control",
        capacity=Capacity.DIRECT,
        holder_company_number=holder if is_company else None,
        holder_name=None if is_company else holder,
        votes_min=low / 100,
        votes_min_open=low < 75,
        votes_max=high / 100,
        votes_max_open=high == 75,
    )
