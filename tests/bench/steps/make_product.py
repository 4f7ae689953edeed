"""An invented product as large as it is told: one table in a zip, six times as large unzipped."""

import json
import sys
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

BLOCK_LINES = 20_000
LINE = (
    '"{digits}","Private Limited Company","Active","United Kingdom","","","","87900 - Other'
    ' residential care activities n.e.c.","","","","http://business.data.gov.uk/id/company/"\r\n'
)


def main(path: str, megabytes: str) -> None:
    """Write it, and print how large it is."""
    random = Random(1)  # noqa: S311 - repeatable
    block = "".join(
        LINE.format(digits=random.randbytes(30).hex()) for _ in range(BLOCK_LINES)
    ).encode()
    member = ZipInfo("companies.csv")
    member.compress_type = ZIP_DEFLATED
    unzipped = 0
    with (
        ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as container,
        container.open(member, "w", force_zip64=True) as file,
    ):
        while Path(path).stat().st_size < int(megabytes) * 1_000_000:
            unzipped += file.write(block)
    sys.stdout.write(json.dumps({"bytes": Path(path).stat().st_size, "unzipped": unzipped}))


if __name__ == "__main__":
    main(*sys.argv[1:])
