"""Where files that were put out are kept once they are written: their size is told before them."""

from pathlib import Path
from threading import Lock

from crawlers.rehearsal.forms.ofsted.issues import Issue


class Shelf:
    """A folder of files, each written when it is first asked for."""

    _writing = Lock()
    """One for all shelves: two publishers may stand before the same folder."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Keep files in a folder, under the ids that they have with this seed."""
        self._folder = folder
        self._seed = seed

    def path(self, issue: Issue) -> Path:
        """Where a file lies, written now if it was not."""
        path = self._folder / f"{issue.media_id(self._seed)}-{issue.name}"
        with self._writing:
            if not path.exists():
                self._folder.mkdir(parents=True, exist_ok=True)
                unfinished = path.with_name(f"unfinished-{path.name}")
                issue.write(unfinished)
                unfinished.replace(path)
        return path

    def size(self, issue: Issue) -> int:
        """How many bytes a file has."""
        return self.path(issue).stat().st_size
