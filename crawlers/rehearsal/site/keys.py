"""Who asks: the key in a request's Authorization header, and the refusals that hosts answer."""

from base64 import b64decode

from crawlers.rehearsal.publishing import JSON, Answer
from crawlers.rehearsal.site.manners import Manners

NO_KEY = Answer(
    status=401,
    media_type=JSON,
    body=b'{"error":"Empty Authorization header","type":"ch:service"}',
)
WRONG_KEY = Answer(
    status=401,
    media_type=JSON,
    body=b'{"error":"Invalid Authorization","type":"ch:service"}',
)
TWO_PROOFS = Answer(
    status=400,
    media_type="application/xml",
    body=(
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b"<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed; only the"
        b" X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization"
        b" header should be specified</Message><ArgumentName>Authorization</ArgumentName></Error>"
    ),
)
"""The real one repeats the header, and so gives a key away; ours does not."""


def key_in(authorization: str) -> str | None:
    """The key sent as a user's name with a blank password; None for anything else."""
    scheme, _, encoded = authorization.partition(" ")
    if scheme.casefold() != "basic":
        return None
    try:
        name, colon, password = b64decode(encoded, validate=True).decode().partition(":")
    except ValueError:
        return None
    return name if name.strip() and colon and not password else None


def refusal(manners: Manners, authorization: str | None) -> Answer | None:
    """What a host answers whom it does not let in; None for whom it does.

    Any key that is not blank will do: a rehearsal gives none out.
    """
    if manners.refuses_authorization and authorization is not None:
        return TWO_PROOFS
    if not manners.asks_for_key:
        return None
    if not authorization:
        return NO_KEY
    return WRONG_KEY if key_in(authorization) is None else None
