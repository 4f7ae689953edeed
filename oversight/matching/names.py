"""An owner's or a company's name taken apart: what is compared, and what is not."""

import re
from dataclasses import dataclass
from functools import cache

from db.owner_text import LEGAL_SUFFIXES, owner_key
from oversight.matching.vocabulary import FOREIGN_FORMS, telling

_TRADING_AS = re.compile(r"\W*\b(?:t\s*/\s*as?|trading\s+as)\b.*$", re.IGNORECASE | re.DOTALL)
_LLP = re.compile(r"\bL\.?L\.?P\b|\blimited liability partnership\b", re.IGNORECASE)
_COMPANY = re.compile(rf"\b({LEGAL_SUFFIXES})\b", re.IGNORECASE)
_UK = re.compile(r"\b(uk|u k)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name, read once."""

    key: str
    """As `owner_key` folds it: without case, punctuation and legal suffix. Exact names share it."""
    loose: str
    """Besides without a leading The, a closing UK, a tail `t/a …`, and all spaces."""
    words: tuple[str, ...]
    """Of the key, in their order."""
    telling: frozenset[str]
    """Words that no two names of one company may differ in."""
    forms: frozenset[str]
    """`partnership` or `company`, as its suffix states; empty where it states neither."""
    is_foreign: bool
    """True where it ends in the legal form of another country."""


@cache
def name_of(text: str) -> Name:
    """Read a name as it is written.

    >>> name_of("The Ash & Oak (U.K.) Ltd t/a Oakside").loose
    'ashandoak'
    """
    key = owner_key(text)
    bare = owner_key(_TRADING_AS.sub("", text)) or key
    words = tuple(bare.split())
    return Name(
        key=key,
        loose=_UK.sub("", bare.removeprefix("the ")).replace(" ", ""),
        words=words,
        telling=telling(words),
        forms=frozenset(forms_of(text)),
        is_foreign=FOREIGN_FORMS.search(bare) is not None,
    )


def forms_of(text: str) -> set[str]:
    """Whether a name says that it is a partnership's, or a company's; nothing where neither.

    A partnership and a company may bear one name but for the suffix.
    """
    if _LLP.search(text):
        return {"partnership"}
    return {"company"} if _COMPANY.search(text) else set()
