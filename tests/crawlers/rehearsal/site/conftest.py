"""A site of tiny publishers, for all tests of a module that change nothing of it."""

from collections.abc import Iterator
from datetime import date

import pytest

from crawlers.rehearsal.site.serving import Site, Terms, serving
from tests.crawlers.rehearsal.site.two_companies import CATALOGUE


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(CATALOGUE, Terms(today=date(2026, 9, 1))) as site:
        yield site
