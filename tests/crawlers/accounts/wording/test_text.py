"""Lines are joined to paragraphs, and known by their heading and their part of the document."""

from crawlers.accounts.wording.headings import is_heading, without_number
from crawlers.accounts.wording.sections import Section
from crawlers.accounts.wording.text import LONGEST_PARAGRAPH, LONGEST_SENTENCE, Text, fold
from tests.crawlers.accounts.wording.printed_lines import printed, text
from tests.crawlers.accounts.wording.tagging import fact, tagged


def test_a_sentence_is_cited_at_the_line_on_which_it_begins() -> None:
    page = text(
        "The first sentence of this paragraph is long enough to fill its line. The",
        "second begins on the first line and its",
        "end stands here. The third speaks of apples.",
    )

    (second,) = page.sentences("second")
    (third,) = page.sentences("apples")

    assert second.text == "The second begins on the first line and its end stands here."
    assert (second.fragment, third.fragment) == ("row=1", "row=3")


def test_an_item_of_a_list_is_a_paragraph_of_its_own() -> None:
    page = text(
        "We have nothing to report in respect of the following matters in relation to which",
        "- accounting records have not been kept; or",
        "(a) returns have not been received",
    )

    assert [item.text for item in page.paragraph(1)] == [
        "- accounting records have not been kept; or"
    ]


def test_a_row_of_figures_is_no_part_of_the_line_below_it() -> None:
    page = text("Administrative expenses", "Turnover is the value of services.")

    assert [item.text for item in page.paragraph(1)] == ["Turnover is the value of services."]


def test_a_blank_line_parts_paragraphs() -> None:
    page = text("The board has considered the forecasts of the next twelve months and", "", "more.")

    assert page.paragraph(2)[0].text == "more."


def test_text_that_never_ends_is_cut() -> None:
    page = text(*["and words that run on without any stop at all over line after line"] * 200)

    assert len(page.paragraph(0)[0].text) < 70 * (LONGEST_PARAGRAPH + 1)


def test_a_sentence_that_never_ends_is_cut() -> None:
    (sentence,) = text("word " * 100_000).paragraph(0)

    assert len(sentence.text) == LONGEST_SENTENCE


def test_a_sentence_that_holds_two_words_comes_once() -> None:
    page = text("Apples and pears are sold.")

    assert len(list(page.sentences("apples", "pears"))) == 1


def test_quotes_and_spaces_are_folded_alike() -> None:
    assert fold("The Group’s\xa0“loan”") == 'the group\'s "loan"'
    assert fold("The Group's") == "the group's"


def test_a_text_is_shared_as_it_is() -> None:
    page = text("One.")

    assert Text.of(page) is page


def test_where_no_page_is_visible_tagged_texts_are_read() -> None:
    found = tagged(
        fact("ContentAdditionalNote", "The ultimate holding company is Birch Limited."),
        fact("NameApprovingDirector", "A N Example"),
        fact("Debtors", None),
    )

    page = Text.of((), found)

    assert [line.fragment for line in page.lines] == ["tag=1"]
    assert Text.of(()).lines == ()


def test_a_heading_is_short_and_stands_without_a_stop() -> None:
    assert is_heading("21. ULTIMATE PARENT COMPANY")
    assert is_heading("Events after 31 March 2020")
    assert not is_heading("The company is owned by Birch Limited.")
    assert not is_heading("Trade debtors 12,000 9,000")
    assert not is_heading("and controlling party")
    assert not is_heading("(1,200)")
    assert not is_heading("")


def test_the_number_of_a_note_is_no_part_of_its_heading() -> None:
    assert without_number("2.1 Going concern") == "Going concern"
    assert without_number("Note 7 Controlling party") == "Controlling party"


def test_what_heads_every_page_is_passed_over() -> None:
    lines = ["Controlling party", "Page 5", "Alder Homes", "Notes to the accounts - continued", "x"]

    page = text(*["Alder Homes"] * 4, *lines)

    assert page.heading(8) == "controlling party"


def test_far_from_any_heading_there_is_none() -> None:
    assert text(*["it is said."] * 5).heading(4) == ""


def test_each_part_of_a_document_is_known_by_its_title() -> None:
    page = text(
        "Alder Homes Limited",
        "Directors' report",
        "The directors present it.",
        "Independent auditor's report to the members of Alder Homes Limited",
        "In our opinion all is well.",
        "Balance sheet",
        "Notes to the financial statements",
        "One.",
    )

    found = [page.section(index) for index in (0, 2, 4, 5, 7)]

    assert found == [
        Section.OTHER,
        Section.DIRECTORS,
        Section.AUDIT,
        Section.STATEMENTS,
        Section.NOTES,
    ]


def test_the_list_of_contents_opens_no_part() -> None:
    page = text(
        "Contents", "Directors' report", "1", "Auditors' report", "2", "Alder House", "Leeds"
    )

    assert page.section(6) is Section.OTHER


def test_the_words_of_a_title_inside_a_sentence_open_none() -> None:
    page = text("Notes to the accounts", "balance sheet date and the loan is repaid", "One.")

    assert page.section(2) is Section.NOTES


def test_lines_that_begin_with_a_word_are_found() -> None:
    assert text("Group balance sheet", "The group is small.").starting("group ") == (0,)


def test_lines_keep_their_places() -> None:
    assert Text.of(printed("One.", "Two.")).lines[1].fragment == "row=2"
