"""Ruled lines taken out of a picture."""

from PIL import Image, ImageDraw

from crawlers.accounts.scans.rules import without_rules

DPI = 200


def page() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("L", (400, 400), 255)
    return picture, ImageDraw.Draw(picture)


def has_black(picture: Image.Image) -> bool:
    return picture.getextrema()[0] == 0


def test_lines_across_and_down_are_taken_out() -> None:
    picture, pen = page()
    pen.line((20, 50, 380, 50), fill=0, width=2)
    pen.line((200, 20, 200, 380), fill=0, width=2)

    assert not has_black(without_rules(picture, DPI))


def test_a_dotted_line_down_is_taken_out() -> None:
    picture, pen = page()
    for y in range(20, 380, 4):
        pen.line((200, y, 200, y + 1), fill=0)

    assert not has_black(without_rules(picture, DPI))


def test_a_black_band_is_taken_out() -> None:
    picture, pen = page()
    pen.rectangle((300, 20, 380, 380), fill=0)

    assert not has_black(without_rules(picture, DPI))


def test_letters_stay_as_they_are_beside_a_rule() -> None:
    picture, pen = page()
    pen.rectangle((100, 100, 104, 118), fill=0)
    pen.rectangle((104, 114, 112, 118), fill=0)
    before = picture.crop((90, 90, 120, 125)).tobytes()
    pen.line((20, 140, 380, 140), fill=0, width=2)

    after = without_rules(picture, DPI)
    assert after.crop((90, 90, 120, 125)).tobytes() == before
    assert not has_black(after.crop((0, 130, 400, 150)))


def test_the_thick_stroke_of_a_large_heading_is_no_rule() -> None:
    picture, pen = page()
    pen.rectangle((100, 100, 112, 190), fill=0)

    assert without_rules(picture, DPI).crop((100, 100, 113, 191)).getextrema() == (0, 0)


def test_a_page_without_rules_is_the_same_picture() -> None:
    picture, pen = page()
    pen.rectangle((100, 100, 104, 118), fill=0)

    assert without_rules(picture, DPI) is picture
