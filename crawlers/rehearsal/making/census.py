"""Difficulties that came about by themselves, found and written down once everything is made."""

from collections.abc import Container, Iterable, Iterator
from datetime import date

from crawlers.rehearsal.making.accounts_census import in_accounts
from crawlers.rehearsal.making.businesses import FILE_ACCOUNTS
from crawlers.rehearsal.making.funds_named import funds_named
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body, Form, Nature
from crawlers.rehearsal.world.control import Stake
from crawlers.rehearsal.world.happenings import Happening, Kind, SignKind, Trap, TrapKind
from crawlers.rehearsal.world.settings import Setting

_WHOLE = (
    *(date(year, 3, 31) for year in (2018, *range(2021, 2027))),
    date(2025, 9, 30),
    date(2026, 9, 30),
)
"""Days of which lists of the whole register come out by the last day: what stands on none of them
can be read nowhere. In other years they leave out what was not inspected yet."""
_SUFFIXES = (" LIMITED", " LTD", " LLP", " PLC", " CIC")


def census(bench: Workbench) -> None:
    """Write down every difficulty of a kind that nobody planted by hand."""
    for setting in bench.settings.values():
        bench.traps.extend(_texts(bench, setting))
        bench.traps.extend(_again(setting))
    named = funds_named(bench)
    for stake in bench.stakes.values():
        bench.traps.extend(_stakes(bench, stake, named))
    bench.traps.extend(_splits(bench))
    for one in bench.happenings:
        bench.traps.extend(_happenings(one))
    bench.traps.extend(in_accounts(bench))


def _texts(bench: Workbench, setting: Setting) -> Iterator[Trap]:
    owner = setting.owners[0].owner
    if owner is None:
        return
    body = bench.bodies[owner]
    texts = _printed(setting)
    if None in texts:
        yield _trap(TrapKind.BLANK_OWNER, "nobody, and never one organisation", setting.urn)
    written = [one for one in texts if isinstance(one, str)]
    plain = [one for one in written if not any(c.isdigit() for c in one)]
    if any(body.key in one for one in written if one not in plain):
        said = "that company, by its number"
        yield _trap(TrapKind.EMBEDDED_NUMBER, said, setting.urn, owner)
    stems, names = {_stem(one) for one in plain}, {_stem(one.name) for one in body.names}
    if body.number and stems - names:
        yield _trap(TrapKind.TYPO, "the company of nearly that name", setting.urn, owner)
    if body.number and stems & names - {_stem(body.name)}:
        yield _trap(TrapKind.RENAME, "the company that bore that name", setting.urn, owner)
    if _drifts(plain, body):
        yield _trap(TrapKind.SUFFIX_DRIFT, "one organisation", setting.urn, owner)


def _printed(setting: Setting) -> set[str | float | None]:
    """What lists of the whole register have for a setting's owner."""
    return {setting.owner_text_at(day) for day in _WHOLE if setting.is_open(day)}


def _drifts(plain: Iterable[str], body: Body) -> bool:
    """Whether suffixes differ between issues, or from those of the names that its register has."""
    written = {" ".join(one.upper().split()) for one in plain}
    known = {one.name.upper() for one in body.names if body.number} | written
    return any(one != other and _stem(one) == _stem(other) for one in written for other in known)


def _again(setting: Setting) -> Iterator[Trap]:
    again = setting.registered_again_as
    if again and setting.left_on and setting.left_on <= _WHOLE[-1]:
        said = "one place that goes on, neither a closure nor growth"
        yield _trap(TrapKind.REREGISTERED, said, setting.urn, again)


def _stem(text: str) -> str:
    upper = " ".join(text.upper().split())
    return next((upper.removesuffix(one) for one in _SUFFIXES if upper.endswith(one)), upper)


def _stakes(bench: Workbench, stake: Stake, named: Container[str]) -> Iterator[Trap]:
    holder, company = bench.bodies.get(stake.holder), stake.company
    if holder is not None and holder.nature is Nature.FUND and stake.key in named:
        said = "statutory head where control is certain; the operating group stops below it"
        yield _trap(TrapKind.FUND, said, company, holder.key)
    if holder is None or bench.bodies[company].form not in FILE_ACCOUNTS:
        return
    if holder.form is Form.FOREIGN and holder.nature is not Nature.FUND:
        yield _trap(TrapKind.TOP_ABROAD, "the chain ends abroad", company, holder.key)
    if _is_charity(holder) and stake.votes > 0.5:  # noqa: PLR2004 - half makes no parent
        yield _trap(TrapKind.CHARITY_PARENT, "one group under the charity", company, holder.key)
    if holder.form is Form.COUNCIL:
        said = "council provision, whatever its sector"
        yield _trap(TrapKind.COUNCIL_TRUST, said, company, holder.key)


def _is_charity(body: Body) -> bool:
    return body.charity_number is not None and body.nature is Nature.PROVIDER


def _splits(bench: Workbench) -> Iterator[Trap]:
    halves: dict[tuple[str, date], list[str]] = {}
    for one in bench.stakes.values():
        is_entered = one.filed_on is not None and one.holder in bench.people
        if one.votes == 0.5 and is_entered:  # noqa: PLR2004 - by halves
            halves.setdefault((one.company, one.since), []).append(one.key)
    for (company, _), keys in halves.items():
        if len(keys) == 2:  # noqa: PLR2004 - both halves
            yield _trap(TrapKind.EVEN_SPLIT, "no parent on votes alone", company, *keys)


def _happenings(one: Happening) -> Iterator[Trap]:
    kinds = {sign.kind for sign in one.signs}
    if one.kind is Kind.ACQUISITION and SignKind.ALL_ASSETS_CHARGE in kinds:
        said = "debt that came with the owner: context, unless another sign is there"
        yield _trap(TrapKind.BOUGHT_WITH_DEBT, said, *one.bodies)
    if one.kind is Kind.ACQUISITION and SignKind.CONTROL_ENTRY not in kinds:
        said = "the former group, until somebody files"
        yield _trap(TrapKind.NEVER_ENTERED, said, *one.bodies)
    if one.kind is Kind.CAPITAL_REDUCTION:
        said = "reserves that rose without a profit"
        yield _trap(TrapKind.CAPITAL_REDUCTION, said, *one.bodies)


def _trap(kind: TrapKind, conclusion: str, *touches: str) -> Trap:
    return Trap(kind=kind, touches=touches, conclusion=conclusion)
