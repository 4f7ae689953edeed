"""Run every part."""

import sys

from tests.bench import downloads, index, question, rehearsal, site, snapshot, workbook


def main(arguments: list[str]) -> int:
    """Exit 1 when any part misses a promise."""
    parts = (
        workbook.main,
        question.main,
        snapshot.main,
        index.main,
        downloads.main,
        site.main,
        rehearsal.main,
    )
    return max(part(arguments) for part in parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
