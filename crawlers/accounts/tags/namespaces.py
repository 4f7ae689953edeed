"""Which taxonomy a namespace is of, whatever prefix a document binds to it."""

import re
from functools import lru_cache

from crawlers.accounts.fact import Family

_DATE = r"\d{4}-\d\d-\d\d"
_FORMS = (
    (
        Family.FRC,
        re.compile(
            rf"https?://xbrl\.frc\.org\.uk/(?P<group>[\w-]+)/{_DATE}(?:/(?P<part>[\w-]+))?/?",
            re.ASCII,
        ),
    ),
    (
        Family.UK_GAAP_2009,
        re.compile(
            rf"https?://www\.xbrl\.org/uk/(?:(?:gaap|cd|reports)/)?(?P<group>[\w-]+)"
            rf"(?:/(?P<part>core))?/{_DATE}/?",
            re.ASCII,
        ),
    ),
    (
        Family.PT_2004,
        re.compile(rf"https?://www\.xbrl\.org/uk/fr/(?:gaap/)?(?P<group>\w+)/{_DATE}/?", re.ASCII),
    ),
    (
        Family.PT_2004,
        re.compile(
            rf"https?://www\.companieshouse\.gov\.uk/ef/xbrl/uk/fr/gaap/(?P<group>\w+)/{_DATE}/?",
            re.ASCII,
        ),
    ),
    (
        Family.IFRS,
        re.compile(rf"https?://xbrl\.ifrs\.org/taxonomy/{_DATE}/(?P<group>[\w-]+)/?", re.ASCII),
    ),
)


@lru_cache(maxsize=1024)
def family_of(uri: str) -> tuple[Family, str]:
    """The family of a namespace and which of its taxonomies it is; (OTHER, uri) where none is.

    Only the date of a suite may differ within a family; nothing is asked of the address.
    """
    trimmed = uri.strip()
    for family, form in _FORMS:
        found = form.fullmatch(trimmed)
        if found is not None:
            parts = found.groupdict()
            # The IFRS tagging of 2009 has a core of its own: its names mean other things.
            is_ifrs_of_2009 = parts.get("part") == "core" and parts["group"] == "ifrs"
            return family, "ifrs" if is_ifrs_of_2009 else parts.get("part") or parts["group"]
    return Family.OTHER, trimmed
