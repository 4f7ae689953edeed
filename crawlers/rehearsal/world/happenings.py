"""What happened in a rehearsal's market, when, and on which day each sign of it became public."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What kind of thing happened."""

    ACQUISITION = "acquisition"
    """Control of a company, or of a group, went to another group."""
    RESTRUCTURE = "internal restructure"
    """Companies moved inside a group; whoever is above stays."""
    ASSET_TRANSFER = "asset transfer"
    """Settings went to another group's company; the company that ran them stayed."""
    REREGISTRATION = "re-registration"
    """A setting closed and opened again under another company of the same group."""
    RENAME = "rename"
    MERGER_OF_AGENCIES = "fostering merger"
    FAILURE = "insolvency"
    WITHDRAWAL = "withdrawal"
    """A solvent provider leaves the market, or most of it."""
    LEASE_ACCOUNTING = "lease accounting change"
    CAPITAL_REDUCTION = "reduction of capital"


class SignKind(StrEnum):
    """What an outsider could have seen of it."""

    CONTROL_ENTRY = "control register entry"
    CONTROL_ENDED = "control register entry ended"
    DIRECTORS_CHANGED = "directors appointed or resigned"
    DIRECTORS_LEFT = "directors left together"
    ALL_ASSETS_CHARGE = "charge over all assets"
    CHARGE_SATISFIED = "charge satisfied"
    OFFICE_MOVED = "registered office moved"
    NAME_CHANGED = "name changed"
    YEAR_END_MOVED = "year end moved"
    OWNER_TEXT_CHANGED = "owner's text in Ofsted's register changed"
    SETTINGS_CLOSED = "settings left the register"
    SETTINGS_OPENED = "settings joined the register"
    PLACES_CUT = "places cut"
    SUSPENDED = "registration suspended"
    POOR_GRADE = "grade below good"
    ACCOUNTS_LATE = "accounts late"
    WEAK_ACCOUNTS = "accounts that show distress"
    GOING_CONCERN = "material uncertainty in the accounts"
    PETITION = "petition to wind up"
    STRIKE_OFF_NOTICE = "notice to strike off"
    INSOLVENCY = "insolvency begun"
    PLACES_BY_OWNER = "places by owner in Ofsted's release"


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One trace that a happening left in what publishers print."""

    kind: SignKind
    subject: str
    """A body's key or a setting's URN."""
    happened_on: date
    public_on: date
    """The first day on which anybody could have read it."""


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One event, with its parties and its signs."""

    key: str
    kind: Kind
    on: date
    bodies: tuple[str, ...]
    """Companies to which it happened."""
    settings: tuple[str, ...]
    """URNs that it touched."""
    from_head: str | None
    """Who was above before; None where nobody changed."""
    to_head: str | None
    signs: tuple[Sign, ...]
    """By day of publication. Empty for what left no public trace beforehand."""
    is_hidden: bool = False
    """True for the fifth of failures and withdrawals with no public sign beforehand."""


@dataclass(frozen=True, kw_only=True)
class Trap:
    """One difficulty planted on purpose, where it lies, and what a monitor should conclude."""

    key: str
    kind: str
    """A name from `crawlers.rehearsal.traps`."""
    touches: tuple[str, ...]
    """Keys of bodies, stakes, filings; URNs."""
    conclusion: str
