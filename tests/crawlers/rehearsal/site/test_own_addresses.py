"""Everything that is served leads to the rehearsal itself, and a test would notice if not."""

from dataclasses import dataclass

import pytest

from crawlers.rehearsal.publishing import Answer, Asked, Setup
from crawlers.rehearsal.site.manners import FILES
from crawlers.rehearsal.site.served import Catalogue, Served
from crawlers.rehearsal.site.serving import Site, Terms, serving
from tests.crawlers.rehearsal.site.links import crawl
from tests.crawlers.rehearsal.site.two_companies import world


def test_every_link_of_the_site_leads_to_the_site(site: Site) -> None:
    at = site.rehearsal.addresses
    found = crawl(at, [at["pages"]])

    assert found.foreign == {}
    assert found.statuses == {
        at["pages"]: 200,
        f"{at['pages']}/": 200,
        f"{at['bulk']}/index.html": 200,
        f"{at['bulk']}/companies.zip": 200,
        f"{at['api']}/company/99000001": 200,
        f"{at['documents']}/document/1": 200,
        f"{at['documents']}/document/1/content": 302,
        f"{at['store']}/docs/1?signed=1": 200,
    }


@dataclass(frozen=True)
class Leaky:
    setup: Setup
    answered: Answer
    key: str = "leaky"

    def answer(self, _: Asked) -> Answer:
        return self.answered


@pytest.mark.parametrize(
    "answer",
    [
        Answer(media_type="text/html", body=b'<a href="https://elsewhere.example/">there</a>'),
        Answer(media_type="text/html", body=b'<a href="//elsewhere.example/">there</a>'),
        Answer(media_type="text/html", body=b"<p>See http://elsewhere.example/ for more.</p>"),
        Answer(body=b'{"links": [{"self": "https://elsewhere.example/company/1"}]}'),
        Answer(status=302, headers={"Location": "https://elsewhere.example/docs"}),
        Answer(media_type="text/csv", body=b"URN,Web link\n9000001,http://elsewhere.example/\n"),
    ],
)
def test_an_address_elsewhere_is_found(answer: Answer) -> None:
    leaky = Served(key="leaky", make=lambda setup: Leaky(setup, answer), manners=FILES)
    with serving(Catalogue(make_world=world, publishers=(leaky,)), Terms()) as site:
        found = crawl(site.rehearsal.addresses, [site.rehearsal.addresses["leaky"]])

    assert [there.partition("elsewhere.example")[1] for there in found.foreign] == [
        "elsewhere.example"
    ]


def test_a_namespace_is_no_address() -> None:
    accounts = Answer(
        media_type="application/xhtml+xml",
        body=b'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:x="http://example.org/name">'
        b'<link href="https://xbrl.frc.org.uk/FRS-102/2024-01-01/FRS-102.xsd"/></html>',
    )
    publisher = Served(key="leaky", make=lambda setup: Leaky(setup, accounts), manners=FILES)
    with serving(Catalogue(make_world=world, publishers=(publisher,)), Terms()) as site:
        found = crawl(site.rehearsal.addresses, [site.rehearsal.addresses["leaky"]])

    assert found.foreign == {}
