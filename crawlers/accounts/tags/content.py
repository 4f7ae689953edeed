"""The text inside an element, as a reader sees it: without what is excluded, and continued."""

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from html import unescape

from lxml import etree

from crawlers.accounts.markup import NoMarkupError

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name
_Entity = etree._Entity  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] the same
_BLOCKS = frozenset(
    {"p", "div", "tr", "td", "th", "li", "br", "hr", "table", "section", "article", "dt", "dd"}
    | {f"h{level}" for level in range(1, 7)}
)
"""Elements of XHTML that a page breaks at: words on both sides are two."""
_INLINE_XBRL = ("{http://www.xbrl.org/2013/inlineXBRL}", "{http://www.xbrl.org/2008/inlineXBRL}")


class TooMuchTextError(NoMarkupError):
    """A document is not safe to open: it repeats its text, tag in tag, to fill the memory."""


class Texts:
    """The texts of one document, of which only so much is read.

    Tags may stand in tags and share what they continue at, so that a small document can say a
    text a thousand times. Of an honest one all tags together hold less than the document itself.
    """

    def __init__(self, length: int, continuations: Mapping[str, _Element]) -> None:
        """`length` is the document's, in bytes."""
        self._left = length + 100_000
        self._continuations = continuations

    def of(self, element: _Element) -> str:
        """All text inside an element, as it stands; a space where the page breaks a line.

        Entities that are not of HTML stay as they are written; comments are left out, and so is
        what `exclude` marks. Raises TooMuchTextError.
        """
        if not len(element):
            return element.text or ""
        pieces = _pieces(element)
        text = "".join(pieces)
        self._spend(len(pieces) + len(text))
        return text

    def continued(self, element: _Element) -> tuple[str, bool]:
        """The text of an element and of all that it is continued at; and whether that is all.

        A continuation that is not there, or that comes back to one before it, ends the text.
        """
        texts = [self.of(element)]
        seen: set[str] = set()
        name = _next(element)
        while name is not None and name not in seen and name in self._continuations:
            seen.add(name)
            texts.append(self.of(self._continuations[name]))
            self._spend(1 + len(texts[-1]))
            name = _next(self._continuations[name])
        return "".join(texts), name is None

    def _spend(self, much: int) -> None:
        self._left -= much
        if self._left < 0:
            raise TooMuchTextError("the document repeats its text beyond its own length")


def text_of(element: _Element) -> str:
    """The same of a single element, whose text is known to be small."""
    return "".join(_pieces(element)) if len(element) else element.text or ""


def _next(element: _Element) -> str | None:
    return element.get("continuedAt") or element.get("continuedat")


def _pieces(element: _Element) -> list[str]:
    """Text in document order; a stack of our own, for a page may be nested deeper than Python."""
    pieces = [element.text or ""]
    stack = [(iter(element), "")]
    while stack:
        children, tail = stack[-1]
        for child in children:
            manner = _manner(child.tag)
            if manner is _Manner.SKIPPED:
                pieces += _of_skipped(child)
                continue
            if manner is _Manner.BLOCK:
                pieces.append(" ")
            pieces.append(child.text or "")
            if len(child):
                stack.append((iter(child), child.tail or ""))
                break
            pieces.append(child.tail or "")
        else:
            stack.pop()
            pieces.append(tail)
    return pieces


def _of_skipped(child: _Element) -> tuple[str, str]:
    """What is left of a comment, an entity, what is excluded: an entity's letter, and the tail."""
    letter = unescape(child.text or "") if isinstance(child, _Entity) else ""
    return letter, child.tail or ""


class _Manner(Enum):
    """How an element takes part in the text around it."""

    INLINE = "its text runs on"
    BLOCK = "the page breaks before it"
    SKIPPED = "it is a comment, an entity, or excluded"


@lru_cache(maxsize=512)
def _manner(tag: object) -> _Manner:
    """By its tag, which is no text for comments and entities."""
    if not isinstance(tag, str):
        return _Manner.SKIPPED
    if tag.endswith("exclude") and tag.startswith((*_INLINE_XBRL, "ix:")):
        return _Manner.SKIPPED
    return _Manner.BLOCK if tag.rpartition("}")[2] in _BLOCKS else _Manner.INLINE
