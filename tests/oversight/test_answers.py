"""An evaluation is made once for its options, kept, and used again while nothing changed."""

import json
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from db import tables
from db.engine import writing
from oversight import answers
from oversight.answers import answer
from oversight.asked_market import Options
from oversight.installation import Installation, end_of, open_installation
from oversight.policy import packaged_policy, read_policy
from oversight.taking_in import take_in
from tests.oversight.asking import Ask

OPTIONS = Options(
    as_of=date(2025, 3, 31),
    known_at=end_of(date(2025, 12, 31)),
    seen=False,
    policy=packaged_policy(),
)
THREE = """
title = "Three settings"
version = 1
extends = "illustrative"

[thresholds.failing_settings]
value = 3
unit = "settings"
authority = "A what-if"
address = "https://www.legislation.gov.uk/ukpga/2026/21/section/14"
dated = 2026-09-01
status = "our judgement"
reason = "To see what three would give."
"""


def kept(place: Installation) -> list[tables.Evaluation]:
    with Session(place.engine) as session:
        return list(
            session.exec(select(tables.Evaluation).order_by(col(tables.Evaluation.id))).all()
        )


def overwrite(place: Installation, **changed: object) -> None:
    with writing(place.engine).begin() as connection:
        connection.execute(sa.update(tables.Evaluation).values(**changed))


def test_an_evaluation_is_kept_with_all_that_it_depends_on(holding_2025: Installation) -> None:
    answer(holding_2025, OPTIONS)
    (one,) = kept(holding_2025)

    assert (one.as_of, one.seen, one.policy) == (date(2025, 3, 31), False, "illustrative")
    assert one.policy_sha256 == packaged_policy().sha256
    assert one.code_version == answers.code_version()


def test_the_second_question_reads_what_the_first_one_kept(holding_2025: Installation) -> None:
    answer(holding_2025, OPTIONS)
    overwrite(
        holding_2025,
        answers=(
            '{"findings": [], "groups": [], "markets": [], "base_rates": [{"rule": "kept"}],'
            ' "notes": [], "register": {}, "left_out": []}'
        ),
    )

    assert answer(holding_2025, OPTIONS).base_rates == [{"rule": "kept"}]
    assert len(kept(holding_2025)) == 1


def test_what_is_kept_is_what_was_made(holding_2025: Installation) -> None:
    made = answer(holding_2025, OPTIONS)

    assert answer(holding_2025, OPTIONS) == made


@pytest.mark.parametrize(
    "changed",
    [
        Options(
            as_of=date(2025, 4, 1), known_at=OPTIONS.known_at, seen=False, policy=OPTIONS.policy
        ),
        Options(
            as_of=OPTIONS.as_of,
            known_at=end_of(date(2025, 12, 30)),
            seen=False,
            policy=OPTIONS.policy,
        ),
        Options(as_of=OPTIONS.as_of, known_at=OPTIONS.known_at, seen=True, policy=OPTIONS.policy),
        Options(
            as_of=OPTIONS.as_of,
            known_at=OPTIONS.known_at,
            seen=False,
            policy=packaged_policy("wide"),
        ),
        Options(
            as_of=OPTIONS.as_of,
            known_at=OPTIONS.known_at,
            seen=False,
            policy=read_policy("illustrative", THREE),
        ),
    ],
    ids=["another day", "another moment", "seen", "another policy", "a changed threshold"],
)
def test_another_question_makes_another_evaluation(
    changed: Options, holding_2025: Installation
) -> None:
    answer(holding_2025, OPTIONS)
    answer(holding_2025, changed)

    assert len(kept(holding_2025)) == 2


def test_new_data_makes_another_evaluation(holding_2025: Installation, issue_2026: Path) -> None:
    answer(holding_2025, OPTIONS)
    take_in(holding_2025, [issue_2026])
    answer(holding_2025, OPTIONS)
    first, second = kept(holding_2025)

    assert first.data_version != second.data_version


def test_the_same_bytes_once_more_make_no_other_evaluation(
    holding_2025: Installation, issue_2025: Path
) -> None:
    answer(holding_2025, OPTIONS)
    take_in(holding_2025, [issue_2025])
    answer(holding_2025, OPTIONS)

    assert len(kept(holding_2025)) == 1


def test_changed_code_makes_another_evaluation(
    holding_2025: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(holding_2025, OPTIONS)
    monkeypatch.setattr(answers, "code_version", lambda: "0.0.0+changed")
    answer(holding_2025, OPTIONS)

    assert [one.code_version for one in kept(holding_2025)][1:] == ["0.0.0+changed"]


def test_the_commands_share_one_evaluation(data: Path, ask: Ask) -> None:
    for command in ("evaluate", "findings", "groups", "markets"):
        ask(command, "--data", data)
    place = open_installation(data, None, end_of(date(2026, 9, 1)))
    count = len(kept(place))
    place.engine.dispose()

    assert count == 1


def test_a_kept_answer_prints_as_it_did_the_first_time(data: Path, ask: Ask) -> None:
    first = ask("findings", "--data", data, "--json")

    assert ask("findings", "--data", data, "--json") == first
    assert len(json.loads(first.out)["rows"]) == 3
