"""Links of a chain of control: one undertaking above another, by what right, by which entries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.records import Control
from oversight.bands import Band, Low

Call = Callable[[str], str]
"""What an undertaking is called."""


class Right(StrEnum):
    """What a parent's control rests on, weightiest first."""

    VOTES = "votes"
    SHARES = "shares"
    BOARD = "board"
    ACCOUNTS = "accounts"
    """Filed accounts that name the parent, where control registers end."""
    DECIDED = "decided"
    """A person's decision, where control registers show nobody above."""
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


@dataclass(frozen=True, kw_only=True)
class Told:
    """One undertaking above another, said elsewhere than in a control register."""

    parent: str
    """As `Holding.parent`."""
    parent_name: str
    """What it is called there."""
    subsidiary: str
    certain: bool
    right: Right
    words: str
    """As in `Holding`."""
    cite: str
    """The place that says so."""
    since: date | None = None
    """The day on which it began; None where that is not said."""
    until: date | None = None

    def over(self, call: Call) -> str:
        """What the parent is to the subsidiary, in words."""
        return self.words.format(call(self.subsidiary))

    @property
    def parts(self) -> "tuple[Told, ...]":
        """What it rests on: itself alone."""
        return (self,)


Direct = Holding | Told
"""A link that rests on one statement."""


@dataclass(frozen=True, kw_only=True)
class Joint:
    """A parent's certain control of a company by what several undertakings below it have together.

    In law their rights are the parent's (Companies Act 2006 s.1162 with Sch 7 para 9).
    """

    parent: str
    subsidiary: str
    kind: Right
    """What they hold of the subsidiary: votes, or shares."""
    least: Low
    """The least that they hold together."""
    ways: "tuple[tuple[Link, ...], ...]"
    """The way from the parent down to each of them, whose stake in the subsidiary comes last."""

    def over(self, call: Call) -> str:
        """What the parent does to the subsidiary, in words."""
        *others, last = (call(way[-1].parent) for way in self.ways)
        share = Band(self.least.share, self.least.is_open, 1, high_open=False)
        held = self.kind.of_a_company.format(call(self.subsidiary))
        return f"holds, through {', '.join(others)} and {last} together, {share} of the {held}"

    @property
    def right(self) -> Right:
        """What it rests on: the board where any of the way down does, else votes or shares."""
        on_the_way = {link.right for way in self.ways for link in way[:-1]}
        return Right.BOARD if Right.BOARD in on_the_way else self.kind

    @property
    def parts(self) -> tuple[Direct, ...]:
        """The entries that it rests on, each once, from the parent down to each holder's stake."""
        each = (part for way in self.ways for link in way for part in link.parts)
        return tuple(dict.fromkeys(each))

    @property
    def since(self) -> date | None:
        """The day on which the last part began; None where one's is not published."""
        days = [part.since for part in self.parts]
        known = [day for day in days if day is not None]
        return max(known) if len(known) == len(days) else None

    @property
    def until(self) -> date | None:
        """The first day on which a part ended; None where nothing says that one has."""
        return min((part.until for part in self.parts if part.until is not None), default=None)

    @property
    def cite(self) -> str:
        """The entry of the first holder's stake."""
        return self.ways[0][-1].cite


@dataclass(frozen=True, kw_only=True)
class MayHold(Joint):
    """A parent's possible control of a company by what several below it may have together."""

    most: Band
    """What they hold of the subsidiary beside all others: half of it or more at its upper end."""

    def over(self, call: Call) -> str:
        """What the parent may do to the subsidiary, in words."""
        *others, last = (call(way[-1].parent) for way in self.ways)
        held = self.kind.of_a_company.format(call(self.subsidiary))
        through = f"{', '.join(others)} and {last} together"
        return f"holds, through {through}, {self.most} of the {held}"

    @property
    def right(self) -> Right:
        """None that is certain."""
        return Right.OTHER


Link = Holding | Told | Joint
"""One undertaking directly above another."""
