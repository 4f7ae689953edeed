"""The newsroom's list of owners is read as its own statement, beside the register."""

from datetime import UTC, date, datetime

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.buzzfeed_owners import SOURCE
from db.records import Document, OwnerStatement, RegistrationStatus

LIST = """\
URN,Provision type,Registration Status,Sector,Owner,Source
1100001,Children's home,Active,Private,Small Steps Ltd,ofsted-spreadsheets
SC100002,Children's home,Resigned,Private,Quiet Care Limited,bfn-research
"""


def document(text: str) -> Document:
    fetched_at = datetime(2026, 9, 1, 12, tzinfo=UTC)
    return Document(url="file:a.csv", fetched_at=fetched_at, body=text.encode())


def test_each_row_names_one_setting_s_owner_and_whence_it_is_known() -> None:
    first, second = SOURCE.parse(document(LIST))

    assert isinstance(first, OwnerStatement)
    assert isinstance(second, OwnerStatement)
    assert (first.urn, first.owner_name, first.basis) == (
        "1100001",
        "Small Steps Ltd",
        "ofsted-spreadsheets",
    )
    assert first.stated_for == date(2018, 3, 31)
    assert second.registration_status is RegistrationStatus.RESIGNED
    assert SOURCE.subject([first, second]) == "owners in 2018"


def test_the_list_is_known_by_exactly_its_headings() -> None:
    assert SOURCE.recognises(document(LIST))
    assert not SOURCE.recognises(document(LIST.replace("Source", "Found")))
    assert not SOURCE.recognises(document(""))
    assert not SOURCE.recognises(document("PK"))
    assert not SOURCE.recognises(document('"'))


@pytest.mark.parametrize(
    ("before", "after", "stop"),
    [
        ("Small Steps Ltd", "", "cannot read 'Owner': it is blank"),
        ("1100001", "Kent", "cannot read 'URN': 'Kent' is not a URN"),
        ("Resigned", "Sold", "cannot read 'Registration Status': 'Sold' is new"),
    ],
)
def test_a_row_that_is_not_one_stops(before: str, after: str, stop: str) -> None:
    with pytest.raises(SourceChangedError) as raised:
        list(SOURCE.parse(document(LIST.replace(before, after))))

    assert stop in raised.value.problem
