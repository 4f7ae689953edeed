"""Tagged accounts are marked up as the software that they name marks up: cells, styles, boxes."""

from crawlers.rehearsal.calibration.published import MARKED_UP
from crawlers.rehearsal.likeness.markup import of_documents

PAGE = b"""<html><body><table><colgroup width="50%"/>
<tr><td style="width:50%"><span>Turnover</span></td><td/><td style="width:50%" class="a"/>
<td><ix:nonFraction name="core:Turnover">12</ix:nonFraction></td>
<td><div style="height: 1px;"></div>&#160;</td></tr></table></body></html>"""


def test_elements_are_counted_to_each_tag() -> None:
    found = of_documents("A", [PAGE])

    assert found["elements to a tag, A"] == 13


def test_an_element_with_a_style_is_one_whatever_else_it_says() -> None:
    found = of_documents("A", [PAGE])

    assert found["elements with a style, A"] == 3 / 13


def test_a_cell_that_shows_nothing_is_empty_though_it_holds_a_box() -> None:
    found = of_documents("A", [PAGE])

    assert found["empty cells, A"] == 3 / 5


def test_the_middle_document_speaks_for_all() -> None:
    bare = b"<html><td>1</td><ix:nonNumeric/></html>"

    found = of_documents("A", [PAGE, bare, bare])

    assert found == {"elements to a tag, A": 3, "elements with a style, A": 0}


def test_of_no_documents_nothing_is_said() -> None:
    assert of_documents("A", []) == {}


def test_every_vendor_of_the_market_is_held_beside_real_documents() -> None:
    vendors = {what.rpartition(", ")[2] for what in MARKED_UP}

    assert vendors == {"IRIS", "CaseWare", "Digita"}
