"""Pages of accounts written as text, as the lines that they are read from."""

from collections.abc import Iterator
from datetime import date

from crawlers.accounts.figure import Period
from crawlers.accounts.line import Cell, Line
from crawlers.accounts.printed.statements import Printed, figures
from crawlers.accounts.said import About
from db.records.accounts_words import HowRead

ABOUT = About(
    entity_number="01234567",
    entity_name="BRIAR HOUSE CARE LIMITED",
    period=Period(start=date(2023, 4, 1), end=date(2024, 3, 31)),
    previous=Period(start=date(2022, 4, 1), end=date(2023, 3, 31)),
)
ACCOUNT = """
PROFIT AND LOSS ACCOUNT
FOR THE YEAR ENDED 31 MARCH 2024
                                | Notes | 2024      | 2023
                                |       | £         | £
Turnover                        | 3     | 1,000,000 | 900,000
Cost of sales                   |       | (600,000) | (550,000)
Gross profit                    |       | 400,000   | 350,000
Administrative expenses         |       | (450,000) | (300,000)
Operating (loss)/profit         | 4     | (50,000)  | 50,000
Interest payable and similar expenses | 5 | (10,000) | -
(Loss)/profit before taxation   |       | (60,000)  | 50,000
Tax on (loss)/profit            | 6     | 12,000    | (9,500)
(Loss)/profit for the financial year |  | (48,000)  | 40,500
"""
SHEET = """
BALANCE SHEET
AS AT 31 MARCH 2024
                        | Note | 2024 £   | 2023 £
Fixed assets
Tangible assets         | 7    | 80,000   | 90,000
Investments             | 8    | 20,000   | 20,000
                        |      | 100,000  | 110,000
Current assets
Debtors                 | 9    | 30,000   | 25,000
Cash at bank and in hand |     | 12,000   | 15,000
                        |      | 42,000   | 40,000
CREDITORS
Amounts falling due within one year | 10 | 50,000 | 30,000
NET CURRENT (LIABILITIES)/ASSETS |  | (8,000) | 10,000
TOTAL ASSETS LESS CURRENT
LIABILITIES             |      | 92,000   | 120,000
Capital and reserves
Called up share capital |      | 100      | 100
Profit and loss account |      | 91,900   | 119,900
                        |      | 92,000   | 120,000
"""


def page(text: str) -> tuple[Line, ...]:
    """The lines of text: `|` parts the cells of a row by column, `=` begins a new page.

    A line without `|` is a paragraph; an empty cell is a column that is left out.
    """
    return tuple(_lines(text))


def read(text: str, about: About = ABOUT, how: HowRead = HowRead.PRINTED) -> Printed:
    """What the printed statements of a page written as text say."""
    return figures(page(text), about, read=how)


def values(found: Printed) -> dict[str, str]:
    """Each figure as `scope measure year: value`."""
    return {
        f"{figure.scope} {figure.measure} {figure.period.end.year}": f"{figure.value:f}"
        for figure in found.figures
    }


def _lines(text: str) -> Iterator[Line]:
    number, row = 1, 0
    for written in text.strip().splitlines():
        if written.strip() == "=":
            number, row = number + 1, 0
            continue
        if not written.strip():
            continue
        row += 1
        parts = [part.strip() for part in written.split("|")]
        cells = tuple(
            Cell(text=part, left=index, right=index + 1) for index, part in enumerate(parts) if part
        )
        yield Line(cells=cells, fragment=f"page={number}&row={row}", page=number)
