"""GOV.UK as a publisher of Ofsted's statistics: its content API, and the pages that people see."""

import json
from collections.abc import Mapping
from html import escape

from crawlers.rehearsal.forms.ofsted import govuk_content
from crawlers.rehearsal.forms.ofsted.govuk_attachments import Json, Site
from crawlers.rehearsal.forms.ofsted.owners import KnownOwner
from crawlers.rehearsal.forms.ofsted.releases import COLLECTION, Release, releases
from crawlers.rehearsal.forms.ofsted.shelf import Shelf
from crawlers.rehearsal.publishing import Answer, Asked, Setup

HTML = "text/html; charset=utf-8"
_API = "/api/content"


class GovUk:
    """What `www` of GOV.UK answers about children's social care statistics."""

    key = "govuk"

    def __init__(self, setup: Setup, owner_on: KnownOwner) -> None:
        """Stand on the day of a setup; `owner_on` tells who owns a setting, as known later."""
        known = (one.on(setup.today) for one in releases(setup.world, owner_on, setup.reissues))
        self._releases: Mapping[str, Release] = {
            one.base_path: one for one in known if one is not None
        }
        self._pages = {
            page.base_path: (page, one) for one in self._releases.values() for page in one.pages
        }
        self._site = Site(
            address=setup.addresses["govuk"],
            assets=setup.addresses["govuk_assets"],
            shelf=Shelf(setup.folder, setup.world.seed),
            seed=setup.world.seed,
        )

    def answer(self, asked: Asked, /) -> Answer:
        """The item at a path of the API as JSON, or the page at a path of the site."""
        is_api = asked.path.startswith(f"{_API}/")
        item = self._item(asked.path.removeprefix(_API))
        if item is None:
            return _missing()
        if is_api:
            return Answer(body=json.dumps(item).encode())
        return Answer(media_type=HTML, body=_seen(item).encode())

    def _item(self, path: str) -> Json | None:
        if path == COLLECTION and self._releases:
            return govuk_content.collection(self._site, [*self._releases.values()])
        if path in self._releases:
            return govuk_content.release(self._site, self._releases[path])
        if path in self._pages:
            return govuk_content.html_page(self._site, *self._pages[path])
        return None


def _seen(item: Json) -> str:
    """An item as a page: its words, and links to what it leads to."""
    details = item["details"]
    links = [
        *((each["url"], each["title"]) for each in details.get("attachments", ())),
        *((each["base_path"], each["title"]) for each in item["links"].get("documents", ())),
    ]
    listed = "".join(
        f'<li><a class="govuk-link" href="{escape(url)}">{escape(title)}</a></li>'
        for url, title in links
    )
    return _page(
        item["title"],
        f"{details.get('body', '')}{''.join(details.get('documents', ()))}<ul>{listed}</ul>",
    )


def _missing() -> Answer:
    body = _page("Page not found", "<p>If you typed the web address, check it is correct.</p>")
    return Answer(status=404, media_type=HTML, body=body.encode())


def _page(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)} - rehearsal</title></head><body>"
        f'<main id="content"><h1>{escape(title)}</h1>{body}</main></body></html>'
    )
