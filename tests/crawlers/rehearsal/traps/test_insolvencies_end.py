"""An insolvency ends: its steps are dated, the status goes, and a solvent end is told apart."""

from datetime import date, timedelta

import pytest

from crawlers.rehearsal.world.happenings import Kind, SignKind
from tests.crawlers.rehearsal.traps.companies import profile
from tests.crawlers.rehearsal.traps.documents import file
from tests.crawlers.rehearsal.traps.served import ADDRESSES, SEEDS, Json, Served, served

MEMBERS = "members-voluntary-liquidation"
LAST_STEPS = {
    "in-administration": ["administration-ended-on", "dissolved-on"],
    "creditors-voluntary-liquidation": ["concluded-winding-up-on", "dissolved-on"],
    "compulsory-liquidation": ["concluded-winding-up-on", "dissolved-on"],
    MEMBERS: ["concluded-winding-up-on", "dissolved-on"],
}
OFFICE = ("AD01", "LLAD01")


def insolvency(here: Served, company: str) -> Json:
    found = here.from_the_register(f"/company/{company}/insolvency")
    assert found is not None
    return found


def cases(here: Served, *kinds: str) -> list[str]:
    """The companies of which the register tells a case of some kinds, or of any, today."""
    return [
        one.company
        for one in here.world.insolvencies
        if one.public_on <= here.today and (not kinds or one.kind in kinds)
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_dissolved_company_is_in_nobodys_hands_and_its_case_says_how_it_ended(seed: int) -> None:
    here = served(seed)
    gone = 0
    for company in cases(here):
        said = profile(here, company)
        assert said is not None
        body = insolvency(here, company)
        dates = [one["type"] for one in body["cases"][0]["dates"]]
        if said["company_status"] == "dissolved":
            gone += 1
            assert "status" not in body
            assert dates[-2:] == LAST_STEPS[body["cases"][0]["type"]]
            assert body["cases"][0]["dates"][-1]["date"] == said["date_of_cessation"]
        else:
            assert body["status"] in (["liquidation"], ["in-administration"])

    assert gone > 0


@pytest.mark.parametrize("seed", SEEDS)
def test_until_it_is_dissolved_a_company_is_never_called_active_again(seed: int) -> None:
    here = served(seed)
    for company in cases(here):
        said = profile(here, company)
        if said is not None and said["company_status"] == "dissolved":
            eve = date.fromisoformat(said["date_of_cessation"]) - timedelta(1)
            before = profile(here.on(eve), company)
            assert before is not None
            assert before["company_status"] in {"administration", "liquidation"}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_office_moves_to_the_practitioners(seed: int) -> None:
    here = served(seed)
    for company in cases(here):
        case = insolvency(here, company)["cases"][0]
        appointed_on = case["practitioners"][0]["appointed_on"]
        moved = [one for one in file(here, company) if one["type"] in OFFICE]
        street = case["practitioners"][0]["address"]["address_line_1"]
        after = [one for one in moved if one["date"] > appointed_on]
        if here.today - date.fromisoformat(appointed_on) > timedelta(35):
            assert [one["description_values"]["new_address"] for one in after][:1] == [street]


def test_members_wind_up_what_is_solvent_and_that_is_no_sign_of_distress() -> None:
    found = 0
    for seed in SEEDS:
        here = served(seed)
        for company in cases(here, MEMBERS):
            found += 1
            assert {"LIQ01", "600", "LRESSP"} <= {one["type"] for one in file(here, company)}
            ends = [one for one in here.world.happenings if company in one.bodies]
            assert Kind.FAILURE not in {one.kind for one in ends}
            signs = {sign.kind for one in ends for sign in one.signs if sign.subject == company}
            assert SignKind.INSOLVENCY not in signs

    assert found > 0


def test_the_court_winds_up_whom_a_petition_was_printed_against() -> None:
    found = 0
    for seed in SEEDS:
        here = served(seed).on(served(seed).world.last_day)
        for company in cases(here, "compulsory-liquidation"):
            found += 1
            dates = {
                one["type"]: one["date"] for one in insolvency(here, company)["cases"][0]["dates"]
            }
            address = f"{ADDRESSES['gazette']}/insolvency/notice/data.json"
            notices = here.get(address, query={"text": company}).json()["entry"]
            printed = {one["f:notice-code"]: one["published"][:10] for one in notices}
            forms = [one["type"] for one in file(here, company)]
            assert dates["petitioned-on"] < printed["2450"] < dates["wound-up-on"]
            assert dates["wound-up-on"] < printed["2452"]
            assert "COCOMP" in forms
            assert "600" not in forms

    assert found > 0
