"""The floor: python-calamine alone opens the workbook and gives the sheets as Python values."""

import json
import sys
from time import perf_counter

from python_calamine import CalamineWorkbook

from tests.bench.steps.memory import peak_mb


def main(path: str, *sheets: str) -> None:
    """Print how long it took and how much memory it held."""
    started = perf_counter()
    book = CalamineWorkbook.from_path(path)
    tables = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in sheets]
    read = perf_counter()
    found = {"read_s": read - started, "rows": sum(map(len, tables)), "peak_mb": peak_mb()}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
