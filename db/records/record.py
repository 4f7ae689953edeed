"""What a record is, and the three shapes in which publishers state things."""

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from db.records.document import Citation

# Any: pydantic's Field is untyped by design, so that it can stand for every field's type.


def said(description: str, *, unit: str = "", **constraints: Any) -> Any:  # noqa: ANN401 - see above
    """Describe one field: its meaning, its unit, and pydantic's constraints on its range."""
    return Field(description=description, json_schema_extra={"unit": unit}, **constraints)


class Shape(StrEnum):
    """How a kind of record relates to time."""

    INTERVAL = "interval"
    """True from one day until another: a council, a control, an appointment."""
    EVENT = "event"
    """Happened on one day: an inspection, a movement."""
    LIST = "list"
    """One line of a list as at one day, which says nothing of any other day: a register."""


class Vocabulary:
    """The words a text field is known to use; a reading counts every other word it meets."""

    def __init__(self, *words: str) -> None:
        """Take the known words, verbatim."""
        self.words = frozenset(words)


class Population(StrEnum):
    """Whom a list covers."""

    FULL = "full register"
    INSPECTED_ONLY = "inspected only"
    UNCOUNTED = "as at a day between two registers, with nothing to count it by"
    """Ofsted's list as at 30 September: what it says of each setting holds; how many it lists, and
    whether that is everybody, nothing in it tells."""
    REBUILT = "rebuilt from its neighbours"
    """No document states it: the register of a year, put together from those beside it."""


class Record(BaseModel):
    """One statement by one publisher, with its citation.

    `None` in any field means that the publisher does not say; it never means zero.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    shape: ClassVar[Shape]
    identity: ClassVar[tuple[str, ...]]
    """The fields that name what the statement is about; a later statement replaces an earlier."""
    dated_by: ClassVar[str]
    """The field that says on which day the statement is true, happened, or begins."""
    restated_by: ClassVar[str] = ""
    """The field whose latest value wins where events are stated again; else publication does."""

    cite: Citation = said("Where it is published: a document's hash and a place inside it.")
    public_on: date = said("The day on which the publisher made it public.")


class Listed(Record):
    """One line of a list as at a day."""

    shape = Shape.LIST
    dated_by = "as_at"

    as_at: date = said("The day the list describes.")
    population: Population = said(
        "Whom the list covers. Shares and movements come from full registers only."
    )


class Interval(Record):
    """A fact that holds from one day until another."""

    shape = Shape.INTERVAL
    dated_by = "valid_from"

    valid_from: date | None = said(
        "First day on which it holds; None where the publisher gives none: it counts as always."
    )
    valid_to: date | None = said("First day on which it no longer holds; None while it does.")
