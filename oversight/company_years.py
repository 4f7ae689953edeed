"""What documents report of companies' years, kept on the disk while more are read."""

import pickle
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from crawlers.accounts.choosing import Chosen
from oversight.accounts_reading import cited

TABLE = (
    "create table year (company text, sha256 text, member integer, chosen blob,"
    " primary key (company, sha256, member))"
)
SEVERAL = "select company from year group by company having count(*) > 1 order by min(rowid)"
OF_COMPANY = "select sha256, chosen from year where company = ? order by rowid"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyYear:
    """What one document reports of a company."""

    sha256: str
    chosen: Chosen

    def cite(self, fragment: str) -> str:
        """How one of its places is cited."""
        return cited(self.sha256, fragment)


@dataclass(frozen=True, slots=True)
class CompanyYears:
    """Any number of documents by company: a product of thousands fills the disk and not memory.

    What is kept is gone when it is closed.
    """

    _kept: sqlite3.Connection = field(default_factory=lambda: sqlite3.connect(""))
    """In a file of SQLite's own, where memory does not do: it goes with the connection."""

    def __post_init__(self) -> None:
        """Begin with nothing."""
        self._kept.execute(TABLE)

    def close(self) -> None:
        """Leave nothing behind."""
        self._kept.close()

    def add(self, company: str, sha256: str, member: int, chosen: Chosen) -> None:
        """Keep what a set of accounts reports of a company, its notes left out; each set once."""
        packed = pickle.dumps(replace(chosen, notes=()))
        of_set = (company, sha256, member, packed)
        self._kept.execute("insert or ignore into year values (?, ?, ?, ?)", of_set)

    def of_several(self) -> Iterator[tuple[str, list[CompanyYear]]]:
        """Yield each company of which there are several documents, with them, in their order."""
        for (company,) in self._kept.execute(SEVERAL).fetchall():
            found = self._kept.execute(OF_COMPANY, (company,))
            yield (
                company,
                [CompanyYear(sha256=sha256, chosen=_chosen(kept)) for sha256, kept in found],
            )


def _chosen(packed: bytes) -> Chosen:
    chosen = pickle.loads(packed)  # noqa: S301 - this process has packed it
    assert isinstance(chosen, Chosen), "nothing else is kept"
    return chosen
