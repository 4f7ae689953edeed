"""Write the generated pages, or check that nothing about the pages needs doing."""

import sys
from pathlib import Path

import typer

from oversight.docs.checking import problems
from oversight.docs.generated import write

ROOT = Path(__file__).parents[2]


def main(arguments: list[str]) -> int:
    """Exit 0 when done, 1 when the check finds something to do, 2 when asked wrongly."""
    if arguments not in ([], ["--check"]):
        typer.echo("usage: python -m oversight.docs [--check]", err=True)
        return 2
    if not (ROOT / "Makefile").is_file():
        typer.echo(
            "oversight.docs: the pages lie in a checkout of the project: run it there", err=True
        )
        return 2
    if not arguments:
        write(ROOT)
        return 0
    found = problems(ROOT)
    for problem in found:
        typer.echo(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
