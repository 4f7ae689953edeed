"""What is kept of a filing: its state, at most forty lines, and where each place is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from crawlers.accounts.choosing import Chosen
from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.filed_records import MOST_LINES, Cited, records
from crawlers.accounts.filing import read_filing
from crawlers.accounts.read_filing import NOTHING_CHOSEN, ReadFiling
from crawlers.accounts.said import Claim
from db.records import (
    AccountsClaim,
    AccountsGap,
    AccountsNote,
    AccountsState,
    AccountsStatement,
    FiledAccounts,
    Gap,
    HowRead,
    Matter,
    Measure,
    Record,
    Scope,
    StatementLine,
)
from tests.crawlers.accounts.group_accounts import group_accounts

YEAR = Period(start=date(2023, 4, 1), end=date(2024, 3, 31))
BEFORE = Period(start=date(2022, 4, 1), end=date(2023, 3, 31))


def kept(filing: ReadFiling) -> list[Record]:
    of = Cited(
        document_id="d1",
        public_on=date(2024, 12, 1),
        cite=lambda fragment: f"sha256:{'0' * 64}#{fragment}",
    )
    return list(records(filing, of))


def figure(measure: Measure, scope: Scope, period: Period = YEAR, value: str = "1") -> Figure:
    return Figure(
        scope=scope,
        measure=measure,
        period=Period(end=period.end) if measure.is_of_a_day else period,
        value=Decimal(value),
        read=HowRead.TAGGED,
        confidence=1,
        fragment="tag=1",
        shown=value,
    )


def filing(figures: list[Figure], comparatives: list[Figure]) -> ReadFiling:
    chosen: Chosen = replace(
        NOTHING_CHOSEN, figures=tuple(figures), comparatives=tuple(comparatives), period=YEAR
    )
    return ReadFiling(name="a.xhtml", state=AccountsState.READ, chosen=chosen)


def test_a_filing_is_kept_with_whose_it_is_and_of_when() -> None:
    found = read_filing(group_accounts(), name="a.xhtml", recognise=None)
    (about,) = (one for one in kept(found) if isinstance(one, FiledAccounts))

    assert (about.entity_number, about.entity_name) == ("09000001", "Larkmoor Topco Limited")
    assert (about.made_up_to, about.months) == (date(2024, 3, 31), 12)
    assert (about.state, about.is_consolidated) == (AccountsState.READ, True)
    assert about.filed_for is None


def test_lines_sentences_gaps_and_notes_are_kept_with_their_places() -> None:
    found = kept(read_filing(group_accounts(), name="a.xhtml", recognise=None))
    lines = {
        (one.scope, one.measure): (one.amount, one.cite.partition("#")[2])
        for one in found
        if isinstance(one, StatementLine)
    }
    (parent,) = (one for one in found if isinstance(one, AccountsStatement))
    gaps = [one for one in found if isinstance(one, AccountsGap) and one.scope is Scope.GROUP]
    (note,) = (one for one in found if isinstance(one, AccountsNote))

    assert lines[Scope.GROUP, Measure.TURNOVER] == (5_000_000, "tag=2")
    assert lines[Scope.COMPANY, Measure.NET_ASSETS] == (250_000, "tag=9")
    assert (parent.matter, parent.name) == (Matter.ULTIMATE_PARENT, "Fernhollow Holdings Limited")
    assert [(one.measure, one.gap) for one in gaps] == [(Measure.PROFIT_FOR_YEAR, Gap.NOT_FOUND)]
    assert note.measure is Measure.NET_ASSETS


def test_forty_lines_are_kept_the_report_s_own_year_first() -> None:
    own = [figure(measure, scope) for measure in [*Measure][:18] for scope in Scope]
    last = [figure(measure, Scope.GROUP, BEFORE) for measure in [*Measure][:18]]
    found = kept(filing(own, last))
    lines = [one for one in found if isinstance(one, StatementLine)]
    (about,) = (one for one in found if isinstance(one, FiledAccounts))
    (note,) = (one for one in found if isinstance(one, AccountsNote))

    assert len(lines) == MOST_LINES
    assert [one.is_comparative for one in lines] == [False] * 36 + [True] * 4
    assert [(one.scope, one.measure) for one in lines[:2]] == [
        (Scope.GROUP, Measure.TURNOVER),
        (Scope.COMPANY, Measure.TURNOVER),
    ]
    assert about.lines_left_out == 14
    assert note.words == "54 lines were read, of which the first 40 are kept here"


def test_a_comparative_stands_beside_the_earlier_filing_s_own_figure() -> None:
    found = kept(
        filing([figure(Measure.CASH, Scope.GROUP)], [figure(Measure.CASH, Scope.GROUP, BEFORE)])
    )
    lines = [one for one in found if isinstance(one, StatementLine)]

    assert [(one.is_comparative, one.period_end) for one in lines] == [
        (False, date(2024, 3, 31)),
        (True, date(2023, 3, 31)),
    ]
    assert len({tuple(getattr(one, name) for name in one.identity) for one in lines}) == 2


def test_a_sum_that_nobody_has_is_noted_and_not_kept() -> None:
    found = kept(filing([figure(Measure.CASH, Scope.GROUP, value="1" + "0" * 30)], []))
    (about,) = (one for one in found if isinstance(one, FiledAccounts))
    (note,) = (one for one in found if isinstance(one, AccountsNote))

    assert not any(isinstance(one, StatementLine) for one in found)
    assert about.lines_left_out == 1
    assert note.words.endswith("is more than any company has; it is not kept")


def test_pence_are_rounded_to_pounds() -> None:
    found = kept(filing([figure(Measure.CASH, Scope.GROUP, value="1234.56")], []))

    assert [one.amount for one in found if isinstance(one, StatementLine)] == [1_235]


def test_a_relief_that_is_taken_is_kept() -> None:
    claim = Claim(section="408", sentence="It takes s.408.", fragment="row=9")
    found = kept(ReadFiling(name="a", state=AccountsState.READ, claims=(claim,)))
    (relief,) = (one for one in found if isinstance(one, AccountsClaim))

    assert (relief.section, relief.sentence) == ("408", "It takes s.408.")
