import pytest

from crawlers.accounts.styles import PLAIN, Look, look_of, looks


@pytest.mark.parametrize(
    ("declarations", "look"),
    [
        ("display:none", Look(is_hidden=True)),
        ("VISIBILITY: HIDDEN !important", Look(is_blank=True)),
        ("opacity: 0", Look(is_blank=True)),
        ("opacity: 0.00%", Look(is_blank=True)),
        ("opacity: 0.05", PLAIN),
        ("text-decoration: line-through red", Look(is_blank=True)),
        ("text-decoration-line: underline", PLAIN),
        ("font-size: 0", Look(has_size=False)),
        ("font-size: 0.0em", Look(has_size=False)),
        ("font-size: 9pt", Look(has_size=True)),
        ("font-size: x-small", Look(has_size=True)),
        ("font-size: 90%", PLAIN),
        ("font-size: inherit", PLAIN),
        ("font: 700 9pt/1.2 serif", Look(has_size=True)),
        ("font: 0/0 a", Look(has_size=False)),
        ("font: bold 1.2em serif", PLAIN),
        ("page-break-before: always", Look(breaks_before=True)),
        ("break-after: page", Look(breaks_after=True)),
        ("position:absolute;top:10px;left:1in", Look(is_placed=True, top=7.5, left=72)),
        ("position: relative", Look(is_frame=True)),
        ("bottom: 20pt", Look(top=-20)),
        ("width: 12.5%", Look(share=12.5)),
        ("width: auto; top: 5%; color: red", PLAIN),
        ("", PLAIN),
    ],
)
def test_what_moves_hides_or_breaks_is_taken_from_a_style(declarations: str, look: Look) -> None:
    assert look_of(declarations) == look


def test_only_simple_selectors_count() -> None:
    found = looks("/* x */ .a, td.b { display:none } a.tip span { display:none } .c:hover{top:1pt}")

    assert set(found) == {".a", "td.b"}


def test_two_rules_for_one_class_hold_together() -> None:
    found = looks(".a { top:1pt } .a { left:2pt; top:3pt }")

    assert found[".a"] == Look(top=3, left=2)


def test_the_size_that_an_element_says_itself_holds() -> None:
    small, none = Look(has_size=True), Look(has_size=False)

    assert (small.over(none), none.over(small), PLAIN.over(none)) == (small, none, none)


def test_what_is_blank_on_paper_alone_is_read() -> None:
    assert looks("@media print { .a { opacity: 0 } }") == {}


def test_a_bracket_that_closes_nothing_is_passed_by() -> None:
    assert looks("} .a { display:none }") == {".a": Look(is_hidden=True)}
