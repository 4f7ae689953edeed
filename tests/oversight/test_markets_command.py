"""A market lists everybody's part of it, and what stands in no market is counted."""

import json
import shlex
from pathlib import Path

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
