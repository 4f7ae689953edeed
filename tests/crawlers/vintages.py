"""Every year's table of providers in its form, and what is read from one."""

from datetime import UTC, date, datetime

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual import SOURCE
from db.records import (
    Document,
    Inspection,
    Population,
    Record,
    Setting,
)
from tests.crawlers.ofsted_forms import (
    BANNER,
    PROVIDERS,
    TITLES,
    csv_body,
    visited,
)

FULL, INSPECTED_ONLY = Population.FULL, Population.INSPECTED_ONLY
VINTAGES = [
    ("2014", date(2014, 9, 30), FULL, "", "register at 2014-09-30"),
    ("2015", date(2015, 3, 31), INSPECTED_ONLY, "27/03/2015", "provider level at 2015-03-31"),
    ("2016", date(2016, 3, 31), INSPECTED_ONLY, "30/03/2016", "provider level at 2016-03-31"),
    ("2017", date(2017, 3, 31), INSPECTED_ONLY, "22/03/2017", "provider level at 2017-03-31"),
    ("2018", date(2018, 3, 31), INSPECTED_ONLY, "26/03/2018", "provider level at 2018-03-31"),
    ("2018_part2", date(2018, 3, 31), FULL, "", "register at 2018-03-31"),
    ("2019", date(2019, 3, 31), INSPECTED_ONLY, "25/03/2019", "provider level at 2019-03-31"),
    ("2020", date(2020, 3, 31), INSPECTED_ONLY, "17/03/2020", "provider level at 2020-03-31"),
    ("2021", date(2021, 3, 31), FULL, "17/03/2020", "provider level at 2021-03-31"),
    ("2022", date(2022, 3, 31), FULL, "22/03/2022", "provider level at 2022-03-31"),
    ("2023", date(2023, 3, 31), INSPECTED_ONLY, "20/03/2023", "provider level at 2023-03-31"),
    ("2024", date(2024, 3, 31), INSPECTED_ONLY, "25/03/2024", "provider level at 2024-03-31"),
    ("2025", date(2025, 3, 31), FULL, "26/03/2025", "provider level at 2025-03-31"),
]
DAY = {form: day for form, _, _, day, _ in VINTAGES}


def document(body: bytes, published_on: date | None = None) -> Document:
    fetched_at = datetime(2026, 9, 1, 12, tzinfo=UTC)
    return Document(url="file:a.csv", fetched_at=fetched_at, body=body, published_on=published_on)


def read(body: bytes) -> list[Record]:
    return [record for record in SOURCE.parse(document(body)) if isinstance(record, Record)]


def settings(records: list[Record]) -> list[Setting]:
    return [record for record in records if isinstance(record, Setting)]


def inspections(records: list[Record]) -> list[Inspection]:
    return [record for record in records if isinstance(record, Inspection)]


def providers(form: str, *rows: dict[str, str], encoding: str = "utf-8-sig") -> bytes:
    """A year's table as published, under its title or banner; rows are of inspected settings."""
    above = (TITLES[form], "This worksheet contains one table.") if form in TITLES else ()
    if "2016" <= form <= "2021" and form != "2018_part2":
        above = (BANNER,)
    said = [visited(DAY[form]) | row for row in rows]
    return csv_body(PROVIDERS[form], *said, above=above, encoding=encoding)


def problem(body: bytes) -> str:
    with pytest.raises(SourceChangedError) as raised:
        read(body)
    return raised.value.problem
