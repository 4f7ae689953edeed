"""Companies House: what is known of a filed document, from which its bytes are asked for.

`/document/{id}` on the host of documents, where the latest two accounts in a filing history lead.
It says in which forms the document is held: with tags, where accounts were filed by software, and
else as pictures of its pages. Of accounts the bytes are followed in the best form that is held. The
host sends whoever asks for them to another one, which knows no keys and must be told none.
"""

from collections.abc import Iterator, Mapping, Sequence

from crawlers.companies_house import CADENCE, FEW, LICENCE, MASKED, PAGE, PUBLISHER
from crawlers.companies_house.answers import content, opened
from crawlers.companies_house.asking import DOCUMENT_API, DOCUMENTS, FILED_ACCOUNTS, document_path
from crawlers.companies_house.invented import of_an_invented_company
from crawlers.json_reading import JsonObject
from crawlers.json_values import day, optional_text, text, whole_number
from crawlers.source import Follow, Source
from db.records import Document, FiledDocument, Record

PDF, TAGGED = "application/pdf", "application/xhtml+xml"
BEST_FIRST = (TAGGED, "application/zip", "application/xml", PDF)
"""A zip is a package of tagged accounts; plain XML is tags as they were filed until 2018."""
NOT_READ = ("barcode", "etag", "filename", "updated_at")


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield what is said of one document and, of accounts, the way to its bytes.

    Raises SourceChangedError where it is held in no form that is known.
    """
    answer = opened(document)
    said = answer.body
    links = said.inside("links")
    path = links.read("self", document_path)
    onward = links.read("document", document_path)
    lengths = _lengths(said)
    held = next((one for one in BEST_FIRST if one in lengths), None)
    if onward != path or held is None:
        raise said.changed(
            f"it is held as {sorted(lengths)}, and its bytes lie under {onward!r}; fetch it again,"
            " and if documents are held otherwise now, this source's file must learn how"
        )
    created_on = said.read("created_at", day)
    category = said.read("category", text)
    yield FiledDocument(
        cite=said.cite_member("category"),
        public_on=created_on,
        company_number=answer.company_number,
        document_id=path.rpartition("/")[2],
        category=category,
        created_on=created_on,
        significant_on=said.read_if_there("significant_date", day),
        significant_date_type=said.read_if_there("significant_date_type", optional_text),
        pages=said.read_if_there("pages", whole_number),
        media_types="; ".join(sorted(lengths)),
        is_tagged=held != PDF,
        pdf_bytes=lengths.get(PDF),
        tagged_bytes=lengths[held] if held != PDF else None,
    )
    if category == "accounts":
        yield Follow(
            host=DOCUMENT_API,
            url=f"{path}/content",
            source=FILED_ACCOUNTS,
            accept=held,
            published_on=document.published_on,
            is_final=True,
        )
    said.ignore(NOT_READ)
    answer.envelope.done()


def recognises(document: Document) -> bool:
    """True for an answer with the forms in which a document is held."""
    return {"resources", "links", "company_number", "category"} <= set(content(document))


def subject(records: Sequence[Record]) -> str:
    """The document."""
    (found,) = (record for record in records if isinstance(record, FiledDocument))
    return f"{found.company_number} {found.document_id}"


def _lengths(said: JsonObject) -> Mapping[str, int | None]:
    """The length of each form in which a document is held; None where it is not given."""
    forms = said.inside("resources")
    found: dict[str, int | None] = {}
    for media_type in forms.names:
        form = forms.inside(media_type)
        found[media_type] = form.read_if_there("content_length", whole_number)
        form.ignore(("created_at", "updated_at"))
    return found


SOURCE = Source(
    key=DOCUMENTS,
    title="What is known of a filed document",
    publisher=PUBLISHER,
    licence=LICENCE,
    page=PAGE,
    cadence=CADENCE,
    version=1,
    kinds=(FiledDocument,),
    recognises=recognises,
    is_rehearsal=of_an_invented_company,
    parse=parse,
    subject=subject,
    masked=MASKED,
    may_fail=FEW,
    led_to_by="companies_house_filing_history",
    may_be_absent=True,
)
