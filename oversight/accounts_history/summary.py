"""What lies in the tables at the end, counted there and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.parquet import opened
from oversight.accounts_history.plan import Product
from oversight.accounts_history.tables import FILINGS


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How many filings of some products lie in the tables."""

    filings: int
    by_state: Mapping[str, int]
    """The most frequent first."""
    parts: int


def counted(products: list[Product]) -> Counted:
    """Count the filings of products in the files that are there."""
    paths = [
        str(task.out / FILINGS.name / task.name)
        for product in products
        for task in product.tasks
        if task.is_done
    ]
    if not paths:
        return Counted(filings=0, by_state={}, parts=0)
    with opened() as connection:
        rows = connection.execute(
            """
-- Grain: one row a state.
select state, count(distinct (product, number)) as filings
from read_parquet($paths)
group by state
order by filings desc, state
""",
            {"paths": paths},
        ).fetchall()
    by_state = dict(rows)
    return Counted(filings=sum(by_state.values()), by_state=by_state, parts=len(paths))
