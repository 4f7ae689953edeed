"""Tables of what no publisher says: what was concluded here, and what people decided."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel


class Evaluation(SQLModel, table=True):
    """One set of answers, keyed by everything that they depend on."""

    id: int = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    as_of: date
    known_at: datetime
    seen: bool
    policy: str
    policy_sha256: str
    code_version: str
    data_version: str
    made_at: datetime
    answers: str
    """JSON: findings with their evidence, groups and markets, as the command line prints them."""


class OwnerDecision(SQLModel, table=True):
    """One decision of a person about an owner. Rows are added, and never changed or removed."""

    id: int = Field(default=None, primary_key=True)
    owner_text: str
    """The owner as written, or a subject, where two subjects are decided about."""
    owner_key: str = Field(index=True)
    """The same without case, spaces and legal suffix; the subject, where one stands there."""
    subject: str
    """What it is decided to be, or not to be: a kind and, but for a person and none, who."""
    verdict: str
    valid_from: date | None = None
    valid_to: date | None = None
    """First day on which it no longer holds; None while it does."""
    urns: str
    """The settings for which alone it holds, in their order, spaces between; empty for all."""
    decided_by: str
    decided_at: datetime
    reason: str
    cite: str | None = None
    kept_at: datetime
    """When it was taken into this database, which may be later than it was decided."""
