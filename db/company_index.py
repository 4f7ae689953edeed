"""The index of all companies: what a name is looked up in, kept beside the archive as Parquet."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from db.indexed_company import IndexedCompany
from db.owner_text import LEGAL_SUFFIXES, owner_key
from db.parquet import opened

IS_PLAIN = "strlen({0}) = length({0}) and not regexp_matches({0}, '[0-9]{{6}}')"
"""SQL that is true of a name in ASCII without a registration's number, as nearly all are."""
_WORDS = (
    "regexp_replace(regexp_replace(replace(upper({0}), '&', ' AND '), '[.'']', '', 'g'),"
    " '[^A-Z0-9]+', ' ', 'g')"
)
PLAIN_KEY = (
    f"coalesce(nullif(replace(regexp_replace({_WORDS}, '\\b({LEGAL_SUFFIXES})\\b', '', 'g'),"
    f" ' ', ''), ''), replace({_WORDS}, ' ', ''))"
)
"""SQL for the `look_up_key` of a plain name: Python takes minutes for millions of them."""
FIELDS = ("name", "company_number", "category", "status", "incorporated_on", "dissolved_on")
"""What is read of each row."""


def look_up_key(text: str) -> str:
    """The letters and digits of a name without its legal suffix: what the index is asked for.

    What shares one need not be one name: `owner_key` tells "3.13" from "313".
    """
    return owner_key(text).replace(" ", "").upper()


def write_index(connection: duckdb.DuckDBPyConnection, listed: Path, part: Path) -> None:
    """Write the companies in one Parquet file to another, each with its `look_up_key`.

    The few names with other letters than ASCII's, or with a number in them, are read in Python.
    """
    found = connection.execute(
        f"""
select distinct name
from read_parquet($listed)
where not ({IS_PLAIN.format("name")})
""",  # noqa: S608 - our own constants
        {"listed": str(listed)},
    ).fetchall()
    names = [name for (name,) in found]
    connection.execute(
        "create or replace temp table odd as"
        " select unnest($names::varchar[]) as name, unnest($keys::varchar[]) as look_up_key",
        {"names": names, "keys": [look_up_key(name) for name in names]},
    )
    connection.sql(
        f"""
-- Grain: one row a company.
select
    listed.row_number,
    listed.company_number,
    listed.name,
    coalesce(odd.look_up_key, {PLAIN_KEY.format("listed.name")}) as look_up_key,
    listed.category,
    listed.status,
    listed.incorporated_on,
    listed.dissolved_on
from read_parquet($listed) as listed
left join odd on odd.name = listed.name
""",  # noqa: S608 - our own constants
        params={"listed": str(listed)},
    ).write_parquet(str(part), compression="zstd")


@dataclass(frozen=True, kw_only=True)
class CompanyIndex:
    """The index that one issue of the product was read into."""

    part: Path
    sha256: str
    """The product's own hash: citations point into it."""

    def named(self, texts: Collection[str]) -> Mapping[str, tuple[IndexedCompany, ...]]:
        """The live companies that bear a name, by `owner_key` of the texts asked for.

        A text that no live company bears is left out. Companies come in the order of their
        numbers. Names are told apart by `owner_key`, as everywhere; the look-up only narrows.
        """
        asked = sorted({owner_key(text) for text in texts} - {""})
        found: dict[str, set[IndexedCompany]] = defaultdict(set)
        for company in self._found("look_up_key", sorted(map(look_up_key, asked))):
            found[owner_key(company.name)].add(company)
        return {key: _in_order(found[key]) for key in asked if key in found}

    def numbered(self, numbers: Collection[str]) -> Mapping[str, IndexedCompany]:
        """The live companies with these numbers, by number; the others are left out."""
        found = self._found("company_number", sorted(set(numbers)))
        return {company.company_number: company for company in found}

    def row(self, number: int) -> dict[str, object] | None:
        """What is read of one row of the published file, by field; None when it has no such row.

        Rows are counted from 1, and the first is the heading.
        """
        with opened() as connection:
            found = connection.execute(
                f"select {', '.join(FIELDS)} from read_parquet($part) where row_number = $number",  # noqa: S608 - our own constants
                {"part": str(self.part), "number": number},
            ).fetchone()
        return dict(zip(FIELDS, found, strict=True)) if found is not None else None

    def rows(self) -> int:
        """How many companies the index lists."""
        with opened() as connection:
            (rows,) = connection.execute(
                "select count(*) from read_parquet($part)", {"part": str(self.part)}
            ).fetchall()[0]
        return rows

    def _found(self, column: str, asked: list[str]) -> list[IndexedCompany]:
        if not asked:
            return []
        with opened() as connection:
            rows = connection.execute(
                f"""
-- Grain: one row a live company that answers to one of the texts asked for.
with wanted as (
    select distinct unnest($asked::varchar[]) as key
)
select
    listed.company_number,
    listed.name,
    listed.category,
    listed.status,
    listed.incorporated_on,
    listed.row_number
from read_parquet($part) as listed
join wanted on wanted.key = listed.{column}
where listed.dissolved_on is null
order by listed.company_number
""",  # noqa: S608 - our own constants
                {"asked": asked, "part": str(self.part)},
            ).fetchall()
        return [
            IndexedCompany(
                company_number=number,
                name=name,
                category=category,
                status=status,
                incorporated_on=incorporated_on,
                cite=f"sha256:{self.sha256}#row={row}",
            )
            for number, name, category, status, incorporated_on, row in rows
        ]


def _in_order(companies: Collection[IndexedCompany]) -> tuple[IndexedCompany, ...]:
    return tuple(sorted(companies, key=lambda company: company.company_number))
