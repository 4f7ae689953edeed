"""From the pages of downloads to the newest products: what is read of them is what is so."""

from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin

import duckdb
import pytest

from crawlers.bulk import BulkFile, Part
from crawlers.bulk.unpacking import unpacked
from crawlers.companies_house.product_pages import ACCOUNTS
from crawlers.rehearsal.forms.companies_house.bulk import newest_company_data
from crawlers.rehearsal.forms.companies_house.controls import entered
from crawlers.rehearsal.forms.companies_house.exemptions import exemptions
from crawlers.rehearsal.forms.companies_house.standing import is_on_the_register
from crawlers.rehearsal.forms.companies_house.statements import made
from crawlers.source import BulkSource, Follow, Signpost, Start
from crawlers.sources import bulk_sources
from db.records import Document
from tests.crawlers.rehearsal.traps.served import ADDRESSES, SEEDS, Served, served

PRODUCTS = {one.key: one for one in bulk_sources()}


def led(here: Served, start: Start, signpost: Signpost) -> list[tuple[str, Follow]]:
    """Where a page leads, with each address as a whole."""
    url = f"{ADDRESSES[start.host]}{start.path}"
    now = datetime.combine(here.today, time(12), tzinfo=UTC)
    page = Document(url=url, fetched_at=now, body=here.get(url).body)
    return [(urljoin(url, one.url), one) for one in signpost(page)]


def read(here: Served, source: BulkSource, room: Path) -> tuple[Follow, Part]:
    """The one product to which a source leads, read into a Parquet file in a folder."""
    (start,) = source.starts
    ((url, follow),) = led(here, start, source.signposts[start.to or ""])
    body = here.get(url).body
    packed = room / "packed.zip"
    packed.write_bytes(body)
    kept = BulkFile(
        url=url,
        fetched_at=datetime.combine(here.today, time(12), tzinfo=UTC),
        sha256=sha256(body).hexdigest(),
        path=packed,
        published_on=follow.published_on,
    )
    with unpacked(packed, room, kept) as laid:
        assert source.begins(laid.read_bytes()[:65_536])
        assert source.is_rehearsal(laid.read_bytes()[:65_536])
        whole = BulkFile(
            url=url,
            fetched_at=kept.fetched_at,
            sha256=kept.sha256,
            path=laid,
            published_on=follow.published_on,
        )
        return follow, source.read(whole, room / "part.parquet")


@pytest.mark.parametrize("seed", SEEDS)
def test_the_page_of_company_data_leads_to_every_live_company(seed: int, tmp_path: Path) -> None:
    here = served(seed)
    first, published_on = newest_company_data(here.today)
    follow, part = read(here, PRODUCTS["companies_house_company_data"], tmp_path)
    listed = duckdb.execute(
        f"select company_number from read_parquet('{tmp_path / 'part.parquet'}')"  # noqa: S608 - ours
    ).fetchall()

    assert (follow.published_on, part.describes) == (published_on, first)
    assert follow.stated_bytes is not None
    assert {number for (number,) in listed} == {
        one.key for one in here.world.companies if one.is_alive(first - timedelta(days=1))
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_the_page_of_control_leads_to_todays_snapshot_of_every_holder(
    seed: int, tmp_path: Path
) -> None:
    here = served(seed)
    follow, part = read(here, PRODUCTS["companies_house_control_snapshot"], tmp_path)

    assert (follow.published_on, part.describes) == (here.today, here.today)
    assert part.odd == b""
    holders, lines = part.counts
    night = here.today - timedelta(days=1)
    assert holders.rows > 0
    assert lines.rows == sum(
        len(entered(here.world, one, night))
        + len(made(here.world, one, night))
        + (exemptions(here.world, one, night) is not None)
        for one in here.world.companies
        if is_on_the_register(one, night)
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_the_page_of_accounts_leads_to_each_day_that_is_out(seed: int) -> None:
    here = served(seed)
    (start,), signpost = ACCOUNTS["daily"]
    found = led(here, start, signpost)

    assert found
    assert all(here.ask(url).status == 200 for url, _ in found)
    days = [one.published_on for _, one in found]
    assert days == sorted(days, key=str, reverse=True)
    assert all(f"{one.published_on}.zip" in url for url, one in found)
