"""The filed accounts of a few companies that are held, as they were known on a day."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Engine

from crawlers.accounts.amounts import sentence
from crawlers.accounts.gaps import INTERMEDIATE_SECTIONS
from crawlers.accounts.kept_filings import Detail, KeptFiling, kept_filings, sha256_of
from crawlers.accounts.note import Note
from db.columns import columns
from db.loading import load_snapshot
from db.owner_text import owner_key
from db.records import (
    AccountsClaim,
    AccountsGap,
    AccountsNote,
    AccountsStatement,
    Company,
    FiledAccounts,
    FiledDocument,
    Filing,
    StatementLine,
)
from db.snapshot import Snapshot
from db.visible import Visible
from oversight.accounts_reading import ReadDocument
from oversight.asked_market import Options
from oversight.copies_held import counted, first_sets, names_given, numbers_in
from oversight.installation import Installation

ACCOUNTS = "filed_accounts"
DOCUMENTS = "companies_house_documents"
REGISTER = frozenset({DOCUMENTS, "companies_house_filing_history", "companies_house_profile"})
"""What the register says of a company's accounts; each subject begins with its number."""
NOT_ACCOUNTS = frozenset({"AA01", "LLAA01"})
"""Forms in the category of accounts that only change the day on which a year ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDocument:
    """One document as it was read, and since when it is public."""

    document: ReadDocument
    public_on: date
    named_for: frozenset[str] = frozenset()
    """Companies that the names of files name under which the same bytes were handed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCompany:
    """What is held of one company's accounts, and what the register says of them."""

    company_number: str
    documents: tuple[HeldDocument, ...]
    """Filed for it or about it, by the day up to which they are made; those without one first."""
    profile: Company | None
    above: tuple[HeldDocument, ...] = ()
    """Accounts of the undertakings to which its filings leave group accounts (s.400, s.401)."""
    filings: tuple[Filing, ...] | None
    """The accounts that its filing history lists, in that order; None where no history is held."""


def held_companies(
    place: Installation, options: Options, numbers: Collection[str]
) -> list[HeldCompany]:
    """What is held of each company, in the order in which they are named."""
    snapshot = _about(place, options, frozenset(numbers))
    named = {one.document_id: one.company_number for one in snapshot.current(FiledDocument)}
    names = names_given(place.engine, options.known_at)
    documents = [_held(one, others, names) for one, others in _kept(snapshot, named)]
    return [_company(snapshot, number, documents) for number in numbers]


def concerns(held: HeldDocument, number: str) -> bool:
    """True for a document that was filed for a company, or has a set of accounts about it."""
    sets = held.document.filing.sets
    if number in held.named_for:
        return True
    return any(number in {one.filed_for, one.about.entity_number} for one in sets)


def _kept(
    snapshot: Snapshot, named: Mapping[str, str]
) -> Iterator[tuple[KeptFiling, Iterable[str]]]:
    """Each document that counts, put together again, with what is said of its other copies.

    All copies are looked at, and not the last of each name alone: that may be the worst.
    """
    sets = snapshot.every(FiledAccounts)
    count = {one.copy.sha256: one for one in counted(first_sets(sets))}
    details = (one for one in _details(snapshot) if sha256_of(one) in count)
    for kept in kept_filings([one for one in sets if sha256_of(one) in count], details, named):
        yield kept, count[kept.sha256].words()


def _held(
    kept: KeptFiling, copies: Iterable[str], names: Mapping[str, tuple[str, ...]]
) -> HeldDocument:
    given = names.get(kept.sha256, ())
    also = [name for name in given if name != kept.filing.name and numbers_in([name])]
    words = (*copies, *(f"the same bytes were handed over as {name} too" for name in also))
    notes = (*kept.filing.notes, *(Note(words=sentence(one)) for one in words))
    return HeldDocument(
        document=ReadDocument(sha256=kept.sha256, filing=replace(kept.filing, notes=notes)),
        public_on=kept.about.public_on,
        named_for=numbers_in(given),
    )


def _company(snapshot: Snapshot, number: str, documents: Collection[HeldDocument]) -> HeldCompany:
    history = [one for one in snapshot.current(Filing) if one.company_number == number]
    filings = sorted(
        (
            one
            for one in history
            if one.category == "accounts" and one.made_up_to and one.form not in NOT_ACCOUNTS
        ),
        key=lambda one: (one.made_up_to or date.min, one.filed_on),
    )
    profiles = (one for one in snapshot.current(Company) if one.company_number == number)
    own = tuple(sorted((one for one in documents if concerns(one, number)), key=_order))
    keys = {
        owner_key(gap.parent)
        for one in own
        for filing in one.document.filing.sets
        for gap in filing.missing
        if gap.parent
    }
    return HeldCompany(
        company_number=number,
        documents=own,
        above=tuple(one for one in documents if one not in own and _is_of(one, keys)),
        profile=next(profiles, None),
        filings=tuple(filings) if history else None,
    )


def _is_of(held: HeldDocument, keys: Collection[str]) -> bool:
    """True for a document about an undertaking of one of these names."""
    sets = held.document.filing.sets
    return any(owner_key(one.about.entity_name or "") in keys for one in sets)


def _order(held: HeldDocument) -> tuple[date, date]:
    period = held.document.filing.about.period
    return (date.min if period is None else period.end), held.public_on


def _details(snapshot: Snapshot) -> Iterator[Detail]:
    for kind in (StatementLine, AccountsStatement, AccountsClaim, AccountsNote, AccountsGap):
        yield from snapshot.every(kind)


def _above(engine: Engine, bodies: Collection[str]) -> set[str]:
    """The documents about undertakings that these name as parents with group accounts."""
    keys = {
        owner_key(parent)
        for sha256, section, parent in columns(
            engine, ACCOUNTS, AccountsClaim, ("section", "parent")
        )
        if sha256 in bodies and parent and section in INTERMEDIATE_SECTIONS
    }
    if not keys:
        return set()
    named = columns(engine, ACCOUNTS, FiledAccounts, ("entity_name",))
    return {sha256 for sha256, name in named if name and owner_key(name) in keys}


def _about(place: Installation, options: Options, numbers: frozenset[str]) -> Snapshot:
    """What is public of these companies and their documents: no other's lines are read."""
    engine = place.engine
    ids = {
        document
        for _, document, company in columns(
            engine, DOCUMENTS, FiledDocument, ("document_id", "company_number")
        )
        if company in numbers
    }
    fields = ("document_id", "filed_for", "entity_number")
    bodies = {
        sha256
        for sha256, document, filed_for, entity in columns(engine, ACCOUNTS, FiledAccounts, fields)
        if document in ids or filed_for in numbers or entity in numbers
    }
    bodies |= _above(engine, bodies)
    given = names_given(engine, options.known_at)
    bodies |= {sha256 for sha256, names in given.items() if numbers & numbers_in(names)}

    def is_wanted(found: Visible) -> bool:
        if found.source == ACCOUNTS:
            return found.sha256 in bodies
        return found.source in REGISTER and found.subject.partition(" ")[0] in numbers

    return load_snapshot(
        engine, options.as_of, options.known_at, seen=options.seen, wanted=is_wanted
    )
