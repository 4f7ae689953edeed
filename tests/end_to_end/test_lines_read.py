"""The comparison of accounts with their books tells whatever is wrong, missed or made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from crawlers.accounts.filed_records import Cited, records
from crawlers.accounts.filing import read_filing
from crawlers.rehearsal.forms.accounts.document import XHTML, document_body
from crawlers.rehearsal.world.books import Accounts, Vendor
from db.records import FiledAccounts, Measure, Record, Scope, StatementLine
from db.snapshot import Snapshot
from tests.crawlers.rehearsal.accounts_world import (
    CHARITY,
    FULL_FILING,
    GROUP_FILING,
    MICRO,
    PARTNERSHIP,
    SMALL_FILING,
    of,
    world,
)
from tests.end_to_end.lines_read import Tally, lines_beside_the_books, table

DAY = date(2026, 9, 1)
MICRO_FILING = of(MICRO, SMALL_FILING, kind="micro-entity", withheld=None)
FILINGS = {
    "group": GROUP_FILING,
    "full": FULL_FILING,
    "filleted": SMALL_FILING,
    "micro": MICRO_FILING,
    "charity": of(CHARITY, FULL_FILING),
    "partnership": of(PARTNERSHIP, FULL_FILING),
}
Change = Callable[[StatementLine], StatementLine | None]


def read(filing: Accounts) -> list[Record]:
    """What is kept of a filing as it is served."""
    done = read_filing(document_body(world(filing), filing, XHTML), name="a", recognise=None)
    cited = Cited(document_id=filing.document_id, public_on=DAY, cite=f"sha256:{'0' * 64}#".__add__)
    return list(records(done, cited))


def holding(*held: Record) -> Snapshot:
    shelf: dict[type[Record], tuple[Record, ...]] = {
        kind: tuple(one for one in held if isinstance(one, kind))
        for kind in (FiledAccounts, StatementLine)
    }
    return Snapshot(as_of=DAY, known_at=datetime(2026, 9, 1, tzinfo=UTC), shelf=shelf)


def compared(filing: Accounts, change: Change = lambda line: line, left_out: int = 0) -> Tally:
    """What is told of one filing, each of whose lines was changed, or dropped, after reading."""
    held: list[Record] = []
    for one in read(filing):
        if isinstance(one, FiledAccounts):
            held.append(one.model_copy(update={"lines_left_out": one.lines_left_out + left_out}))
        elif isinstance(one, StatementLine) and (line := change(one)) is not None:
            held.append(line)
    (tally,) = lines_beside_the_books(holding(*held), world(filing), [filing]).values()
    return tally


def changed(of_line: Measure, /, **to: object) -> Change:
    """Change one line of the company's year."""

    def change(line: StatementLine) -> StatementLine | None:
        is_it = (line.scope, line.measure) == (Scope.COMPANY, of_line) and not line.is_comparative
        return line.model_copy(update=to) if is_it else line

    return change


def without(measure: Measure, *, is_comparative: bool = False) -> Change:
    return lambda line: (
        None if (line.measure, line.is_comparative) == (measure, is_comparative) else line
    )


@pytest.mark.parametrize("vendor", Vendor)
@pytest.mark.parametrize("filing", FILINGS.values(), ids=FILINGS)
def test_every_line_of_a_filing_is_held_as_in_the_books(filing: Accounts, vendor: Vendor) -> None:
    tally = compared(replace(filing, vendor=vendor))

    assert tally.amiss == []
    assert (tally.wrong, tally.missed) == (0, 0)
    assert tally.compared > 10


def test_another_amount_is_wrong() -> None:
    tally = compared(MICRO_FILING, changed(Measure.NET_ASSETS, amount=1))

    assert (tally.wrong, tally.missed) == (1, 0)
    assert ": 1, not Amount(pounds=" in tally.amiss[0]


def test_the_right_amount_of_another_period_is_wrong() -> None:
    tally = compared(MICRO_FILING, changed(Measure.NET_ASSETS, period_end=date(2020, 1, 1)))

    assert (tally.wrong, tally.missed) == (1, 0)


def test_a_line_that_no_page_shows_is_wrong() -> None:
    tally = compared(MICRO_FILING, changed(Measure.NET_ASSETS, measure=Measure.IMPAIRMENT))

    assert (tally.wrong, tally.missed) == (1, 1)


def test_a_line_of_the_year_that_is_not_held_is_missed_whatever_is_left_out() -> None:
    tally = compared(MICRO_FILING, without(Measure.NET_ASSETS), left_out=1)

    assert (tally.wrong, tally.missed, tally.left_out) == (0, 1, 0)


def test_a_line_of_the_year_before_may_be_left_out_where_the_filing_says_so() -> None:
    before = without(Measure.NET_ASSETS, is_comparative=True)
    said, unsaid = compared(MICRO_FILING, before, left_out=1), compared(MICRO_FILING, before)

    assert (said.missed, said.left_out) == (0, 1)
    assert (unsaid.missed, unsaid.left_out) == (1, 0)


def test_lines_of_a_document_that_nobody_asked_for_are_wrong() -> None:
    held = holding(*read(MICRO_FILING))
    ((form, tally),) = lines_beside_the_books(held, world(), []).items()

    assert form[0] == "of no filing that was asked for"
    assert tally.wrong == len(held.every(StatementLine))
    assert tally.amiss == [MICRO_FILING.document_id]


def test_the_table_has_a_row_for_each_form_and_one_for_all() -> None:
    rows = [*table({("full", "IRIS"): Tally(documents=2, compared=1_200), ("micro", "x"): Tally()})]

    assert [row.split() for row in rows[1:]] == [
        ["full,", "IRIS", "2", "1,200", "0", "0", "0"],
        ["micro,", "x", "0", "0", "0", "0", "0"],
        ["all", "2", "1,200", "0", "0", "0"],
    ]
