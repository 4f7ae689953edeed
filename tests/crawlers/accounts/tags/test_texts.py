"""What is shown in a text's tag becomes the date or truth that its format says."""

import pytest

from crawlers.accounts.tags.texts import NotATextError, transformed


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("31 March 2025", "datedaymonthyearen", "2025-03-31"),
        ("31st March, 2025", "datelonguk", "2025-03-31"),
        ("25-february--2026", "datedaymonthyearen", "2026-02-25"),
        ("05\u00a0february\u00a02026", "datedaymonthnameyearen", "2026-02-05"),
        ("31 Mar 25", "dateshortuk", "2025-03-31"),
        ("5 Sept 2025", "dateshortuk", "2025-09-05"),
        ("31.3.18", "datedaymonthyear", "2018-03-31"),
        ("31/03/2018", "dateslasheu", "2018-03-31"),
        ("31.03.2018", "datedoteu", "2018-03-31"),
        ("31 Mawrth 2025", "datedaymonthnameyearcy", "2025-03-31"),
        ("March 31, 2025", "datelongus", "2025-03-31"),
        ("03/31/2025", "dateslashus", "2025-03-31"),
        ("2025-03-31", "dateyearmonthday", "2025-03-31"),
        ("March 2025", "datemonthyearen", "2025-03"),
        ("2025 March", "dateyearmonthen", "2025-03"),
        ("29 February", "datedaymonthen", "--02-29"),
        ("02/28", "datemonthday", "--02-28"),
        ("anything", "booleantrue", "true"),
        ("No", "fixedfalse", "false"),
        ("a sentence", "nocontent", ""),
        ("1,234", "numdotdecimal", "1234"),
    ],
)
def test_each_format_gives_its_text(text: str, form: str, value: str) -> None:
    assert transformed(text, form) == value


@pytest.mark.parametrize(
    ("text", "form", "problem"),
    [
        ("31 February 2025", "datedaymonthyearen", "is no date of format datedaymonthyearen"),
        ("31 Marchember 2025", "datedaymonthyearen", "is no date"),
        ("March 2025", "datedaymonthyearen", "is no date"),
        ("1 2 x", "datedaymonthyear", "is no date"),
        ("twelve", "numdotdecimal", "is no number"),
        ("12", "date-in-runes", "format 'date-in-runes' is not known"),
    ],
)
def test_what_is_not_of_its_format_is_no_text(text: str, form: str, problem: str) -> None:
    with pytest.raises(NotATextError, match=problem):
        transformed(text, form)
