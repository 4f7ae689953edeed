"""Accounts as they were filed and read: whose, of when, their chosen lines and what they say."""

from datetime import date

from db.company_numbers import CompanyNumber
from db.records.accounts_words import (
    AccountsState,
    Gap,
    HowRead,
    LeaseBasis,
    Matter,
    Measure,
    Scope,
    Standard,
)
from db.records.record import Record, Shape, said

LARGEST_AMOUNT = 2**63 - 1
"""What a database holds of a whole number: nine trillion million, which nobody owns."""


class _OfAFiling(Record):
    """What every record of one set of accounts names: the document, and which of its sets."""

    shape = Shape.EVENT
    dated_by = "public_on"

    document_id: str = said("The document, as in AccountsDocument.")
    member: int = said(
        "Which set of accounts in the document: 1 unless it is a package of several, such as a"
        " subsidiary's with its parent's.",
        unit="number",
        ge=0,
    )


class FiledAccounts(_OfAFiling):
    """One set of accounts, read or not: `state` says which.

    What the publisher says of the same filing, for whom above all, is FiledDocument's, by the same
    `document_id`. The entity that the accounts are about may be another: a subsidiary files its
    parent's. Figures are in StatementLine, sentences in AccountsStatement.
    """

    identity = ("document_id", "member")

    state: AccountsState = said("What became of it when it was read.")
    state_why: str | None = said("What exactly was amiss; None where nothing was.")
    filed_for: CompanyNumber | None = said(
        "The company for which it was filed, where the name of its file says so, as in the"
        " publisher's bulk products; of a document fetched by its id, FiledDocument says."
    )
    entity_number: CompanyNumber | None = said("The company that the accounts are about.")
    entity_name: str | None = said("Its name, as the accounts have it.")
    made_up_to: date | None = said("The last day of the report's own period.")
    period_start: date | None = said("The first day of it.")
    months: int | None = said("How long it is, to the nearest month.", unit="months", ge=0)
    previous_start: date | None = said("The first day of the comparative period.")
    previous_end: date | None = said(
        "The last day of it. The two may differ in length: compare by the month."
    )
    accounts_type: str | None = said("Type of accounts in the document's own word: `FullAccounts`.")
    standard: Standard | None = said("The accounting standard that it says it follows.")
    lease_basis: LeaseBasis = said(
        "How leases are accounted for: figures on two bases do not compare as they stand."
    )
    is_consolidated: bool = said("True where it has group statements, tagged or printed.")
    is_audited: bool | None = said("True where it says that it was audited.")
    is_dormant: bool | None = said("True where it says that the company was dormant.")
    is_amended: bool | None = said("True where it says that it replaces accounts filed before.")
    signed_on: date | None = said("The day on which directors approved it.")
    auditor: str | None = said("The firm that reports on it.")
    software: str | None = said("The program that made it, in its own words.")
    lines_left_out: int = said(
        "Lines that were read and are not kept here, because a filing has 40 at most; all of them"
        " are printed by `oversight accounts`.",
        unit="lines",
        ge=0,
    )


class StatementLine(_OfAFiling):
    """One line of a primary statement or its notes, as chosen from all that the document gives.

    Lines of the comparative period are what the later filing says of the earlier year. They stand
    beside the earlier filing's own figure, which has another `document_id`, and never replace it.
    """

    identity = ("document_id", "member", "scope", "measure", "is_comparative")

    scope: Scope = said("Whose figure it is: the company's own, or its group's.")
    measure: Measure = said("Which line it is. Costs and debts are positive, a loss is negative.")
    is_comparative: bool = said("True for the year before, as this filing restates it.")
    period_start: date | None = said("First day of what it covers; None for a day's figure.")
    period_end: date = said("Last day of what it covers, or the day.")
    amount: int = said(
        "How much, to the pound; of employees, how many heads.",
        unit="pounds",
        ge=-LARGEST_AMOUNT,
        le=LARGEST_AMOUNT,
    )
    read: HowRead = said("How it was read.")
    confidence: float = said(
        "How likely it is that the page says so, of this line, scope and period: 0 to 1.",
        unit="share",
        ge=0,
        le=1,
    )
    shown: str = said("As the page shows it, brackets and all.")
    label: str | None = said("The words beside it, or the name of its tag.")


class AccountsStatement(_OfAFiling):
    """One sentence of accounts that matters, verbatim."""

    identity = ("document_id", "member", "number")

    number: int = said(
        "Which of the document's sentences that matter, from 1.", unit="number", ge=0
    )
    matter: Matter = said("What it is cited for.")
    sentence: str = said("The sentence.")
    name: str | None = said("The company, firm or party that it names; never a private person.")
    jurisdiction: str | None = said("Where that is registered, where it says so.")
    amount_gbp: int | None = said("The sum that it names.", unit="pounds")


class AccountsClaim(_OfAFiling):
    """One relief of the Companies Act 2006 that a document says it takes."""

    identity = ("document_id", "member", "number")

    number: int = said("Which of the document's claims, from 1.", unit="number", ge=0)
    section: str = said("The section: `444`, `408`, `400`, `401`, `479A`.")
    sentence: str = said("The sentence in which it is taken.")
    parent: str | None = said("For 400, 401 and 479A: the parent undertaking that it names.")


class AccountsNote(_OfAFiling):
    """One thing that does not add up, or that changes how a figure is to be taken."""

    identity = ("document_id", "member", "number")

    number: int = said("Which of the notes on it, from 1.", unit="number", ge=0)
    scope: Scope | None = said("Whose figures it is about; None for the document as a whole.")
    measure: Measure | None = said("Which line it is about; None for several, or none.")
    words: str = said("What was seen, in one sentence.")


class AccountsGap(_OfAFiling):
    """One line that one would look for and that is not there, and why."""

    identity = ("document_id", "member", "scope", "measure")

    scope: Scope = said("Whose line is missing.")
    measure: Measure = said("Which line.")
    gap: Gap = said("Why it is not there.")
