"""Notes on people: what staff cost, how many there were, what directors were paid."""

from crawlers.rehearsal.forms.accounts.lines import Line, columns, headings, rows, table
from crawlers.rehearsal.forms.accounts.notes import Note, said
from crawlers.rehearsal.forms.accounts.people import board_word, directors
from crawlers.rehearsal.forms.accounts.printed import Members, Part, Table, Weight
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.world.books import Books

_SOCIAL_SECURITY, _PENSIONS = 0.083, 0.027
"""Shares of staff costs that are contributions: the books have one sum, accounts print three."""

_HIGHEST_PAID: Members = (("bus:EntityOfficersDimension", "bus:HighestPaidDirector"),)

EMPLOYEES = Line(
    label="Average number of employees",
    of=lambda books: books.employees,
    concept="core:AverageNumberEmployeesDuringPeriod",
    is_money=False,
    is_always_shown=True,
)


def staff_note(told: Told) -> Note:
    """Staff costs and numbers."""
    costs = table(told, _cost_lines(), columns(told, told.head), Part.INCOME_NOTE)
    introduction = said(f"Staff costs, with those of {board_word(told)}, were:")
    shown = (*introduction, costs) if costs.rows else ()
    return Note(key="staff", title="Staff costs", blocks=(*shown, employees_table(told)))


def employees_note(told: Told) -> Note:
    """Numbers alone, as small companies give them."""
    return Note(key="staff", title="Employees", blocks=(employees_table(told),))


def employees_table(told: Told) -> Table:
    """How many people were employed, on average over the period."""
    over = columns(told, told.head)
    counted = tuple((*one[:-1], "No.") for one in headings(told, over))
    return Table(headings=counted, rows=rows(told, (EMPLOYEES,), over, Part.INCOME_NOTE))


def directors_note(told: Told) -> Note | None:
    """Directors' pay, and the highest; None where the books say nothing of it."""
    over = [
        one for one in columns(told, told.head) if one.books and one.books.highest_paid_director
    ]
    if told.is_llp or not over:
        return None
    share = told.random("directors' pay").uniform(0.4, 0.8)
    others = min(max(len(directors(told)) - 1, 0), 4)

    def highest(books: Books) -> int:
        return books.highest_paid_director or 0

    lines = (
        Line(
            label="Remuneration of all directors",
            of=lambda books: highest(books) + others * round(highest(books) * share),
            concept="direp:DirectorRemuneration",
        ),
        Line(
            label="Of the highest paid director",
            of=highest,
            concept="direp:DirectorRemuneration",
            members=_HIGHEST_PAID,
        ),
    )
    blocks = (table(told, lines, over, Part.INCOME_NOTE),)
    return Note(key="directors", title="Directors' remuneration", blocks=blocks)


def _cost_lines() -> tuple[Line, ...]:
    return (
        Line(label="Wages and salaries", of=_wages, concept="core:WagesSalaries"),
        Line(
            label="Social security costs",
            of=_social_security,
            concept="core:SocialSecurityCosts",
        ),
        Line(
            label="Other pension costs",
            of=_pensions,
            concept="core:PensionOtherPost-employmentBenefitCostsOtherPensionCosts",
        ),
        Line(
            label="",
            of=lambda books: books.income.staff_costs,
            concept="core:StaffCostsEmployeeBenefitsExpense",
            weight=Weight.TOTAL,
        ),
    )


def _wages(books: Books) -> int:
    return books.income.staff_costs - _social_security(books) - _pensions(books)


def _social_security(books: Books) -> int:
    return round(books.income.staff_costs * _SOCIAL_SECURITY)


def _pensions(books: Books) -> int:
    return round(books.income.staff_costs * _PENSIONS)
