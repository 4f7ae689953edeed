"""What The Gazette publishes about a company: that it may fail, is failing, or has failed.

Of a notice only its number, its kind and its day are kept: petitioners, practitioners and officers
are people, and stay in the notice itself.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from db.company_numbers import CompanyNumber
from db.records.record import Record, Shape, Vocabulary, said

NOTICE_TYPES = Vocabulary(
    "Administration Orders",
    "Appointment of Administrative Receivers",
    "Appointment of Administrators",
    "Appointment of Liquidators",
    "Appointment of Receivers",
    "Companies removed from register",
    "Dismissal of Winding-Up Petition",
    "Meetings of Creditors",
    "Notice of Intended Dividend",
    "Notices to Creditors",
    "Petitions to Wind Up (Companies)",
    "Resolution for Winding-up",
    "Winding-Up Orders",
)
"""The publisher's words for its types, as its taxonomy has them."""


class NoticeKind(StrEnum):
    """What a notice tells, whatever the procedure."""

    PETITION = "petition to wind up"
    PETITION_DISMISSED = "petition dismissed"
    WINDING_UP_ORDER = "winding-up order"
    RESOLUTION = "resolution to wind up"
    ADMINISTRATORS = "administrators appointed"
    RECEIVERS = "receivers appointed"
    LIQUIDATORS = "liquidators appointed"
    CREDITORS_MEETING = "meeting of creditors"
    TO_CREDITORS = "notice to creditors"
    DIVIDEND = "dividend to creditors"
    STRIKE_OFF = "strike-off"


class NoticeProcedure(StrEnum):
    """Under which procedure a notice is given: the third digit of its code."""

    ADMINISTRATION = "administration"
    RECEIVERSHIP = "receivership"
    MEMBERS_VOLUNTARY = "members' voluntary liquidation"
    """The company can pay its debts."""
    CREDITORS_VOLUNTARY = "creditors' voluntary liquidation"
    BY_THE_COURT = "winding up by the court"


class GazetteNotice(Record):
    """One notice about one company's insolvency or striking off. Public from its publication."""

    shape = Shape.EVENT
    identity = ("company_number", "notice_id")
    dated_by = "published_on"

    company_number: CompanyNumber = said("The company under whose number the notice was found.")
    notice_id: str = said("The publisher's own number of the notice.")
    code: int = said("The publisher's four-digit code of the type of notice.", unit="code", ge=0)
    notice_type: Annotated[str, NOTICE_TYPES] = said("What the publisher calls this type.")
    kind: NoticeKind | None = said("What the notice tells; None for a type that is not known.")
    procedure: NoticeProcedure | None = said(
        "Under which procedure; None where the code does not say. A members' voluntary liquidation"
        " is solvent."
    )
    published_on: date = said("The day on which the notice was published.")
    status: Annotated[str, Vocabulary("published")] = said("Where the notice stands, verbatim.")
    states_number: bool = said(
        "True when the beginning of the notice, all that the feed has of it, states the company's"
        " number; False where it stands further down, so that the notice may be about another."
    )
