"""What government publishes of councils: the children they look after, and what they spend."""

from datetime import date
from typing import Annotated

from db.records.record import Record, Shape, Vocabulary, said


class LookedAfterCount(Record):
    """A number of looked-after children of one council, or of England.

    A number that would tell of a child is withheld by the publisher: then the mark says why, and
    the number is None. Councils' numbers are exact, England's are rounded to ten.
    """

    shape = Shape.EVENT
    identity = ("counted_on", "area_code", "breakdown", "characteristic")
    dated_by = "counted_on"

    counted_on: date = said("The 31 March counted, or on which the year that is counted ended.")
    area_code: str = said("ONS code of the council, or of England.")
    area_name: str = said("The council as the publisher writes it, or England.")
    dfe_code: str | None = said("The Department for Education's code; None for England.")
    breakdown: Annotated[
        str,
        Vocabulary(
            "Placement",
            "Place providers",
            "Locality of placement",
            "Distance between home and placement",
            "LA of placement",
            "Location of new placements during the year",
            "Reason for placement change during the year",
            "Net gain of children",
        ),
    ] = said(
        "What the children are counted by, the publisher's heading: the kind of placement, who"
        " provides it, or where it is. 'Net gain of children' is our name for a table without one."
    )
    characteristic: str = said("The row of the breakdown, verbatim; Total among them.")
    children: int | None = said(
        "How many; None where a mark stands. Of placements in the year, placements; a net gain"
        " is below 0 where a council places more children elsewhere than others place in it.",
        unit="children, or placements of them",
    )
    children_mark: str | None = said(
        "The publisher's mark in place of the number: c confidential, x not available, z not"
        " applicable; None where there is a number."
    )
    percent: int | None = said(
        "Share of the breakdown's total; None where a mark stands or none is published.",
        unit="percent, 0 to 100",
        ge=0,
    )
    percent_mark: str | None = said(
        "The mark in place of the share, among them k or low: it rounds to 0 and is not 0."
    )


class CouncilSpending(Record):
    """What one authority spent on one line of children's social care in one financial year.

    The publisher prints thousands of pounds; here they are whole pounds. Costs are gross but for
    the net one; None where the authority made no return in time or could not divide a line.
    """

    shape = Shape.EVENT
    identity = ("year_to", "ons_code", "line")
    dated_by = "year_to"

    year_to: date = said("Last day of the financial year.")
    ons_code: str = said("ONS code of the authority, or of England, as this publisher prints it.")
    authority: str = said("The authority as the publisher writes it, or ENGLAND.")
    authority_class: str = said("Detailed class: UA, MD, SC, London; Eng for England.")
    line: str = said("The line of the return, as its columns are headed.")
    mark: str | None = said(
        "The publisher's mark where it gives no amounts, such as [x] for a return not received in"
        " time or [note 4] for a breakdown not made; None where there are amounts."
    )
    employees_gbp: int | None = said("Spent on employees.", unit="pounds")
    running_expenses_gbp: int | None = said("Running expenses.", unit="pounds")
    total_expenditure_gbp: int | None = said("Both together.", unit="pounds")
    sales_fees_and_charges_gbp: int | None = said("Sales, fees and charges.", unit="pounds")
    other_income_gbp: int | None = said("Other income.", unit="pounds")
    total_income_gbp: int | None = said("Both incomes together.", unit="pounds")
    net_current_expenditure_gbp: int | None = said(
        "Total expenditure less total income.", unit="pounds"
    )
