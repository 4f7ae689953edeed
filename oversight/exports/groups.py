"""Provider groups and registered organisations in none: head, kind, class and size."""

from collections.abc import Iterable, Mapping
from typing import Any

from oversight.export import Exported
from oversight.group_rows import group_rows
from oversight.table import Column, Holds, Table

Row = Mapping[str, Any]
"""One group as `oversight groups --json` prints it."""


def rows(exported: Exported) -> Iterable[Row]:
    """Every group, statutory ones first, then operating ones, then whoever is in none."""
    return group_rows(exported.market)


COLUMNS: tuple[Column[Row], ...] = (
    Column(
        name="group_id",
        label="Group",
        meaning="Id of the group, or of the registered organisation that is in none.",
        unit="",
        value=lambda row: row["id"],
    ),
    Column(
        name="kind",
        label="Kind",
        meaning=(
            "statutory: all that one head certainly controls (Companies Act 2006 s.1162);"
            " operating: the same below a fund, listed where it is not a whole statutory group;"
            " registered organisation: settings under one owner's text, matched to no company."
        ),
        unit="",
        value=lambda row: row["kind"],
    ),
    Column(
        name="head_number",
        label="Number of the head",
        meaning="Company number of the head. Empty where it has none.",
        unit="",
        value=lambda row: row["head"],
    ),
    Column(
        name="head_name",
        label="Head",
        meaning="Name of the head: the highest undertaking, and never a person above it.",
        unit="",
        value=lambda row: row["head_name"],
    ),
    Column(
        name="owner_class",
        label="Kind of owner",
        meaning="Who is behind it, by the rule that docs/glossary.md and `oversight groups` show.",
        unit="",
        value=lambda row: row["class"],
    ),
    Column(
        name="sponsors",
        label="Sponsors",
        meaning="Houses behind its funds, separated by semicolons. Empty where none is known.",
        unit="",
        value=lambda row: "; ".join(one["name"] for one in row["sponsors"]) or None,
    ),
    Column(
        name="member_count",
        label="Members",
        meaning="Companies that are surely its members, or texts of the organisation.",
        unit="members",
        value=lambda row: len(row["members"]),
        holds=Holds.WHOLE,
    ),
    Column(
        name="setting_count",
        label="Settings",
        meaning="Settings that are surely its own.",
        unit="settings",
        value=lambda row: row["settings_certain"],
        holds=Holds.WHOLE,
    ),
    Column(
        name="setting_possible_count",
        label="Possible settings",
        meaning="Settings that may be its own besides. Empty where no control register is held.",
        unit="settings",
        value=lambda row: row["settings_possible"],
        holds=Holds.WHOLE,
    ),
    Column(
        name="home_count",
        label="Children's homes",
        meaning="Children's homes that are surely its own.",
        unit="homes",
        value=lambda row: row["homes"],
        holds=Holds.WHOLE,
    ),
    Column(
        name="place_sum",
        label="Places",
        meaning="Registered places of these homes: what they may take, not the children there.",
        unit="places",
        value=lambda row: row["places"],
        holds=Holds.WHOLE,
    ),
    Column(
        name="council_count",
        label="Council areas",
        meaning="Council areas in which its settings are registered.",
        unit="councils",
        value=lambda row: row["councils"],
        holds=Holds.WHOLE,
    ),
)
EXPORT = Table(
    name="groups",
    title="Provider groups, and registered organisations in none",
    grain="one group of one kind, or one registered organisation that is in none",
    key=("group_id",),
    about=(
        "A setting counts in its statutory group and again in its operating one where the two"
        " differ: add up rows of one kind only."
    ),
    columns=COLUMNS,
    rows=rows,
)
