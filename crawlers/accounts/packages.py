"""What is in one file: the documents of accounts, whichever way they were packed.

A charity's, a community interest company's, a guaranteed subsidiary's and a listed company's
papers come as a zip, in which accounts lie in folders of their own: `CIC-01234567/accounts/`,
`subsidiary-accounts/` beside `parent-accounts/`, `reports/`.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from crawlers.accounts.cut_short import whole_part
from crawlers.accounts.filed_names import filed_for, filed_name
from crawlers.accounts.first_bytes import Form, form, in_words, is_cut_short, wide
from crawlers.container import LARGEST_UNZIPPED
from crawlers.zips import DamagedError, LockedError, TrapError, ZipError
from crawlers.zips.content import content
from crawlers.zips.directory import directory, entries
from crawlers.zips.salvage import salvaged
from db.records.accounts_words import AccountsState

LARGEST = 200_000_000
"""Bytes of one document. The longest accounts of a group have some forty million."""
MOST_IN_A_PACKAGE = 100
"""Members; packages have some five."""
OF_A_PACKAGE = re.compile(r"(?i)(?:^|/)(?:[\w-]*accounts|reports)/[^/]+$")
"""Where accounts lie in a package."""
_OF_A_PARENT = re.compile(
    r"(?i)(?:^|/)[\w-]*(?:parent|consolidated|group|guarantor)[\w-]*accounts/"
)
_NO_ACCOUNTS = re.compile(
    r"(?i)(?:^|/)(?:__MACOSX|META-INF|cic34|agreement|guarantee|\._[^/]*)(?:/|$)|/$"
)
"""Folders of a package with other papers; what an Apple adds; folders themselves."""
STATES: dict[type[ZipError], AccountsState] = {
    LockedError: AccountsState.LOCKED,
    TrapError: AccountsState.REFUSED,
    DamagedError: AccountsState.DAMAGED,
}
"""What a file without one document to read is said to be, the plainest cause first."""
_WHAT_TO_NAME = "name the filing's tagged document, its PDF, or a zip of them"


class Whose(StrEnum):
    """Whose accounts a document of a filing is."""

    COMPANY = "the company's own"
    PARENT = "its parent's, filed with a guarantee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One document of accounts."""

    name: str
    """In its zip, folders included; the file's own where it is not packed."""
    body: bytes
    index: int
    """Counted from 1 among the documents of accounts in its file: `member=M` of a citation."""
    form: Form
    """Inline or plain XBRL, or a PDF."""
    whose: Whose = Whose.COMPANY
    is_cut_short: bool = False
    """True where its end is missing: `body` is what stands before the cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What was found in one file."""

    members: tuple[Member, ...] = ()
    state: AccountsState = AccountsState.READ
    """READ: nothing stands in the way of reading its members. PARTLY_READ: something is lost."""
    why: str = ""
    """One sentence, with what to do; empty where all is well."""
    is_packed: bool = False
    """True for a zip: its citations begin with `member=M`."""
    filed_for: str | None = None
    """The company that the package itself names."""


def members(body: bytes, name: str) -> Package:
    """The documents of accounts in one file, with what is wrong with it. Never raises.

    The first bytes decide what it is, and its name nothing: tagged documents have been published
    as `.zip`. A zip within a package is not opened: nobody files one.
    """
    found = form(body)
    if found is Form.ZIP:
        return _zipped(body)
    if found is Form.PLACEHOLDER:
        return Package(
            state=AccountsState.EMPTY,
            why="its publisher put a placeholder where the document was to be; ask for the filing"
            " by its own address",
        )
    if found is Form.OTHER:
        return Package(
            state=AccountsState.NOT_ACCOUNTS, why=f"it is {in_words(body)}; {_WHAT_TO_NAME}"
        )
    if len(body) > LARGEST:
        return Package(
            state=AccountsState.REFUSED, why=f"it has {len(body):,} bytes, which no accounts have"
        )
    return _judged([Member(name=name, body=body, index=1, form=found)], [])


def is_no_accounts(name: str) -> bool:
    """True for a member that is none by its place: a folder, a guarantee, what an Apple adds."""
    return _NO_ACCOUNTS.search(name) is not None


def _zipped(body: bytes) -> Package:
    problems: list[ZipError] = []
    laid = list(_laid_out(body, problems))
    in_folders = [one for one in laid if OF_A_PACKAGE.search(one[0])]
    found: list[Member] = []
    for name, part in in_folders or laid:
        what = form(part)
        if what is Form.ZIP:
            problems.append(TrapError(f"its member {name!r} is a zip again, which nobody files"))
        elif what in {Form.INLINE, Form.PLAIN, Form.PICTURE}:
            whose = Whose.PARENT if _OF_A_PARENT.search(name) else Whose.COMPANY
            index = len(found) + 1
            found.append(Member(name=name, body=part, index=index, form=what, whose=whose))
    if len({filed_name(one.name) for one in found}) > 1 and not in_folders:
        return Package(
            state=AccountsState.NOT_ACCOUNTS,
            why=f"it is no filing but {len(found)} of them; name it as a file, to be read as a"
            " product",
        )
    numbers = {filed_for(name) for name, _ in laid} - {None}
    package = _judged(found, problems)
    return Package(
        members=package.members,
        state=package.state,
        why=package.why,
        is_packed=True,
        filed_for=numbers.pop() if len(numbers) == 1 else None,
    )


def _laid_out(body: bytes, problems: list[ZipError]) -> Iterator[tuple[str, bytes]]:
    """Each member's name and bytes; what is wrong is added to `problems`."""
    file, left, given = io.BytesIO(body), LARGEST_UNZIPPED, set[str]()
    try:
        of = directory(file)
        if of.entries > MOST_IN_A_PACKAGE:
            problems.append(TrapError(f"it has {of.entries:,} members, which no filing has"))
            return
        for entry in entries(file, of):
            if is_no_accounts(entry.name):
                continue
            try:
                part = content(file, entry, largest=min(left, LARGEST))
            except ZipError as error:
                problems.append(error)
            else:
                left -= len(part)
                given.add(entry.name)
                yield entry.name, part
    except DamagedError as error:
        problems.append(error)
        for number, one in enumerate(salvaged(body, largest=min(left, LARGEST))):
            left -= len(one.body)
            if number >= MOST_IN_A_PACKAGE or left < 0:
                return
            if one.name not in given and not is_no_accounts(one.name):
                yield one.name, one.body


def _judged(found: list[Member], problems: list[ZipError]) -> Package:
    """The package, in the state that its problems leave it in."""
    problems = [*problems]
    whole = tuple(_whole_members(found, problems))
    why = "; ".join(map(str, problems))
    if whole:
        state = AccountsState.PARTLY_READ if problems else AccountsState.READ
        return Package(members=whole, state=state, why=why)
    for kind, state in STATES.items():
        if any(isinstance(one, kind) for one in problems):
            return Package(state=state, why=why)
    return Package(
        state=AccountsState.NOT_ACCOUNTS, why=f"no member of this zip is accounts; {_WHAT_TO_NAME}"
    )


def _whole_members(found: list[Member], problems: list[ZipError]) -> Iterator[Member]:
    """The documents, those that are cut short without what the cut went through.

    Of one in two bytes a letter nothing is kept: a cut may go through a letter.
    """
    for one in found:
        if one.form is Form.PICTURE or not is_cut_short(one.body):
            yield one
            continue
        problems.append(DamagedError(f"{one.name!r} ends before its last element is closed"))
        if wide(one.body) is None:
            yield replace(one, body=whole_part(one.body), is_cut_short=True)
