"""The words that each vendor's templates print; a scan has words of its own."""

from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.world.books import Vendor


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What one vendor calls the statements and the lines that vendors call differently."""

    income: str
    balance: str
    company_balance: str
    """The company's own balance sheet beside the group's."""
    equity: str
    within_a_year: tuple[str | None, str]
    """A heading of its own, or None, and the line below it."""
    after: tuple[str | None, str]
    premium: str
    retained: str
    total_equity: str
    """Empty where the total has no label."""
    group_operating: str
    """A group's operating profit, with `{}` for profit or loss."""
    interest: str
    before_tax: str
    report: str
    """What the cover calls the whole."""


_WORDING = {
    Vendor.DIGITA: Wording(
        income="Profit and Loss Account",
        balance="Balance Sheet",
        company_balance="Balance Sheet",
        equity="Statement of Changes in Equity",
        within_a_year=(None, "Creditors: Amounts falling due within one year"),
        after=(None, "Creditors: Amounts falling due after more than one year"),
        premium="Share premium reserve",
        retained="Retained earnings",
        total_equity="Total equity",
        group_operating="operating {}",
        interest="Interest payable and similar charges",
        before_tax="before tax",
        report="Annual Report",
    ),
    Vendor.IRIS: Wording(
        income="Income Statement",
        balance="Balance Sheet",
        company_balance="Company Balance Sheet",
        equity="Statement of Changes in Equity",
        within_a_year=("Creditors", "Amounts falling due within one year"),
        after=("Creditors", "Amounts falling due after more than one year"),
        premium="Share premium",
        retained="Retained earnings",
        total_equity="Shareholders' funds",
        group_operating="group operating {}",
        interest="Interest payable and similar expenses",
        before_tax="before taxation",
        report="Report of the Directors",
    ),
    Vendor.CASEWARE: Wording(
        income="Statement of Comprehensive Income",
        balance="Balance Sheet",
        company_balance="Company Balance Sheet",
        equity="Statement of Changes in Equity",
        within_a_year=(None, "Creditors: amounts falling due within one year"),
        after=(None, "Creditors: amounts falling due after more than one year"),
        premium="Share premium account",
        retained="Profit and loss account",
        total_equity="",
        group_operating="operating {}",
        interest="Interest payable and similar expenses",
        before_tax="before taxation",
        report="Annual Report",
    ),
    None: Wording(
        income="Profit and Loss Account",
        balance="Balance Sheet",
        company_balance="Company Balance Sheet",
        equity="Statement of Changes in Equity",
        within_a_year=(None, "Creditors: amounts falling due within one year"),
        after=(None, "Creditors: amounts falling due after more than one year"),
        premium="Share premium account",
        retained="Profit and loss account",
        total_equity="Shareholders' funds",
        group_operating="operating {}",
        interest="Interest payable and similar charges",
        before_tax="before taxation",
        report="Report",
    ),
}


def wording(told: Told) -> Wording:
    """The words of the software that wrote the accounts."""
    return _WORDING[told.accounts.vendor]


def long_date(day: date) -> str:
    """A day in words: `1 March 2026`."""
    return f"{day.day} {day:%B %Y}"


def for_period(told: Told) -> str:
    """The period in a title: the year ended, or from when to when where it is no year."""
    if told.now.months == 12:  # noqa: PLR2004 - a year
        return f"for the year ended {long_date(told.now.end)}"
    return f"for the period from {long_date(told.now.start)} to {long_date(told.now.end)}"


def period_word(told: Told) -> str:
    """`year` or `period`."""
    return "year" if told.now.months == 12 else "period"  # noqa: PLR2004 - a year


def unit(told: Told) -> str:
    """What stands over a column of money."""
    return "£000" if told.in_thousands else "£"


def money(told: Told, amount: int) -> str:
    """An amount in a sentence, rounded as the tables are."""
    if not told.in_thousands:
        return f"£{amount:,}"
    return f"£{(amount + 500) // 1000:,}000" if amount >= 500 else "£nil"  # noqa: PLR2004
