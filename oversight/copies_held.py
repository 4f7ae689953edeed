"""Copies of one filing that are held: which of them counts, and under what names they came."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePosixPath
from urllib.parse import unquote

from sqlalchemy import Engine

from crawlers.accounts.filed_names import filed_name
from crawlers.companies_house.asking import FILED_ACCOUNTS
from db import ledger
from db.columns import columns
from db.records import AccountsState, FiledAccounts
from oversight.accounts_reading import cited

HANDED_OVER = "file:"
RANKS = {
    AccountsState.READ: 0,
    AccountsState.PARTLY_READ: 1,
    AccountsState.NOT_YET_RECOGNISED: 2,
    AccountsState.NO_RECOGNISER: 2,
}
"""Of two copies the one that was read better counts; pictures may still be read."""
WORST = 3
FIELDS = ("document_id", "member", "state", "entity_number", "made_up_to")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One held document, as its first set of accounts has it."""

    sha256: str
    document_id: str
    state: AccountsState
    entity_number: str | None
    made_up_to: date | None


@dataclass(slots=True, kw_only=True)
class Counted:
    """The copy that counts, and those that do not."""

    copy: Copy
    others: list[Copy] = field(default_factory=list[Copy])

    def words(self) -> Iterator[str]:
        """What is said of the copies that do not count, each in a sentence."""
        for one in self.others:
            yield (
                f"another copy of {one.document_id} is held and does not count:"
                f" {cited(one.sha256, '')} ({one.state})"
            )


def counted(copies: Iterable[Copy]) -> list[Counted]:
    """The documents that count, in their order: of copies the best read, and of those the last.

    Copies bear one name and are of one company and day, as far as they say so: what is cut short
    may not. A worse one never takes the place of a better.
    """
    found: dict[str, list[Counted]] = defaultdict(list)
    in_order: list[Counted] = []
    for copy in copies:
        same = next((one for one in found[copy.document_id] if _are_copies(one.copy, copy)), None)
        if same is None:
            in_order.append(Counted(copy=copy))
            found[copy.document_id].append(in_order[-1])
        elif _rank(copy) <= _rank(same.copy):
            same.others.append(same.copy)
            same.copy = copy
        else:
            same.others.append(copy)
    return in_order


def first_sets(sets: Iterable[FiledAccounts]) -> list[Copy]:
    """The documents that sets of accounts are of, each once, in the order of their first set."""
    found: dict[str, FiledAccounts] = {}
    for one in sets:
        sha256 = one.cite.partition("#")[0].removeprefix("sha256:")
        if sha256 not in found or one.member < found[sha256].member:
            found[sha256] = one
    return [
        Copy(
            sha256=sha256,
            document_id=one.document_id,
            state=one.state,
            entity_number=one.entity_number,
            made_up_to=one.made_up_to,
        )
        for sha256, one in found.items()
    ]


def beside_better(engine: Engine, taken: Collection[str]) -> Iterator[str]:
    """Say of each document that was taken in, by its hash, that a better copy of it counts."""
    copies = [
        Copy(
            sha256=sha256,
            document_id=document_id,
            state=state,
            entity_number=entity,
            made_up_to=made_up_to,
        )
        for sha256, document_id, member, state, entity, made_up_to in columns(
            engine, FILED_ACCOUNTS, FiledAccounts, FIELDS
        )
        if member == 1
    ]
    for one in counted(copies):
        for other in one.others:
            if other.sha256 in taken and _rank(other) > _rank(one.copy):
                yield (
                    f"{other.document_id}: {other.state}; the copy that was taken in before was"
                    f" read better and goes on to count: {cited(one.copy.sha256, '')}"
                )


def names_given(engine: Engine, known_at: datetime) -> Mapping[str, tuple[str, ...]]:
    """The names under which each body was handed over by a moment, by the body's hash."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for fetch in ledger.fetches(engine, FILED_ACCOUNTS, begins=HANDED_OVER):
        if fetch.fetched_at <= known_at:
            found[fetch.sha256][PurePosixPath(unquote(fetch.url)).name.removeprefix("file:")] = None
    return {sha256: tuple(names) for sha256, names in found.items()}


def numbers_in(names: Iterable[str]) -> frozenset[str]:
    """The companies that names of files name."""
    return frozenset(number for name in names if (number := filed_name(name).company_number))


def _are_copies(first: Copy, second: Copy) -> bool:
    return _may_be_one(first.entity_number, second.entity_number) and _may_be_one(
        first.made_up_to, second.made_up_to
    )


def _may_be_one(first: object, second: object) -> bool:
    return first is None or second is None or first == second


def _rank(copy: Copy) -> int:
    return RANKS.get(copy.state, WORST)
