"""What stands on a company's file, document by document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Filing:
    """One document on one company's file."""

    key: str
    """The publisher's transaction id."""
    company: str
    form: str
    """The publisher's code: AA, CS01, AP01, TM01, PSC02, PSC07, MR01, MR04, NM01, GAZ1, AM01 …"""
    category: str
    subcategory: str | None = None
    description: str
    """The publisher's key, its misspellings included."""
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    """What fills the description: `made_up_date`, `charge_number`, `new_date`, …"""
    filed_on: date
    action_on: date | None = None
    pages: int = 1
    """Of its document; how many accounts have is counted in what is laid out."""
    paper: bool = False
    document_id: str | None = None
