"""The command that recognises what is held as pictures of pages."""

from typing import Annotated

import typer

from crawlers.recognising import tesseract
from db.company_numbers import normalise
from oversight import printing
from oversight.commands.reporting import progress, report
from oversight.options import Data, Database, Json, open_to_ask
from oversight.recognising import recognise_held, waiting

NONE_INSTALLED = (
    "oversight: tesseract is not installed; on Debian: apt-get install tesseract-ocr"
    " tesseract-ocr-eng"
)


def recognise_command(
    companies: Annotated[
        list[str] | None,
        typer.Argument(help="Companies for which they were filed; unless told, all."),
    ] = None,
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """Recognise held pictures of accounts with tesseract, a second or more a page; goes on later.

    Each is published as soon as it is read. Exit 1 where tesseract is not installed.
    """
    numbers = {company_number(company) for company in companies or ()}
    place = open_to_ask(data, db)
    recognise = tesseract()
    if recognise is None:
        typer.echo(NONE_INSTALLED, err=True)
        raise typer.Exit(1)
    with progress() as tell:
        taken = list(recognise_held(place, waiting(place, numbers), recognise, tell))
    if not json:
        printing.say_if_invented(place)
        if not taken:
            printing.say("filed_accounts: no picture waits to be recognised")
    report(taken, data=printing.data_in(place), json=json)


def company_number(company: str) -> str:
    """A company's number as the register writes it; exit 2 for what is none."""
    number = normalise(company)
    if number is None:
        raise typer.BadParameter(f"{company!r} is no company number, such as 01234567")
    return number
