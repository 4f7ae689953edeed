"""The table of Ofsted's figures on ownership is read as strictly as anybody's."""

from datetime import date

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_ownership import SOURCE, packaged
from db.records import (
    OwnedSector,
    OwnedService,
    OwnershipFigure,
    OwnershipMeasure,
    Record,
)
from tests.crawlers.workbooks import document

HEADER = (
    "as_at,public_on,statement,value,measure,service,ranked,share_of,region,largest,owners,"
    "definition,release,section,address\n"
)
TABLE = HEADER + (
    "2025-03-31,2025-11-27,Share of homes in the South East,0.25,share of the largest owners,"
    "children's homes,private,all,South East,20,,Heads of chains,Ownership 2025,Main findings,"
    "https://example.org/2025\n"
    "2022-03-31,2022-08-01,Homes of Larkmoor,90,share of named owners,"
    "children's homes but those for short breaks only,all,all,,,Larkmoor Topco; Ash LLP,As told,"
    "Largest providers 2022,Main findings,https://example.org/2022\n"
)


def read(text: str) -> list[Record]:
    return [one for one in SOURCE.parse(document(text.encode())) if isinstance(one, Record)]


def refusal(text: str) -> str:
    with pytest.raises(SourceChangedError) as caught:
        read(text)
    return str(caught.value)


def test_a_row_becomes_a_figure_that_cites_it() -> None:
    first, _ = read(TABLE)

    assert first == OwnershipFigure(
        cite=f"sha256:{document(TABLE.encode()).sha256}#row=2",
        public_on=date(2025, 11, 27),
        as_at=date(2025, 3, 31),
        statement="Share of homes in the South East",
        value=0.25,
        measure=OwnershipMeasure.LARGEST_SHARE,
        service=OwnedService.HOMES,
        ranked=OwnedSector.PRIVATE,
        share_of=OwnedSector.EVERY,
        region="South East",
        largest=20,
        owners=None,
        definition="Heads of chains",
        release="Ownership 2025",
        section="Main findings",
        address="https://example.org/2025",
    )


def test_what_a_figure_has_no_use_for_is_none() -> None:
    _, second = read(TABLE)

    assert isinstance(second, OwnershipFigure)
    assert (second.region, second.largest, second.value) == (None, None, 90.0)
    assert second.owners == "Larkmoor Topco; Ash LLP"


def test_the_packaged_table_states_every_year_from_2021_to_2025() -> None:
    ((_, body),) = packaged()
    figures = [one for one in read(body.decode()) if isinstance(one, OwnershipFigure)]

    assert sorted({one.as_at.year for one in figures}) == [2021, 2022, 2023, 2024, 2025]
    assert len({(one.as_at, one.statement) for one in figures}) == len(figures)
    assert all(one.public_on > one.as_at for one in figures)
    assert SOURCE.subject(figures) == "ownership figures"


def test_the_packaged_shares_lie_between_0_and_1_and_numbers_are_whole() -> None:
    ((_, body),) = packaged()
    figures = [one for one in read(body.decode()) if isinstance(one, OwnershipFigure)]
    shares = [one for one in figures if one.statement.startswith("Share")]

    assert all(0 < one.value < 1 for one in shares)
    assert all(one.value.is_integer() for one in figures if one not in shares)


def test_what_counts_the_largest_says_how_many_they_are() -> None:
    ((_, body),) = packaged()
    figures = [one for one in read(body.decode()) if isinstance(one, OwnershipFigure)]
    largest = {OwnershipMeasure.LARGEST_SETTINGS, OwnershipMeasure.LARGEST_SHARE}

    assert all(one.largest for one in figures if one.measure in largest)
    assert all(one.owners for one in figures if one.measure is OwnershipMeasure.NAMED_SHARE)


@pytest.mark.parametrize(
    ("body", "known"),
    [
        (TABLE.encode(), True),
        (b"\xef\xbb\xbf" + TABLE.encode(), True),
        (b"", False),
        (b"URN,Name\n", False),
        (b"as_at,statement\n", False),
    ],
)
def test_the_table_is_known_by_its_first_line(body: bytes, *, known: bool) -> None:
    assert SOURCE.recognises(document(body)) is known


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("2025-03-31,", ",", "cannot read 'as_at': it is blank;"),
        (",2025-11-27", ",soon", "cannot read 'public_on': 'soon' is not a day"),
        (",0.25,", ",a quarter,", "cannot read 'value': 'a quarter' is not a number"),
        (",0.25,", ",-1,", "cannot read 'value': '-1' is not a number"),
        ("share of the largest owners", "share", "cannot read 'measure': 'share' is new"),
        ("children's homes,", "homes,", "cannot read 'service': 'homes' is new"),
        ("private,all,South", "private,,South", "cannot read 'share_of': it is blank;"),
        (",20,,", ",many,,", "cannot read 'largest': 'many' is not a whole number"),
        (",Heads of chains,", ",,", "cannot read 'definition': it is blank;"),
        (",https://example.org/2025", ",", "cannot read 'address': it is blank;"),
    ],
)
def test_a_bad_row_stops_with_its_number(right: str, wrong: str, told: str) -> None:
    problem, _, place = refusal(TABLE.replace(right, wrong, 1)).partition("\n")

    assert problem.startswith(told)
    assert place.startswith("  at file:issue.ods#row=2\n")
