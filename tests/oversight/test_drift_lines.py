"""What closing a run prints of its drift: what a person should look at, and nothing else."""

import pytest

from db.drift import Line
from db.saving import Saved
from oversight.commands.keeping import report
from oversight.taking_in import TakenIn


def printed(capsys: pytest.CaptureFixture[str], now: int, before: int | None) -> list[str]:
    line = Line(
        subject="register at 2026-03-31",
        kind="Inspection",
        field="",
        now=now,
        of=now,
        before=before,
        before_of=before,
        compared_with="register at 2025-03-31",
        unknown={},
    )
    taken = TakenIn(
        source="ofsted_annual", adopted=("register at 2026-03-31",), saved=(), drift=(line,)
    )
    report([taken], data="files", json=False)
    return [text for text in capsys.readouterr().out.splitlines() if "Inspection" in text]


def test_a_kind_that_lost_half_its_rows_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, now=50, before=100) == [
        "  Inspection: 50 rows (register at 2025-03-31: 100)",
        "  look: Inspection has lost 50% of its rows",
    ]


def test_a_kind_that_has_the_rows_it_had_has_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, now=1, before=1) == []


@pytest.mark.parametrize("before", [100, 0])
def test_a_kind_that_kept_its_rows_is_not(before: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, now=80, before=before) == [
        f"  Inspection: 80 rows (register at 2025-03-31: {before})"
    ]


def told(capsys: pytest.CaptureFixture[str], subjects: int, *, is_published: bool) -> list[str]:
    names = tuple(f"0900{number:04}" for number in range(subjects))
    taken = TakenIn(
        source="companies_house_profile",
        adopted=names,
        saved=tuple(Saved(subject=name, records=2, new=True) for name in names),
        drift=(),
        is_published=is_published,
    )
    report([taken], data="live", json=False)
    return capsys.readouterr().out.splitlines()


def test_what_is_not_visible_is_not_said_to_be_taken_in(capsys: pytest.CaptureFixture[str]) -> None:
    _, kept = told(capsys, 300, is_published=False)
    _, taken = told(capsys, 300, is_published=True)

    begins = "companies_house_profile: 300 subjects: 600 records, "
    assert kept == f"{begins}kept, not visible yet"
    assert taken == f"{begins}300 taken in, 0 unchanged"


def test_many_subjects_of_an_unfinished_run_are_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert told(capsys, 300, is_published=True)[0] == (
        "companies_house_profile: adopted from an unfinished run: 300 subjects"
    )
    assert told(capsys, 2, is_published=True)[0].endswith(" run: 09000000, 09000001")
