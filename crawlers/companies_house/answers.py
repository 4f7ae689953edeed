"""What an answer of Companies House is about, however it came, and whether it is whole.

The same content comes bare from the API, inside an event of the stream, and inside a line of the
daily snapshot. A register of many entries comes in pages: whoever fetches them joins them into one
document, `{"pages": [first, second]}`, so that a company's register is one subject.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from crawlers.companies_house.oddities import Entry
from crawlers.json_reading import JsonObject, json_members, json_object, refuse_an_error
from crawlers.json_values import text
from db.company_numbers import normalise
from db.records import Document, Register

EVENT = ("event", "resource_id", "resource_kind", "resource_uri")
_IN_A_LINK = re.compile(r"/company/([^/?#]+)")
_IN_A_FILE_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Z0-9]{8}(?![A-Za-z0-9])")
HOW_TO_JOIN = 'as {"pages": [first, second]}'
"""How pages of one register become one document."""
DAYS = ("19000101", "22000101")
"""Eight digits between these are a day in a file's name: no company bears such a number yet."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer: the company, the content, and the day on which it was fetched."""

    company_number: str
    body: JsonObject
    """The content, out of its envelope; of a bundle, the bundle."""
    pages: tuple[JsonObject, ...]
    """The pages of a bundle; else the content alone."""
    is_bundle: bool
    read_on: date
    envelope: JsonObject
    """The whole document: `done()` on it checks everything that was handed out."""

    def entry(self, register: Register, said: JsonObject) -> Entry:
        """One entry of this answer."""
        return Entry(
            company_number=self.company_number,
            register=register,
            read_on=self.read_on,
            said=said,
        )


def bundle(pages: Sequence[bytes]) -> bytes:
    """Join the pages of one register, verbatim and in order, into one document."""
    return b'{"pages": [' + b",\n".join(page.strip() for page in pages) + b"]}"


def content(document: Document) -> dict[str, Any]:
    """The members of an answer, or of a bundle's first page; none when it is no JSON object."""
    members = json_members(document)
    pages = members.get("pages")
    first = cast("list[object]", pages)[:1] if isinstance(pages, list) else []
    for inside in (members.get("data"), *first):
        if isinstance(inside, dict):
            return cast("dict[str, Any]", inside)
    return members


def lists_statements(said: dict[str, Any]) -> bool:
    """True for a list of control statements, false for a control register: their heads are alike.

    Its own address tells, or the first entry's kind: a register links to the other one as well.
    """
    links = said.get("links")
    own = cast("dict[str, object]", links).get("self") if isinstance(links, dict) else None
    if isinstance(own, str):
        return own.partition("?")[0].endswith("-statements")
    items = said.get("items")
    first = cast("list[object]", items)[:1] if isinstance(items, list) else []
    kinds = (cast("dict[str, object]", one).get("kind") for one in first if isinstance(one, dict))
    return any(kind == "persons-with-significant-control-statement" for kind in kinds)


def opened(document: Document) -> Answer:
    """Take an answer out of its envelope and find its company.

    Raises SourceChangedError for an error's body and when nothing names the company, or two
    places name different ones.
    """
    envelope = json_object(document)
    body = envelope
    if envelope.has("data"):
        body = envelope.inside("data")
        envelope.ignore((*EVENT, "company_number"))
        _refuse_a_deletion(envelope)
    pages = envelope.each("pages") if envelope.names == ("pages",) else (body,)
    if not pages:
        raise body.changed(f"the bundle has no pages; fetch them again and join them {HOW_TO_JOIN}")
    for page in pages:
        refuse_an_error(page)
    return Answer(
        company_number=_company(envelope, pages),
        body=body,
        pages=pages,
        is_bundle=pages != (body,),
        read_on=document.fetched_at.date(),
        envelope=envelope,
    )


def _company(envelope: JsonObject, pages: Sequence[JsonObject]) -> str:
    """The company that an answer is about: from the answer, else from its address."""
    stated = [*_stated(envelope, pages), *_linked(envelope, pages)]
    numbers = {number: normalise(number) for number in stated}
    wrong = [number for number, normal in numbers.items() if normal is None]
    if wrong:
        raise envelope.changed(
            f"{wrong[0]!r} is not a company number: eight characters, such as 01234567 or"
            " SC123456; fetch it again under the company's own number"
        )
    addressed = _in_the_address(envelope.document.url)
    found = sorted({number for number in (*numbers.values(), addressed) if number})
    if len(found) > 1:
        raise envelope.changed(
            f"it is about the companies {found} at once; fetch the answer of each again"
        )
    if not found:
        raise envelope.changed(
            "nothing says which company it is about; give the file a name with the company's"
            " number in it, such as charges_01234567.json"
        )
    return found[0]


def _refuse_a_deletion(envelope: JsonObject) -> None:
    event = envelope.inside_if_there("event")
    if event is not None:
        said = event.read("type", text)
        event.ignore_the_rest()
        if said != "changed":
            raise event.changed(
                f"the stream says that it was {said!r}, which is no content; ask the API for the"
                " register as it stands"
            )


def _stated(envelope: JsonObject, pages: Sequence[JsonObject]) -> list[str]:
    places = (envelope, *(page for page in pages if page is not envelope))
    return [p.read("company_number", text) for p in places if p.has("company_number")]


def _linked(envelope: JsonObject, pages: Sequence[JsonObject]) -> list[str]:
    """The numbers in the links that lead to the answer itself."""
    links: list[str] = []
    if envelope.has("resource_uri"):
        links.append(envelope.read("resource_uri", text))
    for page in pages:
        links += _own_link(page)
    return [found[1] for link in links if (found := _IN_A_LINK.match(link)) is not None]


def _own_link(page: JsonObject) -> list[str]:
    if not page.has("links"):
        return []
    links = page.inside("links")
    links.ignore_the_rest()
    return [links.read("self", text)] if links.has("self") else []


def _in_the_address(url: str) -> str | None:
    """The number in an API's address, or the only one in a file's name."""
    linked = _IN_A_LINK.search(url)
    if linked is not None:
        return normalise(linked[1])
    names = _IN_A_FILE_NAME.findall(url.rpartition("/")[2].removeprefix("file:"))
    found = {n for n in names if normalise(n) == n and not DAYS[0] <= n < DAYS[1]}
    return found.pop() if len(found) == 1 else None
