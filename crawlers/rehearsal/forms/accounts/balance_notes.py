"""Notes on the balance sheet: assets, debtors, creditors, borrowings, leases, shares."""

from crawlers.rehearsal.forms.accounts.balance_sheet import SHARE_CAPITAL
from crawlers.rehearsal.forms.accounts.lines import Column, Line, columns, table
from crawlers.rehearsal.forms.accounts.notes import Note, said
from crawlers.rehearsal.forms.accounts.printed import At, Due, Part, Table, Weight
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.world.books import Scope


def debtors_note(told: Told) -> Note | None:
    """Who owes it money."""
    lines = (
        Line(
            label="Trade debtors",
            of=lambda books: books.position.trade_debtors,
            concept="core:TradeDebtorsTradeReceivables",
            at=At.END,
        ),
        Line(
            label="Amounts owed by group undertakings",
            of=lambda books: books.position.group_debtors,
            concept="core:AmountsOwedByGroupUndertakings",
            at=At.END,
        ),
        Line(
            label="",
            of=lambda books: books.position.debtors,
            concept="core:Debtors",
            at=At.END,
            weight=Weight.TOTAL,
        ),
    )
    return _note(told, "debtors", "Debtors", lines)


def within_a_year_note(told: Told) -> Note | None:
    """To whom it owes what falls due within a year."""
    due = Due.WITHIN_A_YEAR
    lines = (
        Line(
            label="Bank loans",
            of=lambda books: books.position.bank_loans_within_a_year,
            concept="core:BankBorrowingsOverdrafts",
            at=At.END,
            due=due,
        ),
        Line(
            label="Lease liabilities",
            of=lambda books: books.position.leases_within_a_year,
            concept="core:FinanceLeaseLiabilitiesPresentValueTotal",
            at=At.END,
            due=due,
        ),
        Line(
            label="Trade creditors",
            of=lambda books: books.position.trade_creditors,
            concept="core:TradeCreditorsTradePayables",
            at=At.END,
            due=due,
        ),
        Line(
            label="Amounts owed to group undertakings",
            of=lambda books: books.position.group_creditors,
            concept="core:AmountsOwedToGroupUndertakings",
            at=At.END,
            due=due,
        ),
        Line(
            label="Taxation and social security",
            of=lambda books: books.position.taxes,
            concept="core:TaxationSocialSecurityPayable",
            at=At.END,
            due=due,
        ),
        Line(
            label="",
            of=lambda books: books.position.creditors_within_a_year,
            concept="core:Creditors",
            at=At.END,
            due=due,
            weight=Weight.TOTAL,
        ),
    )
    return _note(told, "within a year", "Creditors: amounts falling due within one year", lines)


def after_note(told: Told) -> Note | None:
    """To whom it owes what falls due later."""
    due = Due.AFTER
    lines = (
        Line(
            label="Bank loans",
            of=lambda books: books.position.bank_loans_after,
            concept="core:BankBorrowingsOverdrafts",
            at=At.END,
            due=due,
        ),
        Line(
            label="Loan notes",
            of=lambda books: books.position.loan_notes_after,
            concept="core:OtherRemainingBorrowings",
            at=At.END,
            due=due,
        ),
        Line(
            label="Lease liabilities",
            of=lambda books: books.position.leases_after,
            concept="core:FinanceLeaseLiabilitiesPresentValueTotal",
            at=At.END,
            due=due,
        ),
        Line(
            label="",
            of=lambda books: books.position.creditors_after,
            concept="core:Creditors",
            at=At.END,
            due=due,
            weight=Weight.TOTAL,
        ),
    )
    return _note(told, "after", "Creditors: amounts falling due after more than one year", lines)


def borrowings_note(told: Told) -> Note | None:
    """Loans by when they fall due; leases are elsewhere."""
    lines = (
        Line(
            label="Bank loans due within one year",
            of=lambda books: books.position.bank_loans_within_a_year,
            concept="core:TotalBorrowings",
            at=At.END,
            due=Due.WITHIN_A_YEAR,
        ),
        Line(
            label="Bank loans and loan notes due after more than one year",
            of=lambda books: books.position.bank_loans_after + books.position.loan_notes_after,
            concept="core:TotalBorrowings",
            at=At.END,
            due=Due.AFTER,
        ),
    )
    found = _note(told, "borrowings", "Loans and borrowings", lines)
    has_notes = any(books.position.loan_notes_after for books in told.books[told.head][:2])
    words = (
        "Bank loans are secured by fixed and floating charges over the assets of the borrowers.",
        *(
            ["Loan notes are unsecured and owed to the owner; unpaid interest is added to them."]
            if has_notes
            else []
        ),
    )
    return found and Note(key=found.key, title=found.title, blocks=(*found.blocks, *said(*words)))


def shares_note(told: Told) -> Note | None:
    """The share capital, all of it in ordinary shares of a pound."""
    line = Line(
        label="Ordinary shares of £1 each, allotted, called up and fully paid",
        of=lambda books: books.position.share_capital,
        concept="core:Equity",
        at=At.END,
        members=SHARE_CAPITAL,
    )
    over = columns(told, Scope.COMPANY if Scope.COMPANY in told.books else told.head)
    found = table(told, (line,), over, Part.BALANCE_NOTE)
    return Note(key="shares", title="Share capital", blocks=(found,)) if found.rows else None


def _note(told: Told, key: str, title: str, lines: tuple[Line, ...]) -> Note | None:
    found = _table(told, lines)
    return Note(key=key, title=title, blocks=(found,)) if found.rows else None


def _table(told: Told, lines: tuple[Line, ...]) -> Table:
    return table(told, lines, _over(told), Part.BALANCE_NOTE)


def _over(told: Told) -> tuple[Column, ...]:
    """The group's columns and then the company's, or the company's alone."""
    scopes = [scope for scope in (Scope.GROUP, Scope.COMPANY) if scope in told.books]
    return columns(told, *scopes)
