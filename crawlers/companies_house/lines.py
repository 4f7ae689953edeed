"""Lines of the control snapshot about one company, joined verbatim into one small document.

`{"company_number": "01234567", "lines": [first, second]}`. Each line is as the publisher wrote it,
so that a citation into the document is one into the snapshot; a company without lines has an empty
list, which says that its registers are empty.
"""

import json
from collections.abc import Iterable

STATEMENT = "persons-with-significant-control-statement"
EXEMPTIONS = "exemptions"
TOTALS = "totals#persons-of-significant-control-snapshot"
AGAIN = "download the snapshot again"


def joined(company_number: str, lines: Iterable[str]) -> bytes:
    """One document of all lines about a company."""
    return (
        f'{{"company_number": {json.dumps(company_number)}, "lines": [' + ",\n".join(lines) + "]}"
    ).encode()
