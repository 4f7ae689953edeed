"""The marked elements of a page, found in one walk: facts, contexts, units, schemas."""

from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name

_INLINE = ("http://www.xbrl.org/2013/inlineXBRL", "http://www.xbrl.org/2008/inlineXBRL")
_INSTANCE = "http://www.xbrl.org/2003/instance"
_LINKBASE = "http://www.xbrl.org/2003/linkbase"
_HREF = "{http://www.w3.org/1999/xlink}href"
_FACTS = ("nonFraction", "nonNumeric", "fraction")
_OF_INLINE = tuple(f"{{{uri}}}*" for uri in _INLINE)
_RESOURCES = ("{*}context", "{*}unit", "{*}identifier", "{*}schemaRef")
_LOST = {
    "ix": _INLINE[0],
    "xbrli": _INSTANCE,
    "link": _LINKBASE,
    "xbrldi": "http://xbrl.org/2006/xbrldi",
}
"""Prefixes by custom, for documents that bind them nowhere."""
_KINDS = {
    name.lower(): name for name in (*_FACTS, "continuation", "hidden", "resources", "references")
}


@dataclass(slots=True, kw_only=True)
class Marked:
    """What a walk over a document found, in its order."""

    facts: list[tuple[str, _Element]] = field(default_factory=list[tuple[str, _Element]])
    """Each with what it is: nonFraction, nonNumeric, fraction."""
    hidden: set[_Element] = field(default_factory=set[_Element])
    """All that stands in a hidden part, whatever it is."""
    continuations: dict[str, _Element] = field(default_factory=dict[str, _Element])
    contexts: list[_Element] = field(default_factory=list[_Element])
    units: list[_Element] = field(default_factory=list[_Element])
    identifiers: set[str] = field(default_factory=set[str])
    schemas: list[str] = field(default_factory=list[str])


def marked(root: _Element) -> Marked:
    """Walk a document once, and sort what is marked in it."""
    found = Marked()
    for element in root.iter(*_OF_INLINE):
        kind = _kind(element.tag)
        if kind in _FACTS:
            found.facts.append((kind, element))
        elif kind == "continuation":
            found.continuations.setdefault(element.get("id", ""), element)
        elif kind == "hidden":
            found.hidden.update(element.iter(*_OF_INLINE))
        elif kind is not None:
            _read_resources(found, element)
    if not found.contexts:
        # A plain instance, or a page that keeps them elsewhere: looked for everywhere.
        found.units.clear()
        found.schemas.clear()
        _read_resources(found, root)
    return found


@lru_cache(maxsize=256)
def _kind(tag: str) -> str | None:
    return _KINDS.get(_local(tag).lower())


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _read_resources(found: Marked, parent: _Element) -> None:
    """Take up contexts, units and schemas inside an element, none of them opened yet."""
    for element in parent.iter(*_RESOURCES):
        local = _local(element.tag)
        if local == "context":
            found.contexts.append(element)
        elif local == "identifier":
            found.identifiers.add((element.text or "").strip())
        elif local == "unit":
            found.units.append(element)
        else:
            found.schemas.append(element.get(_HREF, ""))


def bind_lost_prefixes(root: _Element) -> bool:
    """Give elements whose prefix is bound nowhere the namespace that it has by custom.

    True where there were any: a document without its bindings still says what it means.
    """
    lost = False
    for element in root.iter("*"):
        prefix, colon, local = str(element.tag).partition(":")
        if colon and prefix in _LOST:
            element.tag = f"{{{_LOST[prefix]}}}{local}"
            lost = True
    return lost
