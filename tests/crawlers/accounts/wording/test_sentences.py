"""A full stop ends a sentence only where a reader would stop."""

import pytest

from crawlers.accounts.wording.sentences import split


def test_two_sentences_are_two() -> None:
    assert split("The fee rose. It is paid monthly.") == ("The fee rose.", "It is paid monthly.")


def test_an_empty_paragraph_has_none() -> None:
    assert split("  ") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The company is exempt under s. 400 of the Companies Act 2006.",
        "Rent of £1.5 million is paid to Birch Estates Ltd. Leeds each year.",
        "The auditor, Rowan U.K. LLP, has signed.",
        "See note 3.2 and para. 4 of the agreement, e.g. Clause 9.",
        "The controlling party is J. A. Example.",
        "21. ULTIMATE PARENT",
        "It was agreed with Mr. Example.",
    ],
)
def test_short_forms_and_numbers_end_none(sentence: str) -> None:
    assert split(sentence) == (sentence,)


def test_a_company_ends_one_where_the_next_word_opens_another() -> None:
    assert split("It is owned by Birch Ltd. The loan is repaid.") == (
        "It is owned by Birch Ltd.",
        "The loan is repaid.",
    )


def test_a_lead_is_parted_from_the_sentence_that_follows_it() -> None:
    assert split("It takes these exemptions: The parent files accounts.") == (
        "It takes these exemptions:",
        "The parent files accounts.",
    )
