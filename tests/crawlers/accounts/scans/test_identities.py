"""Sums that hold on the face of accounts."""

from decimal import Decimal

from crawlers.accounts.scans.identities import IDENTITIES, Identity
from db.records.accounts_words import Measure

NET_ASSETS = Identity(
    total=Measure.NET_ASSETS,
    plus=(Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,),
    maybe=(Measure.CREDITORS_AFTER_ONE_YEAR, Measure.PROVISIONS),
)


def test_debts_are_taken_off_and_a_line_that_is_not_printed_counts_nothing() -> None:
    values = {
        Measure.NET_ASSETS: Decimal(1911),
        Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES: Decimal(5646),
        Measure.PROVISIONS: Decimal(3735),
    }

    assert NET_ASSETS.difference(values) == 0
    assert NET_ASSETS.difference({**values, Measure.PROVISIONS: Decimal(3000)}) == -735


def test_income_is_added_and_a_charge_taken_off() -> None:
    before_tax = Identity(
        total=Measure.PROFIT_BEFORE_TAX,
        plus=(Measure.OPERATING_PROFIT,),
        maybe=(Measure.INTEREST_RECEIVABLE, Measure.INTEREST_PAYABLE, Measure.EXCEPTIONAL_ITEMS),
    )

    assert (
        before_tax.difference(
            {
                Measure.PROFIT_BEFORE_TAX: Decimal(3661),
                Measure.OPERATING_PROFIT: Decimal(6600),
                Measure.INTEREST_RECEIVABLE: Decimal(1),
                Measure.INTEREST_PAYABLE: Decimal(2438),
                Measure.EXCEPTIONAL_ITEMS: Decimal(502),
            }
        )
        == 0
    )


def test_every_sum_needs_its_total_and_names_no_line_twice() -> None:
    for identity in IDENTITIES:
        named = (*identity.needed, *identity.maybe)
        assert identity.total in identity.needed
        assert len(set(named)) == len(named)
        assert len({one.is_of_a_day for one in named}) == 1
