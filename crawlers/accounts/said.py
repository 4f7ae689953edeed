"""Sentences that matter, and what a document says of itself."""

from dataclasses import dataclass
from datetime import date

from crawlers.accounts.figure import Period
from db.records.accounts_words import LeaseBasis, Matter, Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence, and what it is cited for."""

    matter: Matter
    sentence: str
    fragment: str
    """The line on which it begins, as `Line.fragment` has it; `tag=N` where it is tagged."""
    name: str | None = None
    """The company, firm or party that it names. Never a private person's."""
    jurisdiction: str | None = None
    amount_gbp: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a document says of itself: whose it is, of when, by which rules."""

    entity_number: str | None = None
    entity_name: str | None = None
    period: Period | None = None
    """The report's own; its end is the day the accounts are made up to."""
    previous: Period | None = None
    """The comparative one, which may be of another length."""
    kind: str | None = None
    """Type of accounts in the document's own word: `FullAccounts`, `AbridgedAccounts`, …"""
    standard: Standard | None = None
    lease_basis: LeaseBasis = LeaseBasis.UNKNOWN
    is_consolidated: bool = False
    """True where it has group statements, tagged or printed."""
    is_audited: bool | None = None
    is_dormant: bool | None = None
    is_amended: bool | None = None
    software: str | None = None
    signed_on: date | None = None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A relief or exemption of the Companies Act 2006 that a document says it takes."""

    section: str
    """`444`, `408`, `400`, `401`, `477`, `479A`, `480`, …"""
    sentence: str
    fragment: str
    parent: str | None = None
    """For 400, 401 and 479A: the parent undertaking that it names."""
