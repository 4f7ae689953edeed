"""`oversight crawl`: whom it asks, what it says before it does, how it ends, and how it goes on."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from db.engine import open_database
from db.store import stamp
from db.tables import World
from oversight import crawl_products, printing
from oversight.commands.crawling import CONTACT
from tests.end_to_end.part_of_a_market import Rehearsed, rehearsed
from tests.oversight.asking import Ask, program, rows

REPORTS = ("ofsted_reports", "ofsted_files")
"""The publishers of which the pages of registrations, and their reports, are asked."""
HOW_TO_GET_ONE = "https://developer.company-information.service.gov.uk"
BULK = "oversight crawl companies_house_company_data companies_house_control_snapshot --live"


@pytest.fixture(scope="module")
def site() -> Iterator[Rehearsed]:
    with rehearsed() as site:
        yield site


@pytest.fixture(autouse=True)
def nobody_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a person's environment may say of them is not there."""
    monkeypatch.delenv("OVERSIGHT_CONTACT", raising=False)
    monkeypatch.delenv("COMPANIES_HOUSE_API_KEY", raising=False)


@pytest.mark.parametrize("words", [(), ("--live", "--site", "http://127.0.0.1:1")])
def test_whom_to_ask_is_said_once(ask: Ask, words: tuple[str, ...], tmp_path: Path) -> None:
    answer = ask("crawl", *words)

    assert (answer.code, answer.out) == (2, "")
    assert "say whom to ask: --live for the publishers themselves, or --site ADDR" in answer.told
    assert list(tmp_path.iterdir()) == []


def test_a_source_that_nobody_knows_is_not_guessed_at(ask: Ask, site: Rehearsed) -> None:
    answer = ask("crawl", "companies_hose", "--site", site.control)

    assert (answer.code, answer.out) == (2, "")
    assert "no source that is crawled is called 'companies_hose'; there are " in answer.told
    assert "companies_house_profile" in answer.told


def test_a_source_that_is_not_crawled_is_not_asked_for(ask: Ask, site: Rehearsed) -> None:
    answer = ask("crawl", "buzzfeed_owners", "--site", site.control)

    assert (answer.code, answer.out) == (2, "")
    assert "no source that is crawled is called 'buzzfeed_owners'" in answer.told


def test_publishers_are_told_who_asks(ask: Ask, tmp_path: Path) -> None:
    answer = ask("crawl", "--live")

    assert (answer.code, answer.out) == (2, "")
    assert "name an e-mail address, or a page about you, with --contact" in answer.told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "contact", ["nonsense", "me@", "@example.org", "a b@example.org", "ftp://example.org", ""]
)
def test_a_contact_that_reaches_nobody_is_asked_for_again(
    ask: Ask, contact: str, tmp_path: Path
) -> None:
    answer = ask("crawl", "--live", "--contact", contact)

    assert (answer.code, answer.out) == (2, "")
    assert "give an e-mail address, such as you@example.org, or the http(s)" in answer.told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("contact", ["o'neil+care@a.example.org", "https://example.org/who?we=1"])
def test_a_contact_may_be_an_address_or_a_page(contact: str) -> None:
    assert CONTACT.fullmatch(contact)


def test_without_a_key_it_says_how_to_get_one_and_which_way_needs_none(
    ask: Ask, tmp_path: Path
) -> None:
    answer = ask("crawl", "companies_house_profile", "--live", "--contact", "a@example.org")

    assert (answer.code, answer.out) == (2, "")
    assert "companies_house_profile need a key" in answer.told
    assert HOW_TO_GET_ONE in answer.told
    assert BULK in answer.told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "nowhere", "http://[", "file:///etc"])
def test_an_address_at_which_no_rehearsal_is_served_is_named(
    ask: Ask, address: str, tmp_path: Path
) -> None:
    answer = ask("crawl", "--site", address)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"oversight: no rehearsal is served at {address}: ")
    assert "start one with `oversight rehearse`" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_publisher_is_no_control_page(ask: Ask, site: Rehearsed, tmp_path: Path) -> None:
    page = site.addresses["gias"]
    answer = ask("crawl", "--site", page)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"oversight: no rehearsal is served at {page}: ")
    assert list(tmp_path.iterdir()) == []


def test_real_data_and_a_rehearsals_never_meet(ask: Ask, site: Rehearsed, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    engine = open_database(f"sqlite:///{tmp_path / 'data' / 'oversight.sqlite'}")
    stamp(engine, World.REAL, None)
    engine.dispose()
    before = site.asked()
    answer = ask("crawl", "gias", "--site", site.control, "--data", tmp_path / "data")

    assert (answer.code, answer.out) == (1, "")
    assert "real" in answer.err
    assert site.asked() == before


def fetched(data: Path) -> set[str]:
    """The moments at which the documents that are held of a crawl were fetched."""
    engine = open_database(f"sqlite:///{data / 'oversight.sqlite'}")
    with engine.connect() as connection:
        moments = connection.exec_driver_sql(
            "select distinct fetched_at from fetch where url like 'http%'"
        ).scalars()
        found = {str(moment) for moment in moments}
    engine.dispose()
    return found


def test_what_it_takes_in_is_said_to_a_person_and_to_a_script(
    ask: Ask, site: Rehearsed, tmp_path: Path
) -> None:
    words = ("crawl", "gias", "--site", site.control)
    person = ask(*words, "--data", tmp_path / "one")
    script = ask(*words, "--data", tmp_path / "two", "--json")
    again = ask(*words, "--data", tmp_path / "two", "--json")

    assert (person.code, script.code, again.code) == (0, 0, 0)
    assert "gias_schools: schools: " in person.below
    told = json.loads(script.out)
    assert (told["data"], told["refused"]) == ("rehearsal", [])
    assert [(row["source"], row["new"], row["published"]) for row in told["rows"]] == [
        ("gias_schools", True, True)
    ]
    assert json.loads(again.out)["rows"] == []
    requests = json.loads(again.out)["requests"]
    assert requests.keys() == {"sent", "expected", "not_known", "seconds"}
    assert (told["requests"]["not_known"], requests["not_known"]) == (["gias_schools"], [])
    assert requests["sent"] == 2, "its rules, and its page"
    assert requests["expected"] == 1
    assert fetched(tmp_path / "one") == {"2026-09-01 12:00:00.000000"}


def test_what_is_good_for_a_day_is_not_fetched_twice_in_it_and_the_plan_says_so(
    ask: Ask, site: Rehearsed, tmp_path: Path
) -> None:
    words = ("crawl", "charity", "looked_after", "--site", site.control, "--data", tmp_path / "d")
    files = ("charity_commission_files", "dfe_statistics_files")
    first = ask(*words)
    before = {one: site.asked(one) for one in files}
    again = ask(*words)

    assert (first.code, again.code) == (0, 0)
    assert {one: site.asked(one) for one in files} == before
    assert "Register of charities and their returns: as its page leads on: not kn" in first.err
    assert again.err.splitlines()[-1].startswith("sent ")
    assert "  skipped 2: fetched in the last 1 day" in again.err.splitlines()
    assert "  skipped 3: fetched in the last 7 days" in again.err.splitlines()


def test_where_no_company_is_watched_that_is_said(
    ask: Ask, site: Rehearsed, tmp_path: Path
) -> None:
    answer = ask("crawl", "gazette", "--site", site.control, "--data", tmp_path / "data")

    assert answer.code == 0
    assert "no company is watched yet" in answer.err
    assert "crawl ofsted_annual first" in answer.err


def test_the_plan_is_said_before_anybody_is_asked(
    ask: Ask, site: Rehearsed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_by_then: list[int] = []
    note = printing.note

    def noted(line: str) -> None:
        asked_by_then.append(site.asked("ofsted_reports"))
        note(line)

    monkeypatch.setattr(printing, "note", noted)
    before = site.asked("ofsted_reports")
    words = ("crawl", "ofsted_reports", "--site", site.control, "--data", tmp_path / "data")
    answer = ask(*words, "--most", "1")

    assert "Find an inspection report: " in answer.err
    assert "Find an inspection report: " not in answer.out
    assert asked_by_then[0] == before
    assert before + 1 == site.asked("ofsted_reports")


def test_a_register_that_is_complete_is_published_though_a_slower_one_is_not(
    ask: Ask, site: Rehearsed, tmp_path: Path
) -> None:
    words = ("crawl", "gias", "ofsted_reports", "--site", site.control, "--data", tmp_path / "d")
    answer = ask(*words, "--most", "50", "--json")

    told = json.loads(answer.out)
    assert told["stopped"] is not None
    assert {row["source"]: row["published"] for row in told["rows"]} == {
        "gias_schools": True,
        "ofsted_reports": False,
    }
    assert answer.code == 1


def test_a_spent_allowance_stops_it_and_the_next_crawl_goes_on_where_it_was(
    ask: Ask, site: Rehearsed, tmp_path: Path
) -> None:
    words = ("crawl", "ofsted_reports", "--site", site.control)
    begun = [site.asked(one) for one in REPORTS]
    whole = ask(*words, "--data", tmp_path / "whole")
    between = [site.asked(one) for one in REPORTS]
    stopped = ask(*words, "--data", tmp_path / "data", "--most", "50")
    spent = sum(map(site.asked, REPORTS)) - sum(between)
    finished = ask(*words, "--data", tmp_path / "data")
    ended = [site.asked(one) for one in REPORTS]

    assert (whole.code, stopped.code, finished.code) == (0, 1, 0)
    assert spent == 50
    assert "sent 50 requests, " in stopped.err
    assert stopped.err.splitlines()[-1] == (
        "oversight: stopped after 50 requests, as allowed; the same command goes on"
    )
    asked = [end - start for start, end in zip(between, ended, strict=True)]
    wanted = [end - start for start, end in zip(begun, between, strict=True)]
    # Only the way in is gone again: its robots.txt, and the one page of the search.
    assert asked == [wanted[0] + 2, wanted[1] + 1]


def test_ctrl_c_ends_it_in_one_line_and_the_next_crawl_goes_on(
    ask: Ask, site: Rehearsed, tmp_path: Path
) -> None:
    words = ("crawl", "ofsted_reports", "--site", site.control, "--data", tmp_path / "data")
    site.go_wrong("slow ofsted_files seconds=30")
    before = site.asked("ofsted_files")
    ran = program(*words, stderr=subprocess.PIPE)
    while site.asked("ofsted_files") < before + 2 and ran.poll() is None:
        sleep(0.05)
    os.killpg(ran.pid, signal.SIGINT)  # as a terminal does: to every process of the command
    out, err = ran.communicate(timeout=20)
    site.go_wrong()
    finished = ask(*words)

    assert (ran.returncode, out) == (130, b"")
    assert err.decode().splitlines()[1:] == [
        "requests in all: not known of ofsted_reports",
        "oversight: stopped; nothing half-done is visible; run the same command again to go on",
    ]
    assert finished.code == 0
    assert "ofsted_reports: adopted from an unfinished run: " in finished.out


def test_the_way_without_a_key_says_who_controls_whom(
    ask: Ask, site: Rehearsed, tmp_path: Path
) -> None:
    there = ("--site", site.control, "--data", tmp_path / "data")
    registers = ask("crawl", "ofsted_annual", *there)
    products = BULK.removeprefix("oversight ").removesuffix(" --live").split()
    taken = ask(*products, *there)
    groups = rows(ask, "groups", "--data", tmp_path / "data")

    assert (registers.code, taken.code) == (0, 0)
    assert "companies_house_control_lines: " in taken.out
    assert any(row["kind"] == "statutory" and len(row["members"]) > 1 for row in groups)


def test_a_lost_page_of_a_search_publishes_nothing_and_is_not_nothing_to_do(
    ask: Ask, site: Rehearsed, tmp_path: Path
) -> None:
    there = ("--data", tmp_path / "data")
    site.go_wrong("server-error ofsted_reports /search*")
    crawled = ask("crawl", "ofsted_reports", "--site", site.control, *there)
    site.go_wrong()
    doctor = ask("doctor", *there)

    assert crawled.code == 1
    assert "ofsted_reports: not given: " in crawled.err
    assert "nothing to do" not in crawled.out
    assert "all closed" not in doctor.out


def test_a_product_that_came_whole_is_taken_in_by_the_next_crawl_without_asking_again(
    ask: Ask, site: Rehearsed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("crawl", "companies_house_company_data", "--site", site.control)
    here = (*words, "--data", tmp_path / "data")
    begun = site.asked("companies_house_bulk")
    with monkeypatch.context() as patch:

        def killed(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        patch.setattr(crawl_products, "take_in_bulk", killed)
        stopped = ask(*here)
    between = site.asked("companies_house_bulk")
    doctor = ask("doctor", "--data", tmp_path / "data")
    finished = ask(*here)
    ended = site.asked("companies_house_bulk")

    assert (stopped.code, finished.code) == (130, 0)
    assert "BasicCompanyDataAsOneFile" in doctor.out
    assert "companies_house_company_data: " in finished.below
    # Each way in is a robots.txt and a page; the product had its own rules read, and came once.
    assert (between - begun, ended - between) == (4, 2)
    assert not (tmp_path / "data" / "downloads").exists()


@pytest.mark.parametrize("source", ["companies_house_company_data", "gias"])
def test_a_spent_allowance_is_no_fault_of_a_source(
    ask: Ask, site: Rehearsed, tmp_path: Path, source: str
) -> None:
    words = ("crawl", source, "--site", site.control, "--data", tmp_path / "data", "--most", "1")
    answer = ask(*words, "--json")

    assert answer.code == 1
    told = json.loads(answer.out)
    assert told["refused"] == []
    assert told["stopped"] == "stopped after 1 requests, as allowed; the same command goes on"
    assert answer.err.splitlines()[-1] == f"oversight: {told['stopped']}"
