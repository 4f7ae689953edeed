"""The last touches to an answer: compressed text, and what lets a client resume a file."""

import gzip
from dataclasses import replace
from hashlib import blake2b, file_digest
from pathlib import Path

from crawlers.rehearsal.publishing import Answer

WORTH_COMPRESSING = 500
"""Bytes below which servers leave text as it is."""


class Finisher:
    """One publisher's last touches on one day."""

    def __init__(self, *, last_modified: str) -> None:
        """Give files this `Last-Modified`, where the publisher gives none."""
        self._last_modified = last_modified
        self._tags: dict[tuple[Path, int, int], str] = {}

    def finished(self, answer: Answer, *, gzips: bool) -> Answer:
        """The answer as it is sent."""
        if isinstance(answer.body, Path):
            headers = {"Last-Modified": self._last_modified, "ETag": self._tag(answer.body)}
            return replace(answer, headers={**headers, **answer.headers})
        if gzips and len(answer.body) > WORTH_COMPRESSING and _is_text(answer.media_type):
            headers = {**answer.headers, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
            return replace(answer, body=gzip.compress(answer.body, mtime=0), headers=headers)
        return answer

    def _tag(self, path: Path) -> str:
        """A tag for what a file holds: the same bytes have the same on another day."""
        known = path.stat()
        place = (path, known.st_mtime_ns, known.st_size)
        if place not in self._tags:
            with path.open("rb") as file:
                self._tags[place] = (
                    f'"{file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()}"'
                )
        return self._tags[place]


def _is_text(media_type: str) -> bool:
    return media_type.startswith("text/") or media_type.partition(";")[0].endswith(("json", "xml"))
