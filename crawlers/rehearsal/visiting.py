"""What a person would download from a rehearsal's site by hand, until spiders do it.

From GOV.UK every release's files; from Companies House the newest two bulk products, and of some
companies every answer of the API, its pages joined. Links are followed, no address is guessed.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import httpx

from crawlers.companies_house.answers import bundle

COLLECTION = "/api/content/government/collections/childrens-social-care-statistics"
PRODUCTS = {
    "/en_output.html": r'href="([^"]*BasicCompanyDataAsOneFile-(\d{4}-\d\d-\d\d)\.zip)"',
    "/en_pscdata.html": r'href="([^"]*persons-with-significant-control-snapshot-([\d-]{10})\.zip)"',
}
"""The pages of the bulk products, and how each page names a product and its day."""
_FILES = re.compile(r'href="(https?://[^"]+\.(?:csv|ods))"')
_RESOURCES = {
    "officers": 35,
    "filing_history": 100,
    "persons_with_significant_control": 100,
    "persons_with_significant_control_statements": 100,
    "exemptions": 100,
    "charges": 100,
    "insolvency": 100,
}
"""What a profile links to that is read here, and how many items a page of it holds."""


@dataclass(frozen=True, kw_only=True)
class Downloaded:
    """One file, and the day on which its page says it came out."""

    path: Path
    published_on: date | None


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A visit to a site, into a folder."""

    addresses: Mapping[str, str]
    """Each publisher's address, by its key."""
    folder: Path
    client: httpx.Client

    def releases(self) -> Iterator[Downloaded]:
        """Yield every file of every release of the collection, the oldest release first."""
        collection = self._json(f"{self.addresses['govuk']}{COLLECTION}")
        links = sorted(
            collection["links"]["documents"],
            key=lambda one: (one["public_updated_at"], one["title"]),
        )
        for number, link in enumerate(links):
            item = self._json(f"{self.addresses['govuk']}{link['api_path']}")
            day = date.fromisoformat(item["public_updated_at"][:10])
            for url in _files_of(item["details"]):
                path = self.folder / f"{number:03} {url.rpartition('/')[2]}"
                yield Downloaded(path=self._file(url, path), published_on=day)

    def products(self) -> Iterator[Downloaded]:
        """Yield the newest company data and the newest control snapshot."""
        for page, named in PRODUCTS.items():
            address = self.addresses["companies_house_bulk"]
            found = re.findall(named, self._get(f"{address}{page}").text)
            href, day = max(found, key=lambda one: one[1])
            path = self.folder / href.rpartition("/")[2]
            url = httpx.URL(f"{address}{page}").join(href)
            yield Downloaded(path=self._file(str(url), path), published_on=date.fromisoformat(day))

    def companies(self, numbers: Iterable[str]) -> Iterator[Path]:
        """Yield what the API answers of each company: its profile, and what that links to."""
        address = self.addresses["companies_house_api"]
        for number in numbers:
            profile = self._get(f"{address}/company/{number}")
            yield self._kept(f"{number} profile.json", profile.content)
            links: dict[str, str] = profile.json()["links"]
            for resource in sorted(_RESOURCES.keys() & links.keys()):
                body = self._pages(f"{address}{links[resource]}", _RESOURCES[resource])
                yield self._kept(f"{number} {resource}.json", body)

    def _pages(self, url: str, items: int) -> bytes:
        """A register whole: its only page as it is, several joined."""
        pages: list[bytes] = []
        while True:
            there = {"items_per_page": items, "start_index": len(pages) * items}
            page = self._get(url, there)
            pages.append(page.content)
            said: dict[str, Any] = page.json()
            total = next((said[one] for one in ("total_results", "total_count") if one in said), 0)
            if len(pages) * items >= total:
                return pages[0] if len(pages) == 1 else bundle(pages)

    def _json(self, url: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._get(url).content)
        return found

    def _get(self, url: str, asked: Mapping[str, int] | None = None) -> httpx.Response:
        return self.client.get(url, params=dict(asked) if asked else None).raise_for_status()

    def _file(self, url: str, path: Path) -> Path:
        with self.client.stream("GET", url) as answer, path.open("wb") as out:
            answer.raise_for_status()
            out.writelines(answer.iter_bytes())
        return path

    def _kept(self, name: str, body: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(body)
        return path


def _files_of(details: Mapping[str, Any]) -> list[str]:
    """The addresses of a release's files, as newer pages list them and as older ones do."""
    listed = [one["url"] for one in details.get("attachments", ()) if "file_size" in one]
    older = [url for text in details.get("documents", ()) for url in _FILES.findall(text)]
    return [*listed, *dict.fromkeys(older)]
