import pytest

from crawlers.accounts.printed.labels import Kind, label_of, parted, phrases, plain
from db.records.accounts_words import Measure


def test_a_pattern_stands_for_all_its_phrases() -> None:
    assert list(phrases("[group] (turnover|net [total] revenue)")) == [
        "group turnover",
        "group net total revenue",
        "group net revenue",
        "turnover",
        "net total revenue",
        "net revenue",
    ]


def test_a_bracket_that_is_not_closed_is_refused() -> None:
    with pytest.raises(ValueError, match="not closed"):
        list(phrases("net (assets"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(Loss)/profit before taxation", "profit before tax"),
        ("Deficit for the year", "profit for year"),
        ("SHAREHOLDERS\u2019 FUNDS", "shareholders funds"),
        ("Bank loans (see note 18)", "bank loans see note"),
        (
            "Creditors: amounts falling due within 1 year",
            "creditors amounts falling due within one year",
        ),
    ],
)
def test_words_are_compared_without_marks_and_signs(text: str, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize(
    ("text", "kind", "measure"),
    [
        ("GROUP OPERATING PROFIT", Kind.INCOME, Measure.OPERATING_PROFIT),
        ("Operating (loss)/profit", Kind.INCOME, Measure.OPERATING_PROFIT),
        ("Interest payable and similar charges", Kind.INCOME, Measure.INTEREST_PAYABLE),
        ("Tax credit on loss", Kind.INCOME, Measure.TAX),
        ("Net current (liabilities)/assets", Kind.BALANCE, Measure.NET_CURRENT_ASSETS),
        ("Net liabilities", Kind.BALANCE, Measure.NET_ASSETS),
        ("Property, plant and equipment", Kind.BALANCE, Measure.TANGIBLE_ASSETS),
    ],
)
def test_a_line_is_known_by_its_words(text: str, kind: Kind, measure: Measure) -> None:
    label = label_of(text, kind)

    assert label is not None
    assert label.measure is measure


@pytest.mark.parametrize(
    "text",
    [
        "Operating profit before amortisation and depreciation",
        "Operating profit before exceptional items",
        "Share of operating profit in associates",
        "Administrative expenses - exceptional",
        "Total comprehensive income for the year",
        "Profit attributable to owners of the parent",
        "Other investments",
    ],
)
def test_lines_that_only_look_alike_have_no_name(text: str) -> None:
    assert label_of(text, Kind.INCOME) is None
    assert label_of(text, Kind.BALANCE) is None


def test_recognised_words_need_only_be_alike() -> None:
    found = label_of(
        "Creditors: arnounts falling due within one ycar", Kind.BALANCE, is_recognised=True
    )

    assert found is not None
    assert found.measure is Measure.CREDITORS_WITHIN_ONE_YEAR
    assert label_of("Creditors: arnounts falling due within one ycar", Kind.BALANCE) is None


def test_recognised_words_that_are_short_or_strange_have_no_name() -> None:
    assert label_of("Casb", Kind.BALANCE, is_recognised=True) is None
    assert label_of("Called up share capital", Kind.BALANCE, is_recognised=True) is None


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Fixed assets Tangible assets", ("Fixed assets", "Tangible assets")),
        ("FIXED ASSETS: Investments", ("FIXED ASSETS:", "Investments")),
        ("Current assets Cash at bank and in hand", ("Current assets", "Cash at bank and in hand")),
        (
            "Capital and reserves Called up share capital",
            ("Capital and reserves", "Called up share capital"),
        ),
        ("Total assets less current liabilities", None),
        ("Current assets less current liabilities", None),
        ("Intangible assets", None),
        ("Tangible assets Investments", None),
    ],
)
def test_a_heading_and_a_label_in_one_cell_are_two(text: str, both: tuple[str, str] | None) -> None:
    assert parted(text) == both
