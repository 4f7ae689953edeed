"""A CSV of providers that is not as published stops, whatever is amiss with it."""

import pytest

from crawlers.reading import SourceChangedError
from tests.crawlers.ofsted_forms import (
    PROVIDERS,
    TITLES,
    csv_body,
    uninspected,
    visited,
)
from tests.crawlers.vintages import problem, providers, read, settings


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252"])
def test_each_encoding_gives_the_same_owner(encoding: str) -> None:
    body = providers(
        "2024", {"organisation which owns the provider": "Zoë’s Homes – West"}, encoding=encoding
    )

    assert [s.owner_name for s in settings(read(body))] == ["Zoë’s Homes – West"]


def test_a_byte_of_no_known_encoding_stops() -> None:
    body = providers("2019", {"organisation which owns the provider": "Caf?"})
    stop = problem(body.replace(b"Caf?", b"Caf\x81").removeprefix(b"\xef\xbb\xbf"))

    assert "neither UTF-8 nor Windows-1252 text: byte" in stop
    assert "0x81; save it as UTF-8, or download it again" in stop


def test_a_renamed_heading_that_a_table_is_known_by_is_to_be_named_in_the_source() -> None:
    body = csv_body(PROVIDERS["2019"], visited("25/03/2019"))

    assert problem(body.replace(b"Sector", b"Sector of the provider", 1)).endswith(
        "if the publisher renamed them, name them in the source's file"
    )


def test_blank_rows_at_the_end_are_passed_over() -> None:
    blank = "," * PROVIDERS["2018_part2"].count("|") + "\r\n"
    body = providers("2018_part2", {}) + 985 * blank.encode()

    assert len(settings(read(body))) == 1


def test_unnamed_empty_columns_at_the_end_are_passed_over() -> None:
    body = csv_body(PROVIDERS["2019"] + "||", visited("25/03/2019"))

    assert len(settings(read(body))) == 1


@pytest.mark.parametrize(
    ("cells", "stop"),
    [
        ({"urn": "Children's home"}, "cannot read 'URN': \"Children's home\" is not a URN"),
        ({"sector": "Ashford"}, "cannot read 'Sector': 'Ashford' is new"),
        ({"places": "Small Steps Ltd"}, "cannot read 'Places': 'Small Steps Ltd' is not a whole"),
        ({"registration date": "05/01/12"}, "cannot read 'Registration date': '05/01/12' is not"),
        ({"event type": "Full review"}, "'Full review' is new"),
        (
            {"overall experiences and progress of children and young people": "Excellent"},
            "'Excellent' is new",
        ),
        ({"event type": ""}, "an inspection without its kind, day or day of publication"),
    ],
)
def test_a_cell_that_cannot_be_what_its_heading_says_stops(
    cells: dict[str, str], stop: str
) -> None:
    assert stop in problem(providers("2019", {"urn": "SC100002"}, {"urn": "SC100003"} | cells))


def test_a_row_shifted_by_one_cell_stops_at_its_line() -> None:
    body = providers("2019", {}, {"urn": "SC100002"})
    lines = body.split(b"\r\n")
    lines[3] = b"," + lines[3]

    with pytest.raises(SourceChangedError, match="row=4"):
        read(b"\r\n".join(lines))


def test_headings_of_no_declared_table_stop_and_say_what_to_do() -> None:
    body = csv_body(PROVIDERS["2019"] + "|Ofsted phase", visited("25/03/2019"))

    assert problem(body) == (
        "no title gives the register date, and these headings are those of no declared table;"
        " if the file is as published, declare it in vintages.py with whom it covers"
    )


def test_a_new_column_under_a_title_stops() -> None:
    body = csv_body(PROVIDERS["2024"] + "|Phase", visited("25/03/2024"), above=(TITLES["2024"],))

    assert "new columns ['phase']" in problem(body)


def test_a_title_of_an_undeclared_year_stops() -> None:
    body = csv_body(PROVIDERS["2025"], above=("Provider level as at 31 March 2026",))

    assert "no table of providers is declared for 2026-03-31" in problem(body)


def test_rows_later_than_the_declared_day_stop() -> None:
    assert "a row is dated 2019-04-02, after the register date 2019-03-31" in problem(
        providers("2019", visited("02/04/2019"))
    )


def test_rows_too_old_for_the_declared_day_stop() -> None:
    assert "the newest inspection is of 2018-12-03, too old for a table at 2019-03-31" in problem(
        providers("2019", visited("03/12/2018"))
    )


def test_an_uninspected_setting_in_a_list_of_inspected_ones_stops() -> None:
    assert "a setting without an inspection" in problem(
        providers("2019", {}, visited("") | uninspected())
    )


def test_a_full_register_in_which_all_are_inspected_stops() -> None:
    assert "every setting has been inspected" in problem(providers("2021", {}))


def test_text_with_a_nul_in_it_stops() -> None:
    body = providers("2019", {"organisation which owns the provider": "A\0Ltd"})

    assert problem(body) == "not text: it holds NUL bytes; download it again"
