"""What lenders and courts do in a rehearsal: charges, insolvency cases, notices in the Gazette."""

from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal.world.bodies import Address

REMOVED = 2606
"""The code of notices to strike a company off, first and last. The publisher calls their type
`Companies removed from register`; its number we know from no document of the publisher's: ours
is only not one of those about insolvency."""
REMOVED_TITLE = "Companies removed from register"


@dataclass(frozen=True, kw_only=True)
class Charge:
    """One charge over a company's property."""

    company: str
    number: int
    """1 for the company's first charge; its code is the company number and four digits."""
    lender: str
    """An invented bank or credit fund."""
    description: str
    """`A registered charge`, with what it covers below; no real property is named."""
    is_all_assets: bool
    """Fixed and floating, over everything."""
    created_on: date
    delivered_on: date
    satisfied_on: date | None = None
    satisfaction_filed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Step:
    """One dated step of an insolvency case, in the publisher's words."""

    kind: str
    """`administration-started-on`, `wound-up-on`, …"""
    on: date


@dataclass(frozen=True, kw_only=True)
class InsolvencyCase:
    """One insolvency case of one company."""

    company: str
    number: int
    kind: str
    """`in-administration`, `creditors-voluntary-liquidation`, `members-voluntary-liquidation`,
    `compulsory-liquidation`."""
    steps: tuple[Step, ...]
    """Oldest first, from the beginning of the case."""
    practitioner: str
    """An invented firm's invented person."""
    public_on: date
    """The day on which the register first shows it."""
    office: Address | None = None
    """The practitioner's; None where the publisher's form invents one."""
    petitioned_on: date | None = None
    """When somebody asked the court for it; None of a case that no court began."""

    @property
    def dated(self) -> tuple[Step, ...]:
        """Every step that the register dates: the petition too, before the beginning."""
        if self.petitioned_on is None:
            return self.steps
        return (Step(kind="petitioned-on", on=self.petitioned_on), *self.steps)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """One notice in the Gazette."""

    key: str
    """The publisher's number of the notice."""
    company: str
    code: int
    """2410 appointment of administrators, 2450 petition to wind up, …"""
    title: str
    published_on: date
