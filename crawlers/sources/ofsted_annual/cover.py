"""What the cover of a workbook of Ofsted's states: when it came out, and whether it is invented."""

from datetime import date

from crawlers.cells import day
from crawlers.reading import plain
from crawlers.workbook import Workbook


def published_on(book: Workbook) -> date:
    """The day of publication that the cover states; SourceChangedError where it states none."""
    for number, cells in enumerate(book.lines(book.only("Cover")), start=1):
        if len(cells) > 1 and plain(cells[0]) == "published on:":
            try:
                return day(cells[1])
            except ValueError as error:
                raise book.changed(
                    f"cannot read the day of publication: {error}; give the day that the"
                    " publisher's page states with --published-on",
                    f"sheet=Cover&row={number}",
                ) from None
    raise book.changed(
        "the cover has no row 'Published on:'; give the day that the publisher's page states with"
        " --published-on",
        "sheet=Cover",
    )


def says_rehearsal(book: Workbook) -> bool:
    """True when the cover says that the figures are invented."""
    cover = book.find("Cover")
    return cover is not None and any(
        "rehearsal" in plain(cell) for row in book.lines(cover) for cell in row
    )
