"""Companies House: who stands above whom, from the daily snapshot of all control registers.

`persons-with-significant-control-snapshot-YYYY-MM-DD.zip`: one line of JSON an entry, ended ones
included, and a last line of totals, against which the whole is checked. It is streamed to a
Parquet of the holders that are bodies with a number, so that everything above a company can be
found; people's entries are left where they are. Records are made of the lines about watched
companies only.
"""

import json
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import duckdb

from crawlers.bulk import BulkFile, Extract, Part
from crawlers.bulk.scanning import quoted, scanner
from crawlers.companies_house import LICENCE, PUBLISHER, product_pages
from crawlers.companies_house.invented import begins_with_an_invented_company
from crawlers.companies_house.lines import AGAIN, TOTALS, joined
from crawlers.companies_house.snapshot_kinds import KNOWN, NewKind, of_new_kinds, told
from crawlers.companies_house.snapshot_lines import (
    HOLDER,
    KIND,
    NUMBER,
    lines_of,
    raw_lines,
    refusal,
    refuse_a_repeat,
)
from crawlers.companies_house.snapshot_totals import (
    SnapshotTotals,
    hold_to_totals,
    stated_totals,
)
from crawlers.reading import SourceChangedError
from crawlers.source import BulkSource
from db.company_numbers import PATTERN
from db.product import Count

FIELDS = ("company_number", "registration_number", "country_registered", "place_registered")
MEMBERS = {"company_number", "data"}
MOST_WORDS = 20
_A_PART = re.compile(r"_\d+of\d+\b")


def begins(first: bytes) -> bool:
    """True for lines of JSON, of which the first is about a company's control register.

    One line alone is an answer like the API's, and is read as one.
    """
    line, end, after = first.partition(b"\n")
    try:
        return bool(end and after.strip()) and set(json.loads(line)) == MEMBERS
    except (ValueError, TypeError):
        return False


def read(file: BulkFile, part: Path) -> Part:
    """Check the snapshot against its last line and write who stands above whom.

    The Parquet has a row for each entry, ended ones included, whose holder gives a registration
    number: the company, that number, and where the holder says it is registered, all verbatim.
    They are in the order of the companies, so that whoever asks about a few of them reads little.
    Lines of unknown kinds are counted and handed back.
    """
    if _A_PART.search(file.url):
        raise SourceChangedError(
            file,
            "",
            "this is one of several parts, and only the whole can be checked; download the one"
            " file persons-with-significant-control-snapshot",
        )
    totals = stated_totals(file)
    try:
        with scanner(file.path.parent) as connection:
            kinds = _kinds(connection, file)
            new, odd = of_new_kinds(connection, file, kinds)
            hold_to_totals(file, totals, {k: n for k, n in kinds.items() if k in KNOWN}, new)
            refuse_a_repeat(connection, file)
            connection.execute(_holders(file, part))
            return _part(connection, part, kinds, totals, new=new, odd=odd)
    except duckdb.Error as error:
        raise refusal(file, error) from None


def extracts(file: BulkFile, numbers: Collection[str]) -> Iterator[Extract]:
    """The lines about each of these companies, in the order of the numbers and then of the file.

    Raises SourceChangedError for a line that is not JSON.
    """
    try:
        with scanner(file.path.parent) as connection:
            found = connection.execute(
                f"""
-- Grain: one row a line about one of the companies asked for.
with lines as (
    select row_number() over () as line_number, json
    from {raw_lines(file)}
),
numbered as (
    select
        line_number,
        json::varchar as line,
        {NUMBER.format("(json->>'$.company_number')")} as company_number
    from lines
)
select company_number, line
from numbered
where company_number in (select unnest($numbers::varchar[]))
order by company_number, line_number
""",  # noqa: S608 - file names and our own constants, quoted
                {"numbers": sorted(numbers)},
            ).fetchall()
    except duckdb.Error as error:
        raise refusal(file, error) from None
    lines = {n: [line for _, line in held] for n, held in groupby(found, key=lambda row: row[0])}
    for number in sorted(numbers):
        yield Extract(company_number=number, body=joined(number, lines.get(number, ())))


def _kinds(connection: duckdb.DuckDBPyConnection, file: BulkFile) -> dict[str | None, int]:
    """Lines by kind, the totals left out; a line about no company stops."""
    rows = connection.execute(
        f"""
select
    data.kind as kind,
    count(*) as lines,
    count(nullif(trim(company_number), '')) as numbered
from {lines_of(file, KIND)}
group by kind
"""  # noqa: S608 - file names and our own constants, quoted
    ).fetchall()
    for kind, lines, numbered in rows:
        if kind != TOTALS and kind in KNOWN and numbered < lines:
            raise SourceChangedError(
                file,
                "",
                f"of {lines:,} lines of the kind {kind!r}, {numbered:,} name a company; {AGAIN}",
            )
    if [lines for kind, lines, _ in rows if kind == TOTALS] != [1]:
        raise SourceChangedError(file, "", f"it has more than one line of totals; {AGAIN}")
    return {kind: lines for kind, lines, _ in rows if kind != TOTALS}


def _holders(file: BulkFile, part: Path) -> str:
    """The statement that writes the Parquet. Grain: one row an entry whose holder has a number."""
    return f"""
copy (
    select
        {NUMBER.format("company_number")} as company_number,
        data.identification.registration_number as registration_number,
        data.identification.country_registered as country_registered,
        data.identification.place_registered as place_registered
    from {lines_of(file, HOLDER)}
    where trim(data.identification.registration_number) <> ''
    order by company_number
) to {quoted(part)} (format parquet, compression zstd)
"""  # noqa: S608 - file names and our own constants, quoted


def _part(
    connection: duckdb.DuckDBPyConnection,
    part: Path,
    kinds: dict[str | None, int],
    totals: SnapshotTotals,
    *,
    new: Sequence[NewKind],
    odd: bytes,
) -> Part:
    counts = ", ".join(f"count({name})" for name in FIELDS)
    rows, *filled = connection.execute(
        f"select count(*), {counts} from read_parquet({quoted(part)})"  # noqa: S608 - our own names
    ).fetchall()[0]
    day = totals.generated_at.date()
    holders = Count(
        kind="Holder",
        rows=rows,
        filled=dict(zip(FIELDS, filled, strict=True)),
        unknown={"company_number": _odd_numbers(connection, part)},
    )
    lines = Count(
        kind="Line",
        rows=sum(kinds.values()),
        filled={"kind": sum(lines for kind, lines in kinds.items() if kind is not None)},
        unknown={"kind": {str(one.kind): one.lines for one in new}},
    )
    return Part(
        subject=f"control registers at {day.isoformat()}",
        describes=day,
        public_on=day,
        counts=(holders, lines),
        odd=odd,
        odd_why=(
            f"lines of new kinds, which are not read and left out: {told(new)}; teach the reader"
            " the kinds, then take in the snapshot again"
        ),
    )


def _odd_numbers(connection: duckdb.DuckDBPyConnection, part: Path) -> dict[str, int]:
    """Numbers of companies that are none of this register's, each with its rows."""
    found = connection.execute(
        f"""
select company_number, count(*) as rows
from read_parquet({quoted(part)})
where not regexp_matches(company_number, {quoted(PATTERN)})
group by company_number
order by rows desc, company_number
limit {MOST_WORDS}
"""  # noqa: S608 - our own names and constants
    ).fetchall()
    return dict(found)


SOURCE = BulkSource(
    key="companies_house_control_snapshot",
    title="Snapshot of persons with significant control, all companies",
    publisher=PUBLISHER,
    licence=LICENCE,
    page="https://download.companieshouse.gov.uk/en_pscdata.html",
    cadence="daily, before 10:00",
    version=1,
    begins=begins,
    is_rehearsal=begins_with_an_invented_company,
    read=read,
    extracts_for="companies_house_control_lines",
    extracts=extracts,
    starts=product_pages.starts("en_pscdata"),
    signposts={"page": product_pages.control_snapshot},
)
