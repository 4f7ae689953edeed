"""The command that evaluates, and how it is told what came of it."""

from oversight import printing
from oversight.answers import Answers, answer
from oversight.asked_market import Options
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


def evaluate_command(
    as_of: AsOf = None,
    known_at: KnownAt = None,
    seen: Seen = False,
    policy: PolicyName = DEFAULT,
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """Ask every rule about the market, and keep the answers."""
    place = open_to_ask(data, db)
    options = asked(place, as_of, known_at, policy, seen=seen)
    answers = answer(place, options)
    if json:
        printing.as_json(
            options,
            printing.data_in(place),
            answers.base_rates,
            notes=[*answers.notes, *printing.silence(answers)],
            **answers.register,
        )
        return
    printing.say_if_invented(place)
    say_what_came_of_it(options, answers)


def say_what_came_of_it(options: Options, answers: Answers) -> None:
    """Print how much was judged, how much was found, and how common each finding is."""
    rests_on = printing.rests_on(answers)
    markets = sum(row["settings"] is not None for row in answers.markets)
    is_held = answers.register["register_as_at"] is not None
    printing.say(
        f"{f'On the {rests_on}' if is_held else rests_on.capitalize()}, policy"
        f" {options.policy.name}:"
        f" {len(answers.matches):,} registered organisations, {markets:,} markets,"
        f" {len(answers.findings):,} findings."
    )
    printing.note_if_empty(options, answers)
    for rate in answers.base_rates:
        share = f" ({rate['met'] / rate['of']:.1%})" if rate["of"] else ""
        printing.say(f"  {rate['rule']}: {rate['met']} of {rate['of']:,} {rate['of_whom']}{share}")
    for line in printing.silence(answers):
        printing.note(line)
