"""All that is marked in one document of accounts, inline or plain."""

from collections.abc import Iterable

from lxml import etree

from crawlers.accounts.fact import Fact, Tagged, by_name
from crawlers.accounts.markup import opened
from crawlers.accounts.tags.content import Texts
from crawlers.accounts.tags.contexts import Contexts, Units
from crawlers.accounts.tags.inline import inline_facts
from crawlers.accounts.tags.marked import bind_lost_prefixes, marked
from crawlers.accounts.tags.names import Names
from crawlers.accounts.tags.plain import plain_facts
from db.company_numbers import normalise

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name
_LOST = "its marks have prefixes that it binds to nothing; they are read by custom"


def read_tags(body: bytes) -> Tagged:
    """Every fact of an inline or plain XBRL document, and what the document says it is.

    What is broken is said and the rest is read. Raises `markup.NoMarkupError` where the bytes are
    no mark-up at all, and `content.TooMuchTextError` where they say a text again and again; a page
    without tags has no facts.
    """
    return read_tree(opened(body), body)


def read_tree(root: _Element, body: bytes) -> Tagged:
    """The same of a document that is open already: `body` is what it was opened from."""
    found = marked(root)
    problems: list[str] = []
    if not found.contexts and bind_lost_prefixes(root):
        found = marked(root)
        problems.append(_LOST)
    contexts, measures = Contexts(found.contexts), Units(found.units)
    texts = Texts(len(body), found.continuations)
    if found.facts:
        names = Names(root, body)
        reading = inline_facts(found, contexts=contexts, units=measures, names=names, texts=texts)
    else:
        reading = plain_facts(root, contexts=contexts, units=measures, texts=texts)
    facts = tuple(reading)
    problems += (f"{one.fragment} ({one.name}): {one.problem}" for one in facts if one.problem)
    named = by_name(facts)
    return Tagged(
        facts=facts,
        entity=_entity(found.identifiers),
        software=_software(named.get("NameProductionSoftware", ())),
        entry_points=tuple(dict.fromkeys(one.rpartition("/")[2] for one in found.schemas if one)),
        problems=tuple(problems),
        by_name=named,
    )


def _entity(identifiers: Iterable[str]) -> str | None:
    numbers = {normalise(one) for one in set(identifiers)}
    return numbers.pop() if len(numbers) == 1 else None


def _software(facts: Iterable[Fact]) -> str | None:
    return next((str(fact.value) for fact in facts if fact.value), None)
