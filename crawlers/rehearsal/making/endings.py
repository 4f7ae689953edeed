"""Groups that fail, and groups that leave: what happens on the day, and what was seen before.

A failure builds up over two years: cash runs out, accounts come late, lenders take security,
directors go. A withdrawal is a solvent owner's decision, which no balance sheet shows. A fifth of
each come out of the blue.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, partial
from random import Random

from crawlers.rehearsal import calibration, words
from crawlers.rehearsal.making import names
from crawlers.rehearsal.making.boards import companies_of, resign
from crawlers.rehearsal.making.deals import charge_all_assets
from crawlers.rehearsal.making.groups import Kind as Owned
from crawlers.rehearsal.making.reregistering import issue_after, move, run_by
from crawlers.rehearsal.making.streams import a_day, days, weekday
from crawlers.rehearsal.making.workbench import Fate, Group, Workbench
from crawlers.rehearsal.world.happenings import Happening, Kind, Sign, SignKind
from crawlers.rehearsal.world.settings import Places, Setting
from crawlers.rehearsal.world.troubles import InsolvencyCase, Notice, Step

_SIZES = range(2, 40)
_OWNED = frozenset({Owned.SOLO, Owned.FAMILY, Owned.CORPORATE, Owned.INVESTMENT})
_FIRST = calibration.FIRST_DAY + timedelta(days=900)
"""No failure sooner: two years of accounts are to be seen before it."""
_PLANNED_FOR_EACH = 1.9
"""Some plans come to nothing: the group is sold, or runs too little, by then."""
_SOLD_ON = 0.5
"""Share of a failed group's settings that somebody else takes over."""
_NOTICES = {2410: "Appointment of Administrators", 2450: "Petitions to Wind Up (Companies)"}


def endings(bench: Workbench) -> None:
    """Plan the failures and the withdrawals."""
    random = bench.stream("endings")
    groups = [g for g in bench.groups if g.plan.kind in _OWNED and len(g.plan.lives) in _SIZES]
    failures = round(bench.size.failures * _PLANNED_FOR_EACH)
    wanted = failures + round(bench.size.withdrawals * _PLANNED_FOR_EACH)
    chosen = random.sample(groups, min(wanted, len(groups)))
    for number, group in enumerate(chosen):
        first = max(_FIRST, min(one.opened_on for one in group.plan.lives) + days(1300))
        last = calibration.LAST_DAY - days(30)
        if first < last:
            on = weekday(a_day(random, first, last))
            kind = Kind.FAILURE if number < failures else Kind.WITHDRAWAL
            hidden = number % 5 == 4  # noqa: PLR2004 - a fifth of them
            _plan(bench, group, Fate(kind=kind, on=on, is_hidden=hidden))


def _plan(bench: Workbench, group: Group, fate: Fate) -> None:
    do = _fail if fate.kind is Kind.FAILURE else _withdraw
    bench.plan(fate.on, partial(_if_there, bench, group, fate, do))


def _if_there(bench: Workbench, group: Group, fate: Fate, do: Callable[["_Ending"], None]) -> None:
    if group.is_free:
        settings = [one for key in group.owners for one in run_by(bench, key, fate.on)]
        if len(settings) > 1:
            group.ended_on, group.fate = fate.on, fate
            do(_Ending(bench=bench, group=group, fate=fate, settings=settings))


@dataclass(frozen=True, kw_only=True)
class _Ending:
    bench: Workbench
    group: Group
    fate: Fate
    settings: Sequence[Setting]
    """Those that it still runs."""

    @property
    def random(self) -> Random:
        return self.bench.stream("ending", self.group.plan.key)

    @cached_property
    def companies(self) -> Sequence[str]:
        """Its companies on the register as the end begins, holding companies included."""
        bodies = (self.bench.bodies[key] for key in companies_of(self.group))
        return [one.key for one in bodies if one.number and one.ended_on is None]

    def keep(self, signs: Sequence[Sign]) -> None:
        """Keep what happened."""
        self.bench.happenings.append(
            Happening(
                key=f"{self.fate.kind.name.lower()}-{self.group.plan.key}",
                kind=self.fate.kind,
                on=self.fate.on,
                bodies=tuple(self.companies),
                settings=tuple(sorted(one.urn for one in self.settings)),
                from_head=self.group.head,
                to_head=None,
                signs=tuple(sorted(signs, key=lambda one: (one.public_on, one.kind, one.subject))),
                is_hidden=self.fate.is_hidden,
            )
        )

    def sign(self, kind: SignKind, subject: str, on: date, public_on: date) -> Sign:
        """One trace."""
        return Sign(kind=kind, subject=subject, happened_on=on, public_on=public_on)


def _fail(ending: _Ending) -> None:
    owners = [key for key in ending.group.owners if key in ending.companies]
    signs = [] if ending.fate.is_hidden else [*_signs_of_failure(ending)]
    for company in owners:
        signs += _administration(ending, company)
    signs += _left_settings(ending)
    ending.keep(signs)


def _signs_of_failure(ending: _Ending) -> Iterator[Sign]:
    """Yield what the two years before show beside the accounts, which are made later."""
    bench, on, random = ending.bench, ending.fate.on, ending.random
    company = ending.group.owners[0]
    if bench.bodies[company].number is None:
        return
    secured = on - days(random.randint(260, 600))
    charge = charge_all_assets(bench, company, random.choice(names.LENDERS[4:]), secured)
    yield ending.sign(SignKind.ALL_ASSETS_CHARGE, company, secured, charge.delivered_on)
    left = weekday(on - days(random.randint(60, 240)))
    if resign(bench, company, left, ending.group.people[1:]):
        yield ending.sign(SignKind.DIRECTORS_LEFT, company, left, left + days(9))
    if random.random() < 0.6:  # noqa: PLR2004 - chance
        petitioned = weekday(on - days(random.randint(25, 70)))
        _notice(bench, company, 2450, petitioned)
        yield ending.sign(SignKind.PETITION, company, petitioned, petitioned)


def _administration(ending: _Ending, company: str) -> Iterator[Sign]:
    """Yield the sign of administrators' appointment, or of a creditors' liquidation."""
    bench, on, random = ending.bench, ending.fate.on, ending.random
    kind, first = random.choice(
        [
            ("in-administration", "administration-started-on"),
            ("creditors-voluntary-liquidation", "wound-up-on"),
        ]
    )
    public_on = weekday(on + days(random.randint(4, 12)))
    bench.insolvencies.append(
        InsolvencyCase(
            company=company,
            number=1,
            kind=kind,
            steps=(Step(kind=first, on=on),),
            practitioner=f"{random.choice(names.FORENAMES)} Tallow, {random.choice(names.FIRMS)}",
            public_on=public_on,
        )
    )
    gazetted = _notice(bench, company, 2410, weekday(on + days(3)))
    yield ending.sign(SignKind.INSOLVENCY, company, on, min(public_on, gazetted.published_on))
    ended_on = weekday(on + days(random.randint(400, 700)))
    if ended_on < calibration.LAST_DAY:
        bench.change(company, ended_on=ended_on)


def _left_settings(ending: _Ending) -> Iterator[Sign]:
    """Yield the closing of each setting that nobody takes over; some go to another group."""
    bench, on, random = ending.bench, ending.fate.on, ending.random
    settings = list(ending.settings)
    random.shuffle(settings)
    sold = settings[: round(len(settings) * _SOLD_ON)]
    buyers = [g for g in bench.groups[:20] if g.ended_on is None and g is not ending.group]
    if sold and buyers and on + days(45) < calibration.LAST_DAY:
        buyer = random.choice([g for g in buyers if g.owners])
        later, former = on + days(45), ending.group.head
        owner = buyer.owners[0]
        if bench.bodies[owner].begun_on < on:
            kind, head = Kind.ASSET_TRANSFER, buyer.head
            move(bench, sold, owner=owner, on=later, kind=kind, head=head, former_head=former)
    for setting in settings[len(sold) :]:
        yield _closed(ending, setting, on + days(random.randint(5, 90)))


def _withdraw(ending: _Ending) -> None:
    """Most settings close within a few months; first a few, and places are cut, unless hidden."""
    on, random = ending.fate.on, ending.random
    settings = list(ending.settings)
    random.shuffle(settings)
    signs: list[Sign] = []
    if not ending.fate.is_hidden:
        early = settings[: max(1, len(settings) // 4)]
        for setting in early:
            closed_on = on - days(random.randint(60, 200))
            if setting.registered_on < closed_on - days(90):
                signs.append(_closed(ending, setting, closed_on))
        signs += [_cut(ending, setting) for setting in settings[len(early) :][:3]]
        settings = settings[len(early) :]
    for setting in settings[: max(1, round(len(settings) * 0.85))]:
        signs.append(_closed(ending, setting, on + days(random.randint(0, 120))))
    ending.keep(signs)


def _closed(ending: _Ending, setting: Setting, on: date) -> Sign:
    """Close a setting, not before a day on which it could have."""
    closed_on = min(on, calibration.LAST_DAY)
    now = ending.bench.settings[setting.urn]
    changed = replace(now, left_on=closed_on, left_by=words.RESIGNED)
    ending.bench.settings[setting.urn] = changed
    return ending.sign(SignKind.SETTINGS_CLOSED, setting.urn, closed_on, issue_after(closed_on))


def _cut(ending: _Ending, setting: Setting) -> Sign:
    """Cut a setting's places some months before."""
    cut_on = ending.fate.on - days(150)
    now = ending.bench.settings[setting.urn]
    places = now.sizes[-1].places
    if places and places > 1 and now.registered_on < cut_on:
        fewer = Places(places=places - 1, since=cut_on)
        ending.bench.settings[setting.urn] = replace(now, sizes=(*now.sizes, fewer))
    return ending.sign(SignKind.PLACES_CUT, setting.urn, cut_on, issue_after(cut_on))


def _notice(bench: Workbench, company: str, code: int, on: date) -> Notice:
    notice = Notice(
        key=str(bench.next_number("notice", 9_000_001)),
        company=company,
        code=code,
        title=_NOTICES[code],
        published_on=weekday(on),
    )
    bench.notices.append(notice)
    return notice
