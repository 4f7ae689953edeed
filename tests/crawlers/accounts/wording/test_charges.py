"""Charges of related parties, guarantees, adjustments of earlier years, later events."""

import pytest

from crawlers.accounts.wording.events import events
from crawlers.accounts.wording.guarantee import guarantees
from crawlers.accounts.wording.prior_period import adjustments
from crawlers.accounts.wording.related import charges
from db.records.accounts_words import Matter
from tests.crawlers.accounts.wording.printed_lines import text

OWN = frozenset({"alder homes limited"})


@pytest.mark.parametrize(
    ("sentence", "matter", "name", "pounds"),
    [
        (
            "The company paid rent of £12,000 (2019: £11,000) to its directors.",
            Matter.RELATED_RENT,
            None,
            12_000,
        ),
        (
            "Management charges of £40,000 were payable to the parent, Birch Limited.",
            Matter.MANAGEMENT_CHARGE,
            "Birch Limited",
            40_000,
        ),
        (
            "Birch Limited, a shareholder, charged monitoring fees of £1.2 million to the company.",
            Matter.MANAGEMENT_CHARGE,
            "Birch Limited",
            1_200_000,
        ),
        (
            "Interest of £80,000 and a premium of £900 accrued on loan notes held by shareholders.",
            Matter.RELATED_INTEREST,
            None,
            None,
        ),
    ],
)
def test_a_charge_is_read_with_its_sum(
    sentence: str, matter: Matter, name: str | None, pounds: int | None
) -> None:
    (said,) = charges(text(sentence), own=OWN)

    assert (said.matter, said.name, said.amount_gbp) == (matter, name, pounds)


@pytest.mark.parametrize(
    "sentence",
    [
        "The company received rent of £12,000 from its directors.",
        "The company charged management fees of £40,000 to Birch Limited, a group company.",
        "Elm Limited charged rent of £9,000 to Birch Limited, a company under common control.",
        "Interest payable to group undertakings is charged at the effective interest rate.",
        "The loan of £40,000 from the director is interest free and payable on demand.",
        "Rent of £12,000 was paid to the landlord.",
        "Rent is payable to the directors.",
        "The directors paid tax of £12,000.",
        "A management service of £400 was agreed with a director.",
    ],
)
def test_income_policies_and_strangers_are_no_charge(sentence: str) -> None:
    assert list(charges(text(sentence), own=OWN)) == []


def test_the_auditors_report_states_none() -> None:
    page = text("Independent auditor's report", "Rent of £12,000 was paid to directors.")

    assert list(charges(page, own=OWN)) == []


@pytest.mark.parametrize(
    ("unit", "row", "pounds"),
    [
        ("£", "Management fee expense 7,375 167", 7_375),
        ("£'000", "Management charges payable 40 30", 40_000),
        ("£", "Rent paid - 6,000", 0),
        ("$", "Rent paid 5,000 6,000", None),
    ],
)
def test_a_row_of_the_note_states_its_first_column(unit: str, row: str, pounds: int | None) -> None:
    (said,) = charges(text("26. Related party disclosures", f"{unit} {unit}", row), own=OWN)

    assert said.amount_gbp == pounds


def test_a_row_elsewhere_is_none() -> None:
    assert list(charges(text("5. Operating profit", "£", "Rent paid 5,000 4,000"), own=OWN)) == []


def test_a_guarantee_is_cited_with_who_gives_it() -> None:
    (said,) = guarantees(
        text("Elm plc guarantees Alder Homes Limited's debts under section 479C of the Act."),
        own=OWN,
    )

    assert (said.matter, said.name) == (Matter.GUARANTEE, "Elm plc")


def test_a_list_of_guaranteed_subsidiaries_names_none_of_them() -> None:
    (said,) = guarantees(
        text("Birch Limited and Elm Limited are exempt from audit by s479A of the Act."), own=OWN
    )

    assert said.name is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The company has not taken the exemption of section 479A.",
        "Form 1479a is enclosed.",
    ],
)
def test_a_guarantee_that_is_denied_is_none(sentence: str) -> None:
    assert list(guarantees(text(sentence), own=OWN)) == []


def test_the_auditor_gives_no_guarantee() -> None:
    page = text("Independent auditor's report", "It is exempt by section 479A of the Act.")

    assert list(guarantees(page, own=OWN)) == []


def test_an_adjustment_of_an_earlier_year_is_cited_with_its_sum() -> None:
    sentence = "A prior year adjustment of £88,000 corrects income that was left out in 2017."

    (said,) = adjustments(text("Prior year adjustment 88,000", sentence))

    assert (said.sentence, said.amount_gbp) == (sentence, 88_000)


def test_a_short_sentence_says_that_figures_are_restated() -> None:
    (said,) = adjustments(
        text("8. Prior period adjustment", "The comparative figures are restated.")
    )

    assert said.sentence == "The comparative figures are restated."


def test_a_row_shows_it_where_no_sentence_does() -> None:
    (said,) = adjustments(text("11. Prior year adjustment", "Prior year adjustment 88,000"))

    assert said.fragment == "row=2"


@pytest.mark.parametrize(
    "sentence",
    [
        "There were no prior year adjustments in either of the two years.",
        "Adjustments in respect of prior periods of tax are shown in the note above.",
        "Prior year adjustment",
    ],
)
def test_what_adjusts_nothing_is_none(sentence: str) -> None:
    assert list(adjustments(text(sentence))) == []


def test_the_auditors_words_on_it_are_not_cited() -> None:
    page = text(
        "Independent auditor's report", "We looked at the prior year adjustment of the company."
    )

    assert list(adjustments(page)) == []


def test_what_happened_after_the_year_end_is_cited() -> None:
    found = events(
        text(
            "27. Post balance sheet events",
            "In May the company bought Birch Limited. It paid £2. It borrowed £1. It rests.",
        )
    )

    assert [said.sentence for said in found] == [
        "In May the company bought Birch Limited.",
        "It paid £2.",
        "It borrowed £1.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Subsequent events", "There were no events to report."),
        ("Events after the reporting period", "None."),
        ("Events since the end of the year", "Information is given in the notes to the accounts."),
        ("Events after the end of the reporting period", "Staff costs"),
        ("Subsequent events",),
        ("The company bought Birch Limited in the post balance sheet period.", "It rests."),
        ("Independent auditor's report", "Subsequent events", "We looked for them in May."),
    ],
)
def test_a_heading_without_an_event_says_nothing(lines: tuple[str, ...]) -> None:
    assert list(events(text(*lines))) == []
