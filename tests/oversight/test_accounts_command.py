"""Filed accounts are read from files: group and company apart, and what is amiss said plainly."""

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from oversight.__main__ import app
from tests.crawlers.accounts.balance_sheets import balance_sheet
from tests.crawlers.accounts.group_accounts import group_accounts
from tests.crawlers.accounts.made import INLINE
from tests.crawlers.accounts.pictures import LOCKED, PICTURE

TOPCO = group_accounts()
CARE = group_accounts(
    "09000002",
    "Larkmoor Care Limited",
    operating_profit=500_000,
    interest=100_000,
    amortisation=100_000,
)
HEADER = (
    "document,company_number,scope,measure,period_start,period_end,value,page,"
    "keyed_by,keyed_on,confirmed_by,confirmed_on\n"
)


def accounts(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["accounts", *map(str, arguments)])


def rows(*arguments: str | Path) -> list[dict[str, Any]]:
    return json.loads(accounts(*arguments, "--json").stdout)["rows"]


@pytest.fixture
def topco(tmp_path: Path) -> Path:
    file = tmp_path / "topco.xhtml"
    file.write_bytes(TOPCO)
    return file


@pytest.fixture
def care(tmp_path: Path) -> Path:
    file = tmp_path / "Prod223_1234_09000002_20240331.html"
    file.write_bytes(CARE)
    return file


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    file = tmp_path / "Prod223_1234_09000003_20240331.html"
    file.write_bytes(balance_sheet(2024, net_assets=100_000, the_year_before=80_000))
    return file


@pytest.fixture
def later(tmp_path: Path) -> Path:
    file = tmp_path / "Prod223_1234_09000003_20250331.html"
    file.write_bytes(balance_sheet(2025, net_assets=120_000, the_year_before=90_000))
    return file


def test_group_and_company_are_rows_of_their_own(topco: Path) -> None:
    group, company = rows(topco)

    assert (group["scope"], company["scope"]) == ("group", "company")
    assert group["lines"]["turnover"]["value"] == 5_000_000
    assert "turnover" not in company["lines"]
    assert (group["period_start"], group["period_end"]) == ("2023-04-01", "2024-03-31")
    assert group["months"] == 12


def test_each_line_says_how_it_was_read_and_where(topco: Path) -> None:
    line = rows(topco)[0]["lines"]["turnover"]

    assert line["read"] == "tagged"
    assert line["cite"].endswith("#tag=2")
    assert 0.9 < line["confidence"] <= 1


def test_ebitda_is_given_with_its_parts(topco: Path) -> None:
    earned = rows(topco)[0]["ebitda"]

    assert earned["value"] == 900_000
    assert earned["parts"] == {
        "operating_profit": -100_000,
        "depreciation": 300_000,
        "amortisation": 700_000,
    }


def test_a_group_under_water_beside_a_company_above_it_is_noted(topco: Path) -> None:
    notes = rows(topco)[0]["notes"]

    assert notes == [
        "Group net assets are negative (-£2,000,000) while the company's are not (£250,000)"
    ]


def test_two_documents_of_the_same_operations_are_told_together(topco: Path, care: Path) -> None:
    (found,) = json.loads(accounts(topco, care, "--json").stdout)["same_operations"]

    assert (found["upper"], found["lower"]) == ("09000001", "09000002")
    assert "report the same operations" in found["words"]
    assert {gap["measure"]: gap["difference"] for gap in found["gaps"]} == {
        "operating_profit": -600_000,
        "interest_payable": 800_000,
        "amortisation": 600_000,
        "profit_before_tax": -1_400_000,
    }


def test_a_year_that_the_next_accounts_state_otherwise_is_told_with_both_places(
    tmp_path: Path, earlier: Path, later: Path
) -> None:
    (found,) = json.loads(accounts(tmp_path, "--json").stdout)["restatements"]

    assert (found["scope"], found["measure"], found["period_end"]) == (
        "company",
        "net_assets",
        "2024-03-31",
    )
    assert (found["filed"], found["restated"], found["share"]) == (100_000, 90_000, -0.1)
    assert (found["filed_cite"], found["restated_cite"]) == (
        f"sha256:{sha256(earlier.read_bytes()).hexdigest()}#row=5",
        f"sha256:{sha256(later.read_bytes()).hexdigest()}#row=5",
    )
    assert "09000003: Net assets of the company" in accounts(tmp_path).stdout


def test_a_year_is_told_anew_across_products_and_files_and_only_once(
    tmp_path: Path, earlier: Path, later: Path
) -> None:
    product = tmp_path / "Accounts_Bulk_Data-2025-06-01.zip"
    with zipfile.ZipFile(product, "w") as members:
        members.write(later, later.name)
        members.write(earlier, earlier.name)
    whole = json.loads(accounts(product, "--json").stdout)["restatements"]
    beside = json.loads(accounts(product, earlier, later, "--json").stdout)["restatements"]

    assert [(one["filed"], one["restated"]) for one in whole] == [(100_000, 90_000)]
    assert beside == whole


def test_a_parent_s_year_that_two_packages_have_is_told_anew_once(
    tmp_path: Path, earlier: Path, later: Path
) -> None:
    for number in ("09000001", "09000002"):
        own = balance_sheet(2024, net_assets=9_000, the_year_before=7_000, number=number)
        with zipfile.ZipFile(tmp_path / f"Prod223_1_{number}_20240331.zip", "w") as members:
            members.writestr(f"AUDITEXEMPT-{number}/subsidiary-accounts/own.html", own)
            members.write(earlier, f"AUDITEXEMPT-{number}/parent-accounts/theirs.html")
    earlier.unlink()
    found = json.loads(accounts(tmp_path, "--json").stdout)["restatements"]

    assert [(one["company_number"], one["filed"]) for one in found] == [("09000003", 100_000)]


def test_a_person_reads_a_table_and_why_lines_are_missing(topco: Path, care: Path) -> None:
    said = accounts(topco, care)

    assert said.exit_code == 0
    assert "Larkmoor Topco Limited 09000001" in said.stdout
    assert "1 April 2023 to 31 March 2024" in said.stdout
    assert "net assets         -2,000,000  250,000  tagged" in said.stdout
    assert "group: EBITDA £900,000 = operating profit -£100,000" in said.stdout
    assert "group: no profit for year: not found where this reader looks" in said.stdout
    assert "ultimate parent (Fernhollow Holdings Limited, Jersey): The ultimate" in said.stdout
    assert "(09000002) report the same operations" in said.stdout


def test_a_file_named_for_another_company_is_noted(tmp_path: Path) -> None:
    file = tmp_path / "Prod223_1234_09000009_20240331.html"
    file.write_bytes(TOPCO)

    assert "reports on company 09000001, and was filed for 09000009" in rows(file)[0]["notes"][0]


@pytest.mark.parametrize(
    ("name", "body", "state"),
    [
        ("a.zip", b"ATTACHMENTPLACEHOLDERATTACHMEN", "not read: a placeholder without accounts"),
        ("a.pdf", b"", "not read: a placeholder without accounts"),
        ("a.html", bytes(range(128, 256)) * 20, "not read: no accounts in it"),
        ("a.jpg", b"\xff\xd8\xff\xe0 a photograph", "not read: no accounts in it"),
        ("a.pdf", LOCKED, "not read: locked with a password"),
        ("a.pdf", PICTURE[:150], "not read: damaged or cut short"),
        ("a.html", TOPCO[:-300], "read in part"),
    ],
)
def test_what_cannot_be_read_whole_says_why_and_the_rest_is_read(
    tmp_path: Path, name: str, body: bytes, state: str
) -> None:
    (tmp_path / "good.xhtml").write_bytes(CARE)
    (tmp_path / name).write_bytes(body)
    said = accounts(tmp_path, "--json")
    printed = json.loads(said.stdout)

    assert said.exit_code == 1
    assert [(one["document"], one["state"]) for one in printed["problems"]] == [(name, state)]
    assert any(one["company_number"] == "09000002" for one in printed["rows"])
    assert state in accounts(tmp_path).stdout


def test_an_unread_document_has_a_row_without_a_scope(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0 a photograph")
    (row,) = rows(tmp_path)

    assert row["scope"] is None
    assert row["lines"] == {}
    assert "it is a JPEG picture" in row["scope_why"]


def test_a_picture_left_unread_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(PICTURE)
    (row,) = rows(tmp_path, "--no-scans")

    assert row["state"] == "scanned, not yet recognised: run oversight recognise"
    assert row["gaps"]["turnover"]["gap"].startswith("filed as pictures")


def test_a_product_is_read_a_member_at_a_time(tmp_path: Path) -> None:
    product = tmp_path / "Accounts_Bulk_Data-2024-05-01.zip"
    with zipfile.ZipFile(product, "w") as members:
        members.writestr("Prod223_1234_09000001_20240331.html", TOPCO)
        members.writestr("Prod223_1234_99000001_20240331.html", INLINE)
        members.writestr("Prod223_1234_09000003_20240331.zip", b"ATTACHMENTPLACEHOLDERATTACHMEN")
    said = accounts(product, "--json")
    printed = json.loads(said.stdout)

    assert [(one["company_number"], one["scope"]) for one in printed["rows"]] == [
        ("09000001", "group"),
        ("09000001", "company"),
        ("99000001", "company"),
        (None, None),
    ]
    assert said.exit_code == 1


def test_each_set_of_accounts_in_a_package_is_told_apart(tmp_path: Path) -> None:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as members:
        members.writestr("AUDITEXEMPT-09000002/subsidiary-accounts/a.xhtml", CARE)
        members.writestr("AUDITEXEMPT-09000002/parent-accounts/b.xhtml", TOPCO)
    (tmp_path / "filed.zip").write_bytes(body.getvalue())
    found = rows(tmp_path / "filed.zip")

    assert [(one["company_number"], one["is_a_parents"]) for one in found] == [
        ("09000002", False),
        ("09000002", False),
        ("09000001", True),
        ("09000001", True),
    ]
    assert "#member=" in found[0]["lines"]["turnover"]["cite"]


def test_keyed_figures_are_taken_with_their_page(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(PICTURE)
    keyed = tmp_path / "keyed.csv"
    keyed.write_text(
        f"{HEADER}a.pdf,09000004,company,net_assets,,2024-03-31,-1200,2,"
        "Ann,2024-06-01,Ben,2024-06-02\n"
    )
    (row,) = rows(tmp_path / "a.pdf", "--no-scans", "--keyed", keyed)

    line = row["lines"]["net_assets"]
    assert (line["value"], line["read"]) == (-1_200, "keyed")
    assert line["cite"].endswith("#page=2")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "a.pdf,09000004,company,net_assets,,2024-03-31,1,3,Ann,2024-06-01,Ben,2024-06-02",
            "column page: a.pdf has 2 pages and no page 3",
        ),
        (
            "b.pdf,09000004,company,net_assets,,2024-03-31,1,2,Ann,2024-06-01,Ben,2024-06-02",
            "column document: b.pdf is none of the documents given",
        ),
        (
            "a.pdf,09000004,company,net_assets,,2024-03-31,1,2,Ann,2024-06-01,ann,2024-06-02",
            "column confirmed_by: ann keyed it; another person must confirm it",
        ),
    ],
)
def test_keyed_figures_that_cannot_be_relied_on_are_refused(
    tmp_path: Path, line: str, problem: str
) -> None:
    (tmp_path / "a.pdf").write_bytes(PICTURE)
    keyed = tmp_path / "keyed.csv"
    keyed.write_text(f"{HEADER}{line}\n")
    said = accounts(tmp_path / "a.pdf", "--no-scans", "--keyed", keyed)

    assert said.exit_code == 2
    assert problem in " ".join(said.stderr.replace("│", " ").split())


def test_a_file_that_is_not_there_is_asked_wrongly(tmp_path: Path) -> None:
    said = accounts(tmp_path / "nowhere.pdf")

    assert said.exit_code == 2
    assert "does not exist" in " ".join(said.stderr.replace("│", " ").split())
