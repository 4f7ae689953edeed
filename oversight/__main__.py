"""The command line, and the one place where the parts are put together."""

import sys

INTERRUPTED = 130
"""128 and the number of the signal: how a shell knows a program that Ctrl-C has stopped."""
STOPPED = "oversight: stopped; nothing half-done is visible; run the same command again to go on\n"

try:
    import typer

    from crawlers.bulk.unpacking import NoRoomError
    from crawlers.pipeline import NotRecognisedError
    from crawlers.reading import SourceChangedError
    from crawlers.showing import NothingThereError
    from db.archive import DamagedBodyError, NotInTheArchiveError
    from db.engine import DatabaseTooNewError
    from db.locks import BusyError
    from db.parts import PublishedTooEarlyError, ShrunkError
    from db.store import TooFewRecordsError, WrongWorldError
    from db.whose import SameBytesError
    from oversight.accounts_history import HistoryError
    from oversight.bulk_parts import PartMissingError
    from oversight.commands import (
        accounts,
        asking,
        crawling,
        describing,
        evaluating,
        exporting,
        grouping,
        history,
        holding,
        keeping,
        matching,
        recognising,
        reconciling,
        rehearsing,
        showing,
    )
    from oversight.crawl_site import NoSiteError
    from oversight.offering import WrongFolderError
    from oversight.options import NoDatabaseError
    from oversight.printing import in_one_line
    from oversight.reconcile import UnknownTotalError
except KeyboardInterrupt:
    # Loading takes most of a second, in which there is no command yet that could end by itself.
    sys.stderr.write(STOPPED)
    sys.exit(INTERRUPTED)

app = typer.Typer(
    name="oversight",
    help="Watches England's children's social care market: who owns it, where it is"
    " concentrated, and where it may be failing.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _name, _command in {
    "run": rehearsing.run_command,
    "rehearse": rehearsing.rehearse_command,
    "crawl": crawling.crawl_command,
    "ingest": keeping.ingest_command,
    "reread": keeping.reread_command,
    "recognise": recognising.recognise_command,
    "accounts-history": history.accounts_history_command,
    "accounts": accounts.accounts_command,
    "accounts-held": holding.accounts_held_command,
    "match": matching.match_command,
    "evaluate": evaluating.evaluate_command,
    "findings": asking.findings_command,
    "groups": asking.groups_command,
    "group": grouping.group_command,
    "markets": asking.markets_command,
    "export": exporting.export_command,
    "reconcile": reconciling.reconcile_command,
    "show": showing.show_command,
    "policy": describing.policy_command,
    "rules": describing.rules_command,
    "sources": describing.sources_command,
    "doctor": describing.doctor_command,
}.items():
    app.command(_name)(_command)

TOLD_IN_ONE_LINE = (
    BusyError,
    DamagedBodyError,
    DatabaseTooNewError,
    HistoryError,
    NoDatabaseError,
    NoRoomError,
    NoSiteError,
    NotInTheArchiveError,
    NotRecognisedError,
    NothingThereError,
    PartMissingError,
    PublishedTooEarlyError,
    SameBytesError,
    ShrunkError,
    SourceChangedError,
    TooFewRecordsError,
    UnknownTotalError,
    WrongFolderError,
    WrongWorldError,
    OSError,
)
"""What a person can mend. Anything else is a fault of ours and keeps its traceback."""


def main() -> None:
    """Run one command. Exit 0 when done, 1 when the work failed, 2 when asked wrongly.

    Stopped with Ctrl-C, exit 130.
    """
    try:
        app()
    except TOLD_IN_ONE_LINE as error:
        typer.echo(f"oversight: {in_one_line(error)}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.stderr.write(STOPPED)
        sys.exit(INTERRUPTED)
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            sys.stderr.write(STOPPED)
        raise


if __name__ == "__main__":
    main()
