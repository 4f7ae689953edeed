"""The Gazette of a rehearsal says of each company what is so, on its day and not before."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crawlers.rehearsal.forms.gazette import Gazette
from crawlers.rehearsal.publishing import Asked, Setup
from tests.crawlers.rehearsal.seven_councils import ADDRESSES, TODAY, WORLD

FEED = "/insolvency/notice/data.json"
HERE = ADDRESSES["gazette"]


def gazette(today: date = TODAY) -> Gazette:
    return Gazette(Setup(world=WORLD, today=today, addresses=ADDRESSES, folder=Path("unused")))


def asked(path: str = FEED, **query: str) -> Asked:
    named = {name.replace("_", "-"): (value,) for name, value in query.items()}
    return Asked(path=path, query=named)


def feed(today: date = TODAY, **query: str) -> dict[str, Any]:
    return json.loads(_bytes(gazette(today), asked(**query)))


def _bytes(desk: Gazette, what: Asked) -> bytes:
    answer = desk.answer(what)
    assert answer.status == 200
    assert isinstance(answer.body, bytes)
    return answer.body


def ids(of: dict[str, Any]) -> list[str]:
    return [entry["id"].rpartition("/")[2] for entry in of.get("entry", [])]


def test_the_feed_lists_notices_newest_first() -> None:
    assert ids(feed()) == ["9900003", "9900002", "9900001"]


def test_an_entry_says_its_code_its_day_and_its_company_number() -> None:
    entry = feed(noticetype="2450")["entry"][0]

    assert entry["f:notice-code"] == "2450"
    assert entry["published"] == "2025-06-03T07:43:53"
    assert entry["category"] == {"@term": "Petitions to Wind Up (Companies)"}
    assert "(Company Number 99000006)" in entry["content"]


def test_a_company_is_found_by_its_number() -> None:
    assert ids(feed(text="99000006")) == ["9900002", "9900001"]


def test_several_types_are_joined_by_a_plus_sign() -> None:
    assert ids(feed(noticetype="2410+2441")) == ["9900003", "9900002"]
    assert ids(feed(noticetype="2410 2441")) == ["9900003", "9900002"]


def test_days_bound_a_search_at_both_ends() -> None:
    found = feed(start_publish_date="2025-06-04", end_publish_date="2025-09-16")

    assert ids(found) == ["9900002"]


def test_pages_follow_one_another_and_end() -> None:
    first = feed(results_page_size="2")
    second = feed(results_page_size="2", results_page="2")
    following = {link["@rel"]: link["@href"] for link in first["link"]}

    assert ids(first) + ids(second) == ["9900003", "9900002", "9900001"]
    assert following["next"] == f"{HERE}{FEED}?results-page-size=2&results-page=2"
    assert "next" not in {link["@rel"] for link in second["link"]}
    assert (first["f:total"], second["f:page-start"], second["f:page-stop"]) == ("3", "3", "3")


def test_a_search_that_finds_nothing_has_no_entry() -> None:
    nothing = feed(text="99999999")

    assert "entry" not in nothing
    assert nothing["f:total"] == "0"


def test_nothing_of_a_later_day_is_in_the_feed_or_on_a_page() -> None:
    day_before = date(2025, 9, 15)

    assert ids(feed(day_before)) == ["9900001"]
    assert gazette(day_before).answer(Asked(path="/notice/9900002")).status == 404
    assert "9900004" not in ids(feed())


def test_a_notice_page_marks_the_company_and_its_number() -> None:
    text = _bytes(gazette(), Asked(path="/notice/9900002")).decode()

    assert 'property="gazorg:companyNumber">99000006</span>' in text
    assert 'property="gazorg:name">GARGANEYRIGG CARE LIMITED</span>' in text
    assert 'property="gaz:hasNoticeCode">2410</dd>' in text
    assert "appointed on 11 September 2025" in text


def test_the_name_of_a_notice_leads_to_its_page() -> None:
    answer = gazette().answer(Asked(path="/id/notice/9900001"))

    assert answer.status == 303
    assert answer.headers["Location"] == f"{HERE}/notice/9900001"


def test_a_page_is_given_to_who_takes_no_json() -> None:
    desk = gazette()
    taking = replace(asked("/insolvency/notice"), accept="application/json")

    assert b"<ul>" in _bytes(desk, asked("/insolvency/notice"))
    assert json.loads(_bytes(desk, taking))["f:total"] == "3"


@pytest.mark.parametrize("query", [{"results_page": "two"}, {"start_publish_date": "3 June"}])
def test_a_query_that_cannot_be_read_is_refused(query: dict[str, str]) -> None:
    assert gazette().answer(asked(**query)).status == 400


def test_every_link_of_the_feed_is_answered() -> None:
    desk = gazette()
    links = [link["@href"] for entry in feed()["entry"] for link in entry["link"]]

    assert all(link.startswith(HERE) for link in links)
    assert {desk.answer(Asked(path=link.removeprefix(HERE))).status for link in links} == {
        200,
        303,
    }


def test_the_same_question_has_the_same_bytes() -> None:
    assert _bytes(gazette(), asked()) == _bytes(gazette(), asked())
