"""A publisher is told what to put out again, since when, and that it need not any more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from crawlers.rehearsal.publishing import Answer, Asked, Setup
from crawlers.rehearsal.site.faults import fault_from
from crawlers.rehearsal.site.manners import FILES, PAGES
from crawlers.rehearsal.site.served import Catalogue, Served
from crawlers.rehearsal.site.serving import Site, Terms, serving
from tests.crawlers.rehearsal.site.asking import ask, tell
from tests.crawlers.rehearsal.site.two_companies import CATALOGUE


@dataclass(frozen=True)
class Told:
    """Answers with the days since which it was told to put something out again."""

    setup: Setup
    key: str

    def answer(self, _: Asked, /) -> Answer:
        since = " ".join(f"{one.path} since {one.on}" for one in self.setup.reissues)
        last = next(reversed(self.setup.reissues), None) if self.key == "files" else None
        return Answer(media_type="text/plain", body=since.encode(), reissue=last)


SHOP = Catalogue(
    make_world=CATALOGUE.make_world,
    publishers=(
        Served(key="pages", make=lambda setup: Told(setup, "pages"), manners=PAGES),
        Served(
            key="files",
            make=lambda setup: Told(setup, "files"),
            manners=FILES,
            reissuers=("pages", "files"),
        ),
        Served(key="others", make=lambda setup: Told(setup, "others"), manners=PAGES),
    ),
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(SHOP, Terms(today=date(2026, 9, 1))) as site:
        yield site


def said(site: Site) -> list[str]:
    return [ask(one).body.decode() for one in site.rehearsal.addresses.values()]


def test_whoever_serves_or_lists_a_file_is_told_and_nobody_else(site: Site) -> None:
    tell(f"{site.control}/faults", ["re-issued files *.ods"])

    assert said(site) == ["*.ods since 2026-09-01", "*.ods since 2026-09-01", ""]


def test_a_file_keeps_the_day_on_which_it_was_put_out_again(site: Site) -> None:
    tell(f"{site.control}/faults", ["re-issued files *.ods"])
    tell(f"{site.control}/today", {"today": "2026-09-10"})
    tell(f"{site.control}/faults", ["re-issued files *.csv", "re-issued files *.ods"])

    assert said(site)[0] == "*.ods since 2026-09-01 *.csv since 2026-09-10"


def test_without_the_fault_files_are_as_they_were(site: Site) -> None:
    tell(f"{site.control}/faults", ["re-issued files *.ods"])
    tell(f"{site.control}/faults", ["slow others seconds=0.01"])

    assert said(site) == ["", "", ""]


def test_it_may_be_asked_for_from_the_beginning_and_its_answers_are_counted() -> None:
    faults = (fault_from("re-issued files"),)
    with serving(SHOP, Terms(today=date(2026, 9, 1), faults=faults)) as site:
        assert said(site)[:2] == ["* since 2026-09-01"] * 2
        assert ask(f"{site.control}/faults").json["faults"][0]["struck"] == 1


def test_a_pattern_that_names_others_than_the_store_of_files_is_refused(site: Site) -> None:
    told = tell(f"{site.control}/faults", ["re-issued * *"])

    assert told.status == 400
    assert "no file that is re-issued; who does is files" in told.json["error"]
