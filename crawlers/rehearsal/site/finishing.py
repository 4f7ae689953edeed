"""The last touches to an answer: compressed text, and what lets a client resume or keep a file."""

import gzip
from dataclasses import replace
from hashlib import blake2b, file_digest
from pathlib import Path

from crawlers.rehearsal.publishing import Answer
from crawlers.rehearsal.site.copies import copied
from crawlers.rehearsal.site.manners import Manners

WORTH_COMPRESSING = 500
"""Bytes below which servers leave text as it is."""
WORTH_RESUMING = 65_536
"""Bytes below which a client asks for the whole again."""
_OK = 200


class Finisher:
    """One publisher's last touches on one day."""

    def __init__(self, *, manners: Manners, last_modified: str, folder: Path) -> None:
        """Give files this `Last-Modified` unless the publisher gives one; copies go in a folder."""
        self._manners = manners
        self._last_modified = last_modified
        self._folder = folder
        self._tags: dict[tuple[Path, int, int], str] = {}

    def finished(self, answer: Answer, *, takes_gzip: bool) -> Answer:
        """The answer as it is sent."""
        body = answer.body
        if self._manners.resumes and isinstance(body, bytes) and len(body) >= WORTH_RESUMING:
            body = copied(body, "body", self._folder)
        if isinstance(body, Path):
            headers = {"Last-Modified": self._last_modified, "ETag": self._tag(body)}
            return replace(answer, body=body, headers={**headers, **answer.headers})
        if self._manners.resumes and answer.status == _OK:
            headers = {"Last-Modified": self._last_modified, "ETag": _tag_of(body)}
            return replace(answer, headers={**headers, **answer.headers})
        is_long_text = len(body) > WORTH_COMPRESSING and _is_text(answer.media_type)
        if takes_gzip and self._manners.gzips and is_long_text:
            headers = {**answer.headers, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
            return replace(answer, body=gzip.compress(body, mtime=0), headers=headers)
        return answer

    def _tag(self, path: Path) -> str:
        """A tag for what a file holds: the same bytes have the same on another day."""
        known = path.stat()
        place = (path, known.st_mtime_ns, known.st_size)
        if place not in self._tags:
            with path.open("rb") as file:
                digest = file_digest(file, lambda: blake2b(digest_size=16))
            self._tags[place] = f'"{digest.hexdigest()}"'
        return self._tags[place]


def _tag_of(body: bytes) -> str:
    return f'"{blake2b(body, digest_size=16).hexdigest()}"'


def _is_text(media_type: str) -> bool:
    return media_type.startswith("text/") or media_type.partition(";")[0].endswith(("json", "xml"))
