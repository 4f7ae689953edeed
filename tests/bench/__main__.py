"""Run every part."""

import sys

from tests.bench import (
    closure,
    crawl,
    downloads,
    events,
    first_command,
    grouping,
    groups,
    history,
    index,
    matching,
    mistakes,
    ownership,
    question,
    refresh,
    rehearsal,
    scans,
    site,
    snapshot,
    tags,
    workbook,
)


def main(arguments: list[str]) -> int:
    """Exit 1 when any part misses a promise."""
    parts = (
        first_command,
        workbook,
        question,
        snapshot,
        tags,
        mistakes,
        index,
        matching,
        events,
        grouping,
        groups,
        downloads,
        history,
        closure,
        ownership,
        refresh,
        crawl,
        site,
        rehearsal,
        scans,
    )
    return max(part.main(arguments) for part in parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
