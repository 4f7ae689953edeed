"""What a new filing names: the resources of its company that may have changed by it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from crawlers.companies_house.resources import (
    CHARGES,
    CONTROL_STATEMENTS,
    CONTROLS,
    EXEMPTIONS,
    FILING_HISTORY,
    INSOLVENCY,
    OFFICERS,
    PROFILE,
    RESOURCES,
)

EVERYTHING = frozenset(RESOURCES) - {FILING_HISTORY}
"""All but the feed itself, which has just been read."""
CONTROL = frozenset({CONTROLS, CONTROL_STATEMENTS, EXEMPTIONS})
ITS_PROFILE = frozenset({PROFILE})
BY_CATEGORY: Mapping[str, frozenset[str]] = {
    "accounts": ITS_PROFILE,  # last accounts, next due day, the year's end
    "address": ITS_PROFILE,
    "annual-return": ITS_PROFILE | {OFFICERS},  # until 2016; it restated the officers
    "capital": frozenset(),  # statements of shares: no resource shows them
    "change-of-name": ITS_PROFILE,
    "confirmation-statement": ITS_PROFILE,
    "dissolution": ITS_PROFILE | {INSOLVENCY},
    "gazette": ITS_PROFILE | {INSOLVENCY},
    "incorporation": EVERYTHING,  # first officers, first controllers
    "insolvency": ITS_PROFILE | {INSOLVENCY},
    "liquidation": ITS_PROFILE | {INSOLVENCY},
    "miscellaneous": ITS_PROFILE,
    "mortgage": frozenset({CHARGES}),
    "officers": frozenset({OFFICERS}),
    "persons-with-significant-control": CONTROL,
    "resolution": frozenset(),  # what is resolved is filed besides, under its own category
    "restoration": EVERYTHING,  # it undoes what the dissolution ended
}
"""What a filing of each category may change. Neither its form nor its subcategory is asked: the
publisher's codes differ by kind of company, and a category that is too wide costs one request."""


def named_by(category: str) -> frozenset[str]:
    """Sources of what a filing of a category names; everything where the category is not known.

    A surprise is asked about rather than missed.
    """
    return BY_CATEGORY.get(category, EVERYTHING)


def to_ask(categories: Iterable[str], has: frozenset[str]) -> frozenset[str]:
    """Sources to ask where filings of these categories are new: of what they name, what there is.

    What is named and not among those to which the profile held leads (`has`), a first charge say,
    is not asked itself. The profile is: its links say whether there is any, so that no request is
    spent on a 404, and whatever is linked and was never fetched is due.
    """
    named = {source for category in categories for source in named_by(category)}
    return ITS_PROFILE | (named & has) if named - has else frozenset(named)


def still_to_ask(
    seen: Iterable[tuple[str, datetime]], fetched_at: Mapping[str, datetime], has: frozenset[str]
) -> frozenset[str]:
    """Sources which a filing names that was first seen after their last fetch.

    `seen` holds the category of each filing and the moment at which it was first fetched. Nothing
    is left over but where a crawl ended between a filing and what it names.
    """
    seen_at: dict[str, datetime] = {}
    for category, moment in seen:
        seen_at[category] = max(seen_at.get(category, moment), moment)
    return frozenset(
        source
        for category, moment in seen_at.items()
        for source in to_ask((category,), has)
        if source in fetched_at and fetched_at[source] < moment
    )


def named_a_year(filings: Iterable[tuple[str, date]], has: frozenset[str]) -> Mapping[str, int]:
    """On how many days each source was named by the filings of one year: categories and days.

    Filings of one day are one look: two directors who leave together are one request.
    """
    days = {(source, on) for category, on in set(filings) for source in to_ask((category,), has)}
    return Counter(source for source, _ in days)
