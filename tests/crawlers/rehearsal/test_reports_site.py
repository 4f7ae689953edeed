"""The reports site is found, paged and read by the marks that its real pages have."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from bs4 import BeautifulSoup, Tag

from crawlers.rehearsal.forms.ofsted.reports_site import OfstedReports
from crawlers.rehearsal.publishing import Setup
from crawlers.rehearsal.world.settings import Setting
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.ofsted_desks import ADDRESSES, FOLDER, get, reports, text
from tests.crawlers.rehearsal.two_councils import SETTINGS, WORLD

TODAY = date(2026, 9, 1)
CARE = ("3",)
SELECTORS = (
    "strong.results-count.js-results-count",
    "ul.results-list > li.search-result",
    'h3.search-result__title.heading--main > a[href^="/provider/"]',
    "ul.search-result__provider-info li",
    "address.search-result__address",
    "#redactedMessage",
)
"""By which readers find things on the real search page."""


def page(desk: OfstedReports, path: str, **query: tuple[str, ...]) -> BeautifulSoup:
    answer = get(desk, path, **query)
    assert answer.status == 200
    return BeautifulSoup(text(answer), "html.parser")


def found(**query: tuple[str, ...]) -> list[str]:
    """The URNs that a search finds, on its first page."""
    soup = page(reports(TODAY), "/search", **{"rows": ("100",), **query})
    return [str(link["href"]).rpartition("/")[2] for link in soup.select(".search-result a")]


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    """The first thing that a selector finds; it must be there."""
    tag = soup.select_one(selector)
    assert tag is not None
    return tag


def crowd(number: int) -> World:
    """The world with so many homes like the first beside it."""
    first = SETTINGS[0]
    more: list[Setting] = [replace(first, urn=f"91{each:05}") for each in range(number)]
    return replace(WORLD, settings=(*SETTINGS, *more))


def test_a_result_says_what_it_is_and_when_it_was_last_reported_on() -> None:
    soup = page(reports(TODAY), "/search", level_1_types=CARE, q=("SC900011",))
    (result,) = soup.select("ul.results-list > li.search-result")

    assert one(result, "h3.search-result__title.heading--main > a").text == "Fieldfare School"
    assert one(result, "h3 a")["href"] == "/provider/1/SC900011"
    assert [item.text for item in result.select("ul.search-result__provider-info li")] == [
        "Category: Boarding School",
        "Latest report: 13 December 2016",
        "URN: SC900011",
    ]
    assert one(result, "ul li strong time").text == "13 December 2016"
    assert one(result, "address.search-result__address").text == (
        "1 Rowan Walk, Mill Quarter, Carlisle, CA99 9XA"
    )


def test_a_home_is_called_by_its_number_and_has_no_address() -> None:
    soup = page(reports(TODAY), "/search", q=("9000002",))
    (result,) = soup.select("li.search-result")

    assert one(result, "h3 a").text == "9000002"
    assert result.select("address") == []
    assert one(soup, "#redactedMessage").text.startswith("We cannot publish the address")


def test_the_number_of_results_stands_twice() -> None:
    soup = page(reports(TODAY), "/search", level_1_types=CARE)

    assert [each.text for each in soup.select("strong.results-count.js-results-count")] == [
        "16",
        "16",
    ]


def test_what_is_open_or_closed_is_found_by_status() -> None:
    assert found(**{"status[]": ("2",)}) == ["9000003", "9000013", "9000016"]
    assert len(found(**{"status[]": ("1",)})) == 13
    assert len(found(**{"status[]": ("1", "2")})) == 16
    assert found(**{"status[]": ("4",)}) == []


@pytest.mark.parametrize("name", ["local_authority", "local_authority[]", "local_authority[0]"])
def test_a_council_is_found_by_its_number_however_the_filter_is_written(name: str) -> None:
    assert found(**{name: ("942",)}) == [
        "9000002",
        "9000003",
        "9000005",
        "9000007",
        "9000012",
        "9000016",
        "SC900011",
    ]


def test_a_region_is_found_by_its_code() -> None:
    assert set(found(**{"region[]": ("E12000002",)})) == set(found(local_authority=("942",)))


def test_reports_are_found_by_the_days_between_which_the_latest_came_out() -> None:
    assert found(
        latest_report_date_start=("01-03-2025",), latest_report_date_end=("30-04-2025",)
    ) == ["9000008", "9000012"]


def test_no_school_and_no_council_is_found_under_social_care() -> None:
    assert found(level_1_types=("1",)) == []
    assert found(level_1_types=CARE, **{"level_2_types[]": ("12",)}) == []


def test_results_are_sorted_as_asked() -> None:
    assert found(sort=("date",), order=("desc",))[:2] == ["SC900001", "9000015"]
    assert found(sort=("az",), order=("asc",))[-5:] == [
        "9000007",
        "SC900011",
        "9000008",
        "SC900001",
        "SC900004",
    ]


def test_at_most_a_hundred_rows_are_given_whatever_is_asked() -> None:
    desk = OfstedReports(Setup(world=crowd(250), today=TODAY, addresses=ADDRESSES, folder=FOLDER))
    soup = page(desk, "/search", level_1_types=CARE, rows=("1000",))

    assert len(soup.select("li.search-result")) == 100
    assert one(soup, "strong.results-count").text == "266"
    assert one(soup, "span.pagination__numbers").text == "1 of 3"


def test_following_next_leads_to_every_result_once() -> None:
    desk = OfstedReports(Setup(world=crowd(250), today=TODAY, addresses=ADDRESSES, folder=FOLDER))
    asked = {"level_1_types": CARE, "status[]": ("1",), "rows": ("100",)}
    pages = [page(desk, "/search", **asked, start=(start,)) for start in ("0", "100", "200")]
    urns = [
        str(link["href"]).rpartition("/")[2]
        for soup in pages
        for link in soup.select(".search-result a")
    ]

    assert [
        parse_qs(str(link["href"]).partition("?")[2])["start"]
        for soup in pages
        for link in soup.select("ul.pagination li.next a")
    ] == [["100"], ["200"]]
    assert len(urns) == len(set(urns)) == 263


def test_a_provider_page_has_its_reports_newest_first_and_its_registration_last() -> None:
    soup = page(reports(TODAY), "/provider/2/9000012")
    days = soup.select("ol.timeline > li.timeline__day")
    links = [link for day in days for link in day.select("a.publication-link")]

    assert one(soup, "link[rel=canonical]")["href"] == (
        f"{ADDRESSES['ofsted_reports']}/provider/2/9000012"
    )
    assert [one(day, "p.timeline__date time").text for day in days[:-1]] == [
        "18 March 2025",
        "28 January 2025",
        "07 February 2017",
    ]
    assert [one(link, "span.nonvisual").text for link in links] == [
        "Monitoring inspection, PDF - 15 April 2025",
        "Full inspection, PDF - 04 March 2025",
        "Full inspection, PDF - 14 March 2017",
    ]
    assert {str(link["target"]) for link in links} == {"_blank"}
    assert "timeline__day--registered" in days[-1]["class"]
    assert one(days[-1], "time").text == "01 September 2016"


def test_a_provider_page_says_what_it_is_and_where_but_not_the_address_of_a_home() -> None:
    soup = page(reports(TODAY), "/provider/2/9000012")
    told = [
        tuple(span.text for span in item.select("span"))
        for item in soup.select("ul.title-block__subject > li")
    ]

    assert told == [
        ("Type: ", "Children's Home"),
        ("Local authority: ", "Cumberland"),
        ("URN: ", "9000012"),
        ("Status: ", "Open"),
    ]
    assert "REDACTED" not in str(soup)
    assert one(soup, "address").text.startswith("We cannot publish the address")


def test_a_closed_setting_keeps_its_page() -> None:
    soup = page(reports(TODAY), "/provider/2/9000003")

    assert one(soup, "li.timeline__day--closed time").text == "05 October 2021"


def test_a_report_is_not_on_the_page_before_it_came_out() -> None:
    before = page(reports(date(2025, 5, 5)), "/provider/2/9000002")
    after = page(reports(date(2025, 5, 6)), "/provider/2/9000002")

    assert len(before.select("a.publication-link")) == 2
    assert len(after.select("a.publication-link")) == 3


def test_a_setting_is_not_on_the_site_before_it_is_registered() -> None:
    assert get(reports(date(2025, 5, 5)), "/provider/2/9000015").status == 404
    assert get(reports(date(2025, 5, 6)), "/provider/2/9000015").status == 200


def test_the_old_address_leads_to_the_page_of_the_right_type() -> None:
    old = "/inspection-reports/find-inspection-report/provider/CARE"
    answer = get(reports(TODAY), f"{old}/SC900006")

    assert answer.status == 301
    assert get(reports(TODAY), answer.headers["Location"]).status == 200
    assert get(reports(TODAY), f"{old}/SC999999").status == 404


def test_an_unknown_page_is_not_found() -> None:
    assert get(reports(TODAY), "/provider/2/9999999").status == 404
    assert get(reports(TODAY), "/provider/1/9000012").status == 404
    assert get(reports(TODAY), "/nothing").status == 404


def test_every_link_is_the_rehearsals_own() -> None:
    desk = reports(TODAY)
    bodies = [
        text(get(desk, "/search", rows=("100",))),
        *(text(get(desk, f"/provider/2/{urn}")) for urn in ("9000003", "9000012", "SC900001")),
    ]

    assert {
        link
        for body in bodies
        for link in re.findall(r"https?://[^/\"'<> ]+", body)
        if link not in ADDRESSES.values()
    } == set()


@pytest.mark.real_data
@pytest.mark.parametrize("selector", SELECTORS)
def test_what_is_found_on_our_search_page_is_found_on_the_real_one(
    published_files: Path, selector: str
) -> None:
    real = published_files / "ofsted" / "reports_ofsted_search_results_2023-11.html"
    ours = page(reports(TODAY), "/search", level_1_types=CARE, rows=("100",))

    assert BeautifulSoup(real.read_text(), "html.parser").select(selector) != []
    assert ours.select(selector) != []


def test_past_the_end_no_page_is_counted_that_is_not_there() -> None:
    found = text(get(reports(date(2026, 9, 1)), "/search", start=("5000",), rows=("2",)))
    numbers = re.search(r"numbers\">(\d+) of (\d+)<", found)

    assert numbers is not None
    assert numbers[1] == numbers[2]
