"""What is not held beside the truth of a rehearsal, and why: kinds of records, and columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from db.records import (
    AccountsClaim,
    AccountsDocument,
    AccountsNote,
    AccountsStatement,
    CareLocation,
    Charge,
    Charity,
    Company,
    Control,
    ControlStatement,
    ControlTotal,
    CouncilOwnedBody,
    CouncilPayment,
    FiledAccounts,
    FiledDocument,
    Filing,
    GazetteNotice,
    InsolvencyCase,
    InsolvencyDate,
    Inspection,
    LocalAuthority,
    LocalAuthorityBorder,
    LocalAuthoritySpelling,
    Officer,
    OwnershipFigure,
    OwnerStatement,
    ProviderPage,
    Record,
    Register,
    RegisterExtract,
    School,
    SicCode,
    StatementLine,
)

BY_HAND = "people keep it in `crawlers/reference`; no publisher of a rehearsal states it"
KINDS_LEFT_OUT: Mapping[type[Record], str] = {
    LocalAuthority: BY_HAND,
    LocalAuthoritySpelling: BY_HAND,
    LocalAuthorityBorder: BY_HAND,
    CouncilOwnedBody: BY_HAND,
    ControlTotal: (
        "Ofsted's own sums of what is compared row by row; a test holds them beside those rows"
    ),
    OwnershipFigure: BY_HAND,
    OwnerStatement: "a list that a newspaper put together once; no rehearsal serves it",
    AccountsNote: "what does not add up on a page, in our own words: the truth has no such words",
    CouncilPayment: "served, and crawled by no source: `docs/rehearsal.md` says so",
}
"""Kinds of records that are not compared at all."""
VERBATIM = "as the form words it"
BY_LINE = (StatementLine,)
"""Kinds that are held beside the books behind them, line by line (`lines_read`)."""
NOWHERE = "the truth has none: nothing in a rehearsal is ever so"
WORDING = "the form's wording of what other columns say, which are compared"
LAID_OUT = "as long as what the form lays out: the truth has what it says, and not its bytes"
LEFT_OUT: Mapping[type[Record], Mapping[str, str]] = {
    Inspection: {"interim_outcome": "interim inspections ended before a rehearsal begins"},
    Company: {
        "registered_office_undeliverable": NOWHERE,
        "registered_office_in_dispute": NOWHERE,
        "branch_of_company_number": NOWHERE,
    },
    Officer: {
        "appointed_before": NOWHERE,
        "identification_type": WORDING,
        "place_registered": WORDING,
        "legal_form": WORDING,
        "legal_authority": WORDING,
    },
    Control: {
        "natures": WORDING,
        "legal_form": "what the form asks for, whoever holds; nothing is concluded from it",
        "legal_authority": "as `legal_form`",
    },
    ControlStatement: {"restrictions_notice_withdrawal_reason": NOWHERE},
    Charge: {
        "charge_id": "made by the form of the company's number and the charge's, both compared",
        "classification": WORDING,
        "more_than_four_persons_entitled": NOWHERE,
    },
    GazetteNotice: {"notice_type": WORDING, "status": WORDING},
    FiledDocument: {"pages": LAID_OUT, "pdf_bytes": LAID_OUT, "tagged_bytes": LAID_OUT},
    AccountsDocument: {
        "length_bytes": LAID_OUT,
        "pages": LAID_OUT,
        "software": "the program's name with a version, both in the form's wording",
    },
    FiledAccounts: {
        "state_why": VERBATIM,
        "accounts_type": VERBATIM,
        "software": VERBATIM,
        "lines_left_out": "held beside the lines that are shown and not kept, line by line",
        "previous_start": "the periods of lines are compared, line by line",
        "previous_end": "as `previous_start`",
    },
    AccountsClaim: {"number": "counts what is compared", "sentence": VERBATIM},
    AccountsStatement: {"number": "counts what is compared", "sentence": VERBATIM},
    Charity: {"registration_number_text": NOWHERE, "dissolution_notice_to": NOWHERE},
    CareLocation: {
        "primary_location_id": NOWHERE,
        "registration_number_text": NOWHERE,
        "brand_id": NOWHERE,
        "brand_name": NOWHERE,
        "sector": WORDING,
        "directorate": WORDING,
        "category": WORDING,
        "services": WORDING,
        "postcode_district": "the form's: of no place in a rehearsal is there an address",
    },
    School: {
        "closed_because": NOWHERE,
        "phase": NOWHERE,
        "age_from": "the form's: the same of every school",
        "age_to": "the form's: the same of every school",
        "capacity": "the form's: so many more than there are pupils",
        "company_number": NOWHERE,
        "trust_name": NOWHERE,
        "region": "the form's spelling of the region of the council, which is compared",
    },
}
"""Columns that are not compared, beside where they are published."""
EVERYWHERE: Mapping[str, str] = {"cite": "a place in the bytes that a form wrote"}
"""Columns of every kind that are not compared."""


@dataclass(frozen=True, kw_only=True)
class Of:
    """Of which rows a column is not compared, and why."""

    which: Callable[[Mapping[str, object]], bool]
    why: str


BY_WHICH_PRODUCT = Of(
    which=lambda row: row["register_name"] in {Register.CONTROLS, Register.CONTROL_STATEMENTS},
    why="the API counts what is on a control register, the day's snapshot does not",
)
OF_SOME: Mapping[type[Record], Mapping[str, Of]] = {
    RegisterExtract: dict.fromkeys(
        ("stated_entries", "stated_active", "stated_ended"), BY_WHICH_PRODUCT
    ),
    Filing: {"pages": Of(which=lambda row: row["category"] == "accounts", why=LAID_OUT)},
}
"""Columns that are compared of some rows alone."""
DATED_WHEN_FETCHED: Mapping[type[Record], tuple[str, ...]] = {
    ProviderPage: ("public_on",),
    Company: ("public_on",),
    SicCode: ("public_on",),
    ControlStatement: ("public_on",),
    Officer: ("public_on",),
    InsolvencyCase: ("public_on",),
    InsolvencyDate: ("public_on",),
    RegisterExtract: ("public_on", "read_on"),
    Charity: ("public_on",),
    School: ("public_on",),
}
"""Columns that hold the day of a crawl: any will do, for what cannot differ is not asked again."""


def left_out(kind: type[Record]) -> Mapping[str, str]:
    """The columns of a kind that are not compared, each with the reason."""
    return {**EVERYWHERE, **LEFT_OUT.get(kind, {})}
