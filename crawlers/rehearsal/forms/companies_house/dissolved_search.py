"""`/dissolved-search/companies`: dissolved companies, by name, by earlier name, or in order."""

from bisect import bisect_left
from collections.abc import Sequence

from crawlers.rehearsal.forms.companies_house.advanced_search import WrongQueryError
from crawlers.rehearsal.forms.companies_house.name_index import (
    Borne,
    Listed,
    NameIndex,
    alpha_key,
    words,
)
from crawlers.rehearsal.forms.companies_house.part import whole
from crawlers.rehearsal.forms.companies_house.wording import JsonBody, day, etag, given, office
from crawlers.rehearsal.publishing import Asked

USUAL_SIZE, MOST = 20, 100
ALPHABETICAL, PREVIOUS = "alphabetical", "previous-name-dissolved"
KINDS = {
    ALPHABETICAL: "search#alphabetical-dissolved",
    PREVIOUS: "search#previous-name-dissolved",
}
"""The kind of answer to each kind of search; `search#dissolved` for the best match."""


def dissolved_search(index: NameIndex, asked: Asked) -> JsonBody | None:
    """The companies found; None where there are none.

    Raises WrongQueryError for a size that is not from 1 to 100, or where no name is asked for.
    """
    query, how = asked.one("q") or "", asked.one("search_type") or "best-match"
    size = whole(asked.one("size"), USUAL_SIZE if asked.one("size") is None else 0)
    if not words(query):
        raise WrongQueryError("q")
    if not 1 <= size <= MOST:
        raise WrongQueryError("size")
    find = _alphabetical if how == ALPHABETICAL else _matching
    shown, top, hits = find(index, asked, query, size)
    if top is None:
        return None
    wanted = frozenset(words(query)) if how == PREVIOUS else frozenset[str]()
    return given(
        etag=etag([one.company.key for one in shown]),
        hits=hits,
        items=[_result(one, wanted) for one in shown],
        kind=KINDS.get(how, "search#dissolved"),
        top_hit=_result(top, wanted),
    )


def _matching(
    index: NameIndex, asked: Asked, query: str, size: int
) -> tuple[Sequence[Listed], Listed | None, int | None]:
    """One page of those with a word of the query in a name, the best, and how many there are."""
    is_by_previous = asked.one("search_type") == PREVIOUS
    ranked = index.ranked_by_previous(query) if is_by_previous else index.ranked(query)
    found = [one for one in ranked if one.status == "dissolved"]
    start = whole(asked.one("start_index"), 0)
    return found[start : start + size], next(iter(found), None), len(found)


def _alphabetical(
    index: NameIndex, asked: Asked, query: str, size: int
) -> tuple[Sequence[Listed], Listed | None, int | None]:
    """The names from the query's place on, or those beside the key that a page ended with."""
    names = index.dissolved
    keys = [one.alpha_key for one in names]
    above, below = asked.one("search_above"), asked.one("search_below")
    at = min(bisect_left(keys, alpha_key(query)), max(len(names) - 1, 0))
    top = names[at] if names else None
    if above is not None:
        end = bisect_left(keys, above)
        return names[max(end - size, 0) : end], top, None
    if below is not None:
        at = bisect_left(keys, below)
        at += keys[at : at + 1] == [below]
    return names[at : at + size], top, None


def _result(one: Listed, wanted: frozenset[str]) -> JsonBody:
    matched = next((b for b in one.previous if wanted & set(words(b.name))), None)
    return given(
        company_name=one.name,
        company_number=one.company.key,
        company_status=one.status,
        date_of_cessation=day(one.ended_on),
        date_of_creation=day(one.company.begun_on),
        kind="search-results#dissolved-company",
        matched_previous_company_name=_borne(one, matched) if matched else None,
        ordered_alpha_key_with_id=one.alpha_key,
        previous_company_names=[_borne(one, before) for before in one.previous] or None,
        registered_office_address=office(one.office),
    )


def _borne(one: Listed, name: Borne) -> JsonBody:
    return given(
        ceased_on=day(name.until),
        company_number=one.company.key,
        effective_from=day(name.since),
        name=name.name,
    )
