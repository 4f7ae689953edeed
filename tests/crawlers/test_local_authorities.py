"""The project's own tables of councils are read as strictly as anybody's."""

from datetime import date

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.local_authorities import SOURCE, packaged
from db.records import (
    CouncilOwnedBody,
    CouncilOwnedKind,
    LocalAuthority,
    LocalAuthorityBorder,
    LocalAuthoritySpelling,
    Record,
)
from tests.crawlers.workbooks import document, ods

COUNCILS = (
    "ons_code,dfe_code,name,region,region_code,regional_care_cooperative,valid_from,valid_to,"
    "successor_codes,source\n"
    "E06000063,942,Cumberland,North West,E12000002,,2023-04-01,,,SI 2022/331\n"
    "E10000006,909,Cumbria,North West,E12000002,A co-operative,2009-04-01,2023-04-01,"
    "E06000063 E06000064,SI 2022/331\n"
)
SPELLINGS = (
    "spelling,publisher,ons_code,valid_from,valid_to\n"
    '"Bournemouth, Christchurch & Poole",Ofsted,E06000058,2019-04-01,\n'
)
COUNCIL_OWNED = (
    "owner_name,owning_councils,kind,valid_from,valid_to,source,address\n"
    "Larkmoor Trust Limited,E06000061 E06000062,jointly owned by councils,2021-04-01,2030-04-01,"
    "Minutes of 8 March 2021,https://example.org/minutes\n"
)
BORDERS = "ons_code,neighbour_code,valid_from,valid_to\nE06000063,E06000064,2023-04-01,2030-04-01\n"


def read(text: str) -> list[Record]:
    return [
        record for record in SOURCE.parse(document(text.encode())) if isinstance(record, Record)
    ]


def refusal(text: str) -> str:
    with pytest.raises(SourceChangedError) as caught:
        read(text)
    return str(caught.value)


def test_a_row_of_councils_becomes_a_council() -> None:
    cumberland, cumbria = read(COUNCILS)
    sha256 = document(COUNCILS.encode()).sha256

    assert cumberland == LocalAuthority(
        cite=f"sha256:{sha256}#row=2",
        public_on=date(2023, 4, 1),
        valid_from=date(2023, 4, 1),
        valid_to=None,
        ons_code="E06000063",
        dfe_code="942",
        name="Cumberland",
        region="North West",
        region_code="E12000002",
        regional_care_cooperative=None,
        successor_codes=None,
        basis="SI 2022/331",
    )
    assert cumbria == LocalAuthority(
        cite=f"sha256:{sha256}#row=3",
        public_on=date(2009, 4, 1),
        valid_from=date(2009, 4, 1),
        valid_to=date(2023, 4, 1),
        ons_code="E10000006",
        dfe_code="909",
        name="Cumbria",
        region="North West",
        region_code="E12000002",
        regional_care_cooperative="A co-operative",
        successor_codes="E06000063 E06000064",
        basis="SI 2022/331",
    )


def test_a_row_of_spellings_becomes_a_spelling() -> None:
    (spelling,) = read(SPELLINGS)

    assert spelling == LocalAuthoritySpelling(
        cite=f"sha256:{document(SPELLINGS.encode()).sha256}#row=2",
        public_on=date(2019, 4, 1),
        valid_from=date(2019, 4, 1),
        valid_to=None,
        spelling="Bournemouth, Christchurch & Poole",
        publisher="Ofsted",
        ons_code="E06000058",
    )


def test_a_row_of_borders_becomes_a_border() -> None:
    (border,) = read(BORDERS)

    assert border == LocalAuthorityBorder(
        cite=f"sha256:{document(BORDERS.encode()).sha256}#row=2",
        public_on=date(2023, 4, 1),
        valid_from=date(2023, 4, 1),
        valid_to=date(2030, 4, 1),
        ons_code="E06000063",
        neighbour_code="E06000064",
    )


def test_a_row_of_council_owned_bodies_becomes_one() -> None:
    (body,) = read(COUNCIL_OWNED)

    assert body == CouncilOwnedBody(
        cite=f"sha256:{document(COUNCIL_OWNED.encode()).sha256}#row=2",
        public_on=date(2021, 4, 1),
        valid_from=date(2021, 4, 1),
        valid_to=date(2030, 4, 1),
        owner_name="Larkmoor Trust Limited",
        owning_councils="E06000061 E06000062",
        kind=CouncilOwnedKind.JOINT,
        basis="Minutes of 8 March 2021",
        address="https://example.org/minutes",
    )


def test_the_packaged_tables_are_read_whole() -> None:
    tables = {name: read(body.decode()) for name, body in packaged()}

    assert {name: SOURCE.subject(records) for name, records in tables.items()} == {
        "local_authorities.csv": "councils",
        "local_authority_spellings.csv": "spellings",
        "local_authority_borders.csv": "borders",
        "council_owned_bodies.csv": "council-owned bodies",
    }
    assert {name: len(records) for name, records in tables.items()} == {
        name: body.count(b"\n") - 1 for name, body in packaged()
    }


@pytest.mark.parametrize("table", [COUNCILS, SPELLINGS, BORDERS, COUNCIL_OWNED])
@pytest.mark.parametrize("start", ["", "\N{BYTE ORDER MARK}"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_known_by_its_first_line(table: str, start: str, end: str) -> None:
    body = (start + table.replace("\n", end)).encode()

    assert SOURCE.recognises(document(body)) is True


@pytest.mark.parametrize(
    "body", [b"", b"URN,Name\n", b"\xff\xfe\0", b"Prose\nspelling,publisher\n", ods({"T": [["x"]]})]
)
def test_anything_else_is_not_taken_for_one(body: bytes) -> None:
    assert SOURCE.recognises(document(body)) is False


def test_anything_else_that_is_offered_all_the_same_is_refused() -> None:
    assert refusal("URN,Name\nSC900001,Larkmoor\n").startswith(
        "the first line is not the header of local_authorities.csv or local_authority_spellings.csv"
        " or local_authority_borders.csv or council_owned_bodies.csv; take these files from the"
        " project's crawlers/reference folder\n  at file:issue.ods#row=1\n"
    )


@pytest.mark.parametrize(
    ("table", "right", "wrong", "told"),
    [
        (COUNCILS, "E06000063,942", "E0600006,942", "cannot read 'ons_code': 'E0600006' is not an"),
        (COUNCILS, "E12000002,,", ",,", "cannot read 'region_code': it is blank;"),
        (COUNCILS, ",Cumberland,", ",,", "cannot read 'name': it is blank;"),
        (COUNCILS, "North West,E12000002,,", ",E12000002,,", "cannot read 'region': it is blank;"),
        (COUNCILS, ",,SI 2022/331", ",,", "cannot read 'source': it is blank;"),
        (COUNCILS, "2023-04-01,,,", "2023-02-30,,,", "cannot read 'valid_from': '2023-02-30' is"),
        (COUNCILS, "2023-04-01,,,", ",,,", "cannot read 'valid_from': it is blank;"),
        (COUNCILS, "2023-04-01,,,", "2023-04-01,never,,", "cannot read 'valid_to': 'never' is not"),
        (COUNCILS, "/331\nE1", "/331, art. 2\nE1", "column 11 is filled here but has no heading;"),
        (SPELLINGS, ",Ofsted,", ",,", "cannot read 'publisher': it is blank;"),
        (SPELLINGS, '"Bournemouth, Christchurch & Poole"', "", "cannot read 'spelling': it is"),
        (SPELLINGS, "E06000058", "S06000058", "cannot read 'ons_code': 'S06000058' is not an ONS"),
        (COUNCIL_OWNED, "Larkmoor Trust Limited", "", "cannot read 'owner_name': it is blank;"),
        (COUNCIL_OWNED, "E06000062", "Kent", "cannot read 'owning_councils': 'E06000061 Kent' is"),
        (
            COUNCIL_OWNED,
            "jointly owned",
            "half owned",
            "cannot read 'kind': 'half owned by councils",
        ),
        (COUNCIL_OWNED, "Minutes of 8 March 2021", "", "cannot read 'source': it is blank;"),
        (BORDERS, ",E06000064", ",Westmorland", "cannot read 'neighbour_code': 'Westmorland' is"),
        (BORDERS, "2023-04-01,2030", "01.04.2023,2030", "cannot read 'valid_from': '01.04.2023'"),
    ],
)
def test_a_bad_row_stops_with_its_number(table: str, right: str, wrong: str, told: str) -> None:
    problem, _, place = refusal(table.replace(right, wrong)).partition("\n")

    assert problem.startswith(told)
    assert place.startswith("  at file:issue.ods#row=2\n")


@pytest.mark.parametrize("table", [COUNCILS, SPELLINGS, BORDERS, COUNCIL_OWNED])
def test_a_new_column_stops(table: str) -> None:
    header, _, rows = table.partition("\n")

    assert refusal(f"{header},population\n{rows}").startswith("new columns ['population']; read")


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (COUNCILS, "region_code"),
        (SPELLINGS, "publisher"),
        (BORDERS, "ons_code"),
        (COUNCIL_OWNED, "kind"),
    ],
)
def test_a_renamed_column_stops(table: str, column: str) -> None:
    told = refusal(table.replace(column, "called_otherwise"))

    assert told.startswith((f"no column '{column}'; left are [", "no header row with the columns"))


@pytest.mark.parametrize("table", [COUNCILS, SPELLINGS, BORDERS, COUNCIL_OWNED])
def test_a_table_without_rows_stops(table: str) -> None:
    assert refusal(table.partition("\n")[0]).startswith("no row below the header: the file is cut")
