"""The Gazette and Companies House tell of one insolvency as of one kind."""

from typing import Any

import pytest

from tests.crawlers.rehearsal.traps.served import ADDRESSES, SEEDS, Served, served

ADMINISTRATION = range(2410, 2420)
MEMBERS_VOLUNTARY = range(2430, 2440)
CREDITORS_VOLUNTARY = range(2440, 2450)
BY_THE_COURT = range(2451, 2460)
ALLOWED = {
    "in-administration": ADMINISTRATION,
    "members-voluntary-liquidation": MEMBERS_VOLUNTARY,
    "creditors-voluntary-liquidation": CREDITORS_VOLUNTARY,
    "compulsory-liquidation": BY_THE_COURT,
}


def notice_codes(here: Served, company: str) -> set[int]:
    """The codes of a company's notices in the Gazette's feed, petitions left out."""
    address = f"{ADDRESSES['gazette']}/insolvency/notice/data.json"
    entries: list[dict[str, Any]] = here.get(address, query={"text": company}).json()["entry"]
    return {int(one["f:notice-code"]) for one in entries} - {2450}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_gazette_announces_the_case_that_the_register_holds(seed: int) -> None:
    here = served(seed)
    companies = {one.company for one in here.world.insolvencies if one.public_on <= here.today}
    kinds: set[str] = set()
    for company in companies:
        said = here.from_the_register(f"/company/{company}/insolvency")
        assert said is not None
        kind = said["cases"][0]["type"]
        assert notice_codes(here, company)
        assert notice_codes(here, company) <= set(ALLOWED[kind])
        kinds.add(kind)

    assert kinds
