"""Who owns a setting, as somebody other than the regulator put it together."""

from datetime import date
from typing import Annotated

from db.records.ofsted import Urn
from db.records.ofsted_words import ProvisionType, RegistrationStatus, Sector
from db.records.record import Record, Shape, Vocabulary, said


class OwnerStatement(Record):
    """One setting's owner in one compiler's list: evidence beside the register, never instead."""

    shape = Shape.EVENT
    identity = ("urn", "compiler")
    dated_by = "stated_for"

    urn: Urn = said("The registration that is owned.")
    compiler: str = said("Who put the list together.")
    stated_for: date = said("The register date that the list was put together for.")
    provision_type: ProvisionType = said("What is registered, as the list has it.")
    registration_status: RegistrationStatus = said("Where the registration stood.")
    sector: Sector = said("Who provides, as Ofsted classes it.")
    owner_name: str = said("The owner's name as the list has it, verbatim.")
    basis: Annotated[str, Vocabulary("ofsted-spreadsheets", "bfn-research")] = said(
        "Whence the compiler has the owner: the register's own text, or its own research."
    )
