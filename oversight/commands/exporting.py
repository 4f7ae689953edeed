"""The command that writes what is held to files that others can use."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from oversight import printing
from oversight.asked_market import make_market
from oversight.export import Export, Exported, write_whole
from oversight.exports import exports
from oversight.format import Format
from oversight.formats import formats
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
from oversight.sidecar import file_of, sidecar
from oversight.table import AnyTable, Table

ALL = "all"


def export_command(
    names: Annotated[
        list[str],
        typer.Argument(
            help="What to write, by name, or `all`: a table, or `bods`, which is who owns whom."
        ),
    ],
    out: Annotated[Path, typer.Option(help="The folder to write to; it is made if need be.")],
    format_: Annotated[
        str,
        typer.Option("--format", help="How tables are written: csv, json, ods, parquet or xlsx."),
    ] = "csv",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    seen: Seen = False,
    policy: PolicyName = DEFAULT,
    data: Data = None,
    db: Database = None,
) -> None:
    """Write what is held to files, each whole or not at all, and what their columns mean."""
    wanted = _wanted(names)
    chosen = _format(format_)
    place = open_to_ask(data, db)
    market = make_market(place, asked(place, as_of, known_at, policy, seen=seen), of_every_day=True)
    kind = printing.data_in(place)
    exported = Exported(
        market=market,
        published_on=place.now.date(),
        is_invented=kind == "rehearsal",
        data=kind,
        notes=(market.rebuilt.note,) if market.rebuilt else (),
    )
    printing.say_if_invented(place)
    for path, count in write_whole(out, list(_files(wanted, chosen)), exported).items():
        printing.say(f"{path}: {count:,} entries, as in force on {market.day.isoformat()}")
    if not market.control_registers.held:
        printing.note(
            "no control register is held: nothing is known of who owns whom; take in Companies"
            " House's control snapshot: oversight ingest FILE"
        )


def _wanted(names: list[str]) -> list[Export | AnyTable]:
    """What is asked for; exit 2 with what there is where something is not there."""
    known = {one.name: one for one in exports()}
    unknown = sorted({*names} - {*known, ALL})
    if unknown:
        raise typer.BadParameter(f"nothing is exported as {unknown}; there are {[*known, ALL]}")
    return [one for one in known.values() if ALL in names or one.name in names]


def _format(name: str) -> Format:
    known = formats()
    if name not in known:
        raise typer.BadParameter(f"no table is written as {name!r}; there are {[*known]}")
    return known[name]


def _files(wanted: Iterable[Export | AnyTable], form: Format) -> Iterator[Export]:
    """Each file to write; the meaning of the tables last, as it tells of their bytes."""
    tables: list[AnyTable] = []
    for one in wanted:
        if isinstance(one, Table):
            tables.append(one)
            yield Export(
                name=one.name,
                title=one.title,
                file=file_of(one, form),
                write=partial(_write, one, form),
            )
        else:
            yield one
    if tables:
        yield sidecar(tables, form)


def _write(table: AnyTable, form: Format, exported: Exported, path: Path) -> int:
    filled = table.filled(exported)
    form.write(filled, path)
    return len(filled.rows)
