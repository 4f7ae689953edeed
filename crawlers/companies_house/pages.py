"""The pages of a Companies House register: how many there are, and how they are joined."""

import json
from collections.abc import Sequence
from typing import Any, cast

from crawlers.companies_house.answers import bundle
from crawlers.source import Paging

TOTALS = ("total_count", "total_results")
"""How an answer says how many entries the whole register has."""


def paged(most: int) -> Paging:
    """The paging of a register of which a page holds so many entries at most."""

    def following(pages: Sequence[bytes]) -> str | None:
        asked = len(pages) * most
        total = _total(pages[0])
        return _query(most, asked) if total is not None and asked < total else None

    return Paging(first=_query(most, 0), following=following, join=_joined, starts_as=starts_as)


def starts_as(document: bytes, page: bytes) -> bool:
    """True when a page is the first of those that a document joins, or all of it."""
    whole, first = _members(document), _members(page)
    pages = whole.get("pages")
    before = cast("list[object]", pages)[0] if isinstance(pages, list) and pages else whole
    return bool(first) and before == first


def _query(most: int, start: int) -> str:
    return f"items_per_page={most}&start_index={start}"


def _joined(pages: Sequence[bytes]) -> bytes:
    return pages[0] if len(pages) == 1 else bundle(pages)


def _total(page: bytes) -> int | None:
    members = _members(page)
    found = next((members[name] for name in TOTALS if name in members), None)
    return found if isinstance(found, int) else None


def _members(body: bytes) -> dict[str, Any]:
    """The members of an answer; none where it is no JSON object, which its reader will say."""
    try:
        found: object = json.loads(body)
    except ValueError:
        return {}
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}
