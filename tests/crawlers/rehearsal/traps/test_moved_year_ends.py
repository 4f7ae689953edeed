"""A notice of a new year end, the profile after it, and the accounts that come say one day."""

from datetime import date, timedelta

from crawlers.rehearsal.world.books import Accounts
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.traps.companies import profile
from tests.crawlers.rehearsal.traps.served import SEEDS, served


def notices(world: World) -> list[tuple[str, date, date, date, str]]:
    """Each notice: company, day, end as it was to be, new end, and which of two it says."""
    return [
        (
            one.company,
            one.filed_on,
            date.fromisoformat(one.values["made_up_date"]),
            date.fromisoformat(one.values["new_date"]),
            one.description.rsplit("-", 1)[1],
        )
        for one in world.filings
        if one.form in {"AA01", "LLAA01"}
    ]


def own_accounts(world: World, company: str) -> list[Accounts]:
    """A company's own accounts, by the end of the period."""
    own = [one for one in world.accounts_of.get(company, ()) if one.reporting == company]
    return sorted(own, key=lambda one: one.end)


def test_a_notice_says_extended_or_shortened_as_its_two_days_do() -> None:
    found = [one for seed in SEEDS for one in notices(served(seed).world)]

    assert {said for *_, said in found} == {"extended", "shortened"}
    for _, on, was_to_end, ends, said in found:
        assert on <= min(was_to_end, ends)
        assert said == ("extended" if ends > was_to_end else "shortened")


def test_the_accounts_of_the_moved_period_end_on_the_notices_day() -> None:
    ended = [
        (one.end, ends)
        for seed in SEEDS
        for company, on, _, ends, _ in notices(served(seed).world)
        for one in own_accounts(served(seed).world, company)
        if one.start <= on <= one.end
    ]

    assert len(ended) > 20
    assert all(end == ends for end, ends in ended)


def test_the_profile_awaits_the_notices_day_until_the_accounts_come() -> None:
    compared = 0
    for seed in SEEDS:
        here = served(seed)
        for company, on, _, ends, _ in notices(here.world):
            own = own_accounts(here.world, company)
            running = next((one for one in own if one.start <= on <= one.end), None)
            before = [one for one in own if one.end < on]
            if running is None or not before or before[-1].end + timedelta(1) != running.start:
                continue
            said = profile(here.on(running.filed_on - timedelta(1)), company)
            assert said is not None
            assert said["accounts"]["next_accounts"]["period_end_on"] == ends.isoformat()
            compared += 1

    assert compared > 10
