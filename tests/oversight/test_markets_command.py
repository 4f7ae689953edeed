"""A market lists everybody's part of it, and what stands in no market is counted."""

import json
import shlex
from pathlib import Path

import pytest

from tests.oversight.asking import Ask, rows


def test_every_supplier_of_a_market_is_listed_with_the_rows_behind_its_share(
    ask: Ask, data: Path
) -> None:
    words = ("markets", "--data", data, "--service", "children's homes", "--level", "council")
    listed = rows(ask, *words, "--suppliers")

    assert rows(ask, *words) == [
        {name: value for name, value in row.items() if name != "supplied_by"} for row in listed
    ]
    for row in listed:
        parts = row["supplied_by"]

        assert len(parts) == row["suppliers"]
        assert sum(part["places"] for part in parts) == row["places"]
        assert len({cite for part in parts for cite in part["cites"]}) == row["settings"]
        assert [part["share"] for part in parts] == [p["places"] / row["places"] for p in parts]


def test_a_market_is_printed_with_its_suppliers(ask: Ask, data: Path) -> None:
    words = ("markets", "--data", data, "--service", "children's homes", "--area", "Kent")
    answer = ask(*words, "--basis", "independent", "--suppliers")

    assert answer.out.startswith("Kent (E10000016): children's homes, independent; settings: ")
    assert "Supplier" in answer.out


def test_the_command_that_a_finding_names_lists_what_its_share_is_of(ask: Ask, data: Path) -> None:
    (found,) = rows(ask, "findings", "--data", data, "--rule", "FO-01")
    named = shlex.split(found["evidence"][0]["claim"].split("`")[1])
    (market,) = rows(ask, *named[1:], "--data", data)
    shares = {part["owner"]: part["share"] for part in market["supplied_by"]}

    assert named[0] == "oversight"
    assert shares[found["subject"]] == found["measure"]


def test_what_stands_in_no_market_is_counted_with_the_reason(ask: Ask, data: Path) -> None:
    answer = ask("markets", "--data", data)
    left_out = json.loads(ask("markets", "--data", data, "--json").out)["left_out"]
    (line,) = [told for told in answer.err.splitlines() if told.startswith("in no market")]

    assert {(row["counted"], row["reason"]) for row in left_out} == {
        ("settings", "no market is drawn of their kind")
    }
    assert [len(row["cites"]) for row in left_out] == [row["count"] for row in left_out]
    assert line.startswith(
        f"in no market: {sum(row['count'] for row in left_out)} settings, because no market is"
        " drawn of their kind ("
    )


@pytest.mark.real_data
def test_before_premises_were_listed_no_number_of_supported_accommodation_is_given(
    ask: Ask, published_files: Path, tmp_path: Path
) -> None:
    folder = published_files / "ofsted"
    workbook = folder / "Childrens_social_care_in_England_2025_underlying_data.ods"
    ask("ingest", workbook, folder / "provider_at_march_2024.csv", "--data", tmp_path)
    words = ("markets", "--data", tmp_path, "--as-of", "2024-03-31", "--area", "Lancashire")
    accommodation = ("--service", "supported accommodation")
    found = rows(ask, *words, *accommodation)
    told = ask(*words, *accommodation, "--suppliers").out.splitlines()

    assert [(row["basis"], row["settings"], row["top_share"]) for row in found] == [
        ("independent", None, None),
        ("all", None, None),
    ]
    assert " ".join(told) == (
        "supported accommodation in Lancashire: not published, because no premises are listed for"
        " 2024-03-31: where the 258 registrations of that day have their places is not published"
    )
    assert {row["service"] for row in rows(ask, *words) if row["hhi"] is not None} == {
        "children's homes"
    }


def test_where_nothing_of_what_was_asked_about_is_registered_it_says_so(
    ask: Ask, data: Path
) -> None:
    words = ("--service", "fostering agencies", "--area", "Kent")
    answer = ask("markets", "--data", data, *words)

    assert answer.code == 0
    assert "The register in use lists nothing of what was asked about.\n" in answer.err
