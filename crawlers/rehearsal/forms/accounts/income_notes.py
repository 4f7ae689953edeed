"""Notes on the profit and loss account: turnover, costs, interest, tax."""

from datetime import date

from crawlers.rehearsal.forms.accounts import lines as of_lines
from crawlers.rehearsal.forms.accounts.income_statement import interest_payable
from crawlers.rehearsal.forms.accounts.lines import Line, columns, profit_or_loss
from crawlers.rehearsal.forms.accounts.notes import Note, paragraph, said
from crawlers.rehearsal.forms.accounts.printed import Part, Table, Weight
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import period_word
from crawlers.rehearsal.world.books import Books

_RATE_ROSE_ON = date(2023, 4, 1)
"""Corporation tax rose from 19 to 25 per cent for profits of after this day (Finance Act 2021)."""


def operating_profit_note(told: Told) -> Note | None:
    """What was charged before operating profit; None where nothing of it was."""
    lines = (
        Line(
            label="Depreciation of tangible assets",
            of=lambda books: books.income.depreciation,
            concept="core:DepreciationExpensePropertyPlantEquipment",
        ),
        Line(
            label="Amortisation of goodwill",
            of=lambda books: books.income.amortisation,
            concept="core:AmortisationExpenseIntangibleAssets",
        ),
        Line(
            label="Operating lease rentals: property",
            of=lambda books: books.income.rent,
            concept="core:MinimumOperatingLeasePaymentsRecognisedAsExpense",
        ),
    )
    table = _table(told, lines)
    blocks = (*said("This is stated after charging:"), table)
    return (
        Note(key="operating profit", title="Operating profit", blocks=blocks)
        if table.rows
        else None
    )


def exceptional_note(told: Told) -> Note | None:
    """What the exceptional costs were."""
    if not any(books.income.exceptional_costs for books in told.books[told.head][:2]):
        return None
    line = Line(
        label="Reorganisation and closure of settings",
        of=lambda books: books.income.exceptional_costs,
    )
    return Note(key="exceptional", title="Exceptional costs", blocks=(_table(told, (line,)),))


def interest_note(told: Told) -> Note | None:
    """Interest payable by whom it is owed to."""
    if not any(interest_payable(books) for books in told.books[told.head][:2]):
        return None
    lines = (
        Line(
            label="Bank loans",
            of=lambda books: books.income.bank_interest,
            concept="core:InterestExpenseOnBankOverdraftsBankLoansSimilarBorrowings",
        ),
        Line(
            label="Leases",
            of=lambda books: books.income.lease_interest,
            concept="core:InterestExpenseOnObligationsUnderFinanceLeasesHirePurchaseContracts",
        ),
        Line(
            label="Loan notes and amounts owed to group undertakings",
            of=lambda books: max(books.income.group_interest, 0),
            concept="core:InterestExpenseOnLoanCapital",
        ),
        Line(
            label="",
            of=interest_payable,
            concept="core:InterestPayableSimilarChargesFinanceCosts",
            weight=Weight.TOTAL,
        ),
    )
    return Note(key="interest", title="Interest payable", blocks=(_table(told, lines),))


def tax_note(told: Told) -> Note:
    """The charge for tax, beside what the standard rate would give."""
    percent = 25 if told.now.end >= _RATE_ROSE_ON else 19

    def at_standard_rate(books: Books) -> int:
        return round(books.income.profit_before_tax * percent / 100)

    charge = Line(
        label="Tax on profit for the period",
        of=lambda books: books.income.tax,
        concept="core:TaxTaxCreditOnProfitOrLossOnOrdinaryActivities",
        weight=Weight.TOTAL,
        is_always_shown=True,
    )
    lines = (
        Line(label="Analysis of the charge"),
        charge,
        Line(label="Reconciliation of the charge"),
        Line(
            label=profit_or_loss("{} before tax"),
            of=lambda books: books.income.profit_before_tax,
            concept="core:ProfitLossOnOrdinaryActivitiesBeforeTax",
            is_always_shown=True,
        ),
        Line(label=f"At the standard rate of {percent}%", of=at_standard_rate),
        Line(
            label="Costs not deductible, reliefs and other differences",
            of=lambda books: books.income.tax - at_standard_rate(books),
        ),
        charge,
    )
    return Note(key="tax", title="Taxation", blocks=(_table(told, lines),))


def restatement_note(told: Told) -> Note | None:
    """That last year's figures are not those filed then, and why."""
    if not (told.accounts.restates and told.before):
        return None
    words = (
        f"The comparative figures are restated. Fees that the {told.body_word} collects and passes "
        f"on, formerly set off against the cost of them, are shown gross: turnover and other costs "
        f"of the {period_word(told)} before rise by the same amount, as do debtors and creditors. "
        "Profit and equity do not change."
    )
    concept = "core:GeneralDescriptionPriorPeriodPolicyChangeAdjustmentsTheirEffect"
    told_words = (of_lines.tagged(words, concept, told=told),)
    return Note(
        key="restatement",
        title="Prior period adjustment",
        blocks=paragraph(told_words),
    )


def _table(told: Told, lines: tuple[Line, ...]) -> Table:
    return of_lines.table(told, lines, columns(told, told.head), Part.INCOME_NOTE)
