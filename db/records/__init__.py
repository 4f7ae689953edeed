"""What publishers say, in their own terms.

A record is immutable, typed, and cannot exist without a citation. Parsers make records,
tables store them, rules read them; nothing else passes between those three.
"""

from db.company_numbers import CompanyNumber
from db.records.accounts_document import AccountsDocument
from db.records.care_quality import CareLocation
from db.records.charities import Charity, CharityReturn
from db.records.companies_house import (
    Charge,
    Company,
    Filing,
    InsolvencyCase,
    InsolvencyDate,
    Officer,
    PreviousName,
    SicCode,
)
from db.records.company_control import (
    Capacity,
    Control,
    ControlStatement,
    Oddity,
    Register,
    RegisterExtract,
)
from db.records.council_payments import CouncilPayment
from db.records.council_statistics import CouncilSpending, LookedAfterCount
from db.records.document import Citation, Document, NotACitationError, split_citation
from db.records.filed_document import FiledDocument
from db.records.gazette import GazetteNotice, NoticeKind, NoticeProcedure
from db.records.local_authority import (
    CouncilOwnedBody,
    CouncilOwnedKind,
    LocalAuthority,
    LocalAuthorityBorder,
    LocalAuthoritySpelling,
    OnsCode,
)
from db.records.ofsted import (
    CharityNumber,
    ControlTotal,
    Inspection,
    Movement,
    Premises,
    Setting,
    Urn,
)
from db.records.ofsted_reports import ProviderPage, PublishedReport, ReportedProvider
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
from db.records.schools import School, SchoolUrn

KINDS: tuple[type[Record], ...] = (
    LocalAuthority,
    LocalAuthoritySpelling,
    LocalAuthorityBorder,
    CouncilOwnedBody,
    Setting,
    Premises,
    Inspection,
    Movement,
    ControlTotal,
    OwnerStatement,
    ProviderPage,
    PublishedReport,
    ReportedProvider,
    LookedAfterCount,
    CouncilSpending,
    CouncilPayment,
    Company,
    PreviousName,
    SicCode,
    Control,
    ControlStatement,
    Officer,
    Charge,
    InsolvencyCase,
    InsolvencyDate,
    Filing,
    FiledDocument,
    AccountsDocument,
    RegisterExtract,
    Oddity,
    GazetteNotice,
    Charity,
    CharityReturn,
    CareLocation,
    School,
)
"""Every kind of record, in the order in which the data dictionary lists them."""

__all__ = [
    "KINDS",
    "AccountsDocument",
    "Capacity",
    "CareLocation",
    "Charge",
    "Charity",
    "CharityNumber",
    "CharityReturn",
    "Citation",
    "Company",
    "CompanyNumber",
    "Control",
    "ControlStatement",
    "ControlTotal",
    "CouncilOwnedBody",
    "CouncilOwnedKind",
    "CouncilPayment",
    "CouncilSpending",
    "Document",
    "EventType",
    "FiledDocument",
    "Filing",
    "GazetteNotice",
    "InsolvencyCase",
    "InsolvencyDate",
    "Inspection",
    "InterimOutcome",
    "Interval",
    "Judgement",
    "Listed",
    "Listing",
    "LocalAuthority",
    "LocalAuthorityBorder",
    "LocalAuthoritySpelling",
    "LookedAfterCount",
    "Movement",
    "NotACitationError",
    "NoticeKind",
    "NoticeProcedure",
    "Oddity",
    "Officer",
    "OnsCode",
    "OwnerStatement",
    "Population",
    "Premises",
    "PreviousName",
    "ProviderPage",
    "ProvisionType",
    "PublishedReport",
    "Record",
    "Register",
    "RegisterExtract",
    "RegistrationStatus",
    "ReportedProvider",
    "School",
    "SchoolUrn",
    "Sector",
    "Setting",
    "Shape",
    "SicCode",
    "SupportedAccommodationOutcome",
    "Urn",
    "Vocabulary",
    "said",
    "split_citation",
]
