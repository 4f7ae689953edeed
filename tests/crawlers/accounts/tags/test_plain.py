"""Facts of a plain instance are its elements with a context."""

from datetime import date
from decimal import Decimal

import pytest

from crawlers.accounts.fact import Fact, Family
from crawlers.accounts.figure import Period
from crawlers.accounts.tags.reading import read_tags
from tests.crawlers.accounts.tags.documents import plain

DEBTORS = '<pt:Debtors contextRef="y2" unitRef="u1" decimals="0">25853</pt:Debtors>'


def test_a_fact_has_all_that_is_said_of_it() -> None:
    (fact,) = read_tags(plain(DEBTORS)).facts

    assert fact == Fact(
        family=Family.PT_2004,
        part="pt",
        name="Debtors",
        period=Period(end=date(2012, 3, 31)),
        unit="GBP",
        value=Decimal(25853),
        decimals=0,
        shown="25853",
        fragment="tag=1",
    )


def test_facts_in_tuples_are_facts_and_texts_have_no_unit() -> None:
    found = read_tags(
        plain(
            '<ae:Note><ae:Title contextRef="y1">Related\n parties</ae:Title></ae:Note>'
            '<pt:CurrentAssets contextRef="y2" unitRef="u1" precision="INF">-7</pt:CurrentAssets>'
        )
    )

    assert [(fact.part, fact.value, fact.unit, fact.decimals) for fact in found.facts] == [
        ("ae", "Related parties", None, None),
        ("pt", Decimal(-7), "GBP", 99),
    ]
    assert (found.entity, found.entry_points) == (None, ("uk-gaap-ae-2009-06-21.xsd",))


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        (DEBTORS.replace("25853", "a lot"), "'a lot' is no number"),
        (DEBTORS.replace("decimals=", 'sign="-" decimals='), "attributes of inline XBRL"),
        (
            DEBTORS.replace("25853", "<numerator>1</numerator><denominator>0</denominator>"),
            "a fraction over nothing",
        ),
        (DEBTORS.replace("25853", "<numerator>1</numerator>"), None),
    ],
)
def test_what_is_broken_says_so(broken: str, problem: str | None) -> None:
    (fact,) = read_tags(plain(broken)).facts

    assert fact.value == (None if problem else Decimal(1))
    assert (problem or "") in fact.problem


def test_nil_fractions_and_lost_units() -> None:
    nil, fraction, lost = read_tags(
        plain(
            '<pt:Debtors contextRef="y2" unitRef="u1" xsi:nil="true"/>'
            '<pt:Part contextRef="y2" unitRef="u1"><numerator>1</numerator>'
            "<denominator>4</denominator></pt:Part>"
            '<pt:Debtors contextRef="y2" unitRef="gone">5</pt:Debtors>'
        )
    ).facts

    assert (nil.value, nil.problem) == (None, "")
    assert fraction.value == Decimal("0.25")
    assert (lost.value, lost.problem) == (Decimal(5), "its unit 'gone' is not in the document")
