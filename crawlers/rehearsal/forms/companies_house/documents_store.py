"""The host on which documents are kept: it knows no keys, only signed links."""

from dataclasses import dataclass
from functools import cached_property
from xml.sax.saxutils import escape

from crawlers.rehearsal.forms.companies_house.filed_documents import (
    PDF,
    XHTML,
    DocumentBody,
    FiledDocuments,
)
from crawlers.rehearsal.forms.companies_house.signed_links import STORE, is_over, is_signed
from crawlers.rehearsal.publishing import Answer, Asked, Setup, modified

MEDIA_TYPES = {"application-pdf": PDF, "application-xhtml+xml": XHTML}


@dataclass(frozen=True, kw_only=True, eq=False)
class CompaniesHouseDocumentsStore:
    """`/docs/{id}/application-pdf`."""

    setup: Setup
    document_body: DocumentBody

    @property
    def key(self) -> str:
        """How the site names it."""
        return STORE

    @cached_property
    def _documents(self) -> FiledDocuments:
        return FiledDocuments(setup=self.setup, document_body=self.document_body)

    def answer(self, asked: Asked, /) -> Answer:
        """The document's bytes, for whoever has the link."""
        match asked.path.split("/"):
            case ["", "docs", document_id, step] if step in MEDIA_TYPES:
                if not is_signed(self.setup, asked):
                    return _error(403, "AccessDenied", "Access Denied")
                if is_over(self.setup, asked):
                    return _error(403, "AccessDenied", "Request has expired")
                return self._bytes(document_id, MEDIA_TYPES[step])
            case _:
                return _error(404, "NoSuchKey", "The specified key does not exist.")

    def _bytes(self, document_id: str, media_type: str) -> Answer:
        filing = self._documents.filing.get(document_id)
        if filing is None or media_type not in self._documents.media_types(document_id):
            return _error(404, "NoSuchKey", "The specified key does not exist.")
        return Answer(
            media_type=media_type,
            body=self._documents.body(document_id, media_type),
            headers=modified(filing.filed_on),
        )


def _error(status: int, code: str, message: str) -> Answer:
    said = f"<Error><Code>{code}</Code><Message>{escape(message)}</Message></Error>"
    return Answer(
        status=status,
        media_type="application/xml",
        body=f'<?xml version="1.0" encoding="UTF-8"?>\n{said}'.encode(),
    )
