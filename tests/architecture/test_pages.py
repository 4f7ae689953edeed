"""The pages are current, and the check notices when they are not."""

from pathlib import Path
from shutil import copy, copytree

import pytest

from oversight.docs.checking import problems
from oversight.docs.generated import pages, write

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with this project's pages and targets."""
    copytree(ROOT / "docs", tmp_path / "docs")
    copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "README.md").write_text("# A readme\n", encoding="utf-8")
    for folder in ("crawlers", "db", "oversight"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    write(tmp_path)
    return tmp_path


def test_every_page_is_current_and_names_nothing_that_is_gone() -> None:
    assert problems(ROOT) == []


def test_the_pages_are_the_same_whenever_they_are_made() -> None:
    assert pages() == pages()


def test_every_generated_page_says_what_it_is_and_how_it_is_made() -> None:
    opening = {path: text.splitlines()[2] for path, text in pages().items()}
    silent = [
        path
        for path, line in opening.items()
        if not line.startswith("This page ") or "`make docs`" not in line
    ]

    assert silent == []


def test_no_generated_page_has_windows_line_ends() -> None:
    assert [path for path, text in pages().items() if "\r" in text] == []


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert "make run" in readme
    assert "make test" in readme


def test_a_page_that_the_code_has_left_behind_is_named_with_what_to_run(project: Path) -> None:
    (project / "docs" / "rules.md").write_text("# Rules\n", encoding="utf-8")

    assert problems(project)[0] == "docs/rules.md is stale: run make docs"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("[gone](docs/gone.md)", "the link to docs/gone.md leads nowhere: mend it"),
        (
            "[gone](docs/rules.md#gone)",
            "the link to docs/rules.md#gone names no heading of that page: mend it",
        ),
        (
            "`make tea`",
            "there is no `make tea`: name another target, or add it to the Makefile",
        ),
        (
            "`oversight findings --loudly`",
            "`oversight findings` has no --loudly: see oversight findings --help",
        ),
    ],
)
def test_what_leads_nowhere_is_named_with_its_page(project: Path, line: str, problem: str) -> None:
    (project / "README.md").write_text(f"# A readme\n\n{line}\n", encoding="utf-8")

    assert problems(project) == [f"README.md: {problem}"]


def test_a_command_that_is_gone_is_named_in_a_block_of_code_too(project: Path) -> None:
    (project / "README.md").write_text("```\noversight divine\n```\n", encoding="utf-8")

    assert [line[:48] for line in problems(project)] == [
        "README.md: there is no `oversight divine`: name "
    ]


@pytest.mark.parametrize(
    "line",
    [
        "[here](docs/rules.md)",
        "[there](https://example.org/nowhere)",
        "`make bench-workbook`",
        "We make tea.",
        "`oversight markets --level region`",
        "`oversight/rules/`",
        "`[x](not a link)`",
    ],
)
def test_what_leads_somewhere_is_well(project: Path, line: str) -> None:
    (project / "README.md").write_text(f"# A readme\n\n{line}\n", encoding="utf-8")

    assert problems(project) == []
