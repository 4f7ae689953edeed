"""Filed accounts read back by somebody else's parser, and what a reader sees on their pages."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET

from ixbrlparse import IXBRL

from crawlers.rehearsal.forms.accounts.document import XHTML, document_body
from crawlers.rehearsal.world.books import Accounts
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.accounts_world import world

_XHTML = "{http://www.w3.org/1999/xhtml}"
_BLOCKS = {f"{_XHTML}{name}" for name in ("body", "div", "p", "table", "tr", "td", "br")}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One tagged number, without its vendor's prefixes."""

    concept: str
    value: float
    members: tuple[str, ...]
    start: date | None
    end: date


def page(accounts: Accounts, of: World | None = None) -> bytes:
    """The tagged document of a filing."""
    return document_body(of or world(accounts), accounts, XHTML)


def facts(body: bytes) -> list[Fact]:
    """Every tagged number."""
    found: list[Fact] = []
    for one in _parsed(body).numeric:
        assert one.context is not None
        assert not isinstance(one.context, str)
        end = one.context.enddate or one.context.instant
        assert end is not None
        assert one.value is not None
        members = [segment["value"].split(":")[1] for segment in one.context.segments]
        found.append(
            Fact(
                concept=one.name,
                value=one.value,
                members=tuple(sorted(members)),
                start=one.context.startdate,
                end=end,
            )
        )
    return found


def texts(body: bytes) -> dict[str, str]:
    """Every tagged text by concept: the last of each."""
    return {one.name: str(one.value) for one in _parsed(body).nonnumeric}


def root(body: bytes) -> ET.Element:
    """The document as XML, which it must be."""
    return ET.fromstring(body)  # noqa: S314 - our own document


def _parsed(body: bytes) -> IXBRL:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of one library the other still uses
        return IXBRL(BytesIO(body))


def visible(body: bytes) -> str:
    """All the text that a reader sees, in one line."""
    return re.sub(r"\s+", " ", "".join(_shown(root(body)[1]))).strip()


def printed(body: bytes, heading: str) -> dict[str, tuple[int, ...]]:
    """The numbers of each row of the page under a heading, by label; brackets make them negative.

    A row without a label is named by its place: `#1`, `#2`.
    """
    found: dict[str, tuple[int, ...]] = {}
    for row in _rows(_page(body, heading)):
        label, numbers = row[0], [cell for cell in row[1:] if re.fullmatch(r"\(?[\d,]+\)?|-", cell)]
        if len(numbers) >= 2:
            found[label or f"#{len(found)}"] = tuple(_number(cell) for cell in numbers[-2:])
    return found


def _page(body: bytes, heading: str) -> ET.Element:
    pages = [
        one
        for one in root(body).iter(f"{_XHTML}div")
        if one.get("class") in {"page", "portraitpage"}
    ]
    return next(one for one in pages if heading.lower() in _text(one)[:400].lower())


def _rows(of: ET.Element) -> Iterator[list[str]]:
    """Rows of tables, a bracket in a cell of its own joined to its number; or boxes in line."""
    for row in of.iter(f"{_XHTML}tr"):
        cells = [_text(cell) for cell in row.iter(f"{_XHTML}td")]
        yield _joined(cells)
    for block in of.iter(f"{_XHTML}div"):
        boxes = [(_place(one), one) for one in block if "absolute" in one.get("style", "")]
        heights = sorted({place[0] for place, _ in boxes})
        for height in heights:
            line = sorted((place[1], _text(one)) for place, one in boxes if place[0] == height)
            labelled = [] if line[0][0] == 0 else [""]
            yield [*labelled, *(text for _, text in line)]


def _place(box: ET.Element) -> tuple[int, int]:
    """From the top and from the left."""
    found = re.search(r"top: (\d+)pt; left: (\d+)pt", box.get("style", ""))
    assert found
    return int(found[1]), int(found[2])


def _joined(cells: list[str]) -> list[str]:
    found: list[str] = []
    for cell in cells:
        if cell == ")":
            found[-1] += cell
        else:
            found.append(cell)
    return found


def _number(cell: str) -> int:
    if cell == "-":
        return 0
    amount = int(cell.strip("()").replace(",", ""))
    return -amount if cell.startswith("(") else amount


def _text(of: ET.Element) -> str:
    return re.sub(r"\s+", " ", "".join(of.itertext())).strip()


def _shown(of: ET.Element) -> Iterator[str]:
    """The texts of a body but for what is hidden; blocks stand apart, words inside one do not."""
    if "display:none" in of.get("style", ""):
        return
    apart = " " if of.tag in _BLOCKS else ""
    yield apart + (of.text or "")
    for one in of:
        yield from _shown(one)
        yield one.tail or ""
    yield apart
