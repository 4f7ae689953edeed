"""Which council a publisher means by a name, on a day."""

from datetime import UTC, date, datetime

import pytest

from crawlers.sources.local_authorities import SOURCE, packaged
from db.records import Document, LocalAuthority, LocalAuthoritySpelling
from oversight.councils import Councils


def council(code: str, name: str, region: str = "South West") -> LocalAuthority:
    return LocalAuthority(
        cite=f"sha256:{'0' * 64}#row=2",
        public_on=date(2009, 4, 1),
        valid_from=date(2009, 4, 1),
        valid_to=None,
        ons_code=code,
        dfe_code=None,
        name=name,
        region=region,
        region_code="E12000009",
        regional_care_cooperative=None,
        successor_codes=None,
        basis="An example",
    )


def spelling(
    text: str, code: str, first: date = date(2009, 4, 1), last: date | None = None
) -> LocalAuthoritySpelling:
    return LocalAuthoritySpelling(
        cite=f"sha256:{'0' * 64}#row=3",
        public_on=first,
        valid_from=first,
        valid_to=last,
        spelling=text,
        publisher="Ofsted",
        ons_code=code,
    )


DORSET_BEFORE, DORSET_SINCE = "E10000009", "E06000059"
DORSET = Councils(
    [council(DORSET_BEFORE, "Dorset County"), council(DORSET_SINCE, "Dorset")],
    [
        spelling("Dorset", DORSET_SINCE, first=date(2019, 4, 1)),
        spelling("Dorset", DORSET_BEFORE, last=date(2019, 4, 1)),
    ],
)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2009, 4, 1), DORSET_BEFORE),
        (date(2019, 3, 31), DORSET_BEFORE),
        (date(2019, 4, 1), DORSET_SINCE),
        (date(2026, 3, 31), DORSET_SINCE),
    ],
)
def test_one_spelling_means_the_council_that_was_called_so_on_the_day(day: date, code: str) -> None:
    found = DORSET.find("Dorset", day)

    assert found is not None
    assert found.ons_code == code


def test_before_any_council_was_called_so_the_spelling_means_none() -> None:
    assert DORSET.find("Dorset", date(2009, 3, 31)) is None


def test_a_spelling_that_nobody_has_written_down_means_none() -> None:
    assert DORSET.find("Wessex", date(2026, 3, 31)) is None


@pytest.mark.parametrize("text", ["dorset", " DORSET ", "Dorset\n"])
def test_case_and_space_do_not_count(text: str) -> None:
    found = DORSET.find(text, date(2026, 3, 31))

    assert found is not None
    assert found.name == "Dorset"


def test_runs_of_space_inside_a_spelling_count_as_one() -> None:
    councils = Councils(
        [council("E06000047", "County Durham")], [spelling("County  Durham", "E06000047")]
    )
    found = councils.find("County Durham", date(2026, 3, 31))

    assert found is not None
    assert found.ons_code == "E06000047"


def test_a_spelling_of_a_council_that_no_row_describes_means_none() -> None:
    councils = Councils([], [spelling("Dorset", DORSET_SINCE)])

    assert councils.find("Dorset", date(2026, 3, 31)) is None


def test_a_region_has_the_code_that_its_councils_give_it() -> None:
    assert DORSET.region_code("south west") == "E12000009"
    assert DORSET.region_code("The Deep") is None


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Northamptonshire", date(2018, 3, 31), "Northamptonshire"),
        ("West Northamptonshire", date(2026, 3, 31), "West Northamptonshire"),
        ("Cumbria", date(2022, 3, 31), "Cumbria"),
        ("Cumberland", date(2026, 3, 31), "Cumberland"),
        ("Southend on Sea", date(2026, 3, 31), "Southend-on-Sea"),
        ("Kingston upon Hull", date(2026, 3, 31), "Kingston upon Hull, City of"),
        (
            "Bournemouth, Christchurch & Poole",
            date(2026, 3, 31),
            "Bournemouth, Christchurch and Poole",
        ),
    ],
)
def test_the_projects_own_tables_know_ofsteds_spellings(text: str, day: date, name: str) -> None:
    read = [
        record
        for file, body in packaged()
        for record in SOURCE.parse(
            Document(url=file, fetched_at=datetime(2026, 9, 1, tzinfo=UTC), body=body)
        )
    ]
    councils = Councils(
        [record for record in read if isinstance(record, LocalAuthority)],
        [record for record in read if isinstance(record, LocalAuthoritySpelling)],
    )
    found = councils.find(text, day)

    assert found is not None
    assert found.name == name
