"""A control snapshot that is not whole, or not what it was, stops."""

import json
from pathlib import Path

import pytest

from crawlers.companies_house import snapshot_lines
from crawlers.reading import SourceChangedError
from crawlers.sources.companies_house_control_snapshot import SOURCE
from tests.crawlers.bulk_files import laid_out, read
from tests.crawlers.control_snapshot import (
    PERSON,
    PUBLISHED_AS,
    exemption,
    line,
    snapshot,
    statement,
    totals,
)

WHOLE = snapshot(line(), statement(), statement(), exemption(), totals(1, 2, 1))
AGAIN = "; download the snapshot again"


def refusal(folder: Path, body: str | bytes, url: str = PUBLISHED_AS) -> tuple[str, str]:
    """What is wrong, and where."""
    with pytest.raises(SourceChangedError) as caught:
        read(SOURCE, folder, body, url)
    problem, place, kept = str(caught.value).splitlines()
    assert kept == "  fetched 2026-11-03, kept as abababababab"
    return problem, place.removeprefix(f"  at {url}")


def test_a_snapshot_cut_between_two_lines_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, snapshot(line(), statement())) == (
        f"its last line is not its totals, so that it is cut short{AGAIN}",
        "",
    )


def test_a_snapshot_cut_inside_a_line_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, snapshot(line(), statement())[:-40]) == (
        f"its last line is not its totals, so that it is cut short{AGAIN}",
        "",
    )


def test_a_snapshot_cut_inside_its_totals_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, WHOLE[:-40]) == (f"its last line is cut in the middle{AGAIN}", "")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    problem, _ = refusal(tmp_path, b"")

    assert problem == f"its last line is not its totals, so that it is cut short{AGAIN}"


@pytest.mark.parametrize(
    ("last", "problem"),
    [
        (totals(2, 2, 1), "persons_of_significant_control_count is 2 where it holds 1"),
        (totals(1, 1_000, 1), "statements_count is 1,000 where it holds 2"),
        (totals(1, 2, 0), "exemptions_count is 0 where it holds 1"),
        (
            totals(1, 1, 2),
            "statements_count is 1 where it holds 2; exemptions_count is 2 where it holds 1",
        ),
    ],
)
def test_totals_that_disagree_are_named(tmp_path: Path, last: str, problem: str) -> None:
    body = snapshot(line(), statement(), statement(), exemption(), last)

    assert refusal(tmp_path, body) == (f"its own totals disagree: {problem}{AGAIN}", "")


@pytest.mark.parametrize(
    ("last", "problem"),
    [
        (totals(2), "persons_of_significant_control_count is 2 where it holds 1"),
        (totals(0), "persons_of_significant_control_count is 0 where it holds 1"),
        (totals(1, 1), "statements_count is 1 where it holds 0"),
    ],
    ids=["a part of them counted", "one too few", "a part counted elsewhere"],
)
def test_totals_that_disagree_name_new_kinds_besides(
    tmp_path: Path, last: str, problem: str
) -> None:
    body = snapshot(line(), line(kind="new-kind"), line(kind="new-kind"), last)
    found, _ = refusal(tmp_path, body)

    assert found == (
        f"its own totals disagree: {problem}, besides lines of new kinds: 'new-kind' (2 of them,"
        f" first in line 2){AGAIN}"
    )


def entry(number: str, name: str, **said: object) -> str:
    """A line with the publisher's link to the entry."""
    link = f"/company/{number}/persons-with-significant-control/individual/{name}"
    return line(number, links={"self": link}, **said)


@pytest.mark.parametrize(
    "again",
    [entry("09000001", "p1"), entry("09000001", "p1", etag="another")],
    ids=["verbatim", "with another text"],
)
def test_an_entry_that_stands_in_two_lines_is_refused(tmp_path: Path, again: str) -> None:
    body = snapshot(entry("09000001", "p1"), entry("09000001", "p2"), again, totals(3))
    problem, place = refusal(tmp_path, body)

    assert place == "#line=3"
    assert problem == (
        "the entry /company/09000001/persons-with-significant-control/individual/p1 of company"
        f" 09000001 stands in line 1 and again in line 3{AGAIN}, and report it to the publisher if"
        " it stays so"
    )


def test_of_several_repeated_entries_the_first_is_named_and_the_others_counted(
    tmp_path: Path,
) -> None:
    twice = [entry("09000001", "p1"), exempt(), line(etag="e1")]
    problem, place = refusal(tmp_path, snapshot(*twice, *twice, totals(4, 0, 2)))

    assert place == "#line=4"
    assert ", and 2 other entries twice;" in problem


def exempt() -> str:
    """A line of exemptions with its link, of which a company has one."""
    return line("9000001", "exemptions", links={"self": "/company/09000001/exemptions"})


@pytest.mark.parametrize(
    "lines",
    [
        [entry("09000001", "p1"), entry("09000002", "p1")],
        [line("09000001", etag="e1"), line("09000002", etag="e1")],
        [line("09000001", etag="e1"), line("09000001", etag="e2")],
        [entry("09000001", "p1", etag="e1"), entry("09000001", "p2", etag="e1")],
        [line(), line()],
    ],
    ids=[
        *("one id in two companies", "one etag in two companies", "two etags", "two links"),
        "entries that nothing names",
    ],
)
def test_two_entries_are_no_repeat(tmp_path: Path, lines: list[str]) -> None:
    part = read(SOURCE, tmp_path, snapshot(*lines, totals(2)), PUBLISHED_AS)

    assert part.counts[1].rows == 2


def test_entries_whose_hashes_agree_are_told_apart_by_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_lines, "ENTRY_HASH", "1::ubigint")
    body = snapshot(entry("09000001", "p1"), entry("09000001", "p2"), line(), line(), totals(4))
    part = read(SOURCE, tmp_path, body, PUBLISHED_AS)

    assert part.counts[1].rows == 4


@pytest.mark.parametrize(
    "member",
    [
        "persons_of_significant_control_count",
        "statements_count",
        "exemptions_count",
        "generated_at",
    ],
)
def test_totals_that_lack_a_member_name_it(tmp_path: Path, member: str) -> None:
    problem, _ = refusal(tmp_path, WHOLE.replace(f'"{member}"', '"other"'))

    assert problem == (
        f"its totals, against which it is checked, lack ['data.{member}']{AGAIN}, or read the"
        " totals anew in the source's file if the publisher has changed them"
    )


def test_totals_in_the_middle_are_not_the_last_line(tmp_path: Path) -> None:
    problem, _ = refusal(tmp_path, snapshot(line(), totals(2), line()))

    assert problem == f"its last line is not its totals, so that it is cut short{AGAIN}"


def test_two_snapshots_joined_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, snapshot(line(), totals(2), line(), totals(2))) == (
        f"it has more than one line of totals{AGAIN}",
        "",
    )


@pytest.mark.parametrize("number", [None, "", " "])
def test_a_line_of_a_known_kind_about_no_company_is_refused(
    tmp_path: Path, number: str | None
) -> None:
    assert refusal(tmp_path, snapshot(line(), line(number), totals(2))) == (
        f"of 2 lines of the kind {PERSON!r}, 1 name a company{AGAIN}",
        "",
    )


@pytest.mark.parametrize(
    ("amiss", "why"),
    [
        ("{oops", "unexpected character"),
        ("<html>", "unexpected character"),
        (line()[:-1], "unexpected character"),
        (f"{line()} {line()}", "unexpected content after document"),
        ("[1]", "Expected OBJECT, but got ARRAY: [1]"),
        (json.dumps({"company_number": "09000001", "data": 1}), "Expected OBJECT, but got"),
        (line(identification="B 123"), 'Expected OBJECT, but got VARCHAR: "B 123"'),
        (line()[:-1] + ', "data": {}}', 'has duplicate key "data"'),
    ],
)
def test_a_line_that_is_no_json_of_its_kind_is_named(tmp_path: Path, amiss: str, why: str) -> None:
    problem, place = refusal(tmp_path, snapshot(line(), line(), amiss, line(), totals(4)))

    assert place == "#line=3"
    assert problem.startswith("a line is no JSON of its kind (")
    assert why in problem
    assert problem.endswith(f"){AGAIN}")


def test_text_that_is_not_utf_8_names_its_line(tmp_path: Path) -> None:
    body = snapshot(line(), line().replace(PERSON, "é"), totals(2)).encode("cp1252")

    assert refusal(tmp_path, body) == (
        f"a line is no JSON of its kind (invalid UTF-8 encoding in string){AGAIN}",
        "#line=2",
    )


def test_one_part_of_several_is_refused_by_its_name(tmp_path: Path) -> None:
    problem, _ = refusal(tmp_path, WHOLE, "file:psc-snapshot-2026-11-02_1of20.zip")

    assert problem == (
        "this is one of several parts, and only the whole can be checked; download the one file"
        " persons-with-significant-control-snapshot"
    )


def test_a_line_that_is_no_json_stops_an_extract_too(tmp_path: Path) -> None:
    assert SOURCE.extracts is not None
    file = laid_out(tmp_path, snapshot(line(), "{oops", totals(2)), PUBLISHED_AS)

    with pytest.raises(SourceChangedError, match="#line=2"):
        list(SOURCE.extracts(file, ["09000001"]))


def test_a_line_longer_than_any_is_refused(tmp_path: Path) -> None:
    problem, place = refusal(tmp_path, snapshot(line(), line(name="x" * 40_000_000), totals(2)))

    assert not place
    assert problem.startswith("a line cannot be read (Invalid Input Error: ")
    assert "maximum_object_size" in problem
