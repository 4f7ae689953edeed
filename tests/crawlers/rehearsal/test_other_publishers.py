"""What holds of every publisher but Ofsted and Companies House."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from crawlers.rehearsal.forms.charity_commission import CharityCommission, CharityCommissionFiles
from crawlers.rehearsal.forms.council_payments import CouncilPayments
from crawlers.rehearsal.forms.cqc import CareQualityCommission
from crawlers.rehearsal.forms.dfe_statistics import DfeStatistics
from crawlers.rehearsal.forms.gazette import Gazette
from crawlers.rehearsal.forms.gias import SchoolsFiles, SchoolsRegister
from crawlers.rehearsal.forms.mhclg import Mhclg
from crawlers.rehearsal.publishing import Asked, Publisher, Setup
from tests.crawlers.rehearsal.seven_councils import ADDRESSES, TODAY, WORLD

STARTS = {
    "gazette": "/insolvency/notice/data.json",
    "charity_commission": "/register/full-register-download",
    "cqc": "/about-us/transparency/using-cqc-data",
    "gias": "/Downloads",
    "dfe_statistics": "/find-statistics/children-looked-after-in-england-including-adoptions",
    "mhclg": "/government/collections/local-authority-revenue-expenditure-and-financing",
    "council_payments": "/council/budgets-and-spending/spending-over-500",
    "charity_commission_files": "/data/json/publicextract.charity.zip",
    "gias_files": "/edubase/downloads/public/edubasealldata20261122.csv",
}
"""Where a crawl of each begins."""

LINK = re.compile(rb"https?://[^\s\"'<>,]+")
NAMES = (b"http://purl.org/", b"http://www.w3.org/", b"urn:")
"""Names of vocabularies, which are no links."""


def publishers(today: date = TODAY) -> list[Publisher]:
    setup = Setup(world=WORLD, today=today, addresses=ADDRESSES, folder=Path("unused"))
    return [
        Gazette(setup),
        CharityCommission(setup),
        CareQualityCommission(setup),
        SchoolsRegister(setup),
        DfeStatistics(setup),
        Mhclg(setup),
        CouncilPayments(setup),
        CharityCommissionFiles(setup),
        SchoolsFiles(setup),
    ]


def crawled(desk: Publisher) -> Iterator[tuple[str, bytes]]:
    """Yield every body that is reached from where a crawl begins, with its path."""
    here = ADDRESSES[desk.key]
    waiting, seen = [STARTS[desk.key]], {STARTS[desk.key]}
    while waiting:
        path = waiting.pop()
        answer = desk.answer(Asked(path=path))
        assert answer.status in {200, 303}, path
        assert isinstance(answer.body, bytes)
        yield path, answer.body
        for link in LINK.findall(answer.body):
            found = link.decode().partition("?")[0].removeprefix(here)
            if link.startswith(here.encode()) and found not in seen:
                seen.add(found)
                waiting.append(found)


def unpacked(body: bytes) -> Iterator[bytes]:
    if is_zipfile(BytesIO(body)):
        with ZipFile(BytesIO(body)) as package:
            yield from (package.read(name) for name in package.namelist())
    else:
        yield body


@pytest.mark.parametrize("desk", publishers(), ids=lambda desk: desk.key)
def test_every_address_is_a_publishers_own_and_every_link_is_answered(desk: Publisher) -> None:
    ours = tuple(address.encode() for address in ADDRESSES.values())

    for _, body in crawled(desk):
        for text in unpacked(body):
            assert all(link.startswith((*ours, *NAMES)) for link in LINK.findall(text))
            assert b".gov.uk" not in text
            assert b"thegazette" not in text


@pytest.mark.parametrize("desk", publishers(), ids=lambda desk: desk.key)
def test_a_wrong_address_is_not_found(desk: Publisher) -> None:
    assert desk.answer(Asked(path="/nothing/here")).status == 404


KEPT_FOR_A_DAY = "gias_files"
"""Whose start is a file that is gone the day after."""


@pytest.mark.parametrize(
    "desk",
    [desk for desk in publishers(date(2027, 6, 1)) if desk.key != KEPT_FOR_A_DAY],
    ids=lambda desk: desk.key,
)
def test_a_day_after_the_last_of_the_world_is_answered(desk: Publisher) -> None:
    assert desk.answer(Asked(path=STARTS[desk.key])).status == 200


def test_every_publisher_has_the_key_of_its_address() -> None:
    assert [desk.key for desk in publishers()] == list(ADDRESSES)


def test_one_publisher_asked_twice_and_another_asked_once_say_the_same() -> None:
    for first, second in zip(publishers(), publishers(), strict=True):
        path = STARTS[first.key]
        first.answer(Asked(path=path))

        assert first.answer(Asked(path=path)) == second.answer(Asked(path=path))
