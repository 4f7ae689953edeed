"""The filings in a daily or monthly product, one at a time: memory is flat, however many there are.

A product is a zip of 7,000 to 300,000 documents (`Accounts_Bulk_Data-2023-03-02.zip`), some of
them zips again. It is read where it lies, and may be read in slices by many processes at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from crawlers.accounts.filed_names import filed_name
from crawlers.accounts.packages import LARGEST, OF_A_PACKAGE, STATES, is_no_accounts
from crawlers.zips import Entry, ZipError
from crawlers.zips.content import content
from crawlers.zips.directory import Directory, directory, entries
from db.records.accounts_words import AccountsState

_ENOUGH = 100
"""Members by which a product is told from one filing's package."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """One member of a product."""

    number: int
    """Its place in the product's directory, from 1: what cites it."""
    name: str
    company_number: str | None
    """As its name has it; None where that is none."""
    made_up_to: date | None
    """The balance sheet's day, as its name has it."""
    body: bytes = b""
    """To be opened with `packages.members`; empty where it could not be unpacked."""
    state: AccountsState | None = None
    """Why it could not be unpacked; None where it was."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A run of members of one product."""

    path: Path
    index: int
    """Counted from 0 within its product."""
    of: Directory
    after: Entry | None
    """The member before its first; None for the first slice."""
    most: int
    """How many members it has, folders and the like included; the last may have fewer."""


def is_product(path: Path) -> bool:
    """True for a zip whose members are filings of their own, and not one filing's papers.

    Raises DamagedError for a file that is no zip, or is cut short.
    """
    with path.open("rb") as file:
        names = [one.name for one in islice(entries(file, directory(file)), _ENOUGH)]
    return not any(OF_A_PACKAGE.search(name) for name in names)


def slices(path: Path, *, most: int) -> Iterator[Slice]:
    """A product in runs of at most `most` members, each to be read by itself.

    Raises DamagedError where the directory is damaged.
    """
    with path.open("rb") as file:
        of = directory(file)
        if of.entries:
            yield Slice(path=path, index=0, of=of, after=None, most=most)
        for entry in entries(file, of):
            if entry.number % most == 0 and entry.number < of.entries:
                yield Slice(path=path, index=entry.number // most, of=of, after=entry, most=most)


def filings(path: Path) -> Iterator[Filing]:
    """Every filing of a product, in its directory's order. A bad member never ends it.

    Raises DamagedError where the directory itself is missing or damaged: what came before stands.
    """
    with path.open("rb") as file:
        of = directory(file)
    yield from sliced(Slice(path=path, index=0, of=of, after=None, most=of.entries))


def sliced(part: Slice) -> Iterator[Filing]:
    """The filings of one slice; folders and what an Apple adds are left out."""
    with part.path.open("rb") as listing, part.path.open("rb") as bodies:
        for entry in islice(entries(listing, part.of, after=part.after), part.most):
            if is_no_accounts(entry.name):
                continue
            named = filed_name(entry.name)
            body, state, why = b"", None, ""
            try:
                body = content(bodies, entry, largest=LARGEST)
            except ZipError as error:
                state, why = STATES[type(error)], str(error)
            yield Filing(
                number=entry.number,
                name=entry.name,
                company_number=named.company_number,
                made_up_to=named.made_up_to,
                body=body,
                state=state,
                why=why,
            )
