"""Crawls of hosts on loopback that answer what they are told to, with a pretended intake."""

from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.message import Message
from time import monotonic
from typing import Any

from crawlers.asking import Terms, Turns
from crawlers.batch import Job, Outcome
from crawlers.crawling import Clock, crawl
from crawlers.hosts import Hosts
from crawlers.intake import Intake
from crawlers.politeness import Politeness
from crawlers.source import OPEN_GOVERNMENT_LICENCE, Source
from crawlers.work import Errand, Work
from tests.crawlers.file_host import AGENT, FileHost, Otherwise

AT_ONCE = Politeness(concurrency=2, first_wait_s=0)
NOTES = Source(
    key="notes",
    title="Notes",
    publisher="Nobody",
    licence=OPEN_GOVERNMENT_LICENCE,
    page="",
    cadence="",
    version=1,
    kinds=(),
    recognises=lambda _: True,
    parse=lambda _: iter(()),
    subject=lambda _: "",
)


def said(body: bytes = b"note", status: int = 200, **headers: str) -> Otherwise:
    """An answer, whole."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Otherwise(status=status, headers=(("Content-Length", str(len(body))), *named), body=body)


@dataclass(kw_only=True)
class Scripted(FileHost):
    """Answers each path with what it is told, the last of it for ever; else with a note."""

    body: bytes = b"note"
    script: dict[str, list[Otherwise]] = field(default_factory=dict[str, list[Otherwise]])
    paths: list[str] = field(default_factory=list[str])
    """Every path that was asked, in order, the rules' left out."""
    keys: defaultdict[str, list[str | None]] = field(
        default_factory=lambda: defaultdict[str, list[str | None]](list)
    )
    """The key that each path was asked with."""
    at: list[float] = field(default_factory=list[float])
    """When each was."""
    first: Callable[[], None] = lambda: None
    """What happens before each answer."""

    def answer(self, path: str, headers: Message) -> Otherwise:
        self.keys[path].append(headers["Authorization"])
        if path == "/robots.txt" and path not in self.script:
            return super().answer(path, headers)
        if path != "/robots.txt":
            self.paths.append(path)
            self.at.append(monotonic())
            self.first()
        told = self.script.get(path)
        if told is None:
            return said(self.body)
        return told.pop(0) if len(told) > 1 else told[0]


@dataclass(kw_only=True)
class Taken:
    """An intake that remembers what it was handed, and hands nothing on."""

    jobs: list[Job] = field(default_factory=list[Job])

    def __call__(self, jobs: Sequence[Job], /) -> list[Outcome]:
        self.jobs += jobs
        return [Outcome() for _ in jobs]

    @property
    def bodies(self) -> list[bytes]:
        return [job.document.body for job in self.jobs]


def work(
    hosts: Hosts,
    errands: Iterable[Errand],
    take: Callable[[Sequence[Job]], list[Outcome]],
    *,
    source: Source = NOTES,
    executor: Executor | None = None,
) -> Work:
    """A crawl of notes to come."""
    return Work(
        sources={"notes": source},
        hosts=hosts,
        intake=Intake(executor=executor or ThreadPoolExecutor(1), take=take),
        errands=errands,
        now=lambda: datetime(2026, 9, 1, 12, tzinfo=UTC),
    )


def terms(hosts: Hosts, manner: Politeness = AT_ONCE, **otherwise: Any) -> Terms:
    """Terms on which every host is asked alike."""
    like_all = dict.fromkeys(hosts.addresses, manner)
    return replace(Terms(hosts=hosts, ticks=Clock(), manners=like_all), **otherwise)


def errands(host: FileHost, *paths: str) -> list[Errand]:
    """Errands to paths of a host."""
    return [Errand(source="notes", url=f"{host.address}{path}") for path in paths]


def crawling(doing: Work, on: Terms) -> Coroutine[Any, Any, None]:
    """The crawl."""
    return crawl(doing, Turns(on), AGENT)
