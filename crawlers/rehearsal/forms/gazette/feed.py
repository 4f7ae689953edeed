"""The feed of notices as JSON, which keeps the shape of the Atom feed that it is made from.

Numbers are text, attributes begin with @, and what a feed without notices lacks is its `entry`
(The Gazette, developer documentation, notice feed).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from crawlers.rehearsal.forms.gazette.search import Search
from crawlers.rehearsal.forms.gazette.wording import Stated, summary
from crawlers.rehearsal.publishing import Asked

JSON_TYPE = "application/json"
_PAGE_TYPE = "application/xhtml+xml"


def feed(
    of: Sequence[Stated], wanted: Search, asked: Asked, address: str, today: date
) -> dict[str, object]:
    """One page of what a search finds, given all that it finds."""
    start = (wanted.page - 1) * wanted.page_size
    shown = of[start : start + wanted.page_size]
    where = f"{address}{asked.path}"
    body: dict[str, object] = {
        "id": _at(where, asked, wanted.page),
        "link": list(_paging(where, asked, wanted, len(of))),
        "title": "Search Result (rehearsal)",
        "updated": f"{today}T06:00:00.000Z",
        "openSearch:Query": {"@role": "request"},
        "f:page-number": str(wanted.page),
        "f:page-size": str(wanted.page_size),
        "f:page-start": str(start + 1 if shown else 0),
        "f:page-stop": str(start + len(shown)),
        "f:total": str(len(of)),
        "f:facets": None,
    }
    if shown:
        body["entry"] = [_entry(one, address) for one in shown]
    return body


def _paging(where: str, asked: Asked, wanted: Search, total: int) -> Iterator[Mapping[str, str]]:
    last = max(-(-total // wanted.page_size), 1)
    pages = {"first": 1, "prev": wanted.page - 1, "next": wanted.page + 1, "last": last}
    for rel, page in pages.items():
        if 1 <= page <= last:
            yield {"@href": _at(where, asked, page), "@rel": rel, "@type": JSON_TYPE}
    yield {"@href": _at(where, asked, wanted.page), "@rel": "self", "@type": JSON_TYPE}


def _at(where: str, asked: Asked, page: int) -> str:
    given = [
        (name, value)
        for name, values in asked.query.items()
        for value in values
        if name != "results-page"
    ]
    return f"{where}?{urlencode([*given, ('results-page', str(page))])}"


def _entry(of: Stated, address: str) -> dict[str, object]:
    key = of.notice.key
    page = f"{address}/notice/{key}"
    return {
        "id": f"{address}/id/notice/{key}",
        "f:status": "published",
        "f:notice-code": str(of.notice.code),
        "title": of.notice.title,
        "link": [
            {"@href": f"{address}/id/notice/{key}", "@rel": "self"},
            {"@href": page},
            {
                "@href": f"{page}/data.htm",
                "@rel": "alternate",
                "@title": "HTML",
                "@type": _PAGE_TYPE,
            },
        ],
        "author": {"name": "tso"},
        # The publisher puts every notice out at the same minute of its morning.
        "updated": f"{of.notice.published_on}T07:43:53Z",
        "published": f"{of.notice.published_on}T07:43:53",
        "category": {"@term": of.type},
        "content": summary(of),
    }
