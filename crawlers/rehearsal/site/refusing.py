"""What a host answers when it does not answer: its own errors, worded as it words them."""

from crawlers.rehearsal.publishing import JSON, Answer

NOT_A_READING_METHOD = Answer(status=405, media_type="text/plain", headers={"Allow": "GET, HEAD"})
TOO_MANY = Answer(status=429, media_type=JSON)
"""Its body is nowhere recorded, so that nobody may rest on one."""
BROKEN = Answer(
    status=500,
    media_type=JSON,
    body=b'{"exception_id":"rehearsed0000","error":"Internal server error"}',
)
"""The Companies House API's own; what stands before it answers in HTML."""


def server_error(status: int, *, asks_for_key: bool) -> Answer:
    """A 5xx: an interface's own 500 is JSON, all else is the page of what stands before it."""
    if asks_for_key and status == BROKEN.status:
        return BROKEN
    page = (
        f"<html><head><title>{status} - rehearsal</title></head>"
        f"<body><h1>{status}</h1></body></html>\n"
    )
    return Answer(status=status, media_type="text/html", body=page.encode())
