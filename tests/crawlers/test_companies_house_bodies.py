"""A body's name may be shown; a person's, and what may be one, never."""

from typing import Any

import pytest

from crawlers.companies_house.bodies import is_clearly_a_body, names_a_body


@pytest.mark.parametrize(
    "name",
    [
        "Test Bank PLC",
        "ANOTHER TEST LTD.",
        "Example Finance, Inc.",
        "The Royal Bank of Scotland Public Limited Company",
        "ROYAL BANK OF SCOTLAND PLC (THE)",
        "Example Building Society",
        "Example Debt Partners L.L.P.",
        "Bank of Scotland",
        "The Bank of Nova Scotia",
    ],
)
def test_a_legal_form_at_the_end_or_a_bank_of_somewhere_is_clearly_a_body(name: str) -> None:
    assert is_clearly_a_body(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ann Example",
        "EXAMPLE, Ann",
        "Ann Bank",
        "Ann Sa",
        "Limited",
        "Mrs Ann Example Limited",
        "Ann Example and Example Homes Limited",
        "Ann Example & Example Homes Limited",
        "Ann Example T/A Example Homes Limited",
        "Ann Example, Example Homes Limited",
        "Ann Example of Example Homes Limited",
        "Ann Example trading as Example Homes Limited",
        "Example Trustees Limited as trustees of the Ann Example pension",
        "The Trustees of the Ann Example Settlement Limited",
        "Example Homes Limited (Ann Example)",
        "",
    ],
)
def test_a_name_that_may_hold_a_persons_is_not_clearly_a_bodys(name: str) -> None:
    assert not is_clearly_a_body(name)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"kind": "corporate-entity-person-with-significant-control"}, True),
        ({"kind": "legal-person-beneficial-owner"}, True),
        ({"kind": "individual-person-with-significant-control"}, False),
        (
            {"kind": "individual-beneficial-owner", "identification": {"registration_number": "1"}},
            False,
        ),
        ({"kind": "super-secure-person-with-significant-control"}, False),
        ({"kind": "robot", "identification": {"registration_number": "09000009"}}, False),
        ({"officer_role": "corporate-director"}, True),
        ({"officer_role": "director"}, False),
        ({"officer_role": "director", "identification": {"registration_number": "09000009"}}, True),
        ({"officer_role": "director", "identification": {"registration_number": "n/a"}}, False),
        ({"officer_role": "director", "identification": {"registration_number": None}}, False),
        ({"identification": {"registration_number": "09000009"}}, False),
        ({}, False),
    ],
)
def test_a_holder_or_officer_is_what_its_kind_its_role_or_its_number_says(
    said: dict[str, Any], told: bool
) -> None:
    assert names_a_body("/items/0", "name", {"name": "Larkmoor", **said}) is told


@pytest.mark.parametrize(
    ("pointer", "name", "told"),
    [
        ("/previous_company_names/0", "Larkmoor", True),
        ("/items/0/persons_entitled/1", "Example Bank plc", True),
        ("/items/0/persons_entitled/1", "Ann Example", False),
    ],
)
def test_a_companys_own_earlier_name_is_a_bodys_and_a_lenders_is_judged_by_itself(
    pointer: str, name: str, told: bool
) -> None:
    assert names_a_body(pointer, "name", {"name": name}) is told


def test_nothing_but_a_name_is_spared() -> None:
    said = {"kind": "corporate-entity-person-with-significant-control", "postal_code": "ZZ99 1ZZ"}

    assert not names_a_body("/items/0", "postal_code", said)
