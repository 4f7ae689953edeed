"""What it is to find a trap."""

from collections.abc import Callable

from crawlers.rehearsal.world.happenings import Trap
from tests.crawlers.rehearsal.traps.served import Served

Finder = Callable[[Served, Trap], bool | None]
"""Whether an outsider sees the difficulty in what is served on a day, where the truth says that it
lies. None where all that is served of it is a picture of words, which nobody reads here."""
