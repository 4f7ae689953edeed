"""What there is to read, and what of it is done: one note a product beside the tables."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from crawlers.accounts.products import Slice, slices
from crawlers.zips import DamagedError
from crawlers.zips.directory import digest, directory
from oversight.accounts_history import SLICE, VERSION, HistoryError
from oversight.accounts_history.tables import TABLES, is_of_product, part_of

NOTES = "products"
"""The folder of notes, beside the folders of the tables."""


class Note(BaseModel):
    """What is noted of one product."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    """The file's, when it was first read."""
    digest: str
    """SHA-256 of the product's directory: it changes with any member."""
    version: int
    slice: int
    """Members of a slice. It stays as it was begun, so that slices keep their bounds."""
    slices: int
    is_whole: bool
    """True once every slice of it lies in the tables."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """One slice of one product, and where its rows go."""

    part: Slice
    digest: str
    out: Path
    version: int

    @property
    def name(self) -> str:
        """What its files are named for."""
        return part_of(self.digest, self.version, self.part.index)

    @property
    def is_done(self) -> bool:
        """True where its last file is there: the filings' come after all others."""
        return (self.out / TABLES[-1].name / self.name).is_file()


@dataclass(frozen=True, kw_only=True)
class Product:
    """One file to read, in tasks."""

    path: Path
    note: Note
    tasks: tuple[Task, ...]


def planned(files: Sequence[Path], out: Path, *, most: int = SLICE) -> list[Product]:
    """Every product in tasks, done or not; the same product handed over twice comes once.

    Notes each product that is not noted yet. Raises HistoryError for a file that is no whole zip.
    """
    by_digest: dict[str, Product] = {}
    for path in files:
        try:
            found = _planned(path.resolve(), out.resolve(), most)
        except DamagedError as error:
            raise HistoryError(f"{path}: {error}; download it again") from None
        by_digest.setdefault(found.note.digest, found)
    return list(by_digest.values())


def close(product: Product) -> None:
    """Note that all of a product lies in the tables, and remove what an older reading left there.

    A process that is killed meanwhile leaves it to be closed again.
    """
    out, name = product.tasks[0].out if product.tasks else None, product.note.digest
    if out is None:
        return
    now = {task.name for task in product.tasks}
    for table in TABLES:
        for path in (out / table.name).glob("*.parquet"):
            if is_of_product(path.name, name) and path.name not in now:
                path.unlink()
    _write(out, product.note.model_copy(update={"is_whole": True}))


def notes(out: Path) -> Iterator[Note]:
    """What is noted of each product, by the names of the files."""
    found = [_read(path) for path in (out / NOTES).glob("*.json")]
    yield from sorted(found, key=lambda note: (note.name, note.digest))


def _planned(path: Path, out: Path, most: int) -> Product:
    with path.open("rb") as file:
        known = digest(file, directory(file))
    noted = _place(out, known)
    before = _read(noted) if noted.is_file() else None
    if before is not None and before.version == VERSION:
        most = before.slice
    parts = tuple(slices(path, most=most))
    note = Note(
        name=path.name,
        digest=known,
        version=VERSION,
        slice=most,
        slices=len(parts),
        is_whole=before is not None and before.version == VERSION and before.is_whole,
    )
    if before is None or before.version != VERSION:
        _write(out, note)
    tasks = tuple(Task(part=part, digest=known, out=out, version=VERSION) for part in parts)
    return Product(path=path, note=note, tasks=tasks)


def _place(out: Path, known: str) -> Path:
    return out / NOTES / f"{known}.json"


def _read(path: Path) -> Note:
    try:
        return Note.model_validate_json(path.read_bytes())
    except ValidationError:
        raise HistoryError(
            f"{path} is no note of this program's; name another folder with --out"
        ) from None


def _write(out: Path, note: Note) -> None:
    place = _place(out, note.digest)
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_name(f".half-written-{place.name}")
    half.write_text(json.dumps(note.model_dump(), indent=2) + "\n", encoding="utf-8")
    half.replace(place)
