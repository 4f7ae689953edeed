"""What has come to its end is told at once, whatever else of a crawl goes on."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from threading import Event

import pytest

from crawlers.asking import Turns
from crawlers.crawling import crawl
from crawlers.intake import Intake
from crawlers.looping import run
from crawlers.source import Source
from crawlers.work import Came, Errand, Work
from tests.crawlers.file_host import hosting
from tests.crawlers.scripted import NOTES, Scripted, Taken, terms

PATIENCE_S = 20


def told_while_letters_wait(notes: Source, letters: Source) -> list[str]:
    """Which sources are over before the host gives the letter, which waits for that at most."""
    over: list[str] = []
    one_is_over = Event()

    def ended(came: Came) -> None:
        over.append(came.source.key)
        one_is_over.set()

    by_then: list[str] = []

    def wait() -> None:
        if host.paths[-1] == "/letter":
            one_is_over.wait(PATIENCE_S if notes.circle != letters.circle else 0.2)
            by_then.extend(over)

    host = Scripted(first=wait)
    with hosting(host):
        doing = Work(
            sources={one.key: one for one in (notes, letters)},
            hosts=host.hosts,
            intake=Intake(executor=ThreadPoolExecutor(1), take=Taken()),
            errands=[
                Errand(source="notes", url=f"{host.address}/note"),
                Errand(source="letters", url=f"{host.address}/letter"),
            ],
            now=lambda: datetime(2026, 9, 1, 12, tzinfo=UTC),
            ended=ended,
        )
        run(crawl(doing, Turns(terms(host.hosts)), "oversight"))
    assert sorted(over) == ["letters", "notes"]
    return by_then


def test_a_source_is_over_when_its_own_requests_are_though_another_waits() -> None:
    assert told_while_letters_wait(NOTES, replace(NOTES, key="letters")) == ["notes"]


def test_sources_that_lead_to_one_another_are_over_together() -> None:
    notes = replace(NOTES, led_to_by="letters")
    assert told_while_letters_wait(notes, replace(NOTES, key="letters", led_to_by="notes")) == []


@pytest.mark.parametrize("most", [1, 2])
def test_what_was_not_asked_for_is_not_over(most: int) -> None:
    over: list[str] = []
    with hosting(Scripted()) as host:
        doing = Work(
            sources={"notes": NOTES},
            hosts=host.hosts,
            intake=Intake(executor=ThreadPoolExecutor(1), take=Taken()),
            errands=[Errand(source="notes", url=f"{host.address}/{n}") for n in range(2)],
            now=lambda: datetime(2026, 9, 1, 12, tzinfo=UTC),
            ended=lambda came: over.append(came.source.key),
        )
        run(crawl(doing, Turns(terms(host.hosts, most=most)), "oversight"))

    assert over == []
