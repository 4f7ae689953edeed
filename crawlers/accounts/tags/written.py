"""What attributes and texts of XML itself say: nil, precision. Shared by both kinds of XBRL."""

from collections.abc import Mapping
from functools import lru_cache
from typing import cast

from lxml import etree

EXACT = 99
"""`Fact.decimals` of a number that is said to be exact (`INF`): finer than any."""

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name
_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


def attributes_of(element: _Element) -> dict[str, str]:
    """The attributes of an element by name, `{namespace}name` where they have one."""
    return cast("dict[str, str]", dict(element.items()))


def is_nil(stated: Mapping[str, str]) -> bool:
    """Whether an element says of itself that it has no value."""
    return _NIL in stated and stated[_NIL].strip() in {"true", "1"}


@lru_cache(maxsize=256)
def decimals_of(text: str | None) -> int | None:
    """Decimals of a number: -3 for thousands, `EXACT` for `INF`; None where none are said.

    Text that is neither is as good as none: it takes nothing from the number.
    """
    if not text:
        return None
    if text.strip().upper() == "INF":
        return EXACT
    try:
        return int(text)
    except ValueError:
        return None
