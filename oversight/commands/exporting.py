"""The command that writes what is held to files that others can use."""

from pathlib import Path
from typing import Annotated

import typer

from oversight import printing
from oversight.answers import make_market
from oversight.export import Exported, write_whole
from oversight.exports import exports
from oversight.options import (
    AsOf,
    Data,
    Database,
    KnownAt,
    PolicyName,
    Seen,
    asked,
    open_to_ask,
)
from oversight.policy import DEFAULT

ALL = "all"


def export_command(
    names: Annotated[
        list[str], typer.Argument(help="What to write, by name, or `all`: bods is who owns whom.")
    ],
    out: Annotated[Path, typer.Option(help="The folder to write to; it is made if need be.")],
    as_of: AsOf = None,
    known_at: KnownAt = None,
    seen: Seen = False,
    policy: PolicyName = DEFAULT,
    data: Data = None,
    db: Database = None,
) -> None:
    """Write what is held to files, each whole or not at all."""
    known = {one.name: one for one in exports()}
    unknown = sorted({*names} - {*known, ALL})
    if unknown:
        raise typer.BadParameter(f"nothing is exported as {unknown}; there are {[*known, ALL]}")
    wanted = [one for one in known.values() if ALL in names or one.name in names]
    place = open_to_ask(data, db)
    market = make_market(place, asked(place, as_of, known_at, policy, seen=seen))
    exported = Exported(
        market=market,
        published_on=place.now.date(),
        is_invented=printing.data_in(place) == "rehearsal",
    )
    printing.say_if_invented(place)
    for path, count in write_whole(out, wanted, exported).items():
        printing.say(f"{path}: {count:,} entries, as in force on {market.day.isoformat()}")
    if not market.control_registers.held:
        printing.note(
            "no control register is held: nothing is known of who owns whom; take in Companies"
            " House's control snapshot: oversight ingest FILE"
        )
