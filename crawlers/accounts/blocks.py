"""The walk through a marked-up document that gives its visible text block by block."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import Protocol, cast

from lxml import etree

from crawlers.accounts.block import Block, Row
from crawlers.accounts.elements import Kind, Kinds, style_of
from crawlers.accounts.styles import Look, Sheet

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name

_NEW_LINE = "\u2028"
_NEW_PARAGRAPH = re.compile("\u2028\\s*\u2028")
_NOT_PRINTED = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_UNKNOWN = "\ufffd"
_CELLS = frozenset({"td", "th"})


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
    kinds = Kinds(Sheet(_sheets(root)))
    has_ids, has_hidden = kinds.has_ids, _has_hidden(root)
    reading = _Reading()
    text, opened = reading.text, list[Kind]()
    walker = cast(
        _Walker,
        etree.iterwalk(root, events=("start", "end", "comment", "pi")),  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    )
    for event, element in walker:
        if event == "start":
            get = element.get
            identity = get("id") if has_ids else None
            style = style_of(element) if has_hidden else get("style")
            kind = kinds[element.tag, style, get("class"), identity]
            opened.append(kind)
            if kind.is_block and text:
                reading.flush()
            if not kind.acts:
                more = element.text
            elif kinds.hides(element, kind):
                walker.skip_subtree()
                reading.pass_over(kind, element)
                opened[-1] = kind._replace(finishes=False)
                continue
            else:
                more = reading.begin(kind, element)
        else:
            if event == "end":
                kind = opened.pop()
                if kind.is_block and text:
                    reading.flush()
                if kind.finishes:
                    reading.finish(kind)
            more = element.tail
        if more and (text or not more.isspace()):
            text.append(more)
    reading.flush()
    return tuple(reading.blocks), reading.page > 1


def _has_hidden(root: _Element) -> bool:
    """True where an element is marked as hidden: few documents have any."""
    return bool(root.xpath("boolean(//@hidden)"))


def _sheets(root: _Element) -> str:
    """The text of its style sheets, those in comments and marked sections included."""
    return "\n".join(node.text or "" for sheet in root.iter("{*}style") for node in (sheet, *sheet))


class _Reading:
    """What is open at one moment of the walk."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.page = 1
        self.text: list[str] = []
        """The pieces of the block that is open; the first has a letter."""
        self._is_bracketed = False
        self._has_text_since_break = False
        self._count = 0
        self._tables: list[_Table] = []
        self._row: Row | None = None
        self._at = (0, 0, 0)
        self._places: list[tuple[float, float, float]] = []
        self._frames = [0]
        self._frame_count = 0

    def begin(self, kind: Kind, element: _Element) -> str | None:
        """Open an element that acts, and give the text that it begins with."""
        name = kind.name
        if name in _CELLS:
            if self._row is not None:
                self._open_cell(self._row, element, kind.width)
        elif name == "tr":
            if self._tables:
                self._row = Row(self._tables[-1].number)
                self._at = (-1, 0, 0)
        elif name == "table":
            self._open_table(kind.look)
        elif name == "entity":
            return _character(element)
        elif name == "br":
            return _NEW_LINE if self.text else None
        if kind.is_marked:
            self._mark(kind.look)
        return element.text

    def pass_over(self, kind: Kind, element: _Element) -> None:
        """Leave the place of a cell in which nothing is seen: the next stands beside it."""
        if kind.name in _CELLS and self._row is not None and not kind.look.is_hidden:
            self._open_cell(self._row, element, kind.width)

    def finish(self, kind: Kind) -> None:
        """Close the element that was opened last."""
        if kind.name == "tr":
            self._row = None
        elif kind.name == "table":
            table = self._tables.pop()
            self._row, self._at = table.row, table.at
        if kind.name == "br":
            pass  # it has no inside to be placed
        elif kind.look.is_placed and kind.look.top is not None:
            self._places.pop()
        elif kind.look.is_frame and not self._places:
            self._frames.pop()
        if kind.look.breaks_after:
            self._turn()

    def flush(self) -> None:
        """End the block that is open."""
        whole = "".join(self.text)
        self.text.clear()
        if not whole.isascii():
            whole = _NOT_PRINTED.sub("", whole)
        parts = _NEW_PARAGRAPH.split(whole) if _NEW_LINE in whole else (whole,)
        for paragraph in parts:
            text = " ".join(paragraph.split())
            if text:
                self._put(text)
        self._is_bracketed = False

    def _put(self, text: str) -> None:
        self._has_text_since_break = True
        place = self._places[-1] if self._places else None
        self.blocks.append(
            Block(
                text, self.page, self._row, *self._at, place, self._frames[-1], self._is_bracketed
            )
        )

    def _mark(self, look: Look) -> None:
        """Turn the page, draw a bracket, go to a place, as a look says."""
        if look.breaks_before:
            self._turn()
        self._is_bracketed = self._is_bracketed or look.is_bracketed
        if look.is_placed and look.top is not None:
            self._places.append(self._place(look))
        elif look.is_frame and not self._places:
            self._frame_count += 1
            self._frames.append(self._frame_count)

    def _open_table(self, look: Look) -> None:
        if self._row is not None:
            self._row.is_layout = True
        self._count += 1
        width = 1.0 if look.share is None else look.share / 100
        table = _Table(number=self._count, row=self._row, at=self._at, width=width)
        self._tables.append(table)
        self._row = None

    def _open_cell(self, row: Row, element: _Element, width: float | None) -> None:
        table = self._tables[-1]
        left = row.columns
        across, down = element.get("colspan"), element.get("rowspan")
        while table.spans.get(left, 0) > 0:
            table.spans[left] -= 1
            left += 1
        right = row.columns = left + (1 if across is None else _span(across))
        if down is not None and (more := _span(down) - 1):
            table.spans |= dict.fromkeys(range(left, right), more)
        edges = row.edges
        if width is None or not row.is_measured:
            row.is_measured = False
            edges.append(None)
        else:
            begins = edges[-1][1] if edges and edges[-1] is not None else 0.0
            edges.append((begins, begins + width * table.width))
        self._at = (len(edges) - 1, left, right)

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


def _span(said: str) -> int:
    """Over how many columns or rows a cell goes; 1 where what is said is not possible."""
    if not said.strip().isdecimal():
        return 1
    return min(max(int(said), 1), 100)


def _character(entity: _Element) -> str:
    """What a named character stands for; a sign that no number has where the name is not known.

    What a document's own name stands for is not asked: left out, `12&n;0` would be 120.
    """
    return html5.get((entity.text or "").removeprefix("&"), _UNKNOWN)
