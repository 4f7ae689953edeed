"""One slice of a product read into its files: what each process of a cluster does."""

from crawlers.accounts.products import sliced
from db.rows_part import Cell
from oversight.accounts_history import VERSION, HistoryError
from oversight.accounts_history.plan import Task
from oversight.accounts_history.reading import read
from oversight.accounts_history.tables import TABLES, write


def read_slice(task: Task) -> int:
    """Read every filing of a slice and write its files; gives how many filings it has.

    Whoever does it, and however often, leaves the same files. Raises HistoryError where this
    process has another version of the program than the one that planned, or sees another product.
    """
    if task.version != VERSION:
        raise HistoryError(
            f"a worker reads by version {VERSION} and the plan is of version {task.version};"
            " install the same release everywhere"
        )
    rows: dict[str, list[list[Cell]]] = {table.name: [] for table in TABLES}
    filings = 0
    for filing in sliced(task.part):
        filings += 1
        for name, found in read(filing, product=task.digest).items():
            rows[name].extend(map(list, found))
    write(task.out, task.name, rows)
    return filings
