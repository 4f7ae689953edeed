"""The command that shows the published place on which a number rests."""

import re
from typing import Annotated, Any

import typer

from crawlers.showing import NothingThereError, Place, cited_place
from crawlers.source import Source
from crawlers.sources import sources
from db import ledger
from db.records import Document, NotACitationError, split_citation
from db.tables import Fetch, Quarantine
from oversight import printing
from oversight.bulk_parts import COMPANY_DATA, index_of
from oversight.installation import Installation
from oversight.options import Data, Database, Json, open_to_ask


def show_command(
    citation: Annotated[str, typer.Argument(help="A citation, as printed beside evidence.")],
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """Print the cited place from the archive: what its source reads, people's details masked."""
    try:
        sha256, fragment = split_citation(citation)
    except NotACitationError as error:
        raise typer.BadParameter(str(error)) from None
    place = open_to_ask(data, db)
    fetch = ledger.fetched(place.engine, sha256)
    if fetch is not None and fetch.source == COMPANY_DATA:
        key, cited = fetch.source, _row_of_the_index(place, sha256, fragment)
    else:
        body = place.archive.get(sha256)
        fetch, source = _came_from(place, sha256)
        document = Document(
            url=fetch.url,
            fetched_at=fetch.fetched_at,
            body=body,
            published_on=fetch.published_on if isinstance(fetch, Fetch) else None,
        )
        key = source.key
        cited = cited_place(document, fragment, source.parse, source.masked, source.spares)
    about = {
        "citation": citation,
        "source": key,
        "url": fetch.url,
        "fetched_at": fetch.fetched_at.isoformat(),
        "rows_in_table": cited.rows,
        "not_shown": list(cited.not_shown),
    }
    if json:
        rows: list[dict[str, Any]] = [{"heading": h, "value": v} for h, v in cited.cells]
        printing.rows_as_json(rows, **about)
        return
    printing.say(f"{key}  {fetch.url}  fetched {fetch.fetched_at:%Y-%m-%d}")
    printing.say(f"{citation}  (of {cited.rows:,} rows)")
    _say(cited)


def _row_of_the_index(place: Installation, sha256: str, fragment: str) -> Place:
    """One row of the company data, as it was read: the product itself is too large to open."""
    index = index_of(place, sha256)
    row = re.fullmatch(r"row=(\d+)", fragment)
    found = index.row(int(row[1])) if row is not None else None
    if found is None:
        raise NothingThereError(
            f"the company data {sha256[:12]}… has no {fragment}; check the citation"
        )
    cells = tuple((name, printing.written(value)) for name, value in found.items())
    return Place(rows=index.rows() + 1, cells=cells)


def _came_from(place: Installation, sha256: str) -> tuple[Fetch | Quarantine, Source]:
    """How a body came here, and the source that reads it; NothingThereError when none does."""
    refused = (one for one in ledger.refused(place.engine) if one.sha256 == sha256)
    fetch = ledger.fetched(place.engine, sha256) or next(refused, None)
    for source in sources():
        if fetch is not None and source.key == fetch.source:
            return fetch, source
    raise NothingThereError(
        f"no source reads the document {sha256[:12]}…, so nobody can tell which of its columns"
        f" are people's details, and nothing of it is shown; look into {place.archive.folder}"
        " yourself if you must"
    )


def _say(cited: Place) -> None:
    if not cited.cells:
        printing.say(
            "  the whole table is cited and no row of it: the claim beside the citation names the"
            " command that lists its rows; &row=N after the citation shows one"
        )
    for heading, value in cited.cells:
        printing.say(f"  {heading}: {value}")
    if cited.not_shown:
        count = f"{len(cited.not_shown)} column{'s'[: len(cited.not_shown) > 1]}"
        printing.say(
            f"  not shown: {count} that this source does not read: {', '.join(cited.not_shown)}"
        )
