"""What becomes of documents: kept, read, committed subject by subject, published by the run."""

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from crawlers.reading import SourceChangedError
from db import ledger
from db.loading import data_version
from db.locks import BusyError
from db.locks import held as holding
from db.records import Setting
from db.store import TooFewRecordsError, WrongWorldError, held_stamp, stamp
from db.tables import World
from oversight.installation import Installation, open_installation
from oversight.offering import NotRecognisedError, WrongFolderError
from oversight.taking_in import take_in, take_in_our_tables
from tests.oversight.workbooks import (
    REGISTER,
    body,
    held,
    leave_unfinished,
    passed_off_as_real,
    records,
    tabs,
    visible,
    with_cell,
    zipped,
)

KNOWN_AT = datetime(2026, 9, 1, 23, tzinfo=UTC)
SEARCH_PAGE = b'<!DOCTYPE html><ul class="search-result__provider-info">'
IN_2025, IN_2026 = date(2025, 3, 31), date(2026, 3, 31)


def register(place: Installation, as_of: date) -> tuple[date | None, int]:
    """The day of the register in force, and how many settings it has."""
    settings = [
        one for one in visible(place.engine, as_of, KNOWN_AT)["Setting"] if isinstance(one, Setting)
    ]
    return (settings[0].as_at if settings else None), len(settings)


def test_an_issue_is_taken_in_with_the_councils_that_it_speaks_of(
    place: Installation, issue_2025: Path
) -> None:
    (taken,) = take_in(place, [issue_2025])

    assert (taken.source, taken.adopted) == ("ofsted_annual", ())
    assert [(one.subject, one.new) for one in taken.saved] == [("register at 2025-03-31", True)]
    assert [(fetch.source, fetch.subject) for fetch in ledger.published(place.engine)] == [
        ("local_authorities", "borders"),
        ("local_authorities", "council-owned bodies"),
        ("local_authorities", "councils"),
        ("local_authorities", "spellings"),
        ("ofsted_annual", "register at 2025-03-31"),
    ]


def test_the_exact_bytes_are_kept_under_their_hash(place: Installation, issue_2025: Path) -> None:
    take_in(place, [issue_2025])

    assert place.archive.get(sha256(body(2025)).hexdigest()) == body(2025)


def test_a_fetch_keeps_the_files_name_and_never_where_it_lay(
    place: Installation, issue_2025: Path
) -> None:
    take_in(place, [issue_2025])

    assert ledger.published(place.engine)[-1].url == "file:issue-2025.ods"


def test_two_issues_each_give_the_register_of_their_day(
    place: Installation, issue_2025: Path, issue_2026: Path
) -> None:
    take_in(place, [issue_2026, issue_2025])

    assert register(place, IN_2025) == (IN_2025, 290)
    assert register(place, date(2026, 3, 30)) == (IN_2025, 290)
    assert register(place, IN_2026) == (IN_2026, 303)


def test_the_same_file_twice_changes_nothing(
    place: Installation, issue_2025: Path, issue_2026: Path
) -> None:
    take_in(place, [issue_2025, issue_2026])
    before = (
        records(place.engine),
        place.archive.hashes(),
        data_version(place.engine),
        visible(place.engine, IN_2026, KNOWN_AT),
    )
    (again,) = take_in(place, [issue_2025])

    assert [(one.subject, one.new) for one in again.saved] == [("register at 2025-03-31", False)]
    assert before == (
        records(place.engine),
        place.archive.hashes(),
        data_version(place.engine),
        visible(place.engine, IN_2026, KNOWN_AT),
    )


def test_the_same_file_twice_in_one_go_is_read_once(place: Installation, issue_2025: Path) -> None:
    (taken,) = take_in(place, [issue_2025, issue_2025])

    assert [one.new for one in taken.saved] == [True, False]
    assert records(place.engine)["Setting"] == 290


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
    (folder / "more.zip").write_bytes(zipped({"report.pdf": b"%PDF-1.7 ofsted.gov.uk"}))
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


def test_each_source_has_a_run_of_its_own(
    place: Installation, issue_2025: Path, tmp_path: Path
) -> None:
    spellings = tmp_path / "spellings.csv"
    spellings.write_text(
        "spelling,publisher,ons_code,valid_from,valid_to\nKent,Ofsted,E10000016,2009-04-01,\n",
        encoding="utf-8",
    )
    taken = take_in(place, [issue_2025, spellings])

    assert [(one.source, [saved.subject for saved in one.saved]) for one in taken] == [
        ("local_authorities", ["spellings"]),
        ("ofsted_annual", ["register at 2025-03-31"]),
    ]


def test_our_own_tables_are_taken_in_once(place: Installation) -> None:
    take_in_our_tables(place)
    before = held(place.engine)
    take_in_our_tables(place)

    assert held(place.engine) == before


def test_of_two_files_the_second_bad_nothing_becomes_visible(
    holding_2025: Installation, issue_2026: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.ods"
    bad.write_bytes(with_cell(REGISTER, "Registration date", "31/02/2020"))
    before = visible(holding_2025.engine, IN_2026, KNOWN_AT)

    with pytest.raises(SourceChangedError, match="31/02/2020"):
        take_in(holding_2025, [issue_2026, bad])

    assert visible(holding_2025.engine, IN_2026, KNOWN_AT) == before
    assert register(holding_2025, IN_2026) == (IN_2025, 290)


def test_of_two_real_files_the_second_bad_the_first_waits_unseen_for_the_next_run(
    place: Installation, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.ods", tmp_path / "bad.ods"
    good.write_bytes(passed_off_as_real(tabs(2025)))
    changed = tabs(2026)
    changed[REGISTER][4][changed[REGISTER][3].index("Registration date")] = "31/02/2020"
    bad.write_bytes(passed_off_as_real(changed))

    with pytest.raises(SourceChangedError, match="31/02/2020"):
        take_in(place, [good, bad])

    assert records(place.engine)["Setting"] == 290
    assert register(place, IN_2026) == (None, 0)
    assert [run.source for run in ledger.unfinished(place.engine)] == ["ofsted_annual"]


def test_a_file_that_nobody_knows_stops_the_others_before_any_of_them_is_read(
    holding_2025: Installation, issue_2026: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all", encoding="utf-8")
    before = held(holding_2025.engine)

    with pytest.raises(NotRecognisedError, match=r"file:letter\.txt is none of"):
        take_in(holding_2025, [issue_2026, letter])

    assert held(holding_2025.engine) == before
    assert [run.source for run in ledger.unfinished(holding_2025.engine)] == []


def test_the_next_run_adopts_what_an_unfinished_one_had_taken_in(
    holding_2025: Installation, issue_2025: Path, issue_2026: Path
) -> None:
    leave_unfinished(holding_2025, issue_2026)
    before = register(holding_2025, IN_2026)
    (taken,) = take_in(holding_2025, [issue_2025])

    assert before == (IN_2025, 290)
    assert taken.adopted == ("register at 2026-03-31",)
    assert register(holding_2025, IN_2026) == (IN_2026, 303)
    assert ledger.unfinished(holding_2025.engine) == []


def test_what_was_adopted_is_as_if_nothing_had_gone_wrong(
    holding_2025: Installation, place: Installation, issue_2025: Path, issue_2026: Path
) -> None:
    leave_unfinished(holding_2025, issue_2026)
    take_in(holding_2025, [issue_2026])
    take_in(place, [issue_2025, issue_2026])

    assert visible(place.engine, IN_2026, KNOWN_AT) == visible(
        holding_2025.engine, IN_2026, KNOWN_AT
    )


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


def test_an_invented_file_is_refused_where_real_ones_belong(
    place: Installation, issue_2025: Path
) -> None:
    with pytest.raises(WrongFolderError, match=r"issue-2025\.ods says of itself that it is inv"):
        take_in(place, [issue_2025], expects=World.REAL)

    assert held_stamp(place.engine) is None
    assert set(records(place.engine).values()) == {0}
    assert place.archive.hashes() == []


def test_a_rehearsal_refuses_real_data(holding_2025: Installation, tmp_path: Path) -> None:
    path = tmp_path / "issue.ods"
    path.write_bytes(passed_off_as_real(tabs(2026)))
    before = visible(holding_2025.engine, IN_2026, KNOWN_AT)

    with pytest.raises(WrongWorldError, match="holds rehearsal data and refuses real data"):
        take_in(holding_2025, [path])

    assert visible(holding_2025.engine, IN_2026, KNOWN_AT) == before
    assert holding_2025.archive.hashes() == sorted(
        fetch.sha256 for fetch in ledger.published(holding_2025.engine)
    )


def test_real_data_refuses_a_rehearsal(place: Installation, issue_2025: Path) -> None:
    stamp(place.engine, World.REAL, None)

    with pytest.raises(WrongWorldError, match="holds real data and refuses rehearsal data"):
        take_in(place, [issue_2025])

    assert records(place.engine)["Setting"] == 0


def test_a_real_issue_that_is_far_too_small_is_not_published_and_stands_in_nobodys_way(
    place: Installation, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.ods", tmp_path / "second.ods"
    first.write_bytes(passed_off_as_real(tabs(2026)))
    second.write_bytes(passed_off_as_real(tabs(2025)))

    with pytest.raises(TooFewRecordsError, match="2026-03-31: 303 Setting records, fewer than"):
        take_in(place, [first])
    with pytest.raises(TooFewRecordsError, match="2025-03-31: 290 Setting records, fewer than"):
        take_in(place, [second])

    assert [refused.url for refused in ledger.refused(place.engine)] == [
        "file:first.ods",
        "file:second.ods",
    ]
    assert register(place, IN_2026) == (None, 0)


def test_the_day_that_the_publishers_page_gives_counts_before_the_covers(
    place: Installation, issue_2025: Path
) -> None:
    take_in(place, [issue_2025], published_on=date(2025, 8, 5))
    settings = visible(place.engine, IN_2025, KNOWN_AT)["Setting"]

    assert {one.public_on for one in settings} == {date(2025, 8, 5)}
    assert visible(place.engine, IN_2025, datetime(2025, 8, 4, tzinfo=UTC))["Setting"] == ()


def test_what_is_done_is_told_step_by_step(place: Installation, issue_2025: Path) -> None:
    told: list[str] = []
    take_in(place, [issue_2025], progress=told.append)

    assert told == [
        "recognising file:issue-2025.ods",
        "reading file:issue-2025.ods",
        "storing 1,189 records of file:issue-2025.ods",
    ]


def test_two_cannot_take_in_one_source_at_once(
    holding_2025: Installation, issue_2026: Path
) -> None:
    before = held(holding_2025.engine)

    with (
        holding(holding_2025.engine, "ofsted_annual"),
        pytest.raises(BusyError, match="another process is taking in ofsted_annual"),
    ):
        take_in(holding_2025, [issue_2026])

    assert held(holding_2025.engine) == before


def test_a_new_rehearsal_begins_on_the_day_when_its_newest_document_came_out(
    place: Installation, issue_2025: Path, issue_2026: Path
) -> None:
    take_in(place, [issue_2025, issue_2026])
    again = open_installation(place.folder, None, datetime(2030, 1, 1, tzinfo=UTC))
    fetched = {fetch.fetched_at for fetch in ledger.published(again.engine)}
    again.engine.dispose()

    assert again.now == datetime(2026, 7, 15, 12, tzinfo=UTC)
    assert {moment.replace(tzinfo=UTC) for moment in fetched} == {again.now}
    assert register(place, IN_2026) == (IN_2026, 303)


def test_a_rehearsal_fetches_nothing_before_it_came_out(
    tmp_path: Path, issue_2025: Path, issue_2026: Path
) -> None:
    for path in (issue_2025, issue_2026):
        place = open_installation(tmp_path / "data", None, datetime(2030, 1, 1, tzinfo=UTC))
        take_in(place, [path])
        issues = [f for f in ledger.published(place.engine) if f.source == "ofsted_annual"]
        place.engine.dispose()

    assert [(fetch.subject, fetch.fetched_at.date()) for fetch in issues] == [
        ("register at 2025-03-31", date(2025, 7, 16)),
        ("register at 2026-03-31", date(2026, 7, 15)),
    ]


def test_a_corrected_issue_replaces_the_first_whatever_the_clock_says(
    tmp_path: Path, issue_2026: Path
) -> None:
    corrected = tmp_path / "corrected.ods"
    corrected.write_bytes(body(2026, seed=2))
    for path in (issue_2026, corrected):
        place = open_installation(tmp_path / "data", None, datetime(2030, 1, 1, tzinfo=UTC))
        take_in(place, [path])
        shown = visible(place.engine, IN_2026, KNOWN_AT)["Setting"]
        place.engine.dispose()
    cited = {one.cite.partition("#")[0] for one in shown}

    assert cited == {f"sha256:{sha256(body(2026, seed=2)).hexdigest()}"}


def test_what_had_been_fetched_by_a_day_can_be_asked_for(
    place: Installation, issue_2025: Path
) -> None:
    take_in(place, [issue_2025])
    before = datetime(2025, 7, 16, 11, 59, tzinfo=UTC)
    after = datetime(2025, 7, 16, 12, tzinfo=UTC)

    assert visible(place.engine, IN_2025, before, seen=True)["Setting"] == ()
    assert len(visible(place.engine, IN_2025, after, seen=True)["Setting"]) == 290
