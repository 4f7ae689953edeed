"""What became of one filed document when it was read: its state, and all that was found in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from crawlers.accounts.choosing import Chosen
from crawlers.accounts.earnings import Earnings
from crawlers.accounts.fact import Tagged, by_name
from crawlers.accounts.figure import Figure
from crawlers.accounts.note import Missing, Note
from crawlers.accounts.said import About, Claim, Said
from db.records.accounts_words import AccountsState, Scope

NOTHING_SAID = About()
NOTHING_CHOSEN = Chosen(figures=(), comparatives=(), notes=(), period=None, previous=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFiling:
    """One set of accounts as it was read; those that lie beside it in a package are `annexed`."""

    name: str
    """The name under which it was handed over."""
    state: AccountsState
    state_why: str = ""
    """What was amiss and what to do, in a sentence; empty where nothing was."""
    member: int = 1
    """Which of the document's sets of accounts it is."""
    member_name: str | None = None
    """Its name in the package; None where the document is none."""
    is_a_parents: bool = False
    """True for a parent's accounts that are filed with a subsidiary's."""
    filed_for: str | None = None
    """The company number in the file's name."""
    pages: int | None = None
    """How many pages a picture has; None for what is marked up."""
    about: About = NOTHING_SAID
    considered: tuple[Figure, ...] = ()
    """Every figure that any reader gave, of which lines are chosen."""
    chosen: Chosen = NOTHING_CHOSEN
    said: tuple[Said, ...] = ()
    claims: tuple[Claim, ...] = ()
    missing: tuple[Missing, ...] = ()
    notes: tuple[Note, ...] = ()
    tagged: Tagged | None = None
    """All facts; None where it has no tags."""
    earnings: tuple[tuple[Scope, Earnings], ...] = ()
    """EBITDA of each scope that has figures."""
    annexed: tuple["ReadFiling", ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The lines of the report's own period, one at most for each scope and measure."""
        return self.chosen.figures

    @property
    def comparatives(self) -> tuple[Figure, ...]:
        """The lines of the period before, as this filing states them."""
        return self.chosen.comparatives

    @property
    def sets(self) -> Iterator["ReadFiling"]:
        """Every set of accounts in the document, this one first."""
        yield self
        yield from self.annexed

    @property
    def is_read(self) -> bool:
        """True where something was read, be it a part."""
        return self.state in {AccountsState.READ, AccountsState.PARTLY_READ}


def in_member(filing: ReadFiling) -> ReadFiling:
    """The same, every place in it cited as lying in its member of the package."""
    of = f"member={filing.member}&"
    chosen, tagged = filing.chosen, filing.tagged
    return replace(
        filing,
        considered=_figures(of, filing.considered),
        chosen=replace(
            chosen,
            figures=_figures(of, chosen.figures),
            comparatives=_figures(of, chosen.comparatives),
            notes=_notes(of, chosen.notes),
        ),
        said=tuple(replace(one, fragment=of + one.fragment) for one in filing.said),
        claims=tuple(replace(one, fragment=of + one.fragment) for one in filing.claims),
        missing=tuple(
            one if one.fragment is None else replace(one, fragment=of + one.fragment)
            for one in filing.missing
        ),
        notes=_notes(of, filing.notes),
        tagged=None if tagged is None else _tagged(of, tagged),
        earnings=tuple(
            (scope, replace(one, parts=_figures(of, one.parts))) for scope, one in filing.earnings
        ),
    )


def _figures(of: str, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    return tuple(replace(one, fragment=of + one.fragment) for one in figures)


def _notes(of: str, notes: tuple[Note, ...]) -> tuple[Note, ...]:
    return tuple(
        replace(one, fragments=tuple(of + fragment for fragment in one.fragments)) for one in notes
    )


def _tagged(of: str, tagged: Tagged) -> Tagged:
    facts = tuple(one._replace(fragment=of + one.fragment) for one in tagged.facts)
    return replace(tagged, facts=facts, by_name=by_name(facts))
