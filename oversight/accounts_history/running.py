"""Products read from beginning to end, going on where an earlier run stopped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from db.locks import alone
from oversight.accounts_history import SLICE
from oversight.accounts_history.plan import Product, close, planned
from oversight.accounts_history.spreading import cluster, spread
from oversight.accounts_history.summary import Counted, counted


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What came of a run."""

    products: int
    counted: Counted
    """All that lies in the tables of these products, from this run or an earlier one."""
    read_now: int
    """Filings that this run has read; the others were there."""
    seconds: float
    """Of reading, the start of the cluster left out."""
    failed: tuple[str, ...]
    """One sentence a slice that could not be read; the next run tries it again."""


def run(
    files: Sequence[Path],
    out: Path,
    *,
    scheduler: str | None = None,
    workers: int | None = None,
    most: int = SLICE,
    tell: Callable[[str], None] = lambda _: None,
) -> Ran:
    """Read every product into the folder `out`. Raises HistoryError, or BusyError."""
    out.mkdir(parents=True, exist_ok=True)
    with alone(out / ".lock", f"another process is reading accounts into {out}"):
        tell("looking at the products")
        products = planned(files, out, most=most)
        left = [task for product in products for task in product.tasks if not task.is_done]
        read_now, seconds, failed = 0, 0.0, list[str]()
        if left:
            with cluster(scheduler, workers) as client:
                started = perf_counter()
                for done, (task, result) in enumerate(spread(client, left), start=1):
                    if isinstance(result, int):
                        read_now += result
                    else:
                        failed.append(f"slice {task.part.index} of {task.part.path.name}: {result}")
                    seconds = perf_counter() - started
                    tell(_progress(done, len(left), read_now, seconds))
        _close(products, out)
        return Ran(
            products=len(products),
            counted=counted(products),
            read_now=read_now,
            seconds=seconds,
            failed=tuple(failed),
        )


def _progress(done: int, of: int, filings: int, seconds: float) -> str:
    left = seconds / done * (of - done)
    return (
        f"{done:,} of {of:,} slices, {filings:,} filings, {filings / seconds:,.0f} a second,"
        f" {left / 60:,.0f} minutes left"
    )


def _close(products: Sequence[Product], out: Path) -> None:
    for product in products:
        if not product.note.is_whole and all(task.is_done for task in product.tasks):
            close(product)
    if all(task.is_done for product in products for task in product.tasks):
        for half in out.glob("*/.half-written-*"):
            half.unlink()  # of processes that were killed
