"""The facts of one document as rows of a Parquet part."""

import math
from decimal import Decimal

from crawlers.accounts.fact import Fact, Tagged
from db.facts_part import FactRow


def fact_rows(tagged: Tagged, *, document: str) -> list[FactRow]:
    """A row for each fact in document order; `document` is the filing's SHA-256."""
    return [_row(fact, document, tagged.entity) for fact in tagged.facts]


def _row(fact: Fact, document: str, entity: str | None) -> FactRow:
    value = fact.value
    number = float(value) if isinstance(value, Decimal) else None
    return FactRow(
        document=document,
        company_number=entity,
        family=fact.family,
        part=fact.part,
        name=fact.name,
        dimensions=";".join(f"{axis}={member}" for axis, member in fact.dimensions),
        period_start=fact.period.start if fact.period is not None else None,
        period_end=fact.period.end if fact.period is not None else None,
        unit=fact.unit,
        value=str(value) if isinstance(value, Decimal) else None,
        number=number if number is not None and math.isfinite(number) else None,
        text=value if isinstance(value, str) else None,
        decimals=fact.decimals,
        is_hidden=fact.is_hidden,
        fragment=fact.fragment,
    )
