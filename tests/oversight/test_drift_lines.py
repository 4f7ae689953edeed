"""What closing a run prints of its drift: what a person should look at, and nothing else."""

import pytest

from db.drift import Line
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


@pytest.mark.parametrize("before", [100, 0])
def test_a_kind_that_kept_its_rows_is_not(before: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, now=80, before=before) == [
        f"  Inspection: 80 rows (register at 2025-03-31: {before})"
    ]
