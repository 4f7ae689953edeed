"""A rehearsal of one publisher, whose one product is large enough to be killed in the middle of."""

from dataclasses import dataclass
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from crawlers.rehearsal.publishing import Answer, Asked, Setup
from crawlers.rehearsal.site.manners import FILES
from crawlers.rehearsal.site.served import Catalogue, Served
from tests.crawlers.rehearsal.site.two_companies import world

KEY = "companies_house_bulk"
PATH = "/companies.zip"
BYTES = 2_000_000


@dataclass(frozen=True)
class Product:
    setup: Setup
    key: str = KEY

    def answer(self, asked: Asked) -> Answer:
        if asked.path != PATH:
            return Answer(status=404, media_type="text/html", body=b"Not Found")
        product = self.setup.folder / "companies.zip"
        if not product.exists():
            with ZipFile(product, "w", ZIP_DEFLATED) as file:
                file.writestr(ZipInfo("companies.csv"), Random(1).randbytes(BYTES))  # noqa: S311
        return Answer(media_type="application/zip", body=product)


CATALOGUE = Catalogue(make_world=world, publishers=(Served(key=KEY, make=Product, manners=FILES),))
