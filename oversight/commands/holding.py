"""The command that shows which filed accounts of a company are held, and which are not."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from oversight import printing
from oversight.accounts_between import Between
from oversight.accounts_missing import MissingAccounts, missing_accounts
from oversight.accounts_printing import say_document
from oversight.accounts_rows import (
    accounts_rows,
    missing_row,
    parents_row,
    restated_row,
    same_operations_row,
)
from oversight.answers import register_in_use
from oversight.asked_market import settings_in_use, what_is_public
from oversight.commands.recognising import company_number
from oversight.held_accounts import HeldCompany, HeldDocument, held_companies
from oversight.options import (
    AsOf,
    Data,
    Database,
    Json,
    KnownAt,
    Seen,
    asked,
    open_to_ask,
)
from oversight.parents_accounts import LeftToParents


def accounts_held_command(
    companies: Annotated[list[str], typer.Argument(help="Companies by their numbers.")],
    as_of: AsOf = None,
    known_at: KnownAt = None,
    seen: Seen = False,
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """Show the accounts of companies that are held, what is stated anew, and why none is newer."""
    numbers = list(dict.fromkeys(company_number(company) for company in companies))
    place = open_to_ask(data, db)
    options = asked(place, as_of, known_at, seen=seen)
    held = held_companies(place, options, numbers)
    documents = _each(held)
    missing = [gap for one in held for gap in missing_accounts(one, options.as_of)]
    with Between() as between, LeftToParents(among="those that are held") as left_to:
        for one in documents:
            between.add(one.document)
            left_to.add(one.document)
        for one in (above for company in held for above in company.above):
            left_to.add(one.document)
        if json:
            in_use = settings_in_use(place, options, what_is_public(place, options))
            printing.as_json(
                options,
                printing.data_in(place),
                [row for one in documents for row in _rows(one)],
                notes=[],
                **register_in_use(place, in_use),
                same_operations=[same_operations_row(one) for one in between.same_operations()],
                restatements=[restated_row(one) for one in between.restated()],
                parents_accounts=[parents_row(one) for one in left_to.found()],
                missing_accounts=[missing_row(one) for one in missing],
            )
        else:
            printing.say_if_invented(place)
            _say(documents, between, missing)
            for found in left_to.found():
                printing.say(found.words)


def _each(held: Sequence[HeldCompany]) -> list[HeldDocument]:
    """Every document once, though it be about two of the companies."""
    found = {one.document.sha256: one for company in held for one in company.documents}
    return list(found.values())


def _rows(held: HeldDocument) -> list[dict[str, Any]]:
    public_on = held.public_on.isoformat()
    return [{**row, "public_on": public_on} for row in accounts_rows(held.document)]


def _say(
    documents: Sequence[HeldDocument], between: Between, missing: Sequence[MissingAccounts]
) -> None:
    for one in documents:
        say_document(one.document)
    for pair in between.same_operations():
        printing.say(pair.words)
    for found in between.restated():
        printing.say(f"{found.company_number}: {found.restatement.words}")
    for one in missing:
        printing.say(f"{one.company_number}: {one.words}")
        for cite in one.cites:
            printing.say(f"    {cite}")
