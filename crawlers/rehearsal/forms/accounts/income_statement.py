"""The profit and loss account, as printed: every line follows from the books to the pound."""

from crawlers.rehearsal.forms.accounts.lines import Line, profit_or_loss
from crawlers.rehearsal.forms.accounts.printed import Weight
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import wording
from crawlers.rehearsal.world.books import Books


def cost_of_sales(books: Books) -> int:
    """What running the homes costs: staff and rents."""
    income = books.income
    return income.staff_costs + income.rent + max(income.group_rent, 0)


def gross_profit(books: Books) -> int:
    """Turnover less cost of sales."""
    return books.income.turnover - cost_of_sales(books)


def administrative_expenses(books: Books) -> int:
    """Everything else above operating profit but for exceptional costs."""
    income = books.income
    charged = max(income.management_charge, 0)
    return income.other_costs + charged + income.depreciation + income.amortisation


def other_operating_income(books: Books) -> int:
    """Charges and rents that other companies of the group pay to this one."""
    return max(-books.income.management_charge, 0) + max(-books.income.group_rent, 0)


def interest_payable(books: Books) -> int:
    """All interest paid, before any that is received from the group."""
    income = books.income
    return income.bank_interest + income.lease_interest + max(income.group_interest, 0)


def interest_receivable(books: Books) -> int:
    """Interest received from the group."""
    return max(-books.income.group_interest, 0)


def income_lines(told: Told) -> tuple[Line, ...]:
    """The lines from turnover to profit for the period."""
    words = wording(told)
    return (
        Line(
            label="Turnover",
            of=lambda books: books.income.turnover,
            concept="core:TurnoverRevenue",
            note="turnover",
            weight=Weight.TOTAL,
            is_always_shown=not told.is_holding or told.is_group,
        ),
        Line(label="Cost of sales", of=cost_of_sales, concept="core:CostSales", is_cost=True),
        Line(
            label=profit_or_loss("gross {}"),
            of=gross_profit,
            concept="core:GrossProfitLoss",
            weight=Weight.TOTAL,
        ),
        Line(
            label="Administrative expenses",
            of=administrative_expenses,
            concept="core:AdministrativeExpenses",
            is_cost=True,
        ),
        Line(
            label="Other operating income",
            of=other_operating_income,
            concept="core:OtherOperatingIncomeFormat1",
        ),
        Line(
            label="Exceptional costs",
            of=lambda books: books.income.exceptional_costs,
            note="exceptional",
            is_cost=True,
        ),
        Line(
            label=profit_or_loss(words.group_operating if told.is_group else "operating {}"),
            of=lambda books: books.income.operating_profit,
            concept="core:OperatingProfitLoss",
            note="operating profit",
            weight=Weight.TOTAL,
            is_always_shown=True,
        ),
        *_below(told, words.interest, words.before_tax),
    )


def micro_lines(told: Told) -> tuple[Line, ...]:
    """The short account by kind of cost that FRS 105 asks of a micro-entity."""
    assert told.is_micro
    return (
        Line(
            label="Turnover",
            of=lambda books: books.income.turnover,
            concept="core:TurnoverRevenue",
        ),
        Line(
            label="Other income",
            of=lambda books: other_operating_income(books) + books.income.dividends_received,
            concept="core:OtherOperatingIncomeFormat2",
        ),
        Line(
            label="Staff costs",
            of=lambda books: books.income.staff_costs,
            concept="core:StaffCostsEmployeeBenefitsExpense",
            is_cost=True,
        ),
        Line(
            label="Depreciation and other amounts written off assets",
            of=lambda books: books.income.depreciation + books.income.amortisation,
            concept="core:DepreciationAmortisationImpairmentExpense",
            is_cost=True,
        ),
        Line(
            label="Other charges",
            of=_other_charges,
            concept="core:OtherOperatingExpensesFormat2",
            is_cost=True,
        ),
        Line(
            label="Tax",
            of=lambda books: books.income.tax,
            concept="core:TaxTaxCreditOnProfitOrLossOnOrdinaryActivities",
            is_cost=True,
        ),
        Line(
            label=profit_or_loss("{}"),
            of=lambda books: books.income.profit,
            concept="core:ProfitLoss",
            weight=Weight.TOTAL,
            is_always_shown=True,
        ),
    )


def _below(told: Told, interest: str, before_tax: str) -> tuple[Line, ...]:
    """From operating profit to profit for the period."""
    shared = "available for discretionary division among members"
    after = f"{{}} for the financial year {shared}" if told.is_llp else "{} for the financial year"
    return (
        Line(
            label="Income from shares in group undertakings",
            of=lambda books: books.income.dividends_received,
            concept="core:IncomeFromSharesInGroupUndertakings",
        ),
        Line(
            label="Interest receivable and similar income",
            of=interest_receivable,
            concept="core:OtherInterestReceivableSimilarIncomeFinanceIncome",
        ),
        Line(
            label=interest,
            of=interest_payable,
            concept="core:InterestPayableSimilarChargesFinanceCosts",
            note="interest",
            is_cost=True,
        ),
        Line(
            label=profit_or_loss(f"{{}} {before_tax}"),
            of=lambda books: books.income.profit_before_tax,
            concept="core:ProfitLossOnOrdinaryActivitiesBeforeTax",
            weight=Weight.TOTAL,
            is_always_shown=True,
        ),
        Line(
            label="Taxation",
            of=lambda books: books.income.tax,
            concept="core:TaxTaxCreditOnProfitOrLossOnOrdinaryActivities",
            note="tax",
            is_cost=True,
        ),
        Line(
            label=profit_or_loss(after),
            of=lambda books: books.income.profit,
            concept="core:ProfitLoss",
            weight=Weight.TOTAL,
            is_always_shown=True,
        ),
    )


def _other_charges(books: Books) -> int:
    """What the short account shows in one line: all costs but staff, depreciation and tax."""
    income = books.income
    rents = income.rent + max(income.group_rent, 0) + max(income.management_charge, 0)
    return rents + income.other_costs + income.exceptional_costs + income.interest
