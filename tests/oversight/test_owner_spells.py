"""How long a setting stood under one owner's text, told from lists of single days."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from db.records import Population, Setting
from oversight.owner_spells import Spell, spells
from tests.oversight.registers import setting

FULL, INSPECTED = Population.FULL, Population.INSPECTED_ONLY
Y = {year: date(year, 3, 31) for year in range(2018, 2026)}


def line(urn: str, year: int, owner: str | None, population: Population = FULL) -> Setting:
    return setting(urn, Y[year], population, owner_name=owner)


def told(*lines: Setting) -> list[tuple[str, str | None, int, int | None]]:
    return [
        (
            one.last.urn,
            one.last.owner_name,
            one.valid_from.year,
            one.valid_to.year if one.valid_to else None,
        )
        for one in spells(lines)
    ]


def test_an_owner_who_stays_has_one_spell_that_still_holds() -> None:
    assert told(line("SC000001", 2021, "Ash"), line("SC000001", 2022, "Ash")) == [
        ("SC000001", "Ash", 2021, None)
    ]


def test_another_text_ends_one_spell_and_begins_the_next() -> None:
    assert told(line("SC000001", 2021, "Ash"), line("SC000001", 2022, "Quill")) == [
        ("SC000001", "Ash", 2021, 2022),
        ("SC000001", "Quill", 2022, None),
    ]


def test_case_and_space_are_no_other_text_and_the_last_writing_stands() -> None:
    assert told(line("SC000001", 2021, "Ash  Ltd"), line("SC000001", 2022, "ASH ltd")) == [
        ("SC000001", "ASH ltd", 2021, None)
    ]


def test_a_register_that_lacks_a_setting_ends_its_spell() -> None:
    found = told(
        line("SC000001", 2021, "Ash"), line("SC000002", 2021, "Ash"), line("SC000002", 2022, "Ash")
    )

    assert found == [("SC000001", "Ash", 2021, 2022), ("SC000002", "Ash", 2021, None)]


def test_a_setting_that_comes_back_has_a_spell_of_its_own() -> None:
    lines = [line("SC000001", 2021, "Ash"), line("SC000001", 2023, "Ash")]

    assert told(*lines, line("SC000002", 2022, "Ash"))[:2] == [
        ("SC000001", "Ash", 2021, 2022),
        ("SC000001", "Ash", 2023, None),
    ]


def test_a_list_of_inspected_settings_says_nothing_of_those_it_lacks() -> None:
    found = told(line("SC000001", 2021, "Ash"), line("SC000002", 2022, "Ash", INSPECTED))

    assert found == [("SC000001", "Ash", 2021, None), ("SC000002", "Ash", 2022, None)]


def test_a_list_that_names_no_owner_at_all_tells_none() -> None:
    assert told(line("SC000001", 2018, None), line("SC000001", 2019, "Ash")) == [
        ("SC000001", "Ash", 2019, None)
    ]


def test_a_blank_beside_named_owners_is_a_spell_without_a_name() -> None:
    found = told(line("SC000001", 2021, None), line("SC000002", 2021, "Ash"))

    assert found == [("SC000001", None, 2021, None), ("SC000002", "Ash", 2021, None)]


def test_of_two_lines_of_one_day_a_registers_stands() -> None:
    full, inspected = line("SC000001", 2021, "Ash"), line("SC000001", 2021, "Quill", INSPECTED)

    assert told(full, inspected) == [("SC000001", "Ash", 2021, None)]
    assert told(inspected, full) == [("SC000001", "Ash", 2021, None)]


def test_the_day_of_a_spell_is_its_newest_register() -> None:
    (one,) = spells([line("SC000001", 2021, "Ash"), line("SC000001", 2022, "Ash", INSPECTED)])
    (other,) = spells([line("SC000001", 2022, "Ash", INSPECTED)])

    assert (one.day, other.day) == (Y[2021], None)


owners = st.sampled_from([None, "Ash", "ash", "Quill"])
histories = st.lists(
    st.tuples(st.sampled_from(["SC000001", "SC000002"]), st.sampled_from(sorted(Y)), owners),
    unique_by=lambda one: one[:2],
    min_size=1,
)


@given(histories)
def test_spells_of_a_setting_never_overlap_and_hold_every_line_once(
    history: list[tuple[str, int, str | None]],
) -> None:
    found: dict[str, list[Spell]] = {}
    for one in spells([line(*said) for said in history]):
        found.setdefault(one.last.urn, []).append(one)
    held = sorted(
        (s.urn, s.as_at.year) for each in found.values() for o in each for s in o.settings
    )
    naming = {year for _, year, owner in history if owner}

    assert held == sorted((urn, year) for urn, year, _ in history if year in naming)
    for each in found.values():
        for before, after in pairwise(each):
            assert before.valid_to is not None
            assert before.settings[-1].as_at < before.valid_to <= after.valid_from
