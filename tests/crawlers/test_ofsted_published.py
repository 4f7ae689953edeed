"""Every published file that is held reads with its declared population and known counts."""

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawlers.reading import SourceChangedError
from crawlers.source import Source
from crawlers.sources import sources
from db.records import Document, Inspection, Judgement, Listing, Population, Record, Setting

FULL, INSPECTED_ONLY = Population.FULL, Population.INSPECTED_ONLY
PROVIDERS = [
    ("provider_at_march_2015.csv", date(2015, 3, 31), INSPECTED_ONLY, (2_605, 2_605)),
    ("provider_at_march_2016.csv", date(2016, 3, 31), INSPECTED_ONLY, (2_647, 2_647)),
    ("provider_at_march_2018.csv", date(2018, 3, 31), INSPECTED_ONLY, (2_797, 2_797)),
    ("provider_at_march_2018_part2.csv", date(2018, 3, 31), FULL, (2_941, 0)),
    ("provider_at_march_2019.csv", date(2019, 3, 31), INSPECTED_ONLY, (2_864, 2_864)),
    ("provider_at_march_2021.csv", date(2021, 3, 31), FULL, (3_402, 2_837)),
    ("provider_at_march_2024.csv", date(2024, 3, 31), INSPECTED_ONLY, (3_876, 3_876)),
    (
        "Childrens_social_care_in_England_2022_underlying_data.ods",
        date(2022, 3, 31),
        FULL,
        (3_576, 3_309),
    ),
    (
        "Childrens_social_care_in_England_2025_underlying_data.ods",
        date(2025, 3, 31),
        FULL,
        (5_600, 4_343),
    ),
]


def read(folder: Path, name: str) -> tuple[Source, list[Record]]:
    document = Document(
        url=f"file:{name}",
        fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        body=(folder / "ofsted" / name).read_bytes(),
    )
    source = next(source for source in sources() if source.recognises(document))
    return source, [record for record in source.parse(document) if isinstance(record, Record)]


@pytest.mark.real_data
@pytest.mark.parametrize(("name", "as_at", "population", "counts"), PROVIDERS)
def test_a_list_of_providers_has_its_declared_population_and_all_its_rows(
    published_files: Path, name: str, as_at: date, population: Population, counts: tuple[int, int]
) -> None:
    records = read(published_files, name)[1]
    settings = [record for record in records if isinstance(record, Setting)]
    latest = [r for r in records if isinstance(r, Inspection) and r.listing is Listing.LATEST]

    assert (len(settings), len(latest)) == counts
    assert {(setting.as_at, setting.population) for setting in settings} == {(as_at, population)}


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("name", "subject", "rows"),
    [
        ("joiners_leavers_18.csv", "movements to 2018-03-31", 425),
        ("joiners_leavers_20.csv", "movements to 2020-03-31", 502),
        ("joiners_leavers_22.csv", "movements to 2022-03-31", 504),
        ("joiners_leavers_23.csv", "movements to 2023-03-31", 575),
        ("inspections-in-year-2017-18.csv", "inspections of 2017-18", 3_488),
        ("buzzfeed_private-sector-ownerships_2018.csv", "owners in 2018", 1_585),
    ],
)
def test_a_table_beside_the_register_has_all_its_rows(
    published_files: Path, name: str, subject: str, rows: int
) -> None:
    source, records = read(published_files, name)

    assert source.subject(records) == subject
    assert len(records) == rows


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("provider_at_march_2016.csv", (520, 1_606, 467, 33)),
        ("provider_at_march_2018.csv", (548, 1_759, 426, 60)),
        ("provider_at_march_2019.csv", (611, 1_739, 468, 46)),
        ("provider_at_march_2021.csv", (564, 1_796, 432, 45)),
        ("provider_at_march_2024.csv", (541, 2_756, 519, 60)),
    ],
)
def test_latest_judgements_count_as_the_published_table_does(
    published_files: Path, name: str, counted: tuple[int, ...]
) -> None:
    grades = Counter(
        record.overall_experiences_and_progress
        for record in read(published_files, name)[1]
        if isinstance(record, Inspection) and record.listing is Listing.LATEST
    )
    four = (
        Judgement.OUTSTANDING,
        Judgement.GOOD,
        Judgement.REQUIRES_IMPROVEMENT,
        Judgement.INADEQUATE,
    )

    assert tuple(grades[grade] for grade in four) == counted


@pytest.mark.real_data
@pytest.mark.parametrize(
    "name",
    [
        "Fostering_in_England_2017-18_dataset.xlsx",
        "ilacs_children_s_services_inspection_-_31_january_2023.pdf",
        "reports_ofsted_search_results_2023-11.html",
    ],
)
def test_other_publications_are_said_not_to_be_read_here(published_files: Path, name: str) -> None:
    with pytest.raises(SourceChangedError, match="not read here: this is"):
        read(published_files, name)
