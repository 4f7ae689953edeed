"""Any owner's name is looked up in the index of all companies."""

import re
import unicodedata
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.company_index import CompanyIndex
from db.index_writing import IS_PLAIN, PLAIN_KEY, look_up_key, write_index
from db.indexed_company import FormerName, IndexedCompany
from db.owner_text import owner_key

Row = tuple[int, str, str, str | None]
"""Its row in the product, number and name, and the day of its dissolution."""
LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "ÀÁÂÃÄÅĀĂĄÆǼÇĆĈĊČÞĎÐÈÉÊËĒĔĖĘĚĜĞĠĢĤĦÌÍÎÏĨĪĬĮİĴĶĹĻĽĿŁÑŃŅŇŊÒÓÔÕÖØŌŎŐǾŒ"
    "ŔŖŘŚŜŞŠŢŤŦÙÚÛÜŨŪŬŮŰŲŴẀẂẄỲÝŶŸŹŻŽ"
)
SIGNS = "&@£$€¥*=#%+\N{RIGHT SINGLE QUOTATION MARK}'\"“”()[]{}<>!«»?.,:;-/\\ "
"""What a company's name may hold: the Company, Limited Liability Partnership and Business (Names
and Trading Disclosures) Regulations 2015, schedule 1."""
WORDS = st.sampled_from(
    ["LIMITED", "LTD", "LTD.", "LLP", "PLC", "C.I.C.", "COMMUNITY INTEREST COMPANY", "AND", "&"]
)
PLAIN = (
    st.lists(
        st.text(st.characters(codec="ascii"), max_size=8)
        | st.sampled_from(
            ["LIMITED", "LTD.", "COMMUNITY", "INTEREST", "COMPANY", "AND", "&", "1.5"]
        ),
        max_size=6,
    )
    .map(" ".join)
    .filter(lambda name: not re.search(r"[0-9]{6}", name))
)
"""Names of ASCII letters without a registration's number."""
NAMES = st.lists(st.text(LETTERS + SIGNS + "0123456789", max_size=8) | WORDS, max_size=6).map(
    " ".join
)


def index(part: Path, *rows: Row) -> CompanyIndex:
    with duckdb.connect() as connection:
        connection.execute(
            "create table company (row_number bigint, company_number varchar, name varchar,"
            " dissolved_on date)"
        )
        connection.executemany("insert into company values (?, ?, ?, ?)", rows)
        listed = part.with_name("listed.parquet")
        connection.sql(
            "select *, 'Private Limited Company' as category, 'Active' as status,"
            " date '2019-05-01' as incorporated_on, '87900 88990' as sic_codes,"
            " 'LS1' as office_district, case when company_number = '09000077' then"
            " [{'name': 'FERNHOLLOW CARE LTD', 'until': date '2020-02-01'},"
            " {'name': 'ASH & OAK LIMITED', 'until': date '2022-03-01'}] else [] end"
            " as former_names from company"
        ).write_parquet(str(listed))
        write_index(connection, listed, part)
    return CompanyIndex(part=part, sha256="ab" * 32)


def numbers(found: CompanyIndex, *texts: str) -> dict[str, list[str]]:
    return {
        key: [company.company_number for company in companies]
        for key, companies in found.named(texts).items()
    }


@pytest.fixture
def part(tmp_path: Path) -> Path:
    return tmp_path / "part.parquet"


def test_a_company_is_given_as_the_product_lists_it(part: Path) -> None:
    found = index(part, (7, "09000001", "LARKMOOR CARE LTD", None))

    assert found.named(["Larkmoor Care"]) == {
        "larkmoor care": (
            IndexedCompany(
                company_number="09000001",
                name="LARKMOOR CARE LTD",
                category="Private Limited Company",
                status="Active",
                incorporated_on=date(2019, 5, 1),
                cite=f"sha256:{'ab' * 32}#row=7",
                sic_codes=("87900", "88990"),
                office_district="LS1",
            ),
        )
    }


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("LARKMOOR CARE LTD", "Larkmoor Care Limited"),
        ("LARKMOOR CARE LIMITED", "larkmoor care"),
        ("LARKMOOR CARE LTD", "  Larkmoor   Care,  Ltd. "),
        ("LARKMOOR CARE LTD", "Larkmoor Care Ltd (09000001)"),
        ("HOMES & HEARTHS LIMITED", "Homes and Hearths Ltd"),
        ("HOMES AND HEARTHS LIMITED", "Homes & Hearths Ltd"),
        ("A.B.C. CARE LIMITED", "ABC Care"),
        ("RÉSEAU D'ÉTÉ LIMITED", "Reseau d’Ete"),
        ("RESEAU D'ETE LIMITED", "Réseau dÉté Limited"),
        ("THE LARK (NORTH-EAST) C.I.C.", "The Lark, North East CIC"),
        ("LARKMOOR COMMUNITY INTEREST COMPANY", "Larkmoor CIC"),
        ("3.13 CARE LTD", "3.13 Care Ltd"),
        ("09000001 LIMITED", "09000001 Ltd"),
        ("LIMITED LTD", "Limited Ltd"),
        ("LARKMOOR 09000001 CARE LTD", "Larkmoor Care"),
        ("COMMUNITY LTD INTEREST COMPANY", "Community Interest Company"),
        ("CASA Nª SEÑORA LTD", "Casa Na Senora"),
        ("LARK² LTD", "Lark2 Limited"),
        ("LARK2 LTD", "Lark² Limited"),
        ("CARE ½ LTD", "Care 1/2"),
        ("GROSS STRASSE LTD", "Groß Straẞe"),
        ("GROẞ STRAẞE LTD", "Gross Strasse"),
        ("LARKMOOR™ LTD", "Larkmoortm"),
        ("ＬＡＲＫＭＯＯＲ LTD", "Larkmoor"),  # noqa: RUF001 - wide letters, as some keyboards write
        ("THE ﬁRST HOME LTD", "The First Home"),
    ],
)
def test_a_name_is_found_however_it_is_written(part: Path, listed: str, written: str) -> None:
    found = index(part, (2, "09000001", listed, None), (3, "09000002", "ANOTHER LTD", None))

    assert list(numbers(found, written).values()) == [["09000001"]]


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("313 CARE LTD", "3.13 Care Ltd"),
        ("3.13 CARE LTD", "313 Care Ltd"),
        ("LARKMOORCARE LTD", "Larkmoor Care Ltd"),
        ("LARKMOOR CARE HOMES LTD", "Larkmoor Care Ltd"),
        ("LARKMOOR CARE LTD", ""),
        ("LARKMOOR CARE LTD", " - "),
        ("LTD", "Limited"),
    ],
)
def test_what_is_not_the_name_is_not_found(part: Path, listed: str, written: str) -> None:
    assert numbers(index(part, (2, "09000001", listed, None)), written) == {}


def test_two_companies_of_one_name_are_both_given_in_the_order_of_their_numbers(
    part: Path,
) -> None:
    found = index(
        part,
        (2, "SC900002", "LARKMOOR LIMITED", None),
        (3, "09000009", "LARKMOOR LLP", None),
    )

    assert numbers(found, "Larkmoor") == {"larkmoor": ["09000009", "SC900002"]}


def test_dissolved_companies_are_left_out(part: Path) -> None:
    found = index(
        part,
        (2, "09000001", "LARKMOOR LIMITED", "2026-02-28"),
        (3, "09000002", "LARKMOOR LIMITED", None),
    )

    assert numbers(found, "Larkmoor") == {"larkmoor": ["09000002"]}
    assert list(found.numbered(["09000001", "09000002"])) == ["09000002"]


def test_many_texts_are_looked_up_at_once_and_unknown_ones_left_out(part: Path) -> None:
    found = index(
        part, (2, "09000001", "LARKMOOR LIMITED", None), (3, "09000002", "THE GROVE LLP", None)
    )

    assert numbers(found, "Larkmoor", "LARKMOOR LTD", "The Grove", "Nobody", "") == {
        "larkmoor": ["09000001"],
        "the grove": ["09000002"],
    }


def test_companies_are_found_by_their_numbers(part: Path) -> None:
    found = index(
        part, (2, "09000001", "LARKMOOR LIMITED", None), (3, "SC900002", "THE GROVE LLP", None)
    )
    names = {n: c.name for n, c in found.numbered(["SC900002", "SC900002", "09999999"]).items()}

    assert names == {"SC900002": "THE GROVE LLP"}


def test_of_nothing_nothing_is_found(part: Path) -> None:
    found = index(part, (2, "09000001", "LARKMOOR LIMITED", None))

    assert found.named([]) == found.numbered([]) == {}


def test_a_company_is_found_by_the_names_that_it_gave_up_and_by_its_own_apart(part: Path) -> None:
    found = index(part, (2, "09000077", "LARKMOOR LIMITED", None), (3, "09000078", "ASH LTD", None))

    assert numbers(found, "Ash and Oak Ltd", "Larkmoor") == {"larkmoor": ["09000077"]}
    assert {
        key: [one.name for one in of] for key, of in found.once_named(["ASH & OAK"]).items()
    } == {"ash and oak": ["LARKMOOR LIMITED"]}
    assert found.numbered(["09000077"])["09000077"].former_names == (
        FormerName(name="FERNHOLLOW CARE LTD", until=date(2020, 2, 1)),
        FormerName(name="ASH & OAK LIMITED", until=date(2022, 3, 1)),
    )
    assert found.rows() == 2


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Lakrmoor Residential Care Ltd", True),
        ("Larkmoor Residental Care", True),
        ("Larkmor Residential Caer", True),
        ("Larkmoor Residential Homes", False),
        ("Larkm", False),
    ],
)
def test_a_slip_of_the_pen_is_near_its_name_and_no_other(
    part: Path, written: str, *, listed: bool
) -> None:
    found = index(part, (2, "09000001", "LARKMOOR RESIDENTIAL CARE LTD", None))

    assert bool(found.alike([written])) is listed


NAME = "LARKMOORRESIDENTIALCARE"
ONE_SLIP = [
    *(f"{NAME[:at]}{NAME[at + 1 :]}" for at in range(len(NAME))),
    *(f"{NAME[:at]}X{NAME[at + 1 :]}" for at in range(len(NAME))),
    *(f"{NAME[:at]}X{NAME[at:]}" for at in range(len(NAME) + 1)),
    *(f"{NAME[:at]}{NAME[at + 1]}{NAME[at]}{NAME[at + 2 :]}" for at in range(len(NAME) - 1)),
]
"""A letter left out, another, one too many, and two exchanged, wherever they may be."""
TWO_SLIPS = [
    f"{slipped[:at]}{put}{slipped[at + left_out :]}"
    for slipped in ONE_SLIP[: 2 * len(NAME)]
    for at in range(len(NAME) - 1)
    for put, left_out in (("", 1), ("Q", 1), ("Q", 0))
]


def test_one_slip_is_found_wherever_it_is(part: Path) -> None:
    found = index(part, (2, "09000001", f"{NAME} LTD", None)).alike(ONE_SLIP)

    assert found.keys() == {slip.lower() for slip in ONE_SLIP}


def test_two_letters_that_are_wrong_missing_or_too_many_are_found_wherever_they_are(
    part: Path,
) -> None:
    found = index(part, (2, "09000001", f"{NAME} LTD", None)).alike(TWO_SLIPS)

    assert found.keys() == {slip.lower() for slip in TWO_SLIPS}


def test_the_shortest_names_are_found_by_their_slips_too(part: Path) -> None:
    found = index(part, (2, "09000001", "ASHENDALE LTD", None))

    assert [bool(found.alike([text])) for text in ("Xshendale", "Ashendal", "Ashendalexx")] == [
        True,
        False,
        True,
    ]


def test_the_nearest_five_of_many_companies_are_given(part: Path) -> None:
    far = [(row, f"{row:08}", f"LARKMOOR{row}CARE LTD", None) for row in range(10, 17)]
    found = index(part, *far, (9, "00000009", "LARKMOORCARE LTD", None)).alike(["Larkmorcare"])
    near = index(part, *far).alike(["Larkmoor Care"])

    assert [one.company_number for one in found["larkmorcare"]] == ["00000009"]
    assert [one.company_number for one in near["larkmoor care"]] == [
        f"{row:08}" for row in range(10, 15)
    ]


def test_without_a_text_that_is_long_enough_nothing_is_near(part: Path) -> None:
    found = index(part, (2, "09000001", "LARKMOOR LTD", None))

    assert found.alike([]) == found.alike(["Larkmor"]) == {}


def keys(part: Path, *names: str) -> dict[str, str]:
    """The key under which the index lists each name."""
    rows = [(row, f"{row:08}", name, None) for row, name in enumerate(names, 2)]
    index(part, *rows)
    with duckdb.connect() as connection:
        found = connection.execute(
            "select name, look_up_key from read_parquet($part)", {"part": str(part)}
        )
        return dict(found.fetchall())


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys") / "part.parquet"


@settings(max_examples=30, deadline=None)
@given(names=st.lists(NAMES | st.text(min_size=1), min_size=1, max_size=20, unique=True))
def test_every_name_is_listed_under_the_key_that_it_is_asked_for_by(
    names: list[str], shared: Path
) -> None:
    assert keys(shared, *names) == {name: look_up_key(name) for name in names}


@settings(max_examples=60, deadline=None)
@given(names=st.lists(PLAIN, max_size=40, unique=True))
def test_the_key_of_a_plain_name_is_the_same_in_sql_and_in_python(names: list[str]) -> None:
    with duckdb.connect() as connection:
        found = connection.execute(
            f"select name, {IS_PLAIN.format('name')}, {PLAIN_KEY.format('name')}"  # noqa: S608 - our own constants
            " from (select unnest($names::varchar[]) as name)",
            {"names": names},
        ).fetchall()

    assert found == [(name, True, look_up_key(name)) for name in names]


def test_every_letter_that_a_name_may_hold_is_looked_up_as_it_is_told_apart(part: Path) -> None:
    names = [f"LARK{letter}MOOR {letter} LTD" for letter in LETTERS]

    assert keys(part, *names) == {name: look_up_key(name) for name in names}


def test_every_sign_of_unicode_that_stands_for_plain_letters_is_looked_up_as_those(
    part: Path,
) -> None:
    signs = [
        sign
        for sign in map(chr, range(0x80, 0x110000))
        if re.search("[a-z0-9]", unicodedata.normalize("NFKD", sign).casefold())
    ]
    names = [f"LARK{sign}MOOR LTD" for sign in signs]
    found = index(part, *[(row, f"{row:08}", name, None) for row, name in enumerate(names, 2)])
    borne = found.named([f"Lark{sign}moor" for sign in signs])

    assert len(signs) > 1_000
    assert {name for name in names if owner_key(name) not in borne} == set()
