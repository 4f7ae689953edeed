"""A group is printed for a person: what counts is listed, and the rest is numbered."""

from typing import Any

import pytest

from oversight import group_printing
from oversight.examples import homes, market, table_of_homes
from oversight.group_rows import row_of_group, rows_of_group
from oversight.outsiders import outsider, undertakings

HOLDER = """
    holder             | company  | votes  | country_registered
    Amber Holdings LLP | 09000003 | 50-75  | Jersey
    09000005           | 09000003 | 25-50  |
"""
LARKMOOR = "Larkmoor Care Limited 09000003"
INADEQUATE = """
    urn      | overall_experiences_and_progress
    SC000001 | Inadequate
    SC000002 | Inadequate
"""


def printed(capsys: pytest.CaptureFixture[str], count: int, inspections: str = "") -> list[str]:
    """The lines printed of a group with so many homes."""
    settings = table_of_homes(homes(count, owner=LARKMOOR))
    asked = market(settings=settings, inspections=inspections, ownership=HOLDER)
    group, facts = asked.groups[0], asked.group_facts
    about = row_of_group(asked, group, facts)
    group_printing.group(list(rows_of_group(asked, group, facts)), about)
    return capsys.readouterr().out.splitlines()


def test_settings_that_count_are_listed_and_the_others_numbered(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = printed(capsys, 39, INADEQUATE)

    assert "    39 settings, of which 2 count as failing" in lines
    assert [line for line in lines if line.startswith("    - Children's home")] == [
        (
            "    - Children's home SC000001: judged Inadequate at its latest full inspection,"
            " 12 January 2026"
        ),
        (
            "    - Children's home SC000002: judged Inadequate at its latest full inspection,"
            " 12 January 2026"
        ),
    ]
    assert lines[-2] == "    and 37 settings without an outcome that counts; --json lists them"


def test_one_setting_is_not_called_settings(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, 1)

    assert "    1 setting, of which 0 count as failing" in lines
    assert "    and 1 setting without an outcome that counts; --json lists it" in lines


def test_where_every_setting_counts_there_is_no_rest(capsys: pytest.CaptureFixture[str]) -> None:
    assert not [line for line in printed(capsys, 2, INADEQUATE) if "without an outcome" in line]


def test_an_undertaking_that_runs_nothing_has_no_settings_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert printed(capsys, 1).count("    no settings of its own") == 1


def test_json_lists_every_setting() -> None:
    asked = market(settings=table_of_homes(homes(39, owner=LARKMOOR)), ownership=HOLDER)
    rows: list[dict[str, Any]] = list(rows_of_group(asked, asked.groups[0], asked.group_facts))

    assert [len(row["settings"]) for row in rows] == [0, 39]


def test_a_holder_with_a_part_of_an_organisation_is_said_to_have_none_for_certain(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = market(
        settings=table_of_homes(homes(1, owner=LARKMOOR)),
        ownership="""
            holder   | company  | votes
            09000005 | 09000003 | 25-50
        """,
    )
    group_printing.apart(outsider(asked, "09000005", None))

    assert capsys.readouterr().out == (
        "09000005 is held; no registered organisation is certainly in its group as at 31 March"
        " 2026.\n"
    )


@pytest.mark.parametrize(
    "text", ["amber holdings llp", "Amber Holdings", "undertaking:amber holdings llp/jersey"]
)
def test_an_undertaking_without_a_number_is_found_by_its_name(text: str) -> None:
    asked = market(ownership=HOLDER)

    assert undertakings(asked, text, {}) == ("undertaking:amber holdings llp/jersey",)
