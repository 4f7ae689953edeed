"""The pages from which the bulk products are downloaded, and which file of each is wanted.

Each names its files by their day or month, with sizes that are rounded, and says when it was last
updated. Products come as one file and again in parts: the one file is wanted, since only the whole
can be checked. Links are relative to the page's own address.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from crawlers.page_links import page_links, parsed_page
from crawlers.reading import SourceChangedError
from crawlers.source import Follow, Signpost, Start
from db.records import Document

HOST = "companies_house_bulk"
COMPANY_DATA = re.compile(r"BasicCompanyDataAsOneFile-(\d{4}-\d{2}-\d{2})\.zip")
SNAPSHOT = re.compile(r"persons-with-significant-control-snapshot-(\d{4}-\d{2}-\d{2})\.zip")
DAILY = re.compile(r"Accounts_Bulk_Data-(\d{4}-\d{2}-\d{2})\.zip")
MONTHLY = re.compile(r"Accounts_Monthly_Data-(?:[A-Z][a-z]+To)?([A-Z][a-z]+\d{4})\.zip")
"""Since 2010 a file has one month; those of 2008 and 2009, all twelve: named for the last."""
UNITS: Mapping[str, int] = {"kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}
_SIZE = re.compile(r"\((\d+(?:\.\d+)?) ?([KMG]b)\)", re.IGNORECASE)
_UPDATED = re.compile(r"Last Updated:\s*(\d{2}/\d{2}/\d{4})", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One file on a page."""

    href: str
    day: date
    """The day in its name; of a month, its first."""
    stated_bytes: int | None
    """About how long it is; None where the page gives no size: `(b)` stands for one."""


def starts(page: str) -> tuple[Start]:
    """Where a crawl of a product begins: the page with this name, read by the signpost `page`."""
    return (Start(host=HOST, path=f"/{page}.html", to="page"),)


def company_data(document: Document) -> Iterator[Follow]:
    """Yield the newest company data, as one file; SourceChangedError where there is none."""
    yield _newest(document, COMPANY_DATA)


def control_snapshot(document: Document) -> Iterator[Follow]:
    """Yield the newest snapshot of control registers, as one file; SourceChangedError for none."""
    yield _newest(document, SNAPSHOT)


def daily_accounts(document: Document) -> Iterator[Follow]:
    """Yield the accounts of each day that is still there, the newest first.

    Each came out on the day that its name gives. Raises SourceChangedError where there is none.
    """
    for one in sorted(_listed(document, DAILY), key=lambda one: one.day, reverse=True):
        yield _follow(one, one.day)


def monthly_accounts(document: Document) -> Iterator[Follow]:
    """Yield the accounts of each month on the page of the last twelve, or on that of older ones.

    The newest first; of it alone the page says when it came out. SourceChangedError for none.
    """
    updated_on = _updated_on(document)
    files = sorted(_listed(document, MONTHLY), key=lambda one: one.day, reverse=True)
    for place, one in enumerate(files):
        yield _follow(one, None if place else updated_on)


ACCOUNTS: Mapping[str, tuple[tuple[Start], Signpost]] = {
    "daily": (starts("en_accountsdata"), daily_accounts),
    "monthly": (starts("en_monthlyaccountsdata"), monthly_accounts),
    "archive": (starts("historicmonthlyaccountsdata"), monthly_accounts),
}
"""The three pages of accounts, for whatever reads accounts."""


def _newest(document: Document, name: re.Pattern[str]) -> Follow:
    found = max(_listed(document, name), key=lambda one: one.day)
    return _follow(found, _updated_on(document))


def _follow(one: Listed, published_on: date | None) -> Follow:
    """The way to a file, which never changes: the next issue has another name."""
    return Follow(
        url=one.href, published_on=published_on, stated_bytes=one.stated_bytes, is_final=True
    )


def _listed(document: Document, name: re.Pattern[str]) -> list[Listed]:
    """The files with such names on a page, each once."""
    found: dict[str, Listed] = {}
    for link in page_links(document):
        named = name.fullmatch(link.href.rpartition("/")[2])
        if named is not None:
            found[link.href] = Listed(
                href=link.href, day=_day(document, named[1]), stated_bytes=_bytes(link.text)
            )
    if not found:
        raise SourceChangedError(
            document,
            "",
            f"no link leads to a file named {name.pattern}; if the publisher names its products"
            " otherwise now, crawlers/companies_house/product_pages.py must learn how",
        )
    return list(found.values())


def _day(document: Document, written: str) -> date:
    """A day from 2026-02-01, or a month's first from February2026."""
    for form in ("%Y-%m-%d", "%B%Y"):
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise SourceChangedError(
        document, "", f"{written!r} in a file's name is neither a day nor a month; look at the page"
    )


def _bytes(text: str) -> int | None:
    found = _SIZE.search(text)
    return None if found is None else round(float(found[1]) * UNITS[found[2].casefold()])


def _updated_on(document: Document) -> date:
    """The day on which the page says that its newest file came."""
    said = _UPDATED.search(" ".join(parsed_page(document).get_text(" ").split()))
    try:
        return datetime.strptime(said[1] if said else "", "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise SourceChangedError(
            document,
            "",
            "the page does not say on which day it was last updated, as in Last Updated:"
            " 01/02/2026; if it says so otherwise now, crawlers/companies_house/product_pages.py"
            " must learn how",
        ) from None
