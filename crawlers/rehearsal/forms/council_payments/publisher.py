"""The council's front desk: the page of months, and a file for each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from crawlers.rehearsal.forms.council_payments.area import payer
from crawlers.rehearsal.forms.council_payments.care import Paid, paid_for_children
from crawlers.rehearsal.forms.council_payments.others import paid_for_others, trades
from crawlers.rehearsal.forms.council_payments.vendors import REDACTED, vendor
from crawlers.rehearsal.forms.delimited import CSV, Field, delimited
from crawlers.rehearsal.forms.link_pages import Link, changed_on, links_page, not_found
from crawlers.rehearsal.publishing import Answer, Asked, Setup, modified
from crawlers.rehearsal.world.settings import Council

PAGE = "/council/budgets-and-spending/spending-over-500"
"""Where the months are linked."""

COLUMNS = (
    "Body name",
    "Body",
    "Service area categorisation",
    "Responsible unit",
    "Expenses type",
    "Date",
    "Transaction number",
    "Amount",
    "Supplier name",
    "Narrative",
)
"""The columns of the local government guidance, as a county council heads them."""

INVENTED = "Rehearsal: an invented payment"
"""What every row says in the free text, which councils fill as they like."""

MONTHS = 24
"""Older months are taken off the page, and away."""

OUT_ON = 25
"""The day of the next month on which a month comes out."""

LEAST = 500
"""Payments above this many pounds are published, and credits as large."""

_FILE = re.compile(
    r"/documents/rehearsal-spending-over-500-(?P<month>\d{4}-(?:0[1-9]|1[0-2]))\.csv"
)


@dataclass(frozen=True)
class CouncilPayments:
    """One council's payments, as far as they are out by one day."""

    setup: Setup

    @property
    def key(self) -> str:
        """How the site names it."""
        return "council_payments"

    def answer(self, asked: Asked, /) -> Answer:
        """The page, a month, or that there is none."""
        council = payer(self.setup.world)
        if council is None:
            return not_found()
        if asked.path == PAGE:
            return changed_on(self._changed_on, self._page(council))
        found = _FILE.fullmatch(asked.path)
        month = date.fromisoformat(f"{found['month']}-01") if found else None
        if month is None or month not in self._months:
            return not_found()
        return Answer(
            media_type=CSV,
            body=delimited([COLUMNS, *self._rows(council, month)], encoding="cp1252"),
            headers=modified((month + timedelta(days=31)).replace(day=OUT_ON)),
        )

    @cached_property
    def _months(self) -> Sequence[date]:
        """The months that are out, newest first."""
        world, today = self.setup.world, self.setup.today
        newest = _before(today.replace(day=1))
        if today.day < OUT_ON:
            newest = _before(newest)
        months = [newest]
        while len(months) < MONTHS:
            months.append(_before(months[-1]))
        return [month for month in months if month >= world.first_day]

    @property
    def _changed_on(self) -> date:
        """The 25th that is past: on each of them a month comes, and another goes."""
        today = self.setup.today
        month = today if today.day >= OUT_ON else _before(today.replace(day=1))
        return month.replace(day=OUT_ON)

    def _page(self, council: Council) -> Answer:
        address = self.setup.addresses[self.key]
        return links_page(
            f"{council.title}: spending over £500",
            (
                Link(
                    address=f"{address}/documents/rehearsal-spending-over-500-{month:%Y-%m}.csv",
                    text=f"{month:%B %Y}",
                    note="CSV",
                )
                for month in self._months
            ),
        )

    def _rows(self, council: Council, month: date) -> Iterator[Sequence[Field]]:
        paid = sorted(self._paid(council, month), key=lambda one: (one[1].paid_on, one[0]))
        for place, (name, one) in enumerate(paid, start=1):
            yield (
                council.title,
                council.ons_code,
                one.service,
                one.unit,
                one.purpose,
                f"{one.paid_on:%d/%m/%Y}",
                f"{month:%y%m}{place:05}",
                f"{one.amount:.2f}",
                name,
                INVENTED,
            )

    def _paid(self, council: Council, month: date) -> Iterator[tuple[str, Paid]]:
        """Yield each payment that is large enough, with its supplier as published."""
        world = self.setup.world
        known = [*paid_for_children(world, council, month), *paid_for_others(world, council, month)]
        for turn, one in enumerate(known):
            if abs(one.amount) > LEAST:
                name = vendor(world, one.body, one.paid_on, turn).name if one.body else REDACTED
                yield name, one
        yield from trades(world, month)


def _before(month: date) -> date:
    """The first of the month before."""
    return (month - timedelta(days=1)).replace(day=1)
