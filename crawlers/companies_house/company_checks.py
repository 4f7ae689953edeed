"""What the company data is held to as a whole, once each of its rows has been read."""

from pathlib import Path

import duckdb

from crawlers.bulk import BulkFile
from crawlers.bulk.scanning import quoted
from crawlers.companies_house.company_columns import CATEGORIES, NAMES, STATUSES
from crawlers.reading import SourceChangedError
from db.company_numbers import PATTERN

MOST_WORDS = 20
"""Unknown words that a drift report lists, the most frequent first."""
NEARLY_EVERY = 0.9
"""A column that is strange in so many of the rows is another column, or has been changed."""
UNKNOWN = {
    "status": f"status not in ({', '.join(map(quoted, STATUSES))})",
    "category": f"category not in ({', '.join(map(quoted, CATEGORIES))})",
    "company_number": f"not regexp_matches(company_number, {quoted(PATTERN)})",
}
"""When a value is none that is known: kept, and counted."""
STRANGE = (
    ("CompanyNumber", "company_number", UNKNOWN["company_number"]),
    ("CompanyCategory", "category", UNKNOWN["category"]),
    ("CompanyStatus", "status", UNKNOWN["status"]),
    ("DissolutionDate", "dissolved_on", "dissolved_on is not null"),
    ("IncorporationDate", "incorporated_on", "incorporated_on is null"),
)
"""Columns as published and as kept, and what is strange in one when nearly every row has it."""


def unknown_words(connection: duckdb.DuckDBPyConnection, part: Path) -> dict[str, dict[str, int]]:
    """By column, the values that nobody knows, each with its rows, most frequent first."""
    return {column: _words(connection, part, column, where) for column, where in UNKNOWN.items()}


def refuse_strange_columns(
    connection: duckdb.DuckDBPyConnection, file: BulkFile, part: Path, rows: int
) -> None:
    """Stop at a column that nearly every row fills with what does not belong there."""
    counts = ", ".join(f"count(*) filter (where {where})" for _, _, where in STRANGE)
    (found,) = connection.execute(
        f"select {counts} from read_parquet({quoted(part)})"  # noqa: S608 - our own names and constants
    ).fetchall()
    for (published, column, where), strange in zip(STRANGE, found, strict=True):
        if strange < NEARLY_EVERY * rows:
            continue
        words = _words(connection, part, column, where)
        word, times = next(iter(words.items()))
        raise SourceChangedError(
            file,
            f"col={NAMES.index(published) + 1}",
            f"of {rows:,} rows {strange:,} hold in {published} what does not belong there, most"
            f" often {word!r} ({times:,} times), so its"
            " columns may be shifted or swapped; download it again, or read the column anew in"
            " the source's file if the publisher has changed it",
        )


def refuse_a_repeat(connection: duckdb.DuckDBPyConnection, file: BulkFile, part: Path) -> None:
    """Stop at a company that is listed twice: nothing says which of its rows is true."""
    found = connection.execute(
        f"""
-- Grain: one row a company that is listed more than once.
with repeated as (
    select company_number
    from read_parquet({quoted(part)})
    group by company_number
    having count(*) > 1
)
select company_number, min(row_number) as first, max(row_number) as last, count(*) over ()
from read_parquet({quoted(part)})
where company_number in (select company_number from repeated)
group by company_number
order by first
limit 1
"""  # noqa: S608 - our own names
    ).fetchone()
    if found is not None:
        number, first, last, repeated = found
        others = f", and {repeated - 1:,} other companies twice" if repeated > 1 else ""
        raise SourceChangedError(
            file,
            f"row={last}",
            f"company {number} is listed in row {first} and again in row {last}{others}; download"
            " it again, and report it to the publisher if it stays so",
        )


def _words(
    connection: duckdb.DuckDBPyConnection, part: Path, column: str, where: str
) -> dict[str, int]:
    """The words of a column that meet a condition, each with its rows, most frequent first."""
    found = connection.execute(
        f"""
select coalesce({column}::varchar, '') as word, count(*) as rows
from read_parquet({quoted(part)})
where {where}
group by word
order by rows desc, word
limit {MOST_WORDS}
"""  # noqa: S608 - our own names and constants
    ).fetchall()
    return dict(found)
