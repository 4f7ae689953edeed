"""What the elements of a marked-up document do to the text in them: hide, end, place, arrange."""

from typing import NamedTuple

from lxml import etree

from crawlers.accounts.styles import Look, Sheet

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name

_STRUCK_OUT = frozenset({"del", "s", "strike"})
_UNSEEN = frozenset({"head", "script", "style", "template", "ix:header", "ix:hidden", *_STRUCK_OUT})
_HIDDEN = "display:none"
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
    """True where more is to be done than to end a block: a row, a cell, a place, a page; or to
    leave it out."""
    is_marked: bool
    """True where its look moves it, turns the page or draws a bracket."""
    finishes: bool
    """True where more is to be done at its end as well."""
    width: float | None
    """How wide a cell is, in points, else in hundredths of its table; None where nothing says."""


Key = tuple[object, str | None, str | None, str | None]
"""An element's tag, its style, its class; and its id where a style sheet speaks of ids."""


class Kinds(dict[Key, Kind]):
    """The kinds of elements met so far: a document has few, and many elements of each.

    A dictionary that fills itself, asked once for every element of a document.
    """

    def __init__(self, sheet: Sheet) -> None:
        """Begin with none met, under the styles of one document."""
        super().__init__()
        self._sheet = sheet
        self.has_ids = sheet.has_ids
        """True where elements are told apart by their ids as well."""
        self._sizes_hide = True

    def __missing__(self, key: Key) -> Kind:
        """Work out the kind of an element that has not been met."""
        kind = self[key] = self._kind(*key)
        return kind

    def hides(self, element: _Element, kind: Kind) -> bool:
        """True where nothing in an element that acts is seen.

        Letters without a size are not, unless letters inside them have one again: who draws any
        so closes the gaps between boxes by it, and hides nothing, here or elsewhere.
        """
        if kind.is_unseen or kind.look.has_size is not False or not self._sizes_hide:
            return kind.is_unseen
        within = element.iterdescendants("*")
        self._sizes_hide = not any(self._of(one).look.has_size for one in within)
        return self._sizes_hide

    def _of(self, element: _Element) -> Kind:
        identity = element.get("id") if self.has_ids else None
        return self[element.tag, style_of(element), element.get("class"), identity]

    def _kind(
        self, tag: object, style: str | None, classes: str | None, identity: str | None
    ) -> Kind:
        name = _plain_name(tag)
        look = self._sheet.look(name, style, classes, identity)
        is_unseen = name in _UNSEEN or look.is_hidden or look.is_blank
        moves = look.breaks_before or look.breaks_after or look.is_placed or look.is_frame
        is_marked = moves or look.is_bracketed
        return Kind(
            name=name,
            look=look,
            is_unseen=is_unseen,
            is_block=not is_unseen and (name not in _IN_LINE or look.is_placed),
            acts=is_unseen or is_marked or name in _ACTING or look.has_size is False,
            is_marked=is_marked,
            finishes=not is_unseen and (is_marked or name in {"tr", "table"}),
            width=look.share if look.width is None else look.width,
        )


def style_of(element: _Element) -> str | None:
    """Its own style; that of what is not shown where it is marked as hidden."""
    return element.get("style") if element.get("hidden") is None else _HIDDEN


def _plain_name(tag: object) -> str:
    """`td`, `ix:header`, …: without its namespace, but for the two that no reader sees."""
    if not isinstance(tag, str):
        return "entity"
    space, _, name = tag.lower().rpartition("}")
    return f"ix:{name}" if name in {"header", "hidden"} and "xbrl" in space else name
