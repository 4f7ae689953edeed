"""Companies House: who stands above whom, from the daily snapshot of all control registers.

`persons-with-significant-control-snapshot-YYYY-MM-DD.zip`: one line of JSON an entry, ended ones
included, and a last line of totals, against which the whole is checked. It is streamed to a
Parquet of the holders that are bodies with a number, so that everything above a company can be
found; people's entries are left where they are. Records are made of the lines about watched
companies only.
"""

import json
import re
from collections.abc import Collection, Iterator
from itertools import groupby
from pathlib import Path

import duckdb

from crawlers.bulk import BulkFile, Extract, Part
from crawlers.bulk.scanning import quoted, scanner
from crawlers.companies_house import LICENCE, PUBLISHER
from crawlers.companies_house.lines import EXEMPTIONS, STATEMENT, TOTALS, joined
from crawlers.companies_house.snapshot_totals import AGAIN, SnapshotTotals, stated_totals
from crawlers.reading import SourceChangedError
from crawlers.source import BulkSource
from db.company_numbers import PATTERN
from db.product import Count
from db.records.control_words import CONTROL_KINDS

FIELDS = ("company_number", "registration_number", "country_registered", "place_registered")
MEMBERS = {"company_number", "data"}
MOST_LINES = 1_000
"""Lines of unknown kinds that are kept for whoever teaches the reader their kind."""
MOST_WORDS = 20
LINE_BYTES = 16_000_000
"""The longest line that is read. Real ones have some 700 characters."""
_A_PART = re.compile(r"_\d+of\d+\b")
_LINE = re.compile(r"in line (?P<line>\d+): (?P<why>.*?)\.?(?: Try .*)?$")
_SPEC = """{
    company_number: 'varchar',
    data: 'struct(
        kind varchar,
        identification struct(
            registration_number varchar, country_registered varchar, place_registered varchar
        )
    )'
}"""
_NUMBER = (
    "case when trim({0}) similar to '[0-9]{{1,8}}' then lpad(trim({0}), 8, '0')"
    " else upper(trim({0})) end"
)


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
        with scanner(part.parent) as connection:
            kinds = _kinds(connection, file)
            _check(file, kinds, totals)
            connection.execute(_holders(file, part))
            odd = _odd_lines(connection, file, kinds)
            return _part(connection, part, kinds, totals, odd)
    except duckdb.Error as error:
        raise _refusal(file, error) from None


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
    from {_raw(file)}
),
numbered as (
    select
        line_number,
        json::varchar as line,
        {_NUMBER.format("(json->>'$.company_number')")} as company_number
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
        raise _refusal(file, error) from None
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
from {_lines(file)}
group by kind
"""  # noqa: S608 - file names and our own constants, quoted
    ).fetchall()
    for kind, lines, numbered in rows:
        if kind != TOTALS and kind in _known() and numbered < lines:
            raise SourceChangedError(
                file,
                "",
                f"of {lines:,} lines of the kind {kind!r}, {numbered:,} name a company; {AGAIN}",
            )
    if [lines for kind, lines, _ in rows if kind == TOTALS] != [1]:
        raise SourceChangedError(file, "", f"it has more than one line of totals; {AGAIN}")
    return {kind: lines for kind, lines, _ in rows if kind != TOTALS}


def _known() -> frozenset[str]:
    return CONTROL_KINDS.words | {STATEMENT, EXEMPTIONS}


def _check(file: BulkFile, kinds: dict[str | None, int], totals: SnapshotTotals) -> None:
    """Compare the lines with the publisher's own counts of them."""
    others = sum(count for kind, count in kinds.items() if kind not in (STATEMENT, EXEMPTIONS))
    held = {
        "persons_of_significant_control_count": others,
        "statements_count": kinds.get(STATEMENT, 0),
        "exemptions_count": kinds.get(EXEMPTIONS, 0),
    }
    wrong = [
        f"{name} is {stated:,} where it holds {count:,}"
        for name, count in held.items()
        if (stated := getattr(totals, name)) != count
    ]
    if wrong:
        raise SourceChangedError(file, "", f"its own totals disagree: {'; '.join(wrong)}; {AGAIN}")


def _holders(file: BulkFile, part: Path) -> str:
    """The statement that writes the Parquet. Grain: one row an entry whose holder has a number."""
    return f"""
copy (
    select
        {_NUMBER.format("company_number")} as company_number,
        data.identification.registration_number as registration_number,
        data.identification.country_registered as country_registered,
        data.identification.place_registered as place_registered
    from {_lines(file)}
    where trim(data.identification.registration_number) <> ''
) to {quoted(part)} (format parquet, compression zstd)
"""  # noqa: S608 - file names and our own constants, quoted


def _odd_lines(
    connection: duckdb.DuckDBPyConnection, file: BulkFile, kinds: dict[str | None, int]
) -> bytes:
    """The first lines of kinds that nobody knows, verbatim; nothing when all are known."""
    if not kinds.keys() - _known():
        return b""
    known = ", ".join(quoted(kind) for kind in sorted({*_known(), TOTALS}))
    rows = connection.execute(
        f"""
select json::varchar as line
from {_raw(file)}
where coalesce(json->>'$.data.kind', '') not in ({known})
limit {MOST_LINES}
"""  # noqa: S608 - file names and our own constants, quoted
    ).fetchall()
    return "\n".join(line for (line,) in rows).encode()


def _part(
    connection: duckdb.DuckDBPyConnection,
    part: Path,
    kinds: dict[str | None, int],
    totals: SnapshotTotals,
    odd: bytes,
) -> Part:
    counts = ", ".join(f"count({name})" for name in FIELDS)
    rows, *filled = connection.execute(
        f"select count(*), {counts} from read_parquet({quoted(part)})"  # noqa: S608 - our own names
    ).fetchall()[0]
    day = totals.generated_at.date()
    unknown = {str(kind): lines for kind, lines in kinds.items() if kind not in _known()}
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
        unknown={"kind": unknown},
    )
    return Part(
        subject=f"control registers at {day.isoformat()}",
        describes=day,
        public_on=day,
        counts=(holders, lines),
        odd=odd,
        odd_why=(
            f"lines of the kinds {sorted(unknown)}, which are not read and left out;"
            " teach the reader the kinds, then take in the snapshot again"
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


def _lines(file: BulkFile) -> str:
    return (
        f"read_json({quoted(file.path)}, format = 'newline_delimited', columns = {_SPEC},"
        f" maximum_object_size = {LINE_BYTES})"
    )


def _raw(file: BulkFile) -> str:
    return (
        f"read_json_objects({quoted(file.path)}, format = 'newline_delimited',"
        f" maximum_object_size = {LINE_BYTES})"
    )


def _refusal(file: BulkFile, error: duckdb.Error) -> SourceChangedError:
    """What is amiss with a line, and which: DuckDB counts one too many for what is no JSON."""
    said = str(error).strip().splitlines()[0]
    found = _LINE.search(said)
    if found is None:
        return SourceChangedError(file, "", f"a line cannot be read ({said}); {AGAIN}")
    line = int(found["line"]) - ("Malformed JSON" in said)
    return SourceChangedError(
        file, f"line={line}", f"a line is no JSON of its kind ({found['why']}); {AGAIN}"
    )


SOURCE = BulkSource(
    key="companies_house_control_snapshot",
    title="Snapshot of persons with significant control, all companies",
    publisher=PUBLISHER,
    licence=LICENCE,
    page="https://download.companieshouse.gov.uk/en_pscdata.html",
    cadence="daily, before 10:00",
    version=1,
    begins=begins,
    read=read,
    extracts_for="companies_house_control_lines",
    extracts=extracts,
)
