"""A group's row says what is not known of it, and why."""

from typing import Any

from oversight.examples import market
from oversight.group_rows import group_rows

ONE_HOME = """
    urn      | owner_name
    SC000001 | Larkmoor Care Limited 09000003
"""


def row(ownership: str) -> dict[str, Any]:
    (found,) = group_rows(market(settings=ONE_HOME, ownership=ownership))
    return found


def test_where_no_control_register_is_held_it_is_not_known_what_else_may_be_a_groups() -> None:
    found = row("")

    assert (found["settings_certain"], found["settings_possible"]) == (1, None)
    assert found["settings_possible_why"] == (
        "no control register is held (none was read by 2026-03-31)"
    )


def test_where_one_is_held_and_names_nobody_else_nothing_else_may_be() -> None:
    found = row("""
        holder   | company  | votes
        09000001 | 09000003 | 75-100
    """)

    assert (found["settings_certain"], found["settings_possible"]) == (1, 0)
    assert "settings_possible_why" not in found
