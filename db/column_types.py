"""How a table's columns are stored: words as their text, sums in eight bytes."""

from enum import StrEnum
from typing import cast

import sqlalchemy as sa
from sqlmodel.sql.sqltypes import AutoString


class Word(sa.types.TypeDecorator[StrEnum]):
    """A word of a closed list, stored as the publisher's text rather than as a Python name."""

    impl = sa.String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        """Take the list."""
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002
        """Store the text."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> StrEnum | None:  # noqa: ARG002
        """Give the word back; ValueError if the list has lost it."""
        return None if value is None else self.words(value)


def use_plain_types(tables: sa.MetaData) -> None:
    """Replace SQLModel's choices: it stores an enum's Python name, and sums in four bytes."""
    for table in tables.tables.values():
        for column in table.columns:
            if isinstance(column.type, sa.Enum):
                column.type = Word(cast("type[StrEnum]", column.type.enum_class))
            elif isinstance(column.type, AutoString):
                column.type = sa.String()
            elif column.name.endswith(("_gbp", "_pence")) or column.name == "amount":
                column.type = sa.BigInteger()  # what England spends passes four bytes
