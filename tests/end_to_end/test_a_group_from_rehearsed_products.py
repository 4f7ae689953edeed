"""A group from the bulk products of the rehearsal: ingest takes them as it takes real ones."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crawlers.rehearsal.forms.companies_house.bulk import CompaniesHouseBulk
from tests.crawlers.ofsted_forms import PROVIDERS, TITLES, csv_body, uninspected, visited
from tests.crawlers.rehearsal.companies_house.small_register import (
    AS_COMPANY,
    STAKES,
    WORLD,
    asked,
    document_body,
    setup,
    stake,
)
from tests.oversight.asking import Answer, Ask
from tests.oversight.bods_checked import problems

TODAY = date(2026, 8, 20)
PRODUCTS = (
    "BasicCompanyDataAsOneFile-2026-08-01.zip",
    "persons-with-significant-control-snapshot-2026-08-20.zip",
)
OWNERS = ("Fernlark Homes Ltd", "Pochard Garth Limited")
INADEQUATE = {"overall experiences and progress of children and young people": "Inadequate"}
SETTINGS = 6
"""A rehearsal may be as small as it likes."""
GROUP = replace(
    WORLD,
    stakes=(
        *STAKES,
        stake(
            *("stakeGarth", "99000002", "99000010", date(2020, 1, 1)),
            shares=1.0,
            votes=1.0,
            written=AS_COMPANY,
        ),
    ),
)


def register() -> bytes:
    """The table of providers of 31 March 2025: two homes of the group's, the rest another's."""
    rows = [
        {
            **visited("26/03/2025"),
            "urn": f"SC{100_000 + number}",
            "latest full inspection event number": f"{10_000_000 + number}",
            **(
                {"organisation which owns the provider": OWNERS[number], **INADEQUATE}
                if number < len(OWNERS)
                else {}
            ),
        }
        for number in range(SETTINGS)
    ]
    above = (TITLES["2025"], "Rehearsal: every figure is invented.")
    return csv_body(PROVIDERS["2025"], *rows, uninspected() | {"urn": "SC999999"}, above=above)


@pytest.fixture
def taken(ask: Ask, tmp_path: Path) -> Callable[..., Answer]:
    """The command line once both products and the register are taken in as they are served."""
    folder = tmp_path / "downloaded"
    folder.mkdir()
    (folder / "providers_2025.csv").write_bytes(register())
    bulk = CompaniesHouseBulk(
        setup=setup(folder=folder, today=TODAY, world=GROUP), document_body=document_body
    )
    assert {bulk.answer(asked(f"/{name}")).status for name in PRODUCTS} == {200}
    data = tmp_path / "data"
    answer = ask("ingest", folder, "--data", data)
    assert answer.code == 0, answer.err
    return lambda *words: ask(*words, "--data", data)


def rows(answer: Answer) -> list[dict[str, Any]]:
    assert answer.code == 0, answer.err
    found: list[dict[str, Any]] = json.loads(answer.out)["rows"]
    return found


def test_two_failing_subsidiaries_are_found_under_the_company_above_them(
    taken: Callable[..., Answer],
) -> None:
    found = rows(taken("findings", "--rule", "PO-02", "--json"))

    assert [row["subject"] for row in found] == ["company:99000002"]
    assert found[0]["headline"] == (
        "meets s.23A(1)(b) on the strict proxy: 2 settings of 2 subsidiaries count"
    )


def test_of_each_member_it_is_said_what_part_of_it_is_the_heads(
    taken: Callable[..., Answer],
) -> None:
    shown = taken("group", "99000002").out

    assert (
        "    at least 75% of POCHARD GARTH LIMITED belongs in the end to Fernlark Holdings Ltd, by"
        " published shares.\n"
    ) in shown


def test_open_ownership_finds_nothing_wrong_with_the_control_registers_exported(
    taken: Callable[..., Answer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = taken("export", "bods", "--out", tmp_path / "out")
    path = tmp_path / "out" / "bods.json"
    statements = json.loads(path.read_text(encoding="utf-8"))
    wrong = [one for one in problems(path, monkeypatch) if "future_date" not in one["type"]]

    assert answer.code == 0
    assert {one["recordType"] for one in statements} == {"entity", "relationship"}
    assert answer.out.endswith(f"{path}: {len(statements)} entries, as in force on 2025-03-31\n")
    assert wrong == []  # a rehearsal has a today of its own, which may be yet to come


def test_the_watch_list_is_the_owners_and_all_above_them(taken: Callable[..., Answer]) -> None:
    sources = rows(taken("sources", "--json"))
    held = {row["source"]: [one["subject"] for one in row["held"]] for row in sources}

    assert held["companies_house_control_lines"] == ["99000001", "99000002", "99000010"]
    assert held["companies_house_company_data"] == ["companies at 2026-08-01"]
