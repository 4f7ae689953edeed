"""What publishers say, in their own terms.

A record is immutable, typed, and cannot exist without a citation. Parsers make records,
tables store them, rules read them; nothing else passes between those three.
"""

from db.records.document import Citation, Document, NotACitationError, split_citation
from db.records.local_authority import (
    LocalAuthority,
    LocalAuthorityBorder,
    LocalAuthoritySpelling,
    OnsCode,
)
from db.records.ofsted import (
    CharityNumber,
    CompanyNumber,
    ControlTotal,
    Inspection,
    Movement,
    Premises,
    Setting,
    Urn,
)
from db.records.ofsted_words import (
    EventType,
    InterimOutcome,
    Judgement,
    Listing,
    ProvisionType,
    RegistrationStatus,
    Sector,
    SupportedAccommodationOutcome,
)
from db.records.owner_statement import OwnerStatement
from db.records.record import Interval, Listed, Population, Record, Shape, Vocabulary, said

KINDS: tuple[type[Record], ...] = (
    LocalAuthority,
    LocalAuthoritySpelling,
    LocalAuthorityBorder,
    Setting,
    Premises,
    Inspection,
    Movement,
    ControlTotal,
    OwnerStatement,
)
"""Every kind of record, in the order in which the data dictionary lists them."""

__all__ = [
    "KINDS",
    "CharityNumber",
    "Citation",
    "CompanyNumber",
    "ControlTotal",
    "Document",
    "EventType",
    "Inspection",
    "InterimOutcome",
    "Interval",
    "Judgement",
    "Listed",
    "Listing",
    "LocalAuthority",
    "LocalAuthorityBorder",
    "LocalAuthoritySpelling",
    "Movement",
    "NotACitationError",
    "OnsCode",
    "OwnerStatement",
    "Population",
    "Premises",
    "ProvisionType",
    "Record",
    "RegistrationStatus",
    "Sector",
    "Setting",
    "Shape",
    "SupportedAccommodationOutcome",
    "Urn",
    "Vocabulary",
    "said",
    "split_citation",
]
