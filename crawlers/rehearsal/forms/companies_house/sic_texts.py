"""Lines of business as the bulk product writes them: the code, then the classification's words.

The words are those of the UK Standard Industrial Classification of 2007, of the Office for
National Statistics, as Companies House publishes them in its enumerations.
"""

import csv
from functools import cache
from importlib.resources import files

NONE = "None Supplied"


def sic_text(code: str) -> str:
    """`87900 - Other residential care activities n.e.c.`; the code alone where it has no words."""
    words = _texts().get(code)
    return f"{code} - {words}" if words else code


@cache
def _texts() -> dict[str, str]:
    """The words of each code."""
    table = files(__package__ or "") / "sic_2007.csv"
    rows = csv.DictReader(table.read_text("utf-8").splitlines())
    return {row["code"]: row["text"] for row in rows}
