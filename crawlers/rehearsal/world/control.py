"""Who holds whom in a rehearsal, and who sits on the boards: as it is, and as it was filed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Capacity(StrEnum):
    """As what a stake is held."""

    DIRECT = "direct"
    TRUST = "as trust"
    FIRM = "as firm"


@dataclass(frozen=True, kw_only=True)
class Identification:
    """What a filer wrote about a corporate holder: free text, with the gaps and slips of life."""

    name: str
    registration_number: str | None
    """None where the filer left it out; else as written: `1234567`, `No. 01234567`, `n/a`."""
    country_registered: str | None
    place_registered: str | None
    legal_form: str
    legal_authority: str


@dataclass(frozen=True, kw_only=True)
class Stake:
    """What one holder has in one company over some days: the exact shares that nobody publishes.

    The control register publishes it in bands, and nothing at or below a quarter.
    """

    key: str
    """The publisher's id of the entry."""
    holder: str
    """Key of a body or a person."""
    company: str
    since: date
    until: date | None = None
    """The first day on which it is no longer held."""
    shares: float = 0.0
    """Share of the capital, 0 to 1."""
    votes: float = 0.0
    """Share of the votes, 0 to 1."""
    appoints_board: bool = False
    influence: bool = False
    """Significant influence or control, where nothing else reaches a quarter."""
    capacity: Capacity = Capacity.DIRECT
    written: Identification | None = None
    """For a corporate holder on a control register; None for a person."""
    notified_on: date | None = None
    """The day that the entry gives for its beginning, where that is not `since`."""
    filed_on: date | None = None
    """The day on which the entry reached the register; None where it never did."""
    changes_filed_on: tuple[date, ...] = ()
    """Days on which the register was told of changes of the holder's details, oldest first."""
    end_filed_on: date | None = None
    is_nominee: bool = False

    def holds(self, day: date) -> bool:
        """Whether the stake is held on a day."""
        return self.since <= day and (self.until is None or self.until > day)


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What a company states about its control register instead of, or beside, an entry."""

    key: str
    company: str
    words: str
    """The publisher's key: `no-individual-or-entity-with-signficant-control`."""
    since: date
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Exemption:
    """A company's exemption from keeping a control register, as its shares are traded."""

    company: str
    words: str
    """The publisher's key: `disclosure-transparency-rules-chapter-five-applies`."""
    since: date
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """One office that one person or body holds in one company."""

    key: str
    """The publisher's id of the appointment."""
    officer: str
    """Key of a person or a body."""
    officer_id: str
    """Which of the publisher's ids of the person the entry bears."""
    company: str
    role: str
    """The publisher's word: `director`, `secretary`, `corporate-director`, `llp-member`."""
    since: date
    until: date | None = None
    filed_on: date
    end_filed_on: date | None = None
