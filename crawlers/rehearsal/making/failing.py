"""Groups that fail: what the last years show, the insolvency, and what becomes of the settings."""

from datetime import date

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making import names
from crawlers.rehearsal.making.deals import charge_all_assets
from crawlers.rehearsal.making.ending import Ending
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.insolvencies import (
    COMPULSORY,
    CREDITORS,
    IN_ADMINISTRATION,
    PETITION,
    announce,
    begin,
    petition_before,
)
from crawlers.rehearsal.making.reregistering import move
from crawlers.rehearsal.making.streams import days, weekday
from crawlers.rehearsal.world.happenings import Kind
from crawlers.rehearsal.world.settings import Setting

_SOLD_ON = 0.5
"""Share of a failed group's settings that somebody else takes over."""
_BUYERS = 20
"""Among how many of the largest groups the buyer is."""
_ORDERED = 0.6
"""Our judgement: how often the court winds up a company against which a petition is out and that no
administrator has. About a tenth of the insolvencies of small markets are the court's by it; of all
companies' in England and Wales 3,230 of 23,872 were in 2024 (Insolvency Service, Company Insolvency
Statistics, December 2024). The same has 202 voluntary arrangements: too few to make any."""
_LASTS = (400, 700)
"""Days from an insolvency to the end of the company."""


def fail(ending: Ending) -> None:
    """Let a group fail: its companies that run settings go into insolvency."""
    if not ending.fate.is_hidden:
        _announce(ending)
    for company in ending.group.every_owner:
        if company in ending.companies:
            _insolvency(ending, company)
    _leave_settings(ending)
    ending.keep()


def _announce(ending: Ending) -> None:
    """Let the registers show it before the day, beside the accounts, which are made later."""
    bench, on, random = ending.bench, ending.fate.on, ending.random
    old = on - days(700)
    owners = (key for key in ending.group.owners if key in ending.companies)
    company = next((key for key in owners if bench.bodies[key].begun_on < old), None)
    if company is None:
        return
    secured = on - days(random.randint(260, 520))
    charge_all_assets(bench, company, random.choice(names.LENDERS[4:]), secured)
    left = weekday(on - days(random.randint(60, 240)))
    bench.resign(company, left, bench.board_through(company, left, on)[1:])
    if random.random() < 0.6:  # noqa: PLR2004 - chance
        petitioned = weekday(on - days(random.randint(25, 70)))
        announce(bench, company, PETITION, petitioned)


def _insolvency(ending: Ending, company: str) -> None:
    """Appoint administrators, or begin a liquidation: the creditors', or the court's."""
    bench, on, random = ending.bench, ending.fate.on, ending.random
    kind = random.choice([IN_ADMINISTRATION, CREDITORS])
    if kind == CREDITORS and petition_before(bench, company, on):
        is_ordered = bench.stream("wound up by the court", company).random() < _ORDERED
        kind = COMPULSORY if is_ordered else kind
    begin(bench, company, kind, on, random=random, lasts=_LASTS)


def _leave_settings(ending: Ending) -> None:
    """Let some settings go to another group, and close each that nobody takes over."""
    on, random = ending.fate.on, ending.random
    settings = list(ending.settings)
    random.shuffle(settings)
    later = weekday(on + days(45))
    buyer = _buyer(ending, on) if later < calibration.LAST_DAY else None
    sold: list[Setting] = settings[: round(len(settings) * _SOLD_ON)] if buyer else []
    if buyer is not None:
        group, owner = buyer
        move(
            ending.bench,
            sold,
            owner=owner,
            on=later,
            kind=Kind.ASSET_TRANSFER,
            head=group.top.head,
            former_head=ending.group.head,
        )
    for setting in settings[len(sold) :]:
        ending.close(setting, on + days(random.randint(5, 90)))


def _buyer(ending: Ending, on: date) -> tuple[Group, str] | None:
    """A large group that goes on, and its first company that was there before; None if none is."""
    found = [
        (group, owner)
        for group in ending.bench.groups[:_BUYERS]
        if group.top.ended_on is None
        for owner in group.owners[:1]
        if ending.bench.bodies[owner].begun_on < on
    ]
    return ending.random.choice(found) if found else None
