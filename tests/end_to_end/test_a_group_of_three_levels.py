"""A hand-written group of three levels, from the publishers' own files to its findings."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.crawlers.ofsted_forms import PROVIDERS, TITLES, csv_body, uninspected, visited
from tests.oversight.asking import Ask

Rows = list[dict[str, Any]]

TOP, MIDDLE, LARKMOOR, FERNHOLLOW = "09000001", "09000002", "09000003", "09000004"
NAMES = {
    TOP: "AMBER TOPCO LIMITED",
    MIDDLE: "AMBER MIDCO LIMITED",
    LARKMOOR: "LARKMOOR CARE LIMITED",
    FERNHOLLOW: "FERNHOLLOW HOMES LIMITED",
}
OF_THE_GROUP = [
    {
        "organisation which owns the provider": "Larkmoor Care Limited 09000003",
        "overall experiences and progress of children and young people": "Inadequate",
    },
    {
        "organisation which owns the provider": "Fernhollow Homes Ltd",
        "overall experiences and progress of children and young people": "Inadequate",
    },
    {"organisation which owns the provider": "Larkmoor Care Limited"},
]
SETTINGS = 2_600
"""As many as a healthy register holds at least, and a few more."""


def register() -> bytes:
    """The table of providers of 31 March 2025: three homes of the group's, the rest another's."""
    rows = [
        {
            **visited("26/03/2025"),
            "urn": f"SC{100_000 + number}",
            "latest full inspection event number": f"{10_000_000 + number}",
            **(OF_THE_GROUP[number] if number < len(OF_THE_GROUP) else {}),
        }
        for number in range(SETTINGS)
    ]
    above = (TITLES["2025"], "This worksheet contains one table.")
    unseen = uninspected() | {"urn": "SC999999"}
    return csv_body(PROVIDERS["2025"], *rows, unseen, above=above)


def profile(number: str) -> dict[str, Any]:
    return {
        "company_name": NAMES[number],
        "company_number": number,
        "type": "ltd",
        "company_status": "active",
        "date_of_creation": "2015-01-01",
    }


def controls(number: str, parent: str, nature: str) -> dict[str, Any]:
    """A control register with one holder in force, and a person whose control has ended."""
    link = f"/company/{number}/persons-with-significant-control"
    holder = {
        "etag": "etag-1",
        "kind": "corporate-entity-person-with-significant-control",
        "name": NAMES[parent],
        "notified_on": "2020-05-01",
        "natures_of_control": [nature],
        "identification": {
            "country_registered": "England",
            "legal_authority": "Companies Act 2006",
            "legal_form": "Limited company",
            "place_registered": "Companies House",
            "registration_number": parent,
        },
        "links": {"self": f"{link}/corporate-entity/id-1"},
    }
    before = {
        "etag": "etag-2",
        "kind": "individual-person-with-significant-control",
        "name": "Ann Other",
        "notified_on": "2016-05-01",
        "ceased_on": "2020-05-01",
        "natures_of_control": ["voting-rights-75-to-100-percent"],
        "links": {"self": f"{link}/individual/id-2"},
    }
    return {
        "items": [holder, before],
        "items_per_page": 25,
        "start_index": 0,
        "total_results": 2,
        "active_count": 1,
        "ceased_count": 1,
        "links": {"self": link},
    }


def nobody(number: str) -> dict[str, Any]:
    """The statement that there is no registrable person."""
    link = f"/company/{number}/persons-with-significant-control-statements"
    return {
        "items": [
            {
                "etag": "e",
                "kind": "persons-with-significant-control-statement",
                "statement": "no-individual-or-entity-with-signficant-control",
                "notified_on": "2017-03-04",
                "links": {"self": f"{link}/s1"},
            }
        ],
        "items_per_page": 25,
        "start_index": 0,
        "total_results": 1,
        "active_count": 1,
        "ceased_count": 0,
        "links": {"self": link},
    }


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """The register and the answers of Companies House, as somebody saved them."""
    bodies: dict[str, object] = {f"profile_{number}.json": profile(number) for number in NAMES}
    bodies |= {
        "controls_09000002.json": controls(MIDDLE, TOP, "voting-rights-75-to-100-percent"),
        "controls_09000003.json": controls(LARKMOOR, MIDDLE, "voting-rights-50-to-75-percent"),
        "controls_09000004.json": controls(
            FERNHOLLOW, MIDDLE, "right-to-appoint-and-remove-directors"
        ),
        "statements_09000001.json": nobody(TOP),
    }
    folder = tmp_path / "saved"
    folder.mkdir()
    for name, body in bodies.items():
        (folder / name).write_text(json.dumps(body), encoding="utf-8")
    (folder / "providers_2025.csv").write_bytes(register())
    return sorted(folder.iterdir())


@pytest.fixture
def answered(
    database_url: str, files: list[Path], ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Rows]:
    """What the command line answers, on either kind of database, once the files are taken in."""
    monkeypatch.setenv("OVERSIGHT_DB", database_url)
    data = tmp_path / "data"
    taken = ask("ingest", *files, "--data", data)
    assert taken.code == 0, taken.err

    def rows(*words: object) -> Rows:
        answer = ask(*words, "--data", data, "--json")
        assert answer.code == 0, answer.err
        found: Rows = json.loads(answer.out)["rows"]
        return found

    return rows


def test_two_failing_subsidiaries_meet_s_23a_1_b_with_their_chain(
    answered: Callable[..., Rows],
) -> None:
    top, middle = answered("findings", "--rule", "PO-02")

    assert [(row["subject"], row["subject_name"]) for row in (top, middle)] == [
        ("company:09000001", "AMBER TOPCO LIMITED"),
        ("company:09000002", "AMBER MIDCO LIMITED"),
    ]
    assert top["headline"] == (
        "meets s.23A(1)(b) on the strict proxy: 2 settings of 2 subsidiaries count"
    )
    assert top["since"] == "2025-03-26"
    assert top["evidence"][0]["claim"] == (
        "the chain: AMBER TOPCO LIMITED (09000001) holds 75% or more of the votes of AMBER MIDCO"
        " LIMITED (09000002), which holds more than 50% and less than 75% of the votes of LARKMOOR"
        " CARE LIMITED (09000003)"
    )
    assert all(one["cite"].startswith("sha256:") for one in top["evidence"])


def test_the_group_of_a_company_shows_its_head_its_chain_and_what_counts(
    answered: Callable[..., Rows],
) -> None:
    rows = answered("group", LARKMOOR)

    assert [(row["member"], row["certain"], len(row["settings"])) for row in rows] == [
        ("company:09000001", True, 0),
        ("company:09000002", True, 0),
        ("owner:larkmoor care", True, 2),
        ("owner:fernhollow homes", True, 1),
    ]
    assert {row["head_name"] for row in rows} == {"AMBER TOPCO LIMITED"}
    assert rows[0]["above"] == ("AMBER TOPCO LIMITED states that there is no registrable person.")
    assert [(one["urn"], one["counts"]) for one in rows[2]["settings"]] == [
        ("SC100000", True),
        ("SC100002", False),
    ]
    assert answered("group", "larkmoor care limited") == rows
    assert answered("group", "AMBER MIDCO LIMITED") == rows
    assert answered("group", "company:09000004") == rows


def test_a_group_stands_in_place_of_its_members_in_the_list_of_groups(
    answered: Callable[..., Rows],
) -> None:
    rows = answered("groups")
    (group,) = (row for row in rows if row["kind"] == "statutory")

    assert len(rows) == 2
    assert (group["id"], group["head"], group["head_name"]) == (
        "group:09000001",
        "09000001",
        "AMBER TOPCO LIMITED",
    )
    assert group["members"] == [
        "AMBER TOPCO LIMITED (09000001)",
        "AMBER MIDCO LIMITED (09000002)",
        "Larkmoor Care Limited (09000003)",
        "Fernhollow Homes Ltd (09000004)",
    ]
    assert (group["settings_certain"], group["settings_possible"]) == (3, 0)
    assert (group["homes"], group["places"], group["councils"]) == (3, 12, 1)


def test_every_link_of_a_chain_can_be_shown_in_the_archive(
    answered: Callable[..., Rows], ask: Ask, tmp_path: Path
) -> None:
    (top, _) = answered("findings", "--rule", "PO-02")
    shown = [ask("show", one["cite"], "--data", tmp_path / "data") for one in top["evidence"]]

    assert [one.code for one in shown] == [0] * len(shown)


def test_a_person_reads_the_same_and_nobody_whose_control_ended_is_named(
    answered: Callable[..., Rows], ask: Ask, tmp_path: Path
) -> None:
    printed = ask("group", LARKMOOR, "--data", tmp_path / "data")
    listed = ask("groups", "--data", tmp_path / "data")
    unknown = ask("group", "09999999", "--data", tmp_path / "data")

    assert "AMBER TOPCO LIMITED  statutory  group:09000001" in printed.out
    assert "  above it: AMBER TOPCO LIMITED states that there is no registrable" in printed.out
    assert "2 settings, of which 1 count as failing" in printed.out
    assert "Ann Other" not in printed.out
    assert "1 of 3 registered organisations: a company number stands" in listed.err
    assert (unknown.code, "nothing is called '09999999'" in unknown.told) == (2, True)
