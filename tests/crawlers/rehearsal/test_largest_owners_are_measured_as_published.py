"""The page on the rehearsal measures its largest owners as Ofsted's release does."""

import re
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from crawlers.rehearsal.likeness import registered
from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.rehearsal.publishing import Asked, Setup
from tests.crawlers.rehearsal.making.small_worlds import SEEDS, small

PATH = "/government/statistics/ownership-of-childrens-social-care-providers-in-england-2025"
PAGE = f"{PATH}/main-findings-ownership-of-childrens-social-care-providers-in-england-2025"


@pytest.mark.parametrize("seed", SEEDS)
def test_shares_of_the_largest_are_those_of_the_release(seed: int, tmp_path: Path) -> None:
    addresses = {one.key: f"http://{one.key}.invalid" for one in CATALOGUE.publishers}
    setup = Setup(world=small(seed), today=date(2025, 12, 1), addresses=addresses, folder=tmp_path)
    make = next(one.make for one in CATALOGUE.publishers if one.key == "govuk")
    body = make(setup).answer(Asked(path=PAGE)).body
    assert isinstance(body, bytes)
    page = BeautifulSoup(body, "html.parser")
    homes = [int(row.select("td")[1].text) for row in page.select("table")[0].select("tbody tr")]
    said = re.search(r"The (\d+) largest owners accounted for (\d+)%", page.text)
    assert said is not None
    assert int(said[1]) == len(homes)
    every = sum(homes) / (int(said[2]) / 100)

    shares = registered(small(seed), date(2025, 3, 31))["shares"]
    assert shares["the two largest groups"] == pytest.approx(sum(homes[:2]) / every, rel=0.03)
