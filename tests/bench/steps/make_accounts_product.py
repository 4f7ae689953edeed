"""A monthly product of generated accounts: the rehearsal's forms, company by company."""

import json
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

from crawlers.rehearsal.forms.accounts.document import XHTML, document_body
from crawlers.rehearsal.world.books import Accounts
from tests.crawlers.rehearsal.accounts_world import (
    DORMANT,
    FULL_FILING,
    GROUP_FILING,
    MICRO,
    SMALL_FILING,
    of,
    world,
)

IN_TWENTY: Sequence[tuple[Accounts, int]] = (
    (of(MICRO, SMALL_FILING), 9),
    (SMALL_FILING, 7),
    (of(DORMANT, SMALL_FILING), 2),
    (FULL_FILING, 1),
    (GROUP_FILING, 1),
)
"""Which filings there are, in twenty: half of a month is micro-entities, one in twenty large."""


def main(path: str, filings: str) -> None:
    """Write the product and print how large it is."""
    bodies = [
        (accounts.company, document_body(world(accounts), accounts, XHTML))
        for accounts, times in IN_TWENTY
        for _ in range(times)
    ]
    size = 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as container:
        for number in range(int(filings)):
            company, body = bodies[number % len(bodies)]
            other = f"99{number:06}"
            body = body.replace(company.encode(), other.encode())
            size += len(body)
            container.writestr(f"Prod224_2401_{other}_20250331.html", body)
    found = {"zip_bytes": Path(path).stat().st_size, "bytes": size}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
