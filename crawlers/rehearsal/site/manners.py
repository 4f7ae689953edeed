"""How each kind of host behaves, whatever is asked of it."""

from dataclasses import dataclass

EVERYTHING_ALLOWED = "User-agent: *\nDisallow:\n"


@dataclass(frozen=True, kw_only=True)
class Manners:
    """How one publisher's host treats whoever asks."""

    asks_for_key: bool = False
    """Basic authentication: the key as the user's name, and a blank password."""
    remaining_header: str | None = None
    """How it spells what is left of a key's budget; None where it has no budget."""
    refuses_authorization: bool = False
    """As an object store, whose addresses are signed and which takes no second proof."""
    gzips: bool = False
    """Whether it compresses text for whoever takes gzip."""
    resumes: bool = False
    """Whether a download may be resumed even where the publisher holds the body in memory. A file
    may be resumed in any case."""
    robots: str | None = EVERYTHING_ALLOWED
    """Its robots.txt; None where the host has none and answers as for any other address."""


PAGES = Manners(gzips=True)
"""Web pages and open interfaces: GOV.UK, the reports site, The Gazette."""
FILES = Manners(resumes=True)
"""Files for download: bulk products, attachments, reports."""
REST_API = Manners(asks_for_key=True, remaining_header="X-Ratelimit-Remain", robots=None)
"""The Companies House API."""
DOCUMENT_API = Manners(asks_for_key=True, remaining_header="X-Ratelimit-Remaining", robots=None)
"""The Companies House document API, which spells what remains in its own way."""
OBJECT_STORE = Manners(refuses_authorization=True, resumes=True, robots=None)
"""Where the document API sends whoever asks for content."""
