"""Lines as a page prints them, one text each."""

from crawlers.accounts.line import Cell, Line
from crawlers.accounts.wording.text import Text


def printed(*texts: str) -> tuple[Line, ...]:
    """One line for each text, numbered from 1."""
    return tuple(
        Line(cells=(Cell(text=text),), fragment=f"row={row}") for row, text in enumerate(texts, 1)
    )


def text(*texts: str) -> Text:
    """The same, ready to be looked into."""
    return Text.of(printed(*texts))
