"""The columns of a review, in their order: which tell, and which a person may fill."""

TOLD = ("places", "candidate_name", "method", "score", "evidence")
"""Columns that tell a person what to decide on. They are not read again."""
COLUMNS: tuple[str, ...] = (
    "owner_text",
    "urns",
    "places",
    "candidate",
    "candidate_name",
    "method",
    "score",
    "evidence",
    "verdict",
    "valid_from",
    "valid_to",
    "reason",
    "cite",
    "decided_by",
    "decided_at",
)
DECIDED = tuple(name for name in COLUMNS if name not in TOLD)
"""Columns of which a decision is made: a file must have all of them."""
