"""Searching the register: by words, by conditions, among the dissolved."""

import json
from typing import Any

import pytest

from tests.crawlers.rehearsal.companies_house.small_register import TODAY, WORLD, answer, body

SEARCH, ADVANCED = "/search/companies", "/advanced-search/companies"
DISSOLVED = "/dissolved-search/companies"


def numbers(found: dict[str, Any]) -> list[str]:
    return [item["company_number"] for item in found["items"]]


def test_a_search_finds_present_and_earlier_names_the_dissolved_among_them() -> None:
    found = body(SEARCH, q="Fernlark Homes")

    assert numbers(found)[0] == "99000001"
    assert set(numbers(found)) >= {"99000002", "99000003", "99000005"}
    assert numbers(body(SEARCH, q="fernlark care"))[0] == "99000001"


def test_a_result_says_what_matched_and_where_the_company_stands() -> None:
    (first, *_) = body(SEARCH, q="fernlark homes")["items"]
    dissolved = next(
        item for item in body(SEARCH, q="fernlark")["items"] if item["company_number"] == "99000005"
    )

    assert (first["title"], first["matches"]["title"]) == (
        "FERNLARK HOMES LIMITED",
        [1, 8, 10, 14],
    )
    assert first["description"] == "99000001 - Incorporated on 10 February 2015"
    assert first["address_snippet"] == "12 Whinchat Row, Salford, England, M99 9XA"
    assert dissolved["description"] == "99000005 - Dissolved on  1 May 2024"


@pytest.mark.parametrize(
    ("query", "description"),
    [
        ("siskin", "99000006 - In Administration"),
        ("lapwing holt", "CE990001 - Registered on  1 April 2019"),
        ("quillwort", "OE990001 - Registered on  1 December 2022"),
    ],
)
def test_a_result_is_described_by_its_state(query: str, description: str) -> None:
    assert body(SEARCH, q=query)["items"][0]["description"] == description


def test_a_search_can_be_restricted_to_the_active_and_to_the_same_name() -> None:
    active = body(SEARCH, q="fernlark", restrictions="active-companies")
    same = body(
        SEARCH,
        q="FERNLARK HOMES LTD.",
        restrictions="active-companies legally-equivalent-company-name",
    )

    assert "99000005" not in numbers(active)
    assert numbers(same) == ["99000001"]


def test_pages_of_a_search_add_up() -> None:
    found = body(SEARCH, q="fernlark")
    pages = [
        body(SEARCH, q="fernlark", items_per_page="2", start_index=str(start))
        for start in range(0, found["total_results"], 2)
    ]

    assert [number for page in pages for number in numbers(page)] == numbers(found)
    assert [page["page_number"] for page in pages] == list(range(1, len(pages) + 1))


def test_nothing_is_shown_beyond_the_thousandth_result() -> None:
    assert answer(SEARCH, q="fernlark", start_index="981").status == 416
    assert answer(SEARCH, q="fernlark", start_index="980").status == 200


def test_a_search_without_words_is_wrong_and_one_without_results_is_empty() -> None:
    assert answer(SEARCH).status == 400
    assert numbers(body(SEARCH, q="zzz")) == []


def test_a_name_that_is_not_borne_yet_finds_nobody() -> None:
    assert numbers(body(SEARCH, q="tomorrow")) == []


def test_an_advanced_search_without_conditions_lists_the_register() -> None:
    found = body(ADVANCED, size="5000")
    known = [company.key for company in WORLD.companies if company.begun_on <= TODAY]

    assert (found["hits"], numbers(found)) == (len(known), known)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"company_name_includes": "fernlark limited"}, ["99000001", "99000002", "99000003"]),
        (
            {"company_name_includes": "fernlark", "company_name_excludes": "limited"},
            ["99000005", "LP990001"],
        ),
        ({"company_status": "administration,dissolved"}, ["99000005", "99000006"]),
        ({"company_type": "plc,llp"}, ["99000003", "OC990001"]),
        ({"company_subtype": "community-interest-company"}, ["99000004"]),
        ({"sic_codes": "88990"}, ["99000001"]),
        ({"location": "jersey"}, ["OE990001"]),
        ({"incorporated_from": "2022-01-01", "incorporated_to": "2023-01-01"}, ["OE990001"]),
        ({"dissolved_from": "2024-05-01"}, ["99000005"]),
        ({"dissolved_to": "2024-05-01"}, ["99000005"]),
    ],
)
def test_an_advanced_search_finds_what_meets_every_condition(
    query: dict[str, str], expected: list[str]
) -> None:
    assert numbers(body(ADVANCED, **query)) == expected


def test_an_advanced_search_comes_in_parts() -> None:
    first, second = (body(ADVANCED, size="8", start_index=start) for start in ("0", "8"))

    assert len(set(numbers(first) + numbers(second))) == first["hits"] == 13
    assert second["top_hit"] == first["items"][0]


@pytest.mark.parametrize(
    ("query", "status", "parameter"),
    [
        ({"size": "5001"}, 400, "size"),
        ({"size": "none"}, 400, "size"),
        ({"incorporated_from": "yesterday"}, 400, "incorporated_from"),
    ],
)
def test_a_condition_that_cannot_be_read_is_refused(
    query: dict[str, str], status: int, parameter: str
) -> None:
    found = answer(ADVANCED, **query)
    assert isinstance(found.body, bytes)

    assert found.status == status
    assert json.loads(found.body)["errors"][0]["location"] == parameter


def test_an_advanced_search_without_results_is_not_found() -> None:
    assert answer(ADVANCED, company_name_includes="zzz").status == 404


def test_the_dissolved_are_found_by_name_and_nobody_else() -> None:
    found = body(DISSOLVED, q="fernlark home")

    assert (numbers(found), found["kind"]) == (["99000005"], "search#dissolved")
    assert answer(DISSOLVED, q="teasel").status == 404


def test_the_dissolved_come_in_the_order_of_their_names() -> None:
    found = body(DISSOLVED, q="abc", search_type="alphabetical")
    key = found["items"][0]["ordered_alpha_key_with_id"]
    beyond = body(DISSOLVED, q="abc", search_type="alphabetical", search_below=key)
    before = body(DISSOLVED, q="abc", search_type="alphabetical", search_above="ZZZ:1")

    assert (key, numbers(found)) == ("FERNLARKHOME:99000005", ["99000005"])
    assert (numbers(beyond), numbers(before)) == ([], ["99000005"])


def test_a_size_out_of_range_is_refused_as_the_dissolved_search_refuses() -> None:
    statuses = [answer(DISSOLVED, q="fernlark", size=size).status for size in ("0", "101", "x")]

    assert statuses == [422, 422, 422]
    assert answer(DISSOLVED).status == 422
