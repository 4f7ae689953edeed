"""Ofsted's release on owners tells who is entered by its day, not who really owns."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from bs4 import BeautifulSoup

from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.rehearsal.publishing import Asked, Setup
from crawlers.rehearsal.world.control import Stake
from tests.crawlers.rehearsal.ofsted_desks import ADDRESSES, FOLDER
from tests.crawlers.rehearsal.two_councils import WORLD

PATH = "/government/statistics/ownership-of-childrens-social-care-providers-in-england-2025"
PAGE = f"{PATH}/main-findings-ownership-of-childrens-social-care-providers-in-england-2025"
OUT_ON = date(2025, 11, 27)


def first_owner_of_homes(*stakes: Stake) -> str:
    """Who has most homes, on the page as it is served."""
    world = replace(WORLD, stakes=stakes)
    setup = Setup(world=world, today=OUT_ON, addresses=ADDRESSES, folder=Path(FOLDER))
    make = next(one.make for one in CATALOGUE.publishers if one.key == "govuk")
    answer = make(setup).answer(Asked(path=PAGE, query={}))
    assert (answer.status, isinstance(answer.body, bytes)) == (200, True)
    assert isinstance(answer.body, bytes)
    table = BeautifulSoup(answer.body, "html.parser").select("table")[0]
    return table.select("tbody tr td")[0].get_text()


def bought(filed_on: date | None) -> Stake:
    """Alderbeck Care was bought by Corncrake Fostering before the register's day."""
    return Stake(
        key="bought",
        holder="99900003",
        company="99900001",
        since=date(2024, 6, 3),
        shares=1,
        votes=1,
        filed_on=filed_on,
    )


def test_a_purchase_that_nobody_entered_counts_for_the_company_itself() -> None:
    assert first_owner_of_homes(bought(None)) == "ALDERBECK CARE LIMITED"


def test_a_purchase_entered_before_the_release_counts_for_the_buyer() -> None:
    assert first_owner_of_homes(bought(date(2025, 7, 1))) == "CORNCRAKE FOSTERING LIMITED"


def test_a_purchase_entered_after_the_release_counts_for_whoever_stood_there_before() -> None:
    assert first_owner_of_homes(bought(date(2025, 12, 1))) == "ALDERBECK CARE LIMITED"


def test_a_former_holder_counts_for_as_long_as_nobody_told_of_the_end() -> None:
    former = replace(
        bought(date(2019, 1, 4)), key="former", since=date(2019, 1, 1), until=date(2024, 6, 3)
    )
    unseen = replace(bought(None), holder="99900005")

    assert first_owner_of_homes(former, unseen) == "CORNCRAKE FOSTERING LIMITED"
    told = replace(former, end_filed_on=date(2024, 7, 1))
    assert first_owner_of_homes(told, unseen) == "ALDERBECK CARE LIMITED"
