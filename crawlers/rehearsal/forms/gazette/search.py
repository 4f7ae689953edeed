"""Which notices a search of the Gazette finds, page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal.forms.gazette.wording import Stated, summary
from crawlers.rehearsal.publishing import Asked

LARGEST_PAGE = 100
"""The publisher gives no more notices on a page than this."""


@dataclass(frozen=True, kw_only=True)
class Search:
    """What is searched for; None where it is not said."""

    codes: frozenset[int]
    """Types of notice; empty for all."""
    categories: frozenset[str]
    """First two digits of types; empty for all."""
    first: date | None
    last: date | None
    words: tuple[str, ...]
    """In lower case; all must stand in the notice."""
    oldest_first: bool
    page: int
    page_size: int

    def finds(self, of: Stated) -> bool:
        """Whether one notice is among those searched for."""
        notice = of.notice
        text = f"{notice.title} {summary(of)}".casefold()
        return (
            (not self.codes or notice.code in self.codes)
            and (not self.categories or str(notice.code)[:2] in self.categories)
            and (self.first is None or notice.published_on >= self.first)
            and (self.last is None or notice.published_on <= self.last)
            and all(word in text for word in self.words)
        )

    def found(self, among: Iterable[Stated]) -> list[Stated]:
        """All that it finds, newest first unless asked otherwise."""
        return sorted(
            filter(self.finds, among),
            key=lambda of: (of.notice.published_on, of.notice.key),
            reverse=not self.oldest_first,
        )


def search(asked: Asked) -> Search:
    """What the query of a request searches for; `ValueError` where a day or a number is none."""
    return Search(
        codes=frozenset(int(code) for code in _several(asked, "noticetype", "noticetypes")),
        categories=frozenset(_several(asked, "categorycode")),
        first=_day(asked.one("start-publish-date")),
        last=_day(asked.one("end-publish-date")),
        words=tuple((asked.one("text") or "").casefold().split()),
        oldest_first=asked.one("sort-by") == "oldest-date",
        page=max(int(asked.one("results-page") or 1), 1),
        page_size=min(max(int(asked.one("results-page-size") or 10), 1), LARGEST_PAGE),
    )


def _several(asked: Asked, *names: str) -> list[str]:
    # The publisher joins several by a plus sign, which is a space once it is decoded.
    given = " ".join(value for name in names for value in asked.query.get(name, ()))
    return given.replace("+", " ").replace(",", " ").split()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
