"""Files, folders and zips of files are looked through, each document under its own name."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawlers.pipeline import NotRecognisedError
from crawlers.reading import SourceChangedError
from db import ledger
from db.records import Setting
from db.tables import World
from oversight.installation import Installation
from oversight.taking_in import take_in
from tests.crawlers.test_ofsted_reports import COUNCIL_REPORT
from tests.oversight.workbooks import visible, zipped
from tests.planted_market.workbooks import body

KNOWN_AT = datetime(2026, 9, 1, 23, tzinfo=UTC)
SEARCH_PAGE = b'<!DOCTYPE html><ul class="search-result__provider-info">'


def register(place: Installation, as_of: date) -> tuple[date | None, int]:
    """The day of the register in force, and how many settings it has."""
    settings = [
        one for one in visible(place.engine, as_of, KNOWN_AT)["Setting"] if isinstance(one, Setting)
    ]
    return (settings[0].as_at if settings else None), len(settings)


def test_a_fetch_keeps_the_files_name_and_never_where_it_lay(
    place: Installation, issue_2025: Path
) -> None:
    take_in(place, [issue_2025])

    assert ledger.published(place.engine)[-1].url == "file:issue-2025.ods"


def test_a_folder_is_taken_in_file_by_file_hidden_ones_left_out(
    place: Installation, tmp_path: Path
) -> None:
    folder = tmp_path / "downloads"
    (folder / "older").mkdir(parents=True)
    (folder / ".trash").mkdir()
    (folder / "issue.ods").write_bytes(body(2026))
    (folder / "older" / "issue.ods").write_bytes(body(2025))
    (folder / ".DS_Store").write_bytes(b"\0")
    (folder / ".trash" / "issue.ods").write_bytes(b"")
    (taken,) = take_in(place, [folder])

    assert [one.subject for one in taken.saved] == [
        "register at 2026-03-31",
        "register at 2025-03-31",
    ]


def test_a_zip_is_taken_in_file_by_file(place: Installation, tmp_path: Path) -> None:
    path = tmp_path / "issues.zip"
    path.write_bytes(zipped({"2025.ods": body(2025), "in/2026.ods": body(2026), "in/": b""}))
    (taken,) = take_in(place, [path])

    assert [one.subject for one in taken.saved] == [
        "register at 2025-03-31",
        "register at 2026-03-31",
    ]
    assert [fetch.url for fetch in ledger.published(place.engine)[-2:]] == [
        "file:issues.zip/2025.ods",
        "file:issues.zip/in/2026.ods",
    ]


def test_a_zip_inside_a_folder_is_opened_too(place: Installation, tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "issues.zip").write_bytes(zipped({"2025.ods": body(2025)}))
    (taken,) = take_in(place, [folder])

    assert [one.subject for one in taken.saved] == ["register at 2025-03-31"]


def test_what_is_not_read_here_is_passed_over_in_a_folder_and_in_a_zip(
    place: Installation, tmp_path: Path
) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "a search.html").write_bytes(SEARCH_PAGE)
    (folder / "issue.ods").write_bytes(body(2025))
    (folder / "more.zip").write_bytes(zipped({"report.pdf": COUNCIL_REPORT}))
    told: list[str] = []
    (taken,) = take_in(place, [folder], passed_over=told.append)

    assert [one.subject for one in taken.saved] == ["register at 2025-03-31"]
    assert [line.partition(": not read here: this is ")[0] for line in told] == [
        "file:a search.html is passed over",
        "file:more.zip/report.pdf is passed over",
    ]
    assert ledger.refused(place.engine) == []


def test_what_is_not_read_here_is_refused_where_it_is_named_itself(
    place: Installation, issue_2025: Path, tmp_path: Path
) -> None:
    page = tmp_path / "search.html"
    page.write_bytes(SEARCH_PAGE)

    with pytest.raises(SourceChangedError, match="not read here: this is a search page"):
        take_in(place, [issue_2025, page])


def test_a_folder_of_nothing_that_is_read_here_is_refused(
    place: Installation, tmp_path: Path
) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "search.html").write_bytes(SEARCH_PAGE)

    with pytest.raises(NotRecognisedError, match="no file in downloads that is read here"):
        take_in(place, [folder])


@pytest.mark.parametrize("name", ["nothing", "nothing.zip"])
def test_where_there_is_no_file_at_all_it_says_so(
    name: str, place: Installation, tmp_path: Path
) -> None:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing.zip").write_bytes(zipped({}))

    with pytest.raises(NotRecognisedError, match=f"there is no file in {name} that is read"):
        take_in(place, [tmp_path / name])


def test_a_file_named_for_a_source_is_refused_with_what_is_amiss(
    place: Installation, tmp_path: Path
) -> None:
    path = tmp_path / "letter.csv"
    path.write_text("Dear all,\n", encoding="utf-8")

    with pytest.raises(SourceChangedError, match=r"local_authorities\.csv or"):
        take_in(place, [path], only="local_authorities")
    (refused,) = ledger.refused(place.engine)

    assert (refused.source, refused.url) == ("local_authorities", "file:letter.csv")


def test_a_broken_file_named_for_a_source_goes_to_quarantine_in_the_real_folder_too(
    place: Installation, tmp_path: Path
) -> None:
    path = tmp_path / "issue.ods"
    path.write_bytes(b"PK and nothing more")

    with pytest.raises(SourceChangedError, match="damaged or cut short"):
        take_in(place, [path], only="ofsted_annual", expects=World.REAL)
    (refused,) = ledger.refused(place.engine)

    assert (refused.source, refused.url) == ("ofsted_annual", "file:issue.ods")
    assert place.archive.get(refused.sha256) == b"PK and nothing more"
