"""What a market measures where figures of the real one are published: the same questions of it.

Each function tells one part of a world on a day, by section and by what is measured, under the
names that `crawlers.rehearsal.likeness.beside` looks the published figures up by. Counts are whole,
shares 0 to 1, money in pounds.
"""

from crawlers.rehearsal.likeness.accounts import reported
from crawlers.rehearsal.likeness.markup import marked_up
from crawlers.rehearsal.likeness.ordinary import lived
from crawlers.rehearsal.likeness.register import registered
from crawlers.rehearsal.likeness.texts import written

__all__ = ["lived", "marked_up", "registered", "reported", "written"]
