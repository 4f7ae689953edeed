"""Secretaries on the officers' lists: where the law asked for one, and gone as they were told."""

import pytest

from tests.crawlers.rehearsal.traps.documents import file
from tests.crawlers.rehearsal.traps.served import SEEDS, Json, Served, served

PRIVATE = {"ltd", "private-limited-guarant-nsc"}


def secretaries(here: Served, number: str) -> list[Json]:
    """The secretaries of a company, those who went included."""
    found = here.every(f"/company/{number}/officers")
    return [one for one in found if one["officer_role"] == "secretary"]


def profiles(here: Served) -> list[Json]:
    found = (here.from_the_register(f"/company/{one.key}") for one in here.world.companies)
    return [one for one in found if one is not None]


@pytest.mark.parametrize("seed", SEEDS)
def test_who_was_founded_while_the_law_asked_for_a_secretary_had_one(seed: int) -> None:
    here = served(seed)
    asked = [
        one["company_number"]
        for one in profiles(here)
        if one["type"] == "plc"
        or (one["type"] in PRIVATE and one["date_of_creation"] < "2008-04-06")
    ]

    assert asked != []
    assert [number for number in asked if not secretaries(here, number)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_younger_private_companies_seldom_have_one_and_partnerships_never(seed: int) -> None:
    here = served(seed)
    younger = [one for one in profiles(here) if one["date_of_creation"] >= "2008-04-06"]
    private = [
        bool(secretaries(here, one["company_number"])) for one in younger if one["type"] in PRIVATE
    ]
    llps = [one for one in profiles(here) if one["type"] == "llp"]

    assert 0.02 < sum(private) / len(private) < 0.25
    assert [one for one in llps if secretaries(here, one["company_number"])] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_whoever_goes_or_comes_later_is_on_file_with_it(seed: int) -> None:
    here = served(seed)
    gone = came = 0
    for company in profiles(here):
        number = company["company_number"]
        papers = {
            (one["type"], one["action_date"])
            for one in file(here, number)
            if one["type"] in {"AP03", "TM02"}
        }
        every = secretaries(here, number)
        told = {("TM02", one["resigned_on"]) for one in every if "resigned_on" in one} | {
            ("AP03", one["appointed_on"])
            for one in every
            if one["appointed_on"] > company["date_of_creation"]
        }
        gone += any(form == "TM02" for form, _ in told)
        came += any(form == "AP03" for form, _ in told)

        assert papers == told

    assert gone
    assert came
