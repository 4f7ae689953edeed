"""The Gazette's front desk: the feed, the notices, and where each is found."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from crawlers.rehearsal.forms.gazette.feed import JSON_TYPE, feed
from crawlers.rehearsal.forms.gazette.notice_page import notice_page
from crawlers.rehearsal.forms.gazette.search import Search, search
from crawlers.rehearsal.forms.gazette.wording import INSOLVENCIES, Stated, stated
from crawlers.rehearsal.forms.link_pages import Link, links_page, not_found, page
from crawlers.rehearsal.publishing import Answer, Asked, Setup

_FEED = re.compile(
    r"/(?P<of>all-notices|insolvency)(?:/london)?/notice(?:/data\.(?P<form>json|htm))?"
)
_NOTICE = re.compile(r"/notice/(?P<key>[^/]+)(?:/data\.htm)?")
_THING = re.compile(r"/id/notice/(?P<key>[^/]+)")


@dataclass(frozen=True)
class Gazette:
    """The Gazette on one day: every notice published by then, and none after."""

    setup: Setup

    @property
    def key(self) -> str:
        """How the site names it."""
        return "gazette"

    def answer(self, asked: Asked, /) -> Answer:
        """A page of the feed, a notice, or that there is none."""
        if found := _FEED.fullmatch(asked.path):
            return self._feed(asked, found["form"], only_insolvency=found["of"] == "insolvency")
        if found := _NOTICE.fullmatch(asked.path):
            of = self._stated.get(found["key"])
            return notice_page(of, self._address) if of else not_found()
        if (found := _THING.fullmatch(asked.path)) and found["key"] in self._stated:
            where = f"{self._address}/notice/{found['key']}"
            return Answer(status=303, headers={"Location": where})
        return not_found()

    def _feed(self, asked: Asked, form: str | None, *, only_insolvency: bool) -> Answer:
        try:
            wanted = search(asked)
        except ValueError:
            return page("Bad request", (), status=400)
        every = self._stated.values()
        of = wanted.found(
            one for one in every if not only_insolvency or one.notice.code in INSOLVENCIES
        )
        if form == "htm" or (form is None and JSON_TYPE not in asked.accept):
            return self._listing(of, wanted)
        body = feed(of, wanted, asked, self._address, self.setup.today)
        return Answer(body=json.dumps(body, ensure_ascii=False).encode())

    def _listing(self, of: list[Stated], wanted: Search) -> Answer:
        start = (wanted.page - 1) * wanted.page_size
        return links_page(
            "Search Result",
            (
                Link(
                    address=f"{self._address}/notice/{one.notice.key}",
                    text=one.notice.title,
                    note=f"{one.type}, {one.notice.published_on}",
                )
                for one in of[start : start + wanted.page_size]
            ),
        )

    @property
    def _address(self) -> str:
        return self.setup.addresses[self.key]

    @cached_property
    def _stated(self) -> Mapping[str, Stated]:
        world = self.setup.world
        return {
            one.key: stated(world, one)
            for one in world.notices
            if one.published_on <= self.setup.today
        }
