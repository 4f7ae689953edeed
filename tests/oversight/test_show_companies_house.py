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
MASKED = "(masked)"
NOT_SHOWN = (
    "  not shown: 4 columns that this source does not read: address/premises, address/postal_code,"
    " date_of_birth/month, date_of_birth/year"
)
BODY = {
    "kind": "corporate-entity-person-with-significant-control",
    "name": "Larkmoor Group LLP",
    "identification": {"registration_number": "OC900001", "country_registered": "England"},
    "notified_on": "2020-01-02",
    "natures_of_control": ["voting-rights-75-to-100-percent"],
    "links": {"self": f"{LINK}/corporate-entity/id-2"},
}
CHARGES = {
    "items": [
        {
            "charge_number": 1,
            "status": "outstanding",
            "persons_entitled": [{"name": "Example Bank plc"}, {"name": "Mrs Ann Example"}],
            "links": {"self": f"/company/{NUMBER}/charges/id-3"},
        }
    ],
    "total_count": 1,
    "satisfied_count": 0,
}
OFFICERS = {
    "kind": "officer-list",
    "items": [
        {"name": "EXAMPLE, Ann", "officer_role": "director"},
        {
            "name": "FERNHOLLOW SECRETARIES LIMITED",
            "officer_role": "secretary",
            "identification": {"registration_number": "09000009"},
        },
    ],
    "total_results": 2,
}
PROFILE = {
    "company_name": "LARKMOOR CARE LIMITED",
    "company_number": NUMBER,
    "type": "ltd",
    "previous_company_names": [{"name": "LARKMOOR HOMES LIMITED", "ceased_on": "2021-01-02"}],
}


def register(*entries: dict[str, Any]) -> dict[str, Any]:
    """A control register of these entries."""
    return {
        "items": list(entries),
        "total_results": len(entries),
        "active_count": len(entries),
        "ceased_count": 0,
        "links": {"self": LINK},
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
        NOT_SHOWN,
    ]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (register(PERSON, BODY), {"items/0/name": MASKED, "items/1/name": "Larkmoor Group LLP"}),
        (BODY, {"name": "Larkmoor Group LLP"}),
        (
            CHARGES,
            {
                "items/0/persons_entitled/0/name": "Example Bank plc",
                "items/0/persons_entitled/1/name": MASKED,
            },
        ),
        (OFFICERS, {"items/0/name": MASKED, "items/1/name": "FERNHOLLOW SECRETARIES LIMITED"}),
        (PROFILE, {"previous_company_names/0/name": "LARKMOOR HOMES LIMITED"}),
    ],
    ids=["control register", "entry alone", "charges", "officers", "profile"],
)
def test_a_body_is_shown_by_its_name_and_a_person_never(
    said: dict[str, Any], shown: dict[str, str], ask: Ask, place: Installation, tmp_path: Path
) -> None:
    digest = taken_in(ask, place, tmp_path, said)
    answer = ask("show", f"sha256:{digest}#", "--data", place.folder, "--json")
    names = {
        row["heading"]: row["value"]
        for row in json.loads(answer.out)["rows"]
        if row["heading"].endswith("name")
    }

    assert names.items() >= shown.items()
    assert "Example," not in answer.out
    assert "Ann Example" not in answer.out


def test_a_name_alone_is_shown_or_masked_as_within_its_entry(
    ask: Ask, place: Installation, tmp_path: Path
) -> None:
    digest = taken_in(ask, place, tmp_path, register(PERSON, BODY))
    lines = [
        ask("show", f"sha256:{digest}#/items/{n}/name", "--data", place.folder).out.splitlines()[2]
        for n in (0, 1)
    ]

    assert lines == ["  name: (masked)", "  name: Larkmoor Group LLP"]
