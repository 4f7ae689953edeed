"""A document that no source knows is told of by what it looks like, never by what it says."""

import json

import pytest

from crawlers.companies_house.answers import bundle
from crawlers.unknown import looks_like
from tests.crawlers.workbooks import document

A_LIST = (
    'it is a JSON list of 2: join the pages of one register in one file as {"pages": [first,'
    " second]}, and save any other answer by itself; of JSON, answers of the Companies House API"
    " are read, each as the API gave it"
)
REFUSED = {"errors": [{"error": "access-denied", "type": "ch:service"}]}
"""What the API answers in place of content."""


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"Dear Sir or Madam", "it looks like text that is no table; `oversight sources` lists"),
        (b"\n \n", "it looks like text that is no table; `oversight sources` lists"),
        (
            b"\xef\xbb\xbf\nName,Postcode,Born on,1990,Ann\r\nAnn,ZZ99 1ZZ,May,1,2\n",
            "it looks like a table with 4 columns ('Name', 'Postcode', 'Born on', 'Ann'); `oversi",
        ),
        (
            b"A,B,C,D,E\n1,2,3,4,5\n",
            "it looks like a table with 5 columns ('A', 'B', 'C', 'D', …); `oversight sources`",
        ),
        (
            b'{"name": "Ann"}',
            "it looks like a JSON object with 1 member ('name'); of JSON, answers",
        ),
        (b" {}", "it looks like a JSON object with no members; of JSON, answers of the Companies"),
        (b'{"name": ', "it looks like JSON and cannot be read: Expecting value at character 10;"),
        (b"{}\n{}", "it looks like JSON and cannot be read: Extra data at character 4; fetch it"),
        (b'[{"items": []}, {"items": []}]', A_LIST),
        (
            json.dumps(REFUSED).encode(),
            "it is the Companies House API's error answer (access-denied) and holds no register;",
        ),
        (
            bundle([json.dumps(REFUSED).encode()]),
            "it is the Companies House API's error answer (access-denied) and holds no register;",
        ),
        (
            b'{"error": "Invalid Authorization", "type": "ch:service"}',
            "it is the Companies House API's error answer (Invalid Authorization) and holds no",
        ),
        (
            b'{"error": "gone"}',
            "it is an API's error answer (gone) and holds no register; ask again",
        ),
    ],
)
def test_its_kind_what_was_met_and_what_to_do_are_told(body: bytes, told: str) -> None:
    assert looks_like(document(body)).startswith(told)
