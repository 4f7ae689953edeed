"""Sums as accounts write them."""

import pytest

from crawlers.accounts.wording.money import amount_gbp


@pytest.mark.parametrize(
    ("sentence", "pounds"),
    [
        ("Rent of £12,000 was paid.", 12_000),
        ("Rent of £12,000 (2019: £11,000) was paid.", 12_000),
        ("Rent of £12,000 [2019 - £11,000] was paid.", 12_000),
        ("Fees of £1.3 million were charged.", 1_300_000),
        ("Fees of £2.5m were charged.", 2_500_000),
        ("Fees of £250k were charged.", 250_000),
        ("Fees of £250'000 were charged.", 250_000),
        ("Fees of £1bn were charged.", 1_000_000_000),
        ("Fees of £nil (2019: £400) were charged.", 0),
        ("Rent of £12,000 and fees of £300 were paid.", None),
        ("Rent was paid.", None),
    ],
)
def test_the_one_sum_of_the_year_is_read(sentence: str, pounds: int | None) -> None:
    assert amount_gbp(sentence) == pounds
