"""Who is let in, and what everybody else is told."""

import pytest

from crawlers.rehearsal.site.keys import NO_KEY, TWO_PROOFS, WRONG_KEY, key_in, refusal
from crawlers.rehearsal.site.manners import FILES, OBJECT_STORE, REST_API


def test_a_key_is_a_user_name_with_a_blank_password() -> None:
    assert key_in("Basic cmVoZWFyc2FsOg==") == "rehearsal"


@pytest.mark.parametrize(
    ("authorization", "why"),
    [
        ("Basic cmVoZWFyc2FsOnNlY3JldA==", "rehearsal:secret has a password"),
        ("Basic Og==", "the key is blank"),
        ("Basic IDo=", "the key is a space"),
        ("Basic cmVoZWFyc2Fs", "there is no colon"),
        ("Basic rehearsal", "not base64"),
        ("Basic /w==", "not text"),
        ("Bearer cmVoZWFyc2FsOg==", "another scheme"),
        ("rehearsal", "the key alone"),
    ],
)
def test_anything_else_holds_no_key(authorization: str, why: str) -> None:
    assert key_in(authorization) is None, why


def test_whoever_gives_no_key_is_told_that_the_header_is_empty() -> None:
    assert refusal(REST_API, None) is NO_KEY
    assert refusal(REST_API, "") is NO_KEY
    assert NO_KEY.body == b'{"error":"Empty Authorization header","type":"ch:service"}'


def test_whoever_gives_a_wrong_key_is_told_that_it_is_invalid() -> None:
    assert refusal(REST_API, "Bearer rehearsal") is WRONG_KEY
    assert WRONG_KEY.body == b'{"error":"Invalid Authorization","type":"ch:service"}'


def test_any_key_opens_a_rehearsal() -> None:
    assert refusal(REST_API, "Basic cmVoZWFyc2FsOg==") is None


def test_an_object_store_refuses_every_key_and_repeats_none() -> None:
    assert refusal(OBJECT_STORE, "Basic cmVoZWFyc2FsOg==") is TWO_PROOFS
    assert isinstance(TWO_PROOFS.body, bytes)
    assert b"Basic" not in TWO_PROOFS.body


def test_an_object_store_lets_in_whoever_brings_no_key() -> None:
    assert refusal(OBJECT_STORE, None) is None


def test_a_host_that_asks_for_no_key_looks_at_none() -> None:
    assert refusal(FILES, None) is None
    assert refusal(FILES, "nonsense") is None
