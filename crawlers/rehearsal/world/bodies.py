"""Who there is in a rehearsal: companies, councils, charities, foreign bodies, and people."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Form(StrEnum):
    """What kind of body one is. Those up to `CIO` stand on the register of companies."""

    LIMITED = "ltd"
    GUARANTEE = "private-limited-guarant-nsc"
    COMMUNITY = "community-interest-company"
    PLC = "plc"
    LLP = "llp"
    LIMITED_PARTNERSHIP = "limited-partnership"
    OVERSEAS_ENTITY = "registered-overseas-entity"
    CIO = "charitable-incorporated-organisation"
    FOREIGN = "foreign company"
    CHARITY = "charity without a company"
    COUNCIL = "council"
    HEALTH = "health body"
    SOLE_TRADER = "sole trader"
    PARTNERSHIP = "partnership"


ON_THE_REGISTER = frozenset(
    {
        Form.LIMITED,
        Form.GUARANTEE,
        Form.COMMUNITY,
        Form.PLC,
        Form.LLP,
        Form.LIMITED_PARTNERSHIP,
        Form.OVERSEAS_ENTITY,
        Form.CIO,
    }
)
"""Forms with a company number; the others have none."""
NO_COMPANIES = frozenset(
    {Form.COUNCIL, Form.HEALTH, Form.CHARITY, Form.PARTNERSHIP, Form.SOLE_TRADER}
)
"""Forms of holders that control registers enter as legal persons: they are no companies."""


class Nature(StrEnum):
    """What a body is for, beside its form."""

    PROVIDER = "provider"
    HOLDING = "holding company"
    FUND = "fund vehicle"
    PROPERTY = "property company"
    DORMANT = "dormant"
    OTHER_CARE = "other care"
    """Schools or adult care: turnover that no setting of this market explains."""
    UNRELATED = "unrelated"
    """A namesake or a false friend: it has nothing to do with the market."""


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where a body has its office. No street is real and no postcode is given out."""

    premises: str
    street: str
    town: str
    postcode: str | None
    """Its letters are real and its last half is not: `M99 9XA`; None abroad."""
    country: str
    """As a filer writes it: `England`, `Jersey`."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """A name and the first day on which it is borne."""

    name: str
    since: date


@dataclass(frozen=True, kw_only=True)
class Office:
    """A registered office and the first day on which it is that."""

    address: Address
    since: date


@dataclass(frozen=True, kw_only=True)
class YearEnd:
    """The day and month on which a body's financial year ends, for years that end after `since`."""

    month: int
    day: int
    since: date


@dataclass(frozen=True, kw_only=True)
class Body:
    """One company, council, charity or foreign body, from its first day to its last.

    `key` is how everything in the rehearsal names it: its company number where it has one, else
    a text with a colon, such as `council:E10000018`, `foreign:JE-900123`, `charity:1999111`.
    """

    key: str
    form: Form
    nature: Nature
    names: tuple[Named, ...]
    """Oldest first; never empty."""
    offices: tuple[Office, ...]
    """Oldest first; never empty."""
    year_ends: tuple[YearEnd, ...]
    """Oldest first; empty for what files no accounts."""
    begun_on: date
    ended_on: date | None = None
    """The day of dissolution; None while it lasts."""
    jurisdiction: str = "england-wales"
    """As the register has it; of a foreign body its country."""
    sic_codes: tuple[str, ...] = ()
    charity_number: str | None = None
    foreign_number: str | None = None

    @property
    def number(self) -> str | None:
        """Its company number; None for what is not on the register of companies."""
        return self.key if self.form in ON_THE_REGISTER else None

    @property
    def name(self) -> str:
        """The newest name."""
        return self.names[-1].name

    def name_on(self, day: date) -> str:
        """The name borne on a day; before the first, the first."""
        return next((one.name for one in reversed(self.names) if one.since <= day), self.first_name)

    @property
    def first_name(self) -> str:
        """The oldest name."""
        return self.names[0].name

    def office_on(self, day: date) -> Address:
        """Where its registered office is on a day; before the first, the first."""
        first = self.offices[0].address
        return next((one.address for one in reversed(self.offices) if one.since <= day), first)

    def is_alive(self, day: date) -> bool:
        """Whether it exists on a day."""
        return self.begun_on <= day and (self.ended_on is None or self.ended_on > day)


@dataclass(frozen=True, kw_only=True)
class Person:
    """One invented person. What publishers withhold of a person is not invented either."""

    key: str
    """`person:` and a number."""
    forename: str
    surname: str
    born: tuple[int, int]
    """Year and month, which the publisher prints and the monitor does not keep."""
    nationality: str
    country: str
    """Of residence."""
    officer_ids: tuple[str, ...]
    """The publisher's ids of the person as an officer: one person may have several."""

    @property
    def name(self) -> str:
        """Forename and surname."""
        return f"{self.forename} {self.surname}"
