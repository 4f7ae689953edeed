"""From a council's page to each month: whom it pays for children is who has them."""

from collections import Counter
from dataclasses import replace

import pytest

from crawlers.naming import is_an_organisation
from crawlers.rehearsal.forms.council_payments.area import payer
from crawlers.rehearsal.forms.council_payments.care import paid_for_children
from crawlers.rehearsal.forms.council_payments.publisher import LEAST, PAGE
from crawlers.rehearsal.forms.council_payments.vendors import REDACTED, vendor
from crawlers.source import Start
from crawlers.sources.council_payments import SOURCE
from db.records import CouncilPayment
from tests.crawlers.rehearsal.traps.served import SEEDS, served
from tests.crawlers.rehearsal.walked import walked

CRAWLED = replace(SOURCE, starts=(Start(host="council_payments", path=PAGE, to="page"),))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_payment_for_children_is_read_to_the_penny(seed: int) -> None:
    here = served(seed)
    council = payer(here.world)
    assert council is not None
    found = walked(CRAWLED, here)
    paid = [one for month in found for one in month.records if isinstance(one, CouncilPayment)]
    true = Counter(
        (one.paid_on, round(one.amount * 100), one.purpose, name if shown else None)
        for month in {one.paid_on.replace(day=1) for one in paid}
        for turn, one in enumerate(paid_for_children(here.world, council, month))
        if one.body is not None and abs(one.amount) > LEAST
        for name in [vendor(here.world, one.body, one.paid_on, turn).name]
        for shown in [is_an_organisation(name)]
        if name != REDACTED
    )

    assert len(found) == 24
    assert true
    assert true == Counter(
        (one.paid_on, one.amount_pence, one.purpose, one.supplier_name)
        for one in paid
        if one.service == "Children's services"
    )
    assert {(one.council, one.ons_code) for one in paid} == {(council.title, council.ons_code)}
    assert len({(one.transaction_number, one.line) for one in paid}) == len(paid)
    assert all(SOURCE.is_rehearsal(month.document) for month in found)
