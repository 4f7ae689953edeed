"""A cited place of an answer of Companies House: bodies by their names, people's names masked."""

import json
from pathlib import Path
from typing import Any

import pytest

from oversight.installation import Installation
from tests.oversight.asking import Ask

NUMBER = "09000001"
LINK = f"/company/{NUMBER}/persons-with-significant-control"
PERSON = {
    "kind": "individual-person-with-significant-control",
    "name": "Mrs Ann Example",
    "name_elements": {"title": "Mrs", "forename": "Ann", "surname": "Example"},
    "address": {"premises": "1", "postal_code": "ZZ99 1ZZ"},
    "date_of_birth": {"month": 5, "year": 1990},
    "notified_on": "2020-01-02",
    "natures_of_control": ["ownership-of-shares-75-to-100-percent"],
    "links": {"self": f"{LINK}/individual/id-1"},
}


def taken_in(ask: Ask, place: Installation, tmp_path: Path, said: dict[str, Any]) -> str:
    """The hash of an answer that has been taken in."""
    file = tmp_path / f"answer_{NUMBER}.json"
    file.write_text(json.dumps(said))
    answer = ask("ingest", file, "--data", place.folder)

    assert (answer.code, answer.err) == (0, "")
    sources = json.loads(ask("sources", "--data", place.folder, "--json").out)["rows"]
    (found,) = (held for row in sources for held in row["held"] if "09000001" in held["subject"])
    return str(found["sha256"])


def test_an_entry_alone_is_cited_by_its_root_and_shown_whole_and_masked(
    ask: Ask, place: Installation, tmp_path: Path
) -> None:
    digest = taken_in(ask, place, tmp_path, PERSON)
    answer = ask("show", f"sha256:{digest}#", "--data", place.folder)

    assert answer.code == 0
    assert answer.out.splitlines()[1:] == [
        f"sha256:{digest}#  (of 1 rows)",
        "  kind: individual-person-with-significant-control",
        "  name: (masked)",
        "  name_elements/title: (masked)",
        "  name_elements/forename: (masked)",
        "  name_elements/surname: (masked)",
        "  notified_on: 2020-01-02",
        "  natures_of_control/0: ownership-of-shares-75-to-100-percent",
        f"  links/self: {LINK}/individual/id-1",
        "  not shown: 4 columns that this source does not read: address/premises,"
        " address/postal_code, date_of_birth/month, date_of_birth/year",
    ]
