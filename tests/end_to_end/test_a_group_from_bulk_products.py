"""A group of three levels from the two bulk products, with no answer of the API at all."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.crawlers.company_data import product, row
from tests.crawlers.control_snapshot import held, line, snapshot, totals
from tests.crawlers.ofsted_forms import PROVIDERS, TITLES, csv_body, uninspected, visited
from tests.oversight.asking import Answer, Ask

INADEQUATE = {"overall experiences and progress of children and young people": "Inadequate"}
OWNERS = ("Larkmoor Care Ltd", "Fernhollow Homes Limited")
SETTINGS = 2_600
"""As many as a healthy register holds at least, and a few more."""
COMPANIES = (
    row("AMBER TOPCO LIMITED", "09000001"),
    row("AMBER MIDCO LIMITED", "09000002"),
    row("LARKMOOR CARE LIMITED", "09000003"),
    row("FERNHOLLOW HOMES LTD", "09000004"),
    row("LINDEN BAKERS LIMITED", "09000005"),
)


def holding(number: str, holder: str) -> str:
    """One line: three quarters or more of a company's shares."""
    link = f"/company/{number}/persons-with-significant-control/corporate-entity/{holder}"
    return held(
        number,
        holder,
        etag="e",
        links={"self": link},
        name="A HOLDER",
        natures_of_control=["ownership-of-shares-75-to-100-percent"],
        notified_on="2020-05-01",
    )


LINES = (
    holding("09000002", "09000001"),
    holding("09000003", "09000002"),
    holding("09000004", "9000002"),
    holding("09000005", "09000001"),
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
    above = (TITLES["2025"], "This worksheet contains one table.")
    return csv_body(PROVIDERS["2025"], *rows, uninspected() | {"urn": "SC999999"}, above=above)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The register and the two products, as somebody downloaded them."""
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "providers_2025.csv").write_bytes(register())
    (saved / "BasicCompanyDataAsOneFile-2026-08-01.csv").write_text(product(*COMPANIES), "utf-8")
    name = "persons-with-significant-control-snapshot-2026-08-20"
    with zipfile.ZipFile(saved / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{name}.txt", snapshot(*LINES, totals(len(LINES))))
    return saved


@pytest.fixture
def taken(folder: Path, ask: Ask, tmp_path: Path) -> Callable[..., Answer]:
    """The command line once the folder is taken in."""
    data = tmp_path / "data"
    answer = ask("ingest", folder, "--data", data)
    assert answer.code == 0, answer.err
    return lambda *words: ask(*words, "--data", data)


def rows(answer: Answer) -> list[dict[str, Any]]:
    assert answer.code == 0, answer.err
    found: list[dict[str, Any]] = json.loads(answer.out)["rows"]
    return found


def test_two_failing_subsidiaries_meet_s_23a_1_b_on_either_kind_of_database(
    database_url: str, folder: Path, ask: Ask, tmp_path: Path
) -> None:
    there = ("--data", tmp_path / "data", "--db", database_url)
    assert ask("ingest", folder, *there).code == 0
    found = rows(ask("findings", "--rule", "PO-02", "--json", *there))

    assert [row["subject"] for row in found] == ["company:09000001", "company:09000002"]
    assert found[0]["headline"] == (
        "meets s.23A(1)(b) on the strict proxy: 2 settings of 2 subsidiaries count"
    )


def test_only_owners_and_what_stands_above_them_become_records(
    taken: Callable[..., Answer],
) -> None:
    sources = rows(taken("sources", "--json"))
    held_by_source = {row["source"]: [one["subject"] for one in row["held"]] for row in sources}

    assert held_by_source["companies_house_control_lines"] == [
        "09000001",
        "09000002",
        "09000003",
        "09000004",
    ]
    assert held_by_source["companies_house_company_data"] == ["companies at 2026-08-01"]


def test_a_match_by_name_shows_the_row_of_the_index_that_it_rests_on(
    taken: Callable[..., Answer],
) -> None:
    (finding, _) = rows(taken("findings", "--rule", "PO-02", "--json"))
    named = {one["cite"] for one in finding["evidence"] if "is called" in one["claim"]}
    shown = [taken("show", cite, "--json") for cite in sorted(named)]

    assert len(shown) == 2
    assert {row["heading"]: row["value"] for row in rows(shown[0])} == {
        "name": "LARKMOOR CARE LIMITED",
        "company_number": "09000003",
        "category": "Private Limited Company",
        "status": "Active",
        "incorporated_on": "2019-05-01",
        "dissolved_on": "not published",
        "sic_codes": "87900",
        "office_district": "LS1",
    }


def test_a_row_that_the_index_lacks_is_told(taken: Callable[..., Answer]) -> None:
    (finding, _) = rows(taken("findings", "--rule", "PO-02", "--json"))
    (cite, *_) = [one["cite"] for one in finding["evidence"] if "is called" in one["claim"]]
    answer = taken("show", f"{cite}9")

    assert answer.code == 1
    assert "has no row=" in answer.err


def test_a_holder_of_the_watch_list_is_shown_without_its_address(
    taken: Callable[..., Answer],
) -> None:
    (finding, _) = rows(taken("findings", "--rule", "PO-02", "--json"))
    cites = [one["cite"] for one in finding["evidence"] if "#/lines/" in one["cite"]]
    shown = taken("show", cites[0])

    assert shown.code == 0
    assert "registration_number: 0900000" in shown.out


def test_the_same_folder_again_adds_nothing(taken: Callable[..., Answer], folder: Path) -> None:
    before = taken("findings", "--json").out
    again = taken("ingest", folder)

    assert again.code == 0
    assert "taken in" not in again.out
    assert taken("findings", "--json").out == before


def test_a_snapshot_that_is_cut_short_leaves_the_one_before_in_use(
    taken: Callable[..., Answer], tmp_path: Path
) -> None:
    before = taken("findings", "--json").out
    cut = tmp_path / "persons-with-significant-control-snapshot-2026-08-27.txt"
    cut.write_text(snapshot(*LINES), "utf-8")
    answer = taken("ingest", cut)

    assert answer.code == 1
    assert "its last line is not its totals, so that it is cut short" in answer.err
    assert taken("findings", "--json").out == before


def test_an_index_far_smaller_than_the_last_is_refused(
    taken: Callable[..., Answer], tmp_path: Path
) -> None:
    smaller = tmp_path / "BasicCompanyDataAsOneFile-2026-09-01.csv"
    smaller.write_text(product(*COMPANIES[:2]), "utf-8")
    answer = taken("ingest", smaller)

    assert answer.code == 1
    assert "holds 2 rows of the kind IndexedCompany, far fewer than the 5" in answer.err


def test_lines_of_an_unknown_kind_are_counted_and_kept_apart(
    taken: Callable[..., Answer], tmp_path: Path
) -> None:
    path = tmp_path / "persons-with-significant-control-snapshot-2026-08-27.txt"
    odd = line("09000003", "ghost-with-significant-control")
    path.write_text(snapshot(*LINES, odd, totals(len(LINES) + 1)), "utf-8")
    answer = taken("ingest", path)

    assert answer.code == 0
    assert "look: Line.kind says 'ghost-with-significant-control' 1 times" in answer.out
    assert "'ghost-with-significant-control' (1 of them, first in line 5)" in answer.err


def test_a_part_that_is_gone_is_told_and_made_again(
    taken: Callable[..., Answer], tmp_path: Path
) -> None:
    before = taken("findings", "--json").out
    for part in (tmp_path / "data" / "archive" / "parts").rglob("*.parquet"):
        part.unlink()
    told = taken("groups", "--as-of", "2025-04-01")
    mended = taken("reread", "companies_house_company_data")

    assert told.code == 1
    assert "make it again: oversight reread companies_house_company_data" in told.err
    assert mended.code == 1
    assert "oversight reread companies_house_control_snapshot" in mended.err
    assert taken("reread", "companies_house_control_snapshot").code == 0
    assert taken("findings", "--json").out == before


def test_lines_that_nobody_can_read_are_told_and_hide_nothing_else(
    taken: Callable[..., Answer], tmp_path: Path
) -> None:
    before = taken("findings", "--json").out
    path = tmp_path / "persons-with-significant-control-snapshot-2026-08-27.txt"
    odd = holding("09000003", "09000002").replace('"name"', '"surprise": 1, "name"')
    path.write_text(snapshot(*LINES[:1], odd, *LINES[2:], totals(len(LINES))), "utf-8")
    junk = tmp_path / "junk.csv"
    junk.write_text("a,b\n1,2\n", "utf-8")
    answer = taken("ingest", path, junk)

    assert answer.code == 1
    assert "new members ['surprise']" in answer.err
    assert "junk.csv" in answer.err
    assert "companies_house_control_snapshot: control registers at" in answer.out
    assert taken("findings", "--json").out == before


def test_a_product_does_not_come_out_before_the_day_that_it_describes(
    taken: Callable[..., Answer], tmp_path: Path
) -> None:
    path = tmp_path / "BasicCompanyDataAsOneFile-2026-08-15.csv"
    path.write_text(product(*COMPANIES, row("ASH LTD", "09000006")), "utf-8")
    answer = taken("ingest", path, "--published-on", "2025-07-16")

    assert answer.code == 1
    assert "describes 2026-08-15 and cannot have been published on 2025-07-16" in answer.err


def test_a_file_larger_than_any_document_is_refused_unread(
    taken: Callable[..., Answer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oversight.offering.LARGEST_DOCUMENT", 1_000)
    path = tmp_path / "persons-with-significant-control-snapshot-2026-08-27.txt"
    path.write_text(snapshot('{"changed": 1}', *LINES, totals(len(LINES))), "utf-8")
    answer = taken("ingest", path)

    assert answer.code == 1
    assert "it is cut short, or the publisher has changed it; download it again" in answer.err


def test_a_holder_entered_without_a_number_is_watched_where_one_company_bears_its_name(
    folder: Path, ask: Ask, tmp_path: Path
) -> None:
    companies = (*COMPANIES, row("UNWRITTEN PARENT LIMITED", "09000006"))
    data = folder / "BasicCompanyDataAsOneFile-2026-08-01.csv"
    data.write_text(product(*companies), "utf-8")
    link = "/company/09000001/persons-with-significant-control/corporate-entity/unwritten"
    unnumbered = held(
        "09000001",
        None,
        etag="e",
        links={"self": link},
        name="Unwritten Parent Ltd",
        natures_of_control=["ownership-of-shares-75-to-100-percent"],
        notified_on="2020-05-01",
    )
    name = "persons-with-significant-control-snapshot-2026-08-20"
    with zipfile.ZipFile(folder / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        lines = (*LINES, unnumbered)
        packed.writestr(f"{name}.txt", snapshot(*lines, totals(len(lines))))
    ask("ingest", folder, "--data", tmp_path / "data")

    sources = rows(ask("sources", "--json", "--data", tmp_path / "data"))
    watched = next(one for one in sources if one["source"] == "companies_house_control_lines")
    assert "09000006" in [one["subject"] for one in watched["held"]]
