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
    CAPITAL_STATED = "statement of reduced capital"
    LEASES_SHOWN = "accounts that show leases on the balance sheet"
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


class TrapKind(StrEnum):
    """What makes a record hard to read, to join or to judge."""

    RENAME = "an owner that bears another name in the register than in Ofsted's text"
    TYPO = "an owner's text with a slip of the pen"
    EMBEDDED_NUMBER = "a company number in the owner's text"
    SUFFIX_DRIFT = "a legal suffix that differs between issues, or from the register"
    BLANK_OWNER = "a blank owner"
    DISSOLVED_NAMESAKE = "a dissolved company of an owner's name"
    LIVE_NAMESAKE = "another live company whose name folds to an owner's"
    FALSE_FRIEND = "an unrelated company whose name looks like a group's"
    TOP_ABROAD = "a chain that leaves the country"
    CIRCLE = "companies that hold each other in a circle"
    JOINT_VENTURE = "a company that two groups hold by halves"
    EVEN_SPLIT = "a company that two people hold by halves"
    CHARITY_PARENT = "a charity that owns companies"
    COUNCIL_TRUST = "a company that a council owns"
    TRUST = "a stake entered as a trust's, beside its trustee's own"
    FIRM = "a stake entered as a firm's, beside a member's own"
    FUND = "a fund vehicle at the top"
    BOUGHT_WITH_DEBT = "an acquisition that left a charge over everything"
    NEVER_ENTERED = "a change of control that no register shows"
    FAILING_GROUP = "a parent undertaking of whose subsidiaries several settings fail"
    REREGISTERED = "a setting that closed and opened again"
    FOSTERING_MERGER = "a merger of agencies after which places fell"
    LEASE_CHANGE = "leases brought onto the balance sheet, with no economic change"
    CAPITAL_REDUCTION = "capital turned into reserves"
    FOREIGN_PARENTS_ACCOUNTS = "a file that holds a foreign parent's accounts"
    FILLETED = "accounts without a profit and loss account"
    FILING_EXEMPT = "a subsidiary that files nothing of its own"
    UNTAGGED_GROUP = "group accounts whose consolidated statements are not tagged"
    SCANNED_GROUP = "group accounts that are pictures"
    BOILERPLATE_UNCERTAINTY = "words about uncertainty that mean nothing"
    TRUE_UNCERTAINTY = "words about uncertainty that mean it"
    LATE_ACCOUNTS = "accounts filed after the day that they were due"
    OVERDUE_ACCOUNTS = "accounts that never came"
    LONG_FIRST_PERIOD = "first accounts of a period that a notice extended"


@dataclass(frozen=True, kw_only=True)
class Trap:
    """One difficulty, where it lies, and what a monitor should conclude."""

    kind: TrapKind
    touches: tuple[str, ...]
    """Keys of bodies, stakes and filings; URNs."""
    conclusion: str
