"""How GOV.UK lists what is attached to a release: as data, and on older pages as HTML."""

from dataclasses import dataclass
from html import escape
from typing import Any

from crawlers.rehearsal.forms.ofsted.issues import CSV, Issue
from crawlers.rehearsal.forms.ofsted.releases import HtmlPage
from crawlers.rehearsal.forms.ofsted.shelf import Shelf

Json = dict[str, Any]
_KILOBYTE = 1_024


@dataclass(frozen=True, kw_only=True)
class Site:
    """Where things stand: GOV.UK's own address, that of its files, and the files."""

    address: str
    assets: str
    shelf: Shelf
    seed: int

    def file_url(self, issue: Issue) -> str:
        """The address of a file, which changes when it is put out again."""
        return f"{self.assets}{issue.path(self.seed)}"


def file_attachment(site: Site, issue: Issue) -> Json:
    """One file, as pages since 2022 list it."""
    return {
        "accessible": issue.media_type != CSV,
        "attachment_type": "file",
        "content_type": issue.media_type,
        "file_size": site.shelf.size(issue),
        "filename": issue.name,
        "id": issue.name,
        "title": issue.title,
        "url": site.file_url(issue),
    }


def html_attachment(page: HtmlPage) -> Json:
    """One document that is a page, as pages since 2022 list it."""
    return {
        "attachment_type": "html",
        "id": page.base_path.rpartition("/")[2],
        "title": page.title,
        "url": page.base_path,
    }


def section(site: Site, issue: Issue, number: int) -> str:
    """One attachment as older pages give it."""
    url, size = escape(site.file_url(issue)), site.shelf.size(issue) // _KILOBYTE + 1
    identity = f"attachment_{issue.year}{number:03}"
    return (
        f'<section class="attachment embedded" id="{identity}">\n'
        '  <div class="attachment-thumb">\n'
        f'      <a aria-hidden="true" class="thumbnail" href="{url}"></a>\n'
        '  </div>\n  <div class="attachment-details">\n'
        f'    <h2 class="title"><a href="{url}">{escape(issue.title)}</a></h2>\n'
        '    <p class="metadata">\n        <span class="type"><abbr title="Comma-separated Values">'
        f'CSV</abbr></span>, <span class="file-size">{size}KB</span>\n    </p>\n'
        "  </div>\n</section>"
    )
