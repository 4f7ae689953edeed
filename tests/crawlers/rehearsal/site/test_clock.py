"""The site's clock stays within the rehearsal's own today."""

from datetime import date

from crawlers.rehearsal.site.clock import SiteClock


class Ticks:
    def __init__(self) -> None:
        self.now = 500.0

    def __call__(self) -> float:
        return self.now


def test_the_day_begins_at_nine() -> None:
    clock = SiteClock(date(2026, 9, 1), Ticks())

    assert clock.date_header() == "Tue, 01 Sep 2026 09:00:00 GMT"
    assert clock.opening() == "Tue, 01 Sep 2026 09:00:00 GMT"


def test_time_passes_as_in_life() -> None:
    ticks = Ticks()
    clock = SiteClock(date(2026, 9, 1), ticks)
    ticks.now += 61

    assert clock.elapsed_s() == 61
    assert clock.date_header() == "Tue, 01 Sep 2026 09:01:01 GMT"


def test_time_can_pass_sixty_times_as_fast() -> None:
    ticks = Ticks()
    clock = SiteClock(date(2026, 9, 1), ticks, faster=60)
    ticks.now += 5

    assert clock.elapsed_s() == 300
    assert clock.date_header() == "Tue, 01 Sep 2026 09:05:00 GMT"


def test_midnight_never_makes_it_tomorrow() -> None:
    ticks = Ticks()
    clock = SiteClock(date(2026, 9, 1), ticks)
    ticks.now += 16 * 60 * 60

    assert clock.date_header() == "Tue, 01 Sep 2026 01:00:00 GMT"


def test_another_today_leaves_what_has_passed() -> None:
    ticks = Ticks()
    clock = SiteClock(date(2026, 9, 1), ticks)
    ticks.now += 60
    clock.today = date(2026, 12, 24)

    assert clock.elapsed_s() == 60
    assert clock.date_header() == "Thu, 24 Dec 2026 09:01:00 GMT"
