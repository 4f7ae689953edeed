"""What a source is: who publishes it, how its bytes are known, and how they are read."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import ClassVar, Protocol

from crawlers.bulk import BulkFile, Extract, Part
from crawlers.hosts import ASK_FOR_A_KEY
from db.records import Document, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """A link the parser wants fetched next. The spider decides when and how."""

    url: str
    """As the document has it: it may be relative to the document's own."""
    host: str | None = None
    """Where a page only implies a file on another host: that host's key in `crawlers.hosts`. The
    url is then a path there."""
    to: str | None = None
    """Which of the source's signposts it leads to; None for a document that the source reads."""
    source: str | None = None
    """The key of the source whose it is; None for the one whose document has the link. A source
    that is not crawled is not followed."""
    accept: str | None = None
    """The media type to ask for, where the publisher has several."""
    stated_bytes: int | None = None
    """About how long it is, as the publisher's page says, if it does."""
    published_on: date | None = None
    """The day on which the publisher's page says that it came out, if it does."""
    is_final: bool = False
    """True for a document that never changes at its address: once held, it is not asked again."""


OF_A_COMPANY = "{company_number}"
"""What stands for each watched company's number in the path of a start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where a crawl of a source begins: a path of one of the publishers' hosts."""

    host: str
    """Its key in `crawlers.hosts`."""
    path: str
    """Path and query; `OF_A_COMPANY` in it stands for each watched company's number."""
    to: str | None = None
    """Which of the source's signposts it leads to; None for a document that the source reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """How a register that comes in pages is asked for, and how its pages become one document."""

    first: str
    """The query of the first page."""
    following: Callable[[Sequence[bytes]], str | None]
    """The query of the page after these; None when they are all, or when they are not pages: then
    the reader says what is amiss. Pure, and never raises."""
    join: Callable[[Sequence[bytes]], bytes]
    """All pages, verbatim and in order, as the one document that the source reads."""
    starts_as: Callable[[bytes, bytes], bool]
    """True when a page is, to all that the source reads, the first of those that a document joins:
    then the publisher's list is what it was."""


class Signpost(Protocol):
    """A page without records, which only shows the way. Pure, like a parser.

    Raises SourceChangedError where the page is not what it should be, or leads nowhere.
    """

    def __call__(self, document: Document, /) -> Iterator[Follow]:
        """Yield where the page leads."""
        ...


class Parser(Protocol):
    """A pure reading of one document. No clock, no network, no database."""

    def __call__(self, document: Document, /) -> Iterator[Record | Follow]:
        """Yield what the document states and where it points next."""
        ...


class Spares(Protocol):
    """Tells what of a masked member may be shown. Pure."""

    def __call__(self, pointer: str, member: str, said: Mapping[str, object], /) -> bool:
        """True when this member of the object at `pointer`, which says this, may be shown."""
        ...


def spare_nobody(pointer: str, member: str, said: Mapping[str, object], /) -> bool:  # noqa: ARG001
    """False: what is masked stays masked."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Under which terms a publication may be used again."""

    name: str
    url: str


OPEN_GOVERNMENT_LICENCE = Licence(
    name="Open Government Licence v3.0",
    url="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One publication, described once for the crawler, the dashboard, and the docs."""

    key: str
    title: str
    publisher: str
    licence: Licence
    page: str
    """The publisher's landing page. File addresses change with each re-issue; this does not."""
    cadence: str
    """How often a new issue appears, in words."""
    version: int
    """Raise it whenever `parse` reads differently, so that the archive is read again."""
    kinds: tuple[type[Record], ...]
    """What the parser yields."""
    recognises: Callable[[Document], bool]
    """True for a document of this source, from its bytes alone. Cheap, and never raises."""
    parse: Parser
    subject: Callable[[Sequence[Record]], str]
    """What one document is about: the unit that commits and is replaced as a whole."""
    not_read: Callable[[Document], str | None] = lambda _: None
    """What a recognised document is, and why it is not read here; None for one that is read."""
    is_rehearsal: Callable[[Document], bool] = lambda _: False
    """True when the document says of itself that it is invented."""
    is_ours: bool = False
    """True for tables which the project itself writes: they belong to either world."""
    floors: Mapping[str, Mapping[type[Record], int]] = field(
        default_factory=dict[str, Mapping[type[Record], int]]
    )
    """Fewest records of each kind in a healthy real document, by how its subject begins, the first
    that fits; fewer leave the old data."""
    masked: tuple[str, ...] = ()
    """Of what is read, the headings whose cells are never printed, `*` standing for anything. What
    is not read is never printed either, and needs no naming."""
    spares: Spares = spare_nobody
    """Of what is masked in JSON, what is printed all the same: a body's name is nobody's detail."""
    starts: tuple[Start, ...] = ()
    """Where a crawl of it begins; none where other sources lead to it, or it is not crawled."""
    led_to_by: str | None = None
    """The key of the source whose documents lead to it, company by company and with its key."""
    paging: Paging | None = None
    """How its documents come in pages; None where one address gives a whole document."""
    good_for_days: int = 0
    """For how many days a document that was fetched is not asked for again at its address."""
    dated_when_asked: bool = False
    """True where a document bears the moment at which it was asked for. One that states just what
    the last of its address does is noted as unchanged then, and not kept again."""
    may_be_absent: bool = False
    """True where an address that is not found is no surprise: there is nothing of the kind."""
    may_be_unknown: bool = False
    """True where an address that was never held may not be found: whoever named it may be wrong."""
    may_fail: float = 0.0
    """The share of its subjects, held or asked for the first time, that a run may fail to bring,
    each keeping its old data, before nothing of the run counts: 0 for whole registers, of which
    half is worse than yesterday's. A page that leads to documents may never fail: what lies behind
    it cannot be counted."""
    signposts: Mapping[str, Signpost] = field(default_factory=dict[str, Signpost])
    """The pages that lead to its documents, by what they are called in `Start` and `Follow`."""

    @property
    def is_crawled(self) -> bool:
        """True for a source that a crawl comes to, by itself or from another."""
        return bool(self.starts or self.led_to_by)

    @property
    def is_of_companies(self) -> bool:
        """True for one that is asked company by company, or is led to by one that is."""
        return bool(self.led_to_by) or any(OF_A_COMPANY in start.path for start in self.starts)

    @property
    def asks_for_a_key(self) -> bool:
        """True for one that begins at a host which lets nobody in without a key."""
        return bool(self.led_to_by) or any(start.host in ASK_FOR_A_KEY for start in self.starts)

    @property
    def circle(self) -> str:
        """What it has in common with the sources whose documents lead to one another.

        Those behind the key: a profile leads to registers, and a new filing to what it names. A
        filing history that was published before all that would lead there no more.
        """
        return ASK_FOR_A_KEY[0] if self.asks_for_a_key else self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkSource:
    """One register too large for memory: streamed to Parquet, never held.

    Records are made of the lines about a few companies only, by the source named `extracts_for`.
    """

    key: str
    title: str
    publisher: str
    licence: Licence
    page: str
    """The publisher's landing page."""
    cadence: str
    """How often a new issue appears, in words."""
    version: int
    """Raise it whenever `read` reads differently."""
    begins: Callable[[bytes], bool]
    """True for a product of this source, from its first bytes. Never raises."""
    read: Callable[[BulkFile, Path], Part]
    """Check a product and write it to a Parquet file at the path; SourceChangedError if amiss."""
    is_rehearsal: Callable[[bytes], bool] = lambda _: False
    """True for a product that is invented, from its first bytes."""
    extracts_for: str | None = None
    """The key of the source that reads the lines about one company; None when none does."""
    extracts: Callable[[BulkFile, Collection[str]], Iterator[Extract]] | None = None
    """The lines about these companies: one extract for each, empty ones included."""
    starts: tuple[Start, ...] = ()
    """Where a crawl of it begins."""
    signposts: Mapping[str, Signpost] = field(default_factory=dict[str, Signpost])
    """The pages that lead to its products, by what they are called in `Start` and `Follow`."""

    @property
    def is_crawled(self) -> bool:
        """True for a product that a crawl comes to."""
        return bool(self.starts)

    @property
    def asks_for_a_key(self) -> bool:
        """False: products are open to everyone."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSource:
    """Products that are kept whole, as they come, for a reader to come: nothing of them is read.

    They are gigabytes, so that they are crawled only when somebody names the source in full.
    """

    version: ClassVar[int] = 0
    """No reader's."""

    key: str
    title: str
    publisher: str
    licence: Licence
    page: str
    """The publisher's landing page."""
    cadence: str
    """How often a new issue appears, in words."""
    starts: tuple[Start, ...]
    """Where a crawl of it begins."""
    signposts: Mapping[str, Signpost]
    """The pages that lead to its products, the newest first, by what they are called in `Start`."""
    is_rehearsal: Callable[[Path], bool]
    """True for a product that is invented. Never raises."""

    @property
    def is_crawled(self) -> bool:
        """True: that is all that is done with it."""
        return True

    @property
    def asks_for_a_key(self) -> bool:
        """False: products are open to everyone."""
        return False
