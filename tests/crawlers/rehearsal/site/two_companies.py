"""A world of two companies, the second of which begins later, and five tiny publishers of it."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from crawlers.rehearsal.publishing import Answer, Asked, Setup
from crawlers.rehearsal.site.manners import DOCUMENT_API, FILES, OBJECT_STORE, PAGES, REST_API
from crawlers.rehearsal.site.served import Catalogue, Served
from crawlers.rehearsal.world.bodies import Address, Body, Form, Named, Nature, Office
from crawlers.rehearsal.world.world import World

OFFICE = Address(
    premises="1",
    street="Larch Walk",
    town="Fernhollow",
    postcode="ZZ99 1ZZ",
    country="England",
)
OLD = Body(
    key="99000001",
    form=Form.LIMITED,
    nature=Nature.PROVIDER,
    names=(Named(name="Larkmoor Care Limited", since=date(2020, 1, 1)),),
    offices=(Office(address=OFFICE, since=date(2020, 1, 1)),),
    year_ends=(),
    begun_on=date(2020, 1, 1),
)
NEW = Body(
    key="99000002",
    form=Form.LIMITED,
    nature=Nature.PROVIDER,
    names=(Named(name="Sedgewater Homes Limited", since=date(2026, 9, 10)),),
    offices=(Office(address=OFFICE, since=date(2026, 9, 10)),),
    year_ends=(),
    begun_on=date(2026, 9, 10),
)
PDF = b"%PDF-1.4 of " + b"0123456789" * 500
LONG_PDF = b"%PDF-1.4 of " + b"0123456789" * 10_000


def world(seed: int, size: str) -> World:
    return World(
        seed=seed,
        size=size,
        first_day=date(2020, 1, 1),
        last_day=date(2026, 9, 30),
        councils=(),
        bodies=(OLD, NEW),
        people=(),
        stakes=(),
        statements=(),
        exemptions=(),
        appointments=(),
        settings=(),
        inspections=(),
        books=(),
        accounts=(),
        charges=(),
        insolvencies=(),
        notices=(),
        filings=(),
        happenings=(),
        traps=(),
    )


@dataclass(frozen=True)
class Pages:
    """A page that links to all the rest."""

    setup: Setup
    key: str = "pages"

    def answer(self, asked: Asked) -> Answer:
        if asked.path != "/":
            return Answer(status=404, media_type="text/html", body=b"<h1>Page not found</h1>")
        api, bulk = self.setup.addresses["api"], self.setup.addresses["bulk"]
        lines = [
            f'<li><a href="{api}/company/{one.key}">{one.name}</a></li>'
            for one in self.setup.world.companies
            if one.is_alive(self.setup.today)
        ]
        page = f'<a href="/">here</a><a href="{bulk}/index.html">bulk</a><ul>{"".join(lines)}</ul>'
        return Answer(media_type="text/html; charset=utf-8", body=(page + " " * 500).encode())


@dataclass(frozen=True)
class Api:
    setup: Setup
    key: str = "api"

    def answer(self, asked: Asked) -> Answer:
        number = asked.path.removeprefix("/company/")
        body = self.setup.world.body.get(number)
        if body is None or not body.is_alive(self.setup.today):
            missing = b'{"errors":[{"type":"ch:service","error":"company-profile-not-found"}]}'
            return Answer(status=404, body=missing)
        documents = self.setup.addresses["documents"]
        profile = {
            "company_name": body.name,
            "links": {"self": f"/company/{number}", "document": f"{documents}/document/1"},
            "start_index": asked.one("start_index"),
        }
        return Answer(body=json.dumps(profile).encode())


@dataclass(frozen=True)
class Documents:
    setup: Setup
    key: str = "documents"

    def answer(self, asked: Asked) -> Answer:
        own = f"{self.setup.addresses['documents']}/document/1"
        match asked.path:
            case "/document/1":
                links = {"links": {"self": own, "document": f"{own}/content"}}
                return Answer(body=json.dumps(links).encode())
            case "/document/1/content":
                there = f"{self.setup.addresses['store']}/docs/1?signed=1"
                return Answer(status=302, headers={"Location": there})
            case _:
                return Answer(status=404, body=b'{"errors":[{"type":"ch:service"}]}')


@dataclass(frozen=True)
class Store:
    setup: Setup
    key: str = "store"

    def answer(self, asked: Asked) -> Answer:
        if asked.path == "/docs/long":
            return Answer(media_type="application/pdf", body=LONG_PDF)
        if asked.path != "/docs/1":
            missing = b"<Error><Code>NoSuchKey</Code></Error>"
            return Answer(status=404, media_type="application/xml", body=missing)
        return Answer(media_type="application/pdf", body=PDF)


@dataclass(frozen=True)
class Bulk:
    """Products written to disk once."""

    setup: Setup
    key: str = "bulk"

    def answer(self, asked: Asked) -> Answer:
        if asked.path == "/index.html":
            return Answer(media_type="text/html", body=b'<a href="companies.zip">all</a>')
        if asked.path != "/companies.zip":
            return Answer(status=404, media_type="text/html", body=b"Not Found")
        product = self.setup.folder / "companies.zip"
        if not product.exists():
            self._write(product)
        return Answer(media_type="application/zip", body=product)

    def _write(self, product: Path) -> None:
        alive = [one for one in self.setup.world.companies if one.is_alive(self.setup.today)]
        rows = ["CompanyName,CompanyNumber", *(f"{one.name},{one.key}" for one in alive)]
        with ZipFile(product, "w", ZIP_DEFLATED) as file:
            file.writestr(ZipInfo("companies.csv"), "\n".join(rows))


CATALOGUE = Catalogue(
    make_world=world,
    days=(date(2020, 1, 1), date(2026, 9, 30)),
    publishers=(
        Served(key="pages", make=Pages, manners=PAGES),
        Served(key="api", make=Api, manners=REST_API),
        Served(key="documents", make=Documents, manners=DOCUMENT_API),
        Served(key="store", make=Store, manners=OBJECT_STORE),
        Served(key="bulk", make=Bulk, manners=FILES),
    ),
)
