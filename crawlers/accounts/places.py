"""What of a filing may be shown of the places that are cited: figures and sentences, no person.

A figure is shown as its row's caption and value, a sentence whole. What the filing says of who
controls it is shown only where a company or a firm is named: else it may be a private person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from crawlers.accounts.fact import Fact
from crawlers.accounts.figure import Figure
from crawlers.accounts.read_filing import ReadFiling
from crawlers.accounts.said import Said
from db.records.accounts_words import Matter

MAY_BE_A_PERSON = "(masked: it may name a private person)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What one place shows."""

    fragment: str
    label: str
    shown: str


def places(filing: ReadFiling) -> Iterator[Place]:
    """Yield what each cited place of every set of accounts shows; one place may show several."""
    for one in filing.sets:
        yield _itself(one)
        figures = dict.fromkeys((*one.figures, *one.comparatives, *one.considered))
        for figure in figures:
            yield _figure(figure)
        for said in one.said:
            yield Place(fragment=said.fragment, label=str(said.matter), shown=_sentence(said))
        for claim in one.claims:
            label = f"section {claim.section} of the Companies Act 2006"
            yield Place(fragment=claim.fragment, label=label, shown=claim.sentence)
        chosen = {figure.fragment for figure in figures}
        for fact in () if one.tagged is None else one.tagged.facts:
            if isinstance(fact.value, Decimal) and fact.fragment not in chosen:
                yield _fact(fact)


def _itself(filing: ReadFiling) -> Place:
    """What a citation of a whole set of accounts shows: whose it is, and what became of it."""
    fragment = "" if filing.member_name is None else f"member={filing.member}"
    whose = (
        filing.about.entity_name or filing.about.entity_number or "a company that it does not name"
    )
    return Place(fragment=fragment, label=f"Accounts of {whose}", shown=str(filing.state))


def _figure(figure: Figure) -> Place:
    of = f"{figure.scope} {figure.measure.replace('_', ' ')}, {_when(figure)}"
    caption = f"{figure.label} ({of})" if figure.label else of
    shown = f"{figure.shown} ({round(figure.value):,})" if figure.shown else f"{figure.value:,}"
    return Place(fragment=figure.fragment, label=caption, shown=shown)


def _when(figure: Figure) -> str:
    start, end = figure.period.start, figure.period.end
    return f"{end}" if start is None else f"{start} to {end}"


def _sentence(said: Said) -> str:
    if said.matter is Matter.CONTROLLING_PARTY and said.name is None:
        return MAY_BE_A_PERSON
    return said.sentence


def _fact(fact: Fact) -> Place:
    """A number that is tagged and was not chosen, by its tag's name and its dimensions."""
    of = "".join(f", {axis}={member}" for axis, member in fact.dimensions)
    unit = f" {fact.unit}" if fact.unit else ""
    return Place(
        fragment=fact.fragment, label=f"{fact.name}{of}", shown=f"{fact.shown} ({fact.value}{unit})"
    )
