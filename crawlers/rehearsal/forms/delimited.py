"""Text files with one row a line, as publishers' systems put them out."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

CSV = "text/csv"
"""The media type of comma-separated text."""

Field = str | int | float | None
"""What one field may hold; None is an empty field."""


def delimited(
    rows: Iterable[Sequence[Field]],
    *,
    delimiter: str = ",",
    quote_all: bool = False,
    line_end: str = "\r\n",
    encoding: str = "utf-8",
) -> bytes:
    """The bytes of a file of these rows; what its encoding lacks becomes a question mark."""
    text = StringIO(newline="")
    quoting = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=line_end).writerows(rows)
    return text.getvalue().encode(encoding, errors="replace")
