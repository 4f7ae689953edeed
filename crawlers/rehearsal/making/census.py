"""Difficulties that came about by themselves, found and written down once everything is made."""

from collections.abc import Iterable, Iterator
from datetime import date

from crawlers.rehearsal.making.businesses import FILE_ACCOUNTS
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body, Form, Nature
from crawlers.rehearsal.world.books import (
    Accounts,
    LeaseBasis,
    Medium,
    Scope,
    Uncertainty,
    Vendor,
    Withheld,
)
from crawlers.rehearsal.world.control import Stake
from crawlers.rehearsal.world.happenings import Happening, Kind, SignKind, Trap, TrapKind
from crawlers.rehearsal.world.settings import Setting

_SUFFIXES = (" LIMITED", " LTD", " LLP", " PLC", " CIC")


def census(bench: Workbench) -> None:
    """Write down every difficulty of a kind that nobody planted by hand."""
    for setting in bench.settings.values():
        bench.traps.extend(_texts(bench, setting))
    for stake in bench.stakes.values():
        bench.traps.extend(_stakes(bench, stake))
    bench.traps.extend(_splits(bench))
    for one in bench.happenings:
        bench.traps.extend(_happenings(one))
    for accounts in bench.accounts:
        bench.traps.extend(_accounts(accounts))
    bench.traps.extend(_books(bench))


def _texts(bench: Workbench, setting: Setting) -> Iterator[Trap]:
    owner = setting.owners[0].owner
    if owner is None:
        return
    body = bench.bodies[owner]
    texts = [one.text for one in setting.owner_texts]
    if None in texts:
        yield _trap(TrapKind.BLANK_OWNER, "nobody, and never one organisation", setting.urn)
    written = [one for one in texts if isinstance(one, str)]
    if any(any(c.isdigit() for c in one) and body.key in one for one in written):
        said = "that company, by its number"
        yield _trap(TrapKind.EMBEDDED_NUMBER, said, setting.urn, owner)
    stems = {_stem(one) for one in written if not any(c.isdigit() for c in one)}
    names = {_stem(one.name) for one in body.names}
    if stems - names and len(body.names) == 1:
        yield _trap(TrapKind.TYPO, "the company of nearly that name", setting.urn, owner)
    elif len(body.names) > 1 and stems - {_stem(body.name)}:
        yield _trap(TrapKind.RENAME, "the company that bore that name", setting.urn, owner)
    if len({one.strip().upper() for one in written}) > len(stems):
        yield _trap(TrapKind.SUFFIX_DRIFT, "one organisation", setting.urn, owner)
    if setting.registered_again_as:
        said = "one place that goes on, neither a closure nor growth"
        again = setting.registered_again_as
        yield _trap(TrapKind.REREGISTERED, said, setting.urn, again)


def _stem(text: str) -> str:
    upper = text.strip().upper()
    return next((upper.removesuffix(one) for one in _SUFFIXES if upper.endswith(one)), upper)


def _stakes(bench: Workbench, stake: Stake) -> Iterator[Trap]:
    holder, company = bench.bodies.get(stake.holder), stake.company
    if holder is not None and holder.nature is Nature.FUND:
        said = "statutory head where control is certain; the operating group stops below it"
        yield _trap(TrapKind.FUND, said, company, holder.key)
    if holder is None or bench.bodies[company].form not in FILE_ACCOUNTS:
        return
    if holder.form is Form.FOREIGN and holder.nature is not Nature.FUND:
        yield _trap(TrapKind.TOP_ABROAD, "the chain ends abroad", company, holder.key)
    if _is_charity(holder):
        yield _trap(TrapKind.CHARITY_PARENT, "one group under the charity", company, holder.key)
    if holder.form is Form.COUNCIL:
        said = "council provision, whatever its sector"
        yield _trap(TrapKind.COUNCIL_TRUST, said, company, holder.key)


def _is_charity(body: Body) -> bool:
    return body.charity_number is not None and body.nature is Nature.PROVIDER


def _splits(bench: Workbench) -> Iterator[Trap]:
    halves: dict[tuple[str, date], list[str]] = {}
    for one in bench.stakes.values():
        if one.votes == 0.5 and one.holder in bench.people:  # noqa: PLR2004 - by halves
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


def _accounts(one: Accounts) -> Iterator[Trap]:
    touched = (one.company, one.key)
    tells = {
        TrapKind.FOREIGN_PARENTS_ACCOUNTS: one.reporting != one.company,
        TrapKind.FILLETED: one.withheld is Withheld.FILLETED,
        TrapKind.UNTAGGED_GROUP: one.kind == "group"
        and one.vendor in {Vendor.IRIS, Vendor.CASEWARE},
        TrapKind.SCANNED_GROUP: one.kind == "group" and one.medium is Medium.SCANNED,
        TrapKind.BOILERPLATE_UNCERTAINTY: one.uncertainty is Uncertainty.BOILERPLATE,
        TrapKind.TRUE_UNCERTAINTY: one.uncertainty is Uncertainty.TRUE,
        TrapKind.LATE_ACCOUNTS: one.filed_on > one.due_on,
        TrapKind.LONG_FIRST_PERIOD: (one.end - one.start).days > 366,  # noqa: PLR2004 - a year
    }
    yield from (_trap(kind, _SAID[kind], *touched) for kind, is_so in tells.items() if is_so)


_SAID = {
    TrapKind.FOREIGN_PARENTS_ACCOUNTS: "the parent's figures, and none of the company's",
    TrapKind.FILLETED: "profit not published",
    TrapKind.UNTAGGED_GROUP: "the printed group statements, not the tagged company's",
    TrapKind.SCANNED_GROUP: "figures as recognised, each with its confidence",
    TrapKind.BOILERPLATE_UNCERTAINTY: "no uncertainty",
    TrapKind.TRUE_UNCERTAINTY: "a material uncertainty",
    TrapKind.LATE_ACCOUNTS: "late by so many days",
    TrapKind.LONG_FIRST_PERIOD: "not late before 21 months; flows of more than a year",
}


def _books(bench: Workbench) -> Iterator[Trap]:
    filed = {(one.company, one.end) for one in bench.accounts}
    last = {one.company: one.end for one in bench.accounts}
    for one in bench.books:
        moved = one.lease_basis is LeaseBasis.AMENDED_FRS_102 and one.income.lease_interest
        if moved and (one.company, one.end) in filed:
            said = "debt and EBITDA moved by accounting alone"
            yield _trap(TrapKind.LEASE_CHANGE, said, one.company)
    exempt: Iterable[str] = {
        one.company
        for one in bench.books
        if one.scope is Scope.COMPANY
        and one.company not in last
        and bench.bodies[one.company].form in FILE_ACCOUNTS
    }
    for company in sorted(exempt):
        yield _trap(TrapKind.FILING_EXEMPT, "not published: exempt, or not due yet", company)
    fates = (one for one in bench.happenings if one.kind is Kind.FAILURE)
    for one in fates:
        yield _trap(TrapKind.OVERDUE_ACCOUNTS, "accounts that never came", *one.bodies)


def _trap(kind: TrapKind, conclusion: str, *touches: str) -> Trap:
    return Trap(kind=kind, touches=touches, conclusion=conclusion)
