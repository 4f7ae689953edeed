"""All entries of one register: every page, each once, and the publisher's counts agreeing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crawlers.companies_house.answers import HOW_TO_JOIN, Answer, opened
from crawlers.companies_house.oddities import Entry
from crawlers.json_reading import JsonObject
from crawlers.json_values import whole_number
from db.records import Document, Record, Register, RegisterExtract

PAGE_MEMBERS = ("etag", "kind", "links")
ReadEntry = Callable[[Entry], Iterator[Record]]


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What a register calls the publisher's counts of its entries."""

    total: str
    active: str = ""
    ended: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Members of a page that are not read."""


@dataclass(frozen=True, kw_only=True)
class Entries:
    """All entries of one register, of all its pages, with the publisher's own counts."""

    items: tuple[JsonObject, ...]
    stated: int | None = None
    active: int | None = None
    ended: int | None = None


def read_register(
    document: Document, register: Register, counts: Counts, read: ReadEntry
) -> Iterator[Record]:
    """Yield what one answer says: a whole register, with its extract, or one entry of it."""
    answer = opened(document)
    if not (answer.is_bundle or answer.body.has("items")):
        yield from read(answer.entry(register, answer.body))
    else:
        found = entries(answer, counts)
        yield extract(answer, register, found, "pages" if answer.is_bundle else "items")
        for item in found.items:
            yield from read(answer.entry(register, item))
    answer.envelope.done()


def extract(answer: Answer, register: Register, found: Entries, where: str) -> RegisterExtract:
    """Say that a register was read whole, and how much it holds under the member `where`."""
    return RegisterExtract(
        cite=answer.body.cite_member(where),
        public_on=answer.read_on,
        company_number=answer.company_number,
        register_name=register,
        read_on=answer.read_on,
        entries=len(found.items),
        stated_entries=found.stated,
        stated_active=found.active,
        stated_ended=found.ended,
    )


def subject(records: Sequence[Record]) -> str:
    """The company whose whole register it is; for one entry alone, what names the entry."""
    for record in records:
        if isinstance(record, RegisterExtract):
            return record.company_number
    named = [getattr(records[0], name) for name in type(records[0]).identity]
    return " ".join([str(name) for name in named if name is not None][:2])


def entries(answer: Answer, counts: Counts) -> Entries:
    """The entries of a register, checked to be all of them and each of them once.

    Raises SourceChangedError when pages are missing, repeat or belong to different moments, and
    when the publisher's counts disagree.
    """
    pages = answer.pages
    items = [page.each("items") for page in pages]
    found = Entries(
        items=tuple(item for page in items for item in page),
        stated=_agreed(pages, counts.total),
        active=_agreed(pages, counts.active),
        ended=_sum(pages, counts.ended),
    )
    _refuse_a_repeat(pages, items)
    _refuse_a_gap(pages, items)
    _refuse_a_part(pages, found)
    _refuse_counts_that_disagree(pages[0], found)
    for page in pages:
        page.ignore((*PAGE_MEMBERS, *counts.others))
    return found


def _agreed(pages: Sequence[JsonObject], name: str) -> int | None:
    counts = [page.read_if_there(name, whole_number) for page in pages]
    for page, (before, after) in zip(pages[1:], pairwise(counts), strict=True):
        if before != after:
            raise page.changed(
                f"{name!r} is {after} where the page before says {before}: the register changed"
                " between two fetches; fetch all pages again"
            )
    return counts[0]


def _sum(pages: Sequence[JsonObject], names: Sequence[str]) -> int | None:
    counts = [_agreed(pages, name) for name in names]
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def _refuse_a_repeat(pages: Sequence[JsonObject], items: Sequence[tuple[JsonObject, ...]]) -> None:
    seen: list[str] = []
    for number, (page, held) in enumerate(zip(pages, items, strict=True), start=1):
        said = [item.as_text() for item in held]
        if len(set(said)) < len(said):
            raise page.changed(
                f"page {number} holds an entry twice, so that another may be missing; fetch all"
                " pages again"
            )
        if set(said) & set(seen):
            raise page.changed(
                f"page {number} holds entries of a page before: a page was fetched twice, or the"
                " register changed between two fetches; fetch all pages again"
            )
        seen += said
    _refuse_two_of_one(pages[-1], [item for held in items for item in held])


def _refuse_two_of_one(page: JsonObject, items: Sequence[JsonObject]) -> None:
    """Stop where two entries that differ have one address: another entry is missing for it."""
    own = [address for item in items if (address := item.address()) is not None]
    twice = next((one for one in own if own.count(one) > 1), None)
    if twice is not None:
        raise page.changed(
            f"the entry {twice} stands twice and differs: the register changed between two"
            " fetches, so that another entry may be missing; fetch all pages again"
        )


def _refuse_a_gap(pages: Sequence[JsonObject], items: Sequence[tuple[JsonObject, ...]]) -> None:
    before = 0
    for number, (page, held) in enumerate(zip(pages, items, strict=True), start=1):
        start = page.read_if_there("start_index", whole_number)
        if start is not None and start != before:
            raise page.changed(
                f"page {number} starts at entry {start} where {before} come before it: a page is"
                f" missing or stands twice; fetch all pages and join them in order, {HOW_TO_JOIN}"
            )
        before += len(held)


def _refuse_a_part(pages: Sequence[JsonObject], found: Entries) -> None:
    held = len(found.items)
    sizes = [page.read_if_there("items_per_page", whole_number) for page in pages]
    if found.stated is not None and held < found.stated:
        raise pages[-1].changed(
            f"it holds {held} of {found.stated} entries: it is cut short or pages are missing;"
            f" fetch all pages and join them {HOW_TO_JOIN}"
        )
    if found.stated is not None and held > found.stated:
        raise pages[-1].changed(
            f"it holds {held} entries where its total is {found.stated}: it was put together from"
            " answers of different moments, or the publisher's total is wrong; fetch it again, and"
            " report it to the publisher if it stays so"
        )
    if found.stated is None and sizes[-1] and len(pages[-1].each("items")) >= sizes[-1]:
        raise pages[-1].changed(
            f"its last page is full with {sizes[-1]} entries and no total says that it is the"
            f" last; fetch the next page too and join them {HOW_TO_JOIN}"
        )


def _refuse_counts_that_disagree(page: JsonObject, found: Entries) -> None:
    if None in (found.stated, found.active, found.ended):
        return
    counts = (found.active or 0) + (found.ended or 0)
    if counts != found.stated:
        raise page.changed(
            f"{found.active} active and {found.ended} ended entries are {counts}, where its total"
            f" is {found.stated}; fetch it again, and report it to the publisher if it stays so"
        )
