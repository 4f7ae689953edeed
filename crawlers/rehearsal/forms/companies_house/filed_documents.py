"""The documents behind filings: which there are by the day, in which media types, how long each is.

Accounts are written elsewhere and handed in as a function; every other filing says what it is on
its first page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from crawlers.rehearsal.forms.companies_house.filing_history import barcode
from crawlers.rehearsal.forms.companies_house.page_counts import Pages, stated
from crawlers.rehearsal.forms.companies_house.plain_pages import plain_pages
from crawlers.rehearsal.forms.companies_house.wording import JsonBody, day, etag, given
from crawlers.rehearsal.publishing import Setup
from crawlers.rehearsal.world.books import Accounts, Medium
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.world import World

PDF = "application/pdf"
XHTML = "application/xhtml+xml"
DocumentBody = Callable[[World, Accounts, str], bytes]
"""Writes filed accounts in a media type."""
CATEGORIES = {
    "annual-return": "annual-returns",
    "confirmation-statement": "annual-returns",
    "incorporation": "new-companies",
}
"""Where the publisher of documents has another word for a category than the filing history."""
KEPT = 64
"""Documents kept once written: a client asks for the length first and then for the body."""


def remembered(write: DocumentBody) -> DocumentBody:
    """The same, with the last bodies kept: one publisher tells their lengths, another sends them.

    Worlds are told apart by identity: comparing two would take longer than any document.
    """
    worlds: dict[int, World] = {}

    @lru_cache(maxsize=KEPT)
    def kept(world: int, accounts: Accounts, media_type: str) -> bytes:
        return write(worlds[world], accounts, media_type)

    def body(world: World, accounts: Accounts, media_type: str) -> bytes:
        worlds[id(world)] = world
        return kept(id(world), accounts, media_type)

    return body


@dataclass(frozen=True, kw_only=True, eq=False)
class FiledDocuments:
    """Every document that is on file by the setup's day."""

    setup: Setup
    document_body: DocumentBody
    pages: Pages = stated
    lengths: dict[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])
    """Of what was written before."""

    @cached_property
    def filing(self) -> Mapping[str, Filing]:
        """The filing of each document by its id."""
        return {
            one.document_id: one
            for one in self.setup.world.filings
            if one.document_id is not None and one.filed_on <= self.setup.today
        }

    @cached_property
    def accounts(self) -> Mapping[str, Accounts]:
        """The accounts in a document, by its id."""
        return {one.document_id: one for one in self.setup.world.accounts}

    def media_types(self, document_id: str) -> tuple[str, ...]:
        """In which media types a document is held: the PDF always, tagged accounts as such too."""
        accounts = self.accounts.get(document_id)
        return (PDF, XHTML) if accounts and accounts.medium is Medium.TAGGED else (PDF,)

    def body(self, document_id: str, media_type: str) -> bytes:
        """The bytes of a document that is on file in a media type."""
        return self._written(document_id, media_type)

    def length(self, document_id: str, media_type: str) -> int:
        """How many bytes that is."""
        asked = (document_id, media_type)
        if asked not in self.lengths:
            self.lengths[asked] = len(self.body(document_id, media_type))
        return self.lengths[asked]

    def metadata(self, document_id: str, address: str) -> JsonBody | None:
        """What is known of a document; None where it is not on file.

        `address` is the publisher's own.
        """
        filing = self.filing.get(document_id)
        if filing is None:
            return None
        made_up_to = filing.values.get("made_up_date") if filing.category == "accounts" else None
        said = given(
            barcode=barcode(filing) or "",
            category=CATEGORIES.get(filing.category, filing.category),
            company_number=filing.company,
            created_at=f"{day(filing.filed_on)}T09:00:00.000000000Z",
            filename=f"{filing.company}_{filing.form.lower()}_{day(filing.filed_on)}",
            links={
                "self": f"{address}/document/{document_id}",
                "document": f"{address}/document/{document_id}/content",
            },
            pages=self.pages(self.setup.world, filing),
            resources={
                media_type: {"content_length": self.length(document_id, media_type)}
                for media_type in self.media_types(document_id)
            },
            significant_date_type="made-up-date" if made_up_to else "",
        )
        said["significant_date"] = f"{made_up_to}T00:00:00Z" if made_up_to else None
        return said | {"etag": etag(said)}

    @cached_property
    def _written(self) -> Callable[[str, str], bytes]:
        return lru_cache(maxsize=KEPT)(self._write)

    def _write(self, document_id: str, media_type: str) -> bytes:
        world = self.setup.world
        accounts = self.accounts.get(document_id)
        if accounts is not None:
            return self.document_body(world, accounts, media_type)
        filing = self.filing[document_id]
        lines = (
            "REHEARSAL: an invented document about an invented company",
            f"{world.body[filing.company].name_on(filing.filed_on).upper()} ({filing.company})",
            f"{filing.form}: {filing.description.replace('-', ' ')}",
            *(f"{name.replace('_', ' ')}: {value}" for name, value in filing.values.items()),
            f"Registered on {day(filing.filed_on)}",
        )
        return plain_pages(lines, filing.pages)
