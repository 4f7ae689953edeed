"""The index of all companies: what a name is looked up in, kept beside the archive as Parquet."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from db.indexed_company import IndexedCompany
from db.owner_text import LEGAL_SUFFIXES, owner_key
from db.parquet import opened

LOOK_UP_KEY = (
    "replace(regexp_replace(regexp_replace(regexp_replace("
    "replace(strip_accents(replace(upper({0}), 'Ŀ', 'L ')), '&', ' AND '),"
    " '[.''\N{RIGHT SINGLE QUOTATION MARK}]', '', 'g'),"
    rf" '[^A-Z0-9]+', ' ', 'g'), '\b({LEGAL_SUFFIXES})\b', '', 'g'), ' ', '')"
)
"""SQL for the letters and digits of a name without its legal suffix.

Whatever `owner_key` reads as one name has one such key, of all that a company may be called; only
names that hold a registration's number are left out. What shares a key need not be one name. The
letter replaced is the only one of the register's that has a sign beside it for an accent.
"""


FIELDS = ("name", "company_number", "category", "status", "incorporated_on", "dissolved_on")
"""What is read of each row."""


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
        for company in self._found(LOOK_UP_KEY.format("asked"), "look_up_key", asked):
            found[owner_key(company.name)].add(company)
        return {key: _in_order(found[key]) for key in asked if key in found}

    def numbered(self, numbers: Collection[str]) -> Mapping[str, IndexedCompany]:
        """The live companies with these numbers, by number; the others are left out."""
        found = self._found("asked", "company_number", sorted(set(numbers)))
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

    def _found(self, key: str, column: str, asked: list[str]) -> list[IndexedCompany]:
        if not asked:
            return []
        with opened() as connection:
            rows = connection.execute(
                f"""
-- Grain: one row a live company that answers to one of the texts asked for.
with wanted as (
    select distinct {key} as key
    from (select unnest($asked::varchar[]) as asked)
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
