"""What the truth says was published of who controls companies, and how much each register held."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from crawlers.rehearsal.world.bodies import NO_COMPANIES, Body, Form
from crawlers.rehearsal.world.control import Stake
from db.records import Register
from tests.end_to_end.beside import Asked, Row

BANDS = ((0.25, True, 0.5, False), (0.5, True, 0.75, True), (0.75, False, 1.0, False))
"""More than a quarter up to a half; up to, but less than, three quarters; from there on."""
OF_ENTITIES_ABROAD = ((0.25, True, 1.0, False),)
ENDS = ("min", "min_open", "max", "max_open")
SHARED_OUT = frozenset({Form.LLP, Form.LIMITED_PARTNERSHIP})
"""Bodies without shares, of which the surplus is shared out."""


def controls(asked: Asked) -> Iterator[Row]:
    """Yield each entry of a watched company's control register."""
    for body in asked.bodies:
        for one in _entered(asked, body):
            is_over = one.end_filed_on is not None and one.end_filed_on <= asked.today
            began = one.notified_on or one.since
            rights = one.appoints_board or _band(body, one.shares) or _band(body, one.votes)
            yield {
                "public_on": began,
                "valid_from": began,
                "valid_to": one.until if is_over else None,
                "company_number": body.key,
                "psc_id": one.key,
                "capacity": one.capacity,
                **_holder(asked, body, one),
                "is_sanctioned": False if body.form is Form.OVERSEAS_ENTITY else None,
                **_ends("shares", body, 0 if body.form in SHARED_OUT else one.shares),
                **_ends("votes", body, one.votes),
                **_ends("surplus_assets", body, one.shares if body.form in SHARED_OUT else 0),
                "appoints_majority_of_board": one.appoints_board,
                "significant_influence": one.influence and not rights,
                "nominee": one.is_nominee and body.form is Form.OVERSEAS_ENTITY,
                "unread_natures": None,
            }


def _entered(asked: Asked, body: Body) -> list[Stake]:
    """The entries that were filed by the day, of those that were not over as they began."""
    return [
        one
        for one in asked.world.stakes_in.get(body.key, ())
        if one.filed_on is not None
        and one.filed_on <= asked.today
        and not (one.until and one.until <= (one.notified_on or one.since))
    ]


def _band(body: Body, share: float) -> tuple[float | bool, ...] | None:
    bands = OF_ENTITIES_ABROAD if body.form is Form.OVERSEAS_ENTITY else BANDS
    return next(
        (band for band in reversed(bands) if (share > band[0] if band[1] else share >= band[0])),
        None,
    )


def _ends(what: str, body: Body, share: float) -> Row:
    found: Sequence[object] = _band(body, share) or (None,) * len(ENDS)
    return {f"{what}_{end}": value for end, value in zip(ENDS, found, strict=True)}


def _holder(asked: Asked, body: Body, one: Stake) -> Row:
    """Who holds: a person by name and country, a body by its number where that was written."""
    world = asked.world
    step = (
        "beneficial-owner"
        if body.form is Form.OVERSEAS_ENTITY
        else ("person-with-significant-control")
    )
    person = world.person.get(one.holder)
    if person is not None:
        return {
            "kind": f"individual-{step}",
            "holder_name": person.name,
            "holder_company_number": None,
            "registration_number_text": None,
            "country_registered": None,
            "place_registered": None,
            "country_of_residence": person.country,
        }
    holder, written = world.body[one.holder], one.written
    is_company = holder.form not in NO_COMPANIES
    number = written.registration_number if written and is_company else None
    if number is not None and not re.search(r"\d", number):
        number = None  # `n/a`: a filer who says that there is none
    is_placed = written is not None and (written.country_registered or written.place_registered)
    is_meant = (
        number is not None
        and holder.number is not None
        and is_placed  # else the number may be of any country's register
        and _is(number, holder.number)
    )
    return {
        "kind": f"corporate-entity-{step}" if is_company else f"legal-person-{step}",
        "holder_name": _name(asked, holder, one),
        "holder_company_number": holder.number if is_meant else None,
        "registration_number_text": None if is_meant else number,
        "country_registered": written.country_registered if written and is_company else None,
        "place_registered": written.place_registered if written and is_company else None,
        "country_of_residence": None,
    }


def _is(written: str, number: str) -> bool:
    """Whether what was written is a number, however it was padded and led in."""
    return re.sub(r"\D", "", written).lstrip("0") == re.sub(r"\D", "", number).lstrip("0")


def _name(asked: Asked, holder: Body, one: Stake) -> str:
    """As the filer wrote it; a council's as it is called once the register is told of a change."""
    told = [on for on in one.changes_filed_on if on <= asked.today]
    if one.written is not None and not (told and holder.form in NO_COMPANIES):
        return one.written.name
    return holder.name_on(max(told, default=one.filed_on or one.since))


def statements(asked: Asked) -> Iterator[Row]:
    """Yield what watched companies state instead of a holder, and why they need keep no register.

    A statement is public from its day, an exemption from the day of the fetch.
    """
    for body in asked.bodies:
        for one in asked.world.statements_of.get(body.key, ()):
            if one.since <= asked.today:
                yield {
                    "public_on": one.since,
                    "valid_from": one.since,
                    "valid_to": one.until if one.until and one.until <= asked.today else None,
                    "company_number": body.key,
                    "statement": one.words,
                    "statement_id": one.key,
                }
        for one in asked.world.exemptions_of.get(body.key, ()):
            if one.since <= asked.today:
                yield {
                    "public_on": asked.today,
                    "valid_from": one.since,
                    "valid_to": one.until if one.until and one.until <= asked.today else None,
                    "company_number": body.key,
                    "statement": one.words,
                    "statement_id": None,
                }


def extracts(asked: Asked) -> Iterator[Row]:
    """Yield how much each register of a watched company held, those that held nothing included.

    Charges and insolvency cases are asked for where the profile says that there are some.
    """
    owners = {spell.owner for one in asked.world.settings for spell in one.owners}
    told = Counter(one.company for one in asked.world.notices if one.published_on <= asked.today)
    for body in asked.bodies:
        is_there = body.key in owners or _is_in_the_snapshot(asked, body)
        notices = _totalled(Register.GAZETTE, told[body.key])
        for register, entries, counts in (*_registers(asked, body, is_there), notices):
            yield {
                "public_on": asked.today,
                "company_number": body.key,
                "register_name": register,
                "read_on": asked.today,
                "entries": entries,
                **counts,
            }


def _registers(asked: Asked, body: Body, is_there: bool) -> Iterator[tuple[Register, int, Row]]:
    world, today, key = asked.world, asked.today, body.key
    stakes = _entered(asked, body)
    made = [one for one in world.statements_of.get(key, ()) if one.since <= today]
    excused = [one for one in world.exemptions_of.get(key, ()) if one.since <= today]
    if stakes or is_there:
        yield _uncounted(Register.CONTROLS, len(stakes))
    if made or is_there:
        yield _uncounted(Register.CONTROL_STATEMENTS, len(made))
    if excused or is_there:
        yield _uncounted(Register.EXEMPTIONS, len(excused))
    if any(one.filed_on <= today for one in world.appointments_in.get(key, ())):
        yield _officers(asked, body)
    charges = [one for one in world.charges_of.get(key, ()) if one.delivered_on <= today]
    if charges:
        yield _totalled(Register.CHARGES, len(charges))
    cases = [one for one in world.insolvencies_of.get(key, ()) if one.public_on <= today]
    if cases:
        yield _uncounted(Register.INSOLVENCY, len(cases))
    filed = [one for one in world.filings_of.get(key, ()) if one.filed_on <= today]
    yield _totalled(Register.FILING_HISTORY, len(filed))


def _is_in_the_snapshot(asked: Asked, body: Body) -> bool:
    """Whether the day's snapshot, which alone tells of empty registers, leads to a holder.

    It is of the night before: whom an entry of the same day puts above an owner, it does not know
    to be above one.
    """
    filed = [
        one.filed_on
        for one in asked.world.stakes_held_by.get(body.key, ())
        if one.filed_on is not None and one.filed_on <= asked.today
    ]
    return not filed or min(filed) < asked.today


def _officers(asked: Asked, body: Body) -> tuple[Register, int, Row]:
    """Those who serve and those who do not: nobody is in office of what is no more."""
    appointed = [
        one for one in asked.world.appointments_in.get(body.key, ()) if one.filed_on <= asked.today
    ]
    serving = sum(
        body.is_alive(asked.today) and (one.end_filed_on is None or one.end_filed_on > asked.today)
        for one in appointed
    )
    counts = {
        "stated_entries": len(appointed),
        "stated_active": serving,
        "stated_ended": len(appointed) - serving,
    }
    return Register.OFFICERS, len(appointed), counts


def _totalled(register: Register, entries: int) -> tuple[Register, int, Row]:
    return (
        register,
        entries,
        {"stated_entries": entries, "stated_active": None, "stated_ended": None},
    )


def _uncounted(register: Register, entries: int) -> tuple[Register, int, Row]:
    return register, entries, {"stated_entries": None, "stated_active": None, "stated_ended": None}
