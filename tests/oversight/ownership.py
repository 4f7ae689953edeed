"""Invented entries of control registers, and the graphs that they draw."""

from hypothesis import strategies as st

from db.records import Capacity, Control
from oversight.graph import ControlGraph
from tests.db.companies import said

NUMBERS = [f"0900000{n}" for n in range(1, 9)]
VOTES = {"votes_max": 1.0, "votes_max_open": False}


def entry(parent: str, company: str, votes: float | None = 0.75, **more: object) -> Control:
    """A company's holding of another, of the votes unless told."""
    band = VOTES | {"votes_min": votes, "votes_min_open": votes < 0.75} if votes else {}
    return said(
        Control,
        cite=f"sha256:{'0' * 64}#{parent}-{company}",
        company_number=company,
        psc_id=f"{parent} over {company}",
        kind="corporate-entity-person-with-significant-control",
        capacity=Capacity.DIRECT,
        holder_company_number=parent,
        **band,
        **more,
    )


def graph(*entries: Control, companies: tuple[str, ...] = ()) -> ControlGraph:
    return ControlGraph.of(entries, companies)


entries = st.builds(
    entry,
    st.sampled_from(NUMBERS),
    st.sampled_from(NUMBERS),
    st.sampled_from([None, 0.25, 0.5, 0.75]),
    appoints_majority_of_board=st.booleans(),
)
registers = st.lists(entries, max_size=24, unique_by=lambda one: one.psc_id)


def person(name: str, votes: float) -> Control:
    """A person's holding of votes of 09000003."""
    return said(
        Control,
        cite=f"sha256:{'0' * 64}#{name}",
        company_number="09000003",
        psc_id=name,
        kind="individual-person-with-significant-control",
        capacity=Capacity.DIRECT,
        holder_name=name,
        votes_min=votes,
        votes_min_open=votes < 0.75,
        **VOTES,
    )
