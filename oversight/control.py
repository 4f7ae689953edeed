"""Who controls a company, as its control register says: which holders have a majority for certain.

A parent undertaking holds a majority of the votes, or may appoint or remove a majority of the
board (Companies Act 2006 s.1162(2)(a) and (b)). The register publishes bands: a majority is
certain where the lower end is beyond one half, and possible where the upper end is. Shares stand
in for votes only where the company's register publishes no votes at all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import groupby

from db.records import Capacity, Control
from oversight.bands import Band, Low, added, shares, surplus_assets, votes
from oversight.namesakes import Namesakes, plain
from oversight.organisations import names_a_council

UNDERTAKING = "undertaking:"
"""How the name of an undertaking without a company number begins; no number has a colon."""
CORPORATE = frozenset(
    {"corporate-entity-person-with-significant-control", "corporate-entity-beneficial-owner"}
)
"""Holders that are undertakings: bodies corporate and partnerships (s.1161). Persons, governments
and other legal persons are none."""

Lows = Mapping[str, Low]
"""The lower end of each direct holder's band, by holder."""


class Right(StrEnum):
    """What a holder's control rests on, weightiest first."""

    VOTES = "votes"
    SHARES = "shares"
    BOARD = "board"
    OTHER = "other"
    """Possible control alone: influence, surplus assets, a trust's or a firm's stake."""


@dataclass(frozen=True, kw_only=True)
class Holding:
    """One undertaking's control of one company: certain, or possible, and in what words."""

    parent: str
    """Company number, or `undertaking:` and a name and place."""
    subsidiary: str
    certain: bool
    right: Right
    words: str
    """What the parent does, `{}` for the subsidiary: `holds 75% or more of the votes of {}`."""
    control: Control
    """The entry of the subsidiary's control register that says so."""
    lows: "Lows" = field(default_factory=dict[str, Low], compare=False, repr=False)
    """The least that each direct holder of the subsidiary has, persons among them."""

    def over(self, name: str) -> str:
        """What the parent does to a subsidiary of that name."""
        return self.words.format(name)


def holdings(controls: Iterable[Control]) -> tuple[Holding, ...]:
    """Every certain or possible control by an undertaking, from the entries in force on a day.

    Two capacities of one holder, or two entries of it, give one holding: the most certain.
    """
    entries = sorted(controls, key=lambda one: (one.company_number, one.cite, one.capacity))
    namesakes = Namesakes.of(one for one in entries if undertaking(one) is not None)
    found: dict[tuple[str, str], Holding] = {}
    for _, register in groupby(entries, key=lambda one: one.company_number):
        for holding in _of_one_company(tuple(register), namesakes):
            pair = (holding.parent, holding.subsidiary)
            if pair not in found or _weight(holding) < _weight(found[pair]):
                found[pair] = holding
    return tuple(found[pair] for pair in sorted(found))


def undertaking(entry: Control) -> str | None:
    """The undertaking that holds: its number, else a text that cannot be one; None for no such.

    Without a number an undertaking is known by its name and its country or register: within
    one register no two bear the same name. A council is no undertaking here, whatever number it
    gives.
    """
    name = plain(entry.holder_name or "")
    if entry.kind not in CORPORATE or names_a_council(name):
        return None
    if entry.holder_company_number is not None:
        return entry.holder_company_number
    if not name:
        return None
    place = plain(entry.country_registered or entry.place_registered or "")
    return f"{UNDERTAKING}{name}/{place or 'place not published'}"


def entered_names(controls: Iterable[Control]) -> dict[str, str]:
    """What each undertaking that holds is called, verbatim: as its newest entry spells it.

    Of several entries of one day the first by citation; an entry without a day is the oldest.
    """
    entries = [one for one in controls if one.holder_name and undertaking(one) is not None]
    namesakes = Namesakes.of(entries)
    found: dict[str, str] = {}
    for entry in sorted(entries, key=lambda one: (-_begun(one).toordinal(), one.cite)):
        for parent, is_sure, _ in _parents(entry, namesakes):
            if is_sure and entry.holder_name is not None:
                found.setdefault(parent, entry.holder_name)
    return found


def _begun(entry: Control) -> date:
    return entry.valid_from or date.min


def _weight(holding: Holding) -> tuple[bool, int, str]:
    return not holding.certain, list(Right).index(holding.right), holding.control.cite


def _of_one_company(register: Sequence[Control], namesakes: Namesakes) -> Iterator[Holding]:
    right = Right.VOTES if any(votes(e) is not None for e in register) else Right.SHARES
    holders = [_holder(one, namesakes) for one in register]
    lows = _lower_ends(register, right, holders)
    for entry, holder in zip(register, holders, strict=True):
        others = {one: low for one, low in lows.items() if one != holder}
        for parent, is_sure, why in _parents(entry, namesakes):
            if parent == entry.company_number:
                continue
            for certain, found, words in _controls(entry, right, others):
                yield Holding(
                    parent=parent,
                    subsidiary=entry.company_number,
                    certain=certain and is_sure,
                    right=found if is_sure else Right.OTHER,
                    words=words + why,
                    control=entry,
                    lows=lows,
                )


def _parents(entry: Control, namesakes: Namesakes) -> Iterator[tuple[str, bool, str]]:
    """Who holds, for certain or perhaps, and why where the entry gives no number.

    Where a name may be another's too, the body by its name is certain, its namesake possible.
    """
    parent = undertaking(entry)
    if parent is None:
        return
    namesake = namesakes.of_holder(entry)
    if namesake is None or not namesake.certain:
        yield parent, True, ""
    if namesake is not None:
        yield namesake.number, namesake.certain, namesake.words


def _controls(entry: Control, right: Right, others: Lows) -> Iterator[tuple[bool, Right, str]]:
    """Each control that one entry gives its holder: whether it is certain, by what, in words."""
    band = _band(entry, right)
    direct = entry.capacity is Capacity.DIRECT
    capacity = "" if direct else f", {entry.capacity}"
    unpublished = "" if right is Right.VOTES else ", whose votes are not published"
    if band is not None:
        words = f"holds {band} of the {right} of {{}}{unpublished}{capacity}"
        if band.is_majority:
            yield direct, right if direct else Right.OTHER, words
        elif band.may_reach_half(added(others.values())):
            yield False, Right.OTHER, words
    if entry.appoints_majority_of_board:
        words = f"may appoint or remove a majority of the board of {{}}{capacity}"
        yield direct, Right.BOARD if direct else Right.OTHER, words
    if entry.significant_influence:
        yield False, Right.OTHER, f"has significant influence or control over {{}}{capacity}"
    assets = surplus_assets(entry)
    if assets is not None and assets.is_majority:
        yield False, Right.OTHER, f"has most of the surplus assets of {{}} on winding up{capacity}"


def _band(entry: Control, right: Right) -> Band | None:
    return votes(entry) if right is Right.VOTES else shares(entry)


def _lower_ends(
    register: Sequence[Control], right: Right, holders: Sequence[str]
) -> dict[str, Low]:
    """The least that each holder directly holds, by holder, persons among them."""
    found: dict[str, Low] = {}
    for entry, holder in zip(register, holders, strict=True):
        band = _band(entry, right)
        if band is not None and entry.capacity is Capacity.DIRECT:
            found[holder] = max(found.get(holder, band.least), band.least)
    return found


def _holder(entry: Control, namesakes: Namesakes) -> str:
    """Who holds, so that two entries of one holder count once; a person by name, never shown."""
    sure = (parent for parent, is_sure, _ in _parents(entry, namesakes) if is_sure)
    return next(sure, f"other:{plain(entry.holder_name or '') or entry.psc_id}")
