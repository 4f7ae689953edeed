"""The Charity Commission's front desks: the page of downloads, and the store of the day's files."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from crawlers.rehearsal.forms.charity_commission.charities import (
    Registered,
    history,
    registered,
    rows,
)
from crawlers.rehearsal.forms.charity_commission.extract import Rows, as_json, as_text, zipped
from crawlers.rehearsal.forms.link_pages import Link, links_page, not_found
from crawlers.rehearsal.forms.saved_as import saved_as
from crawlers.rehearsal.publishing import Answer, Asked, Setup, modified

_PAGE = re.compile(r"(?:/en)?/register/full-register-download")
_FILE = re.compile(r"/data/(?P<form>json|txt)/publicextract\.(?P<table>\w+)\.zip")
_WRITE: Mapping[str, Callable[[Rows], bytes]] = {"json": as_json, "txt": as_text}
_ZIP = "application/zip"


TABLES = ("charity", "charity_annual_return_history")
"""Of the publisher's tables, those that are served."""


@dataclass(frozen=True)
class CharityCommission:
    """The register's own site, whose page links the files of the day."""

    setup: Setup

    @property
    def key(self) -> str:
        """How the site names it."""
        return "charity_commission"

    def answer(self, asked: Asked, /) -> Answer:
        """The page of downloads, or that there is none."""
        if _PAGE.fullmatch(asked.path):
            return links_page("Register of charities: full register download", self._links())
        return not_found()

    def _links(self) -> Iterator[Link]:
        address = self.setup.addresses["charity_commission_files"]
        for table in TABLES:
            for form, label in (("json", "JSON"), ("txt", "tab-delimited text")):
                yield Link(
                    address=f"{address}/data/{form}/publicextract.{table}.zip",
                    text=f"{table} ({label})",
                    note=f"extracted on {self.setup.today}",
                )


@dataclass(frozen=True)
class CharityCommissionFiles:
    """The store of files, which is another host: the register as extracted on one day."""

    setup: Setup

    @property
    def key(self) -> str:
        """How the site names it."""
        return "charity_commission_files"

    def answer(self, asked: Asked, /) -> Answer:
        """A table, or that there is none."""
        found = _FILE.fullmatch(asked.path)
        if not found or found["table"] not in TABLES:
            return not_found()
        name = f"rehearsal_publicextract.{found['table']}.{found['form']}"
        body = _WRITE[found["form"]](self._tables[found["table"]])
        packed = zipped(name, body, self.setup.today)
        headers = {**saved_as(asked.path), **modified(self.setup.today)}
        return Answer(media_type=_ZIP, body=packed, headers=headers)

    @cached_property
    def _tables(self) -> Mapping[str, Rows]:
        world, today = self.setup.world, self.setup.today
        charities: list[Registered] = list(registered(world, today))
        return {
            "charity": [row for one in charities for row in rows(world, one, today)],
            "charity_annual_return_history": [
                row for one in charities for row in history(one, today)
            ],
        }
