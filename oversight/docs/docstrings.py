"""What the code says of itself: headed docstrings, and the texts that stand under attributes."""

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from types import ModuleType

HEADINGS = ("What it flags", "Why it matters", "Measure", "Sources", "Limits")
"""What a rule's docstring says of the rule, in this order."""


def first_sentence(text: str) -> str:
    """The first line of a docstring."""
    return inspect.cleandoc(text).partition("\n")[0]


def sections(text: str) -> Mapping[str, str]:
    """The headed parts of a docstring: a heading stands at the margin, its text is indented."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in inspect.cleandoc(text).splitlines():
        if line and not line.startswith(" "):
            heading = line
        elif line.strip():
            found.setdefault(heading, []).append(line.strip())
    return {heading: " ".join(lines) for heading, lines in found.items()}


@cache
def attributes(module: ModuleType) -> Mapping[str, str]:
    """The text under each attribute of a module and of its classes, as `NAME` or `Class.NAME`."""
    tree = ast.parse(inspect.getsource(module))
    found = _texts(tree.body, "")
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found |= _texts(node.body, f"{node.name}.")
    return found


def _texts(body: list[ast.stmt], prefix: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for before, after in pairwise(body):
        match before, after:
            case (
                ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[prefix + name] = inspect.cleandoc(text)
            case _:
                pass
    return found
