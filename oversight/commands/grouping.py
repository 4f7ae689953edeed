"""The command that shows one group with its chain of control."""

from typing import Annotated, Any

import typer

from oversight import group_printing, printing
from oversight.answers import Answers, answer
from oversight.asked_market import Options, make_market
from oversight.bulk_parts import company_index
from oversight.commands.asking import meant
from oversight.group_rows import row_of_group, rows_of_group
from oversight.installation import Installation
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
from oversight.outsiders import Outsider, listed_under, outsider, undertakings
from oversight.policy import DEFAULT
from oversight.provider_groups import Kind


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
    """Show the group of any company held: its head, each member with its chain and its settings."""
    place = open_to_ask(data, db)
    options = asked(place, as_of, known_at, policy, seen=seen)
    answers = answer(place, options)
    rows, about, apart = _asked_for(place, options, answers, company)
    if json:
        printing.as_json(
            options, printing.data_in(place), rows, notes=answers.notes, **answers.register
        )
        return
    printing.say_if_invented(place)
    printing.say(printing.rests_on(answers))
    if apart is not None:
        group_printing.apart(apart)
    group_printing.group(rows, about)
    printing.note_if_empty(options, answers)


def _asked_for(
    place: Installation, options: Options, answers: Answers, text: str
) -> tuple[list[dict[str, Any]], dict[str, Any], Outsider | None]:
    """The members of the group that a text means, and its row; a company outside all with it."""
    known = _groups(answers)
    if text.casefold() not in known:
        market = make_market(place, options)
        index = company_index(place, options.known_at, seen=options.seen)
        listed = listed_under(text, index)
        nodes = undertakings(market, text, listed)
        if len(nodes) > 1:
            raise typer.BadParameter(f"{text!r} may mean any of {list(nodes)}: name one of these")
        if nodes and nodes[0].casefold() not in known:
            apart = outsider(market, nodes[0], index)
            about = row_of_group(market, apart.group, apart.facts)
            return list(rows_of_group(market, apart.group, apart.facts)), about, apart
        text = nodes[0] if nodes else text
    group = meant(text, known)
    about = next(row for row in answers.groups if row["id"] == group)
    return [row for row in answers.members if row["group"] == group], about, None


def _groups(answers: Answers) -> dict[str, str]:
    """Every group by whatever names a member of it; whose member is certain comes first.

    An operating group is found by its own name alone: its members name their statutory group.
    """
    operating = {row["id"] for row in answers.groups if row["kind"] == Kind.OPERATING}
    members = (row for row in answers.members if row["group"] not in operating)
    rows = sorted(members, key=lambda row: row["certain"])
    return {one.casefold(): one for one in operating} | {
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
