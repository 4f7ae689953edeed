"""What filed accounts of a rehearsal say of who is above a company, without reading any document.

The rehearsal's note on parents is told here from the truth that it is written from; that readers
find its sentences is for the tests of the readers. Tagged accounts alone: nobody recognised the
others.
"""

from collections.abc import Iterator
from typing import TypeVar

from crawlers.rehearsal.forms.accounts.relations import above, country
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.books import Accounts, Medium
from crawlers.rehearsal.world.world import World
from db.records import AccountsStatement, FiledAccounts, Matter, Record
from tests.end_to_end.beside import Asked
from tests.end_to_end.published_filings import followed

R = TypeVar("R", bound=Record)
CITE = f"sha256:{'0' * 64}#"
SILENT = frozenset({"micro-entity", "dormant"})
"""Kinds of accounts that have no note on parents."""
NO_COMPANY = frozenset({Form.COUNCIL, Form.HEALTH, Form.CHARITY, Form.CIO})
"""Whom accounts call a controlling party."""


def accounts_naming_parents(asked: Asked) -> dict[type[Record], tuple[Record, ...]]:
    """The sets of accounts that a crawl holds of watched companies, and their sentences."""
    read = [one for one in followed(asked) if one.medium is Medium.TAGGED]
    return {
        FiledAccounts: tuple(_set(one) for one in read),
        AccountsStatement: tuple(
            statement for one in read for statement in _sentences(asked.world, one)
        ),
    }


def _set(one: Accounts) -> FiledAccounts:
    return _made(
        FiledAccounts,
        cite=f"{CITE}{one.document_id}",
        public_on=one.filed_on,
        document_id=one.document_id,
        member=1,
        entity_number=one.reporting,
        entity_name=one.reporting,
        made_up_to=one.end,
    )


def _sentences(world: World, one: Accounts) -> Iterator[AccountsStatement]:
    chain = above(world, one.reporting, one.end)
    if one.kind in SILENT:
        return
    named: list[tuple[Matter, Body | None]] = []
    if chain.parents:
        immediate, ultimate = chain.parents[0], chain.parents[-1]
        if immediate.form not in NO_COMPANY:
            named.append((Matter.IMMEDIATE_PARENT, immediate))
        is_company = ultimate.form not in NO_COMPANY
        named.append((Matter.ULTIMATE_PARENT if is_company else Matter.CONTROLLING_PARTY, ultimate))
    if chain.person or not chain.parents:
        named.append((Matter.CONTROLLING_PARTY, None))
    for number, (matter, body) in enumerate(named, start=1):
        name = None if body is None else body.name_on(one.filed_on)
        yield _made(
            AccountsStatement,
            cite=f"{CITE}{one.document_id}-{number}",
            public_on=one.filed_on,
            document_id=one.document_id,
            member=1,
            number=number,
            matter=matter,
            sentence=f"The {matter} is {name or 'an individual'}.",
            name=name,
            jurisdiction=None if body is None else country(body),
        )


def _made(kind: type[R], **fields: object) -> R:
    """A record without validation: what no rule of groups reads of it is left out."""
    return kind.model_construct(None, **{**dict.fromkeys(kind.model_fields), **fields})
