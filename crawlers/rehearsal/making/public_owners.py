"""What councils and health bodies run: councils' own homes, and the trusts that councils own."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.making.lives import Life
from crawlers.rehearsal.making.placing import COUNCIL, HEALTH
from crawlers.rehearsal.making.settings import Registrar
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Form, Named
from crawlers.rehearsal.world.control import Identification
from crawlers.rehearsal.world.settings import Council

_TRUSTS = 0.07
"""Share of councils whose services a company of theirs runs: twelve such bodies were found."""
_TRUST_SINCE = date(2017, 4, 1)
_TRUSTS_FOUNDED = date(2015, 10, 5)
"""Before there were control registers: the council is entered on them later, as others are."""


def public_owners(
    bench: Workbench, registrar: Registrar, councils: Iterable[Life], health: Iterable[Life]
) -> None:
    """Register what councils and health bodies run."""
    random = bench.stream("councils")
    by_council: dict[str, list[Life]] = defaultdict(list)
    for life in councils:
        by_council[bench.areas.for_council_home(random).key].append(life)
    for council in bench.areas.english:
        lives = by_council.get(council.key, ())
        if lives:
            _council(bench, council)
            _run(bench, registrar, council, lives)
    for number, life in enumerate(health):
        area = bench.areas.for_home(random)
        name = f"{next(bench.brands)} Community Health NHS Foundation Trust"
        key = bench.somebody(f"health:{number + 1}", name, Form.HEALTH, area)
        list(registrar.register(key, [life], area, HEALTH))


def _council(bench: Workbench, council: Council) -> None:
    """The council as an owner; where councils were joined or parted, the former one before."""
    was = council.was
    bench.somebody(council.key, was.title if was else council.title, Form.COUNCIL, council)
    if was and was.title != council.title:
        named = Named(name=council.title, since=council.since)
        bench.change(council.key, names=(*bench.bodies[council.key].names, named))


def _run(bench: Workbench, registrar: Registrar, council: Council, lives: Iterable[Life]) -> None:
    """Let a council run its homes; what its trust runs counts as voluntary, as Ofsted has it."""
    random = bench.stream("trust", council.key)
    later = [life for life in lives if life.opened_on >= _TRUST_SINCE]
    is_first = bool(later) and not bench.next_number("council that may have a trust", 0)
    if not later or not (is_first or random.random() < _TRUSTS):
        list(registrar.register(council.key, lives, council, COUNCIL))
        return
    number = bench.next_charity_number()
    trust = bench.company(
        f"{next(bench.brands)} Children's Trust for {council.town}",
        begun_on=_TRUSTS_FOUNDED,
        area=council,
        form=Form.GUARANTEE,
        charity_number=number if random.random() < 0.3 else None,  # noqa: PLR2004 - chance
    )
    bench.appoint(trust, [bench.person() for _ in range(6)], _TRUSTS_FOUNDED)
    bench.hold(
        council.key,
        trust,
        since=_TRUSTS_FOUNDED,
        written=Identification(
            name=bench.bodies[council.key].name_on(_TRUSTS_FOUNDED),
            registration_number=None,
            country_registered=None,
            place_registered=None,
            legal_form="Local Authority",
            legal_authority="Local Government Act 1972",
        ),
    )
    earlier = [life for life in lives if life.opened_on < _TRUST_SINCE]
    list(registrar.register(council.key, earlier, council, COUNCIL))
    list(registrar.register(trust, later, council, words.VOLUNTARY))
