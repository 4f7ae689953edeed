"""Registration numbers that people wrote into the name of an organisation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.owner_text import charity_number, company_number, without_numbers


@pytest.mark.parametrize(
    ("owner", "company", "charity", "name"),
    [
        ("Larkmoor Care Limited", None, None, "Larkmoor Care Limited"),
        ("Larkmoor Care Limited 09999911 ", "09999911", None, "Larkmoor Care Limited"),
        ("Larkmoor Care Limited (09999911)", "09999911", None, "Larkmoor Care Limited"),
        ("Larkmoor - company number 09999911", "09999911", None, "Larkmoor"),
        ("Larkmoor Company No: 09999911", "09999911", None, "Larkmoor"),
        ("Larkmoor co. no. 09999911", "09999911", None, "Larkmoor"),
        ("09999911 Larkmoor", "09999911", None, "Larkmoor"),
        ("Larkmoor & Co 09999911", "09999911", None, "Larkmoor & Co"),
        ("Larkmoor (St Larks) Ltd 9999912", "09999912", None, "Larkmoor (St Larks) Ltd"),
        ("Larkmoor SC999911", "SC999911", None, "Larkmoor"),
        ("Larkmoor LLP OC999911", "OC999911", None, "Larkmoor LLP"),
        ("Larkmoor Trust 1099991", None, "1099991", "Larkmoor Trust"),
        ("Larkmoor Trust charity number 1099991", None, "1099991", "Larkmoor Trust"),
        ("Larkmoor Trust 09999911, 1099991", "09999911", "1099991", "Larkmoor Trust"),
        ("Larkmoor Trust 1099991, 09999911", "09999911", "1099991", "Larkmoor Trust"),
        ("Larkmoor comp no 1099991", "01099991", None, "Larkmoor"),
        ("Larkmoor company number 1099991", "01099991", None, "Larkmoor"),
        ("Larkmoor Co No 1099991", "01099991", None, "Larkmoor"),
        ("Larkmoor Charity Number SC999911", None, None, "Larkmoor"),
        ("Larkmoor Charity no. 9999912", None, "9999912", "Larkmoor"),
        ("Larkmoor charity 1099991 company 09999911", "09999911", "1099991", "Larkmoor"),
        ("Larkmoor Charity Ltd company number 09999911", "09999911", None, "Larkmoor Charity Ltd"),
        ("Larkmoor ZZ999911", None, None, "Larkmoor"),
        ("Homes 2 Larkmoor", None, None, "Homes 2 Larkmoor"),
        ("3.13", None, None, "3.13"),
        ("Larkmoor 123456", None, None, "Larkmoor 123456"),
        ("Larkmoor 123456789", None, None, "Larkmoor 123456789"),
        ("LarkmoorX09999911", None, None, "LarkmoorX09999911"),
        ("Larkmoor sc999911", None, None, "Larkmoor sc999911"),
        ("09999911", "09999911", None, ""),
        ("", None, None, ""),
    ],
)
def test_numbers_are_taken_out_of_an_owners_name(
    owner: str, company: str | None, charity: str | None, name: str
) -> None:
    assert company == company_number(owner)
    assert charity == charity_number(owner)
    assert name == without_numbers(owner)


def test_nothing_is_read_from_a_blank_owner() -> None:
    assert company_number(None) is None
    assert charity_number(None) is None


@given(owner=st.text(alphabet="Care Co.(&)-,:noNumber0123456789 SC"))
def test_a_name_without_its_numbers_holds_no_number(owner: str) -> None:
    bare = without_numbers(owner)

    assert company_number(bare) is None
    assert charity_number(bare) is None
