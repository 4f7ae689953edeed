"""What is said of a yearly workbook that has changed: the whole of it, place and copy."""

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual import parse
from tests.crawlers.workbooks import Tabs, document, ods

OVERALL = "\nOverall experiences and progress of children and young people"
OUTCOME = "Supported Accommodation outcome"
OPENED = "\nFirst effective date (that the provider became active)"
CLOSED = "First effective date (that the provider closed)"
OWNER = "Organisation which owns the provider"
AFTER = "Registration status (as at 31 March 2025)"
MUST_LEARN = "if the published file has it so, the source's file must learn to read it"
RENAMED = "If the publisher renamed it, name it in the source's file"


def refusal(tabs: Tabs) -> str:
    with pytest.raises(SourceChangedError) as caught:
        list(parse(document(ods(tabs))))
    return str(caught.value)


def told(problem: str, place: str, tabs: Tabs) -> str:
    """The whole of what must be said: the problem, the place, and our copy."""
    kept = document(ods(tabs)).sha256[:12]
    return f"{problem}\n  at file:issue.ods{place}\n  fetched 2026-09-01, kept as {kept}"


def at(tab: str, row: int) -> str:
    return f"#sheet={tab}&row={row}"
