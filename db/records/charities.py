"""What the Charity Commission publishes about charities and what they earn.

Its register of England and Wales, extracted whole each day. Trustees and contacts are people, and
are not read.
"""

from datetime import date
from typing import Annotated

from db.company_numbers import CompanyNumber
from db.records.ofsted import CharityNumber
from db.records.record import Interval, Record, Shape, Vocabulary, said

CHARITY_TYPES = Vocabulary("CIO", "Charitable company", "Other", "Previously excepted", "Trust")
REPORTING_STATUSES = Vocabulary(
    "New",
    "Not Required To Report",
    "Removed",
    "Submission Double Default",
    "Submission Overdue",
    "Submission Received",
    "Submission Received Late",
)


class Charity(Interval):
    """One charity as on the day of the extract, from which it is public.

    It holds from registration to removal from the register. Linked funds, which share a charity's
    number, are left out.
    """

    identity = ("charity_number",)

    charity_number: CharityNumber = said("The charity.")
    name: str = said("Its name, verbatim.")
    charity_type: Annotated[str | None, CHARITY_TYPES] = said("Its legal form.")
    registration_status: Annotated[str, Vocabulary("Registered", "Removed")] = said(
        "Whether it is on the register."
    )
    reporting_status: Annotated[str | None, REPORTING_STATUSES] = said(
        "Whether its newest return is in, and in time."
    )
    company_number: CompanyNumber | None = said(
        "Its company's number, where the register states one that reads as one."
    )
    registration_number_text: str | None = said("What stands in its place, where it does not.")
    cares_for_children: bool = said(
        "True when its trustees' account of what it does speaks of the care of children away from"
        " home."
    )
    latest_period_from: date | None = said("First day of the newest year that is in.")
    latest_period_to: date | None = said("Last day of the newest year that is in.")
    latest_income_gbp: int | None = said("Gross income of that year.", unit="pounds")
    latest_expenditure_gbp: int | None = said("Gross expenditure of that year.", unit="pounds")
    is_insolvent: bool | None = said("True when the register marks it as insolvent.")
    in_administration: bool | None = said("True when the register marks it as in administration.")
    is_cio: bool | None = said("True for a charitable incorporated organisation.")
    dissolution_notice_to: date | None = said(
        "Day on which notice that such an organisation is to be dissolved runs out."
    )


class CharityReturn(Record):
    """One year's return of one charity. Public from the day on which it was received.

    Where no day of receipt is given, from the day of the extract.
    """

    shape = Shape.EVENT
    identity = ("charity_number", "period_to")
    dated_by = "period_to"

    charity_number: CharityNumber = said("The charity.")
    period_from: date | None = said("First day of the year.")
    period_to: date = said("Last day of the year.")
    due_on: date | None = said("Day by which the return was due.")
    return_received_on: date | None = said("Day on which the return came in.")
    accounts_received_on: date | None = said("Day on which the accounts came in.")
    income_gbp: int | None = said("Total gross income.", unit="pounds")
    expenditure_gbp: int | None = said("Total gross expenditure.", unit="pounds")
    accounts_qualified: bool | None = said("True when the auditor or examiner qualified them.")
