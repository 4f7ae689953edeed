"""What the council pays for children: to whoever runs settings in its area or across its border."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.council_payments.area import near
from crawlers.rehearsal.forms.council_payments.days import last_day, working_day
from crawlers.rehearsal.forms.drawn import drawn
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.settings import Council, Setting
from crawlers.rehearsal.world.world import World


@dataclass(frozen=True, kw_only=True)
class Paid:
    """One payment, before its supplier's name is spelled."""

    body: Body | None
    """None for a person whom the world does not know: a foster carer, a parent."""
    service: str
    unit: str
    purpose: str
    paid_on: date
    amount: float
    """Pounds, without VAT; below nothing for a credit."""


WEEKLY_FEES = {
    words.HOME: (3_830, "Residential placements - independent"),
    words.SCHOOL_AS_HOME: (3_830, "Residential placements - independent"),
    words.SPECIAL_SCHOOL: (3_830, "Residential placements - education"),
    words.FOSTERING: (820, "Fostering placements - agency"),
    words.SUPPORTED: (1_820, "Supported accommodation 16+"),
}
"""Pounds a week for one child, and what the council calls it. Homes and fostering: CMA, Children's
social care market study, interim report of 2021, averages of the largest providers in 2020.
Supported accommodation: Lincolnshire County Council, answer under the Freedom of Information Act,
spot purchases in 2023. Schools as homes: an assumption."""

FEE_YEAR = 2020
FEE_GROWTH = 1.07
"""Growth of fees a year: an assumption; residential spending rose faster than children."""

SHARE_BOUGHT = 0.25
SHARE_BOUGHT_NEAR = 0.1
"""Shares of the places in its area, and next door, that the council has bought: assumptions. Of
the children who live in an average area, 44% belong to other councils (DfE, 2025)."""

CHILDREN_OF_AN_AGENCY = 6
"""Children whom the council has with a fostering agency of its area: an assumption."""

SHARE_GIVEN_BACK = 0.03
"""Share of invoices of which some is given back, for days on which nobody was there: an
assumption; Cambridgeshire's files, for one, have credit notes."""

_SERVICE, _UNIT = "Children's services", "Children's Social Care"


def paid_for_children(world: World, council: Council, month: date) -> Iterator[Paid]:
    """Yield the month's payments for children, setting by setting."""
    last = last_day(month)
    beside = {one.key for one in near(world, council, last)}
    for setting in world.settings:
        share = SHARE_BOUGHT if setting.council == council.key else SHARE_BOUGHT_NEAR
        if setting.council not in {council.key, *beside} or not setting.is_open(last):
            continue
        owner = world.body.get(setting.owner_on(last) or "")
        if owner is None or owner.form in {Form.COUNCIL, Form.HEALTH}:
            continue
        if setting.provision_type in WEEKLY_FEES:
            yield from _paid(world, setting, owner, share, last)


def _paid(world: World, setting: Setting, owner: Body, share: float, last: date) -> Iterator[Paid]:
    lasting = drawn(world.seed, "fee of", setting.urn)
    fee, purpose = WEEKLY_FEES[setting.provision_type]
    dearer = lasting.lognormvariate(0, 0.25) * FEE_GROWTH ** (last.year - FEE_YEAR)
    # Who is placed changes from year to year, not from month to month.
    placed = drawn(world.seed, "placed with", f"{setting.urn}/{last.year}")
    places = setting.places_on(last) or 0
    tries = CHILDREN_OF_AN_AGENCY * 2 if setting.provision_type == words.FOSTERING else places
    chance = 1 / 2 if setting.provision_type == words.FOSTERING else share
    children = sum(placed.random() < chance for _ in range(tries))
    if not children:
        return
    draws = drawn(world.seed, "invoice", f"{setting.urn}/{last:%Y-%m}")
    paid = Paid(
        body=owner,
        service=_SERVICE,
        unit=_UNIT,
        purpose=purpose,
        paid_on=working_day(draws, last),
        amount=round(children * fee * dearer * last.day / 7, 2),
    )
    yield paid
    if draws.random() < SHARE_GIVEN_BACK:
        yield replace(paid, amount=-round(paid.amount * draws.uniform(0.05, 0.3), 2))
