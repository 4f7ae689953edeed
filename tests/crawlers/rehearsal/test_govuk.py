"""GOV.UK's content API leads from the collection to every file that is out, and to no other."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from crawlers.rehearsal.forms.ofsted.releases import COLLECTION, LARGEST, SIX_MONTHLY
from crawlers.sources.ofsted_annual import SOURCE
from db.records import Document
from tests.crawlers.rehearsal.ofsted_desks import ADDRESSES, assets, get, govuk, item, text

LAST = date(2027, 3, 31)
OF_2025 = "/government/statistics/childrens-social-care-in-england-2025"
OF_2018 = "/government/statistics/childrens-social-care-data-in-england-2018"
OWNERS_2025 = "/government/statistics/ownership-of-childrens-social-care-providers-in-england-2025"


def paths(today: date) -> list[str]:
    """Every release that the collection leads to."""
    return [one["base_path"] for one in item(govuk(today), COLLECTION)["links"]["documents"]]


def files(today: date, path: str) -> list[dict[str, Any]]:
    """The files that a release lists as data."""
    listed = item(govuk(today), path)["details"]["attachments"]
    return [one for one in listed if one["attachment_type"] == "file"]


def test_the_collection_lists_every_release_that_is_out_newest_first() -> None:
    assert paths(date(2018, 8, 1)) == [
        "/government/statistics/childrens-social-care-data-in-england-2018",
        "/government/statistics/childrens-social-care-data-in-england-2017",
    ]
    assert paths(LAST) == [
        SIX_MONTHLY,
        "/government/statistics/ownership-of-childrens-social-care-providers-in-england-2026",
        "/government/statistics/childrens-social-care-in-england-2026",
        OWNERS_2025,
        OF_2025,
        LARGEST,
        "/government/statistics/childrens-social-care-in-england-2024",
        "/government/statistics/childrens-social-care-data-in-england-2023",
        "/government/statistics/childrens-social-care-data-in-england-2022",
        "/government/statistics/childrens-social-care-data-in-england-2021",
        "/government/statistics/childrens-social-care-data-in-england-2020",
        "/government/statistics/childrens-social-care-data-in-england-2019",
        "/government/statistics/childrens-social-care-data-in-england-2018",
        "/government/statistics/childrens-social-care-data-in-england-2017",
    ]


def test_a_release_is_there_from_its_day_on_and_not_before() -> None:
    assert get(govuk(date(2025, 7, 15)), f"/api/content{OF_2025}").status == 404
    assert item(govuk(date(2025, 7, 16)), OF_2025)["public_updated_at"] == (
        "2025-07-16T09:30:00.000+01:00"
    )


def test_nothing_at_all_is_there_before_the_first_release() -> None:
    assert get(govuk(date(2017, 7, 26)), f"/api/content{COLLECTION}").status == 404


def test_a_file_is_what_its_attachment_says_of_it() -> None:
    (one,) = files(LAST, OF_2025)
    answer = get(assets(LAST), one["url"])

    assert isinstance(answer.body, Path)
    assert answer.media_type == one["content_type"]
    assert answer.body.stat().st_size == one["file_size"]
    assert one["filename"] == "Childrens_social_care_in_England_2025_underlying_data.ods"
    assert one["url"].endswith(one["filename"])


def test_a_corrected_issue_has_another_address_and_its_page_says_why() -> None:
    first, second = date(2025, 7, 16), date(2025, 8, 5)
    (before,), (after,) = files(first, OF_2025), files(second, OF_2025)
    history = item(govuk(second), OF_2025)["details"]["change_history"]

    assert before["filename"] == after["filename"]
    assert before["url"] != after["url"]
    assert get(assets(first), before["url"]).status == 200
    assert get(assets(first), after["url"]).status == 404
    assert get(assets(second), before["url"]).status == 410
    assert get(assets(second), after["url"]).status == 200
    assert history == [
        {
            "public_timestamp": "2025-08-05T09:30:00.000+01:00",
            "note": (
                "1 place previously omitted in Table 6b has been added. URN 9000002, event"
                " number 10000102: publication date corrected to 9 July 2024 (was 8 June 2024)."
            ),
        },
        {"public_timestamp": "2025-07-16T09:30:00.000+01:00", "note": "First published."},
    ]


def test_an_older_page_gives_its_files_as_pieces_of_html_alone() -> None:
    details = item(govuk(LAST), OF_2018)["details"]
    links = [
        link
        for piece in details["documents"]
        for link in BeautifulSoup(piece, "html.parser").select("section.attachment h2.title a")
    ]

    assert "attachments" not in details
    release = "Children's social care data in England 2017 to 2018: "
    assert [link.text.removeprefix(release) for link in links] == [
        "Provider level data as at 31 March 2018",
        "Providers and places as at 31 March 2018",
        "Provider level data in year 2017-18",
        "Joiners and leavers 2017-18",
    ]
    assert [get(assets(LAST), str(link["href"])).status for link in links] == [200] * 4


def test_the_workbook_of_2025_is_taken_in_as_it_is_served() -> None:
    (one,) = files(LAST, OF_2025)
    answer = get(assets(LAST), one["url"])
    assert isinstance(answer.body, Path)
    document = Document(
        url=one["url"],
        fetched_at=datetime(2027, 3, 31, tzinfo=UTC),
        body=answer.body.read_bytes(),
    )

    assert SOURCE.is_rehearsal(document)
    assert SOURCE.subject(list(SOURCE.parse(document))) == "register at 2025-03-31"  # type: ignore[arg-type] - no links in a workbook


def test_the_january_page_gains_a_file_each_year() -> None:
    page = item(govuk(LAST), SIX_MONTHLY)

    assert [one["title"][-4:] for one in page["details"]["attachments"]] == ["2025", "2026"]
    assert [one["note"] for one in page["details"]["change_history"]] == [
        "Added data as at 30 September 2026.",
        "First published.",
    ]


def owners_tables(today: date, path: str) -> list[list[list[str]]]:
    """The tables of the HTML page of a release, as rows of cells."""
    (page,) = item(govuk(today), path)["details"]["attachments"]
    body = item(govuk(today), page["url"])["details"]["body"]
    return [
        [[cell.text for cell in row.select("th, td")] for row in table.select("tr")]
        for table in BeautifulSoup(body, "html.parser").select("div.govspeak table")
    ]


def test_fostering_places_are_told_by_owner_alone_and_rounded() -> None:
    homes, fostering, supported = owners_tables(date(2025, 11, 27), OWNERS_2025)

    assert fostering == [
        ["Owner", "Number of agencies", "Number of places", "Percentage of all agency places"],
        ["CORNCRAKE FOSTERING LIMITED", "1", "1,205", "76%"],
    ]
    assert homes[1] == ["ALDERBECK CARE LIMITED", "3", "14", "38%"]
    assert supported[1:] == []


def test_a_year_after_a_fostering_merger_one_owner_has_the_places_of_both_less_what_fell() -> None:
    path = OWNERS_2025.replace("2025", "2026")
    _, fostering, _ = owners_tables(date(2026, 11, 26), path)

    assert fostering[1] == ["CORNCRAKE FOSTERING LIMITED", "2", "1,455", "100%"]


def test_the_owners_page_comes_out_on_the_last_thursday_of_november() -> None:
    assert get(govuk(date(2025, 11, 26)), f"/api/content{OWNERS_2025}").status == 404
    assert get(govuk(date(2025, 11, 27)), f"/api/content{OWNERS_2025}").status == 200


def test_before_2025_the_largest_providers_were_told_of_on_one_page_each_summer() -> None:
    listed = item(govuk(date(2022, 8, 1)), LARGEST)["details"]["attachments"]

    assert [one["title"] for one in listed] == [
        "Largest national providers of private and voluntary social care (March 2020)",
        "Largest national providers of private and voluntary social care (March 2021)",
        "Largest national providers of private and voluntary social care (March 2022)",
    ]
    assert {one["attachment_type"] for one in listed} == {"html"}


@pytest.mark.parametrize("today", [date(2017, 7, 27), date(2022, 7, 7), date(2025, 7, 20), LAST])
def test_no_day_later_than_today_is_published_anywhere(today: date) -> None:
    desk = govuk(today)
    pages = [item(desk, COLLECTION), *(item(desk, path) for path in paths(today))]

    assert [
        (page["base_path"], moment)
        for page in pages
        for moment in re.findall(r"\d{4}-\d\d-\d\dT", str(page))
        if date.fromisoformat(moment[:10]) > today
    ] == []


def test_every_link_is_the_rehearsals_own() -> None:
    desk = govuk(LAST)
    seen = [text(get(desk, path)) for path in (COLLECTION, *paths(LAST))]
    told = [text(get(desk, f"/api/content{path}")) for path in (COLLECTION, *paths(LAST))]

    assert {
        link
        for body in (*seen, *told)
        for link in re.findall(r"https?://[^/\"'\\<> ]+", body)
        if link not in ADDRESSES.values()
    } == set()


def test_the_same_question_on_the_same_day_has_the_same_answer() -> None:
    path = f"/api/content{OWNERS_2025}"

    assert get(govuk(LAST), path).body == get(govuk(LAST), path).body


def test_an_unknown_page_and_an_unknown_file_are_not_found() -> None:
    assert get(govuk(LAST), "/api/content/government/statistics/nothing").status == 404
    assert get(govuk(LAST), "/government/statistics/nothing").status == 404
    assert get(assets(LAST), "/media/0123456789abcdef01234567/nothing.ods").status == 404


def test_a_page_is_shown_to_people_too() -> None:
    page = BeautifulSoup(text(get(govuk(LAST), OF_2025)), "html.parser")

    assert page.select_one("h1").text == "Children's social care in England 2025"  # type: ignore[union-attr] - there is one
    assert [
        str(link["href"]).startswith(ADDRESSES["govuk_assets"]) for link in page.select("a")
    ] == [True]


def test_a_file_is_last_modified_on_the_morning_on_which_it_came_out() -> None:
    (one,) = files(LAST, OF_2025)
    identity = one["url"].split("/")[-2]
    uploaded = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(identity[:8], 16))

    assert uploaded.date() == date(2025, 8, 5)
    assert get(assets(LAST), one["url"]).headers == {
        "Last-Modified": "Tue, 05 Aug 2025 08:30:00 GMT"
    }
