"""The yearly workbook is known for what it is, however its files are written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from crawlers.rehearsal.forms.ofsted.publication_days import july
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.year import march
from crawlers.sources.ofsted_annual import SOURCE
from db.records import (
    Inspection,
    Movement,
    Record,
    Setting,
)
from tests.crawlers.annual_issue import (
    LATEST,
    MOVEMENTS,
    REGISTER,
    issue_2025,
    with_heading,
)
from tests.crawlers.annual_reading import OF_2022, OF_2025, read, read_tabs
from tests.crawlers.workbooks import Tabs, document, ods, unzipped, xlsx, zipped
from tests.planted_market.workbooks import YEARS, body
from tests.planted_market.world import WORLD


@pytest.mark.parametrize("write", [ods, xlsx])
def test_either_form_of_workbook_gives_the_same_records(write: Callable[[Tabs], bytes]) -> None:
    written = document(write(issue_2025()))
    changes = {"cite": "sha256:" + "0" * 64 + "#row=1"}

    assert [record.model_copy(update=changes) for record in read(written, Record)] == [
        record.model_copy(update=changes) for record in read(OF_2025, Record)
    ]


def test_the_header_may_stand_lower_or_higher() -> None:
    tabs = issue_2025()
    tabs[REGISTER].insert(0, ["One more line of prose"])
    tabs[LATEST] = tabs[LATEST][3:]

    assert read_tabs(tabs, Setting)[0].cite.endswith("&row=6")
    assert read_tabs(tabs, Inspection)[0].cite.endswith("&row=2")


def test_headings_may_change_their_breaks_spaces_and_capitals() -> None:
    tabs = with_heading(issue_2025(), REGISTER, "Registration status", " REGISTRATION\n status ")
    tabs = with_heading(tabs, MOVEMENTS, "Setting name", "Name")

    assert len(read_tabs(tabs, Setting)) == 4


def test_blank_rows_below_a_table_are_passed_over() -> None:
    tabs = issue_2025()
    tabs[REGISTER].extend([None, "", " "] for _ in range(900))

    assert len(read_tabs(tabs, Setting)) == 4


def test_the_day_on_the_publishers_page_stands_over_the_cover() -> None:
    reissued = replace(OF_2025, published_on=date(2025, 8, 5))

    assert {setting.public_on for setting in read(reissued, Setting)} == {date(2025, 8, 5)}


def test_cached_links_to_other_workbooks_are_no_tabs() -> None:
    members = unzipped(ods(issue_2025() | {"Phantom": [["Cached"]]}))
    name = b'table:name="&apos;file://S5/Template.xlsm&apos;#Cover"'
    content = members["content.xml"].replace(b'table:name="Phantom"', name)
    linked = document(zipped(members | {"content.xml": content}))

    assert len(read(linked, Setting)) == 4


def test_the_workbook_is_known_by_a_tab_that_only_it_has() -> None:
    one_tab = document(ods({"SA_Premises_at_31_Mar_2027": [["x"]]}))

    assert SOURCE.recognises(OF_2025) is True
    assert SOURCE.recognises(one_tab) is True


@pytest.mark.parametrize(
    "body", [b"", b"<html></html>", b"URN,Name\n", ods({"Cover": [["x"]]}), zipped({"a": b"b"})]
)
def test_anything_else_is_not_taken_for_it(body: bytes) -> None:
    assert SOURCE.recognises(document(body)) is False


def test_its_subject_is_the_day_of_the_register() -> None:
    assert SOURCE.subject(read(OF_2022, Record)) == "register at 2022-03-31"


@pytest.mark.parametrize(
    ("cover", "invented"),
    [
        ([["Cover sheet"], ["Status:", "Rehearsal: invented data"]], True),
        ([["Cover sheet"], ["Status:", "Official statistics"]], False),
    ],
)
def test_an_invented_workbook_says_so_on_its_cover(cover: list[list[str]], invented: bool) -> None:
    book = document(ods({"Cover": cover, "Notes": [["Rehearsal"]], REGISTER: []}))

    assert invented is SOURCE.is_rehearsal(book)


def test_a_workbook_without_a_cover_does_not_say_that_it_is_invented() -> None:
    assert SOURCE.is_rehearsal(document(ods({"Notes": [["Rehearsal"]], REGISTER: []}))) is False


@pytest.mark.parametrize("year", YEARS)
def test_the_rehearsals_issues_are_read_whole(year: int) -> None:
    book, register = document(body(year)), Register(world=WORLD)

    assert len(read(book, Setting)) == len(register.open_on(march(year).to))
    assert len(read(book, Movement)) == len(register.moved(march(year)))
    assert read(book, Setting)[0].public_on == july(year)
    assert SOURCE.is_rehearsal(book) is True
