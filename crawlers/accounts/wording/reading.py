"""All sentences of a document that matter, in the order in which one reads them."""

import re
from collections.abc import Sequence

from crawlers.accounts.fact import Tagged
from crawlers.accounts.line import Line
from crawlers.accounts.said import Said
from crawlers.accounts.wording.auditor import auditors
from crawlers.accounts.wording.events import events
from crawlers.accounts.wording.going_concern import going_concern
from crawlers.accounts.wording.guarantee import guarantees
from crawlers.accounts.wording.identity import entity_name
from crawlers.accounts.wording.opinion import opinions
from crawlers.accounts.wording.parents import parents
from crawlers.accounts.wording.prior_period import adjustments
from crawlers.accounts.wording.related import charges
from crawlers.accounts.wording.text import Text
from db.records.accounts_words import Matter


def said(lines: Sequence[Line] | Text, tagged: Tagged | None) -> tuple[Said, ...]:
    """What a document says that matters, each thing once, in reading order; tags alone come last.

    `lines` is its visible text; where it has none (plain XBRL) its tagged texts are read instead.
    Nobody's name is in it but those of companies, firms and other organisations.
    """
    text = Text.of(lines, tagged)
    opinion = opinions(text, tagged)
    is_unaudited = any(item.matter is Matter.UNAUDITED for item in opinion)
    firm = () if is_unaudited else tuple(auditors(text, tagged))
    own = frozenset({(entity_name(text, tagged) or "").lower().rstrip(".")})
    not_parents = own | {item.name.lower().rstrip(".") for item in firm if item.name}
    found = (
        *opinion,
        *firm,
        *going_concern(text),
        *parents(text, tagged, not_named=not_parents),
        *charges(text, own=own),
        *guarantees(text, own=own),
        *adjustments(text),
        *events(text),
    )
    once = {(item.matter, item.sentence, item.name): item for item in found}
    places = {line.fragment: at for at, line in enumerate(text.lines)}
    return tuple(sorted(once.values(), key=lambda item: _place(item, places)))


def _place(item: Said, places: dict[str, int]) -> tuple[int, int]:
    """Where it stands: on which line, else by the number of its tag."""
    at = places.get(item.fragment)
    if at is not None:
        return 0, at
    return 1, int(re.sub(r"\D", "", item.fragment) or 0)
