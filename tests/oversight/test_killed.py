"""Work that is killed shows nothing half-done, and the next run puts right what it left."""

import signal
import subprocess
import sys
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from crawlers.sources.companies_house_company_data import SOURCE as COMPANY_DATA
from crawlers.sources.ofsted_annual import SOURCE
from db import ledger
from db.loading import data_version
from db.store import TooFewRecordsError, unread
from oversight import clock
from oversight.installation import Installation, open_installation
from oversight.taking_in import take_in
from oversight.taking_in_bulk import take_in_bulk
from tests.crawlers.company_data import product, row
from tests.oversight.test_doctor import check
from tests.oversight.workbooks import passed_off_as_real, tabs, visible

KNOWN_AT = datetime(2026, 9, 1, 23, tzinfo=UTC)
IN_2026 = date(2026, 3, 31)


def killed(*words: object) -> int:
    """How the doomed work ended."""
    ran = subprocess.run(  # noqa: S603 - this interpreter, on our own module
        [sys.executable, "-m", "tests.oversight.doomed", *map(str, words)],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    return ran.returncode


def rooms(place: Installation, digest: str) -> list[str]:
    """Where in the archive a body lies."""
    found = place.archive.folder.glob(f"*/??/{digest}")
    return sorted(str(path.relative_to(place.archive.folder).parts[0]) for path in found)


def test_a_document_that_is_too_small_lies_in_quarantine_and_not_among_the_bodies(
    place: Installation, tmp_path: Path
) -> None:
    small = passed_off_as_real(tabs(2026))
    (tmp_path / "small.ods").write_bytes(small)

    with pytest.raises(TooFewRecordsError):
        take_in(place, [tmp_path / "small.ods"])

    assert rooms(place, sha256(small).hexdigest()) == ["quarantine"]


def test_killed_before_a_withdrawn_body_is_moved_the_next_run_moves_it(
    place: Installation, tmp_path: Path
) -> None:
    small, other = passed_off_as_real(tabs(2026)), passed_off_as_real(tabs(2025))
    (tmp_path / "small.ods").write_bytes(small)
    (tmp_path / "other.ods").write_bytes(other)
    ended = killed(place.folder, "ingest", tmp_path / "small.ods")
    left = rooms(place, sha256(small).hexdigest())

    with pytest.raises(TooFewRecordsError, match="2025-03-31"):
        take_in(place, [tmp_path / "other.ods"])

    assert ended == -signal.SIGKILL
    assert left == ["bodies"]
    assert rooms(place, sha256(small).hexdigest()) == ["quarantine"]
    assert visible(place.engine, IN_2026, KNOWN_AT)["Setting"] == ()


@pytest.mark.parametrize(
    ("moment", "left"),
    [
        ("keeping", [".half-written-companies_house_company_data", " (0 bytes)"]),
        ("unpacking", [".working-companies_house_company_data (1,000 bytes)"]),
        (
            "reading",
            [
                ".working-companies_house_company_data (",
                ".half-written-companies_house_company_data (1,000 bytes)",
            ],
        ),
    ],
)
def test_what_a_kill_left_of_a_product_is_named_and_the_next_run_clears_it_away(
    place: Installation, tmp_path: Path, moment: str, left: list[str]
) -> None:
    path = tmp_path / "BasicCompanyDataAsOneFile-2026-08-01.zip"
    with ZipFile(path, "w") as packed:
        packed.writestr("companies.csv", product(row()))
    ended = killed(place.folder, moment, path)
    found = check(place, "left over")
    take_in_bulk(place, COMPANY_DATA, path)
    hidden = [one.name for one in place.folder.rglob(".*") if not one.name.endswith(".lock")]

    assert ended == -signal.SIGKILL
    assert [words for words in left if words not in found.found] == []
    assert found.do == (
        "the next ingest of companies_house_company_data removes it; while nothing is being taken"
        " in, it may be deleted"
    )
    assert check(place, "left over").found == "nothing"
    assert hidden == []


def test_killed_halfway_a_rereading_is_not_published_by_the_next_ingest(
    data: Path, issue_2025: Path
) -> None:
    place = open_installation(data, None, clock.now())
    before = data_version(place.engine)
    ended = killed(data, "reread")
    left = [run.source for run in ledger.unfinished(place.engine)]
    take_in(place, [issue_2025])
    after = data_version(place.engine)
    waiting = unread(place.engine, SOURCE.key, SOURCE.version + 1)
    place.engine.dispose()

    assert (ended, left) == (-signal.SIGKILL, ["ofsted_annual"])
    assert before == after
    assert len(waiting) == 2
