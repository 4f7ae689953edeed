"""What the council pays for everything else: among it, its children are to be found."""

from collections.abc import Iterator
from datetime import date

from crawlers.rehearsal.forms.council_payments.care import Paid
from crawlers.rehearsal.forms.council_payments.days import working_day
from crawlers.rehearsal.forms.drawn import drawn
from crawlers.rehearsal.forms.other_services import Kind, services
from crawlers.rehearsal.world.bodies import Body, Nature
from crawlers.rehearsal.world.settings import Council
from crawlers.rehearsal.world.world import World

_PERSONS = (
    ("Children's services", "Children's Social Care", "Fostering allowances"),
    ("Children's services", "Children's Social Care", "Adoption and guardianship allowances"),
    ("Adult social care", "Adults and Health", "Direct payments"),
)
_TRADES = (
    ("Highways and transport", "Place", "Repairs and maintenance"),
    ("Central services", "Corporate Resources", "Computer software"),
    ("Environmental services", "Place", "Waste disposal"),
    ("Education", "Children and Families", "Home to school transport"),
    ("Housing", "Place", "Repairs and maintenance"),
)
_FIRST = ("Comfrey", "Harebell", "Speedwell", "Pimpernel", "Eyebright", "Toadflax", "Butterbur")
_LAST = ("Paving", "Coaches", "Software", "Roofing", "Skips", "Print", "Electrical", "Taxis")


def paid_for_others(world: World, council: Council, month: date) -> Iterator[Paid]:
    """Yield the month's other payments: adult care, people, and trades."""
    for service in services(world, Kind.ADULT_CARE):
        if service.council.key == council.key and service.is_open(month):
            draws = drawn(world.seed, "adult care paid", f"{service.key}/{month:%Y-%m}")
            yield Paid(
                body=service.body,
                service="Adult social care",
                unit="Adults and Health",
                purpose="Residential care - adults",
                paid_on=working_day(draws, month),
                amount=round(draws.uniform(4_000, 60_000), 2),
            )
    draws = drawn(world.seed, "people paid", f"{month:%Y-%m}")
    for _ in range(draws.randint(20, 40)):
        kind = draws.choice(_PERSONS)
        amount = round(draws.uniform(501, 2_400), 2)
        yield _payment(None, kind, working_day(draws, month), amount)
    for body in world.bodies:
        draws = drawn(world.seed, "trade paid", f"{body.key}/{month:%Y-%m}")
        if body.nature is Nature.UNRELATED and body.is_alive(month) and draws.random() < 1 / 3:
            amount = round(draws.lognormvariate(8.5, 1) + 501, 2)
            yield _payment(body, draws.choice(_TRADES), working_day(draws, month), amount)


def _payment(body: Body | None, kind: tuple[str, str, str], paid_on: date, amount: float) -> Paid:
    service, unit, purpose = kind
    return Paid(
        body=body,
        service=service,
        unit=unit,
        purpose=purpose,
        paid_on=paid_on,
        amount=amount,
    )


def trades(world: World, month: date) -> Iterator[tuple[str, Paid]]:
    """Yield payments to suppliers of whom nothing else is known, each with its name."""
    draws = drawn(world.seed, "suppliers", f"{month:%Y-%m}")
    for _ in range(draws.randint(60, 90)):
        name = f"{draws.choice(_FIRST)} {draws.choice(_LAST)} {draws.choice(('LTD', 'PLC', ''))}"
        amount = round(draws.lognormvariate(7.8, 1.2) + 501, 2)
        yield (
            name.strip().upper(),
            _payment(None, draws.choice(_TRADES), working_day(draws, month), amount),
        )
