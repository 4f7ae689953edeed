"""What Companies House says of a document that was filed, beside the document itself."""

from datetime import date

from db.company_numbers import CompanyNumber
from db.records.record import Record, Shape, said


class FiledDocument(Record):
    """One filed document: what it is, how long, and in which forms the publisher holds it.

    Accounts that were filed by software are held with their tags (`application/xhtml+xml`); all
    else, and the rest of the accounts, as pictures of pages alone (`application/pdf`).
    """

    shape = Shape.EVENT
    identity = ("document_id",)
    dated_by = "created_on"

    company_number: CompanyNumber = said("Whose document it is.")
    document_id: str = said("The publisher's id, which the filing has too.")
    category: str = said("What it is, in the publisher's words for documents: accounts, say.")
    created_on: date = said("Day on which the publisher took it in.")
    significant_on: date | None = said("The day that it is about: of accounts, the year's last.")
    significant_date_type: str | None = said("What day that is, as made-up-date.")
    pages: int | None = said("How long it is.", unit="pages", ge=0)
    media_types: str = said("The forms in which it is held, in order of name, with semicolons.")
    is_tagged: bool = said("True when it is held with its tags, so that figures read exactly.")
    pdf_bytes: int | None = said("Length of its picture.", unit="bytes", ge=0)
    tagged_bytes: int | None = said("Length with its tags.", unit="bytes", ge=0)
