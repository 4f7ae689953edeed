"""Links into the store of documents: signed, and good for a day's rehearsal only.

The real ones end after a minute. Whoever asks the store needs no key, only the whole link.
"""

from urllib.parse import urlencode

from crawlers.rehearsal.forms.companies_house.wording import public_id
from crawlers.rehearsal.publishing import Asked, Setup

STORE = "companies_house_documents_store"
SECONDS = 60


def signed(setup: Setup, document_id: str, media_type: str) -> str:
    """The whole address of a document's bytes in a media type."""
    path = f"/docs/{document_id}/{media_type.replace('/', '-', 1)}"
    query = {
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Date": f"{setup.today:%Y%m%d}T000000Z",
        "X-Amz-Expires": SECONDS,
        "X-Amz-SignedHeaders": "host",
        "X-Amz-Signature": signature(setup, path),
    }
    return f"{setup.addresses[STORE]}{path}?{urlencode(query)}"


def is_signed(setup: Setup, asked: Asked) -> bool:
    """Whether a link to the store is one that was given out on the setup's day."""
    return asked.one("X-Amz-Signature") == signature(setup, asked.path)


def signature(setup: Setup, path: str) -> str:
    """What proves that a link was given out."""
    return public_id(setup.world.seed, "document store", setup.today.isoformat(), path)
