"""Small products of generated filings, and what lies in the tables that they are read into."""

import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from db.parquet import opened
from tests.crawlers.accounts.made import INLINE

PLACEHOLDER = b"ATTACHMENTPLACEHOLDER000000042"


def product(path: Path, filings: int) -> Path:
    """A product of so many filings, the last of which is a placeholder."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for number in range(1, filings + 1):
            company = f"99{number:06}"
            body = INLINE.replace(b"99000001", company.encode())
            is_last = number == filings
            name = zipfile.ZipInfo(f"Prod224_2401_{company}_20240331.html")
            container.writestr(name, PLACEHOLDER if is_last else body)
    return path


def files(out: Path) -> dict[str, str]:
    """The hash of every Parquet file in the tables, by its name with its folder's."""
    return {
        str(path.relative_to(out)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.glob("*/*.parquet"))
    }


def asked(out: Path, question: str) -> list[tuple[Any, ...]]:
    """Rows that a question finds in a table, which it names as `{table}`."""
    tables = {name: f"read_parquet('{out}/{name}/*.parquet')" for name in ("lines", "filings")}
    with opened() as connection:
        return connection.execute(question.format(**tables)).fetchall()
