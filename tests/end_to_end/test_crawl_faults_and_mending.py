"""Whatever goes wrong on the way, a crawl ends as its source says, and the next one mends it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from json import loads
from pathlib import Path
from shutil import copytree

import pytest

from crawlers import batch
from crawlers.crawling import FaultError
from crawlers.source import Follow
from crawlers.sources import bulk_sources
from crawlers.sources.gias_schools import SOURCE as SCHOOLS
from db.engine import open_database
from db.parts import published_parts
from db.records import Document, Record
from tests.end_to_end.crawled import Ran, counted, crawl, held, knowing_the_owners
from tests.end_to_end.part_of_a_market import Rehearsed, rehearsed

SOURCES = (
    "charity_commission",
    "companies_house_company_data",
    "companies_house_control_snapshot",
    "companies_house_documents",
    "companies_house_filing_history",
    "companies_house_profile",
    "cqc_directory",
    "gazette",
    "gias_schools",
    "ofsted_annual",
)
FIRST, NEXT_MONTH = date(2026, 9, 1), date(2026, 10, 9)
THAT_PASS = (
    "too-many companies_house_api nth=5,6,30",
    "server-error companies_house_document_api nth=7 status=500",
    "server-error gazette nth=3,4 status=502",
    "slow gias_files *.csv seconds=1",
    "cut charity_commission_files *.zip nth=1",
    "cut companies_house_bulk *.zip nth=1",
)
NO_HISTORY, NO_PROFILE = "99000003", "99000037"
"""Companies of which something is asked a month later, and is not had."""
THAT_STAY = (
    f"server-error companies_house_api /company/{NO_HISTORY}/filing-history",
    f"renamed companies_house_api /company/{NO_PROFILE} heading=company_status renamed_to=state",
    "malformed gazette nth=5",
    "renamed gias_files heading=EstablishmentName renamed_to=SchoolName",
    "truncated charity_commission_files *.zip nth=1",
    "too-many cqc",
    "truncated companies_house_bulk /persons*.zip",
    "renamed companies_house_bulk /Basic*.zip heading=CompanyStatus renamed_to=State",
)
PUT_OUT_AGAIN = "re-issued govuk_assets *.ods"
"""No fault of the way: it stays in force, and the next crawl stores what it finds."""
LIES = re.compile(r"the body lies at (/\S+):")
KEPT = re.compile(r"kept as ([0-9a-f]{12})")


@dataclass(frozen=True, kw_only=True)
class Mended:
    """A store after crawls in which things went wrong, and one in which nothing did."""

    data: Path
    first: Ran
    struck: list[int]
    """How often each fault that passes had an effect."""
    before: dict[str, list[str]]
    faulty: Ran
    stayed: list[int]
    """How often each fault that stays had an effect."""
    after: dict[str, list[str]]
    parts: tuple[list[str], list[str]]
    """The bulk products in use before, and after."""
    known_on_the_first_day: tuple[dict[str, list[str]], dict[str, list[str]]]
    """What had been seen by then, asked on that day and at the end."""
    set_apart: set[str]
    mended: Ran
    held: dict[str, list[str]]
    counted: dict[str, int]
    spared: dict[str, list[str]]
    counted_spared: dict[str, int]

    def problem(self, source: str) -> str:
        """The one line that says what is amiss with a source."""
        (found,) = (
            line for line in self.faulty.err.splitlines() if line.startswith(f"oversight: {source}")
        )
        return found


@pytest.fixture(scope="module")
def site() -> Iterator[Rehearsed]:
    with rehearsed() as site:
        yield site


@pytest.fixture(scope="module")
def mended(site: Rehearsed, tmp_path_factory: pytest.TempPathFactory) -> Mended:
    folder = tmp_path_factory.mktemp("faults")
    data = knowing_the_owners(site, folder / "data")
    site.go_wrong(*THAT_PASS)
    first = crawl(site, data, *SOURCES)
    struck, first_day = site.struck(), held(data, FIRST, seen=True)
    site.go_wrong()
    site.move(NEXT_MONTH)
    other = copytree(data, folder / "other")
    before, parts = held(data, NEXT_MONTH), in_use(data)
    site.go_wrong(PUT_OUT_AGAIN, *THAT_STAY)
    faulty = crawl(site, data, *SOURCES)
    stayed = site.struck()
    after, parts_after = held(data, NEXT_MONTH), in_use(data)
    quarantine = data / "archive" / "quarantine"
    set_apart = {path.name for path in quarantine.rglob("*") if path.is_file()}
    site.go_wrong(PUT_OUT_AGAIN)
    again = crawl(site, data, *SOURCES)
    crawl(site, other, *SOURCES)
    return Mended(
        data=data,
        first=first,
        struck=struck,
        before=before,
        faulty=faulty,
        stayed=stayed,
        after=after,
        parts=(parts, parts_after),
        known_on_the_first_day=(first_day, held(data, FIRST, seen=True)),
        set_apart=set_apart,
        mended=again,
        held=held(data, NEXT_MONTH),
        counted=counted(data),
        spared=held(other, NEXT_MONTH),
        counted_spared=counted(other),
    )


def in_use(data: Path) -> list[str]:
    """The addresses of the bulk products in use."""
    engine = open_database(f"sqlite:///{data / 'oversight.sqlite'}")
    found = [
        part.product.url for one in bulk_sources() for part in published_parts(engine, one.key)
    ]
    engine.dispose()
    return found


def test_what_passes_is_waited_out_or_asked_for_again(mended: Mended) -> None:
    assert mended.struck == [3, 1, 2, 1, 1, 1]
    assert (mended.first.code, "oversight: " in mended.first.err) == (0, False)


def test_what_stays_is_told_and_the_command_fails(mended: Mended) -> None:
    assert all(mended.stayed), mended.stayed
    assert mended.faulty.code == 1
    assert mended.faulty.err.count("\noversight: ") == len(THAT_STAY)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "companies_house_filing_history: not given: ",
            (
                f"/company/{NO_HISTORY}/filing-history?items_per_page=100&start_index=0"
                " was asked 5 times in vain: 503"
            ),
        ),
        ("cqc_directory: not given: ", "/about-us/transparency/using-cqc-data was asked 5 times"),
        ("companies_house_profile: refused: new members ['state']", f"/company/{NO_PROFILE}; "),
        ("gazette_insolvency: refused: not a JSON object: ", "/all-notices/notice/data.json?text="),
        (
            "gias_schools: refused: no header row with the columns",
            "/edubase/downloads/public/edubasealldata20261009.csv; fetched 2026-10-09",
        ),
        (
            "charity_commission: refused: the file is damaged or cut short",
            ".zip; fetched 2026-10-09",
        ),
        (
            "companies_house_company_data: refused: ",
            "/BasicCompanyDataAsOneFile-2026-10-01.zip",
        ),
        (
            "companies_house_control_snapshot: refused: ",
            (
                "/persons-with-significant-control-snapshot-2026-10-09.zip is not what its"
                " publisher states: as a zip it is damaged or cut short"
            ),
        ),
    ],
)
def test_each_message_names_the_source_and_the_address(
    mended: Mended, source: str, said: str
) -> None:
    assert said in mended.problem(source)


@pytest.mark.parametrize(
    "source",
    [
        "companies_house_profile",
        "gazette_insolvency",
        "gias_schools",
        "charity_commission",
        "companies_house_company_data",
    ],
)
def test_a_body_that_nobody_can_read_lies_in_quarantine_under_the_hash_in_the_message(
    mended: Mended, source: str
) -> None:
    named = KEPT.search(mended.problem(f"{source}: refused"))

    assert named is not None
    assert [one for one in mended.set_apart if one.startswith(named[1])] != []


def test_a_product_that_came_without_its_end_lies_where_the_message_says(mended: Mended) -> None:
    path = LIES.search(mended.problem("companies_house_control_snapshot"))

    assert path is not None
    assert Path(path[1]).is_relative_to(mended.data / "archive" / "quarantine")
    assert Path(path[1]).is_file()


@pytest.mark.parametrize("kind", ["School", "CareLocation", "Charity", "CharityReturn"])
def test_of_a_source_that_is_stopped_whole_all_is_as_it_was(mended: Mended, kind: str) -> None:
    assert mended.after[kind] == mended.before[kind] != []


def test_the_products_in_use_stay_in_use(mended: Mended) -> None:
    before, after = mended.parts

    assert after == before
    assert len(before) == 2


def of(company: str, records: list[str]) -> list[str]:
    return [one for one in records if f'"company_number":"{company}"' in one]


@pytest.mark.parametrize(("kind", "company"), [("Filing", NO_HISTORY), ("Company", NO_PROFILE)])
def test_a_company_that_is_set_apart_keeps_what_it_had_and_all_others_go_on(
    mended: Mended, kind: str, company: str
) -> None:
    assert of(company, mended.after[kind]) == of(company, mended.before[kind]) != []
    assert mended.after[kind] != mended.before[kind]


def test_the_next_crawl_mends_it(mended: Mended) -> None:
    assert (mended.mended.code, "oversight: " in mended.mended.err) == (0, False)
    assert mended.held == mended.spared


def test_nothing_is_stored_twice(mended: Mended) -> None:
    done = {"fetch", "run", "quarantine", "profile"}

    assert {name: n for name, n in mended.counted.items() if name not in done} == {
        name: n for name, n in mended.counted_spared.items() if name not in done
    }


def test_nothing_is_left_on_its_way(mended: Mended) -> None:
    assert not (mended.data / "downloads").exists()


def totals(records: list[str]) -> dict[tuple[str, str, str], int]:
    read = [loads(one) for one in records]
    return {(one["table"], one["period"], one["measure"]): one["value"] for one in read}


def test_a_workbook_put_out_again_is_a_new_vintage_beside_the_old_one(mended: Mended) -> None:
    before, after = totals(mended.before["ControlTotal"]), totals(mended.after["ControlTotal"])
    added = {key: value - before[key] for key, value in after.items() if value != before[key]}

    assert before.keys() == after.keys()
    assert {period for _, period, _ in added} >= {"2026-03-31"}
    assert set(added.values()) == {1}
    assert mended.known_on_the_first_day[0] == mended.known_on_the_first_day[1]


def test_a_fault_of_ours_ends_it_names_what_was_read_and_shows_nothing(
    site: Rehearsed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Document, /) -> Iterator[Record | Follow]:
        raise ZeroDivisionError("ours")

    faulty = replace(SCHOOLS, parse=fails)
    with monkeypatch.context() as patch:
        patch.setattr(batch, "_source", lambda _: faulty)
        with pytest.raises(FaultError, match=r"^ZeroDivisionError: ours; while reading http.*csv$"):
            crawl(site, tmp_path, SCHOOLS.key)
    shown = held(tmp_path, NEXT_MONTH)["School"]
    again = crawl(site, tmp_path, SCHOOLS.key)

    assert shown == []
    assert again.code == 0
    assert held(tmp_path, NEXT_MONTH)["School"] != []
