"""A parent's consolidated accounts on a subsidiary's file: beside its own, or instead of any."""

from datetime import date

from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.books import Accounts, Books, Medium, Scope


def parents_accounts(
    bench: Workbench,
    company: str,
    theirs: Books,
    purpose: tuple[str, date],
    days: tuple[date, date],
    *,
    kind: str = "group",
) -> Accounts:
    """The filing: always on paper. `days` are that of filing and that on which it was due."""
    filed_on, due_on = days
    return Accounts(
        key=bench.token("filing", company, *purpose)[:22],
        document_id=bench.token("document", company, *purpose)[:22],
        company=company,
        reporting=theirs.company,
        scopes=(Scope.GROUP,),
        start=theirs.start,
        end=theirs.end,
        filed_on=filed_on,
        due_on=due_on,
        kind=kind,
        medium=Medium.SCANNED,
        vendor=None,
        opinion="unmodified",
    )
