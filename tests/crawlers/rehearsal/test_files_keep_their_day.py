"""A file was last modified on the day on which it came out, on whatever day it is asked for."""

from datetime import date, timedelta

import pytest

from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.rehearsal.publishing import Asked, Publisher
from tests.crawlers.rehearsal.ofsted_desks import files, get
from tests.crawlers.rehearsal.seven_councils import TODAY
from tests.crawlers.rehearsal.test_other_publishers import crawled, publishers
from tests.crawlers.rehearsal.traps.served import ADDRESSES, served

OF_ONE_DAY = {"charity_commission_files", "gias_files"}
"""Whose files are made anew each day."""
RESUMING = {one.key for one in CATALOGUE.publishers if one.manners.resumes}
"""Whose hosts give every answer a day: that of the opening, where the publisher gives none."""
PAGES = {"text/html", "application/json"}


def days(desk: Publisher, paths: list[str]) -> dict[str, str | None]:
    """When each file at these paths was last modified."""
    answers = {path: desk.answer(Asked(path=path)) for path in paths}
    return {
        path: one.headers.get("Last-Modified")
        for path, one in answers.items()
        if one.media_type.partition(";")[0] not in PAGES
    }


@pytest.mark.parametrize("place", range(len(publishers())))
def test_no_file_follows_the_day_on_which_it_is_asked_for(place: int) -> None:
    now, later = publishers()[place], publishers(TODAY + timedelta(days=2))[place]
    paths = [path for path, _ in crawled(now)]
    if now.key in OF_ONE_DAY:
        return
    found = days(now, paths)

    assert None not in found.values()
    assert days(later, list(found)) == found


@pytest.mark.parametrize(
    ("key", "path", "day"),
    [
        ("cqc", "/system/files/2026-11/18_November_2026_CQC_directory.csv", "Wed, 18 Nov 2026"),
        (
            "cqc",
            "/system/files/2026-11/01_November_2026_HSCA_Active_Locations.ods",
            "Mon, 02 Nov 2026",
        ),
        (
            "council_payments",
            "/documents/rehearsal-spending-over-500-2026-09.csv",
            "Sun, 25 Oct 2026",
        ),
    ],
)
def test_it_is_the_day_of_the_publishers_habit(key: str, path: str, day: str) -> None:
    (desk,) = (one for one in publishers() if one.key == key)

    assert days(desk, [path]) == {path: f"{day} 08:30:00 GMT"}


def test_a_report_was_last_modified_when_it_came_out() -> None:
    link = "/v1/file/50000001"
    found = [get(files(day), link).headers for day in (date(2026, 9, 1), date(2026, 12, 1))]

    assert found[0] == found[1]
    assert found[0]["Last-Modified"].endswith("08:30:00 GMT")


def test_a_document_was_last_modified_when_it_was_filed() -> None:
    here = served(1)
    filing = next(
        one for one in here.world.filings if one.document_id and one.filed_on < here.today
    )
    address = f"{ADDRESSES['companies_house_document_api']}/document/{filing.document_id}/content"
    there = here.ask(address, "application/pdf").headers["Location"]

    assert here.ask(there).headers == {
        "Last-Modified": f"{filing.filed_on:%a, %d %b %Y} 08:30:00 GMT"
    }


@pytest.mark.parametrize(
    "place",
    [place for place, one in enumerate(publishers()) if one.key in RESUMING],
    ids=lambda place: publishers()[place].key,
)
def test_whatever_a_file_host_answers_says_when_it_last_changed(place: int) -> None:
    now, later = publishers()[place], publishers(TODAY + timedelta(days=1))[place]
    first = {path: now.answer(Asked(path=path)) for path, _ in crawled(now)}
    second = {path: later.answer(Asked(path=path)) for path in first}

    assert [path for path, one in first.items() if "Last-Modified" not in one.headers] == []
    assert [
        path
        for path, one in second.items()
        if one.body == first[path].body
        and one.headers["Last-Modified"] != first[path].headers["Last-Modified"]
    ] == []
