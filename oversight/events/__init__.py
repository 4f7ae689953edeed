"""Events: what happened to companies and settings of the market, by what was published of it.

One small module looks for each kind of sign. Control registers, and lists of settings, say what
changed hands; who is at the head before and after says what that means.
"""

from oversight.events.all_events import events, market_events
from oversight.events.event import Event, EventKind, Head, Heads, Signal, SignalKind, Weight
from oversight.events.seen import Seen

__all__ = [
    "Event",
    "EventKind",
    "Head",
    "Heads",
    "Seen",
    "Signal",
    "SignalKind",
    "Weight",
    "events",
    "market_events",
]
