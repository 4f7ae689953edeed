"""A material uncertainty is told from the words that every auditor's report holds."""

import pytest

from crawlers.accounts.wording.going_concern import going_concern
from tests.crawlers.accounts.wording.printed_lines import text

MEANT = (
    (
        "These events and conditions indicate that a material uncertainty exists that may cast "
        "significant doubt on the company's ability to continue as a going concern."
    ),
    (
        "These conditions indicate the existence of a material uncertainty which may cast "
        "significant doubt about the group's ability to continue as a going concern."
    ),
    (
        "However, these circumstances represent a material uncertainty that may cast significant "
        "doubt on the home's ability to continue as a going concern."
    ),
    (
        "These conditions are nevertheless a material uncertainty that may cast significant doubt "
        "on whether the company can continue as a going concern."
    ),
    (
        "The covenant was not met and these matters constitute a material uncertainty related to "
        "going concern."
    ),
    (
        "Although the directors are confident, there is a material uncertainty that may cast "
        "significant doubt upon the charity's ability to continue as a going concern."
    ),
    "As no council has agreed its fees, there remains a material uncertainty over going concern.",
    (
        "The loss of the contract gives rise to a material uncertainty as to whether the company "
        "can continue as a going concern."
    ),
    (
        "The directors have concluded that the combination of these circumstances represents a "
        "material uncertainty that casts significant doubt upon the company as a going concern."
    ),
    (
        "A material uncertainty therefore exists which may cast significant doubt on going "
        "concern, and the company may be unable to realise its assets."
    ),
    (
        "The withdrawal of the loan casts significant doubt on our ability to continue as a going "
        "concern."
    ),
    (
        "In the absence of new funding there are material uncertainties that may cast significant "
        "doubt on the company’s ability to continue as a going concern."
    ),
    (
        "The accounts do not include adjustments, but there is a fundamental uncertainty as to "
        "going concern."
    ),
)
BOILERPLATE = (
    (
        "We have not identified any material uncertainties relating to events or conditions that "
        "may cast significant doubt on the company's ability to continue as a going concern."
    ),
    (
        "Based on the work we have performed, there are no material uncertainties that may cast "
        "significant doubt on the group's ability to continue as a going concern."
    ),
    (
        "- the directors have not disclosed in the financial statements any identified material "
        "uncertainties that may cast significant doubt about the company's ability to continue."
    ),
    (
        "We conclude on whether a material uncertainty exists related to events that may cast "
        "significant doubt on the company's ability to continue as a going concern."
    ),
    "If we conclude that a material uncertainty exists, we are required to draw attention to it.",
    (
        "The directors are satisfied that the virus does not create a material uncertainty as to "
        "going concern."
    ),
    (
        "We have nothing to report where the directors have not disclosed material uncertainties "
        "that may cast significant doubt on going concern."
    ),
    "Directors are responsible for disclosing material uncertainties related to going concern.",
    "The directors do not believe that there is a material uncertainty related to going concern.",
    "The material uncertainty over going concern that was reported last year has been removed.",
    "Since the refinancing there is a material uncertainty over going concern no longer.",
    "Last year there was a material uncertainty over going concern.",
    "These matters may give rise to a material uncertainty over going concern.",
    "Brexit creates significant uncertainty for every business.",
    "This may cast significant doubt on the company's ability to continue as a going concern.",
    (
        "The directors have reviewed whether these events give rise to a material uncertainty "
        "over going concern."
    ),
    (
        "The directors do not believe that these matters represent a material uncertainty over "
        "going concern."
    ),
    (
        "In assessing going concern the directors considered events that could constitute a "
        "material uncertainty."
    ),
    "The valuation of the property is subject to a material uncertainty.",
)


@pytest.mark.parametrize("sentence", MEANT)
def test_a_sentence_that_asserts_it_is_cited(sentence: str) -> None:
    (said,) = going_concern(text("Principal risks", sentence))

    assert said.sentence == sentence
    assert said.fragment == "row=2"


@pytest.mark.parametrize("sentence", BOILERPLATE)
def test_a_sentence_that_denies_asks_or_describes_is_not(sentence: str) -> None:
    assert list(going_concern(text("Principal risks", sentence))) == []


def test_under_its_own_heading_drawing_attention_is_enough() -> None:
    found = going_concern(
        text(
            "Independent auditor's report to the members of Alder Homes Limited",
            "Material uncertainty related to going concern",
            "We draw attention to note 2, on a material uncertainty over the renewal of the loan.",
        )
    )

    assert [said.fragment for said in found] == ["row=3"]


def test_the_standard_conclusion_is_not_under_any_heading() -> None:
    found = going_concern(
        text(
            "Independent auditor's report to the members of Alder Homes Limited",
            "Conclusions relating to going concern",
            "We have nothing to report in respect of the following matters where:",
            "- the directors have not disclosed any identified material uncertainties that may "
            "cast significant doubt about the company's ability to continue.",
        )
    )

    assert list(found) == []


def test_a_material_uncertainty_under_the_heading_of_going_concern_needs_no_more_words() -> None:
    found = going_concern(text("2.1 Going concern", "There is a material uncertainty here."))

    assert [said.fragment for said in found] == ["row=2"]


def test_a_sentence_broken_over_lines_is_read_whole() -> None:
    (said,) = going_concern(
        text(
            "These events and conditions, along with the matters set out in note 2,",
            "indicate that a material uncertainty exists that may cast significant",
            "doubt on the company's ability to continue as a going concern.",
        )
    )

    assert said.fragment == "row=1"
    assert said.sentence.endswith("continue as a going concern.")


def test_a_report_of_accountants_is_none() -> None:
    found = going_concern(
        text(
            "Accountants' report to the directors of Alder Homes Limited",
            "There is a material uncertainty related to going concern.",
        )
    )

    assert list(found) == []
