"""Today moves forward, and with it all that is published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from crawlers.rehearsal.publishing import Answer, Asked, Setup
from crawlers.rehearsal.site.manners import PAGES
from crawlers.rehearsal.site.rehearsal import DayError
from crawlers.rehearsal.site.served import Catalogue, Served
from crawlers.rehearsal.site.serving import Site, Terms, serving
from tests.crawlers.rehearsal.site.asking import KEY, ask, tell
from tests.crawlers.rehearsal.site.two_companies import CATALOGUE


@pytest.fixture
def early() -> Iterator[Site]:
    with serving(CATALOGUE, Terms(today=date(2026, 9, 1))) as site:
        yield site


def product(site: Site) -> str:
    return f"{site.rehearsal.addresses['bulk']}/companies.zip"


def test_a_later_day_knows_more(early: Site) -> None:
    address = f"{early.rehearsal.addresses['api']}/company/99000002"
    before = ask(address, KEY)
    tell(f"{early.control}/today", {"today": "2026-09-10"})
    after = ask(address, KEY)

    assert (before.status, after.status) == (404, 200)
    assert after.headers["Date"].startswith("Thu, 10 Sep 2026 09:")


def test_products_are_written_anew_and_the_old_ones_are_gone(early: Site) -> None:
    before = ask(product(early))
    tell(f"{early.control}/today", {"today": "2026-09-10"})
    after = ask(product(early))

    assert after.body != before.body
    assert after.headers["ETag"] != before.headers["ETag"]
    assert after.headers["Last-Modified"] == "Thu, 10 Sep 2026 09:00:00 GMT"
    assert [one.name for one in early.rehearsal.folder.iterdir()] == ["2026-09-10"]


def test_the_same_product_has_the_same_tag_on_another_day(early: Site) -> None:
    before = ask(product(early))
    tell(f"{early.control}/today", {"today": "2026-09-02"})

    assert ask(product(early)).headers["ETag"] == before.headers["ETag"]


def test_a_budget_spent_stays_spent(early: Site) -> None:
    address = f"{early.rehearsal.addresses['api']}/company/99000001"
    ask(address, KEY)
    tell(f"{early.control}/today", {"today": "2026-09-10"})

    assert ask(address, KEY).headers["X-Ratelimit-Remain"] == "598"


def test_the_control_page_says_what_is_served_where(early: Site) -> None:
    told = tell(f"{early.control}/today", {"today": "2026-09-10"}).json

    assert told.keys() - {"asked"} == {
        *("rehearsal", "seed", "size", "today", "last_day", "faster", "addresses", "doors", "key")
    }
    assert (told["seed"], told["size"], told["faster"]) == (1, "small", 1.0)
    assert (told["today"], told["last_day"]) == ("2026-09-10", "2026-09-30")
    assert told["addresses"] == early.rehearsal.addresses
    assert {one.partition(" ")[2] for one in told["asked"]} == {"/requests", "/faults", "/today"}
    assert ask(early.control).json == told


def test_the_same_day_again_changes_nothing(early: Site) -> None:
    assert tell(f"{early.control}/today", {"today": "2026-09-01"}).status == 200


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"today": "2026-08-31"}, "today is 2026-09-01 and moves forward only, not to 2026-08-31"),
        (
            {"today": "2026-10-01"},
            "2026-10-01 is not a day of this rehearsal: it goes from 2020-01-01 to 2026-09-30",
        ),
        ({"today": "tomorrow"}, """'tomorrow' is not a day; send {"today": "2026-12-01"}"""),
        ({"today": "2026-02-30"}, """'2026-02-30' is not a day; send {"today": "2026-12-01"}"""),
        ({}, 'send {"today": "2026-12-01"}'),
        ([], 'send {"today": "2026-12-01"}'),
    ],
)
def test_any_other_day_is_refused(early: Site, sent: object, why: str) -> None:
    told = tell(f"{early.control}/today", sent)

    assert (told.status, told.json["error"]) == (400, why)
    assert ask(early.control).json["today"] == "2026-09-01"


def test_unless_told_today_is_the_last_day_of_the_world() -> None:
    with serving(CATALOGUE, Terms()) as site:
        assert site.rehearsal.today == date(2026, 9, 30)


def test_no_rehearsal_begins_outside_its_world() -> None:
    with pytest.raises(DayError, match="2026-10-01 is not a day of this rehearsal"):
        serving(CATALOGUE, Terms(today=date(2026, 10, 1))).__enter__()


@dataclass(frozen=True)
class Clockwork:
    """Answers with the moment at which it is asked."""

    setup: Setup
    key: str = "clockwork"

    def answer(self, asked: Asked) -> Answer:
        return Answer(media_type="text/plain", body=str(asked.at).encode())


def test_a_publisher_is_told_the_moment_by_the_sites_clock_as_its_date_header_has_it() -> None:
    catalogue = Catalogue(
        make_world=CATALOGUE.make_world,
        publishers=(Served(key="clockwork", make=Clockwork, manners=PAGES),),
    )
    with serving(catalogue, Terms(today=date(2026, 9, 1)), ticks=lambda: 0.0) as site:
        address = site.rehearsal.addresses["clockwork"]
        first = ask(address)
        site.rehearsal.move(date(2026, 9, 2))
        second = ask(address)

    assert first.body == b"2026-09-01 09:00:00+00:00"
    assert second.body == b"2026-09-02 09:00:00+00:00"
    assert first.headers["Date"] == "Tue, 01 Sep 2026 09:00:00 GMT"


@pytest.mark.parametrize("path", ["/", "/requests", "/faults"])
def test_every_answer_of_the_control_page_says_that_it_is_a_rehearsal(
    early: Site, path: str
) -> None:
    assert "invented" in str(ask(f"{early.control}{path}").headers["X-Rehearsal"])
    assert "X-Rehearsal" in tell(f"{early.control}/today", {}).headers


@pytest.mark.parametrize("path", ["/", "/requests", "/faults"])
def test_every_body_of_the_control_page_says_so_too(early: Site, path: str) -> None:
    refused = tell(f"{early.control}/today", {})

    assert ask(f"{early.control}{path}").json["rehearsal"].startswith("this is a rehearsal")
    assert refused.json["rehearsal"].startswith("this is a rehearsal")


@pytest.mark.parametrize(("path", "status"), [("/nothing", 404), ("/today", 405)])
def test_the_control_page_says_what_it_is_where_it_has_no_answer_too(
    early: Site, path: str, status: int
) -> None:
    answer = ask(f"{early.control}{path}")

    assert answer.status == status
    assert answer.headers["X-Rehearsal"].startswith("Every provider")
    assert "POST /today" in answer.json["asked"]
