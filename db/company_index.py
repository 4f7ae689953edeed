"""The index of all companies: what a name is looked up in, kept beside the archive as Parquet."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.index_writing import FIELDS, look_up_key
from db.indexed_company import FormerName, IndexedCompany
from db.name_slips import LEAST_LETTERS, MAY_BE_A_SLIP, letters_apart
from db.owner_text import owner_key
from db.parquet import opened

MOST_ALIKE = 5
"""How many companies a text gets whose name it may be a slip of the pen for: each is watched."""


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
        return self._bearing(texts, lambda company: [company.name], "listed.borne_until is null")

    def once_named(self, texts: Collection[str]) -> Mapping[str, tuple[IndexedCompany, ...]]:
        """The live companies that bore a name and gave it up, in the same manner."""
        return self._bearing(
            texts,
            lambda company: [former.name for former in company.former_names],
            "listed.borne_until is not null",
        )

    def numbered(self, numbers: Collection[str]) -> Mapping[str, IndexedCompany]:
        """The live companies with these numbers, by number; the others are left out."""
        found = self._found("listed.company_number = wanted.key", sorted(set(numbers)))
        return {company.company_number: company for company in found}

    def alike(self, texts: Collection[str]) -> Mapping[str, tuple[IndexedCompany, ...]]:
        """The live companies whose present name is a slip of the pen from a text, by `owner_key`.

        That is, letters and digits that differ in at most `SLIPS` places, exchanged neighbours
        counted as one. The nearest `MOST_ALIKE` are given, in the order of their numbers. Texts
        shorter than `LEAST_LETTERS`, which many names resemble, are left out.
        """
        by_key = {look_up_key(text): owner_key(text) for text in texts}
        asked = sorted(key for key in by_key if len(key) >= LEAST_LETTERS)
        if not asked:
            return {}
        with opened() as connection:
            rows = connection.execute(
                MAY_BE_A_SLIP,
                {"asked": asked, "longest": max(map(len, asked)), "part": str(self.part)},
            ).fetchall()
        near: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, name, key in rows:
            if (apart := letters_apart(key, name)) is not None:
                near[key].append((apart, number))
        nearest = {key: [one for _, one in sorted(near[key])[:MOST_ALIKE]] for key in sorted(near)}
        companies = self.numbered({number for numbers in nearest.values() for number in numbers})
        return {
            by_key[key]: _in_order([companies[number] for number in numbers])
            for key, numbers in nearest.items()
        }

    def row(self, number: int) -> dict[str, object] | None:
        """What is read of one row of the published file, by field; None when it has no such row.

        Rows are counted from 1, and the first is the heading.
        """
        with opened() as connection:
            found = connection.execute(
                f"""
select {", ".join(FIELDS)}
from read_parquet($part)
where row_number = $number and borne_until is null
""",  # noqa: S608 - our own constants
                {"part": str(self.part), "number": number},
            ).fetchone()
        return dict(zip(FIELDS, found, strict=True)) if found is not None else None

    def rows(self) -> int:
        """How many companies the index lists."""
        with opened() as connection:
            (rows,) = connection.execute(
                "select count(*) from read_parquet($part) where borne_until is null",
                {"part": str(self.part)},
            ).fetchall()[0]
        return rows

    def _bearing(
        self,
        texts: Collection[str],
        names: Callable[[IndexedCompany], Iterable[str]],
        which: str,
    ) -> Mapping[str, tuple[IndexedCompany, ...]]:
        asked = sorted({owner_key(text) for text in texts} - {""})
        found: dict[str, set[IndexedCompany]] = defaultdict(set)
        wanted = f"listed.look_up_key = wanted.key and {which}"
        for company in self._found(wanted, sorted({*map(look_up_key, asked)})):
            for name in names(company):
                found[owner_key(name)].add(company)
        return {key: _in_order(found[key]) for key in asked if key in found}

    def _found(self, wanted: str, asked: list[str]) -> list[IndexedCompany]:
        """The live companies with a name, or a number, that is wanted; `wanted` joins to `key`."""
        if not asked:
            return []
        with opened() as connection:
            rows = connection.execute(
                _FOUND.format(wanted=wanted), {"asked": asked, "part": str(self.part)}
            ).fetchall()
        return [_company(self.sha256, row) for row in rows]


_FOUND = """
-- Grain: one row a name of a live company that answers to one of the texts asked for.
with wanted as (
    select distinct unnest($asked::varchar[]) as key
),
found as (
    select distinct listed.company_number
    from read_parquet($part) as listed
    join wanted on {wanted}
    where listed.dissolved_on is null
)
select
    listed.company_number,
    max(listed.name) filter (where listed.borne_until is null) as name,
    any_value(listed.category) as category,
    any_value(listed.status) as status,
    any_value(listed.incorporated_on) as incorporated_on,
    any_value(listed.row_number) as row_number,
    list((listed.name, listed.borne_until) order by listed.borne_until)
        filter (where listed.borne_until is not null) as former_names,
    any_value(listed.sic_codes) as sic_codes,
    any_value(listed.office_district) as office_district
from read_parquet($part) as listed
join found on found.company_number = listed.company_number
group by listed.company_number
order by listed.company_number
"""


def _company(sha256: str, row: tuple[Any, ...]) -> IndexedCompany:
    number, name, category, status, incorporated_on, place, formers, sic_codes, district = row
    return IndexedCompany(
        company_number=number,
        name=name,
        category=category,
        status=status,
        incorporated_on=incorporated_on,
        cite=f"sha256:{sha256}#row={place}",
        former_names=tuple(FormerName(name=one, until=until) for one, until in formers or ()),
        sic_codes=tuple(sic_codes.split()),
        office_district=district,
    )


def _in_order(companies: Collection[IndexedCompany]) -> tuple[IndexedCompany, ...]:
    return tuple(sorted(companies, key=lambda company: company.company_number))
