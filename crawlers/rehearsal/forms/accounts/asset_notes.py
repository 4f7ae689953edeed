"""Notes on fixed assets: how their amounts moved over the period."""

from crawlers.rehearsal.forms.accounts.notes import Note
from crawlers.rehearsal.forms.accounts.printed import (
    At,
    Fact,
    Figure,
    Part,
    Row,
    Table,
    Weight,
    When,
)
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import long_date, unit


def goodwill_note(told: Told) -> Note | None:
    """Goodwill: last year's amount, additions, the charge, this year's."""
    opening = told.before.position.goodwill if told.before else 0
    closing, charge = told.now.position.goodwill, told.now.income.amortisation
    if not (opening or closing):
        return None
    found = _movement(
        told,
        (opening, charge, closing),
        "core:IntangibleAssets",
        "core:IncreaseFromAmortisationChargeForYearIntangibleAssets",
    )
    return Note(key="goodwill", title="Intangible assets: goodwill", blocks=(found,))


def tangible_note(told: Told) -> Note | None:
    """Property, plant and equipment, rights of use included where leases are on the sheet."""
    opening = told.before.position.tangible if told.before else 0
    closing, charge = told.now.position.tangible, told.now.income.depreciation
    if not (opening or closing):
        return None
    found = _movement(
        told,
        (opening, charge, closing),
        "core:PropertyPlantEquipment",
        "core:IncreaseFromDepreciationChargeForYearPropertyPlantEquipment",
    )
    return Note(key="tangible", title="Tangible assets", blocks=(found,))


def _movement(told: Told, amounts: tuple[int, int, int], balance: str, charged: str) -> Table:
    """Carrying amounts from one balance sheet to the next: what the charge leaves, was bought."""
    opening, charge, closing = amounts
    bought = closing + charge - opening
    rows = (
        _row(told, f"Carrying amount at {long_date(told.now.start)}", opening, (balance, At.START)),
        _row(told, "Additions less disposals", bought, None),
        _row(told, "Charge for the period", charge, (charged, At.DURING), is_taken_off=True),
        _row(told, f"Carrying amount at {long_date(told.now.end)}", closing, (balance, At.END)),
    )
    return Table(headings=(("Total", unit(told)),), rows=rows)


def _row(
    told: Told,
    label: str,
    amount: int,
    means: tuple[str, At] | None,
    *,
    is_taken_off: bool = False,
) -> Row:
    fact = means and Fact(
        concept=means[0], scope=told.head, when=When(0, means[1]), part=Part.BALANCE_NOTE
    )
    weight = Weight.TOTAL if means and means[1] is not At.DURING else Weight.PLAIN
    cell = Figure(amount=amount, fact=fact, is_taken_off=is_taken_off)
    return Row(label=(label,), cells=(cell,), weight=weight)
