"""A filed document read whole: the one way in which commands, crawls and products read accounts.

What it is, by its bytes; then each set of accounts in it: its tags, its printed statements, or the
pictures of its pages; then one value a line, what does not add up, and why what is not there is
not. A document that cannot be read gives its state, and nothing is raised.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawlers.accounts import checking, choosing, gaps
from crawlers.accounts.earnings import earned
from crawlers.accounts.fact import Tagged
from crawlers.accounts.figure import Figure
from crawlers.accounts.filed_names import filed_name
from crawlers.accounts.first_bytes import Form
from crawlers.accounts.markup import NoMarkupError, UnsafeMarkupError, opened
from crawlers.accounts.note import Note
from crawlers.accounts.packages import Member, Package, Whose, members
from crawlers.accounts.pounds import in_pounds
from crawlers.accounts.printed import statements
from crawlers.accounts.read_filing import NOTHING_CHOSEN, NOTHING_SAID, ReadFiling, in_member
from crawlers.accounts.said import About
from crawlers.accounts.scans import telling
from crawlers.accounts.scans.dating import dated
from crawlers.accounts.scans.reading import read_scan
from crawlers.accounts.scans.recogniser import Recogniser
from crawlers.accounts.tags import selecting
from crawlers.accounts.tags.reading import read_tree
from crawlers.accounts.visible import lines as visible_lines
from crawlers.accounts.wording.about import about as what_it_says
from crawlers.accounts.wording.claims import claims as claimed
from crawlers.accounts.wording.identity import may_be_misread
from crawlers.accounts.wording.reading import said as sentences
from crawlers.accounts.wording.text import Text
from db.records.accounts_words import AccountsState, HowRead

NO_TEXT = Text.of((), None)
WHAT_TO_DO = {
    AccountsState.NO_RECOGNISER: "on Debian: apt-get install tesseract-ocr tesseract-ocr-eng",
    AccountsState.NOT_RECOGNISED: "look at its pages; what they say can be keyed (--keyed CSV)",
    AccountsState.LOCKED: "the PDF asks for a password; save a copy of it without one",
    AccountsState.DAMAGED: "the PDF is damaged or cut short; download it again",
}
"""What a person can do about a PDF of which nothing was read."""


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
    how = _How(recognise=recognise, unrecognised=unrecognised, keyed=tuple(keyed))
    own_first = sorted(package.members, key=lambda one: one.whose is Whose.PARENT)
    first, *others = (_set(member, package, name, filed_for, how) for member in own_first)
    return replace(first, annexed=tuple(others))


@dataclass(frozen=True, slots=True, kw_only=True)
class _How:
    """With what a document is read, beside its own bytes."""

    recognise: Recogniser | None
    unrecognised: AccountsState
    keyed: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What the readers of one set of accounts give."""

    state: AccountsState = AccountsState.READ
    why: str = ""
    tagged: Tagged | None = None
    text: Text = NO_TEXT
    figures: tuple[Figure, ...] = ()
    """From tags and print."""
    scanned: tuple[Figure, ...] = ()
    about: About = NOTHING_SAID
    notes: tuple[Note, ...] = ()
    pages: int | None = None
    currency: str | None = None
    """That of its statements, where it is not pounds."""


def _set(
    member: Member, package: Package, name: str, filed_for: str | None, how: _How
) -> ReadFiling:
    """One set of accounts, read, chosen from and checked."""
    is_a_parents = member.whose is Whose.PARENT
    its_own = None if is_a_parents else filed_for
    is_picture = member.form is Form.PICTURE
    given = _pictured(member, how, its_own) if is_picture else _marked(member)
    if given.state is AccountsState.READ and package.state is not AccountsState.READ:
        given = replace(given, state=package.state, why=package.why)
    filing = _judged(given, how.keyed, its_own)
    filing = replace(
        filing,
        name=name,
        member=member.index,
        member_name=member.name if package.is_packed else None,
        is_a_parents=is_a_parents,
        filed_for=filed_for,
    )
    return in_member(filing) if package.is_packed else filing


def _marked(member: Member) -> _Given:
    """What tags and print of a marked-up document give."""
    try:
        root = opened(member.body)
    except UnsafeMarkupError as error:
        return _Given(state=AccountsState.REFUSED, why=f"{error}; find out who sent it")
    except NoMarkupError as error:
        return _Given(state=AccountsState.DAMAGED, why=f"{error}; download it again")
    tagged = read_tree(root, member.body)
    lines = visible_lines(root)
    if not tagged.facts and not lines:
        return _Given(
            state=AccountsState.DAMAGED, why="neither a tag nor a word is left of it; get it again"
        )
    text = Text.of(lines, tagged)
    about = what_it_says(tagged, text)
    printed = statements.figures(lines, about, is_cut_short=member.is_cut_short)
    selected = selecting.figures(tagged, about, has_group_pages=printed.has_group)
    pounds = in_pounds(selected.figures, printed)
    return _Given(
        tagged=tagged,
        text=text,
        figures=(*pounds.figures, *printed.figures),
        about=replace(about, is_consolidated=about.is_consolidated or printed.has_group),
        notes=(*selected.notes, *printed.notes, *pounds.notes),
        currency=pounds.currency,
    )


def _pictured(member: Member, how: _How, filed_for: str | None) -> _Given:
    """What the pages of a PDF give, where they can be recognised.

    A recognised company number that is a letter from the one it was `filed_for` is that one.
    """
    scanned = read_scan(member.body, how.recognise)
    state = scanned.state
    if state is AccountsState.NO_RECOGNISER:
        state = how.unrecognised
    why = "; ".join(note.words for note in scanned.notes)
    if not scanned.lines:
        why = why or WHAT_TO_DO.get(state, "")
        return _Given(state=state, why=why, pages=scanned.pages or None)
    text = Text.of(scanned.lines, None)
    about = what_it_says(None, text)
    if filed_for and about.entity_number and may_be_misread(about.entity_number, filed_for):
        about = replace(about, entity_number=filed_for)
    about = dated(about, scanned.lines)
    read = telling.figures(scanned.lines, scanned.second, own_text=scanned.own_text, about=about)
    if not (read.figures or read.foreign):
        state = AccountsState.NOT_RECOGNISED
        why = why or WHAT_TO_DO[state]
    return _Given(
        state=state,
        why=why,
        text=text,
        scanned=read.figures,
        about=replace(about, is_consolidated=about.is_consolidated or read.has_group),
        notes=read.notes,
        pages=scanned.pages or None,
        currency=in_pounds((), read).currency,
    )


def _judged(given: _Given, keyed: tuple[Figure, ...], filed_for: str | None) -> ReadFiling:
    """One value a line, what does not add up, and why the rest is missing."""
    about, figures = given.about, given.figures
    if about.entity_number is None:
        about = replace(about, entity_number=filed_for)
    if given.text is NO_TEXT and not keyed:
        nothing = gaps.missing(NOTHING_CHOSEN, about, (), state=given.state)
        return ReadFiling(
            name="",
            state=given.state,
            state_why=given.why,
            pages=given.pages,
            about=about,
            missing=nothing if given.state in gaps.NOT_READ else (),
        )
    chosen = choosing.choose(
        tagged=[one for one in figures if one.read is HowRead.TAGGED],
        printed=[one for one in figures if one.read is HowRead.PRINTED],
        scanned=given.scanned,
        keyed=keyed,
        about=about,
    )
    claims = claimed(given.text, given.tagged)
    broken = () if given.tagged is None else given.tagged.problems
    return ReadFiling(
        name="",
        state=given.state,
        state_why=given.why,
        pages=given.pages,
        about=about,
        considered=(*figures, *given.scanned, *keyed),
        chosen=chosen,
        said=sentences(given.text, given.tagged),
        claims=claims,
        missing=gaps.missing(
            chosen, about, claims, state=given.state, is_foreign=given.currency is not None
        ),
        notes=(
            *chosen.notes,
            *given.notes,
            *checking.check(chosen, about, filed_for=filed_for),
            *(Note(words=problem) for problem in (*about.problems, *broken)),
        ),
        tagged=given.tagged,
        earnings=tuple(earned(chosen)),
    )
