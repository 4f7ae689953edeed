"""The watch list is everything above a company, however far up and round."""

from collections.abc import Collection
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.control_owners import ControlOwners

Holder = tuple[str, str | None, str | None, str | None]
"""The company, and its holder's number, country and place as the holder wrote them."""


def owners(part: Path, *holders: Holder) -> ControlOwners:
    with duckdb.connect() as connection:
        connection.execute(
            "create table holder (company_number varchar, registration_number varchar,"
            " country_registered varchar, place_registered varchar)"
        )
        connection.executemany("insert into holder values (?, ?, ?, ?)", holders or [[None] * 4])
        connection.table("holder").write_parquet(str(part))
    return ControlOwners(part=part)


def uk(company: str, holder: str) -> Holder:
    return (company, holder, "England", None)


@pytest.fixture
def part(tmp_path: Path) -> Path:
    return tmp_path / "part.parquet"


def test_a_company_that_nothing_holds_is_watched_alone(part: Path) -> None:
    assert owners(part).watch_list(["09000001"]) == {"09000001"}


def test_nothing_is_above_nothing(part: Path) -> None:
    assert owners(part, uk("09000001", "09000002")).watch_list([]) == frozenset()


def test_a_chain_is_followed_to_its_end(part: Path) -> None:
    found = owners(
        part,
        uk("09000001", "09000002"),
        uk("09000002", "09000003"),
        uk("09000003", "09000004"),
    )

    assert found.watch_list(["09000002"]) == {"09000002", "09000003", "09000004"}


def test_a_circle_is_gone_round_once(part: Path) -> None:
    found = owners(
        part,
        uk("09000001", "09000002"),
        uk("09000002", "09000003"),
        uk("09000003", "09000002"),
        uk("09000003", "09000003"),
    )

    assert found.watch_list(["09000001"]) == {"09000001", "09000002", "09000003"}


def test_every_holder_of_every_company_asked_for_is_watched(part: Path) -> None:
    found = owners(
        part,
        uk("09000001", "09000003"),
        uk("09000001", "09000004"),
        uk("09000002", "09000004"),
        uk("09000009", "09000008"),
    )

    assert found.watch_list(["09000001", "09000002"]) == {
        *("09000001", "09000002", "09000003", "09000004")
    }


@pytest.mark.parametrize(
    ("number", "country", "place", "above"),
    [
        ("09000002", "England", None, "09000002"),
        (" 9000002", "United Kingdom", None, "09000002"),
        ("Company No. 09000002", "Wales", None, "09000002"),
        ("09000002", None, "Companies House", "09000002"),
        ("sc123", "Scotland", "Edinburgh", "SC000123"),
        ("OE001234", None, "Companies House", "OE001234"),
    ],
)
def test_a_holder_of_this_register_is_above_however_it_writes_its_number(
    part: Path, number: str, country: str | None, place: str | None, above: str
) -> None:
    found = owners(part, ("09000001", number, country, place))

    assert found.above(["09000001"]) == {above}


@pytest.mark.parametrize(
    ("number", "country", "place"),
    [
        ("09000002", "Jersey", None),
        ("09000002", "New South Wales", "Companies House"),
        ("B 123456", "Luxembourg", "Luxembourg"),
        ("09000002", None, None),
        ("n/a", "England", None),
        ("00000000", "England", None),
        ("123456789", "England", "Companies House"),
        (None, "England", None),
    ],
)
def test_a_holder_elsewhere_or_without_a_number_is_not_above(
    part: Path, number: str | None, country: str | None, place: str | None
) -> None:
    found = owners(part, ("09000001", number, country, place))

    assert found.above(["09000001"]) == frozenset()


COMPANIES = st.sampled_from([f"0900000{number}" for number in range(8)])


@settings(max_examples=30)
@given(
    holdings=st.sets(st.tuples(COMPANIES, COMPANIES), min_size=1, max_size=16),
    matched=st.sets(COMPANIES, max_size=3),
)
def test_the_watch_list_is_the_closure_of_the_companies_above(
    tmp_path_factory: pytest.TempPathFactory,
    holdings: Collection[tuple[str, str]],
    matched: Collection[str],
) -> None:
    part = tmp_path_factory.getbasetemp() / "closure.parquet"
    found = owners(part, *(uk(company, holder) for company, holder in holdings))

    assert found.watch_list(matched) == closure(holdings, matched)


def closure(holdings: Collection[tuple[str, str]], matched: Collection[str]) -> set[str]:
    """Every company that a walk upwards reaches, by asking of each holding again and again."""
    reached = set(matched)
    for _ in holdings:
        reached |= {holder for company, holder in holdings if company in reached}
    return reached
