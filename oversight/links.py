"""Links of a chain of control: one undertaking above another, by what right, by which entries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.records import Control

Call = Callable[[str], str]
"""What an undertaking is called."""


class Right(StrEnum):
    """What a holder's control rests on, weightiest first."""

    VOTES = "votes"
    SHARES = "shares"
    BOARD = "board"
    OTHER = "other"
    """Possible control alone: influence, surplus assets, a trust's or a firm's stake."""

    @property
    def of_a_company(self) -> str:
        """What is held where votes or shares are, `{}` for the company."""
        return f"{self} of {{}}{'' if self is Right.VOTES else ', whose votes are not published'}"


@dataclass(frozen=True, kw_only=True)
class Holding:
    """One undertaking's control of one company: certain, or possible, and in what words."""

    parent: str
    """Company number, or `undertaking:` and a name and place."""
    subsidiary: str
    certain: bool
    right: Right
    words: str
    """What the parent does, `{}` for the subsidiary: `holds 75% or more of the votes of {}`."""
    control: Control
    """The entry of the subsidiary's control register that says so."""

    def over(self, call: Call) -> str:
        """What the parent does to the subsidiary, in words."""
        return self.words.format(call(self.subsidiary))

    @property
    def parts(self) -> "tuple[Holding, ...]":
        """The entries that it rests on: its own alone."""
        return (self,)

    @property
    def since(self) -> date | None:
        """The day on which it began; None where that is not published."""
        return self.control.valid_from

    @property
    def until(self) -> date | None:
        """The day on which it ended; None where nothing says that it has."""
        return self.control.valid_to

    @property
    def cite(self) -> str:
        """The entry."""
        return self.control.cite


Link = Holding
"""One undertaking directly above another."""
