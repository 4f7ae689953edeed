"""What no reader of a page sees is no line of it."""

import pytest

from crawlers.accounts.markup import opened
from crawlers.accounts.visible import lines


def seen(body: str, css: str = ""):
    page = (
        '<html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:ix="http://www.xbrl.org/2013/inlineXBRL">'
        f"<head><title>Not shown</title><style>{css}</style></head><body>{body}</body></html>"
    )
    return lines(opened(page.encode()))


def texts(body: str, css: str = "") -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in seen(body, css)]


@pytest.mark.parametrize(
    "unseen",
    [
        '<b style="opacity:0">9</b>',
        '<b style="visibility:hidden">9</b>',
        '<b style="text-decoration:line-through">9</b>',
        '<b style="font-size:0">9<i style="font-size:100%">9</i></b>',
        '<b class="none">9</b>',
        "<del>9</del>",
        "<s>9</s>",
        "<strike>9</strike>",
        '<b hidden="hidden">9</b>',
        '<b hidden="">9</b>',
    ],
)
def test_what_no_reader_sees_or_what_is_struck_out_is_left_out(unseen: str) -> None:
    assert texts(f"<p>{unseen}5</p>", css=".none { font-size: 0px }") == [["5"]]


@pytest.mark.parametrize("style", ["opacity:0", "visibility:hidden", "font-size:0"])
def test_a_cell_in_which_nothing_is_seen_keeps_its_place(style: str) -> None:
    (line,) = seen(f'<table><tr><td>Tax</td><td style="{style}">9</td><td>5</td></tr></table>')

    assert [(cell.text, cell.left) for cell in line.cells] == [("Tax", 0), ("5", 2)]


def test_a_cell_that_is_not_there_keeps_no_place() -> None:
    (line,) = seen("<table><tr><td>Tax</td><td hidden=''>9</td><td>5</td></tr></table>")

    assert [(cell.text, cell.left) for cell in line.cells] == [("Tax", 0), ("5", 1)]


def test_a_table_in_which_nothing_is_seen_ends_no_other() -> None:
    unseen = '<table style="font-size:0"><tr><td>9</td></tr></table>'
    found = texts(f"<table><tr><td>Tax{unseen}</td><td>5</td></tr></table>")

    assert found == [["Tax", "5"]]


def test_letters_of_a_size_inside_those_of_none_are_seen() -> None:
    found = texts(
        '<div style="font-size:0"><b style="font-size:9pt">Tax</b></div>'
        '<div style="font-size:0"><i>here </i><b style="font:9pt serif">5</b></div>'
    )

    assert found == [["Tax"], ["here 5"]]
