"""Owners to companies: which company, if any, an owner's text in Ofsted's register means.

The ways of `oversight.matching.methods` are tried in their order, and the first that is safe
decides alone. Everything else waits for a person, with the companies that it may be.
"""

from oversight.matching.beside import Beside
from oversight.matching.deciding import match_owners
from oversight.matching.held import Names, both, by_name, held_names
from oversight.matching.methods import Method, OwnerKind
from oversight.matching.owner_match import (
    Candidate,
    Field,
    OwnerMatch,
    called,
    written_of_a_person,
)

__all__ = [
    "Beside",
    "Candidate",
    "Field",
    "Method",
    "Names",
    "OwnerKind",
    "OwnerMatch",
    "both",
    "by_name",
    "called",
    "held_names",
    "match_owners",
    "written_of_a_person",
]
