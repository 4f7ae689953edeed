from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from crawlers.accounts.fact import Fact, Family, Tagged
from crawlers.accounts.fact_rows import fact_rows
from crawlers.accounts.figure import Period
from db.facts_part import FactRow, read_facts, write_facts

YEAR = Period(start=date(2023, 4, 1), end=date(2024, 3, 31))
TURNOVER = Fact(
    family=Family.FRC,
    part="core",
    name="TurnoverRevenue",
    dimensions=(("GroupCompanyDataDimension", "Consolidated"), ("ScopeDimension", "Total")),
    period=YEAR,
    unit="GBP",
    value=Decimal("1200.50"),
    decimals=0,
    fragment="tag=1",
)
NAME = Fact(
    family=Family.FRC,
    part="business",
    name="EntityCurrentLegalOrRegisteredName",
    value="Larkmoor Care Ltd",
    is_hidden=True,
    fragment="tag=2",
)
ROW = FactRow(
    document="ab" * 32,
    company_number="99000001",
    family="frc",
    part="core",
    name="TurnoverRevenue",
    dimensions="GroupCompanyDataDimension=Consolidated;ScopeDimension=Total",
    period_start=date(2023, 4, 1),
    period_end=date(2024, 3, 31),
    unit="GBP",
    value="1200.50",
    number=1200.5,
    text=None,
    decimals=0,
    is_hidden=False,
    fragment="tag=1",
)


def rows(*facts: Fact) -> list[FactRow]:
    return fact_rows(Tagged(facts=facts, entity="99000001"), document="ab" * 32)


def test_a_number_keeps_its_last_digit_beside_its_nearest_double() -> None:
    assert rows(TURNOVER) == [ROW]


def test_a_text_has_no_number_and_no_period() -> None:
    (found,) = rows(NAME)

    assert found.text == "Larkmoor Care Ltd"
    assert (found.value, found.number, found.period_start, found.period_end) == (None,) * 4
    assert found.is_hidden


def test_a_number_beyond_a_double_is_kept_as_it_is_written() -> None:
    beyond = Fact(
        family=Family.OTHER, part="", name="Odd", value=Decimal("1E+400"), fragment="tag=1"
    )

    (found,) = rows(beyond)

    assert found.value == "1E+400"
    assert found.number is None


def test_facts_come_back_from_a_part_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    write_facts(path, rows(TURNOVER, NAME))

    found = list(read_facts(path))

    assert found == rows(TURNOVER, NAME)


def test_a_part_may_hold_no_facts(tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    write_facts(path, [])

    assert list(read_facts(path)) == []


def test_the_same_facts_are_the_same_bytes_and_leave_nothing_beside(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_facts(tmp_path / name / "facts.parquet", rows(TURNOVER, NAME) * 500)
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())

    assert len(files) == 2
    assert len({sha256(path.read_bytes()).hexdigest() for path in files}) == 1
