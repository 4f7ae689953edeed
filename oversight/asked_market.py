"""The market that a question is about, under its options, from what the database holds."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from db.loading import load_snapshot
from db.records import Control, Setting
from db.snapshot import Snapshot
from oversight.bulk_parts import companies_named, company_index, names_in
from oversight.decisions_kept import kept
from oversight.installation import Installation
from oversight.market import Market
from oversight.named_parents import names_said
from oversight.policy import Policy
from oversight.rebuilt import Rebuilt, rebuilt_register, to_rebuild


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a question may be asked under. Everything that is answered depends on them."""

    as_of: date
    known_at: datetime
    seen: bool
    policy: Policy


def make_market(place: Installation, options: Options, *, of_every_day: bool = False) -> Market:
    """The market under these options; `of_every_day` to match owners of every list that is held."""
    snapshot = what_is_public(place, options)
    market = Market(
        snapshot=snapshot,
        policy=options.policy,
        rebuilt=_rebuilt(place, options, snapshot),
        decisions=kept(place.engine, options.known_at),
        filed=_filed(place, options),
    )
    index = company_index(place, options.known_at, seen=options.seen)
    if index is None:
        return market
    listed = snapshot.every(Setting) if of_every_day else market.settings
    found = names_in(index, listed, market.decisions.companies)
    named = companies_named(index, snapshot.every(Control), names_said(market.filed or snapshot))
    return replace(market, index=found, registered=named)


def what_is_public(place: Installation, options: Options) -> Snapshot:
    """Everything public under these options."""
    return load_snapshot(place.engine, options.as_of, options.known_at, seen=options.seen)


def _filed(place: Installation, options: Options) -> Snapshot | None:
    """What was public by the same moment of later days than the one asked about; None of none."""
    last = options.known_at.date()
    if last <= options.as_of:
        return None
    return load_snapshot(place.engine, last, options.known_at, seen=options.seen)


def settings_in_use(
    place: Installation, options: Options, snapshot: Snapshot
) -> tuple[Setting, ...]:
    """The register that every question is answered from, rebuilt where none was published."""
    rebuilt = _rebuilt(place, options, snapshot)
    return rebuilt.settings if rebuilt else snapshot.current(Setting)


def _rebuilt(place: Installation, options: Options, snapshot: Snapshot) -> Rebuilt | None:
    """The register of the year asked about, from all that was known, where none was published."""
    day = to_rebuild(snapshot)
    if day is None or day.replace(year=day.year + 1) > options.known_at.date():
        return None
    later = load_snapshot(
        place.engine, options.known_at.date(), options.known_at, seen=options.seen
    )
    return rebuilt_register(later, day)
