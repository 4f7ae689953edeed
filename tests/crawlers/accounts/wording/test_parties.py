"""Organisations are named, private people are not."""

import pytest

from crawlers.accounts.wording.parties import (
    is_organisation,
    jurisdiction,
    organisations,
    without_people,
)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The parent is Birch Holdings Limited.", ["Birch Holdings Limited"]),
        ("Owned by Rowan & Co (Leeds) Ltd and Elm plc.", ["Rowan & Co (Leeds) Ltd", "Elm plc"]),
        ("In the opinion of the directors, Ash LLP controls it.", ["Ash LLP"]),
        ("Funds managed by Oak Capital, LLC own it.", ["Oak Capital, LLC"]),
        ("It is owned by Elm Topco S.à r.l. of Luxembourg.", ["Elm Topco S.à r.l."]),
        ("The controlling party is the Hazel Family Trust.", ["Hazel Family Trust"]),
        ("It is Alder upon Elm City Council.", ["Alder upon Elm City Council"]),
        ("The Company is a private limited company.", []),
        ("The ultimate parent company is not known.", []),
        ("The Parent Company is a Limited company.", []),
    ],
)
def test_an_organisation_is_known_by_its_legal_form(sentence: str, names: list[str]) -> None:
    assert [name.rstrip(".") for _, name in organisations(sentence)] == [
        name.rstrip(".") for name in names
    ]


def test_a_whole_name_is_an_organisations_or_a_persons() -> None:
    assert is_organisation("Rowan & Co")
    assert is_organisation("Birch Audit Limited")
    assert not is_organisation("J Example")
    assert not is_organisation("Mr J Example Limited")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a company incorporated in Jersey.", "Jersey"),
        ("registered in England and Wales, and", "England and Wales"),
        ("incorporated in the United States of America", "United States of America"),
        ("incorporated and registered in Luxembourg", "Luxembourg"),
        ("incorporated in England & Wales", "England and Wales"),
        ("a company in business", None),
    ],
)
def test_a_jurisdiction_is_where_it_says_that_it_is_registered(
    text: str, place: str | None
) -> None:
    assert jurisdiction(text) == place


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("The controlling party is J A Example.", "The controlling party is an individual."),
        ("The debt to Mr Example Limited stands.", "The debt to an individual stands."),
        ("Mrs A. Example owns 60%.", "An individual owns 60%."),
        ("Mr and Mrs B Example own it.", "An individual own it."),
        ("The director, Ada Example, lent it.", "The director, [name withheld], lent it."),
        (
            "Loans from the director and Birch Limited stand.",
            "Loans from the director and Birch Limited stand.",
        ),
        (
            "The Statement of Retained Earnings shows what members are owed.",
            "The Statement of Retained Earnings shows what members are owed.",
        ),
        ("Alder House was sold in March.", "Alder House was sold in March."),
        ("Bramble Lodge opened in May.", "Bramble Lodge opened in May."),
    ],
)
def test_a_private_persons_name_is_taken_out(sentence: str, kept: str) -> None:
    assert without_people(sentence) == kept
