"""Tables of filed accounts: a record plus its keys, as `db.tables` has them for all kinds."""

from db import records
from db.stored import Stored


class AccountsDocument(records.AccountsDocument, Stored, table=True):
    """One row per document of accounts, and reading."""


class FiledAccounts(records.FiledAccounts, Stored, table=True):
    """One row per set of accounts in a document, and reading."""


class StatementLine(records.StatementLine, Stored, table=True):
    """One row per scope, line and period of a set of accounts, and reading."""


class AccountsStatement(records.AccountsStatement, Stored, table=True):
    """One row per sentence of accounts that matters, and reading."""


class AccountsClaim(records.AccountsClaim, Stored, table=True):
    """One row per relief that accounts take, and reading."""


class AccountsNote(records.AccountsNote, Stored, table=True):
    """One row per note on what was read of accounts, and reading."""


class AccountsGap(records.AccountsGap, Stored, table=True):
    """One row per line of accounts that is missing, and reading."""
