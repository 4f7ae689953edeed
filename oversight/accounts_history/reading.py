"""One filing of a product read, as rows of the tables."""

from crawlers.accounts.filing import read_filing
from crawlers.accounts.products import Filing
from crawlers.accounts.read_filing import ReadFiling
from db.records.accounts_words import AccountsState
from oversight.accounts_history.rows import rows
from oversight.accounts_history.tables import Rows


def read(filing: Filing, *, product: str) -> Rows:
    """The rows of one filing; of one that cannot be read, a row with its state alone.

    Pages that are pictures are not recognised here: each takes seconds, and their state says so.
    """
    if filing.state is not None:
        read = ReadFiling(name=filing.name, state=filing.state, state_why=filing.why)
    else:
        read = read_filing(
            filing.body,
            name=filing.name,
            recognise=None,
            unrecognised=AccountsState.NOT_YET_RECOGNISED,
        )
    return rows(filing, read, product=product)
