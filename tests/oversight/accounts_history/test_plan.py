from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest

from oversight.accounts_history import HistoryError, plan
from oversight.accounts_history.plan import close, notes, planned
from oversight.accounts_history.slices import read_slice
from tests.oversight.accounts_history.made_products import asked, files, product


@pytest.fixture
def month(tmp_path: Path) -> Path:
    return product(tmp_path / "Accounts_Monthly_Data-March2024.zip", 10)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "history"


def done(path: Path, out: Path, *, most: int = 4) -> None:
    (only,) = planned([path], out, most=most)
    for task in only.tasks:
        read_slice(task)
    close(only)


def test_a_product_is_cut_into_slices_of_so_many_members(month: Path, out: Path) -> None:
    (found,) = planned([month], out, most=4)

    assert [task.part.index for task in found.tasks] == [0, 1, 2]
    assert [task.is_done for task in found.tasks] == [False, False, False]


def test_each_slice_becomes_one_file_of_each_table(month: Path, out: Path) -> None:
    done(month, out)

    assert len(files(out)) == 9
    assert asked(out, "select count(*), count(distinct number) from {filings}") == [(10, 10)]


def test_every_filing_has_a_state(month: Path, out: Path) -> None:
    done(month, out)

    found = asked(out, "select state, count(*) from {filings} group by state order by 2 desc")

    assert found == [("read", 9), ("not read: a placeholder without accounts", 1)]


def test_a_filing_says_whose_it_is_and_what_it_is_cited_by(month: Path, out: Path) -> None:
    done(month, out)

    found = asked(
        out,
        "select number, member, name, company_number, made_up_to::varchar, entity_number,"
        " length(document) from {filings} where number = 2",
    )

    assert found == [
        (2, 1, "Prod224_2401_99000002_20240331.html", "99000002", "2024-03-31", "99000002", 64)
    ]


def test_a_run_that_goes_on_keeps_what_is_done(month: Path, out: Path) -> None:
    (begun,) = planned([month], out, most=4)
    read_slice(begun.tasks[1])

    (again,) = planned([month], out, most=4)

    assert [task.is_done for task in again.tasks] == [False, True, False]


def test_slices_keep_the_bounds_that_they_were_begun_with(month: Path, out: Path) -> None:
    planned([month], out, most=4)

    (again,) = planned([month], out, most=5)

    assert len(again.tasks) == 3


def test_whoever_reads_a_slice_again_leaves_the_same_file(month: Path, out: Path) -> None:
    (only,) = planned([month], out, most=4)
    read_slice(only.tasks[0])
    before = files(out)

    read_slice(only.tasks[0])

    assert len(before) == 3
    assert files(out) == before


def test_the_same_product_under_two_names_is_read_once(month: Path, out: Path) -> None:
    other = copy(month, month.with_name("again.zip"))

    found = planned([month, Path(other)], out, most=4)

    assert len(found) == 1


def test_a_product_that_is_done_is_noted_as_whole(month: Path, out: Path) -> None:
    planned([month], out, most=4)
    (before,) = notes(out)

    done(month, out)

    (after,) = notes(out)
    assert (before.is_whole, after.is_whole) == (False, True)
    assert (after.name, after.slices, after.slice) == (month.name, 3, 4)


def test_a_better_reading_takes_the_place_of_an_older_one(
    month: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done(month, out)
    newer = plan.VERSION + 1
    for module in ("plan", "slices"):
        monkeypatch.setattr(f"oversight.accounts_history.{module}.VERSION", newer)
    done(month, out, most=5)

    assert len(files(out)) == 6
    assert asked(out, "select count(*), count(distinct number) from {filings}") == [(10, 10)]
    assert [note.version for note in notes(out)] == [newer]


def test_a_worker_of_another_release_refuses(month: Path, out: Path) -> None:
    (only,) = planned([month], out, most=4)
    task = replace(only.tasks[0], version=plan.VERSION + 1)

    with pytest.raises(HistoryError, match="install the same release everywhere"):
        read_slice(task)


def test_an_empty_product_has_nothing_to_do(tmp_path: Path, out: Path) -> None:
    (found,) = planned([product(tmp_path / "none.zip", 0)], out)

    close(found)

    assert found.tasks == ()


def test_a_file_that_is_no_whole_zip_is_named(tmp_path: Path, out: Path) -> None:
    path = tmp_path / "Accounts_Monthly_Data-March2024.zip"
    path.write_bytes(b"<html>Service unavailable</html>")

    with pytest.raises(HistoryError, match=r"March2024\.zip: it is no zip, or is cut short"):
        planned([path], out)


def test_a_folder_with_notes_of_somebody_elses_is_left_alone(month: Path, out: Path) -> None:
    (only,) = planned([month], out)
    (out / plan.NOTES / f"{only.note.digest}.json").write_text("{}")

    with pytest.raises(HistoryError, match="no note of this program's"):
        planned([month], out)
