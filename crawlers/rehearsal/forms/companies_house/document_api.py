"""The publisher of documents: what there is of each, and the way to where its bytes are kept."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from crawlers.rehearsal.forms.companies_house.errors import not_found, refusal
from crawlers.rehearsal.forms.companies_house.filed_documents import (
    PDF,
    DocumentBody,
    FiledDocuments,
)
from crawlers.rehearsal.forms.companies_house.page_counts import Pages, stated
from crawlers.rehearsal.forms.companies_house.signed_links import signed
from crawlers.rehearsal.publishing import Answer, Asked, Setup

KEY = "companies_house_document_api"


@dataclass(frozen=True, kw_only=True, eq=False)
class CompaniesHouseDocumentApi:
    """`/document/{id}`, and `/document/{id}/content`, which sends the client to the store."""

    setup: Setup
    document_body: DocumentBody
    pages: Pages = stated

    @property
    def key(self) -> str:
        """How the site names it."""
        return KEY

    @cached_property
    def _documents(self) -> FiledDocuments:
        return FiledDocuments(setup=self.setup, document_body=self.document_body, pages=self.pages)

    def answer(self, asked: Asked, /) -> Answer:
        """The document's metadata, or a redirect that holds its address for an hour."""
        match asked.path.split("/"):
            case ["", "document", document_id]:
                said = self._documents.metadata(document_id, self.setup.addresses[KEY])
                return _json(said) if said else not_found()
            case ["", "document", document_id, "content"]:
                return self._content(document_id, asked)
            case _:
                return not_found()

    def _content(self, document_id: str, asked: Asked) -> Answer:
        if document_id not in self._documents.filing:
            return not_found()
        media_type = wanted(asked.accept, self._documents.media_types(document_id))
        if media_type is None:
            return refusal(406, "not-acceptable")
        return Answer(
            status=302,
            media_type=media_type,
            headers={"Location": signed(self.setup, document_id, media_type, asked.at)},
        )


def wanted(accept: str, held: Sequence[str]) -> str | None:
    """The first media type that a client takes and that is held; the PDF where it takes any."""
    for part in accept.split(","):
        media_type = part.partition(";")[0].strip().lower()
        if media_type in held:
            return media_type
        if media_type in {"", "*/*", "application/*"}:
            return PDF
    return None


def _json(said: object) -> Answer:
    return Answer(body=json.dumps(said).encode())
