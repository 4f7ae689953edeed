"""Links into the store of documents: signed, and good for an hour of the site's own clock.

In life they are good for a minute; a site whose clock runs a hundred times as fast would close them
before anybody could ask.

Whoever asks the store needs no key, only the whole link.
"""

from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlencode

from crawlers.rehearsal.forms.companies_house.wording import public_id
from crawlers.rehearsal.publishing import Asked, Setup

STORE = "companies_house_documents_store"
SECONDS = 3_600
OPENS = time(9)
"""When a day begins for whoever asks without a clock."""
_MOMENT = "%Y%m%dT%H%M%SZ"
_A_DAY = timedelta(1)


def signed(setup: Setup, document_id: str, media_type: str, at: datetime | None) -> str:
    """The whole address of a document's bytes in a media type, asked for at a moment."""
    path = f"/docs/{document_id}/{media_type.replace('/', '-', 1)}"
    given_on = f"{_moment(setup, at):{_MOMENT}}"
    query = {
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Date": given_on,
        "X-Amz-Expires": SECONDS,
        "X-Amz-SignedHeaders": "host",
        "X-Amz-Signature": signature(setup, path, given_on),
    }
    return f"{setup.addresses[STORE]}{path}?{urlencode(query)}"


def is_signed(setup: Setup, asked: Asked) -> bool:
    """Whether a link to the store is one that was given out."""
    given_on = asked.one("X-Amz-Date") or ""
    return asked.one("X-Amz-Signature") == signature(setup, asked.path, given_on)


def is_over(setup: Setup, asked: Asked) -> bool:
    """Whether a link that was given out is of another day, or older than an hour.

    At midnight the site's day begins again, so that an hour may go over it.
    """
    given_on = datetime.strptime(asked.one("X-Amz-Date") or "", _MOMENT).replace(tzinfo=UTC)
    age = _moment(setup, asked.at) - given_on
    return given_on.date() != setup.today or age % _A_DAY > timedelta(seconds=SECONDS)


def signature(setup: Setup, path: str, given_on: str) -> str:
    """What proves that a link was given out at a moment."""
    return public_id(setup.world.seed, "document store", given_on, path)


def _moment(setup: Setup, at: datetime | None) -> datetime:
    """When it is, to the second."""
    at = at or datetime.combine(setup.today, OPENS, tzinfo=UTC)
    return at.replace(microsecond=0)
