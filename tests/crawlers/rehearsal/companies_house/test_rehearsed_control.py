"""What of true shares, votes and rights stands on the control register, and when."""

import re
from itertools import product
from pathlib import Path

import pytest

from crawlers.rehearsal.forms.companies_house.natures import band, natures
from crawlers.rehearsal.world.bodies import Form
from crawlers.rehearsal.world.control import Capacity, Stake
from tests.crawlers.rehearsal.companies_house.small_register import TODAY, body, company

LIST = "persons-with-significant-control"


def stake(shares: float = 0.0, votes: float = 0.0, **said: bool | Capacity) -> Stake:
    return Stake(
        key="s",
        holder="person:1",
        company="99000001",
        since=TODAY,
        shares=shares,
        votes=votes,
        appoints_board=bool(said.get("appoints_board")),
        influence=bool(said.get("influence")),
        is_nominee=bool(said.get("is_nominee")),
        capacity=Capacity(said.get("capacity", Capacity.DIRECT)),
    )


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (0.0, None),
        (0.25, None),
        (0.2501, "25-to-50"),
        (0.5, "25-to-50"),
        (0.5001, "50-to-75"),
        (0.7499, "50-to-75"),
        (0.75, "75-to-100"),
        (1.0, "75-to-100"),
        (0.1 + 0.15, None),
        (0.7 + 0.05, "75-to-100"),
    ],
)
def test_a_share_is_published_as_the_band_it_lies_in(share: float, expected: str | None) -> None:
    assert band(share) == expected


def test_a_quarter_is_nowhere_and_influence_counts_only_alone() -> None:
    limited = company("99000001", "Fernlark Homes Limited")

    assert natures(stake(0.25, 0.25), limited) == ()
    assert natures(stake(0.1, influence=True), limited) == ("significant-influence-or-control",)
    assert natures(stake(0.3, influence=True), limited) == ("ownership-of-shares-25-to-50-percent",)


def test_english_limited_partnerships_keep_no_register_and_scottish_ones_do() -> None:
    scottish = company("SL990001", "Twite LP", Form.LIMITED_PARTNERSHIP, jurisdiction="scotland")

    assert natures(stake(0.8, appoints_board=True), scottish) == (
        "part-right-to-share-surplus-assets-75-to-100-percent",
        "right-to-appoint-and-remove-person",
    )
    assert LIST not in str(body("/company/LP990001")["links"])


@pytest.mark.real_data
def test_every_phrase_is_one_of_the_publishers(published_files: Path) -> None:
    written = published_files / "companies_house/api/api_enumerations/psc_descriptions.yml"
    known = set(re.findall(r"'([a-z0-9-]+)'\s*:", written.read_text("utf-8")))
    forms = (Form.LIMITED, Form.LLP, Form.LIMITED_PARTNERSHIP, Form.OVERSEAS_ENTITY)
    held = [
        *(
            stake(share, share, appoints_board=True, capacity=c, is_nominee=True)
            for share, c in product((0.3, 0.6, 0.9), Capacity)
        ),
        *(stake(influence=True, capacity=c) for c in Capacity),
    ]
    said = {
        phrase
        for form, one in product(forms, held)
        for phrase in natures(one, company("99000001", "X", form))
        if form is not Form.LIMITED_PARTNERSHIP or "influence" not in phrase
    }

    assert said - known == set()


def test_only_what_is_filed_by_the_day_is_there_and_ended_entries_stay() -> None:
    found = body(f"/company/99000001/{LIST}")
    ids = [item["links"]["self"].rpartition("/")[2] for item in found["items"]]

    assert ids == ["stakeHoldings", "stakeJo"]
    assert (found["active_count"], found["ceased_count"]) == (1, 1)


def test_a_body_is_identified_as_its_filer_wrote_it_and_a_council_by_its_law_alone() -> None:
    homes, holdings = (
        body(f"/company/{number}/{LIST}")["items"] for number in ("99000001", "99000002")
    )
    council = next(item for item in holdings if item["kind"].startswith("legal-person"))

    assert homes[0]["identification"]["registration_number"] == "No. 99000002"
    assert homes[0]["name"] == "Fernlark Holdings Ltd"
    assert council["identification"] == {
        "legal_authority": "Local Government Act 1972",
        "legal_form": "Local Authority",
    }


def test_nobodys_home_is_given_out() -> None:
    (person,) = [
        item
        for item in body(f"/company/99000001/{LIST}")["items"]
        if item["kind"].startswith("individual")
    ]
    first_office = {"premises": "9", "address_line_1": "Whinchat Row", "locality": "Salford"}

    assert person["address"] | first_office == person["address"]
