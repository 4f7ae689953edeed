"""What a council publishes of whom it pays."""

from datetime import date

from db.records.local_authority import OnsCode
from db.records.record import Record, Shape, said


class CouncilPayment(Record):
    """One line of a council's published payments to suppliers, such as those over £500.

    Payments whose supplier the council has redacted are left out, so that what is left is not all
    that it spent. Amounts are to the penny: they are kept in pence, as the other amounts here,
    which are rounded by their publishers, are kept in pounds.
    """

    shape = Shape.EVENT
    identity = ("council", "transaction_number", "line")
    dated_by = "paid_on"

    council: str = said("The council as it names itself.")
    ons_code: OnsCode | None = said("Its ONS code; None where the file gives none.")
    transaction_number: str = said("The council's own reference of the payment.")
    line: int = said("Which line of the payment it is in its file, from 1.", unit="lines")
    paid_on: date = said("Day of the payment.")
    supplier_name: str | None = said(
        "Whom it paid, verbatim: spelled as in the council's own system, and cut where that cuts."
        " None where the name may be a person's."
    )
    supplier_is_withheld: bool = said(
        "True when a supplier is named who may be a person: the name is not kept."
    )
    amount_pence: int = said(
        "How much, without VAT that the council gets back; below 0 for a credit.", unit="pence"
    )
    service: str | None = said("The service that it is for, verbatim.")
    department: str | None = said("The council's department that spent it, verbatim.")
    purpose: str | None = said("What it is for: the kind of expense, verbatim.")
