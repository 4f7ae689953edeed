"""What is read from the two small issues of Ofsted's yearly workbook."""

from typing import TypeVar

from crawlers.sources.ofsted_annual import parse
from db.records import (
    Document,
    Record,
)
from tests.crawlers.annual_issue import (
    issue_2022,
    issue_2025,
)
from tests.crawlers.workbooks import Tabs, document, ods

R = TypeVar("R", bound=Record)
OF_2025 = document(ods(issue_2025()))
OF_2022 = document(ods(issue_2022()))


def read(document: Document, kind: type[R]) -> list[R]:
    return [record for record in parse(document) if isinstance(record, kind)]


def read_tabs(tabs: Tabs, kind: type[R]) -> list[R]:
    return read(document(ods(tabs)), kind)
