"""What the rehearsal is calibrated on: every constant, by the file that holds it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from crawlers.rehearsal import calibration
from oversight.docs.markdown import code, heading, table

_ENTRANCE = "__init__"


def constants() -> Iterator[str]:
    """Yield the section of the page that lists them."""
    yield heading("What it is calibrated on")
    yield (
        "What the market is drawn to look like, and held beside, is constants, each with its source"
        " beside it or with the word that it is assumed. They are kept by subject in one folder,"
        f" {code('crawlers/rehearsal/calibration')}, rather than in one file, which would be longer"
        f" than any file of this project may be; {code('councils.csv')} there has the scale of each"
        " council's area. What one publisher's form alone needs stands in that form."
    )
    yield table(("File", "Subject", "Constants"), [_row(path) for path in _files()])


def _files() -> list[Path]:
    """The files of constants, the one of the market itself first."""
    folder = Path(calibration.__file__).parent
    return sorted(folder.glob("*.py"), key=lambda path: (path.stem != _ENTRANCE, path.stem))


def _row(path: Path) -> tuple[str, str, str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    subject = (ast.get_docstring(tree) or "").partition("\n")[0]
    return code(path.name), subject, ", ".join(code(name) for name in _names(tree))


def _names(tree: ast.Module) -> Iterator[str]:
    """Yield the names in capitals that a file gives values to, in its order."""
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=targets):
                named = [node for one in targets for node in ast.walk(one)]
                yield from (
                    node.id for node in named if isinstance(node, ast.Name) and node.id.isupper()
                )
            case _:
                continue
