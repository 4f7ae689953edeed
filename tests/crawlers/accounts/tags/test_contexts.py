"""A context is its content: period, dimensions and unit, whatever it is called."""

from datetime import date

import pytest

from crawlers.accounts.fact import Fact
from crawlers.accounts.figure import Period
from crawlers.accounts.tags.reading import read_tags
from tests.crawlers.accounts.tags.documents import inline

FACT = '<ix:nonFraction name="c:Equity" contextRef="mine" unitRef="{}">1</ix:nonFraction>'


def fact(inside: str, *, unit: str = "u1", further: str = "") -> Fact:
    context = f'<xbrli:context id="mine">{inside}</xbrli:context>'
    return read_tags(inline(FACT.format(unit), resources=context + further)).facts[0]


def period(inside: str) -> Fact:
    return fact(f"<xbrli:period>{inside}</xbrli:period>")


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<xbrli:instant> 2025-03-31 </xbrli:instant>", Period(end=date(2025, 3, 31))),
        ("<xbrli:instant>2025-04-01T00:00:00</xbrli:instant>", Period(end=date(2025, 3, 31))),
        ("<xbrli:instant>2025-03-31Z</xbrli:instant>", Period(end=date(2025, 3, 31))),
        (
            """<xbrli:startDate>2024-04-01T00:00:00</xbrli:startDate>
            <xbrli:endDate>2025-04-01T00:00:00</xbrli:endDate>""",
            Period(start=date(2024, 4, 1), end=date(2025, 3, 31)),
        ),
        ("<xbrli:forever/>", None),
        ('<!-- year --><instant xmlns="">2025-03-31</instant>', Period(end=date(2025, 3, 31))),
    ],
)
def test_a_period_is_its_days(inside: str, expected: Period | None) -> None:
    found = period(inside)

    assert (found.period, found.problem) == (expected, "")


@pytest.mark.parametrize(
    "inside",
    [
        "<xbrli:instant>31 March 2025</xbrli:instant>",
        "<xbrli:instant></xbrli:instant>",
        "<xbrli:endDate>2025-03-31</xbrli:endDate>",
        "<xbrli:startDate>2025-04-01</xbrli:startDate><xbrli:endDate>2024-03-31</xbrli:endDate>",
    ],
)
def test_a_period_that_is_none_is_a_problem(inside: str) -> None:
    found = period(inside)

    assert found.period is None
    assert found.problem.startswith("its period is broken")


def test_dimensions_are_explicit_or_typed_in_segment_or_scenario() -> None:
    found = fact(
        '<xbrli:entity><xbrli:segment><xbrldi:explicitMember dimension="b:GroupCompanyData'
        'Dimension">b:Consolidated</xbrldi:explicitMember></xbrli:segment></xbrli:entity>'
        "<xbrli:period><xbrli:instant>2025-03-31</xbrli:instant></xbrli:period><xbrli:scenario>"
        '<xbrldi:typedMember dimension="c:AnalysisDimension"><c:Item>third: a</c:Item>'
        "</xbrldi:typedMember></xbrli:scenario>"
    )

    assert found.dimensions == (
        ("AnalysisDimension", "third: a"),
        ("GroupCompanyDataDimension", "Consolidated"),
    )


def test_an_id_that_is_given_twice_to_different_things_is_a_problem() -> None:
    day = "<xbrli:period><xbrli:instant>2025-03-{}</xbrli:instant></xbrli:period>"
    again = '<xbrli:context id="mine">{}</xbrli:context>'

    differing = fact(day.format(31), further=again.format(day.format(30)))
    same = fact(day.format(31), further=again.format(day.format(31)))

    assert (differing.period, differing.problem) == (
        None,
        "its context is defined twice, differently",
    )
    assert (same.period, same.problem) == (Period(end=date(2025, 3, 31)), "")


@pytest.mark.parametrize(
    ("inside", "unit"),
    [
        ("<xbrli:measure>ISO4217:GBP</xbrli:measure>", "GBP"),
        ("<xbrli:measure>\n xbrli:pure </xbrli:measure>", "pure"),
        (
            """<xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:GBP</xbrli:measure>
            </xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares
            </xbrli:measure></xbrli:unitDenominator></xbrli:divide>""",
            "GBP/shares",
        ),
        ("", None),
    ],
)
def test_a_unit_is_what_it_measures(inside: str, unit: str | None) -> None:
    further = f'<xbrli:unit id="own">{inside}</xbrli:unit>'

    assert fact("", unit="own", further=further).unit == unit


def test_a_unit_that_is_defined_twice_differently_is_none() -> None:
    pounds, dollars = (
        f'<xbrli:unit id="own"><xbrli:measure>iso4217:{name}</xbrli:measure></xbrli:unit>'
        for name in ("GBP", "USD")
    )
    differing, same = (
        fact("<xbrli:period><xbrli:forever/></xbrli:period>", unit="own", further=further)
        for further in (dollars + pounds, pounds + pounds)
    )

    assert (differing.unit, differing.problem) == (
        None,
        "its unit 'own' is defined twice, differently",
    )
    assert (same.unit, same.problem) == ("GBP", "")
