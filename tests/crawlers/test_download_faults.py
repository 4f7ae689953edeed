"""A download meets each fault of the rehearsal that a file can have."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawlers.asking import GivenUpError, Terms, Turns
from crawlers.downloading import Downloader, client_for
from crawlers.downloads import Downloaded, UnfitDownloadError
from crawlers.hosts import Hosts
from crawlers.rehearsal.site.serving import Site, serving
from crawlers.rehearsal.site.serving import Terms as Served
from tests.crawlers.file_host import AGENT, Ticks
from tests.crawlers.large_product import CATALOGUE, KEY, PATH
from tests.crawlers.rehearsal.site.asking import ask, tell


@pytest.fixture(scope="module")
def shared() -> Iterator[Site]:
    with serving(CATALOGUE, Served()) as site:
        yield site


@pytest.fixture
def site(shared: Site) -> Iterator[Site]:
    yield shared
    tell(f"{shared.control}/faults", [])


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "companies.zip"


def go_wrong(site: Site, *faults: str) -> None:
    told = tell(f"{site.control}/faults", list(faults))
    assert told.status == 200, told.body


def struck(site: Site) -> list[int]:
    return [one["struck"] for one in ask(f"{site.control}/faults").json["faults"]]


def address(site: Site) -> str:
    return f"{site.rehearsal.addresses[KEY]}{PATH}"


def published(site: Site) -> bytes:
    tell(f"{site.control}/faults", [])
    return ask(address(site)).body


def fetch(site: Site, into: Path, *, stated_size: int | None = None) -> Downloaded:
    async def run() -> Downloaded:
        terms = Terms(hosts=Hosts(addresses=site.rehearsal.addresses), ticks=Ticks())
        async with client_for(AGENT, patience_s=0.5) as client:
            return await Downloader(client, Turns(terms)).download(
                address(site), into, stated_size=stated_size
            )

    return asyncio.run(run())


@pytest.mark.parametrize(
    "fault",
    [
        "too-many companies_house_bulk nth=1,2,3",
        "server-error companies_house_bulk nth=1,2,3",
        "server-error companies_house_bulk nth=1,3 status=502",
        "cut companies_house_bulk nth=1,2,3",
        "cut companies_house_bulk rate=0.9",
        "slow companies_house_bulk nth=1 seconds=20",
        "slow companies_house_bulk seconds=1",
    ],
)
def test_a_fault_of_the_way_is_overcome(site: Site, into: Path, fault: str) -> None:
    go_wrong(site, fault)
    fetch(site, into, stated_size=3_000_000)

    assert struck(site)[0] > 0
    assert into.read_bytes() == published(site)


def test_one_fault_after_another_is_overcome(site: Site, into: Path) -> None:
    go_wrong(
        site,
        "cut companies_house_bulk nth=1,4",
        "too-many companies_house_bulk nth=2",
        "server-error companies_house_bulk nth=3",
        "slow companies_house_bulk nth=5 seconds=20",
    )
    fetch(site, into)

    assert struck(site) == [2, 1, 1, 1]
    assert into.read_bytes() == published(site)


@pytest.mark.parametrize("kind", ["too-many", "server-error"])
def test_a_fault_that_stays_is_given_up_and_names_the_address(
    site: Site, into: Path, kind: str
) -> None:
    go_wrong(site, f"{kind} companies_house_bulk")
    with pytest.raises(GivenUpError, match=r"companies\.zip was asked 5 times in vain"):
        fetch(site, into)

    assert list(into.parent.iterdir()) == []


def test_a_product_without_its_end_is_refused_though_http_calls_it_whole(
    site: Site, into: Path
) -> None:
    go_wrong(site, "truncated companies_house_bulk")
    with pytest.raises(UnfitDownloadError) as unfit:
        fetch(site, into)

    assert str(unfit.value) == (
        f"{address(site)} is not what its publisher states: as a zip it is damaged or cut short"
        f" (File is not a zip file); the body lies at {unfit.value.path}: download it again, and"
        " where it stays so wait for the publisher to mend it"
    )
    assert not into.exists()
    whole = published(site)
    assert unfit.value.path.read_bytes() == whole[: len(whole) * 2 // 3]
    fetch(site, into)
    assert into.read_bytes() == whole


def test_a_product_that_lost_its_end_while_it_came_is_begun_anew_and_refused(
    site: Site, into: Path
) -> None:
    go_wrong(site, "cut companies_house_bulk nth=1", "truncated companies_house_bulk nth=2")
    with pytest.raises(UnfitDownloadError):
        fetch(site, into)

    assert not into.exists()


def test_a_product_far_from_what_its_page_prints_is_refused(site: Site, into: Path) -> None:
    with pytest.raises(UnfitDownloadError, match="states 468,000,000 bytes, it has 2,000,"):
        fetch(site, into, stated_size=468_000_000)
