"""What is put out again is at another address, to which the changed page leads, as on GOV.UK."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawlers.rehearsal.forms.ofsted.govuk import GovUk
from crawlers.rehearsal.forms.ofsted.govuk_assets import GovUkAssets
from crawlers.rehearsal.forms.ofsted.releases import COLLECTION
from crawlers.rehearsal.publishing import Reissue, Setup
from crawlers.source import Follow
from crawlers.sources.ofsted_annual import SOURCE
from db.records import Document, Setting
from tests.crawlers.rehearsal.ofsted_desks import ADDRESSES, get, owner_on, setup

DAY = date(2026, 9, 10)
AGAIN = Reissue(publisher="govuk_assets", path="*.ods", on=DAY)


def on(today: date, *reissues: Reissue) -> Setup:
    return replace(setup(today), reissues=reissues)


def led_to(here: Setup) -> dict[str, Follow]:
    """The yearly workbooks since 2024 to which a crawl of a day is led, by their names."""
    desk = GovUk(here, owner_on)
    found: dict[str, Follow] = {}
    for each in SOURCE.signposts["collection"](_page(desk, f"/api/content{COLLECTION}")):
        for one in SOURCE.signposts["release"](_page(desk, each.url)):
            if re.search("202[4-6]_underlying", one.url):
                found[one.url.rpartition("/")[2]] = one
    return found


def _page(desk: GovUk, path: str) -> Document:
    return Document(
        url=f"{ADDRESSES['govuk']}{path}",
        fetched_at=datetime(2027, 1, 1, tzinfo=UTC),
        body=_bytes(get(desk, path).body),
    )


def _bytes(body: bytes | Path) -> bytes:
    return body.read_bytes() if isinstance(body, Path) else body


def test_a_crawl_is_led_to_every_workbook_put_out_again_and_told_the_day() -> None:
    before, after = led_to(on(DAY)), led_to(on(DAY, AGAIN))

    assert before.keys() == after.keys()
    assert len(after) == 3
    assert {one.url for one in before.values()} & {one.url for one in after.values()} == set()
    assert {one.published_on for one in after.values()} == {DAY}
    assert DAY not in {one.published_on for one in before.values()}


def test_every_workbook_put_out_again_reads_as_a_vintage_of_its_own() -> None:
    old, new = led_to(on(DAY)), led_to(on(DAY, AGAIN))
    desk = GovUkAssets(on(DAY, AGAIN))

    for name, one in new.items():
        gone, again = get(desk, old[name].url), get(desk, one.url)
        first = get(GovUkAssets(on(DAY)), old[name].url)
        document = Document(
            url=one.url,
            fetched_at=datetime(2026, 9, 10, 12, tzinfo=UTC),
            body=_bytes(again.body),
            published_on=one.published_on,
        )
        assert (gone.status, again.status) == (410, 200)
        assert again.headers == {"Last-Modified": "Thu, 10 Sep 2026 08:30:00 GMT"}
        assert _bytes(again.body) != _bytes(first.body)
        settings = [each for each in SOURCE.parse(document) if isinstance(each, Setting)]
        assert {each.public_on for each in settings} == {DAY}


@pytest.mark.parametrize(
    ("today", "is_there"), [(date(2025, 7, 20), True), (date(2025, 8, 5), False)]
)
def test_the_publishers_own_correction_takes_the_place_of_an_earlier_one(
    today: date, is_there: bool
) -> None:
    again = replace(AGAIN, path="*2025*", on=date(2025, 7, 20))
    name = "Childrens_social_care_in_England_2025_underlying_data.ods"
    here = on(today, again)
    early = led_to(on(date(2025, 7, 20), again))[name].url

    assert (get(GovUkAssets(here), early).status == 200) is is_there
    assert (led_to(here)[name].url == early) is is_there


def test_a_file_put_out_again_on_its_own_day_has_another_address_all_the_same() -> None:
    day = date(2026, 7, 15)
    before, after = led_to(on(day)), led_to(on(day, replace(AGAIN, on=day)))
    name = "Childrens_social_care_in_England_2026_underlying_data.ods"

    assert before[name].url != after[name].url


def test_a_file_is_put_out_again_where_its_path_is_meant_and_nowhere_else() -> None:
    before, after = led_to(on(DAY)), led_to(on(DAY, replace(AGAIN, path="*2024*")))

    assert [name for name in before if before[name] != after[name]] == [
        "Childrens_social_care_in_England_2024_underlying_data.ods"
    ]
