"""Who is at the top of a company's groups, on a day, by name."""

from oversight.events.event import Head, Heads
from oversight.events.registers import Around
from oversight.events.seen import Seen


def heads(around: Around, node: str, seen: Seen) -> Heads:
    """The heads of a node's statutory and operating group; itself where nobody is above."""
    statutory, operating = around.head(node), around.operating_head(node, seen.funds)
    return Heads(statutory=named(statutory, seen), operating=named(operating, seen))


def named(node: str, seen: Seen) -> Head:
    """A company or an undertaking beside what it is called."""
    return Head(id=node, name=seen.names.get(node, node))
