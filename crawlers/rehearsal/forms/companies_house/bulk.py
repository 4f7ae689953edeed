"""The publisher of bulk products: company data, control snapshot, accounts, and their pages.

A product is written when it is first asked for, and kept in the setup's folder.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from functools import cached_property, partial
from pathlib import Path

from crawlers.rehearsal.forms.companies_house import (
    company_data,
    control_snapshot,
    daily_accounts,
    monthly_accounts,
)
from crawlers.rehearsal.forms.companies_house.filed_documents import XHTML, DocumentBody
from crawlers.rehearsal.forms.companies_house.fixed_zip import Member, write_zip
from crawlers.rehearsal.forms.companies_house.index_pages import (
    Listing,
    Offered,
    page,
    updated_on,
)
from crawlers.rehearsal.publishing import Answer, Asked, Setup
from crawlers.rehearsal.world.books import Accounts

KEY = "companies_house_bulk"
HTML = "text/html"
WRITTEN_AT = time(3, 43, 3, tzinfo=UTC)
"""The hour at which each night's products are made."""


COMPANY_DATA_AFTER = 3
"""Working days of a month on the last of which its company data comes: the publisher promises it
within five."""
FRIDAY = 4


def newest_company_data(today: date) -> tuple[date, date]:
    """The month, by its first day, of the newest company data by a day, and when that came."""
    first = today.replace(day=1)
    if _published_on(first) > today:
        first = (first - timedelta(days=1)).replace(day=1)
    return first, _published_on(first)


def _published_on(first: date) -> date:
    days = (first + timedelta(days=after) for after in range(10))
    return [day for day in days if day.weekday() <= FRIDAY][COMPANY_DATA_AFTER - 1]


@dataclass(frozen=True, kw_only=True)
class Product:
    """One file that can be downloaded."""

    name: str
    published_on: date
    members: Callable[[], Iterable[Member]]

    @property
    def moment(self) -> datetime:
        """When it was made."""
        return datetime.combine(self.published_on, WRITTEN_AT)


@dataclass(frozen=True, kw_only=True, eq=False)
class CompaniesHouseBulk:
    """`/en_output.html`, `/en_pscdata.html`, the two of accounts, and the zips they name."""

    setup: Setup
    document_body: DocumentBody

    @property
    def key(self) -> str:
        """How the site names it."""
        return KEY

    def answer(self, asked: Asked, /) -> Answer:
        """A page, or the file that holds a product."""
        name = asked.path.removeprefix("/")
        if name in self._pages:
            write, changed_at = self._pages[name]
            headers = {"Last-Modified": format_datetime(changed_at(), usegmt=True)}
            return Answer(media_type=HTML, body=write(), headers=headers)
        product = self._products.get(name)
        if product is None:
            return Answer(
                status=404, media_type=HTML, body=b"<title>Rehearsal</title><h1>Not Found</h1>"
            )
        modified = format_datetime(product.moment, usegmt=True)
        return Answer(
            media_type="application/zip",
            body=self._file(product),
            headers={"Last-Modified": modified},
        )

    @cached_property
    def _pages(self) -> Mapping[str, tuple[Callable[[], bytes], Callable[[], datetime]]]:
        """What writes each page, and when anything on it last changed."""
        return {
            "en_output.html": (self._company_data_page, lambda: self._company_data[0].moment),
            "en_pscdata.html": (self._snapshot_page, lambda: self._snapshots[0].moment),
            "en_accountsdata.html": (self._accounts_page, self._accounts_changed_at),
            monthly_accounts.PAGE: (self._months_page, self._months_changed_at),
        }

    @cached_property
    def _products(self) -> Mapping[str, Product]:
        accounts = (*self._daily_accounts, *self._monthly_accounts)
        found = (*self._company_data, *self._snapshots, *accounts)
        return {product.name: product for product in found}

    @cached_property
    def _company_data(self) -> tuple[Product, Product]:
        """The newest month's, as one file and in parts, of which a small register has one.

        It is named for the first of the month, holds what was so on the eve, and comes days later.
        """
        first, published_on = newest_company_data(self.setup.today)
        at, address = first - timedelta(days=1), self.setup.addresses["companies_house_api"]

        def product(name: str) -> Product:
            return Product(
                name=f"{name}.zip",
                published_on=published_on,
                members=lambda: [
                    (f"{name}.csv", company_data.chunks(self.setup.world, at, address))
                ],
            )

        stem = first.isoformat()
        return (
            product(f"BasicCompanyDataAsOneFile-{stem}"),
            product(f"BasicCompanyData-{stem}-part1_1"),
        )

    @cached_property
    def _snapshots(self) -> tuple[Product, Product]:
        """Today's, as the registers stood last night, as one file and in parts."""
        today = self.setup.today
        at, made_at = today - timedelta(days=1), datetime.combine(today, WRITTEN_AT)

        def product(name: str) -> Product:
            return Product(
                name=f"{name}.zip",
                published_on=today,
                members=lambda: [
                    (f"{name}.txt", control_snapshot.chunks(self.setup.world, at, made_at))
                ],
            )

        return (
            product(f"persons-with-significant-control-snapshot-{today.isoformat()}"),
            product(f"psc-snapshot-{today.isoformat()}_1of1"),
        )

    @cached_property
    def _daily_accounts(self) -> Sequence[Product]:
        """The accounts of the last sixty days, newest first; a day without any has no file."""
        by_day = daily_accounts.tagged_by_day(self.setup.world)
        found: list[Product] = []
        for on in daily_accounts.published(self.setup.today):
            held = [a for day in daily_accounts.registered_days(on) for a in by_day.get(day, ())]
            if held:
                found.append(self._accounts_of(on, held))
        return found

    @cached_property
    def _monthly_accounts(self) -> Sequence[Product]:
        """The accounts of the last twelve months, oldest first; a month without any has no file."""
        by_day = daily_accounts.tagged_by_day(self.setup.world)
        return [
            self._accounts_named(one.name, one.published_on, held, one.member_name)
            for one in monthly_accounts.kept(self.setup.today, _published_on)
            if (held := one.registered(by_day))
        ]

    def _months_changed_at(self) -> datetime:
        """When the last month's file came, whether or not it had any accounts."""
        *_, newest = monthly_accounts.kept(self.setup.today, _published_on)
        return datetime.combine(newest.published_on, WRITTEN_AT)

    def _accounts_changed_at(self) -> datetime:
        """When the last file of accounts came, or the last went that had been kept long enough."""
        by_day, today = daily_accounts.tagged_by_day(self.setup.world), self.setup.today
        for back in range(2 * daily_accounts.KEPT_DAYS):
            on = today - timedelta(days=back)
            gone = on - timedelta(days=daily_accounts.KEPT_DAYS)
            days = [day for one in (on, gone) for day in daily_accounts.registered_days_of(one)]
            if any(by_day.get(day) for day in days):
                return datetime.combine(on, WRITTEN_AT)
        return datetime.combine(self.setup.world.first_day, WRITTEN_AT)

    def _accounts_of(self, on: date, held: Sequence[Accounts]) -> Product:
        name = f"Accounts_Bulk_Data-{on.isoformat()}.zip"
        return self._accounts_named(name, on, held, partial(daily_accounts.member_name, on))

    def _accounts_named(
        self, name: str, on: date, held: Sequence[Accounts], named: Callable[[Accounts], str]
    ) -> Product:
        def members() -> Iterable[Member]:
            for one in held:
                yield named(one), (self.document_body(self.setup.world, one, XHTML),)

        return Product(name=name, published_on=on, members=members)

    def _company_data_page(self) -> bytes:
        whole, part = self._company_data
        listings = (
            Listing(heading="Company data as one file:", files=[self._offered(whole)]),
            Listing(heading="Company data as multiple files:", files=[self._offered(part)]),
        )
        updated = updated_on(whole.moment, with_time=False)
        return page("Free Company Data Product", "How to download Company data", listings, updated)

    def _snapshot_page(self) -> bytes:
        whole, part = self._snapshots
        listings = (
            Listing(heading="PSC data as one file:", files=[Offered(name=whole.name)]),
            Listing(heading="PSC data as multiple files:", files=[self._offered(part)]),
        )
        return page(
            "People with significant control (PSC) snapshot",
            "How to download PSC data",
            listings,
            updated_on(whole.moment, with_time=True),
        )

    def _accounts_page(self) -> bytes:
        files = [self._offered(product) for product in self._daily_accounts]
        listings = (Listing(heading="Daily Download:", files=files),)
        newest = max((one.moment for one in self._daily_accounts), default=None)
        updated = None if newest is None else updated_on(newest, with_time=False)
        return page("Free Accounts Data Product", "Daily Files", listings, updated)

    def _months_page(self) -> bytes:
        files = [Offered(name=one.name, has_blank_size=True) for one in self._monthly_accounts]
        listings = (Listing(heading="Monthly Download:", files=files),)
        updated = updated_on(self._months_changed_at(), with_time=False)
        heading = "Previous Year's Monthly Files"
        return page("Free Accounts Data Product", heading, listings, updated)

    def _offered(self, product: Product) -> Offered:
        return Offered(name=product.name, size=self._file(product).stat().st_size)

    def _file(self, product: Product) -> Path:
        path = self.setup.folder / product.name
        if not path.exists():
            write_zip(path, product.moment, product.members())
        return path
