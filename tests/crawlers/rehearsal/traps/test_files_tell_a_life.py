"""A company's file tells its life: proposals to strike it off, its end, and no word after that."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from crawlers.rehearsal.world.bodies import Body, Nature
from crawlers.rehearsal.world.happenings import Kind, SignKind
from tests.crawlers.rehearsal.traps.companies import profile
from tests.crawlers.rehearsal.traps.served import ADDRESSES, SEEDS, Json, Served, served

NOTICED = ("gazette-notice-compulsory", "gazette-notice-compulsary", "gazette-notice-voluntary")
GONE = ("gazette-dissolved-",)
STATEMENT = "confirmation-statement"


def file_of(here: Served, company: str) -> list[Json]:
    """A company's file as the register lists it, newest first."""
    return here.every(f"/company/{company}/filing-history")


def on_file(here: Served, company: str, *descriptions: str) -> list[date]:
    """The days of the filings whose description begins so, oldest first."""
    found = (one for one in file_of(here, company) if one["description"].startswith(descriptions))
    return sorted(date.fromisoformat(one["date"]) for one in found)


def dissolved(here: Served) -> list[Body]:
    return [one for one in here.world.companies if one.ended_on and one.ended_on <= here.today]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_dissolved_company_has_its_last_notice_on_file(seed: int) -> None:
    here = served(seed)

    for body in dissolved(here):
        assert on_file(here, body.key, *GONE) == [body.ended_on]
        last = file_of(here, body.key)[0]
        assert last["description"].startswith(GONE)


@pytest.mark.parametrize("seed", SEEDS)
def test_whoever_was_struck_off_was_warned_months_before(seed: int) -> None:
    here = served(seed)
    struck = [one for one in dissolved(here) if one.key not in here.world.insolvencies_of]

    assert struck
    for body in struck:
        noticed_on = on_file(here, body.key, *NOTICED)[-1]
        (gone_on,) = on_file(here, body.key, *GONE)
        assert timedelta(60) < gone_on - noticed_on < timedelta(150)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_insolvency_ends_with_a_last_report(seed: int) -> None:
    here = served(seed)

    for body in dissolved(here):
        if body.key in here.world.insolvencies_of:
            reports = {"AM23", "L64.07", "LIQ13", "LIQ14"} & {
                one["type"] for one in file_of(here, body.key)
            }
            assert len(reports) == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_confirms_anything_once_an_insolvency_is_public(seed: int) -> None:
    here = served(seed)

    for case in here.world.insolvencies:
        confirmed = on_file(here, case.company, STATEMENT)
        assert all(on <= case.public_on for on in confirmed)


def test_a_statement_has_updates_where_members_changed_and_only_there() -> None:
    said: Counter[bool] = Counter()
    for seed in SEEDS:
        world = served(seed).world
        controlled = {one.company for one in (*world.stakes, *world.statements)}
        for filing in world.filings:
            if filing.category != STATEMENT or world.body[filing.company].nature is Nature.FUND:
                continue
            made_up_to = date.fromisoformat(filing.values["made_up_date"])
            entered = [one for one in world.stakes_in.get(filing.company, ()) if one.filed_on]
            begun = {one.since for one in entered} - {world.body[filing.company].begun_on}
            is_news = any(made_up_to - timedelta(364) <= day <= made_up_to for day in begun)
            if is_news:
                said[filing.description == "confirmation-statement-with-updates"] += 1
            elif filing.company not in controlled:
                assert filing.description == "confirmation-statement-with-no-updates"

    assert said[True] > 10
    assert said[False] == 0


def test_accounts_long_overdue_bring_a_proposal_that_ends_when_they_come() -> None:
    stopped = 0
    for seed in SEEDS:
        here = served(seed)
        for one in here.world.accounts:
            is_own = one.reporting == one.company and not one.is_amended
            if not is_own or (one.filed_on - one.due_on).days < 100 or one.filed_on > here.today:
                continue
            noticed = [on for on in on_file(here, one.company, *NOTICED) if on > one.due_on]
            assert one.due_on < noticed[0] < one.filed_on
            on = here.on(noticed[0])
            said = profile(on, one.company)
            assert said is not None
            assert said["company_status_detail"] == "active-proposal-to-strike-off"
            ends = on_file(here, one.company, "gazette-filings-brought-up-to-date")
            assert any(one.filed_on < end <= one.filed_on + timedelta(7) for end in ends) or (
                one.filed_on + timedelta(7) > here.today
            )
            stopped += 1

    assert stopped > 5


def test_a_proposal_that_stands_for_months_was_suspended_in_them() -> None:
    suspended = 0
    for seed in SEEDS:
        here = served(seed)
        for body in here.world.companies:
            if body.begun_on > here.today:
                continue
            put_off = on_file(here, body.key, "dissolved-compulsory-strike-off-suspended")
            ends = on_file(here, body.key, "gazette-filings-brought-up-to-date", *GONE)
            ends += [case.public_on for case in here.world.insolvencies_of.get(body.key, ())]
            for noticed in on_file(here, body.key, *NOTICED[:2]):
                end = min(day for day in (*ends, here.today) if day > noticed)
                if [day for day in put_off if noticed < day < end]:
                    suspended += 1
                elif end != body.ended_on:
                    assert end - noticed < timedelta(95)
            assert len(put_off) <= len(on_file(here, body.key, *NOTICED[:2]))

    assert suspended > 5


def test_a_suspended_proposal_still_stands() -> None:
    here = served(SEEDS[0])
    (day, company) = next(
        (day, body.key)
        for body in here.world.companies
        for day in on_file(here, body.key, "dissolved-compulsory-strike-off-suspended")
    )
    found = profile(here.on(day + timedelta(1)), company)

    assert found is not None
    assert found["company_status_detail"] == "active-proposal-to-strike-off"


def test_withdrawers_empty_companies_ask_to_be_struck_off() -> None:
    asked = 0
    for seed in SEEDS:
        here = served(seed)
        for one in here.world.happenings:
            if one.kind is not Kind.WITHDRAWAL:
                continue
            for key in one.bodies:
                for gone_on in on_file(here, key, "gazette-dissolved-voluntary"):
                    (applied_on,) = on_file(here, key, "dissolution-application-strike-off-company")
                    (noticed_on,) = on_file(here, key, "gazette-notice-voluntary")
                    assert one.on < applied_on < noticed_on < gone_on
                    assert noticed_on in {
                        sign.public_on
                        for sign in one.signs
                        if sign.kind is SignKind.STRIKE_OFF_NOTICE and sign.subject == key
                    }
                    asked += 1

    assert asked > 3


@pytest.mark.parametrize("seed", SEEDS)
def test_notices_to_strike_off_stand_in_the_gazette_too(seed: int) -> None:
    here = served(seed)
    printed = {
        (one["f:notice-code"], one["published"][:10], one["content"]) for one in notices(here)
    }
    proposed = {
        (company.key, on)
        for company in here.world.companies
        for on in on_file(here, company.key, *NOTICED)
    }

    assert proposed
    for company, on in proposed:
        assert any(day == str(on) and company in content for _, day, content in printed)


@pytest.mark.parametrize("seed", SEEDS)
def test_insolvency_notices_hold_no_proposal_to_strike_off(seed: int) -> None:
    codes = {int(one["f:notice-code"]) for one in notices(served(seed), "insolvency")}

    assert codes
    assert all(2400 <= code < 2500 for code in codes)


def notices(here: Served, service: str = "all-notices") -> Iterator[dict[str, Any]]:
    """Yield every entry of the Gazette's feed, page by page."""
    page = 1
    while True:
        query = {"results-page": page, "results-page-size": 100}
        address = f"{ADDRESSES['gazette']}/{service}/notice/data.json"
        body = here.get(address, query=query).json()
        yield from body.get("entry", ())
        if int(body["f:page-stop"]) >= int(body["f:total"]):
            return
        page += 1


@pytest.mark.parametrize("seed", SEEDS)
def test_no_unrelated_company_is_known_by_an_empty_file(seed: int) -> None:
    here = served(seed)
    for body in here.world.companies:
        is_old = body.begun_on < (body.ended_on or here.today) - timedelta(800)
        if body.nature is Nature.UNRELATED and is_old and body.begun_on < here.today:
            kinds = {one["category"] for one in file_of(here, body.key)}
            assert "accounts" in kinds
            assert kinds & {"annual-return", STATEMENT}


def test_control_entries_change_and_other_registrable_persons_are_entered_as_such() -> None:
    forms = Counter(one.form for seed in SEEDS for one in served(seed).world.filings)

    assert min(forms[f"PSC0{number}"] for number in (1, 2, 4, 5, 7)) > 0
    assert forms["RESOLUTIONS"] > 0


def test_a_councils_entry_is_filed_as_another_registrable_persons() -> None:
    """Unless it came with a confirmation statement, as all did until June 2017."""
    filed: Counter[str] = Counter()
    told = 0
    for seed in SEEDS:
        here = served(seed)
        for stake in here.world.stakes:
            if stake.holder.startswith("council:") and stake.filed_on:
                notified = [
                    one["type"]
                    for one in file_of(here, stake.company)
                    if one["description"].startswith("notification-of-a-person")
                    and one["date"] == str(stake.filed_on)
                ]
                filed.update(notified)
                statements = on_file(here, stake.company, STATEMENT)
                told += notified != [] or stake.filed_on in statements

    assert told > 0
    assert set(filed) <= {"PSC03"}


def test_a_few_accounts_are_amended_and_the_amendment_is_served() -> None:
    amended = [
        (served(seed), one)
        for seed in SEEDS
        for one in served(seed).world.accounts
        if one.is_amended and one.filed_on <= served(seed).today
    ]

    assert 3 < len(amended) < 200
    for here, one in amended:
        listed = {each["transaction_id"]: each for each in file_of(here, one.company)}
        assert listed[one.key]["type"] == "AAMD"
        first = [each for each in listed.values() if each["type"] == "AA"]
        same = [f for f in first if f["action_date"] == one.end.isoformat()]
        assert same
        assert min(f["date"] for f in same) < listed[one.key]["date"]
