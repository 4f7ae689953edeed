"""Products that nobody reads yet are kept whole, a few at a time, where they are named."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from crawlers.asking import Turns
from crawlers.companies_house.accounts_products import of_invented_companies
from crawlers.downloads import UnfitDownloadError
from crawlers.downloads.half import HALF_DOWNLOADED
from crawlers.hosts import Hosts
from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.rehearsal.site.serving import Terms, serving
from crawlers.source import KeptSource
from crawlers.sources import kept_sources
from db import ledger, store
from db.tables import World
from oversight.campaign import Campaign
from oversight.commands.crawling import chosen_by
from oversight.crawl_kept import crawl_kept
from oversight.crawl_products import download
from oversight.crawl_site import Site
from oversight.doctor import examine
from oversight.installation import open_installation
from tests.crawlers.file_host import FileHost, hosting
from tests.oversight.asking import Ask

(DAILY,) = (one for one in kept_sources() if one.key == "companies_house_accounts_daily")
BULK = replace(
    CATALOGUE,
    publishers=tuple(one for one in CATALOGUE.publishers if one.key.startswith("companies_house")),
)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(BULK, Terms(today=TODAY, limit=None, faster=1000.0)) as served:
        hosts = Hosts(addresses=served.rehearsal.addresses)
        yield Site(hosts=hosts, world=World.REHEARSAL, today=TODAY, faster=1000.0)


@pytest.fixture
def campaign(site: Site, tmp_path: Path) -> Campaign:
    noon = datetime.combine(TODAY, time(12), tzinfo=UTC)
    place = open_installation(tmp_path, None, noon)
    store.stamp(place.engine, site.world, site.today)
    return Campaign(place=replace(place, world=site.world), site=site, agent="a test (nobody)")


def crawled(campaign: Campaign, source: KeptSource = DAILY) -> list[str]:
    taken, problems = crawl_kept(campaign, Turns(campaign.terms()), [source])
    assert problems == []
    return [saved.subject for one in taken for saved in one.saved]


def test_the_newest_that_are_not_held_are_kept_with_the_day_on_which_they_came(
    campaign: Campaign,
) -> None:
    words: list[str] = []
    campaign = replace(campaign, told=words.extend)
    first = crawled(campaign)
    then = crawled(replace(campaign, most_files=2))
    held = ledger.published(campaign.place.engine)
    days = [date.fromisoformat(name.removeprefix("Accounts_Bulk_Data-")) for name in first + then]

    assert days == sorted(set(days), reverse=True)
    assert len(days) == 3
    assert {one.subject: one.published_on for one in held} == dict(
        zip(first + then, days, strict=True)
    )
    for one in held:
        kept = campaign.place.archive.path_of(one.sha256)
        assert zipfile.is_zipfile(kept)
        assert of_invented_companies(kept)
    assert "1 of" in words[0]
    assert "skipped 1: held" in words[1]
    assert not (campaign.place.folder / "downloads").exists()
    assert all(one.well for one in examine(campaign.place) if one.what in {"archive", "readers"})


def test_the_newest_whole_month_of_accounts_is_kept_from_the_page_of_months(
    campaign: Campaign,
) -> None:
    (monthly,) = (one for one in kept_sources() if one.key == "companies_house_accounts_monthly")
    names = crawled(campaign, monthly)
    (held,) = ledger.published(campaign.place.engine)

    assert names == ["Accounts_Monthly_Data-July2026"]
    assert held.published_on == date(2026, 8, 5)
    assert of_invented_companies(campaign.place.archive.path_of(held.sha256))


def test_an_invented_product_is_not_kept_among_real_data(campaign: Campaign) -> None:
    real = replace(campaign, site=replace(campaign.site, world=World.REAL))
    taken, (problem,) = crawl_kept(real, Turns(real.terms()), [DAILY])

    assert taken == []
    assert "is about invented companies, and real data is held" in problem.why
    assert ledger.published(real.place.engine) == []
    (refused,) = ledger.refused(real.place.engine)
    apart = real.place.archive.folder / "quarantine" / refused.sha256[:2] / refused.sha256
    assert of_invented_companies(apart)
    assert not (real.place.folder / "downloads").exists()


def test_a_file_that_is_not_what_its_publisher_states_lies_in_quarantine_with_the_reason(
    campaign: Campaign,
) -> None:
    with hosting(FileHost(body=b"no zip")) as host:
        hosts = Hosts(addresses={"companies_house_bulk": host.address})
        there = replace(campaign, site=replace(campaign.site, hosts=hosts))
        path = campaign.place.folder / "product.zip"
        url = f"{host.address}/product.zip"
        with pytest.raises(UnfitDownloadError, match="as a zip it is damaged") as unfit:
            download(there, Turns(there.terms()), DAILY.key, url, path)

    (refused,) = ledger.refused(campaign.place.engine)
    assert (refused.source, refused.url) == (DAILY.key, url)
    assert refused.problem == unfit.value.why
    assert str(unfit.value.path) in str(unfit.value)
    assert unfit.value.path.read_bytes() == campaign.place.archive.get(refused.sha256) == b"no zip"
    assert list(campaign.place.folder.glob(f"{HALF_DOWNLOADED}*")) == []


def test_no_crawl_of_everything_and_no_beginning_of_a_key_means_them(ask: Ask, data: Path) -> None:
    answer = ask(
        "crawl", "companies_house_accounts", "--site", "http://127.0.0.1:9", "--data", data
    )
    begun = chosen_by(["companies_house"])
    listed = ask("sources", "--data", data)

    assert answer.code == 2
    assert "companies_house_accounts_monthly" in answer.err
    assert not {one.key for one in (*chosen_by([]), *begun)} & {one.key for one in kept_sources()}
    assert chosen_by([DAILY.key]) == [DAILY]
    assert "oversight crawl companies_house_accounts_monthly --live" in listed.out
