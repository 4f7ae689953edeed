"""The lines of the control snapshot as DuckDB reads them, and what may be amiss with one."""

import re

import duckdb

from crawlers.bulk import BulkFile
from crawlers.bulk.scanning import quoted
from crawlers.companies_house.lines import AGAIN
from crawlers.reading import SourceChangedError

LINE_BYTES = 16_000_000
"""The longest line that is read. Real ones have some 700 characters."""
LOTS = 16
"""Entries are counted lot by lot: of a sixteenth of them, the hashes take little memory."""
NUMBER = (
    "case when trim({0}) similar to '[0-9]{{1,8}}' then lpad(trim({0}), 8, '0')"
    " else upper(trim({0})) end"
)
"""SQL for the eight characters of a company's number, however short it is written."""
ENTRY_NAME = "coalesce(data.links.self, data.etag)"
"""SQL for what the publisher calls an entry: its link, or else its etag."""
ENTRY_HASH = "hash(company_number, entry)"
"""SQL for eight bytes that stand for an entry: of all entries, these fit in memory."""
_LINE = re.compile(r"in line (?P<line>\d+): (?P<why>.*?)\.?(?: Try .*)?$")
KIND = "kind varchar"
ENTRY = "etag varchar, links struct(self varchar)"
HOLDER = (
    "identification struct("
    "registration_number varchar, country_registered varchar, place_registered varchar)"
)
"""Members of an entry that one scan of all lines reads: each costs time, so none reads them all."""


def lines_of(file: BulkFile, said: str) -> str:
    """SQL for each line's company, and for what is read of its entry."""
    return (
        f"read_json({quoted(file.path)}, format = 'newline_delimited',"
        f" columns = {{company_number: 'varchar', data: 'struct({said})'}},"
        f" maximum_object_size = {LINE_BYTES})"
    )


def raw_lines(file: BulkFile) -> str:
    """SQL for each line as the publisher wrote it."""
    return (
        f"read_json_objects({quoted(file.path)}, format = 'newline_delimited',"
        f" maximum_object_size = {LINE_BYTES})"
    )


def numbered_lines(file: BulkFile) -> str:
    """SQL for each line with its number, counted from 1, and its kind."""
    return (
        "select row_number() over () as line_number, json->>'$.data.kind' as kind,"  # noqa: S608 - our own names, quoted
        f" json::varchar as line from {raw_lines(file)}"
    )


def refusal(file: BulkFile, error: duckdb.Error) -> SourceChangedError:
    """What is amiss with a line, and which: DuckDB counts one too many for what is no JSON."""
    said = str(error).strip().splitlines()[0]
    found = _LINE.search(said)
    if found is None:
        return SourceChangedError(file, "", f"a line cannot be read ({said}); {AGAIN}")
    line = int(found["line"]) - ("Malformed JSON" in said)
    return SourceChangedError(
        file, f"line={line}", f"a line is no JSON of its kind ({found['why']}); {AGAIN}"
    )


def refuse_a_repeat(connection: duckdb.DuckDBPyConnection, file: BulkFile) -> None:
    """Stop at an entry that two lines state: its holder would count twice.

    Entries are told apart by their hashes, and by their names where two hashes agree.
    """
    named = f"{NUMBER.format('company_number')} as company_number, {ENTRY_NAME} as entry"
    lines = lines_of(file, ENTRY)
    connection.execute(
        f"""
create or replace temp table entry as
select {ENTRY_HASH} as entry_hash
from (select {named} from {lines})
where entry is not null
"""  # noqa: S608 - file names and our own constants, quoted
    )
    repeated = [
        entry_hash
        for lot in range(LOTS)
        for (entry_hash,) in connection.execute(
            f"""
select entry_hash
from entry
where entry_hash % {LOTS} = {lot}
group by entry_hash
having count(*) > 1
"""  # noqa: S608 - our own constants; as parameters they take ten times as long
        ).fetchall()
    ]
    if not repeated:
        return
    found = connection.execute(
        f"""
-- Grain: one row an entry that stands in more than one line.
select company_number, entry, min(line_number) as first, max(line_number) as last
from (select row_number() over () as line_number, {named} from {lines})
where entry is not null and {ENTRY_HASH} in (select unnest($repeated::ubigint[]))
group by company_number, entry
having count(*) > 1
order by first
""",  # noqa: S608 - file names and our own constants, quoted
        {"repeated": repeated},
    ).fetchall()
    if found:
        number, entry, first, last = found[0]
        others = f", and {len(found) - 1:,} other entries twice" if len(found) > 1 else ""
        raise SourceChangedError(
            file,
            f"line={last}",
            f"the entry {entry} of company {number} stands in line {first} and again in line"
            f" {last}{others}; {AGAIN}, and report it to the publisher if it stays so",
        )
