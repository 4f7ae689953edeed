"""The command that crawls: from the publishers themselves, or from a rehearsal of them."""

import re
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated

import typer

from crawlers.problem import SPENT, told_once
from crawlers.source import BulkSource, KeptSource, Source
from crawlers.sources import bulk_sources, kept_sources, sources
from db.tables import World
from oversight import printing
from oversight.commands.reporting import name_problems, progress, report
from oversight.crawl_site import LIVE_SITE, Site, rehearsed_at
from oversight.installation import REHEARSAL
from oversight.options import Data, Database, Json, open_place

KEY = "COMPANIES_HOUSE_API_KEY"
HOW_TO_GET_ONE = (
    "get a free one at https://developer.company-information.service.gov.uk (an application of the"
    f" kind REST, live), and put it in {KEY}. Without one, the bulk products say who controls whom:"
    " oversight crawl companies_house_company_data companies_house_control_snapshot --live"
)
CONTACT = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+|https?://[^\s<>()/.]+\.[^\s<>()]+")
"""What a publisher can write to, or look at: all that is told of who asks."""
REHEARSAL_KEY = "rehearsal"
"""A rehearsal takes any key."""


def crawl_command(
    source: Annotated[
        list[str] | None,
        typer.Argument(
            help="Sources by their keys, or by how these begin; unless told, all but products that"
            " are only kept, whose keys are to be given in full."
        ),
    ] = None,
    live: Annotated[bool, typer.Option("--live", help="Ask the publishers themselves.")] = False,
    site: Annotated[
        str | None,
        typer.Option(help="Ask a rehearsal instead: the address of its control page."),
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(
            help="An address to write to, which --live tells every publisher that is asked.",
            envvar="OVERSIGHT_CONTACT",
        ),
    ] = None,
    key: Annotated[
        str | None, typer.Option(envvar=KEY, help="The key of the Companies House API.")
    ] = None,
    most: Annotated[
        int | None,
        typer.Option(
            help="Send so many requests at most; exit 1 then, and the same command goes on.", min=1
        ),
    ] = None,
    most_files: Annotated[
        int,
        typer.Option(help="Keep so many files at most of each product that is only kept.", min=1),
    ] = 1,
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """Fetch what is due from the publishers, or from a rehearsal; exit 1 if anything is amiss."""
    from oversight.campaign import (  # noqa: PLC0415 - no other command waits for Scrapy
        Campaign,
        basic,
    )
    from oversight.crawling import crawl_everything  # noqa: PLC0415
    from oversight.first_seen import FirstSeen  # noqa: PLC0415

    chosen = chosen_by(source or ())
    there = _site(live=live, address=site)
    is_live = there.world is World.REAL
    if is_live and contact is None:
        raise typer.BadParameter(
            "publishers are told who asks: name an e-mail address, or a page about you, with"
            " --contact or in OVERSIGHT_CONTACT"
        )
    if contact is not None and not CONTACT.fullmatch(contact):
        raise typer.BadParameter(
            f"{contact!r} is no way to reach you: give an e-mail address, such as you@example.org,"
            " or the http(s) address of a page about you"
        )
    key = key if is_live else REHEARSAL_KEY
    if key is None and any(one.asks_for_a_key for one in chosen):
        if source:
            raise typer.BadParameter(f"{' and '.join(source)} need a key: {HOW_TO_GET_ONE}")
        printing.note(f"Companies House's API is left out, for it needs a key: {HOW_TO_GET_ONE}")
    place = open_place(data or (None if is_live else REHEARSAL), db)
    first = FirstSeen(folder=place.folder / "first-seen")
    with progress() as tell:
        campaign = Campaign(
            place=place,
            site=there,
            agent=f"oversight/{version('provider-monitor')} (+{contact or 'a rehearsal'})",
            authorization=basic(key) if key else None,
            most=most,
            most_files=most_files,
            progress=tell,
            told=_tell_plan,
            first_seen=first.keep if is_live else lambda _errand, _response: None,
        )
        taken, problems = crawl_everything(campaign, [one.key for one in chosen])
    if not json:
        printing.say_if_invented(place)
    report(
        taken,
        data="live" if is_live else "rehearsal",
        refused=[printing.in_one_line(one.why) for one in told_once(problems) if one.what != SPENT],
        stopped=next((one.why for one in problems if one.what == SPENT), None),
        requests=campaign.tally,
        json=json,
    )
    if problems:
        name_problems(problems)
        raise typer.Exit(1)


def _site(*, live: bool, address: str | None) -> Site:
    if live == (address is not None):
        raise typer.BadParameter(
            "say whom to ask: --live for the publishers themselves, or --site ADDRESS for a"
            " rehearsal (oversight rehearse prints it)"
        )
    return LIVE_SITE if address is None else rehearsed_at(address)


def chosen_by(keys: Sequence[str]) -> list[Source | BulkSource | KeptSource]:
    """The sources that are named, or all that are crawled; exit 2 for a name that nobody bears.

    Products that are only kept are gigabytes: they are meant only where they are named in full.
    """
    crawled = [one for one in (*sources(), *bulk_sources()) if one.is_crawled]
    kept = [one for one in kept_sources() if one.key in keys]
    for key in keys:
        if not any(one.key.startswith(key) for one in crawled) and key not in _keys(kept):
            known = ", ".join((*_keys(crawled), *_keys(kept_sources())))
            raise typer.BadParameter(
                f"no source that is crawled is called {key!r}; there are {known}"
            )
    return [*(one for one in crawled if not keys or one.key.startswith(tuple(keys))), *kept]


def _keys(of: Sequence[Source | BulkSource | KeptSource]) -> list[str]:
    return [one.key for one in of]


def _tell_plan(words: Sequence[str]) -> None:
    for line in words:
        printing.note(line)
