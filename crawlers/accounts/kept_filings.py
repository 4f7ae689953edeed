"""Filings put together again from the records that are kept of them: `filed_records` turned round.

What no record has is not here: figures that were not chosen, lines beyond the first forty, facts,
the exactness of rounded amounts, and the names of a package's members.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from crawlers.accounts.choosing import Chosen
from crawlers.accounts.earnings import earned
from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.note import Missing, Note
from crawlers.accounts.read_filing import ReadFiling
from crawlers.accounts.said import About, Claim, Said
from db.records import (
    AccountsClaim,
    AccountsGap,
    AccountsNote,
    AccountsStatement,
    FiledAccounts,
    StatementLine,
    split_citation,
)

Detail = StatementLine | AccountsStatement | AccountsClaim | AccountsNote | AccountsGap
"""What is kept of one set of accounts beside the set itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFiling:
    """One document, and what it was read into."""

    sha256: str
    """Of its bytes, under which its places are cited."""
    about: FiledAccounts
    """Of its first set of accounts."""
    filing: ReadFiling


def kept_filings(
    sets: Sequence[FiledAccounts], details: Iterable[Detail], filed_for: Mapping[str, str]
) -> Iterator[KeptFiling]:
    """Yield each document once, in the order of its first set.

    `filed_for` is the company that the publisher names for a document, by its id; a file's own name
    comes first.
    """
    of_sets: dict[tuple[str, int], _Details] = defaultdict(_Details)
    for one in details:
        of_sets[sha256_of(one), one.member].add(one)
    documents: dict[str, list[FiledAccounts]] = {}
    for about in sets:
        documents.setdefault(sha256_of(about), []).append(about)
    for sha256, members in documents.items():
        members.sort(key=lambda one: _is_a_parents(one, filed_for))
        read = [_filing(one, of_sets[sha256, one.member], filed_for) for one in members]
        filing = replace(read[0], annexed=tuple(read[1:]))
        yield KeptFiling(sha256=sha256, about=members[0], filing=filing)


@dataclass(slots=True)
class _Details:
    """What is kept of one set of accounts, by kind."""

    lines: list[StatementLine] = field(default_factory=list[StatementLine])
    said: list[AccountsStatement] = field(default_factory=list[AccountsStatement])
    claims: list[AccountsClaim] = field(default_factory=list[AccountsClaim])
    notes: list[AccountsNote] = field(default_factory=list[AccountsNote])
    gaps: list[AccountsGap] = field(default_factory=list[AccountsGap])

    def add(self, one: Detail) -> None:
        """Put a record with those of its kind."""
        match one:
            case StatementLine():
                self.lines.append(one)
            case AccountsStatement():
                self.said.append(one)
            case AccountsClaim():
                self.claims.append(one)
            case AccountsNote():
                self.notes.append(one)
            case _:
                self.gaps.append(one)


def _filing(about: FiledAccounts, kept: _Details, filed_for: Mapping[str, str]) -> ReadFiling:
    own = _period(about.period_start, about.made_up_to)
    before = _period(about.previous_start, about.previous_end)
    chosen = Chosen(
        figures=tuple(_figure(one) for one in kept.lines if not one.is_comparative),
        comparatives=tuple(_figure(one) for one in kept.lines if one.is_comparative),
        notes=(),
        period=own,
        previous=before,
    )
    is_packed = bool(_fragment(about))
    return ReadFiling(
        name=about.document_id,
        state=about.state,
        state_why=about.state_why or "",
        member=about.member,
        member_name=f"member {about.member}" if is_packed else None,
        is_a_parents=_is_a_parents(about, filed_for),
        filed_for=_filed_for(about, filed_for),
        about=_about(about, own, before),
        chosen=chosen,
        said=tuple(_said(one) for one in kept.said),
        claims=tuple(_claim(one) for one in kept.claims),
        missing=tuple(_missing(one, kept.claims) for one in kept.gaps),
        notes=tuple(
            Note(words=one.words, scope=one.scope, measure=one.measure) for one in kept.notes
        ),
        earnings=tuple(earned(chosen)),
    )


def _filed_for(about: FiledAccounts, filed_for: Mapping[str, str]) -> str | None:
    return about.filed_for or filed_for.get(about.document_id)


def _is_a_parents(about: FiledAccounts, filed_for: Mapping[str, str]) -> bool:
    """True for a set in a package that is about another company than it was filed for."""
    named = {_filed_for(about, filed_for), about.entity_number}
    return bool(_fragment(about)) and None not in named and len(named) > 1


def _about(about: FiledAccounts, own: Period | None, before: Period | None) -> About:
    return About(
        entity_number=about.entity_number,
        entity_name=about.entity_name,
        period=own,
        previous=before,
        kind=about.accounts_type,
        standard=about.standard,
        lease_basis=about.lease_basis,
        is_consolidated=about.is_consolidated,
        is_audited=about.is_audited,
        is_dormant=about.is_dormant,
        is_amended=about.is_amended,
        software=about.software,
        signed_on=about.signed_on,
    )


def _figure(line: StatementLine) -> Figure:
    return Figure(
        scope=line.scope,
        measure=line.measure,
        period=Period(end=line.period_end, start=line.period_start),
        value=Decimal(line.amount),
        read=line.read,
        confidence=line.confidence,
        fragment=_fragment(line),
        shown=line.shown,
        label=line.label or "",
    )


def _said(one: AccountsStatement) -> Said:
    return Said(
        matter=one.matter,
        sentence=one.sentence,
        fragment=_fragment(one),
        name=one.name,
        jurisdiction=one.jurisdiction,
        amount_gbp=one.amount_gbp,
    )


def _claim(one: AccountsClaim) -> Claim:
    return Claim(
        section=one.section, sentence=one.sentence, fragment=_fragment(one), parent=one.parent
    )


def _missing(gap: AccountsGap, claims: Sequence[AccountsClaim]) -> Missing:
    """The gap, with the parent that the claim names where it is explained."""
    named = (one.parent for one in claims if one.cite == gap.cite and one.parent)
    return Missing(
        scope=gap.scope,
        measure=gap.measure,
        gap=gap.gap,
        fragment=_fragment(gap) or None,
        parent=next(named, None),
    )


def _period(start: date | None, end: date | None) -> Period | None:
    return None if end is None else Period(end=end, start=start)


def sha256_of(record: FiledAccounts | Detail) -> str:
    """The hash of the document that a record was read from."""
    return split_citation(record.cite)[0]


def _fragment(record: FiledAccounts | Detail) -> str:
    return split_citation(record.cite)[1]
