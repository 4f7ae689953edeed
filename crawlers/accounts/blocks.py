"""The walk through a marked-up document that gives its visible text block by block."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Protocol, cast

from lxml import etree

from crawlers.accounts.block import Block, Row
from crawlers.accounts.styles import PLAIN, Look, Sheet

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name

_UNSEEN = frozenset({"head", "script", "style", "template", "ix:header", "ix:hidden"})
# fmt: off
_IN_LINE = frozenset({
    "a", "abbr", "acronym", "b", "bdo", "big", "cite", "code", "em", "font", "i", "img",
    "label", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
    "ins", "del", "dfn", "kbd", "mark", "nobr", "samp", "wbr", "br", "nonfraction",
    "nonnumeric", "continuation", "exclude", "fraction", "numerator", "denominator",
    "footnote", "col", "colgroup",
})
# fmt: on
_NEW_LINE = "\u2028"
_NEW_PARAGRAPH = re.compile("\u2028\\s*\u2028")
_NOT_PRINTED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


class _Walker(Protocol):
    """lxml's walk, which its type stubs do not know."""

    def __iter__(self) -> Iterator[tuple[str, _Element]]: ...

    def skip_subtree(self) -> None: ...


@dataclass(slots=True, kw_only=True, eq=False)
class _Table:
    """A table that is open, and the row and cell round it."""

    number: int
    row: Row | None
    at: tuple[int, int, int]
    width: float
    spans: dict[int, int] = field(default_factory=dict[int, int])
    """For how many rows more a cell from above stands in a column."""


def blocks(root: _Element) -> tuple[tuple[Block, ...], bool]:
    """Every visible block in document order, and whether the mark-up says where pages end."""
    reading = _Reading(Sheet(_sheets(root)))
    walker = cast(
        _Walker,
        etree.iterwalk(root, events=("start", "end", "comment", "pi")),  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    )
    for event, element in walker:
        if event == "start":
            if not reading.begin(element):
                walker.skip_subtree()
        elif event == "end":
            reading.finish(element)
        else:
            reading.add(element.tail)
    reading.flush()
    return tuple(reading.blocks), reading.page > 1


def _sheets(root: _Element) -> str:
    """The text of its style sheets, those in comments and marked sections included."""
    return "\n".join(node.text or "" for sheet in root.iter("{*}style") for node in (sheet, *sheet))


class _Reading:
    """What is open at one moment of the walk."""

    def __init__(self, sheet: Sheet) -> None:
        self.blocks: list[Block] = []
        self.page = 1
        self._sheet = sheet
        self._names: dict[object, str] = {}
        self._text: list[str] = []
        self._is_bracketed = False
        self._has_text_since_break = False
        self._count = 0
        self._tables: list[_Table] = []
        self._row: Row | None = None
        self._at = (0, 0, 0)
        self._places: list[tuple[float, float, float]] = []
        self._opened: list[tuple[str, bool, Look]] = []

    def begin(self, element: _Element) -> bool:
        """Open an element; False where nothing in it is seen."""
        name = self._names.get(element.tag) or self._name(element.tag)
        if name == "entity":
            self._opened.append((name, False, PLAIN))
            self.add(_character(element))
            return True
        look = self._sheet.look(name, element.get("style"), element.get("class"), element.get("id"))
        is_unseen = name in _UNSEEN or look.is_hidden
        is_block = not is_unseen and (name not in _IN_LINE or look.is_placed)
        self._opened.append((name, is_block, look))
        if is_unseen:
            return False
        if is_block:
            self.flush()
            self._open(name, element, look)
        elif name == "br":
            self._text.append(_NEW_LINE)
        if look.breaks_before:
            self._turn()
        if look.is_bracketed:
            self._is_bracketed = True
        self.add(element.text)
        return True

    def finish(self, element: _Element) -> None:
        """Close the element that was opened last and take the text after it."""
        name, is_block, look = self._opened.pop()
        if is_block:
            self.flush()
            self._close(name, look)
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        """Take text into the block that is open; blanks before its first letter are nothing."""
        if text and (self._text or not text.isspace()):
            self._text.append(text)

    def flush(self) -> None:
        """End the block that is open."""
        if not self._text:
            return
        whole = "".join(self._text)
        self._text.clear()
        if not whole.isascii():
            whole = whole.translate(_NOT_PRINTED)
        for paragraph in _NEW_PARAGRAPH.split(whole):
            text = " ".join(paragraph.split())
            if text:
                self._put(text)
        self._is_bracketed = False

    def _put(self, text: str) -> None:
        self._has_text_since_break = True
        cell, left, right = self._at
        self.blocks.append(
            Block(
                text=text,
                page=self.page,
                row=self._row,
                cell=cell,
                left=left,
                right=right,
                place=self._places[-1] if self._places else None,
                is_bracketed=self._is_bracketed,
            )
        )

    def _name(self, tag: object) -> str:
        name = self._names[tag] = _plain_name(tag)
        return name

    def _open(self, name: str, element: _Element, look: Look) -> None:
        if name == "table":
            self._open_table(look)
        elif name == "tr" and self._tables:
            self._row = Row(table=self._tables[-1].number)
            self._at = (-1, 0, 0)
        elif name in {"td", "th"} and self._row is not None:
            self._open_cell(self._row, element, look)
        if look.is_placed and look.top is not None:
            self._places.append(self._place(look))

    def _open_table(self, look: Look) -> None:
        if self._row is not None:
            self._row.is_layout = True
        self._count += 1
        width = 1.0 if look.share is None else look.share / 100
        table = _Table(number=self._count, row=self._row, at=self._at, width=width)
        self._tables.append(table)
        self._row = None

    def _close(self, name: str, look: Look) -> None:
        if name == "tr":
            self._row = None
        elif name == "table":
            table = self._tables.pop()
            self._row, self._at = table.row, table.at
        if look.is_placed and look.top is not None:
            self._places.pop()
        if look.breaks_after:
            self._turn()

    def _open_cell(self, row: Row, element: _Element, look: Look) -> None:
        table = self._tables[-1]
        while table.spans.get(row.columns, 0) > 0:
            table.spans[row.columns] -= 1
            row.columns += 1
        left, row.columns = row.columns, row.columns + _span(element.get("colspan"))
        if (down := _span(element.get("rowspan"))) > 1:
            table.spans |= dict.fromkeys(range(left, row.columns), down - 1)
        width = look.share if look.width is None else look.width
        before = row.edges[-1] if row.edges else (0.0, 0.0)
        if width is None or before is None:
            row.edges.append(None)
        else:
            row.edges.append((before[1], before[1] + width * table.width))
        self._at = (len(row.edges) - 1, left, row.columns)

    def _place(self, look: Look) -> tuple[float, float, float]:
        """Its place on the page, wherever the elements round it stand."""
        top, left, _ = self._places[-1] if self._places else (0.0, 0.0, 0.0)
        begins = left + (look.left or 0.0)
        return top + (look.top or 0.0), begins, begins + (look.width or 0.0)

    def _turn(self) -> None:
        """Go to a new page, unless nothing has been printed on this one."""
        if self._has_text_since_break:
            self.page += 1
            self._has_text_since_break = False


def _span(said: str | None) -> int:
    """Over how many columns or rows a cell goes; 1 where that is not said, or not possible."""
    if said is None or not said.strip().isdecimal():
        return 1
    return min(max(int(said), 1), 100)


def _plain_name(tag: object) -> str:
    """`td`, `ix:header`, …: without its namespace, but for the two that no reader sees."""
    if not isinstance(tag, str):
        return "entity"
    space, _, name = tag.lower().rpartition("}")
    return f"ix:{name}" if name in {"header", "hidden"} and "xbrl" in space else name


def _character(entity: _Element) -> str:
    """What a named character stands for; nothing where the name is the document's own."""
    name = entity.text or ""
    shown = unescape(name)
    return "" if shown == name else shown
