"""Exact bytes, and how to point at one place inside them."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from typing import Annotated

from pydantic import StringConstraints

Citation = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}#\S*$")]
"""Where a value was published: a document's hash, and a URI fragment inside it.

`#row=17` for CSV (RFC 7111), `#/items/3` for JSON (RFC 6901), `#page=2` for PDF (RFC 8118);
a workbook's is `#sheet=NAME&row=17`, its rows counted from 1 as a spreadsheet shows them. A whole
JSON document is `#`: the pointer to its root is empty.
"""

_CITATION = re.compile(r"sha256:(?P<sha256>[0-9a-f]{64})#(?P<fragment>\S*)")


class NotACitationError(ValueError):
    """A text that should point into the archive does not."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """The exact bytes one URL served at one moment.

    `published_on` is the day the publisher's page gave for these bytes, where the page was
    seen; None when only the bytes are known, and the reader looks for a day inside them.
    """

    url: str
    fetched_at: datetime
    body: bytes
    published_on: date | None = None

    @cached_property
    def sha256(self) -> str:
        """Content address of the body; two identical downloads share it."""
        return sha256(self.body).hexdigest()

    def cite(self, fragment: str) -> str:
        """Point at one place in this document."""
        return f"sha256:{self.sha256}#{fragment}"


def split_citation(citation: str) -> tuple[str, str]:
    """Give the document's hash and the fragment; raise NotACitationError for anything else."""
    found = _CITATION.fullmatch(citation)
    if found is None:
        raise NotACitationError(
            f"{citation!r} is not a citation; one looks like sha256:<64 hex digits>#<fragment>,"
            " as printed beside each piece of evidence"
        )
    return found["sha256"], found["fragment"]
