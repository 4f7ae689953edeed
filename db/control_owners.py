"""Who stands above whom in all control registers: what the watch list is made from."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import duckdb

from db.company_numbers import of_a_holder
from db.parquet import opened


@dataclass(frozen=True, kw_only=True)
class ControlOwners:
    """The bodies with a number that hold a company, from one snapshot, ended entries included."""

    part: Path

    def watch_list(self, matched: Collection[str]) -> frozenset[str]:
        """These companies and everything above them, by number, however far up and round.

        One pass over the part for each level, about the companies that are newly reached alone:
        the part has them in order, and of what is not asked about little is read.
        """
        watched = frozenset[str]()
        reached = frozenset(matched)
        with opened() as connection:
            while newly := reached - watched:
                watched |= newly
                reached = self._above(connection, newly)
        return watched

    def above(self, companies: Collection[str]) -> frozenset[str]:
        """The companies that stand in the control registers of these, ended entries included.

        A holder counts where it says that it is registered in the United Kingdom and its number
        is one of this register.
        """
        with opened() as connection:
            return self._above(connection, companies)

    def _above(
        self, connection: duckdb.DuckDBPyConnection, companies: Collection[str]
    ) -> frozenset[str]:
        holders = connection.execute(
            """
-- Grain: one row a text by which a holder identifies itself.
select distinct registration_number, country_registered, place_registered
from read_parquet($part)
where company_number in (select unnest($companies::varchar[]))
""",
            {"part": str(self.part), "companies": sorted(companies)},
        ).fetchall()
        numbers = {of_a_holder(number, country, place) for number, country, place in holders}
        return frozenset(number for number in numbers if number is not None)
