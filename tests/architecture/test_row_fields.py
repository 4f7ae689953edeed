"""Every field of the JSON that commands print is documented, and no other."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from crawlers.accounts.read_filing import ReadFiling
from crawlers.accounts.said import Claim
from db.records import AccountsState, Oddity
from oversight.__main__ import app
from oversight.accounts_reading import ReadDocument
from oversight.accounts_rows import accounts_rows, problems
from oversight.docs.command_line_page import commands
from oversight.docs.row_fields import OBJECTS, QUESTION, ROWS, Fields
from oversight.examples import market
from oversight.explanation import Explanation, Line
from oversight.group_rows import group_rows, member_rows
from oversight.market_rows import market_row, supplier_row
from oversight.match_rows import queue_row
from oversight.measures.concentration import AreaMarket, Basis, Level, Service, Supply
from oversight.review_queue import review_rows
from oversight.rows import oddity_row, reconcile_row
from tests.crawlers.accounts.balance_sheets import balance_sheet, exempt_sheet
from tests.crawlers.accounts.group_accounts import group_accounts
from tests.db.companies import about_a_company
from tests.db.samples import council_owned
from tests.oversight.accounts_said import accounts, beside, ultimate
from tests.oversight.decisions.deciding import UNDECIDED, A, B, decided, decision
from tests.oversight.reviewing.files import SAID, file
from tests.planted_market.workbooks import issues

Row = dict[str, Any]

OF_NOBODY = Supply(owner=None, name="owner not published", settings=1, places=0, cites=("a",))
OF_A_TRUST = Supply(
    owner="larkmoor trust",
    name="Larkmoor Trust",
    settings=1,
    places=4,
    cites=("b",),
    council_owned=council_owned(),
)
OF_A_COUNCIL = replace(OF_A_TRUST, council_owned=None)


def in_kent(service: Service, *suppliers: Supply) -> Row:
    """A row of a market that leaves out a trust and a council, with its suppliers."""
    area = AreaMarket(
        service=service,
        level=Level.COUNCIL,
        area="E10000016",
        area_name="Kent",
        basis=Basis.INDEPENDENT,
        suppliers=suppliers,
        left_out=(OF_A_TRUST, OF_A_COUNCIL),
    )
    return {**market_row(area), "supplied_by": [supplier_row(area, one) for one in suppliers]}


WITHOUT_PREMISES = market(
    settings="""
        urn      | provision_type          | owner_name
        SC000001 | Supported Accommodation | Larkmoor Care
    """
)
UNDER_AN_UNDERTAKING = market(
    settings="""
        urn      | owner_name
        SC000001 | Larkmoor Care Limited 09000003
    """,
    ownership="""
        holder         | company  | votes
        09000002       | 09000003 | 75-100
        Amber Holdings | 09000002 | 75-100
        09000005       | 09000004 | 25-50
    """,
)
UNDER_A_PERSON = market(
    settings="""
        urn      | owner_name
        SC000001 | Larkmoor Care Limited 09000003
    """,
    ownership="""
        holder    | company  | votes  | kind
        Ann Other | 09000003 | 75-100 | individual-person-with-significant-control
    """,
)
OTHERWISE_BY_ITS_ACCOUNTS = beside(
    UNDER_A_PERSON, *accounts("09000003", ultimate("Rowan Topco Limited"))
)
WAITING = replace(
    market(
        settings="""
            urn      | owner_name    | places
            SC000001 | Larkmoor Care |
        """,
        companies="""
            company_number | name
            09000003       | LARKMOOR CARE LIMITED
            09000004       | LARKMOOR CARE LTD
        """,
    ),
    decisions=decided(decision("Windrush", UNDECIDED, A)),
)
COMPANIES = ("09000001", "09000002", "09000003", "09000008", "09000009", "99000001")
"""Those whose held accounts are asked for."""
PROFILE = {
    "company_name": "LARKMOOR MID LIMITED",
    "company_number": "99000001",
    "type": "ltd",
    "date_of_creation": "2014-04-16",
    "accounts": {
        "accounting_reference_date": {"day": "31", "month": "3"},
        "next_accounts": {"period_end_on": "2025-03-31", "due_on": "2025-12-31", "overdue": True},
    },
}
ODD_ONES = market(
    settings="""
        urn      | owner_name
        SC000001 | Larkmoor Care Limited 09000003
        SC000002 | Fernhollow Homes Limited 09000004
    """,
    ownership="""
        holder             | company  | votes  | kind
        Quernhill Fund IV  | 09000003 | 75-100 | corporate-entity-person-with-significant-control
        Quernhill Fund IV  | 09000004 | 75-100 | corporate-entity-person-with-significant-control
        09000003           | 09000003 | 25-50  | corporate-entity-person-with-significant-control
    """,
)
BOUGHT = market(
    settings="""
        urn      | owner_name
        SC000001 | Larkmoor Care Limited 09000003
    """,
    ownership="""
        holder   | company  | votes  | valid_from | valid_to
        09000002 | 09000003 | 75-100 | 2018-01-01 | 2024-05-01
        09000005 | 09000003 | 75-100 | 2024-05-01 |
    """,
)
OF_ONE_PERSON = market(
    settings="""
        urn      | owner_name
        SC000001 | Larkmoor Care Limited 09000003
        SC000002 | Fernhollow Homes Limited 09000004
    """,
    ownership="""
        holder    | company  | votes  | kind
        Ann Other | 09000003 | 75-100 | individual-person-with-significant-control
        Ann Other | 09000004 | 75-100 | individual-person-with-significant-control
    """,
)
ODD = next(one for one in about_a_company() if isinstance(one, Oddity))
UNREAD = ReadDocument(
    sha256="0" * 64,
    filing=ReadFiling(
        name="a.pdf",
        state=AccountsState.LOCKED,
        state_why="it asks for a password",
        claims=(Claim(section="401", sentence="It takes s.401.", fragment="row=1"),),
    ),
)
OF_OWNERS = Line(
    measure="Ownership: Share of all homes",
    period="2026-03-31",
    published=0.25,
    ours=0.186,
    explanation=Explanation.NOT_MATCHED,
    details=("4 of 5 owners are matched to no company",),
    cite=f"sha256:{'0' * 64}#row=2",
)
RARE: dict[str, list[Row]] = {
    "accounts": list(accounts_rows(UNREAD)),
    "accounts-held": [{**row, "public_on": "2025-01-01"} for row in accounts_rows(UNREAD)],
    "sources": [
        {"oddities": [oddity_row(ODD), oddity_row(ODD.model_copy(update={"text": "robot"}))]}
    ],
    "groups": [
        *group_rows(UNDER_AN_UNDERTAKING),
        *group_rows(OTHERWISE_BY_ITS_ACCOUNTS),
        *group_rows(ODD_ONES),
        *group_rows(OF_ONE_PERSON),
    ],
    "group": [
        *member_rows(UNDER_AN_UNDERTAKING),
        *member_rows(OTHERWISE_BY_ITS_ACCOUNTS),
        *member_rows(ODD_ONES),
        *member_rows(BOUGHT),
    ],
    "reconcile": [reconcile_row(OF_OWNERS)],
    "match": [queue_row(row) for row in review_rows(WAITING)],
    "markets": [
        in_kent(Service.CHILDRENS_HOMES, OF_NOBODY),
        in_kent(Service.CHILDRENS_HOMES, OF_A_TRUST),
        in_kent(Service.FOSTERING_AGENCIES, OF_NOBODY),
        *(market_row(area) for area in WITHOUT_PREMISES.areas),
    ],
}
"""Rows that the invented market has no case of."""
DECIDED: tuple[dict[str, str], ...] = (
    SAID,
    {**SAID, "candidate": B, "valid_from": "2020-01-01", "cite": "https://example.org/"},
    {**SAID, "candidate": "none", "valid_to": "2019-01-01", "urns": "SC000001"},
)
"""What people decided about the invented market, the first two in contradiction."""
QUESTIONS = {command.name for command in commands() if command.is_question}
AS_INGEST = {"crawl", "recognise", "reread"}
"""These print what `ingest` prints: one of what a site gave, one after a reader has changed, one
of pictures."""
PRINTED = sorted(ROWS.keys() - AS_INGEST)


def is_a(value: object, name: str) -> bool:
    """Whether a value is of a type that the page names."""
    if name == "list of texts":
        return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
    if name == "whole number":
        return isinstance(value, int) and not isinstance(value, bool)
    kinds = {"text": str, "number": float, "yes or no": bool, "list": list, "map": dict}
    return value is None if name == "null" else isinstance(value, kinds[name])


def flat(row: Row, prefix: str = "") -> Iterator[tuple[str, object]]:
    """Each field of a row by its path, fields in lists of objects included."""
    for name, value in row.items():
        yield prefix + name, value
        for entry in value if isinstance(value, list) else ():
            if isinstance(entry, dict):
                yield from flat(entry, f"{prefix}{name}[].")


def mistyped(rows: list[Row], fields: Fields) -> list[tuple[str, object, str]]:
    """Values that are not of the type that is documented."""
    return [
        (path, value, fields[path].type)
        for row in rows
        for path, value in flat(row)
        if not any(is_a(value, name) for name in re.split(", | or (?!no$)", fields[path].type))
    ]


def asked(*arguments: str) -> Row:
    result = CliRunner().invoke(app, [*arguments, "--json"])

    assert result.exception is None, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Row]:
    """What each command prints of the invented market."""
    folder: Path = tmp_path_factory.mktemp("rehearsal")
    files = [folder / issue.name for issue in issues()]
    for issue, path in zip(issues(), files, strict=True):
        issue.write(path)
    data = ("--data", str(folder / "data"))
    found = {"ingest": asked("ingest", *map(str, files), *data)}
    review = folder / "review.csv"
    review.write_bytes(file(*DECIDED))
    found["match"] = asked("match", "--import", str(review), *data)
    found |= {name: asked(name) for name in ("policy", "rules")}
    for name in ("evaluate", "findings", "groups", "markets", "reconcile", "sources", "doctor"):
        found[name] = asked(name, *data)
    found["group"] = asked("group", found["groups"]["rows"][0]["id"], *data)
    cite = found["findings"]["rows"][0]["evidence"][-1]["cite"]
    told = tuple(str(file) for file in _accounts(folder))
    found |= {"show": asked("show", cite, *data), "accounts": asked("accounts", *told)}
    return found | {"accounts-held": _held(folder, told, data)}


def _held(folder: Path, accounts: tuple[str, ...], data: tuple[str, ...]) -> Row:
    """What is held of those companies, and of one that has a profile alone."""
    profile = folder / "99000001.json"
    profile.write_text(json.dumps(PROFILE), encoding="utf-8")
    asked("ingest", *accounts, str(profile), *data)
    return asked("accounts-held", *COMPANIES, *data)


def _accounts(folder: Path) -> Iterator[Path]:
    """Two levels of a group, a year stated anew, and two that leave accounts to a parent."""
    bodies = (
        group_accounts(),
        group_accounts("09000002", "Larkmoor Care Limited", interest=100_000),
        balance_sheet(2024, net_assets=0, the_year_before=5_000),
        balance_sheet(2025, net_assets=9_000, the_year_before=7_000),
        exempt_sheet("Larkmoor Topco Limited"),
        exempt_sheet("Fernhollow Holdings Limited", "09000009"),
    )
    for number, body in enumerate(bodies):
        name = f"rehearsal-accounts-{number}.xhtml"
        (folder / name).write_bytes(body)
        yield folder / name


def test_every_command_that_prints_json_is_documented() -> None:
    able = {c.name for c in commands() if any(p.spelled == "--json" for p in c.parameters)}

    assert able == set(ROWS)


@pytest.mark.parametrize("command", PRINTED)
def test_each_field_of_a_row_is_documented_and_each_documented_one_is_printed(
    command: str, printed: dict[str, Row]
) -> None:
    rows = [*printed[command]["rows"], *RARE.get(command, [])]

    assert {path for row in rows for path, _ in flat(row)} == set(ROWS[command])
    assert mistyped(rows, ROWS[command]) == []


@pytest.mark.parametrize("command", sorted(QUESTIONS))
def test_every_question_is_answered_by_one_object_of_the_same_form(
    command: str, printed: dict[str, Row]
) -> None:
    beside = {path for path in OBJECTS.get(command, {}) if "[]" not in path}

    assert {*QUESTION, *beside} == set(printed[command])


@pytest.mark.parametrize("command", sorted(OBJECTS.keys() - AS_INGEST))
def test_each_field_beside_the_rows_is_documented_and_each_documented_one_is_printed(
    command: str, printed: dict[str, Row]
) -> None:
    whole = printed[command] | {"rows": []}
    if command == "accounts":
        whole["problems"] = list(problems(UNREAD))

    documented = {**OBJECTS[command], **(QUESTION if command in QUESTIONS else {})}

    assert {path for path, _ in flat(whole)} == set(documented)
    assert mistyped([whole], documented) == []


@pytest.mark.parametrize("command", sorted(ROWS.keys() - QUESTIONS - OBJECTS.keys()))
def test_commands_that_ask_about_no_day_print_their_rows_alone(
    command: str, printed: dict[str, Row]
) -> None:
    assert set(printed[command]) == {"rows"}
