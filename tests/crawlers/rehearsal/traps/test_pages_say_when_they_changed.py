"""A page of links says when anything on it last changed, so that whoever holds it need not ask."""

from datetime import date, timedelta
from email.utils import parsedate_to_datetime

import pytest

from crawlers.rehearsal.forms.council_payments import publisher as council_payments
from crawlers.rehearsal.forms.cqc import publisher as cqc
from crawlers.rehearsal.forms.dfe_statistics import publisher as dfe_statistics
from crawlers.rehearsal.forms.mhclg import publisher as mhclg
from tests.crawlers.rehearsal.traps.served import ADDRESSES, SEEDS, served

FIRST = date(2026, 9, 1)
PAGES = [
    ("cqc", cqc.PAGE, 40),
    ("dfe_statistics", dfe_statistics.PUBLICATION, 90),
    ("mhclg", mhclg.COLLECTION, 120),
    ("council_payments", council_payments.PAGE, 40),
    ("companies_house_bulk", "/en_output.html", 6),
    ("companies_house_bulk", "/en_accountsdata.html", 6),
]


@pytest.mark.parametrize(("publisher", "path", "days"), PAGES, ids=str)
def test_a_pages_day_moves_when_the_page_does_and_only_then(
    publisher: str, path: str, days: int
) -> None:
    held: tuple[bytes, str] | None = None
    stayed = 0
    for after in range(days):
        day = FIRST + timedelta(after)
        told = served(SEEDS[0]).on(day).ask(f"{ADDRESSES[publisher]}{path}")
        assert isinstance(told.body, bytes)
        modified = told.headers["Last-Modified"]
        assert parsedate_to_datetime(modified).date() <= day
        if held is not None and told.body != held[0]:
            assert parsedate_to_datetime(modified).date() == day
        elif held is not None:
            assert modified == held[1]
            stayed += 1
        held = told.body, modified

    assert stayed
