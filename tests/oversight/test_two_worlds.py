"""Invented documents and real ones never meet, and a rehearsal has a clock of its own."""

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from db import ledger
from db.records import Setting
from db.store import WrongWorldError, held_stamp, stamp
from db.tables import World
from oversight.installation import Installation, open_installation
from oversight.offering import WrongFolderError
from oversight.taking_in import take_in
from tests.oversight.workbooks import passed_off_as_real, records, tabs, visible
from tests.planted_market.workbooks import FIRST_OF_2025, OF_2025

KNOWN_AT = datetime(2026, 9, 1, 23, tzinfo=UTC)
IN_2025, IN_2026 = date(2025, 3, 31), date(2026, 3, 31)


def register(place: Installation, as_of: date) -> tuple[date | None, int]:
    """The day of the register in force, and how many settings it has."""
    settings = [
        one for one in visible(place.engine, as_of, KNOWN_AT)["Setting"] if isinstance(one, Setting)
    ]
    return (settings[0].as_at if settings else None), len(settings)


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


def test_a_new_rehearsal_begins_on_the_day_when_its_newest_document_came_out(
    place: Installation, issue_2025: Path, issue_2026: Path
) -> None:
    take_in(place, [issue_2025, issue_2026])
    again = open_installation(place.folder, None, datetime(2030, 1, 1, tzinfo=UTC))
    fetched = {fetch.fetched_at for fetch in ledger.published(again.engine)}
    again.engine.dispose()

    assert again.now == datetime(2026, 7, 15, 12, tzinfo=UTC)
    assert {moment.replace(tzinfo=UTC) for moment in fetched} == {again.now}
    assert register(place, IN_2026) == (IN_2026, 267)


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


def test_a_corrected_issue_replaces_the_first_whatever_the_clock_says(tmp_path: Path) -> None:
    first, corrected = tmp_path / "first.ods", tmp_path / "corrected.ods"
    FIRST_OF_2025.write(first)
    OF_2025.write(corrected)
    for path in (first, corrected):
        place = open_installation(tmp_path / "data", None, datetime(2030, 1, 1, tzinfo=UTC))
        take_in(place, [path])
        shown = visible(place.engine, IN_2025, KNOWN_AT)["Setting"]
        place.engine.dispose()
    cited = {one.cite.partition("#")[0] for one in shown}

    assert first.read_bytes() != corrected.read_bytes()
    assert cited == {f"sha256:{sha256(corrected.read_bytes()).hexdigest()}"}


def test_what_had_been_fetched_by_a_day_can_be_asked_for(
    place: Installation, issue_2025: Path
) -> None:
    take_in(place, [issue_2025])
    before = datetime(2025, 7, 16, 11, 59, tzinfo=UTC)
    after = datetime(2025, 7, 16, 12, tzinfo=UTC)

    assert visible(place.engine, IN_2025, before, seen=True)["Setting"] == ()
    assert len(visible(place.engine, IN_2025, after, seen=True)["Setting"]) == 264
