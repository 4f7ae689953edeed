"""What does not add up in what was chosen, and what a person should look at before using it."""

from crawlers.accounts.choosing import Chosen
from crawlers.accounts.levels import inside
from crawlers.accounts.note import Note
from crawlers.accounts.said import About
from crawlers.accounts.sizes import sizes
from crawlers.accounts.spans import spans
from crawlers.accounts.totals import parts, totals
from db.records.accounts_words import Scope


def check(chosen: Chosen, about: About, *, filed_for: str | None = None) -> tuple[Note, ...]:
    """A note for everything that does not add up, without changing anything.

    Whose document it is, against `filed_for`, the company number in the file's name; lengths of
    periods; in each scope totals, parts and sizes against the period before; and the group beside
    the company. Where readers differ is told in `Chosen.notes` already.
    """
    notes: list[Note] = []
    if about.entity_number and filed_for and about.entity_number != filed_for:
        words = f"It reports on company {about.entity_number}, and was filed for {filed_for}"
        notes.append(Note(words=words))
    notes += spans(chosen.period, chosen.previous, about)
    for scope in Scope:
        figures = chosen.of(scope)
        notes += (*totals(figures), *parts(figures), *sizes(figures, chosen.before(scope)))
    return (*notes, *inside(chosen))
