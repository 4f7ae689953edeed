"""What the elements of a marked-up document do to the text in them: hide, end, place, arrange."""

from typing import NamedTuple

from lxml import etree

from crawlers.accounts.styles import Look, Sheet

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name

_UNSEEN = frozenset({"head", "script", "style", "template", "ix:header", "ix:hidden"})
# fmt: off
_IN_LINE = frozenset({
    "a", "abbr", "acronym", "b", "bdo", "big", "cite", "code", "em", "font", "i", "img",
    "label", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
    "ins", "del", "dfn", "kbd", "mark", "nobr", "samp", "wbr", "br", "nonfraction",
    "nonnumeric", "continuation", "exclude", "fraction", "numerator", "denominator",
    "footnote", "col", "colgroup", "entity",
})
# fmt: on
_ACTING = frozenset({"table", "tr", "td", "th", "br", "entity"})


class Kind(NamedTuple):
    """What elements of one tag, style and class do to the text round them."""

    name: str
    look: Look
    is_unseen: bool
    is_block: bool
    acts: bool
    """True where more is to be done than to end a block: a row, a cell, a place, a page."""


class Kinds:
    """The kinds of elements met so far: a document has few, and many elements of each."""

    def __init__(self, sheet: Sheet) -> None:
        """Begin with none met, under the styles of one document."""
        self._sheet = sheet
        self._met: dict[tuple[object, str | None, str | None, str | None], Kind] = {}

    def of(self, element: _Element) -> Kind:
        """The kind of an element."""
        get = element.get
        identity = get("id") if self._sheet.has_ids else None
        key = (element.tag, get("style"), get("class"), identity)
        kind = self._met.get(key)
        if kind is None:
            kind = self._met[key] = self._kind(*key)
        return kind

    def _kind(
        self, tag: object, style: str | None, classes: str | None, identity: str | None
    ) -> Kind:
        name = _plain_name(tag)
        look = self._sheet.look(name, style, classes, identity)
        is_unseen = name in _UNSEEN or look.is_hidden
        moves = look.breaks_before or look.breaks_after or look.is_placed or look.is_frame
        marks = moves or look.is_bracketed
        return Kind(
            name=name,
            look=look,
            is_unseen=is_unseen,
            is_block=not is_unseen and (name not in _IN_LINE or look.is_placed),
            acts=not is_unseen and (marks or name in _ACTING),
        )


def _plain_name(tag: object) -> str:
    """`td`, `ix:header`, …: without its namespace, but for the two that no reader sees."""
    if not isinstance(tag, str):
        return "entity"
    space, _, name = tag.lower().rpartition("}")
    return f"ix:{name}" if name in {"header", "hidden"} and "xbrl" in space else name
