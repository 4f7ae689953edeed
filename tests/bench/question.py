"""What a question costs as a whole process, beside starting Python at all. Nothing is promised."""

import sys
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.measuring import asked, offered, run, say, seconds


def main(arguments: list[str]) -> int:
    """Time whole processes on a store that holds one workbook."""
    options = asked(arguments)
    with TemporaryDirectory() as folder:
        book = offered(folder, options)
        data = ("--data", f"{folder}/data")
        for name, command in {
            "oversight ingest": ("-m", "oversight", "ingest", book["path"], *data),
            "oversight findings, first": ("-m", "oversight", "findings", *data),
        }.items():
            say(f"  {name:<28} once   {_taken(*command):6.2f} s")
        for name, command in {
            "python -c pass": ("-c", "pass"),
            "oversight --help": ("-m", "oversight", "--help"),
            "oversight findings, kept": ("-m", "oversight", "findings", *data),
        }.items():
            seconds(name, [_taken(*command) for _ in range(options.repeats)])
    return 0


def _taken(*command: str) -> float:
    started = perf_counter()
    run(*command)
    return perf_counter() - started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
