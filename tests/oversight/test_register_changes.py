"""What came and went between registers stands beside the publisher's own openings and closures."""

from datetime import date

from db.records import Movement, Population, Setting
from oversight.explanation import Explanation
from oversight.register_changes import register_changes
from tests.oversight.registers import movement, setting, snapshot

FULL, INSPECTED_ONLY = Population.FULL, Population.INSPECTED_ONLY
MARCH_2022, MARCH_2023, MARCH_2024 = date(2022, 3, 31), date(2023, 3, 31), date(2024, 3, 31)
STAYED = (setting("SC100001", MARCH_2022, FULL), setting("SC100001", MARCH_2024, FULL))
NEW_IN_2023 = setting("SC100002", MARCH_2024, FULL, registered_on=date(2022, 9, 1))
NEW_IN_2024 = setting("SC100003", MARCH_2024, FULL, registered_on=date(2023, 9, 1))
GONE = setting("SC100004", MARCH_2022, FULL)
OF_2023 = movement("SC100009", MARCH_2023, joined=True, left=True)
OF_2024 = movement("SC100009", MARCH_2024, joined=True, left=True)


def lines(*records: Setting | Movement) -> list[tuple[str, float | None, int | None, Explanation]]:
    """What each line counts, in two registers and in the tables of openings and closures."""
    found = list(register_changes(snapshot(*records)))
    assert {line.period for line in found} == {"2022-03-31 to 2024-03-31"}
    return [(line.measure, line.ours, line.listed, line.explanation) for line in found]


def test_changes_that_are_all_listed_agree() -> None:
    joined = movement("SC100002", MARCH_2023, joined=True)
    left = movement("SC100004", MARCH_2024, left=True)

    assert lines(*STAYED, NEW_IN_2023, GONE, joined, left) == [
        ("Register change counted from the lists: new settings", 1, 1, Explanation.AGREES),
        ("Register change counted from the lists: gone settings", 1, 1, Explanation.AGREES),
    ]


def test_a_change_that_no_table_lists_is_told_apart_from_one_without_a_table() -> None:
    assert lines(*STAYED, NEW_IN_2023, NEW_IN_2024, OF_2024) == [
        ("Register change counted from the lists: new settings", 1, 0, Explanation.NOT_LISTED),
        (
            "Register change counted from the lists: new settings, perhaps of 2022-23",
            1,
            None,
            Explanation.NO_MOVEMENTS,
        ),
        ("Register change counted from the lists: gone settings", 0, 0, Explanation.AGREES),
    ]


def test_a_list_of_inspected_settings_tells_when_one_went_but_is_no_register() -> None:
    seen = setting("SC100004", MARCH_2023, INSPECTED_ONLY)
    perhaps = ("Register change counted from the lists: gone settings, perhaps of 2022-23", 1, None)

    assert lines(*STAYED, GONE, OF_2024)[-1] == (*perhaps, Explanation.NO_MOVEMENTS)
    assert lines(*STAYED, GONE, OF_2024, seen)[-1] == (
        "Register change counted from the lists: gone settings",
        1,
        0,
        Explanation.NOT_LISTED,
    )


def test_a_setting_of_no_known_day_of_registration_may_have_come_in_any_year() -> None:
    undated = NEW_IN_2023.model_copy(update={"registered_on": None})

    assert lines(*STAYED, undated, OF_2023)[1] == (
        "Register change counted from the lists: new settings, perhaps of 2023-24",
        1,
        None,
        Explanation.NO_MOVEMENTS,
    )


def test_one_register_alone_has_no_change() -> None:
    assert list(register_changes(snapshot(GONE, OF_2023))) == []


def test_what_is_counted_here_is_nobodys_published_number() -> None:
    told, untold = (
        line
        for line in register_changes(snapshot(*STAYED, NEW_IN_2023, NEW_IN_2024, OF_2024))
        if "new settings" in line.measure
    )

    assert (told.published, told.ours, told.listed, told.difference) == (None, 1, 0, 1)
    assert (untold.published, untold.ours, untold.listed, untold.difference) == (
        None,
        1,
        None,
        None,
    )
    assert told.published_why == untold.published_why
    assert told.published_why.startswith("the publisher states no such number: ours is a count of")
    assert untold.listed_why.startswith("no table of openings and closures is held")


def test_a_change_cites_both_registers_and_each_table_of_openings_and_closures_once() -> None:
    def stood(sheet: str, row: int) -> str:
        return f"sha256:{'f' * 64}#sheet={sheet}&row={row}"

    before = setting("SC100001", MARCH_2022, FULL, cite=stood("March_2022", 4))
    after = setting("SC100001", MARCH_2024, FULL, cite=stood("March_2024", 9))
    came, went = (OF_2023.model_copy(update={"cite": stood("Moves", row)}) for row in (5, 6))
    moved = went.model_copy(update={"urn": "SC100008"})
    found = next(iter(register_changes(snapshot(before, after, came, moved, OF_2024))))

    assert (found.cite, found.also) == (
        f"sha256:{'f' * 64}#sheet=March_2024",
        (f"sha256:{'f' * 64}#sheet=March_2022", f"sha256:{'f' * 64}#sheet=Moves", OF_2024.cite),
    )
