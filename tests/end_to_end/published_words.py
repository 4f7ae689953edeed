"""What the truth says that filed accounts tell in words: opinions, doubts, parents, charges."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from crawlers.rehearsal.forms.accounts.people import auditor
from crawlers.rehearsal.forms.accounts.relations import above, below, country
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.books import Books, Scope, Uncertainty
from db.records import Matter
from tests.end_to_end.beside import Asked, Row
from tests.end_to_end.published_accounts import has_report, of_a_filing, tagged

CONTROLLERS = {Form.COUNCIL, Form.HEALTH, Form.CHARITY, Form.CIO}
"""Bodies that are no parent company, but a controlling party."""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """What a sentence is cited for, and what it names."""

    matter: Matter
    name: str | None = None
    jurisdiction: str | None = None
    amount_gbp: int | None = None


def statements(asked: Asked) -> Iterator[Row]:
    """Yield what each tagged filing says that matters, each thing once."""
    for one, tells in tagged(asked):
        for said in (*_opinion(tells), *_owners(tells), *_charges(tells), *_guarantees(tells)):
            yield {
                **of_a_filing(one),
                "matter": said.matter,
                "name": said.name,
                "jurisdiction": said.jurisdiction,
                "amount_gbp": said.amount_gbp,
            }


def _opinion(tells: Told) -> Iterator[Sentence]:
    filing = tells.accounts
    if filing.opinion is None:
        yield Sentence(matter=Matter.UNAUDITED)
    elif has_report(tells):
        is_qualified = filing.opinion == "qualified"
        yield Sentence(matter=Matter.QUALIFIED_OPINION if is_qualified else Matter.CLEAN_OPINION)
        yield Sentence(matter=Matter.AUDITOR, name=auditor(tells))
    if filing.uncertainty is Uncertainty.TRUE:
        yield Sentence(matter=Matter.GOING_CONCERN)
    if filing.restates and tells.before:
        yield Sentence(matter=Matter.PRIOR_PERIOD_ADJUSTMENT)


def _owners(tells: Told) -> Iterator[Sentence]:
    """The parents and the controlling party; no private person is named."""
    if tells.is_micro or tells.is_dormant:
        return
    chain = above(tells.world, tells.entity.key, tells.now.end)
    if chain.parents:
        immediate, ultimate = chain.parents[0], chain.parents[-1]
        for matter, body in (
            (Matter.IMMEDIATE_PARENT, immediate),
            (Matter.ULTIMATE_PARENT, ultimate),
        ):
            if body.form not in CONTROLLERS:
                yield _parent(tells, matter, body)
        if ultimate.form in CONTROLLERS:
            name = ultimate.name_on(tells.approved_on)
            yield Sentence(matter=Matter.CONTROLLING_PARTY, name=name)
    if chain.person or not (chain.parents or tells.is_charity):
        yield Sentence(matter=Matter.CONTROLLING_PARTY)


def _parent(tells: Told, matter: Matter, body: Body) -> Sentence:
    name = body.name_on(tells.approved_on)
    return Sentence(matter=matter, name=name, jurisdiction=country(body))


def _charges(tells: Told) -> Iterator[Sentence]:
    """What is paid to others of the group, of the company alone where it has books."""
    if tells.is_micro or tells.is_dormant:
        return
    books = tells.books[Scope.COMPANY if Scope.COMPANY in tells.books else tells.head][0]
    has_notes = books.position.loan_notes_after > 0
    kinds: tuple[tuple[Matter, Callable[[Books], int]], ...] = (
        (Matter.MANAGEMENT_CHARGE, lambda one: one.income.management_charge),
        (Matter.RELATED_RENT, lambda one: one.income.group_rent),
        (Matter.RELATED_INTEREST, lambda one: one.income.group_interest),
    )
    for matter, of in kinds:
        if of(books) > 0:
            is_beside_the_debt = matter is Matter.RELATED_INTEREST and has_notes
            amount = None if is_beside_the_debt else _as_printed(tells, of(books))
            yield Sentence(matter=matter, amount_gbp=amount)


def _as_printed(tells: Told, amount: int) -> int | None:
    """An amount as a sentence has it; None where it rounds to nothing."""
    if not tells.in_thousands:
        return amount
    return (amount + 500) // 1000 * 1000 or None


def _guarantees(tells: Told) -> Iterator[Sentence]:
    """The guarantee under which a company needs no audit, and those that a parent gives."""
    filing = tells.accounts
    if filing.guarantor is not None:
        name = tells.world.body[filing.guarantor].name_on(tells.approved_on)
        yield Sentence(matter=Matter.GUARANTEE, name=name)
        yield Sentence(matter=Matter.GUARANTEE)  # the exemption that rests on it
    held = below(tells.world, tells.entity.key, tells.now.end)
    is_full = tells.shows_income and not tells.is_small
    if is_full and any(
        one.guarantor == tells.entity.key and one.end == tells.now.end
        for each in held
        for one in tells.world.accounts_of.get(each.body.key, ())
    ):
        yield Sentence(matter=Matter.GUARANTEE)
