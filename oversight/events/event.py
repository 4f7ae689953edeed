"""What an event is: who passed from whom to whom, on which day, and by which signs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oversight.finding import Evidence


class EventKind(StrEnum):
    """What happened."""

    ACQUISITION = "acquisition"
    """Control of a company went to another group of undertakings."""
    CONTROL_CHANGED = "control changed"
    """Control of a company went to people, or to nobody who is entered."""
    RESTRUCTURE = "internal restructure"
    """Another company came directly above; whoever controls in the end stays."""
    JOINT_VENTURE = "joint venture"
    """Two groups came to hold a company between them, so that neither controls it for certain."""
    REREGISTRATION = "re-registration"
    """A setting closed and opened again under another company of the same group: no closure."""
    ASSET_TRANSFER = "asset transfer"
    """Settings went to a company of another group; the company that ran them stayed."""


class Weight(StrEnum):
    """How much a signal says by itself."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class SignalKind(StrEnum):
    """What was published that speaks for an event."""

    CONTROL_BEGUN = "control entered"
    CONTROL_ENDED = "control ended"
    NOBODY_BEFORE = "nobody entered before"
    SHARED = "held between two"
    SAME_PEOPLE = "the same people above"
    SAME_BOARD = "the same people on the board"
    NEW_COMPANY = "new holding company"
    DIRECTORS = "directors replaced"
    CHARGE = "charge given"
    OFFICE = "registered office moved"
    YEAR_END = "year end moved"
    NAME = "name changed"
    OWNER_TEXT = "owner's text changed"
    CLOSED = "setting closed"
    OPENED = "setting opened"
    SAME_GROUP = "owners of one group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One published fact that speaks for an event."""

    kind: SignalKind
    weight: Weight
    subject: str
    """The company's number, or the setting's URN, that it is about."""
    happened_on: date
    public_on: date
    """The first day on which anybody could have read it, as far as that is published."""
    claim: str
    """The fact in words, which never name a person."""
    cite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The undertaking at the top of a group: its number or typed text, and what it is called."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Who is at the top, by law and of what is run together; None where no undertaking is."""

    statutory: Head | None
    operating: Head | None


OF_SETTINGS = frozenset({SignalKind.OWNER_TEXT, SignalKind.CLOSED, SignalKind.OPENED})
"""Signs that settings went from one owner to another; else a company passed, with its settings."""
NOBODY = Heads(statutory=None, operating=None)
"""No undertaking is above, or none is known."""
_POINTS = {Weight.STRONG: 3, Weight.MEDIUM: 2, Weight.WEAK: 1}


@dataclass(frozen=True, kw_only=True)
class Event:
    """One event, with everything published that speaks for it."""

    kind: EventKind
    on: date
    """The day on which it happened; of settings that an issue of the register shows, its day."""
    known_on: date
    """The first day on which everything that it rests on was public."""
    subject: Head | None
    """The company that passed, or that had the settings before; None where it is no known one."""
    taker: Head | None
    """Who is directly above since, or has the settings since; None where none is that is known."""
    companies: tuple[str, ...]
    """Companies that passed, the subject first, then what is below it; of settings the subject."""
    settings: tuple[str, ...]
    """URNs that these companies ran by the lists on both sides; of settings those that went."""
    reopened: tuple[str, ...] = ()
    """URNs under which settings that closed go on, in the order of these; else empty."""
    before: Heads
    after: Heads
    signals: tuple[Signal, ...]
    """By weight, then by day."""
    certain: bool
    """False where the signs may mean something else, which `doubt` then says."""
    doubt: str
    """Why it is not certain; empty where it is."""
    sentence: str
    """What happened, in one sentence of plain words."""

    def __post_init__(self) -> None:
        """Refuse an event that rests on nothing, or that hides why it is in doubt."""
        if not self.signals:
            raise ValueError(f"{self.kind} of {self.companies}: an event needs a signal")
        if self.certain == bool(self.doubt):
            raise ValueError(f"{self.kind} of {self.companies}: give a doubt, or be certain")

    @property
    def id(self) -> str:
        """How it is named: its kind, its first company, or setting where such went, and its day."""
        went = any(one.kind in OF_SETTINGS for one in self.signals)
        subject = self.settings[0] if went else self.companies[0]
        return f"event:{self.kind}/{subject}/{self.on.isoformat()}"

    @property
    def concerns(self) -> tuple[str, ...]:
        """Whoever it is an event of: what passed, or had the settings, and who took it.

        What is below is left out.
        """
        return tuple(one.id for one in (self.subject, self.taker) if one is not None)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every sign as a finding cites it, each once."""
        each = (Evidence(claim=one.claim, cite=one.cite) for one in self.signals)
        return tuple(dict.fromkeys(each))

    @property
    def corroboration(self) -> int:
        """How many kinds of signal speak for it."""
        return len({one.kind for one in self.signals})

    @property
    def score(self) -> int:
        """Three for each kind of strong signal, two for a medium, one for a weak one."""
        return sum(_POINTS[weight] for _, weight in {(s.kind, s.weight) for s in self.signals})


def in_order(signals: tuple[Signal, ...]) -> tuple[Signal, ...]:
    """Signals by weight, then by day, each once."""
    weights = list(Weight)
    return tuple(
        sorted(
            dict.fromkeys(signals),
            key=lambda one: (weights.index(one.weight), one.happened_on, one.kind, one.subject),
        )
    )
