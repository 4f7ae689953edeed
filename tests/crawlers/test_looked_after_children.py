"""DfE's data sets become numbers of children by council, and a mark is never a number."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawlers.reading import SourceChangedError
from crawlers.source import Follow
from crawlers.sources.looked_after_children import SOURCE
from crawlers.sources.looked_after_children.release import data_set, release
from db.records import Document, LookedAfterCount

AREA = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code"
    ",region_name,old_la_code,la_name,new_la_code"
)
LEEDS = (
    "2025,Reporting year,Local authority,E92000001,England,E12000003,Yorkshire,383,Leeds,E08000035"
)
ENGLAND = "2025,Reporting year,National,E92000001,England,,,,,"
REGION = "2025,Reporting year,Regional,E92000001,England,E12000003,Yorkshire,,,"
MARCH = f"""{AREA},cla_group,characteristic,number,percentage
{ENGLAND},Place providers,Private provision,32980,40
{REGION},Place providers,Private provision,3000,40
{LEEDS},Place providers,Private provision,c,c
{LEEDS},Placement,Total,1402,100
{LEEDS},Locality of placement,Total,1402,100
{LEEDS},Distance between home and placement,Distance not known or not recorded,3,k
{LEEDS},LA of placement,Total,z,z
{LEEDS},Age group,1 to 4 years,160,11
"""
DURING = f"""{AREA},characteristic,breakdown,children_count,children_percent
{LEEDS},Location of new placements during the year,Total new placements,700,100
{LEEDS},Reason for placement change during the year,Resignation or closure of provision,9,low
"""
GAIN = f"""{AREA},characteristic,number
{LEEDS},Net gain of children by responsible LA,-410
"""
PAGE = """<!DOCTYPE html><main><p>Published <time>20 November 2025</time></p><ul>
<li><a href="/data-catalogue/data-set/1">March</a> la_cla_on_31_march_by_characteristics.csv</li>
<li><a href="/data-catalogue/data-set/2">New</a> la_cla_during_year_new_placements.csv</li>
<li><a href="/data-catalogue/data-set/3">Net</a> la_cla_on_31_march_la_of_placement_netgain.csv</li>
<li><a href="/data-catalogue/data-set/4">Other</a> national_cla.csv</li></ul></main>"""


def document(body: str | bytes, published_on: date | None = date(2025, 11, 20)) -> Document:
    return Document(
        url="file:data.csv",
        fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        body=body if isinstance(body, bytes) else body.encode(),
        published_on=published_on,
    )


def read(body: str | bytes) -> list[LookedAfterCount]:
    return [one for one in SOURCE.parse(document(body)) if isinstance(one, LookedAfterCount)]


def test_a_row_of_a_council_becomes_a_number_and_a_withheld_one_keeps_its_mark() -> None:
    england, withheld, total, *_ = read(MARCH)

    assert (england.area_code, england.area_name, england.children, england.percent) == (
        "E92000001",
        "England",
        32_980,
        40,
    )
    assert withheld == LookedAfterCount(
        cite=f"sha256:{document(MARCH).sha256}#row=4",
        public_on=date(2025, 11, 20),
        counted_on=date(2025, 3, 31),
        area_code="E08000035",
        area_name="Leeds",
        dfe_code="383",
        breakdown="Place providers",
        characteristic="Private provision",
        children=None,
        children_mark="c",
        percent=None,
        percent_mark="c",
    )
    assert (total.children, total.children_mark) == (1_402, None)


def test_a_share_that_rounds_to_nothing_is_unknown_and_its_number_is_known() -> None:
    distance = next(one for one in read(MARCH) if one.breakdown.startswith("Distance"))

    assert (distance.children, distance.percent, distance.percent_mark) == (3, None, "k")


def test_regions_and_what_is_said_of_age_are_left_out() -> None:
    assert len(read(MARCH)) == 6
    assert {one.breakdown for one in read(MARCH)} & {"Age group"} == set()


def test_columns_that_were_renamed_are_read_under_both_names() -> None:
    older = DURING.replace("characteristic,breakdown", "cla_group,characteristic").replace(
        "children_count,children_percent", "number,percentage"
    )

    assert [(one.breakdown, one.characteristic, one.children) for one in read(DURING)] == [
        ("Location of new placements during the year", "Total new placements", 700),
        ("Reason for placement change during the year", "Resignation or closure of provision", 9),
    ]
    assert [one.model_dump(exclude={"cite"}) for one in read(DURING)] == [
        one.model_dump(exclude={"cite"}) for one in read(older)
    ]


def test_a_net_gain_may_be_below_nothing_and_has_no_share() -> None:
    (one,) = read(GAIN)

    assert (one.breakdown, one.children) == ("Net gain of children", -410)
    assert (one.percent, one.percent_mark) == (None, None)


def test_each_data_set_is_a_subject_by_its_newest_year() -> None:
    assert [SOURCE.subject(read(body)) for body in (MARCH, DURING, GAIN)] == [
        "children on 31 March to 2025",
        "placements in the year to 2025",
        "net gain of children to 2025",
    ]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (MARCH.replace("1402,100", "some,100", 1), "'some' is neither a whole number nor a known"),
        (MARCH.replace("1402,100", ",100", 1), "it is blank"),
        (MARCH.replace("1402,100", "1402,101", 1), "101 is no share in percent"),
        (MARCH.replace("2025,Reporting", "202425,Reporting", 1), "'202425' is no year"),
        (MARCH.replace("National", "Statistical neighbours"), "without a code and a name"),
        (MARCH.replace(",E08000035", ","), "without a code and a name"),
        (MARCH.replace("Place providers", "Placement provider"), r"no rows by \['Place providers'"),
        (MARCH.replace("Plac", "Stay").replace("plac", "stay").replace("LA of", "At"), "no rows"),
        (MARCH.replace("percentage", "rate"), r"new columns \['rate'\]"),
    ],
)
def test_what_is_new_in_a_data_set_stops_the_reading(body: str, problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        read(body)


@pytest.mark.parametrize(
    ("body", "recognised"),
    [
        (MARCH, True),
        (DURING, True),
        (GAIN, True),
        ("URN,Provision type\n", False),
        ("", False),
        (b"PK\x03\x04", False),
        (b"a,b\0", False),
        (PAGE, False),
    ],
)
def test_only_the_data_sets_are_recognised(body: str | bytes, recognised: bool) -> None:
    assert SOURCE.recognises(document(body)) is recognised


def test_a_release_leads_to_the_pages_of_the_three_data_sets_with_its_day() -> None:
    assert list(release(document(PAGE, None))) == [
        Follow(
            url=f"/data-catalogue/data-set/{number}",
            to="data_set",
            published_on=date(2025, 11, 20),
        )
        for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("was", "now", "problem"),
    [
        (
            "new_placements",
            "placements",
            "leads to no data set 'la_cla_during",
        ),
        ("Published ", "Updated ", "does not say when it was published"),
        ("20 November 2025", "last week", "does not say when it was published"),
    ],
)
def test_a_release_that_is_not_what_it_was_is_refused(was: str, now: str, problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        list(release(document(PAGE.replace(was, now), None)))


def test_a_data_sets_page_leads_to_its_csv_with_the_release_s_day() -> None:
    page = '<a href="/find-statistics">Back</a><a href="/data-catalogue/data-set/1/csv">Get</a>'

    assert list(data_set(document(page))) == [
        Follow(url="/data-catalogue/data-set/1/csv", published_on=date(2025, 11, 20))
    ]


def test_a_data_sets_page_without_a_csv_is_refused() -> None:
    with pytest.raises(SourceChangedError, match="leads to no CSV"):
        list(data_set(document(PAGE)))


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("name", "subject", "least"),
    [
        ("la_cla_31_march_2021_2025_from_dfe_rds.csv", "children on 31 March to 2025", 20_790),
        ("la_cla_during_year_new_placements_2024.csv", "placements in the year to 2024", 14_820),
        ("la_cla_during_year_new_placements_2025.csv", "placements in the year to 2025", 14_820),
        ("la_cla_on_31_march_la_of_placement_netgain.csv", "net gain of children to 2024", 2_300),
    ],
)
def test_the_real_data_sets_are_read_whole(
    published_files: Path, name: str, subject: str, least: int
) -> None:
    body = (published_files / "local_authority" / name).read_bytes()
    found = read(body)

    assert SOURCE.recognises(document(body))
    assert SOURCE.subject(found) == subject
    assert len(found) >= least


@pytest.mark.real_data
def test_the_real_numbers_of_england_are_as_published(published_files: Path) -> None:
    path = published_files / "local_authority" / "la_cla_31_march_2021_2025_from_dfe_rds.csv"
    found = {
        (one.breakdown, one.characteristic): one.children
        for one in read(path.read_bytes())
        if one.area_code == "E92000001" and one.counted_on.year == 2025
    }

    assert found["Place providers", "Total"] == 81_770
    assert found["Place providers", "Private provision"] == 32_980
    assert found["Placement", "Secure homes and children's homes"] == 9_480
