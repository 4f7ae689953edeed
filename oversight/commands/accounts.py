"""The command that reads filed accounts as they lie in files, without a database."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from crawlers.accounts.keyed import Keyed, KeyedError, keyed_rows, unused
from crawlers.recognising import tesseract
from db.records.accounts_words import AccountsState
from oversight import clock, printing
from oversight.accounts_between import Between
from oversight.accounts_printing import say_document
from oversight.accounts_reading import Asked, read_documents
from oversight.accounts_rows import (
    Row,
    accounts_rows,
    parents_row,
    restated_row,
    same_operations_row,
)
from oversight.accounts_rows import problems as problems_of
from oversight.commands.reporting import progress
from oversight.options import Json
from oversight.parents_accounts import LeftToParents

NO_POLICY = "nothing that is read of a document depends on a policy"


def accounts_command(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Filed documents (tagged or PDF), packages, products, or folders of these.",
            exists=True,
        ),
    ],
    keyed: Annotated[
        Path | None,
        typer.Option(
            help="Figures that one person typed from a page and another confirmed: a CSV.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    no_scans: Annotated[
        bool, typer.Option("--no-scans", help="Leave pictures of pages unread, which takes long.")
    ] = False,
    json: Json = False,
) -> None:
    """Read filed accounts without a database; exit 1 if any document could not be read whole."""
    lines = _keyed_lines(keyed)
    read: list[tuple[str, str]] = []
    problems: list[Row] = []
    rows: list[Row] = []
    with Between() as between, LeftToParents() as left_to:
        try:
            with progress() as tell:
                asked = Asked(
                    recognise=None if no_scans else tesseract(),
                    unrecognised=(
                        AccountsState.NOT_YET_RECOGNISED
                        if no_scans
                        else AccountsState.NO_RECOGNISER
                    ),
                    keyed=lines,
                    progress=tell,
                )
                for document in read_documents(files, asked):
                    read.append((document.sha256, document.filing.name))
                    between.add(document)
                    left_to.add(document)
                    problems += problems_of(document)
                    if json:
                        rows += accounts_rows(document)
                    else:
                        say_document(document)
        except KeyedError as error:
            raise typer.BadParameter(printing.in_one_line(error)) from None
        left = unused(lines, read)
        if left:
            raise typer.BadParameter(printing.in_one_line("\n".join(left)))
        _finish(rows, between, left_to, problems, json=json)


def _keyed_lines(path: Path | None) -> tuple[Keyed, ...]:
    """The figures in a CSV; exit 2 for one that cannot be relied on."""
    if path is None:
        return ()
    try:
        return keyed_rows(path.read_bytes(), path.name)
    except KeyedError as error:
        raise typer.BadParameter(printing.in_one_line(error)) from None


def _finish(
    rows: Sequence[Row],
    between: Between,
    left_to: LeftToParents,
    problems: Sequence[Row],
    *,
    json: bool,
) -> None:
    now = clock.now()
    if json:
        printing.rows_as_json(
            rows,
            as_of=now.date().isoformat(),
            known_at=now.isoformat(),
            policy=None,
            policy_why=NO_POLICY,
            data="files",
            same_operations=[same_operations_row(one) for one in between.same_operations()],
            restatements=[restated_row(one) for one in between.restated()],
            parents_accounts=[parents_row(one) for one in left_to.found()],
            problems=list(problems),
        )
    else:
        for one in between.same_operations():
            printing.say(one.words)
        for one in between.restated():
            printing.say(f"{one.company_number}: {one.restatement.words}")
        for one in left_to.found():
            printing.say(one.words)
    if problems:
        typer.echo(
            f"oversight: not read whole: {len(problems):,}; beside the name of each stands what is"
            " amiss and what to do",
            err=True,
        )
        raise typer.Exit(1)
