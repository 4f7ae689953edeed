"""The command that shows one group with its chain of control."""

from typing import Annotated

import typer

from oversight import printing
from oversight.answers import Answers, answer
from oversight.commands.asking import meant
from oversight.options import (
    AsOf,
    Data,
    Database,
    Json,
    KnownAt,
    PolicyName,
    Seen,
    asked,
    open_to_ask,
)
from oversight.policy import DEFAULT


def group_command(
    company: Annotated[
        str, typer.Argument(help="A company by number or name, or an owner as Ofsted names it.")
    ],
    as_of: AsOf = None,
    known_at: KnownAt = None,
    seen: Seen = False,
    policy: PolicyName = DEFAULT,
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """Show the group of a company: its head, and each member with its chain and its settings."""
    place = open_to_ask(data, db)
    options = asked(place, as_of, known_at, policy, seen=seen)
    answers = answer(place, options)
    group = meant(company, _groups(answers))
    rows = [row for row in answers.members if row["group"] == group]
    if json:
        printing.as_json(
            options, printing.data_in(place), rows, notes=answers.notes, **answers.register
        )
        return
    printing.say(printing.rests_on(answers))
    printing.group(rows)
    printing.note_if_empty(options, answers)


def _groups(answers: Answers) -> dict[str, str]:
    """Every group by whatever names a member of it; whose member is certain comes first."""
    rows = sorted(answers.members, key=lambda row: row["certain"])
    return {
        text.casefold(): row["group"]
        for row in rows
        for text in (
            row["group"],
            row["member_name"],
            row["member"].partition(":")[2],
            row["member"],
            *([row["company"], f"company:{row['company']}"] if row["company"] else []),
        )
    }
