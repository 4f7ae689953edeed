"""The text inside an element, as a reader sees it: without what is excluded, and continued."""

from collections.abc import Iterator, Mapping
from html import unescape

from lxml import etree

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name
_Entity = etree._Entity  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] the same
_OTHER_NODES = (_Entity, etree._Comment, etree._ProcessingInstruction)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] the same
_BLOCKS = frozenset(
    {"p", "div", "tr", "td", "th", "li", "br", "hr", "table", "section", "article", "dt", "dd"}
    | {f"h{level}" for level in range(1, 7)}
)
"""Elements of XHTML that a page breaks at: words on both sides are two."""
_INLINE_XBRL = ("{http://www.xbrl.org/2013/inlineXBRL}", "{http://www.xbrl.org/2008/inlineXBRL}")


def text_of(element: _Element) -> str:
    """All text inside an element, as it stands; a space where the page breaks a line.

    Entities that are not of HTML stay as they are written; comments are left out, and so is what
    `exclude` marks.
    """
    if not len(element):
        return element.text or ""
    return "".join(_pieces(element))


def continued_text_of(element: _Element, continuations: Mapping[str, _Element]) -> str:
    """The text of an element and of all that it is continued at, in that order.

    A continuation that is not there, or that comes back to one before it, ends the text; use
    `chain_is_whole` to know.
    """
    return "".join(text_of(one) for one in _chain(element, continuations))


def chain_is_whole(element: _Element, continuations: Mapping[str, _Element]) -> bool:
    """Whether every continuation that is named is there, and none is named twice."""
    *_, last = _chain(element, continuations)
    return _next(last) is None


def _chain(element: _Element, continuations: Mapping[str, _Element]) -> Iterator[_Element]:
    yield element
    seen: set[str] = set()
    name = _next(element)
    while name is not None and name not in seen and name in continuations:
        seen.add(name)
        yield continuations[name]
        name = _next(continuations[name])


def _next(element: _Element) -> str | None:
    return element.get("continuedAt") or element.get("continuedat")


def _pieces(element: _Element) -> Iterator[str]:
    """Text in document order; a stack of our own, for a page may be nested deeper than Python."""
    yield element.text or ""
    stack = [iter(element)]
    tails: list[str] = []
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            if tails:
                yield tails.pop()
            continue
        tag = "" if isinstance(child, _OTHER_NODES) else str(child.tag)
        if tag and not _is_excluded(tag):
            if tag.rpartition("}")[2] in _BLOCKS:
                yield " "
            yield child.text or ""
            stack.append(iter(child))
            tails.append(child.tail or "")
            continue
        if isinstance(child, _Entity):
            yield unescape(child.text or "")
        yield child.tail or ""


def _is_excluded(tag: str) -> bool:
    return tag.endswith("exclude") and tag.startswith((*_INLINE_XBRL, "ix:"))
