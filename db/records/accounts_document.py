"""The bytes of filed accounts, before anybody reads their figures."""

from db.company_numbers import CompanyNumber
from db.records.record import Record, Shape, said


class AccountsDocument(Record):
    """One document of accounts that is held: in which form, and what it says of itself.

    No figure of it is read. For whom it was filed, and up to which day the accounts are made, the
    publisher says beside it: FiledDocument, by the same `document_id`. Where the same bytes were
    filed twice, the second filing has a fetch of its own and no record.
    """

    shape = Shape.EVENT
    identity = ("document_id",)
    dated_by = "public_on"

    document_id: str = said(
        "The publisher's id, from its address; of a file that was handed over, the file's name."
    )
    media_type: str = said("Its form: tagged pages, tags alone, a zip of these, or a picture.")
    length_bytes: int = said("How long it is.", unit="bytes", ge=0)
    pages: int | None = said(
        "How many pages a picture has; None for tagged accounts, which have none.",
        unit="pages",
        ge=0,
    )
    entity_number: CompanyNumber | None = said(
        "The company that its tags are about, which need not be the one it was filed for: a"
        " subsidiary files its parent's. None for a picture, and where tags name none, or several."
    )
    software: str | None = said("The program that made it, in its own words, where tags say so.")
