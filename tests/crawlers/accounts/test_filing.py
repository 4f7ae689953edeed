"""A filed document read whole: every form by the same way, and nothing raised."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import pytest

from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.filing import read_filing
from crawlers.accounts.read_filing import ReadFiling
from crawlers.accounts.scans.recogniser import Picture, Recognised
from db.records.accounts_words import AccountsState, Gap, HowRead, Measure, Scope
from tests.crawlers.accounts.group_accounts import group_accounts
from tests.crawlers.accounts.made import INLINE, PLAIN
from tests.crawlers.accounts.packed import packed
from tests.crawlers.accounts.pictures import LOCKED, PICTURE
from tests.crawlers.accounts.recognisers import Reader

NAME = "Prod223_1234_09000001_20240331.html"


class Blind:
    """A recogniser that finds no letter."""

    def __call__(self, pictures: Iterable[Picture], /) -> Iterator[Recognised]:
        yield from (Recognised(page=one.page) for one in pictures)


def read(body: bytes, name: str = NAME) -> ReadFiling:
    return read_filing(body, name=name, recognise=None)


def chosen(filing: ReadFiling) -> dict[tuple[Scope, Measure], Decimal]:
    return {(one.scope, one.measure): one.value for one in filing.figures}


def test_a_group_is_read_apart_from_its_company() -> None:
    found = read(group_accounts())

    assert found.state is AccountsState.READ
    assert found.about.is_consolidated
    assert chosen(found)[Scope.GROUP, Measure.NET_ASSETS] == -2_000_000
    assert chosen(found)[Scope.COMPANY, Measure.NET_ASSETS] == 250_000
    assert [scope for scope, _ in found.earnings] == [Scope.COMPANY, Scope.GROUP]


def test_tags_alone_are_read_as_well() -> None:
    found = read(PLAIN, "a.xml")

    assert chosen(found) == {(Scope.COMPANY, Measure.EQUITY): Decimal(450)}
    assert found.filed_for is None


def test_a_package_is_cited_by_its_members_and_the_parent_s_accounts_come_last() -> None:
    package = packed(
        {
            "AUDITEXEMPT-99000001/parent-accounts/a.xhtml": group_accounts(),
            "AUDITEXEMPT-99000001/subsidiary-accounts/b.xhtml": INLINE,
        }
    )
    own, parents = read(package, "filed.zip").sets

    assert (own.about.entity_number, own.is_a_parents, own.member) == ("99000001", False, 2)
    assert (parents.about.entity_number, parents.is_a_parents) == ("09000001", True)
    assert {one.fragment for one in own.figures} == {"member=2&tag=1", "member=2&tag=2"}
    assert all(one.fragment.startswith("member=1&") for one in parents.said)
    assert own.tagged is not None
    assert own.tagged.by_name["TurnoverRevenue"][0].fragment == "member=2&tag=1"


def test_a_parent_s_accounts_beside_a_subsidiary_s_are_no_mistake() -> None:
    package = packed(
        {
            "AUDITEXEMPT-99000001/parent-accounts/a.xhtml": group_accounts(),
            "AUDITEXEMPT-99000001/subsidiary-accounts/b.xhtml": INLINE,
        }
    )
    notes = [note.words for one in read(package, "filed.zip").sets for note in one.notes]

    assert not any("was filed for" in words for words in notes)


@pytest.mark.parametrize(
    ("body", "state"),
    [
        (b"", AccountsState.EMPTY),
        (b"\x00\x01" * 50, AccountsState.NOT_ACCOUNTS),
        (LOCKED, AccountsState.LOCKED),
        (PICTURE[:150], AccountsState.DAMAGED),
        (PICTURE, AccountsState.NO_RECOGNISER),
        (INLINE[:-20], AccountsState.PARTLY_READ),
        (packed({"a.txt": b"no accounts"}), AccountsState.NOT_ACCOUNTS),
    ],
)
def test_what_cannot_be_read_has_a_state_and_says_what_to_do(
    body: bytes, state: AccountsState
) -> None:
    found = read(body)

    assert found.state is state
    assert found.state_why
    assert found.filed_for == "09000001"


def test_a_picture_nobody_tried_to_recognise_is_told_from_one_nobody_can() -> None:
    later = AccountsState.NOT_YET_RECOGNISED
    found = read_filing(PICTURE, name=NAME, recognise=None, unrecognised=later)

    assert (found.state, found.pages) == (later, 2)
    assert not found.is_read


def test_a_picture_without_a_letter_is_not_recognised() -> None:
    found = read_filing(PICTURE, name=NAME, recognise=Blind())

    assert found.state is AccountsState.NOT_RECOGNISED


def test_a_picture_with_print_and_no_statement_is_not_recognised() -> None:
    found = read_filing(PICTURE, name=NAME, recognise=Reader("Chairman's letter"))

    assert found.state is AccountsState.NOT_RECOGNISED
    assert found.state_why


def test_the_statements_of_a_picture_are_read() -> None:
    reader = Reader(
        "Example Care Limited",
        "Balance sheet as at 31 March 2024",
        "|2024|2023",
        "|£|£",
        "Current assets|9,000|8,000",
        "Creditors: amounts falling due within one year|(2,000)|(3,000)",
        "Net current assets|7,000|5,000",
        "Total assets less current liabilities|7,000|5,000",
        "Net assets|7,000|5,000",
    )
    found = read_filing(PICTURE, name=NAME, recognise=reader)
    (line,) = (one for one in found.figures if one.measure is Measure.NET_ASSETS)

    assert found.state is AccountsState.READ
    assert (line.value, line.read, line.scope) == (7_000, HowRead.SCANNED, Scope.COMPANY)
    assert found.about.entity_number == "09000001"


@pytest.mark.parametrize(
    ("number", "whose"), [("09000007", "09000001"), ("9000001 2", "09000001"), ("07000007", None)]
)
def test_a_recognised_number_that_is_a_letter_from_the_one_it_was_filed_for_is_that_one(
    number: str, whose: str | None
) -> None:
    reader = Reader(
        f"Registered number: {number}",
        "Balance sheet as at 31 March 2024",
        "|2024|2023",
        "|£|£",
        "Net assets|7,000|5,000",
    )
    found = read_filing(PICTURE, name=NAME, recognise=reader)

    assert found.about.entity_number == (whose or number)
    assert bool(found.figures)
    assert any("was filed for" in note.words for note in found.notes) is (whose is None)


def test_the_comparative_period_of_a_picture_is_that_of_its_columns() -> None:
    reader = Reader(
        "Financial statements for the period 28 June 2015 to 2 July 2016",
        "Profit and loss account",
        "|Period 28.6.15 to 2.7.16|Period 30.3.14 to 27.6.15",
        "|£|£",
        "Turnover|9,000|8,000",
        "Operating profit|900|800",
    )
    found = read_filing(PICTURE, name=NAME, recognise=reader)
    fifteen_months = Period(start=date(2014, 3, 30), end=date(2015, 6, 27))

    assert found.about.previous == found.chosen.previous == fifteen_months
    assert [one.value for one in found.comparatives] == [8_000, 800]


def test_a_picture_of_statements_in_dollars_is_read_and_gives_no_pounds() -> None:
    reader = Reader(
        "Balance sheet as at 31 March 2024",
        "|2024|2023",
        "|$|$",
        "Current assets|$9,000|$8,000",
        "Net assets|$7,000|$5,000",
    )
    found = read_filing(PICTURE, name=NAME, recognise=reader)

    assert (found.state, found.figures) == (AccountsState.READ, ())
    assert Gap.FOREIGN in {one.gap for one in found.missing}
    assert any("printed in USD" in note.words for note in found.notes)


def test_mark_up_of_which_no_element_is_left_is_damaged() -> None:
    found = read(b"<html xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'")

    assert found.state is AccountsState.DAMAGED


def test_keyed_figures_are_chosen_from_like_what_was_read() -> None:
    keyed = Figure(
        scope=Scope.COMPANY,
        measure=Measure.NET_ASSETS,
        period=Period(end=date(2024, 3, 31)),
        value=Decimal(7),
        read=HowRead.KEYED,
        confidence=0.99,
        fragment="page=2",
        shown="7",
    )
    found = read_filing(PICTURE, name=NAME, recognise=None, keyed=[keyed])

    assert chosen(found) == {(Scope.COMPANY, Measure.NET_ASSETS): Decimal(7)}
    assert found.state is AccountsState.NO_RECOGNISER


@pytest.mark.parametrize("cut", [0, 1, 400, 900, 1_200, 1_400])
def test_a_document_cut_anywhere_raises_nothing(cut: int) -> None:
    found = read(INLINE[:cut])

    assert found.state is not AccountsState.READ
