"""One filing of a product as rows of the tables."""

from hashlib import sha256

from crawlers.accounts.markup import NoMarkupError
from crawlers.accounts.packages import Member, Package, members
from crawlers.accounts.products import Filing
from crawlers.accounts.tags.reading import read_tags
from db.records.accounts_words import AccountsState
from db.rows_part import Cell
from oversight.accounts_history.tables import FILINGS, LINES, NOTES, Rows


def read(filing: Filing, *, product: str) -> Rows:
    """The rows of one filing; of one that cannot be read, a row with its state alone."""
    package = (
        members(filing.body, filing.name)
        if filing.state is None
        else Package(state=filing.state, why=filing.why)
    )
    read_members = package.members or (None,)
    rows = [_filing(filing, package, one, product) for one in read_members]
    return {LINES.name: [], NOTES.name: [], FILINGS.name: rows}


def _filing(filing: Filing, package: Package, one: Member | None, product: str) -> list[Cell]:
    tagged = None
    if one is not None:
        try:
            tagged = read_tags(one.body)
        except NoMarkupError:
            tagged = None
    known: dict[str, Cell] = {
        "product": product,
        "number": filing.number,
        "member": one.index if one is not None else None,
        "name": filing.name,
        "company_number": filing.company_number,
        "made_up_to": filing.made_up_to.isoformat() if filing.made_up_to is not None else None,
        "document": sha256(filing.body).hexdigest() if filing.body else None,
        "state": package.state if tagged is not None or one is None else AccountsState.NOT_ACCOUNTS,
        "why": package.why,
        "entity_number": tagged.entity if tagged is not None else None,
        "software": tagged.software if tagged is not None else None,
        "facts": len(tagged.facts) if tagged is not None else None,
    }
    return [known.get(name) for name in FILINGS.columns]
