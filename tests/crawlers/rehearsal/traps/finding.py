"""What it is to find a trap."""

from collections.abc import Callable

from crawlers.rehearsal.world.happenings import Trap
from tests.crawlers.rehearsal.traps.served import Served

Finder = Callable[[Served, Trap], bool | None]
"""Whether an outsider sees the difficulty in what is served on a day, where the truth says that it
lies. None where nothing is served of it but pictures of words, which nobody reads here, or
accounts that are older than it."""
