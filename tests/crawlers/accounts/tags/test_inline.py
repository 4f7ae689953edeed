"""Facts of inline XBRL are read by what they mean, and what is broken says so."""

from datetime import date
from decimal import Decimal

import pytest

from crawlers.accounts.fact import Fact, Family
from crawlers.accounts.figure import Period
from crawlers.accounts.tags.reading import read_tags
from tests.crawlers.accounts.tags.documents import BUSINESS, CORE, IX_2008, IX_2013, inline

YEAR = Period(start=date(2024, 4, 1), end=date(2025, 3, 31))
TURNOVER = (
    '<ix:nonFraction name="c:TurnoverRevenue" contextRef="x1" unitRef="u1" decimals="0"'
    ' format="ixt:numcommadot">1,234</ix:nonFraction>'
)


def only(body: bytes) -> Fact:
    (fact,) = read_tags(body).facts
    return fact


@pytest.mark.parametrize("ix", [IX_2013, IX_2008])
def test_a_number_has_all_that_is_said_of_it(ix: str) -> None:
    assert only(inline(f"<p>{TURNOVER}</p>", ix=ix)) == Fact(
        family=Family.FRC,
        part="core",
        name="TurnoverRevenue",
        period=YEAR,
        unit="GBP",
        value=Decimal(1234),
        decimals=0,
        shown="1,234",
        fragment="tag=1",
    )


def test_scale_and_sign_are_the_tags_and_brackets_outside_mean_nothing() -> None:
    fact = only(
        inline(
            '(<ix:nonFraction name="c:ProfitLoss" contextRef="x1" unitRef="u1" scale="3" sign="-"'
            ' decimals="-3">12</ix:nonFraction>)'
        )
    )

    assert (fact.value, fact.decimals, fact.shown) == (Decimal(-12000), -3, "12")


def test_a_number_inside_a_number_is_two_facts() -> None:
    outer, inner = read_tags(
        inline(
            '<ix:nonFraction name="c:Equity" contextRef="x2" unitRef="u1">'
            '<ix:nonFraction name="c:NetAssetsLiabilities" contextRef="x2" unitRef="u1">7'
            "</ix:nonFraction></ix:nonFraction>"
        )
    ).facts

    assert (outer.name, outer.value, outer.fragment) == ("Equity", Decimal(7), "tag=1")
    assert (inner.name, inner.value, inner.fragment) == (
        "NetAssetsLiabilities",
        Decimal(7),
        "tag=2",
    )


@pytest.mark.parametrize(("text", "decimals"), [("INF", 99), ("-3", -3), ("many", None)])
def test_decimals_say_how_exact_a_number_is(text: str, decimals: int | None) -> None:
    fact = only(inline(TURNOVER.replace('decimals="0"', f'decimals="{text}"')))

    assert fact.decimals == decimals


def test_what_stands_in_the_header_is_hidden() -> None:
    hidden, shown = read_tags(inline(TURNOVER, hidden=TURNOVER)).facts

    assert (hidden.is_hidden, shown.is_hidden) == (True, False)


def test_nil_is_no_value_and_no_problem() -> None:
    fact = only(inline(TURNOVER.replace("decimals=", 'xsi:nil="true" decimals=')))

    assert (fact.value, fact.problem) == (None, "")


def test_a_text_is_continued_where_it_says_and_without_what_is_excluded() -> None:
    fact = only(
        inline(
            '<ix:nonNumeric name="c:NameParentEntity" contextRef="x1" continuedAt="more">The'
            " <b>parent</b><p>is <ix:exclude>Page 7</ix:exclude></p></ix:nonNumeric><p>between</p>"
            '<ix:continuation id="more" continuedAt="last">An Example</ix:continuation>'
            '<ix:continuation id="last"> Limited<!-- no --></ix:continuation>'
        )
    )

    assert (fact.value, fact.problem) == ("The parent is An Example Limited", "")


@pytest.mark.parametrize("target", ["elsewhere", "more"])
def test_a_continuation_that_is_missing_or_in_a_circle_is_a_problem(target: str) -> None:
    fact = only(
        inline(
            '<ix:nonNumeric name="c:NameParentEntity" contextRef="x1" continuedAt="more">One'
            f'</ix:nonNumeric><ix:continuation id="more" continuedAt="{target}"> two'
            "</ix:continuation>"
        )
    )

    assert fact.value == "One two"
    assert "continued at a place that is not there, or in a circle" in fact.problem


def test_a_text_has_the_words_of_each_block_apart_and_its_entities() -> None:
    fact = only(
        inline(
            '<ix:nonNumeric name="b:EntityAddress" contextRef="x1" escape="true"><div>1&nbsp;Road'
            "</div><div>Town<br/>County &made-up;</div></ix:nonNumeric>"
        )
    )

    assert fact.value == "1 Road Town County &made-up;"


@pytest.mark.parametrize(
    ("form", "shown", "value"),
    [
        ("ixt:datedaymonthyearen", "31 March 2025", "2025-03-31"),
        ("ixt:nocontent", "x", ""),
        ("ixt:fixed-true", "", "true"),
    ],
)
def test_a_text_is_what_its_format_makes_of_it(form: str, shown: str, value: str) -> None:
    fact = only(
        inline(
            f'<ix:nonNumeric name="b:BalanceSheetDate" contextRef="x2" format="{form}">{shown}'
            "</ix:nonNumeric>"
        )
    )

    assert (fact.value, fact.shown, fact.unit) == (value, shown, None)


def test_a_nil_text_is_no_value() -> None:
    fact = only(inline('<ix:nonNumeric name="b:X" contextRef="x2" xsi:nil="1">x</ix:nonNumeric>'))

    assert fact.value is None


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        (TURNOVER.replace("ixt:numcommadot", "ixt:numblah"), "format 'numblah' is not known"),
        (TURNOVER.replace("1,234", "n/a"), "'n/a' is no number of format numcommadot"),
        (TURNOVER.replace("decimals=", 'sign="minus" decimals='), "neither plus nor minus"),
        (
            """<ix:nonNumeric name="b:BalanceSheetDate" contextRef="x2"
             format="ixt:datedaymonthyear">today</ix:nonNumeric>""",
            "'today' is no date",
        ),
    ],
)
def test_what_its_format_does_not_allow_has_no_value(broken: str, problem: str) -> None:
    found = read_tags(inline(broken))
    (fact,) = found.facts

    assert fact.value is None
    assert problem in fact.problem
    assert found.problems == (f"tag=1 ({fact.name}): {fact.problem}",)


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        (TURNOVER.replace('"x1"', '"x9"'), "its context is not in the document"),
        (TURNOVER.replace('"u1"', '"u9"'), "its unit 'u9' is not in the document"),
    ],
)
def test_a_number_of_nobody_knows_what_has_a_problem(broken: str, problem: str) -> None:
    fact = only(inline(broken))

    assert (fact.value, fact.problem) == (Decimal(1234), problem)


def test_a_fraction_is_its_quotient() -> None:
    fact = only(
        inline(
            '<ix:fraction name="c:ParValueShare" contextRef="x2" unitRef="u1"><ix:numerator>1'
            '</ix:numerator> / <ix:denominator format="ixt:numcommadot">8</ix:denominator>'
            "</ix:fraction>"
        )
    )

    assert (fact.value, fact.shown) == (Decimal("0.125"), "1 / 8")


@pytest.mark.parametrize(
    ("inside", "problem"),
    [
        ("<ix:numerator>1</ix:numerator>", "a fraction without its denominator"),
        (
            "<ix:numerator>one</ix:numerator><ix:denominator>8</ix:denominator>",
            "'one' is no number",
        ),
        (
            "<ix:numerator>1</ix:numerator><ix:denominator>0</ix:denominator>",
            "a fraction over nothing",
        ),
    ],
)
def test_a_fraction_without_its_halves_has_no_value(inside: str, problem: str) -> None:
    start = '<ix:fraction name="c:ParValueShare" contextRef="x2" unitRef="u1"'

    fact = only(inline(f"{start}>{inside}</ix:fraction>"))
    nil = only(inline(f'{start} xsi:nil="true">{inside}</ix:fraction>'))

    assert (fact.value, fact.problem) == (None, problem)
    assert (nil.value, nil.problem) == (None, "")


def test_facts_in_a_tuple_are_facts() -> None:
    page = f'<ix:tuple tupleID="t" name="c:Any">{TURNOVER}</ix:tuple>'

    assert only(inline(page)).value == Decimal(1234)


def test_the_case_of_elements_and_attributes_does_not_matter() -> None:
    page = (
        TURNOVER.replace("nonFraction", "nonfraction")
        .replace("contextRef", "contextref")
        .replace("unitRef", "UNITREF")
        .replace("decimals=", 'SCALE="3" decimals=')
    )

    assert only(inline(page)).value == Decimal(1234000)


def test_a_prefix_means_what_it_is_bound_to_where_it_stands() -> None:
    other = TURNOVER.replace("<ix:nonFraction", f'<ix:nonFraction xmlns:c="{BUSINESS}"')
    same = TURNOVER.replace("<ix:nonFraction", f'<ix:nonFraction xmlns:c = "{CORE}"')

    facts = read_tags(inline(TURNOVER + other + same + TURNOVER)).facts

    assert [fact.part for fact in facts] == ["core", "business", "core", "core"]


def test_a_prefix_that_is_bound_again_to_the_same_means_the_same() -> None:
    same = TURNOVER.replace("<ix:nonFraction", f"<ix:nonFraction xmlns:c='{CORE}'")

    facts = read_tags(inline(TURNOVER + same)).facts

    assert [fact.part for fact in facts] == ["core", "core"]


def test_a_prefix_that_begins_like_another_is_another() -> None:
    other = TURNOVER.replace("<ix:nonFraction", f'<ix:nonFraction xmlns:c2="{BUSINESS}"')

    facts = read_tags(inline(TURNOVER + other.replace("c:Turn", "c2:Turn"))).facts

    assert [fact.part for fact in facts] == ["core", "business"]


def test_a_prefix_that_is_bound_nowhere_means_nothing() -> None:
    fact = only(inline(TURNOVER.replace("c:Turn", "who:Turn")))

    assert (fact.family, fact.part, fact.name) == (Family.OTHER, "", "TurnoverRevenue")


def test_marks_without_any_namespace_are_read_by_custom() -> None:
    body = inline(TURNOVER)
    for prefix in (b"ix", b"xbrli", b"link", b"xbrldi"):
        body = body.replace(b"xmlns:" + prefix + b"=", b"data-" + prefix + b"=")

    found = read_tags(body)

    assert [fact.value for fact in found.facts] == [Decimal(1234)]
    assert found.facts[0].period == YEAR
    assert "prefixes that it binds to nothing" in found.problems[0]
