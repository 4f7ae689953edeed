"""The command line's shared options, and what they open."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.exc import ArgumentError, DBAPIError

from db.tables import World
from oversight import clock
from oversight.asked_market import Options
from oversight.installation import (
    REAL,
    Installation,
    NothingHeldError,
    end_of,
    open_held,
    open_installation,
    open_nothing,
)
from oversight.policy import DEFAULT, UnknownPolicyError, find_policy


class NoDatabaseError(Exception):
    """The database that the options name does not open."""


def day_from(text: str) -> date:
    """A day as a person writes it on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day; write it as 2025-03-31") from None


def _moment(text: str) -> datetime:
    try:
        if "T" not in text:
            return end_of(date.fromisoformat(text))
        found = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is not a moment; write a day as 2025-07-31 (its end is meant),"
            " or 2025-07-31T09:30+00:00"
        ) from None
    if found.tzinfo is None:
        raise typer.BadParameter(f"{text!r} has no time zone; end it with +00:00 for UTC")
    return found


Data = Annotated[
    Path | None,
    typer.Option(help="Folder of the data; data/real unless told.", envvar="OVERSIGHT_DATA"),
]
RehearsalData = Annotated[
    Path | None,
    typer.Option(help="Folder of the data; data/rehearsal unless told.", envvar="OVERSIGHT_DATA"),
]
Database = Annotated[
    str | None,
    typer.Option(
        "--db", help="Another database than the folder's own, as a URL.", envvar="OVERSIGHT_DB"
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option(help="The day that is asked about; today unless told.", parser=day_from),
]
KnownAt = Annotated[
    datetime | None,
    typer.Option(
        help="Answer from what was public by then: a day (its end) or a moment.", parser=_moment
    ),
]
Seen = Annotated[
    bool, typer.Option("--seen", help="Answer from what had been fetched here by --known-at.")
]
PolicyName = Annotated[
    str, typer.Option("--policy", help="A policy by name, or a .toml file of your own.")
]
PublishedOn = Annotated[
    date | None,
    typer.Option(
        help="The day the publisher's page gives for these files, if it does.", parser=day_from
    ),
]
Most = Annotated[int, typer.Option(help="How many rows a terminal shows.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def open_place(data: Path | None, database: str | None) -> Installation:
    """Open the installation that the options name, to take something in: it is made if need be."""
    with _told(database):
        return open_installation(data or REAL, database, clock.now())


def open_to_ask(data: Path | None, database: str | None) -> Installation:
    """Open the installation that the options name for a question, which makes nothing.

    Exit 2 where no data is held there: the name is mistyped, or nothing has been taken in yet.
    """
    with _told(database):
        return open_held(data or REAL, database, clock.now())


def open_or_nothing(data: Path | None, database: str | None) -> Installation:
    """The same for a command that has its say before anything is taken in.

    Only what is named must be there: exit 2 where it is not.
    """
    try:
        return open_to_ask(data, database)
    except typer.BadParameter:
        if data is not None or database is not None:
            raise
    return open_nothing(REAL, clock.now())


@contextmanager
def _told(database: str | None) -> Generator[None]:
    """Say what is wrong with a folder or an address that does not open."""
    try:
        yield
    except NothingHeldError as error:
        raise typer.BadParameter(
            f"{error}; name what does with --data or --db, or take files in first: oversight"
            " ingest FILE"
        ) from None
    except ArgumentError:
        raise typer.BadParameter(
            f"{database!r} is no address of a database; one looks like"
            " postgresql://user@host/name, or sqlite:////path/to/file"
        ) from None
    except (DBAPIError, sqlite3.DatabaseError) as error:
        found = error.orig if isinstance(error, DBAPIError) else error
        raise NoDatabaseError(
            f"the database cannot be opened: {found}\n"
            "check --db and the folder, start the server, or restore a backup"
        ) from None


def asked(
    place: Installation,
    as_of: date | None,
    known_at: datetime | None,
    policy: str = DEFAULT,
    *,
    seen: bool = False,
) -> Options:
    """The options of a question, with today and now filled in; a rehearsal has its own.

    Exit 2 for a day that has not come: nobody knows what will be public by then.
    """
    today = place.now.date()
    _refuse_what_is_to_come("--as-of", as_of, place)
    _refuse_what_is_to_come("--known-at", known_at and known_at.astimezone(UTC).date(), place)
    try:
        found = find_policy(policy)
    except UnknownPolicyError as error:
        raise typer.BadParameter(str(error)) from None
    return Options(
        as_of=as_of or today,
        known_at=known_at or end_of(today),
        seen=seen,
        policy=found,
    )


def _refuse_what_is_to_come(option: str, day: date | None, place: Installation) -> None:
    today = place.now.date()
    if day is not None and day > today:
        where = "in this rehearsal today is" if place.world is World.REHEARSAL else "today is"
        raise typer.BadParameter(
            f"{option} names {day}, and {where} {today}: what will be public by then nobody knows;"
            " name today or a day before"
        )
