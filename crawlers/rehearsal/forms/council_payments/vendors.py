"""Suppliers as one council's finance system spells them.

Each supplier was typed in once, or twice by two people; an entry follows a change of name only
after months or years. People's names are replaced before publication.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from crawlers.rehearsal.forms.drawn import drawn
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.world import World

REDACTED = "REDACTED PERSONAL DATA"
"""What stands for a person (as Bromley, Cambridgeshire, Derbyshire and others publish)."""

SHARE_TYPED_TWICE = 0.1
SHARE_SHORT_SUFFIX = 0.6
SHARE_WITHOUT_SUFFIX = 0.1
SHARE_OTHER_AND = 0.5
SHARE_TRADING_AS = 0.05
SHARE_MISTYPED = 0.05
"""Slips in supplier names. Assumptions: the files are free text, and nobody has measured them."""

WIDTH = 40
"""Longer names are cut, as the field of the system is no longer."""


@dataclass(frozen=True, kw_only=True)
class Vendor:
    """One entry in the council's list of suppliers."""

    body: Body | None
    name: str
    """As published."""


def vendor(world: World, body: Body, paid_on: date, turn: int) -> Vendor:
    """Under which entry a body is paid on a day, given which payment of the month it is."""
    if body.form in {Form.SOLE_TRADER, Form.PARTNERSHIP}:
        return Vendor(body=body, name=REDACTED)
    first = drawn(world.seed, "vendors", body.key)
    entries = 2 if first.random() < SHARE_TYPED_TWICE else 1
    entry = turn % entries
    draws = drawn(world.seed, "vendor", f"{body.key}/{entry}")
    as_at = paid_on - timedelta(days=draws.randint(0, 1200))
    return Vendor(body=body, name=_typed(body.name_on(as_at), draws))


def _typed(name: str, draws: Random) -> str:
    text = name.upper()
    if draws.random() < SHARE_SHORT_SUFFIX:
        text = text.replace(" LIMITED", " LTD")
    if draws.random() < SHARE_WITHOUT_SUFFIX:
        text = text.removesuffix(" LIMITED").removesuffix(" LTD")
    if draws.random() < SHARE_OTHER_AND:
        text = text.replace(" & ", " AND ") if " & " in text else text.replace(" AND ", " & ")
    if draws.random() < SHARE_TRADING_AS:
        text = f"{text} T/A {text.split()[0]}"
    if draws.random() < SHARE_MISTYPED:
        place = draws.randrange(1, max(len(text.split()[0]) - 1, 2))
        text = (
            text[:place] + text[place + 1 : place + 2] + text[place : place + 1] + text[place + 2 :]
        )
    return text[:WIDTH].rstrip()
