"""Which pages are generated, and how they are written."""

from collections.abc import Mapping
from pathlib import Path

from oversight.docs import (
    command_line_page,
    data_dictionary_page,
    policies_page,
    rehearsal_page,
    rules_page,
    sources_page,
    tables_page,
)


def pages() -> Mapping[str, str]:
    """The text of each generated page, by its path from the project's folder."""
    return {
        "docs/rules.md": rules_page.text(),
        "docs/policies.md": policies_page.text(),
        "docs/data-dictionary.md": data_dictionary_page.text(),
        "docs/sources.md": sources_page.text(),
        "docs/tables.md": tables_page.text(),
        "docs/command-line.md": command_line_page.text(),
        "docs/rehearsal.md": rehearsal_page.text(),
    }


def write(root: Path) -> None:
    """Write every generated page below the project's folder."""
    (root / "docs").mkdir(exist_ok=True)
    for path, text in pages().items():
        (root / path).write_text(text, encoding="utf-8", newline="\n")
