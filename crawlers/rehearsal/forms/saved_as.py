"""What a file is called once it is saved: its name says what it is where its form cannot."""

from collections.abc import Mapping


def saved_as(path: str) -> Mapping[str, str]:
    """The header by which a file at a path is saved under its own name, as a rehearsal's."""
    name = path.rpartition("/")[2]
    return {"Content-Disposition": f'attachment; filename="rehearsal_{name}"'}
