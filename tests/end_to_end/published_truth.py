"""What the truth says was published of companies by a day, beside what a snapshot holds of it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.control import Stake
from crawlers.rehearsal.world.world import World
from db.records import (
    Charge,
    Company,
    Control,
    ControlStatement,
    Filing,
    GazetteNotice,
    InsolvencyCase,
    InsolvencyDate,
    Officer,
    PreviousName,
    Record,
    SicCode,
)

Row = tuple[object, ...]
BANDS = ((0.25, 0.5), (0.5, 0.75), (0.75, 1.0))


@dataclass(frozen=True, kw_only=True)
class Published:
    """One kind of record: what is compared of it, and the same from the truth."""

    held: Callable[[Any], Row]
    true: Callable[[World, Body, date], Iterator[Row]]


def rows_held(kind: type[Record], records: Iterable[Record]) -> list[Row]:
    """What is held of a kind, in an order of its own."""
    return sorted(map(PUBLISHED[kind].held, records), key=repr)


def rows_true(
    kind: type[Record], world: World, companies: Collection[str], today: date
) -> list[Row]:
    """What was published of a kind about these companies by a day, in the same order."""
    bodies = [world.body[number] for number in companies]
    found = [row for one in bodies for row in PUBLISHED[kind].true(world, one, today)]
    return sorted(found, key=repr)


def _companies(_: World, body: Body, today: date) -> Iterator[Row]:
    is_over = body.ended_on is not None and body.ended_on <= today
    yield (
        body.number,
        body.name_on(today).upper(),
        body.begun_on,
        body.ended_on if is_over else None,
    )


def _previous_names(_: World, body: Body, today: date) -> Iterator[Row]:
    borne = [one for one in body.names if one.since <= today]
    for old, new in pairwise(borne):
        yield (body.number, old.name.upper(), new.since)


def _sic_codes(_: World, body: Body, __: date) -> Iterator[Row]:
    for code in body.sic_codes:
        yield (body.number, code)


def _officers(world: World, body: Body, today: date) -> Iterator[Row]:
    for one in world.appointments_in.get(body.key, ()):
        if one.filed_on <= today:
            is_over = one.end_filed_on is not None and one.end_filed_on <= today
            yield (body.number, one.key, one.role, one.since, one.until if is_over else None)


def _controls(world: World, body: Body, today: date) -> Iterator[Row]:
    for one in world.stakes_in.get(body.key, ()):
        if one.filed_on is None or one.filed_on > today or not _is_entered(one):
            continue
        is_over = one.end_filed_on is not None and one.end_filed_on <= today
        has_shares = body.form not in {Form.LLP, Form.LIMITED_PARTNERSHIP}
        yield (
            body.number,
            one.key,
            str(one.capacity),
            one.notified_on or one.since,
            one.until if is_over else None,
            *(_band(one.shares) if has_shares else (None, None)),
            *_band(one.votes),
            one.appoints_board,
        )


def _is_entered(one: Stake) -> bool:
    began = one.notified_on or one.since
    return not (one.until and one.until <= began)


def _band(share: float) -> tuple[float | None, float | None]:
    return next(((low, high) for low, high in reversed(BANDS) if share > low), (None, None))


def _statements(world: World, body: Body, today: date) -> Iterator[Row]:
    excused = world.exemptions_of.get(body.key, ())  # read as statements: why nobody is entered
    for one in (*world.statements_of.get(body.key, ()), *excused):
        if one.since <= today:
            is_over = one.until is not None and one.until <= today
            yield (body.number, one.words, one.since, one.until if is_over else None)


def _charges(world: World, body: Body, today: date) -> Iterator[Row]:
    for one in world.charges_of.get(body.key, ()):
        if one.delivered_on <= today:
            filed = one.satisfaction_filed_on
            is_over = filed is not None and filed <= today
            yield (
                body.number,
                one.created_on,
                one.delivered_on,
                one.satisfied_on if is_over else None,
                one.lender,
            )


def _cases(world: World, body: Body, today: date) -> Iterator[Row]:
    for one in world.insolvencies_of.get(body.key, ()):
        if one.public_on <= today:
            yield (body.number, str(one.number), one.kind)


def _steps(world: World, body: Body, today: date) -> Iterator[Row]:
    for one in world.insolvencies_of.get(body.key, ()):
        if one.public_on <= today:
            for step in one.dated:
                if step.on <= today:
                    yield (body.number, str(one.number), step.kind, step.on)


def _notices(world: World, body: Body, today: date) -> Iterator[Row]:
    for one in world.notices:
        if one.company == body.key and one.published_on <= today:
            yield (body.number, one.key, one.code, one.published_on)


def _filings(world: World, body: Body, today: date) -> Iterator[Row]:
    for one in world.filings_of.get(body.key, ()):
        if one.filed_on <= today:
            yield (
                body.number,
                one.key,
                one.filed_on,
                one.form,
                one.category,
                one.description,
                one.paper,
            )


PUBLISHED: Mapping[type[Record], Published] = {
    Company: Published(
        held=lambda one: (one.company_number, one.name, one.valid_from, one.valid_to),
        true=_companies,
    ),
    PreviousName: Published(
        held=lambda one: (one.company_number, one.name, one.valid_to), true=_previous_names
    ),
    SicCode: Published(held=lambda one: (one.company_number, one.sic_code), true=_sic_codes),
    Officer: Published(
        held=lambda one: (
            one.company_number,
            one.appointment_id,
            one.officer_role,
            one.valid_from,
            one.valid_to,
        ),
        true=_officers,
    ),
    Control: Published(
        held=lambda one: (
            one.company_number,
            one.psc_id,
            str(one.capacity),
            one.valid_from,
            one.valid_to,
            one.shares_min,
            one.shares_max,
            one.votes_min,
            one.votes_max,
            one.appoints_majority_of_board,
        ),
        true=_controls,
    ),
    ControlStatement: Published(
        held=lambda one: (one.company_number, one.statement, one.valid_from, one.valid_to),
        true=_statements,
    ),
    Charge: Published(
        held=lambda one: (
            one.company_number,
            one.valid_from,
            one.delivered_on,
            one.satisfied_on,
            one.persons_entitled,
        ),
        true=_charges,
    ),
    InsolvencyCase: Published(
        held=lambda one: (one.company_number, one.case_number, one.case_type), true=_cases
    ),
    InsolvencyDate: Published(
        held=lambda one: (one.company_number, one.case_number, one.date_type, one.dated_on),
        true=_steps,
    ),
    Filing: Published(
        held=lambda one: (
            one.company_number,
            one.transaction_id,
            one.filed_on,
            one.form,
            one.category,
            one.description,
            bool(one.paper_filed),
        ),
        true=_filings,
    ),
    GazetteNotice: Published(
        held=lambda one: (one.company_number, one.notice_id, one.code, one.published_on),
        true=_notices,
    ),
}
