"""Bytes that are held of one subject are not taken in for another: what, where, and what to do."""

import pytest
from sqlalchemy import Engine

from db.records import Document
from db.store import running, save_subject
from db.whose import SameBytesError
from tests.db.samples import SOURCE, council, noon

HELD_AT = "https://a.example/company/09000001/charges"


@pytest.mark.parametrize(
    ("url", "subject", "todo"),
    [
        ("https://a.example/company/09000002/charges", "09000002", "look at both addresses: if"),
        ("file:charges.json", "09000002", 'as {"company_number": "09000002", "data": {…}}'),
        ("file:list.csv", "register at 2026-01-31", "look whether the right file was given"),
    ],
    ids=["crawled", "of a company", "another"],
)
def test_the_same_bytes_of_another_are_refused_with_both_addresses_and_a_way_out(
    engine: Engine, url: str, subject: str, todo: str
) -> None:
    first = Document(url=HELD_AT, fetched_at=noon("2026-02-01"), body=b"{}")
    second = Document(url=url, fetched_at=noon("2026-02-08"), body=b"{}")
    with running(engine, SOURCE, noon("2026-02-08")) as run:
        save_subject(engine, run, "09000001", first, [council()], version=1)
        with pytest.raises(SameBytesError) as refused:
            save_subject(engine, run, subject, second, [council()], version=1)

    what, at, fetched, of_the_other = str(refused.value).splitlines()
    assert what.startswith(f"{subject} is not taken in: the same bytes are held of 09000001, and")
    assert todo in what
    assert at == f"  at {url}"
    assert fetched == f"  fetched 2026-02-08, kept as {first.sha256[:12]}"
    assert of_the_other == f"  of 09000001 at {HELD_AT}, fetched 2026-02-01"
