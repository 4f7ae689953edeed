"""Settings that people decided about by themselves, apart from the rest of their owner's."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from db.records import Setting
from oversight.decisions import Decisions
from oversight.organisations import Organisation


def apart(
    organisations: Iterable[Organisation], decisions: Decisions, day: date
) -> tuple[Organisation, ...]:
    """The organisations, by key, those of a text divided as people decided about its settings.

    Settings of which people said the same are one organisation, whose key lasts though some of them
    close. An owner is left out as a whole where people decided about each of its settings.
    """
    parts = (part for one in organisations for part in _parts(one, decisions, day))
    return tuple(sorted(parts, key=lambda part: part.key))


def _parts(owner: Organisation, decisions: Decisions, day: date) -> Iterator[Organisation]:
    left = {setting.urn: setting for setting in owner.settings}
    for urns in decisions.excepted(owner.text_key, day):
        out = tuple(left.pop(urn) for urn in sorted(urns) if urn in left)
        if out:
            yield _with(owner, out, urns)
    if len(left) == len(owner.settings):
        yield owner
    elif left:
        yield _with(owner, tuple(left.values()), frozenset())


def _with(
    owner: Organisation, settings: tuple[Setting, ...], excepted: frozenset[str]
) -> Organisation:
    """The part of an owner that these settings are: what they alone are called is its text."""
    texts = {one.owner_name.strip() for one in settings if one.owner_name is not None}
    urns = {one.urn for one in settings}
    return replace(
        owner,
        texts=tuple(sorted(texts)) or owner.texts,
        settings=settings,
        reported=tuple(one for one in owner.reported if one.urn in urns),
        excepted=excepted,
    )
