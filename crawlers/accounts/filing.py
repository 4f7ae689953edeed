"""A filed document read whole: the one way in which commands, crawls and products read accounts.

What it is, by its bytes; then each set of accounts in it: its tags, its printed statements, or the
pictures of its pages; then one value a line, what does not add up, and why what is not there is
not. A document that cannot be read gives its state, and nothing is raised.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawlers.accounts import checking, choosing, gaps
from crawlers.accounts.choosing import Chosen
from crawlers.accounts.earnings import Earnings, ebitda
from crawlers.accounts.fact import Tagged
from crawlers.accounts.figure import Figure
from crawlers.accounts.filed_names import filed_name
from crawlers.accounts.first_bytes import Form
from crawlers.accounts.line import Line
from crawlers.accounts.markup import NoMarkupError, opened
from crawlers.accounts.note import Note
from crawlers.accounts.packages import Member, Package, Whose, members
from crawlers.accounts.printed import statements
from crawlers.accounts.read_filing import ReadFiling, in_member
from crawlers.accounts.said import About
from crawlers.accounts.scans.reading import Recogniser, read_scan
from crawlers.accounts.tags import selecting
from crawlers.accounts.tags.reading import read_tags
from crawlers.accounts.visible import lines as visible_lines
from crawlers.accounts.wording.about import about as what_it_says
from crawlers.accounts.wording.claims import claims as claimed
from crawlers.accounts.wording.reading import said as sentences
from db.records.accounts_words import AccountsState, Scope


def read_filing(
    body: bytes,
    *,
    name: str,
    recognise: Recogniser | None,
    unrecognised: AccountsState = AccountsState.NO_RECOGNISER,
    keyed: Sequence[Figure] = (),
) -> ReadFiling:
    """All that is read of one filed document. Never raises for what is in it.

    `name` is its file's, which may say for which company it was filed. A picture for which there
    is nothing to `recognise` it with is `unrecognised`. What was `keyed` of the document is chosen
    from like what was read.
    """
    package = members(body, name)
    filed_for = filed_name(name).company_number or package.filed_for
    if not package.members:
        return ReadFiling(
            name=name, state=package.state, state_why=package.why, filed_for=filed_for
        )
    sets = [
        _set(member, package, name, filed_for, recognise, unrecognised, keyed)
        for member in sorted(package.members, key=lambda one: one.whose is Whose.PARENT)
    ]
    return replace(sets[0], annexed=tuple(sets[1:]))
