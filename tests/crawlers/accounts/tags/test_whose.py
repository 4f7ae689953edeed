"""Whose a figure is that tags state: by dimension, by manner of the software."""

from decimal import Decimal

from crawlers.accounts.fact import Fact, Family
from db.records.accounts_words import Measure, Scope
from tests.crawlers.accounts.tags.selected import DAY, GROUP, RETAINED, fact, select, told


def test_a_document_that_tags_the_group_throughout_has_the_companys_without_dimension() -> None:
    selected = select(
        fact("TurnoverRevenue", "100", GROUP),
        fact("OperatingProfitLoss", "10", GROUP),
        fact("ProfitLoss", "1", GROUP),
        fact("ProfitLoss", "2"),
        fact("InterestPayableSimilarChargesFinanceCosts", "3"),
    )

    assert told(selected) == [
        (Scope.GROUP, Measure.TURNOVER, Decimal(100), 1.0),
        (Scope.GROUP, Measure.OPERATING_PROFIT, Decimal(10), 1.0),
        (Scope.COMPANY, Measure.INTEREST_PAYABLE, Decimal(3), 1.0),
        (Scope.GROUP, Measure.PROFIT_FOR_YEAR, Decimal(1), 1.0),
        (Scope.COMPANY, Measure.PROFIT_FOR_YEAR, Decimal(2), 1.0),
    ]


def test_income_beside_only_the_groups_profit_is_the_groups_and_the_balance_the_companys() -> None:
    selected = select(
        fact("ProfitLossOnOrdinaryActivitiesBeforeTax", "40"),
        fact("ProfitLoss", "30", GROUP),
        fact("ProfitLoss", "2"),
        fact("DividendsPaid", "1", RETAINED),
        fact("NetAssetsLiabilities", "7", period=DAY),
        fact("IncreaseFromDepreciationChargeForYearPropertyPlantEquipment", "5"),
        group=True,
    )

    assert told(selected) == [
        (Scope.GROUP, Measure.PROFIT_BEFORE_TAX, Decimal(40), 0.9),
        (Scope.GROUP, Measure.PROFIT_FOR_YEAR, Decimal(30), 1.0),
        (Scope.COMPANY, Measure.PROFIT_FOR_YEAR, Decimal(2), 1.0),
        (Scope.COMPANY, Measure.DIVIDENDS, Decimal(1), 0.9),
        (Scope.COMPANY, Measure.NET_ASSETS, Decimal(7), 0.9),
    ]
    (note,) = selected.notes
    assert note.words == (
        "Depreciation of 5 is tagged without saying whether it is the company's or the group's;"
        " it is not taken."
    )


def test_software_that_tags_nothing_of_the_group_tags_the_companys() -> None:
    one = fact("ProfitLossOnOrdinaryActivitiesBeforeTax", "4")

    known = select(one, software="Caseware UK (AP4) 2019.0.227", group=True)
    unknown = select(one, software="Example", group=True)

    assert told(known) == [(Scope.COMPANY, Measure.PROFIT_BEFORE_TAX, Decimal(4), 0.9)]
    assert unknown.figures == ()
    assert unknown.notes[0].measure is Measure.PROFIT_BEFORE_TAX


def test_a_document_that_says_it_is_of_a_group_is_one() -> None:
    scope = Fact(
        family=Family.FRC,
        part="business",
        name="ScopeAccounts",
        dimensions=(("ScopeAccountsDimension", "ConsolidatedGroupCompanyAccounts"),),
        value="",
        fragment="tag=1",
    )

    selected = select(scope, fact("OperatingProfitLoss", "4"))

    assert selected.figures == ()
    assert len(selected.notes) == 1


def test_a_member_that_is_neither_company_nor_group_is_nobodys() -> None:
    other = ("GroupCompanyDataDimension", "Associates")

    assert select(fact("TurnoverRevenue", "4", other)).figures == ()


def test_what_ifrs_says_without_a_dimension_is_the_groups_where_there_is_one() -> None:
    separate = ("ConsolidatedAndSeparateFinancialStatementsAxis", "SeparateMember")
    group = fact("Revenue", "9", family=Family.IFRS, part="ifrs-full")
    company = fact("Revenue", "2", separate, family=Family.IFRS, part="ifrs-full")

    assert told(select(group)) == [(Scope.COMPANY, Measure.TURNOVER, Decimal(9), 1.0)]
    assert told(select(group, company, group=True)) == [
        (Scope.GROUP, Measure.TURNOVER, Decimal(9), 1.0),
        (Scope.COMPANY, Measure.TURNOVER, Decimal(2), 1.0),
    ]
