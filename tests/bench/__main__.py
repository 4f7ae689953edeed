"""Run every part."""

import sys

from tests.bench import question, workbook


def main(arguments: list[str]) -> int:
    """Exit 1 when any part misses a promise."""
    return max(part(arguments) for part in (workbook.main, question.main))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
