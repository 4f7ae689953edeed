"""The cited place from the archive: what its source reads, people's details masked."""

import json
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest

from db import ledger
from oversight.installation import Installation
from tests.oversight.asking import Ask
from tests.oversight.workbooks import PREMISES, REGISTER, tabs, with_cell
from tests.planted_market.workbooks import body

LATEST = "Provider_level_at_31_Mar_2026"
IN_YEAR = "Provider_level_in_year_2025-26"
MOVED = "Leavers+Joiners_at_31_Mar_2026"
SERIES = "Providers+places_Time_series"


def citation(tab: str, urn: int | str) -> str:
    """Where a registration stands in a tab of the 2026 issue."""
    row = next(number for number, row in enumerate(tabs(2026)[tab], start=1) if urn in row[:2])
    return f"sha256:{sha256(body(2026)).hexdigest()}#sheet={quote(tab, safe='+-_')}&row={row}"


def not_shown(ask: Ask, data: Path, cite: str) -> set[str]:
    return set(json.loads(ask("show", cite, "--data", data, "--json").out)["not_shown"])


def shown(ask: Ask, data: Path, cite: str) -> dict[str, str]:
    answer = ask("show", cite, "--data", data, "--json")
    return {row["heading"]: row["value"] for row in json.loads(answer.out)["rows"]}


def test_a_cited_row_is_printed_under_its_own_headings(data: Path, ask: Ask) -> None:
    cite = citation(REGISTER, 9000001)
    answer = ask("show", cite, "--data", data)

    assert (answer.code, answer.err) == (0, "")
    assert answer.below.splitlines()[:2] == [
        "ofsted_annual  file:issue-2026.ods  fetched 2026-07-15",
        f"{cite}  (of 271 rows)",
    ]
    assert "  URN: 9000001" in answer.out.splitlines()
    assert "  Provision type: Children's home" in answer.out.splitlines()
    assert "  Registration date: 2019-09-02" in answer.out.splitlines()
    assert "  Organisation name: Larkmoor Care Limited" in answer.out.splitlines()


@pytest.mark.parametrize(
    ("tab", "urn"),
    [(REGISTER, "SC900045"), (LATEST, "SC900045"), (REGISTER, 9000111), (IN_YEAR, 9000111)],
)
def test_addresses_postcodes_and_constituencies_are_named_and_not_shown(
    tab: str, urn: int | str, data: Path, ask: Ask
) -> None:
    private = {"Address 1", "Town", "Postcode", "Parliamentary constituency"}
    cite = citation(tab, urn)

    assert private - not_shown(ask, data, cite) == set()
    assert private & set(shown(ask, data, cite)) == set()


def test_a_name_that_is_read_is_masked(data: Path, ask: Ask) -> None:
    assert shown(ask, data, citation(REGISTER, "SC900045"))["Name"] == "(masked)"


def test_what_is_not_shown_is_counted_and_named_below_the_row(data: Path, ask: Ask) -> None:
    answer = ask("show", citation(MOVED, 9000091), "--data", data)

    assert answer.out.splitlines()[-1] == (
        "  not shown: 4 columns that this source does not read: Ofsted Region, Government Office"
        " Region, Parliamentary constituency, Setting name"
    )


def test_the_private_words_of_a_row_are_nowhere_in_what_is_printed(data: Path, ask: Ask) -> None:
    answer = ask("show", citation(REGISTER, "SC900045"), "--data", data)
    private = ("Sorrelwick", "Larch Walk", "Exeter", "ZZ99")

    assert [word for word in private if word in answer.out] == []
    assert "  Local authority: Devon" in answer.out.splitlines()


def test_the_name_of_a_supported_accommodation_provider_is_shown_in_no_tab(
    data: Path, ask: Ask
) -> None:
    answers = [
        ask("show", citation(tab, 9000046), "--data", data).out for tab in (REGISTER, PREMISES)
    ]

    assert ["Curlewholt" in answer for answer in answers] == [False, False]
    assert "  Name: (masked)" in answers[0].splitlines()
    assert "Provider name" in answers[1].splitlines()[-1]


def test_a_total_is_printed_under_the_headings_of_its_own_table(data: Path, ask: Ask) -> None:
    cite = f"sha256:{sha256(body(2026)).hexdigest()}#sheet={SERIES}&row=7"
    found = shown(ask, data, cite)

    assert (found["Date"], found["All"], found["Boarding Schools"]) == ("2026-03-31", "267", "3")


def test_a_row_of_a_council_table_is_printed_under_its_first_line(
    data: Path, holding_2025: Installation, ask: Ask
) -> None:
    councils = next(f for f in ledger.published(holding_2025.engine) if f.subject == "councils")
    found = shown(ask, data, f"sha256:{councils.sha256}#row=2")

    assert set(found) >= {"ons_code", "name", "region", "valid_from"}
    assert "(masked)" not in found.values()


def test_a_table_without_a_row_is_counted(data: Path, ask: Ask) -> None:
    cite = f"sha256:{sha256(body(2026)).hexdigest()}#sheet={REGISTER}"
    answer = ask("show", cite, "--data", data)

    counted, told = answer.below.splitlines()[1:]

    assert counted == f"{cite}  (of 271 rows)"
    assert told.strip().startswith("the whole table is cited and no row of it")


@pytest.mark.parametrize(
    ("fragment", "message"),
    [
        (f"sheet={REGISTER}&row=99999", "the table has 271 rows and no row 99999"),
        (f"sheet={REGISTER}&row=0", "the table has 271 rows and no row 0"),
        ("sheet=Nowhere&row=5", "the workbook has no tab 'Nowhere'"),
        (f"sheet={REGISTER}&row=1", "row 1 stands under no header"),
    ],
)
def test_a_place_that_the_document_does_not_have_is_told_in_one_line(
    fragment: str, message: str, data: Path, ask: Ask
) -> None:
    answer = ask("show", f"sha256:{sha256(body(2026)).hexdigest()}#{fragment}", "--data", data)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"oversight: {message}")
    assert answer.err.count("\n") == 1


def test_a_document_that_the_archive_lacks_is_told_in_one_line(data: Path, ask: Ask) -> None:
    answer = ask("show", f"sha256:{'0' * 64}#row=2", "--data", data)

    assert (answer.code, answer.out) == (1, "")
    assert "holds no document 000000000000…; check that --data names the folder" in answer.err


@pytest.mark.parametrize("text", ["row 17", "sha256:abc#row=1", f"sha256:{'0' * 64}"])
def test_what_is_no_citation_was_asked_wrongly(text: str, data: Path, ask: Ask) -> None:
    answer = ask("show", text, "--data", data)

    assert (answer.code, answer.out) == (2, "")
    assert "is not a citation" in answer.told


def test_a_damaged_body_is_never_shown(data: Path, ask: Ask) -> None:
    digest = sha256(body(2026)).hexdigest()
    (data / "archive" / "bodies" / digest[:2] / digest).write_bytes(b"something else")
    answer = ask("show", citation(REGISTER, 9000001), "--data", data)

    assert (answer.code, answer.out) == (1, "")
    assert "does not have the hash it is named by; restore it from a backup" in answer.err


def test_a_refused_body_can_be_looked_at_and_shows_no_more(
    data: Path, ask: Ask, tmp_path: Path
) -> None:
    bad = with_cell(REGISTER, "Registration date", "31/02/2020")
    (tmp_path / "bad.ods").write_bytes(bad)
    ask("ingest", tmp_path / "bad.ods", "--data", data)
    row = citation(REGISTER, "SC900045").partition("#")[2]
    answer = ask("show", f"sha256:{sha256(bad).hexdigest()}#{row}", "--data", data)

    assert answer.code == 0
    assert answer.below.startswith("ofsted_annual  file:bad.ods  fetched 2026-07-15\n")
    assert "  URN: SC900045" in answer.out.splitlines()
    assert [word for word in ("Sorrelwick", "Larch Walk", "ZZ99") if word in answer.out] == []


def test_a_row_that_a_refused_body_was_not_read_as_far_as_is_not_shown(
    data: Path, ask: Ask, tmp_path: Path
) -> None:
    bad = with_cell(REGISTER, "Registration date", "31/02/2020")
    (tmp_path / "bad.ods").write_bytes(bad)
    ask("ingest", tmp_path / "bad.ods", "--data", data)
    row = citation(PREMISES, 9000046).partition("#")[2]
    answer = ask("show", f"sha256:{sha256(bad).hexdigest()}#{row}", "--data", data)

    assert (answer.code, answer.out) == (1, "")
    assert "stands under no header that the source reads; nothing of it is shown" in answer.err


def test_of_a_body_that_nobody_recognised_nothing_is_shown(
    data: Path, ask: Ask, tmp_path: Path
) -> None:
    letter = b"Name,Postcode,Places\nSorrelwick School,ZZ99 1ZZ,60\n"
    (tmp_path / "letter.csv").write_bytes(letter)
    ask("ingest", tmp_path / "letter.csv", "--data", data)
    digest = sha256(letter).hexdigest()
    answer = ask("show", f"sha256:{digest}#row=2", "--data", data)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"oversight: no source reads the document {digest[:12]}…, so")
    assert answer.err.count("\n") == 1


def test_as_json_a_place_is_one_object(data: Path, ask: Ask) -> None:
    found = json.loads(ask("show", citation(REGISTER, 9000001), "--data", data, "--json").out)

    assert set(found) == {
        "data",
        "citation",
        "source",
        "url",
        "fetched_at",
        "rows_in_table",
        "not_shown",
        "rows",
    }
    assert {tuple(row) for row in found["rows"]} == {("heading", "value")}
