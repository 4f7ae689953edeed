"""Ofsted's reports site: search, a page for each setting, and the old address that leads there."""

import re

from crawlers.rehearsal.forms.ofsted import reports_pages
from crawlers.rehearsal.forms.ofsted.reports_listing import file_numbers, listing
from crawlers.rehearsal.forms.ofsted.reports_search import search
from crawlers.rehearsal.publishing import Answer, Asked, Setup

HTML = "text/html; charset=utf-8"
_PROVIDER = re.compile(r"/provider/(\d+)/([A-Z0-9]+)/?")
_OLD = re.compile(r"/inspection-reports/find-inspection-report/provider/CARE/([A-Z0-9]+)/?")


class OfstedReports:
    """What the reports site answers on a day."""

    key = "ofsted_reports"

    def __init__(self, setup: Setup) -> None:
        """Stand on the day of a setup."""
        self._address = setup.addresses[self.key]
        self._files = setup.addresses["ofsted_files"]
        self._listed = listing(setup.world, setup.today)
        self._by_urn = {one.setting.urn: one for one in self._listed}
        self._numbers = file_numbers(setup.world)

    def answer(self, asked: Asked, /) -> Answer:
        """The page at a path."""
        if asked.path.rstrip("/") == "/search":
            found = search(self._listed, asked)
            return _page(reports_pages.results(found, f"{self._address}/search"))
        if old := _OLD.fullmatch(asked.path):
            return self._moved(old[1])
        if provider := _PROVIDER.fullmatch(asked.path):
            return self._provider(int(provider[1]), provider[2])
        return self._missing(asked.path)

    def _provider(self, code: int, urn: str) -> Answer:
        one = self._by_urn.get(urn)
        if one is None or one.kind.code != code:
            return self._missing(f"/provider/{code}/{urn}")
        canonical = f"{self._address}{one.path}"
        return _page(reports_pages.provider(one, canonical, self._files, self._numbers))

    def _moved(self, urn: str) -> Answer:
        one = self._by_urn.get(urn)
        if one is None:
            return self._missing(f"/provider/CARE/{urn}")
        location = f"{self._address}{one.path}"
        return Answer(status=301, media_type=HTML, headers={"Location": location})

    def _missing(self, path: str) -> Answer:
        page = reports_pages.missing(f"{self._address}{path}")
        return Answer(status=404, media_type=HTML, body=page.encode())


def _page(page: str) -> Answer:
    return Answer(media_type=HTML, body=page.encode())
