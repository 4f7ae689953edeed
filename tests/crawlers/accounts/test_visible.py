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


def test_a_paragraph_is_one_line_with_its_blanks_run_together() -> None:
    found = seen("<p>The group\u00a0 made\n a <b>loss</b>, which<br/>it expected.</p>")

    assert [line.text for line in found] == ["The group made a loss, which it expected."]
    assert found[0].fragment == "row=1"
    assert found[0].page is None
    assert found[0].table is None


def test_two_line_breaks_end_a_paragraph() -> None:
    assert texts("<p>First.<br/> <br/>Second.</p>") == [["First."], ["Second."]]


def test_a_row_of_a_table_is_one_line() -> None:
    found = seen("<p>Heading</p><table><tr><td>Turnover</td><td>4</td><td>1,000</td></tr></table>")

    assert [cell.text for cell in found[1].cells] == ["Turnover", "4", "1,000"]
    assert found[1].table == 1
    assert found[1].fragment == "row=2"


def test_a_cell_over_a_number_of_columns_that_is_none_stands_over_one() -> None:
    (line,) = seen('<table><tr><td colspan="half">Cash</td><td>5</td></tr></table>')

    assert [(cell.left, cell.right) for cell in line.cells] == [(0, 1), (1, 2)]


def test_a_line_break_with_a_place_of_its_own_moves_nothing() -> None:
    found = texts('<p>First.<br style="position: absolute; top: 3pt"/> Second.</p><p>Third.</p>')

    assert found == [["First."], ["Second."], ["Third."]]


def test_a_line_break_is_no_frame() -> None:
    found = texts('<p>First<br style="position: relative"/> line.</p><p>Second.</p>')

    assert found == [["First line."], ["Second."]]


def test_cells_without_widths_stand_at_their_columns() -> None:
    (line,) = seen('<table><tr><td colspan="2">Cash</td><td/><td>5</td></tr></table>')

    assert [(cell.left, cell.right) for cell in line.cells] == [(0, 2), (3, 4)]


def test_a_cell_that_reaches_down_moves_the_cells_of_the_rows_below() -> None:
    _, second = seen(
        '<table><tr><td rowspan="2">Note</td><td>2020</td></tr><tr><td>£</td></tr></table>'
    )

    assert [(cell.text, cell.left) for cell in second.cells] == [("£", 1)]


def test_cells_with_widths_stand_at_hundredths_of_the_page() -> None:
    (line,) = seen(
        '<table style="width:50%"><tr><td style="width:60%">Cash</td>'
        '<td style="width:40%">5</td></tr></table>'
    )

    assert [(cell.left, cell.right) for cell in line.cells] == [(0, 30), (30, 50)]


def test_paragraphs_stacked_in_the_cells_of_a_row_are_lines_of_their_own() -> None:
    assert texts(
        "<table><tr><td>Note</td><td><p>2020</p><p>£</p></td><td><p>2019</p><p>£</p></td></tr>"
        "</table>"
    ) == [["Note", "2020", "2019"], ["£", "£"]]


def test_a_row_round_another_table_is_no_row_of_its_own() -> None:
    assert texts(
        "<table><tr><td>Before<table><tr><td>Cash</td><td>5</td></tr></table>After</td>"
        "<td>Beside</td></tr></table>"
    ) == [["Before"], ["Cash", "5"], ["After"], ["Beside"]]


def test_a_bracket_in_a_cell_of_its_own_closes_the_number_before_it() -> None:
    assert texts("<table><tr><td>Loss</td><td>(500</td><td>)</td></tr></table>") == [
        ["Loss", "(500)"]
    ]


def test_what_no_reader_sees_is_left_out() -> None:
    assert texts(
        '<div style="display: none">a</div><ix:header><ix:hidden>b</ix:hidden></ix:header>'
        '<script>c</script><p class="gone">d</p><p id="off">e</p><p>Seen<!-- f -->.</p>'
        '<header>Page head</header><p><span style="VISIBILITY:hidden">g</span></p>',
        css=".gone { display:none !important } #off { display : none }",
    ) == [["Seen."], ["Page head"]]


def test_what_is_hidden_on_paper_only_or_inside_something_else_is_seen() -> None:
    assert texts(
        '<p class="one">One</p><p class="two">Two</p>',
        css="@media print { .one { display:none } } a.tip .two { display:none }",
    ) == [["One"], ["Two"]]


def test_pages_are_counted_where_the_style_ends_them() -> None:
    found = seen(
        '<div class="sheet"><p>First</p><p>Foot</p></div>'
        '<p style="page-break-before:always"/><p>Second</p>',
        css="@media print { .sheet { page-break-after: always } }",
    )

    assert [line.fragment for line in found] == ["page=1&row=1", "page=1&row=2", "page=2&row=1"]
    assert [line.page for line in found] == [1, 1, 2]


def test_pieces_that_are_placed_on_a_page_are_joined_to_lines() -> None:
    found = seen(
        '<div class="c" style="top:50pt;left:300pt;width:40pt">1,000</div>'
        '<div class="c" style="top:80pt;left:20pt;width:200pt">Cash</div>'
        '<div class="c" style="top:51pt;left:20pt;width:200pt">Turnover</div>'
        '<div class="c" style="top:80pt;left:310pt">5</div>',
        css=".c { position:absolute }",
    )

    assert [line.text for line in found] == ["Turnover 1,000", "Cash 5"]
    assert [(cell.left, cell.right) for cell in found[0].cells] == [(20, 220), (300, 340)]


def test_a_placed_footer_alone_stays_where_the_mark_up_has_it() -> None:
    assert texts('<div style="position:absolute;bottom:1px">Page 3</div><p>Text</p>') == [
        ["Page 3"],
        ["Text"],
    ]


def test_a_place_inside_a_placed_frame_is_counted_from_the_frame() -> None:
    pieces = "".join(
        f'<span style="position:absolute;top:{top}px;left:8px">{top}</span>'
        for top in (4, 0, 8, 12)
    )
    found = seen(f'<div style="position:absolute;top:100px;left:40px">{pieces}</div>')

    assert [line.text for line in found] == ["0 4", "8 12"]
    assert found[0].cells[0].left == 36


def test_pieces_placed_in_two_frames_one_below_the_other_share_no_line() -> None:
    frame = '<div style="position:relative;height:28pt">{}</div>'
    first = "".join(
        f'<b style="position:absolute;top:{top}pt;left:{left}pt">{text}</b>'
        for top, left, text in ((0, 0, "Wages"), (0, 90, "9"), (14, 0, "Pensions"), (14, 90, "1"))
    )
    found = seen(frame.format(first) + frame.format(first.replace("Wages", "Fees")))

    assert [line.text for line in found] == ["Wages 9", "Pensions 1", "Fees 9", "Pensions 1"]


def test_a_frame_inside_a_placed_piece_is_part_of_it() -> None:
    pieces = "".join(
        f'<div style="position:absolute;top:{top}pt;left:{left}pt">'
        f'<i style="position:relative">{text}</i></div>'
        for top, left, text in ((0, 0, "Cash"), (0, 90, "5"), (14, 0, "Debtors"), (14, 90, "7"))
    )

    assert [line.text for line in seen(pieces)] == ["Cash 5", "Debtors 7"]


def test_a_bracket_that_only_the_style_draws_makes_a_number_negative() -> None:
    (line,) = seen(
        '<table><tr><td>Loss</td><td><span class="neg">500</span></td><td>600</td></tr></table>',
        css='.neg:before { content:"(" } .neg:after { content:")" }',
    )

    assert [cell.is_negative for cell in line.cells] == [False, True, False]


def test_named_characters_are_read_and_the_documents_own_are_not_asked_for() -> None:
    assert texts("<p>Fish&nbsp;&pound;5 &chips;.</p>") == [["Fish £5 \ufffd."]]


def test_a_name_that_begins_like_a_known_one_is_not_known() -> None:
    assert texts("<p>1&pound2;3</p>") == [["1\ufffd3"]]


def test_a_row_without_a_table_is_text() -> None:
    assert texts("<tr><td>Alone</td></tr>") == [["Alone"]]


def test_a_plain_instance_has_no_page() -> None:
    plain = '<xbrl xmlns="http://www.xbrl.org/2003/instance"><Debtors>25</Debtors></xbrl>'

    assert lines(opened(plain.encode())) == ()


def test_a_label_in_several_paragraphs_beside_one_amount_is_one_label() -> None:
    found = texts(
        "<table><tr><td><p>Creditors: amounts falling</p><p>due within one year</p></td>"
        "<td><p>1,000</p></td><td>900</td></tr></table>"
    )

    assert found == [["Creditors: amounts falling due within one year", "1,000", "900"]]


def test_paragraphs_beside_words_or_beside_as_many_amounts_are_lines_of_their_own() -> None:
    found = texts(
        "<table><tr><td><p>Debtors</p><p>Cash</p></td><td><p>5</p><p>6</p></td></tr>"
        "<tr><td><p>A director</p><p>Of care</p></td><td>signed</td></tr></table>"
    )

    assert found == [["Debtors", "5"], ["Cash", "6"], ["A director", "signed"], ["Of care"]]
