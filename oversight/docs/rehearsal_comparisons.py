"""What the rehearsal is held beside: published figures, how ours are measured, and why they differ.

Explanations are of how the market is made; a test fails where a difference is large and no
explanation is there.
"""

from collections.abc import Iterator

from oversight.docs.rehearsal_comparison import Comparison
from oversight.docs.rehearsal_of_ordinary_life import of_places
from oversight.docs.rehearsal_of_owners import of_companies, of_owners
from oversight.docs.rehearsal_of_settings import of_settings


def comparisons() -> Iterator[Comparison]:
    """Yield every table, in the order of the page."""
    yield from of_settings()
    yield from of_places()
    yield from of_owners()
    yield from of_companies()
