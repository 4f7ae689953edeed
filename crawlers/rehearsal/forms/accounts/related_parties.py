"""The note on related parties: what companies of one group charge and owe each other."""

from collections.abc import Callable

from crawlers.rehearsal.forms.accounts.notes import Note, said
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import money
from crawlers.rehearsal.world.books import Books, Scope


def related_parties_note(told: Told) -> Note | None:
    """Charges, rents and interest inside the group, and what was owed at the end."""
    scope = Scope.COMPANY if Scope.COMPANY in told.books else told.head
    books = told.books[scope]
    sentences = [
        *_both_ways(
            told,
            books,
            lambda one: one.income.management_charge,
            "Management charges of {} were paid to the parent undertaking{}.",
            "Management charges of {} were received from subsidiary undertakings{}.",
        ),
        *_both_ways(
            told,
            books,
            lambda one: one.income.group_rent,
            "Rent of {} was paid to a group undertaking that owns property{}.",
            "Rent of {} was received from group undertakings{}.",
        ),
        *_interest(told, books),
        *_both_ways(
            told,
            books,
            lambda one: one.position.group_creditors,
            "At the end of the period {} was owed to group undertakings{}.",
            "",
        ),
        *_both_ways(
            told,
            books,
            lambda one: one.position.group_debtors,
            "At the end of the period {} was owed by group undertakings{}.",
            "",
        ),
    ]
    if not sentences:
        return None
    return Note(key="related", title="Related party transactions", blocks=said(*sentences))


def _interest(told: Told, books: tuple[Books, ...]) -> list[str]:
    """Interest to whoever holds the loan notes: a group's owner, or a parent in the group."""
    owed = next((one.position.loan_notes_after for one in books[:1]), 0)
    on = f" on loan notes of {money(told, owed)}" if owed else " on amounts owed"
    return _both_ways(
        told,
        books,
        lambda one: one.income.group_interest,
        f"Interest of {{}} was charged by the parent undertaking{on}{{}}.",
        "Interest of {} was received from group undertakings{}.",
    )


def _both_ways(
    told: Told, books: tuple[Books, ...], of: Callable[[Books], int], paid: str, received: str
) -> list[str]:
    """The sentence for what is paid, or for what is received where the amount is below nothing."""
    now = of(books[0])
    if not now:
        return []
    before = f" ({books[1].end.year}: {money(told, abs(of(books[1])))})" if books[1:] else ""
    return [(paid if now > 0 else received).format(money(told, abs(now)), before)]
