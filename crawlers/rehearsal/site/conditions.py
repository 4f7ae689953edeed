"""What a client makes its question depend on: whether it has the same already, or a part of it.

The order in which conditions count is that of RFC 9110, 13.2.2; the last of them, `If-Range`, is
judged where the part is cut out.
"""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from starlette.datastructures import Headers
from starlette.types import Scope

from crawlers.rehearsal.publishing import Answer

_OK, _NOT_MODIFIED, _FAILED = 200, 304, 412
_TAGS = re.compile(r'(W/)?("[^"]*")')
_STILL_SAID = frozenset({"etag", "last-modified", "vary"})
"""What an answer says of a body that it does not send."""


def judged(answer: Answer, headers: Headers) -> Answer:
    """The answer, or one without a body where the client's conditions ask for none.

    304 where it has the same already, 412 where it wants only what is no longer so. An answer
    that names neither a tag nor a day, or is no success, is the same under any condition.
    """
    tag, day = (answer.headers.get(name) for name in ("ETag", "Last-Modified"))
    if answer.status != _OK or (tag is None and day is None):
        return answer
    if _is_past(headers, tag, day):
        return Answer(status=_FAILED, media_type="text/plain", body=b"Precondition Failed")
    if _is_held(headers, tag, day):
        said = {name: it for name, it in answer.headers.items() if name.lower() in _STILL_SAID}
        return Answer(status=_NOT_MODIFIED, headers=said)
    return answer


def whole_unless_asked(scope: Scope) -> Scope:
    """The question without its range, where that counts for nothing (14.2).

    That is with any method but GET, and in any unit but bytes.
    """
    asked = Headers(scope=scope).get("range")
    if asked is None or (scope["method"] == "GET" and asked.strip().lower().startswith("bytes=")):
        return scope
    return {**scope, "headers": [one for one in scope["headers"] if one[0].lower() != b"range"]}


def _is_past(headers: Headers, tag: str | None, day: str | None) -> bool:
    wanted = headers.get("if-match")
    if wanted is not None:
        strong = {found for weak, found in _TAGS.findall(wanted) if not weak}
        return wanted.strip() != "*" and tag not in strong
    since, changed = _moment(headers.get("if-unmodified-since")), _moment(day)
    return since is not None and changed is not None and changed > since


def _is_held(headers: Headers, tag: str | None, day: str | None) -> bool:
    held = headers.get("if-none-match")
    if held is not None:
        known = {found for _, found in _TAGS.findall(held)}
        return held.strip() == "*" or (tag is not None and tag.removeprefix("W/") in known)
    since, changed = _moment(headers.get("if-modified-since")), _moment(day)
    return since is not None and changed is not None and changed <= since


def _moment(text: str | None) -> datetime | None:
    """The moment that a header names; None where it names none, and then it counts for nothing."""
    if text is None:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
