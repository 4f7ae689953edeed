"""The Gazette: notices of insolvency and striking off, found by a company's number.

The feed of notices as JSON, `/all-notices/notice/data.json`, searched for a number. Oldest notices
come first, so that a page, once full, stays as it is. Each page is a subject: the first also says
how many notices there are, if none. Of a notice its number, type and day are read. The title and
the text name people: of the text only whether it states the company's number is read, and of
notices that are not about companies nothing at all. That a company is to be struck off is mostly
told by the registrar's own list, which the feed does not hold: its filing history has it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import parse_qs, urlsplit

from crawlers.json_reading import Json, JsonObject, json_members, json_object
from crawlers.json_values import day, last_step, text
from crawlers.reading import SourceChangedError
from crawlers.source import OPEN_GOVERNMENT_LICENCE, Follow, Source, Start
from db.company_numbers import is_invented, normalise
from db.records import (
    Document,
    GazetteNotice,
    NoticeKind,
    NoticeProcedure,
    Record,
    Register,
    RegisterExtract,
)

FEED = "/all-notices/notice/data.json"
FOUND_BY = "text"
"""What the query calls the words that are searched for."""
CORPORATE_INSOLVENCY, COMPANIES = 24, 26
"""The first two digits of the codes of notices about companies."""
KINDS: Mapping[str, NoticeKind] = {
    "administration orders": NoticeKind.ADMINISTRATORS,
    "appointment of administrative receivers": NoticeKind.RECEIVERS,
    "appointment of administrators": NoticeKind.ADMINISTRATORS,
    "appointment of liquidators": NoticeKind.LIQUIDATORS,
    "appointment of receivers": NoticeKind.RECEIVERS,
    "companies removed from register": NoticeKind.STRIKE_OFF,
    "dismissal of winding-up petition": NoticeKind.PETITION_DISMISSED,
    "meetings of creditors": NoticeKind.CREDITORS_MEETING,
    "notice of intended dividend": NoticeKind.DIVIDEND,
    "notices to creditors": NoticeKind.TO_CREDITORS,
    "petitions to wind up (companies)": NoticeKind.PETITION,
    "resolution for winding-up": NoticeKind.RESOLUTION,
    "winding-up orders": NoticeKind.WINDING_UP_ORDER,
}
PROCEDURES: Mapping[int, NoticeProcedure] = {
    241: NoticeProcedure.ADMINISTRATION,
    242: NoticeProcedure.RECEIVERSHIP,
    243: NoticeProcedure.MEMBERS_VOLUNTARY,
    244: NoticeProcedure.CREDITORS_VOLUNTARY,
    245: NoticeProcedure.BY_THE_COURT,
    246: NoticeProcedure.BY_THE_COURT,
}
STRUCK_OFF = re.compile(r"\b(?:strik|struck)", re.IGNORECASE)
NOT_READ = ("f:facets", "openSearch:Query", "title", "updated")
NOT_READ_OF_A_NOTICE = ("author", "geo:Point", "link", "title", "updated")


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the notices of one page, on the first page how many there are, and the next page."""
    feed = json_object(document)
    links = feed.each("link")
    number = _company(feed, links)
    entries = _entries(feed)
    start, stop = feed.read("f:page-start", _count), feed.read("f:page-stop", _count)
    total = feed.read("f:total", _count)
    if stop - start + (1 if start else 0) != len(entries) or stop > total:
        raise feed.changed(
            f"it holds {len(entries)} notices where it counts {start} to {stop} of {total}: it is"
            " cut short; fetch it again"
        )
    if start <= 1:
        yield RegisterExtract(
            cite=feed.cite_member("f:total"),
            public_on=document.fetched_at.date(),
            company_number=number,
            register_name=Register.GAZETTE,
            read_on=document.fetched_at.date(),
            entries=len(entries),
            stated_entries=total,
            stated_active=None,
            stated_ended=None,
        )
    notices = [notice for entry in entries for notice in _notice(entry, number)]
    if start > 1 and not notices:
        raise feed.changed(
            f"none of its notices, {start} to {stop} of {total}, is about a company: the search"
            " found something else than a company's number; look at the feed"
        )
    yield from notices
    if stop < total:
        yield _next(feed, links)
    feed.ignore((*NOT_READ, "f:page-number", "f:page-size"))
    feed.done()


def recognises(document: Document) -> bool:
    """True for a page of the feed."""
    return {"f:total", "f:page-start", "f:page-stop"} <= json_members(document).keys()


def subject(records: Sequence[Record]) -> str:
    """The company, for the first page; for a later one, the company and its first notice."""
    for record in records:
        if isinstance(record, RegisterExtract):
            return record.company_number
    first = next(record for record in records if isinstance(record, GazetteNotice))
    return f"{first.company_number} from notice {first.notice_id}"


def of_an_invented_company(document: Document) -> bool:
    """True for a page about a company of a rehearsal; SourceChangedError where none is named."""
    feed = json_object(document)
    return is_invented(_company(feed, feed.each("link")))


def _company(feed: JsonObject, links: Sequence[JsonObject]) -> str:
    """The number that was searched for, as the page's own address has it."""
    own = [link.read("@href", text) for link in links if link.read("@rel", text) == "self"]
    for link in links:
        link.ignore(("@href", "@rel", "@type", "@title"))
    for address in (*own, feed.read("id", text), feed.document.url):
        for words in parse_qs(urlsplit(address).query).get(FOUND_BY, []):
            found = normalise(words)
            if found is not None:
                return found
    raise feed.changed(
        "nothing says which company was searched for; search the feed for one company's number:"
        f" {FEED}?{FOUND_BY}=01234567"
    )


def _entries(feed: JsonObject) -> Sequence[JsonObject]:
    """The notices of a page: one alone may stand there without a list round it."""
    if isinstance(json_members(feed.document).get("entry"), dict):
        return (feed.inside("entry"),)
    return feed.each_if_there("entry")


def _notice(entry: JsonObject, number: str) -> Iterator[Record]:
    code = entry.read("f:notice-code", _count)
    if code // 100 not in {CORPORATE_INSOLVENCY, COMPANIES}:
        entry.ignore_the_rest()
        return
    category = entry.inside("category")
    notice_type = category.read("@term", text)
    category.ignore(("@label", "@scheme"))
    published_on = entry.read("published", day)
    yield GazetteNotice(
        cite=entry.cite,
        public_on=published_on,
        company_number=number,
        notice_id=entry.read("id", last_step),
        code=code,
        notice_type=notice_type,
        kind=_kind(notice_type),
        procedure=PROCEDURES.get(code // 10),
        published_on=published_on,
        status=entry.read("f:status", text),
        states_number=entry.read("content", _stating(number)),
    )
    entry.ignore(NOT_READ_OF_A_NOTICE)


def _kind(notice_type: str) -> NoticeKind | None:
    if STRUCK_OFF.search(notice_type):
        return NoticeKind.STRIKE_OFF
    return KINDS.get(" ".join(notice_type.split()).casefold())


def _stating(number: str) -> Callable[[Json], bool]:
    """Give a reader that tells whether a text, or marked-up text, states a company's number."""
    shape = re.compile(rf"(?<![0-9A-Z])0*{re.escape(number.lstrip('0'))}(?![0-9A-Z])")
    return lambda value: shape.search(str(value).upper()) is not None


def _next(feed: JsonObject, links: Sequence[JsonObject]) -> Follow:
    for link in links:
        if link.read("@rel", text) == "next":
            return Follow(url=link.read("@href", text))
    raise SourceChangedError(
        feed.document,
        "/link",
        "more notices are counted than it holds, and no link leads to the next page; fetch it"
        " again",
    )


def _count(value: Json) -> int:
    """A whole number from 0, which the publisher writes as text."""
    written = text(value) if isinstance(value, str) else str(value)
    if not written.isdecimal():
        raise ValueError(f"{value!r} is not a whole number from 0")
    return int(written)


SOURCE = Source(
    key="gazette_insolvency",
    title="Notices of insolvency and striking off",
    publisher="The Gazette",
    licence=OPEN_GOVERNMENT_LICENCE,
    page="https://www.thegazette.co.uk/insolvency",
    cadence="each working day: a page is as the feed stands when it is asked",
    version=1,
    kinds=(GazetteNotice, RegisterExtract),
    recognises=recognises,
    is_rehearsal=of_an_invented_company,
    parse=parse,
    subject=subject,
    masked=("content", "title"),
    starts=(
        Start(
            host="gazette",
            path=f"{FEED}?{FOUND_BY}={{company_number}}&results-page-size=100&sort-by=oldest-date",
        ),
    ),
    good_for_days=7,
    dated_when_asked=True,
    may_fail=0.02,
)
