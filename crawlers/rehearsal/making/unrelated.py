"""Companies that have nothing to do with the market: namesakes, false friends, and anybody."""

from collections.abc import Iterable
from datetime import date

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.streams import a_day, days, weekday
from crawlers.rehearsal.making.strike_offs import strike_off
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body, Form, Nature
from crawlers.rehearsal.world.happenings import Trap, TrapKind

_TRADES = ("Plastering", "Catering", "Logistics", "Lettings", "Software", "Dental Care", "Roofing")
_SHARES = {"dissolved": 0.14, "live": 0.04, "friend": 0.12}
"""Of the unrelated companies, so many are namesakes of an owner, dissolved or live, or look like a
group. 81 wrong matches of 1,291 owners are on record (researchers' list of mistakes)."""

_ASK_TO_GO = 0.6
"""Share of those struck off that asked for it."""
_SEEN_ON = date(2025, 3, 31)
"""Whoever somebody is taken for runs a setting on this day."""
_FIRST_PARTNERSHIPS = date(2001, 4, 6)
"""The first day on which a partnership could have limited liability."""


def unrelated(bench: Workbench) -> None:
    """Found companies that a careless match would take for a provider."""
    random = bench.stream("unrelated")
    seen = [group for group in bench.groups if _is_on_the_register(bench, group.owners)]
    owners = [
        bench.bodies[key]
        for group in seen
        for key in group.owners
        if _is_on_the_register(bench, [key])
        and bench.bodies[key].name.upper().endswith((" LIMITED", " LTD"))
    ]
    counts = {kind: round(share * bench.size.unrelated) for kind, share in _SHARES.items()}
    for owner in random.sample(owners, counts["dissolved"]):
        _dissolved_namesake(bench, owner)
    for owner in random.sample(owners, counts["live"]):
        _live_namesake(bench, owner)
    for group in random.sample(seen, counts["friend"]):
        name = f"{random.choice(['4 ', 'New ', 'The '])}{group.brand} Care Ltd"
        begun_on = a_day(random, date(2005, 1, 10), date(2024, 1, 10))
        friend = _found(bench, bench.unlike_others(name, "(UK)"), begun_on)
        _note(bench, TrapKind.FALSE_FRIEND, (friend, group.head), "no member of the group")
    for _ in range(bench.size.unrelated - sum(counts.values())):
        name = f"{next(bench.brands)} {random.choice(_TRADES)} Limited"
        company = _found(bench, name, a_day(random, date(1985, 1, 10), date(2025, 12, 10)))
        if random.random() < 0.2:  # noqa: PLR2004 - a fifth are gone
            _dissolve(bench, company, random.randint(700, 5000))


def _is_on_the_register(bench: Workbench, owners: Iterable[str]) -> bool:
    """Whether anybody could take another for one of these: some setting is theirs on a list."""
    return any(one.is_open(_SEEN_ON) for key in owners for one in bench.run_by(key))


def _dissolved_namesake(bench: Workbench, owner: Body) -> None:
    """An older company of the name, dissolved before the owner was founded."""
    begun_on = weekday(owner.begun_on - days(4200))
    namesake = _found(bench, owner.first_name, begun_on)
    _strike_off(bench, namesake, owner.begun_on - days(400))
    said = "never the owner: it was dissolved before the owner was founded"
    _note(bench, TrapKind.DISSOLVED_NAMESAKE, (namesake, owner.key), said)


def _live_namesake(bench: Workbench, owner: Body) -> None:
    """A live partnership whose name differs in its suffix alone, in another trade."""
    stem = owner.first_name.rsplit(" ", 1)[0]
    begun_on = max(weekday(owner.begun_on + days(90)), _FIRST_PARTNERSHIPS)
    namesake = _found(bench, f"{stem} LLP", begun_on, Form.LLP)
    said = "two live bodies bear the name: the trade and the place decide"
    _note(bench, TrapKind.LIVE_NAMESAKE, (namesake, owner.key), said)


def _found(bench: Workbench, name: str, begun_on: date, form: Form = Form.LIMITED) -> str:
    random = bench.stream("unrelated", name)
    area = bench.areas.for_home(random)
    nature = Nature.UNRELATED
    company = bench.company(name, begun_on=begun_on, area=area, form=form, nature=nature)
    person = bench.person()
    bench.hold(person, company, since=begun_on)
    board = [person, bench.person()] if form is Form.LLP else [person]
    bench.appoint(company, board, begun_on)
    return company


def _dissolve(bench: Workbench, company: str, after: int) -> None:
    """Let a company end so many days after it was founded, if that is in sight."""
    ended_on = weekday(bench.bodies[company].begun_on + days(after))
    if ended_on < calibration.LAST_DAY:
        _strike_off(bench, company, ended_on)


def _strike_off(bench: Workbench, company: str, on: date) -> None:
    asked = bench.stream("asks to go", company).random() < _ASK_TO_GO
    strike_off(bench, company, weekday(on), is_voluntary=asked)


def _note(bench: Workbench, kind: TrapKind, touches: tuple[str, ...], conclusion: str) -> None:
    bench.traps.append(Trap(kind=kind, touches=touches, conclusion=conclusion))
