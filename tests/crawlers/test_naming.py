"""A name is an organisation's only where a word says so: whoever may be a person is not named."""

import pytest

from crawlers.naming import has_an_office, is_an_organisation


@pytest.mark.parametrize(
    ("name", "is_one", "office"),
    [
        ("Larkmoor Care Limited", True, True),
        ("LARKMOOR LTD.", True, True),
        ("Larkmoor C.I.C.", True, True),
        ("Leeds City Council", True, True),
        ("Larkmoor Children\N{RIGHT SINGLE QUOTATION MARK}s Homes", True, False),
        ("Larkmoor Childcare", True, False),
        ("Ines Garrowmere", False, False),
        ("Mrs Ines Garrowmere Care", False, False),
        ("Ines Garrowmere T/A Larkmoor Care Homes Limited", False, False),
        ("Ines & Joss Garrowmere", False, False),
        ("Ines Foster", False, False),
        ("Joss Church and Ines House", False, False),
        ("The Garrowmere Partnership", False, False),
        ("garrowmere", False, False),
        ("The governors of Larkmoor", True, False),
        ("REDACTED PERSONAL DATA LTD", False, False),
        ("", False, False),
    ],
)
def test_a_name_is_an_organisations_where_a_word_says_so(
    name: str, is_one: bool, office: bool
) -> None:
    assert (is_an_organisation(name), has_an_office(name)) == (is_one, office)
