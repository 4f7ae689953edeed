"""Note in the ledger a product that is kept whole, and of which nothing is read yet."""

import sqlalchemy as sa
from sqlalchemy import Engine

from db import tables
from db.engine import writing
from db.product import Product
from db.saving import OpenRun, Saved


def save_kept(engine: Engine, run: OpenRun, product: Product) -> Saved:
    """Store the download of a product, whose bytes lie in the archive."""
    with writing(engine).begin() as connection:
        connection.execute(
            sa.insert(tables.Fetch).values(run_id=run.id, source=run.source, **product.__dict__)
        )
    return Saved(subject=product.subject, records=0, new=True)
