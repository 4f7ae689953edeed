"""Files of accounts read one document at a time, without a database: nothing is kept of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from crawlers.accounts.filing import read_filing
from crawlers.accounts.first_bytes import Form, form
from crawlers.accounts.keyed import Keyed, of_document, refuse_what_it_cannot_say
from crawlers.accounts.packages import LARGEST
from crawlers.accounts.products import filings, is_product
from crawlers.accounts.read_filing import ReadFiling
from crawlers.accounts.scans.recogniser import Recogniser
from crawlers.zips import ZipError
from db.records.accounts_words import AccountsState
from oversight.offering import Progress, visible_files

FIRST_BYTES = 2_048
"""Enough to know a zip by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """One document as it was read, and the hash under which its places are cited."""

    sha256: str
    filing: ReadFiling

    def cite(self, fragment: str) -> str:
        """How one of its places is cited: as anywhere, by the document's bytes."""
        return cited(self.sha256, fragment)


def cited(sha256: str, fragment: str) -> str:
    """A place in the document whose bytes have this hash."""
    return f"sha256:{sha256}#{fragment}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """With what documents are read."""

    recognise: Recogniser | None
    unrecognised: AccountsState = AccountsState.NO_RECOGNISER
    keyed: Sequence[Keyed] = ()
    progress: Progress = lambda _: None


def read_documents(paths: Sequence[Path], asked: Asked) -> Iterator[ReadDocument]:
    """Yield every document in files, folders, packages and products, in order, as it is read.

    A product is read a member at a time, whatever its size. KeyedError where keyed figures do not
    fit the document that they name.
    """
    for path in paths:
        for file in visible_files(path) if path.is_dir() else [path]:
            yield from _in_file(file, asked)


def _in_file(file: Path, asked: Asked) -> Iterator[ReadDocument]:
    size = file.stat().st_size
    with file.open("rb") as opened:
        is_zip = form(opened.read(FIRST_BYTES)) is Form.ZIP
    if is_zip and _is_product(file):
        yield from _in_product(file, asked)
    elif size > LARGEST:
        why = f"it has {size:,} bytes, which no accounts have"
        filing = ReadFiling(name=file.name, state=AccountsState.REFUSED, state_why=why)
        yield ReadDocument(sha256=_digest(file), filing=filing)
    else:
        asked.progress(f"reading {file.name}")
        yield _read(file.read_bytes(), file.name, asked)


def _is_product(file: Path) -> bool:
    """True for a zip of filings; a damaged one is read as a document, whose state says so."""
    try:
        return is_product(file)
    except ZipError:
        return False


def _in_product(file: Path, asked: Asked) -> Iterator[ReadDocument]:
    try:
        for number, filing in enumerate(filings(file), start=1):
            asked.progress(f"reading {file.name}: {number:,} documents")
            if filing.state is None:
                yield _read(filing.body, filing.name, asked)
            else:
                lost = ReadFiling(
                    name=filing.name,
                    state=filing.state,
                    state_why=filing.why,
                    filed_for=filing.company_number,
                )
                yield ReadDocument(sha256=sha256(filing.body).hexdigest(), filing=lost)
    except ZipError as error:
        damaged = ReadFiling(
            name=file.name, state=AccountsState.DAMAGED, state_why=f"{error}; download it again"
        )
        yield ReadDocument(sha256=_digest(file), filing=damaged)


def _read(body: bytes, name: str, asked: Asked) -> ReadDocument:
    digest = sha256(body).hexdigest()
    mine = of_document(asked.keyed, sha256=digest, name=name)
    filing = read_filing(
        body,
        name=name,
        recognise=asked.recognise,
        unrecognised=asked.unrecognised,
        keyed=[one.figure for one in mine],
    )
    refuse_what_it_cannot_say(
        mine, name=name, pages=filing.pages, entity_number=filing.about.entity_number
    )
    return ReadDocument(sha256=digest, filing=filing)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()
