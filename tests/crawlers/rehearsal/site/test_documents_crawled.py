"""A crawl comes to a document's bytes on another host, in the form wanted, and without the key."""

from collections.abc import Sequence
from email.message import Message

from crawlers.hosts import Hosts
from crawlers.intake import Job, Outcome
from crawlers.looping import run
from crawlers.rehearsal.site.serving import Site
from crawlers.source import Follow
from crawlers.work import Errand
from tests.crawlers.file_host import Otherwise, hosting
from tests.crawlers.rehearsal.site.two_companies import PDF
from tests.crawlers.scripted import Scripted, Taken, crawling, said, terms, work

KEY = "Basic dGVzdDo="
XHTML = "application/xhtml+xml"


class Accepting(Scripted):
    accepted: dict[str, str | None]

    def answer(self, path: str, headers: Message) -> Otherwise:
        self.accepted[path] = headers["Accept"]
        return super().answer(path, headers)


def test_the_store_is_sent_no_key_which_it_would_refuse(site: Site) -> None:
    hosts = Hosts(addresses=site.rehearsal.addresses)
    taken = Taken()
    there = hosts.url("documents", "/document/1/content")
    doing = work(hosts, [Errand(source="notes", url=there)], taken)
    run(crawling(doing, terms(hosts, keys={"documents": KEY})))

    assert doing.problems == []
    (job,) = taken.jobs
    assert job.document.body == PDF
    assert job.document.url == there


def test_the_form_that_a_page_says_is_held_is_asked_for_on_either_host() -> None:
    def lead_on(jobs: Sequence[Job]) -> list[Outcome]:
        on = Follow(host="documents", url="/document/1/content", accept=XHTML)
        return [Outcome(follows=(on,) if b"forms" in job.document.body else ()) for job in jobs]

    with hosting(Accepting()) as api, hosting(Accepting()) as store:
        assert isinstance(api, Accepting)
        assert isinstance(store, Accepting)
        api.accepted, store.accepted = {}, {}
        api.script["/document/1"] = [said(b"forms")]
        api.script["/document/1/content"] = [
            said(b"", status=302, Location=f"{store.address}/docs/1?signed=1")
        ]
        hosts = Hosts(addresses={"documents": api.address, "store": store.address})
        doing = work(hosts, [Errand(source="notes", url=f"{api.address}/document/1")], lead_on)
        run(crawling(doing, terms(hosts, keys={"documents": KEY})))

        assert doing.problems == []
        assert api.accepted["/document/1/content"] == XHTML
        assert store.accepted["/docs/1?signed=1"] == XHTML
        assert api.keys["/document/1/content"] == [KEY]
        assert store.keys["/docs/1?signed=1"] == [None]
