"""What was read of a filed document, as the records that are kept of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crawlers.accounts.figure import Figure
from crawlers.accounts.note import Note
from crawlers.accounts.periods import months
from crawlers.accounts.read_filing import ReadFiling
from crawlers.accounts.said import Said
from db.company_numbers import normalise
from db.records import (
    AccountsClaim,
    AccountsGap,
    AccountsNote,
    AccountsStatement,
    FiledAccounts,
    Matter,
    Measure,
    Record,
    Scope,
    StatementLine,
)
from db.records.filed_accounts import LARGEST_AMOUNT

MOST_LINES = 40
"""Lines that are kept of one set of accounts."""
FIRST_LINES = (
    Measure.TURNOVER,
    Measure.OPERATING_PROFIT,
    Measure.NET_ASSETS,
    Measure.PROFIT_BEFORE_TAX,
    Measure.PROFIT_FOR_YEAR,
    Measure.INTEREST_PAYABLE,
    Measure.DEPRECIATION,
    Measure.AMORTISATION,
    Measure.IMPAIRMENT,
    Measure.EMPLOYEES,
    Measure.STAFF_COSTS,
    Measure.CASH,
    Measure.CURRENT_ASSETS,
    Measure.CREDITORS_WITHIN_ONE_YEAR,
    Measure.CREDITORS_AFTER_ONE_YEAR,
    Measure.BORROWINGS,
    Measure.FIXED_ASSETS,
    Measure.TANGIBLE_ASSETS,
    Measure.INTANGIBLE_ASSETS,
    Measure.OWED_TO_GROUP,
    Measure.CHARITY_INCOME,
    Measure.CHARITY_EXPENDITURE,
    Measure.CHARITY_NET_INCOME,
    Measure.CHARITY_FUNDS,
)
"""What is asked of accounts first; the others follow in the order of `Measure`. Of the report's own
year, all lines come before any of the year before, and of one line the group's before the
company's: where the cap bites, it is the comparatives and the detail that are left out."""
_RANK = {measure: at for at, measure in enumerate(dict.fromkeys((*FIRST_LINES, *Measure)))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Of which document, since when public, and how a place in it is cited."""

    document_id: str
    public_on: date
    cite: Callable[[str], str]


def records(filing: ReadFiling, of: Cited) -> Iterator[Record]:
    """Yield the records of every set of accounts in one document."""
    for one in filing.sets:
        yield from _of_one_set(one, of)


def ranked(figures: Sequence[Figure]) -> list[Figure]:
    """Figures of one period in the order in which they are kept."""
    return sorted(figures, key=lambda one: (_RANK[one.measure], one.scope is not Scope.GROUP))


def _of_one_set(filing: ReadFiling, of: Cited) -> Iterator[Record]:
    in_order = [
        *((figure, False) for figure in ranked(filing.figures)),
        *((figure, True) for figure in ranked(filing.comparatives)),
    ]
    fitting = [pair for pair in in_order if abs(pair[0].value) <= LARGEST_AMOUNT]
    kept = fitting[:MOST_LINES]
    yield _about(filing, of, left_out=len(in_order) - len(kept))
    for figure, is_comparative in kept:
        yield _line(figure, filing.member, of, is_comparative=is_comparative)
    for number, said in enumerate(filing.said, start=1):
        yield _statement(said, filing.member, number, of)
    for number, claim in enumerate(filing.claims, start=1):
        yield AccountsClaim(
            cite=of.cite(claim.fragment),
            public_on=of.public_on,
            document_id=of.document_id,
            member=filing.member,
            number=number,
            section=claim.section,
            sentence=claim.sentence,
            parent=claim.parent,
        )
    for number, note in enumerate(_notes(filing, in_order, fitting), start=1):
        yield AccountsNote(
            cite=of.cite(note.fragments[0] if note.fragments else ""),
            public_on=of.public_on,
            document_id=of.document_id,
            member=filing.member,
            number=number,
            scope=note.scope,
            measure=note.measure,
            words=note.words,
        )
    for missing in filing.missing:
        yield AccountsGap(
            cite=of.cite(missing.fragment or ""),
            public_on=of.public_on,
            document_id=of.document_id,
            member=filing.member,
            scope=missing.scope,
            measure=missing.measure,
            gap=missing.gap,
        )


def _about(filing: ReadFiling, of: Cited, *, left_out: int) -> FiledAccounts:
    about = filing.about
    own = about.period or filing.chosen.period
    before = about.previous or filing.chosen.previous
    start, end = (own.start, own.end) if own else (None, None)
    auditors = (one.name for one in filing.said if one.matter is Matter.AUDITOR)
    return FiledAccounts(
        cite=of.cite("" if filing.member_name is None else f"member={filing.member}"),
        public_on=of.public_on,
        document_id=of.document_id,
        member=filing.member,
        state=filing.state,
        state_why=filing.state_why or None,
        filed_for=filing.filed_for,
        entity_number=normalise(about.entity_number or ""),
        entity_name=about.entity_name,
        made_up_to=end,
        period_start=start,
        months=None if own is None else months(own),
        previous_start=before.start if before else None,
        previous_end=before.end if before else None,
        accounts_type=about.kind,
        standard=about.standard,
        lease_basis=about.lease_basis,
        is_consolidated=about.is_consolidated,
        is_audited=about.is_audited,
        is_dormant=about.is_dormant,
        is_amended=about.is_amended,
        signed_on=about.signed_on,
        auditor=next((name for name in auditors if name), None),
        software=about.software,
        lines_left_out=left_out,
    )


def _line(figure: Figure, member: int, of: Cited, *, is_comparative: bool) -> StatementLine:
    return StatementLine(
        cite=of.cite(figure.fragment),
        public_on=of.public_on,
        document_id=of.document_id,
        member=member,
        scope=figure.scope,
        measure=figure.measure,
        is_comparative=is_comparative,
        period_start=figure.period.start,
        period_end=figure.period.end,
        amount=round(figure.value),
        read=figure.read,
        confidence=figure.confidence,
        shown=figure.shown,
        label=figure.label or None,
    )


def _statement(said: Said, member: int, number: int, of: Cited) -> AccountsStatement:
    return AccountsStatement(
        cite=of.cite(said.fragment),
        public_on=of.public_on,
        document_id=of.document_id,
        member=member,
        number=number,
        matter=said.matter,
        sentence=said.sentence,
        name=said.name,
        jurisdiction=said.jurisdiction,
        amount_gbp=said.amount_gbp,
    )


def _notes(
    filing: ReadFiling,
    in_order: Sequence[tuple[Figure, bool]],
    fitting: Sequence[tuple[Figure, bool]],
) -> Iterator[Note]:
    """What was noted, and what no database holds."""
    yield from filing.notes
    for figure, _ in in_order:
        if abs(figure.value) > LARGEST_AMOUNT:
            yield Note(
                words=f"{figure.shown} is more than any company has; it is not kept",
                scope=figure.scope,
                measure=figure.measure,
                fragments=(figure.fragment,),
            )
    if len(fitting) > MOST_LINES:
        yield Note(
            words=f"{len(fitting)} lines were read, of which the first {MOST_LINES} are kept here"
        )
