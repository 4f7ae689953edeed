"""A world from a seed: every part in turn."""

from crawlers.rehearsal import calibration
from crawlers.rehearsal.calibration import Size
from crawlers.rehearsal.making.acquisitions import acquisitions
from crawlers.rehearsal.making.areas import areas
from crawlers.rehearsal.making.births import births
from crawlers.rehearsal.making.boards import boards
from crawlers.rehearsal.making.census import census
from crawlers.rehearsal.making.endings import endings
from crawlers.rehearsal.making.entering import entering
from crawlers.rehearsal.making.files import files
from crawlers.rehearsal.making.fostering import fostering
from crawlers.rehearsal.making.groups import plans
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.investors import investors
from crawlers.rehearsal.making.lives import lives
from crawlers.rehearsal.making.ordinary_life import life_of_others, ordinary_life
from crawlers.rehearsal.making.owners_told import owners_told
from crawlers.rehearsal.making.places_by_owner import places_by_owner
from crawlers.rehearsal.making.placing import place
from crawlers.rehearsal.making.planting import planting
from crawlers.rehearsal.making.public_owners import public_owners
from crawlers.rehearsal.making.reporting import reporting
from crawlers.rehearsal.making.restructures import restructures
from crawlers.rehearsal.making.secretaries import secretaries
from crawlers.rehearsal.making.settings import Registrar
from crawlers.rehearsal.making.stating import tell_with_statements
from crawlers.rehearsal.making.strike_offs import strike_offs
from crawlers.rehearsal.making.structures import found
from crawlers.rehearsal.making.texts import texts
from crawlers.rehearsal.making.unrelated import unrelated
from crawlers.rehearsal.making.visits import visits
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.world import World


def make_world(seed: int, size: Size) -> World:
    """Everything that is so in the market of one seed: the same seed and size, the same world."""
    bench = Workbench(seed=seed, size=size, areas=areas())
    registrar = Registrar(bench=bench)
    every = {kind: lives(seed, size, kind) for kind in calibration.ON_THE_REGISTER}
    placed = place(seed, plans(seed, size, every), every)
    for plan in placed.groups:
        area = bench.areas.for_home(bench.stream("area", plan.key))
        group = Group(plan=plan, brand=next(bench.brands), area=area)
        for owner, mine in found(bench, group).items():
            list(registrar.register(owner, mine, area, plan.sector))
        bench.groups.append(group)
    public_owners(bench, registrar, placed.councils, placed.health)
    planting(bench)
    boards(bench)
    investors(bench)
    acquisitions(bench)
    restructures(bench)
    ordinary_life(bench)
    endings(bench)
    bench.live_through()
    unrelated(bench)
    life_of_others(bench)
    bench.live_through()
    secretaries(bench)
    births(bench)
    fostering(bench)
    visits(bench)
    texts(bench)
    owners_told(bench)
    entering(bench)
    tell_with_statements(bench)
    reporting(bench)
    strike_offs(bench)
    files(bench)
    census(bench)
    return places_by_owner(_world(bench))


def _world(bench: Workbench) -> World:
    return World(
        seed=bench.seed,
        size=bench.size.name,
        first_day=calibration.FIRST_DAY,
        last_day=calibration.LAST_DAY,
        councils=bench.areas.every,
        bodies=tuple(bench.bodies.values()),
        people=tuple(bench.people.values()),
        stakes=tuple(bench.stakes.values()),
        statements=tuple(bench.statements),
        exemptions=tuple(bench.exemptions),
        appointments=tuple(bench.appointments.values()),
        settings=tuple(bench.settings.values()),
        inspections=tuple(bench.inspections),
        books=tuple(bench.books),
        accounts=tuple(bench.accounts),
        charges=tuple(bench.charges),
        insolvencies=tuple(bench.insolvencies),
        notices=tuple(bench.notices),
        filings=tuple(bench.filings),
        happenings=tuple(bench.happenings),
        traps=tuple(bench.traps),
    )
