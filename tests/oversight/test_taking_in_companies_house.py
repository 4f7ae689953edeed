"""Answers of Companies House are taken in whole or change nothing, and oddities are counted."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crawlers.companies_house import oddities
from crawlers.companies_house.answers import bundle
from crawlers.companies_house.lines import joined
from crawlers.reading import SourceChangedError
from db.loading import load_snapshot
from db.records import Capacity, Control, Oddity, RegisterExtract, SicCode
from db.snapshot import Snapshot
from oversight.installation import Installation
from oversight.taking_in import TakenIn, take_in
from tests.oversight.asking import Ask

NUMBER = "09000001"
LINK = f"/company/{NUMBER}/persons-with-significant-control"
BAND = "ownership-of-shares-75-to-100-percent"


def entry(number: int, **more: Any) -> dict[str, Any]:
    return {
        "kind": "individual-person-with-significant-control",
        "name": f"Person {number}",
        "notified_on": "2020-01-02",
        "natures_of_control": [BAND],
        "links": {"self": f"{LINK}/individual/id-{number}"},
        **more,
    }


def register(*entries: dict[str, Any], start: int = 0, total: int | None = None) -> bytes:
    stated = len(entries) if total is None else total
    return json.dumps(
        {
            "items": entries,
            "items_per_page": 25,
            "start_index": start,
            "total_results": stated,
            "active_count": stated,
            "ceased_count": 0,
            "links": {"self": LINK},
        }
    ).encode()


def take(place: Installation, tmp_path: Path, body: bytes) -> TakenIn:
    file = tmp_path / "controls.json"
    file.write_bytes(body)
    (taken,) = take_in(place, [file], only="companies_house_controls")
    return taken


def snapshot(place: Installation) -> Snapshot:
    return load_snapshot(place.engine, date(2026, 9, 1), place.now)


def test_a_register_comes_back_as_it_was_read(place: Installation, tmp_path: Path) -> None:
    taken = take(place, tmp_path, register(entry(1)))
    (control,) = snapshot(place).current(Control)

    assert [saved.subject for saved in taken.saved] == [NUMBER]
    assert (control.psc_id, control.capacity) == ("id-1", Capacity.DIRECT)
    assert (control.shares_min, control.shares_min_open) == (0.75, False)


def test_an_empty_register_takes_the_place_of_a_full_one(
    place: Installation, tmp_path: Path
) -> None:
    take(place, tmp_path, register(entry(1)))
    take(place, tmp_path, register())
    held = snapshot(place)

    assert held.current(Control) == ()
    assert [extract.entries for extract in held.current(RegisterExtract)] == [0]


def test_lines_of_the_snapshot_take_the_place_of_the_api_s_register_and_the_other_way_about(
    place: Installation, tmp_path: Path
) -> None:
    take(place, tmp_path, register(entry(1), entry(2)))
    line = json.dumps({"company_number": NUMBER, "data": entry(1)})
    lines = tmp_path / "lines.json"
    lines.write_bytes(joined(NUMBER, [line]))
    take_in(place, [lines])
    struck_off = [control.psc_id for control in snapshot(place).current(Control)]
    take(place, tmp_path, register(entry(1), entry(3)))

    assert struck_off == ["id-1"]
    assert [control.psc_id for control in snapshot(place).current(Control)] == ["id-1", "id-3"]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (register(entry(2), total=2), "holds 1 of 2 entries"),
        (bundle([register(entry(2), total=2)] * 2), "page 2 holds entries of a page before"),
        (
            bundle([register(entry(2), total=2), register(entry(3), start=1, total=3)]),
            "'total_results' is 3 where the page before says 2",
        ),
        (b'{"errors": [{"error": "access-denied", "type": "ch:service"}]}', "access-denied"),
        (
            json.dumps({"company_number": "012345678", "data": entry(2)}).encode(),
            "'012345678' is not a company number",
        ),
    ],
    ids=["half its items", "a page repeats", "totals disagree", "an error", "nine characters"],
)
def test_a_bad_answer_changes_nothing(
    place: Installation, tmp_path: Path, body: bytes, problem: str
) -> None:
    take(place, tmp_path, register(entry(1)))
    with pytest.raises(SourceChangedError, match=problem):
        take(place, tmp_path, body)

    assert [control.psc_id for control in snapshot(place).current(Control)] == ["id-1"]


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        ([entry(1), entry(2)], oddities.MORE_THAN_THE_WHOLE),
        ([entry(1, ceased_on="2019-01-01")], oddities.ENDS_BEFORE_IT_BEGINS),
        (
            [
                entry(
                    1,
                    identification={
                        "registration_number": "012345678",
                        "country_registered": "England",
                    },
                )
            ],
            oddities.NUMBER_IS_NONE,
        ),
        ([entry(1), entry(2, kind="robot")], oddities.UNKNOWN_KIND),
    ],
    ids=["two of 75 to 100%", "ended before it began", "nine characters", "unknown kind"],
)
def test_an_odd_entry_is_kept_cited_and_counted_in_the_drift_report(
    place: Installation, tmp_path: Path, entries: list[dict[str, Any]], problem: str
) -> None:
    taken = take(place, tmp_path, register(*entries))
    (oddity,) = snapshot(place).current(Oddity)
    counted = {line.field: line.unknown for line in taken.drift if line.kind == "Oddity"}

    assert oddity.problem == problem
    assert oddity.company_number == NUMBER
    assert counted["problem"] == {problem: 1}


def test_an_unknown_word_is_kept_and_counted_in_the_drift_report(
    place: Installation, tmp_path: Path
) -> None:
    taken = take(place, tmp_path, register(entry(1, natures_of_control=["golden-share"])))
    counted = {line.field: line.unknown for line in taken.drift if line.kind == "Control"}

    assert counted["unread_natures"] == {"golden-share": 1}


def test_a_code_without_a_first_day_counts_as_always(place: Installation, tmp_path: Path) -> None:
    file = tmp_path / "profile.json"
    file.write_text(
        json.dumps(
            {
                "company_name": "EXAMPLE CARE LTD",
                "company_number": NUMBER,
                "type": "ltd",
                "sic_codes": ["87900"],
            }
        )
    )
    take_in(place, [file])
    held = load_snapshot(place.engine, date(2015, 1, 1), place.now)

    assert [code.sic_code for code in held.current(SicCode)] == ["87900"]
    assert [code.valid_from for code in held.every(SicCode)] == [None]


def test_bytes_that_do_not_say_whose_they_are_count_for_one_company_only(
    ask: Ask, tmp_path: Path
) -> None:
    none = {"items": [], "total_count": 0, "satisfied_count": 0, "part_satisfied_count": 0}
    for number in ("09000001", "09000002"):
        (tmp_path / f"charges_{number}.json").write_text(json.dumps(none))
    answer = ask("ingest", *sorted(tmp_path.glob("charges_*.json")), "--data", tmp_path / "data")

    assert answer.code == 1
    assert "held of 09000001" in answer.err
    assert '{"company_number": "09000002", "data": {…}}' in answer.err
