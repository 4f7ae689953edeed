import pytest

from crawlers.accounts.cut_short import whole_part

FIVE = b'<g contextRef="y" unitRef="G">5</g>'


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        (b'<p>Turnover <f contextRef="y" unitRef="G">12', b"<p>Turnover "),
        (b"<p>" + FIVE + b", and <b>mo", b"<p>" + FIVE + b", and <b>"),
        (b'<p>Turnover <f contextRef="y" uni', b"<p>"),
        (b'<p><f contextRef="y" unitRef="G"><b>12</b><b>0', b"<p>"),
        (b'<p><f contextRef="y" unitRef="G">1' + FIVE + b"0", b"<p>"),
        (b'<p><f contextRef="y">Larkm', b"<p>"),
        (b'<f contextRef="y">Of ' + FIVE + b" an", b'<f contextRef="y">Of ' + FIVE),
        (b'<f contextRef="y" note="a > b"/>Lark<b> m', b'<f contextRef="y" note="a > b"/>Lark<b>'),
        (b"<f contextRef='y'>a</f></p></div", b"<f contextRef='y'>a</f></p>"),
        (b"no mark at all", b""),
    ],
    ids=[
        "within a number",
        "behind a number",
        "within a tag",
        "within a number in two runs",
        "within a number that holds another",
        "within a text",
        "within a text that holds a whole number",
        "behind an empty fact",
        "within an end",
        "before any mark",
    ],
)
def test_what_a_cut_went_through_is_left_out(cut: bytes, whole: bytes) -> None:
    assert whole_part(cut) == whole
