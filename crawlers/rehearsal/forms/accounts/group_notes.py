"""Notes on the group around a body: what it holds, whom it deals with, who stands above."""

from crawlers.rehearsal.forms.accounts.lines import tagged
from crawlers.rehearsal.forms.accounts.notes import Note, paragraph, said
from crawlers.rehearsal.forms.accounts.printed import Block, Row, Table, Tagged, Words
from crawlers.rehearsal.forms.accounts.relations import above, below, country
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import long_date
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.books import Vendor

_TAXONOMY_HAS = 200
"""Subsidiaries for which the taxonomy has a member; further ones are printed untagged."""

_CONTROLLERS = {Form.COUNCIL, Form.HEALTH, Form.CHARITY, Form.CIO}
"""Bodies that accounts call a controlling party and not a parent company."""


def subsidiaries_note(told: Told) -> Note | None:
    """Every subsidiary with its country and the share held."""
    held = below(told.world, told.entity.key, told.now.end)
    if not held:
        return None
    rows: list[Row] = []
    for at, one in enumerate(held, start=1):
        name = one.body.name_on(told.approved_on)
        members = (("core:SubsidiariesDimension", f"core:Subsidiary{at}"),)
        label: Words = (name,)
        if at <= _TAXONOMY_HAS:
            label = (Tagged(text=name, concept="core:NameSubsidiary", members=members),)
        rows.append(Row(label=label, cells=(country(one.body), "Ordinary", f"{one.share:.0%}")))
    table = Table(headings=(("Incorporated in",), ("Class",), ("Held",)), rows=tuple(rows))
    words = "The subsidiary undertakings, held directly or through others of them, are:"
    return Note(key="investments", title="Subsidiaries", blocks=(*said(words), table))


def guarantees_note(told: Told) -> Note | None:
    """For which subsidiaries the body has given a guarantee, so that theirs need no audit."""
    held = below(told.world, told.entity.key, told.now.end)
    guaranteed = [
        Row(label=(one.body.name_on(told.approved_on),), cells=(one.body.key,))
        for one in held
        if any(
            filed.guarantor == told.entity.key and filed.end == told.now.end
            for filed in told.world.accounts_of.get(one.body.key, ())
        )
    ]
    if not guaranteed:
        return None
    words = (
        "Under section 479C of the Companies Act 2006 the company has guaranteed all outstanding "
        f"liabilities at {long_date(told.now.end)} of these subsidiaries, which take the "
        "exemption from audit of section 479A:"
    )
    table = Table(headings=(("Registered number",),), rows=tuple(guaranteed))
    return Note(key="guarantees", title="Guarantees given", blocks=(*said(words), table))


def parent_note(told: Told) -> Note | None:
    """Who the immediate and the ultimate parent is, and who controls them; None for a charity."""
    chain = above(told.world, told.entity.key, told.now.end)
    if not chain.parents and told.is_charity:
        return None
    found: list[Words] = []
    if chain.parents:
        found += _parents(told, chain.parents[0], chain.parents[-1])
    if chain.person:
        found.append(_controller(told, f"{chain.person}"))
    elif not chain.parents:
        words = f"No one party controls the {told.body_word if told.is_llp else 'company'}."
        found.append((_relationship(told, words),))
    return Note(
        key="parent",
        title="Parent undertakings and ultimate controlling party",
        blocks=_as_blocks(found),
    )


def _parents(told: Told, immediate: Body, ultimate: Body) -> list[Words]:
    found: list[Words] = []
    if immediate.form not in _CONTROLLERS:
        which = "immediate and ultimate" if ultimate is immediate else "immediate"
        before = f"The {which} parent company is "
        found.append(_named(told, before, immediate, "core:NameParentEntity"))
    if ultimate.form in _CONTROLLERS:
        found.append(_controller(told, ultimate.name_on(told.approved_on)))
    elif ultimate is not immediate:
        concept = "core:NameUltimateParentGroupIfNotParentEntity"
        found.append(_named(told, "The ultimate parent company is ", ultimate, concept))
    return found


def _named(told: Told, before: str, body: Body, concept: str) -> Words:
    """A sentence that names a body: one vendor tags the sentence, others the name in it."""
    name, after = body.name_on(told.approved_on), f", incorporated in {country(body)}."
    if told.accounts.vendor is Vendor.IRIS:
        return (tagged(f"{before}{name}{after}", concept, told=told),)
    return (before, tagged(name, concept, told=told), after)


def _controller(told: Told, name: str) -> Words:
    concept = "core:NameUltimateControllingPartyIfNotUltimateParent"
    return ("The ultimate controlling party is ", tagged(name, concept, told=told), ".")


def _relationship(told: Told, words: str) -> Tagged:
    concept = "core:DescriptionRelationshipsBetweenEntityParentsIncludingAnyChanges"
    return tagged(words, concept, told=told)


def _as_blocks(found: list[Words]) -> tuple[Block, ...]:
    return paragraph(*found)
