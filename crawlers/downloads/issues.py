"""Which issue of a file a host is sending, as the head of its answer says. Pure."""

import re
from base64 import b64decode
from binascii import Error as NotBase64Error
from collections.abc import Iterator, Mapping
from datetime import timedelta
from email.utils import parsedate_to_datetime

from pydantic import BaseModel, ConfigDict

SETTLED = timedelta(seconds=1)
"""RFC 9110 8.8.2.2: a file last modified so long before the answer cannot have changed within the
second that `Last-Modified` can tell, so that the date stands for these very bytes."""
HASHES = {"md5": "md5", "sha": "sha1", "sha-256": "sha256", "sha-512": "sha512"}
"""The digests that a host may state, as headers and as Python call them."""
_CONTENT_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)")
_OF_NOTHING = re.compile(r"bytes \*/(\d+)")
_MD5 = re.compile(r'"([0-9a-fA-F]{32})"')


class Issue(BaseModel):
    """One issue of a file: what tells it from another at the same address."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str
    size: int | None
    """Bytes; None where the host does not state it."""
    etag: str | None
    last_modified: str | None
    goes_on_by: str | None
    """What `If-Range` asks for the rest of this issue by; None where no rest can be asked for."""
    digests: Mapping[str, str]
    """Digests of the whole that the host states, in small hexadecimal, by Python's names."""

    @property
    def perhaps_md5(self) -> str | None:
        """The MD5 that the tag may be: object stores tag so what was uploaded in one piece.

        Others make tags that look the same, so only a tag that agrees says anything.
        """
        found = _MD5.fullmatch(self.etag or "")
        return found[1].lower() if found else None


def issue_of(url: str, headers: Mapping[str, str]) -> Issue:
    """The issue that an answer with the whole file begins; names of headers in small letters."""
    length = headers.get("content-length", "")
    return Issue(
        url=url,
        size=int(length) if length.isdecimal() else None,
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
        goes_on_by=_goes_on_by(headers),
        digests=dict(_digests(headers)),
    )


def rest_of(issue: Issue | None, held: int, headers: Mapping[str, str]) -> Issue | None:
    """The issue whose bytes after `held` an answer with a part brings; None for other bytes.

    It has its size from then on where the answer states it.
    """
    found = _CONTENT_RANGE.fullmatch(headers.get("content-range", ""))
    if issue is None or found is None or int(found[1]) != held or not _is_same(issue, headers):
        return None
    size = issue.size if found[3] == "*" else int(found[3])
    if issue.size not in {None, size}:
        return None
    return issue.model_copy(update={"size": size})


def has_no_rest(issue: Issue | None, held: int, headers: Mapping[str, str]) -> bool:
    """True when a 416 says that the bytes of an issue that are held are all that there are.

    False means that the file has become another, or that the host does not say how long it is.
    """
    found = _OF_NOTHING.fullmatch(headers.get("content-range", ""))
    if issue is None or found is None or int(found[1]) != held:
        return False
    return issue.size in {None, held} and _is_same(issue, headers)


def _is_same(issue: Issue, headers: Mapping[str, str]) -> bool:
    """False when an answer names another issue; one that names none is taken at its word."""
    etag, modified = headers.get("etag"), headers.get("last-modified")
    if etag is not None and issue.etag is not None:
        return etag == issue.etag
    return modified is None or modified == issue.last_modified


def _goes_on_by(headers: Mapping[str, str]) -> str | None:
    etag, modified = headers.get("etag"), headers.get("last-modified")
    if etag is not None:
        return None if etag.startswith("W/") else etag
    if modified is None or "date" not in headers:
        return None
    try:
        age = parsedate_to_datetime(headers["date"]) - parsedate_to_datetime(modified)
    except (TypeError, ValueError):
        return None
    return modified if age >= SETTLED else None


def _digests(headers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """`Content-MD5` (RFC 1864), `Digest` (RFC 3230) and `Repr-Digest` (RFC 9530)."""
    stated = [f"md5={headers['content-md5']}"] if "content-md5" in headers else []
    for name in ("digest", "repr-digest"):
        stated += headers.get(name, "").split(",")
    for one in stated:
        name, _, value = one.strip().partition("=")
        known = HASHES.get(name.lower())
        if known is not None:
            try:
                yield known, b64decode(value.strip(": "), validate=True).hex()
            except NotBase64Error:
                continue
