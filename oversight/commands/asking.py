"""Commands that answer questions: findings, groups, markets."""

from collections import Counter
from difflib import get_close_matches
from typing import Annotated, Any

import typer

from oversight import printing
from oversight.answers import Answers, answer
from oversight.asked_market import make_market
from oversight.market_rows import with_suppliers
from oversight.measures.concentration import Basis, Level, Service
from oversight.options import (
    AsOf,
    Data,
    Database,
    Json,
    KnownAt,
    Most,
    PolicyName,
    Seen,
    asked,
    open_to_ask,
)
from oversight.policy import DEFAULT
from oversight.rules import register


def findings_command(
    key: Annotated[
        str | None, typer.Argument(help="A finding's key, or whom it is about: all of it.")
    ] = None,
    rule: Annotated[str | None, typer.Option(help="Only this rule's, by its code.")] = None,
    subject: Annotated[
        str | None, typer.Option(help="Only those about this subject, all of each.")
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="All of each finding, not one line each.")
    ] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    seen: Seen = False,
    policy: PolicyName = DEFAULT,
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """List who meets a condition; of one that is named, its evidence and what may explain it."""
    codes = [known.code for known in register()]
    if rule is not None and rule not in codes:
        raise typer.BadParameter(f"no rule has the code {rule!r}; there are {codes}")
    place = open_to_ask(data, db)
    options = asked(place, as_of, known_at, policy, seen=seen)
    answers = answer(place, options)
    known = {row["key"].casefold(): row["key"] for row in answers.findings} | _subjects(answers)
    named = [meant(text, known) for text in (key, subject) if text is not None]
    rows = [
        row
        for row in answers.findings
        if rule in (None, row["rule"]) and all(n in (row["key"], row["subject"]) for n in named)
    ]
    if json:
        printing.as_json(
            options,
            printing.data_in(place),
            rows,
            notes=[*answers.notes, *printing.silence(answers, rule)],
            **answers.register,
        )
        return
    printing.say_if_invented(place)
    printing.say(printing.rests_on(answers))
    rows.sort(key=printing.soonest)
    if full or named:
        for row in rows:
            printing.finding(row)
    else:
        printing.findings_in_short(rows)
    printing.note_if_empty(options, answers)
    if named and not rows:
        printing.say(f"Nothing is found of {key or subject}.")
    for rate in answers.base_rates:
        if rule in (None, rate["rule"]):
            printing.note(f"{rate['rule']}: {rate['met']} of {rate['of']:,} {rate['of_whom']}")
    for line in printing.silence(answers, rule):
        printing.note(line)
    if rows and not (full or named):
        printing.note(
            f'Why, and on what evidence: oversight findings "{rows[0]["subject_name"]}",'
            " or --full for all"
        )


def groups_command(
    as_of: AsOf = None,
    known_at: KnownAt = None,
    seen: Seen = False,
    policy: PolicyName = DEFAULT,
    data: Data = None,
    db: Database = None,
    most: Most = 40,
    json: Json = False,
) -> None:
    """List groups, and registered organisations in none, and what they run, largest first."""
    place = open_to_ask(data, db)
    options = asked(place, as_of, known_at, policy, seen=seen)
    answers = answer(place, options)
    rows = sorted(answers.groups, key=lambda row: (-row["settings_certain"], row["id"]))
    if json:
        printing.as_json(
            options, printing.data_in(place), rows, notes=answers.notes, **answers.register
        )
        return
    printing.say_if_invented(place)
    columns = {
        "head_name": "Group or registered organisation",
        "kind": "Kind",
        "class": "Kind of owner",
        "settings_certain": "Settings",
        "homes": "Homes",
        "places": "Home places",
        "councils": "Councils",
    }
    printing.table(
        f"Groups and registered organisations: {printing.rests_on(answers)}", columns, rows[:most]
    )
    _note_the_rest(rows, most)
    for method, count in sorted(Counter(row["method"] for row in answers.matches).items()):
        printing.note(f"{count:,} of {len(answers.matches):,} registered organisations: {method}")
    printing.note_if_empty(options, answers)


def markets_command(
    service: Annotated[Service | None, typer.Option(help="Only this service.")] = None,
    level: Annotated[Level | None, typer.Option(help="Only areas as wide as this.")] = None,
    basis: Annotated[Basis | None, typer.Option(help="Only on this basis.")] = None,
    area: Annotated[str | None, typer.Option(help="Only this area, by ONS code or name.")] = None,
    suppliers: Annotated[
        bool,
        typer.Option("--suppliers", help="List everybody's part; with --json, row by row."),
    ] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    seen: Seen = False,
    policy: PolicyName = DEFAULT,
    data: Data = None,
    db: Database = None,
    most: Most = 40,
    json: Json = False,
) -> None:
    """List who hosts how much where: shares of registered places, and their concentration."""
    place = open_to_ask(data, db)
    options = asked(place, as_of, known_at, policy, seen=seen)
    answers = answer(place, options)
    where = None if area is None else meant(area, _areas(answers))
    rows = [
        row
        for row in answers.markets
        if service in (None, row["service"])
        and level in (None, row["level"])
        and basis in (None, row["basis"])
        and where in (None, row["area"])
    ]
    if suppliers:
        rows = with_suppliers(rows, make_market(place, options))
    if json:
        printing.as_json(
            options,
            printing.data_in(place),
            rows,
            notes=answers.notes,
            **answers.register,
            left_out=answers.left_out,
        )
        return
    printing.say_if_invented(place)
    told = [row for row in rows if row["settings"] is not None]
    if suppliers:
        for row in told[:most]:
            printing.suppliers(row)
    else:
        _print_markets(answers, told[:most])
    printing.unknown_markets([row for row in rows if row["settings"] is None])
    if not rows and answers.markets:
        printing.note("The register in use lists nothing of what was asked about.")
    _note_the_rest(told, most)
    printing.note_left_out(answers)
    printing.note_if_empty(options, answers)


def _print_markets(answers: Answers, rows: list[dict[str, Any]]) -> None:
    columns = {
        "area_name": "Area",
        "service": "Service",
        "basis": "Basis",
        "suppliers": "Suppliers",
        "settings": "Settings",
        "places": "Places",
        "hhi": "HHI (0-10,000)",
        "top_name": "Largest",
        "top_share": "Its share",
    }
    printing.table(f"Markets: {printing.rests_on(answers)}", columns, rows)


def _subjects(answers: Answers) -> dict[str, str]:
    """Every subject by its own text, by its key or number, and by its names.

    Where an owner and its company share a name, the owner is meant.
    """
    named = [
        *((row["id"], row["head_name"]) for row in answers.groups),
        *((row["subject"], row["subject_name"]) for row in answers.findings),
        *((row["owner"], row["owner_name"]) for row in answers.matches),
    ]
    return {
        text.casefold(): subject
        for subject, name in named
        for text in (name, subject.partition(":")[2], subject)
    }


def _areas(answers: Answers) -> dict[str, str]:
    """Every area's code, by the code and by the name."""
    return {
        name.casefold(): row["area"]
        for row in answers.markets
        for name in (row["area_name"], row["area"])
    }


def meant(asked_for: str, known: dict[str, str]) -> str:
    """What a person meant; exit 2, with the nearest names, when nothing is called that."""
    if (found := known.get(asked_for.casefold())) is not None:
        return found
    near = get_close_matches(asked_for.casefold(), known, n=3, cutoff=0.4)
    advice = f"the nearest are {near}" if near else "nothing held is called anything like it"
    raise typer.BadParameter(f"nothing is called {asked_for!r}; {advice}")


def _note_the_rest(rows: list[dict[str, Any]], most: int) -> None:
    if len(rows) > most:
        printing.note(f"… and {len(rows) - most:,} more; --most {len(rows)} or --json shows all")
