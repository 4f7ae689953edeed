"""`oversight crawl --live`, with publishers on this machine in the place of the real ones."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawlers.hosts import Hosts
from db.tables import World
from oversight.commands import crawling
from oversight.crawl_site import Site
from tests.end_to_end.part_of_a_market import Rehearsed, rehearsed
from tests.oversight.asking import Ask

CONTACT = "someone@example.org"


@pytest.fixture(scope="module")
def served() -> Iterator[Rehearsed]:
    with rehearsed() as served:
        yield served


@pytest.fixture
def live(served: Rehearsed, monkeypatch: pytest.MonkeyPatch) -> Rehearsed:
    """Publishers that are taken for the real ones: nothing else is different."""
    there = Site(hosts=Hosts(addresses=served.addresses), world=World.REAL)
    monkeypatch.setattr(crawling, "LIVE_SITE", there)
    monkeypatch.delenv("COMPANIES_HOUSE_API_KEY", raising=False)
    return served


def test_pages_lead_on_and_what_says_that_it_is_invented_is_not_taken_in(
    ask: Ask, live: Rehearsed, tmp_path: Path
) -> None:
    words = ("crawl", "gias", "--live", "--contact", CONTACT, "--data", tmp_path)
    answer = ask(*words, "--json")

    assert answer.code == 1
    said = json.loads(answer.out)
    assert (said["data"], said["rows"]) == ("live", [])
    (refused,) = said["refused"]
    assert refused.startswith("it says of itself that it is invented, and real data is held; at ")
    assert f"{live.addresses['gias_files']}/edubase" in refused


def test_the_first_answer_of_each_kind_is_kept_with_its_headers(
    ask: Ask, live: Rehearsed, tmp_path: Path
) -> None:
    ask("crawl", "gias", "--live", "--contact", CONTACT, "--data", tmp_path)

    assert {one.parent.name for one in tmp_path.glob("first-seen/*/body")} == {
        "gias robots.txt 200",
        "gias_files robots.txt 200",
        "gias_schools document 200",
        "gias_schools downloads 200",
    }
    (body,) = tmp_path.glob("first-seen/gias_schools document 200/body")
    said = json.loads(body.with_name("answer.json").read_text())
    assert said["url"].startswith(live.addresses["gias_files"])
    assert "Date" in said["headers"]
    assert len(body.read_bytes()) == int(said["headers"]["Content-Length"][0])


def test_without_a_key_the_rest_is_crawled_and_the_way_that_needs_none_is_named(
    ask: Ask, live: Rehearsed, tmp_path: Path
) -> None:
    before = live.asked("companies_house_api")
    answer = ask("crawl", "--live", "--contact", CONTACT, "--data", tmp_path, "--most", "3")

    assert "Companies House's API is left out, for it needs a key" in answer.err
    assert "oversight crawl companies_house_company_data" in answer.err
    assert live.asked("companies_house_api") == before
