"""Who controls a company, as its control register says: which holders have a majority for certain.

A parent undertaking holds a majority of the votes, or may appoint or remove a majority of the
board (Companies Act 2006 s.1162(2)(a) and (b)). The register publishes bands: a majority is
certain where the lower end is beyond one half, and possible where the upper end is. Shares stand
in for votes only where the company's register publishes no votes at all.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from db.records import Capacity, Control
from oversight.organisations import names_a_council

HALF = 0.5
"""More than this of the votes is a majority of them: Companies Act 2006 s.1162(2)(a)."""

UNDERTAKING = "undertaking:"
"""How the name of an undertaking without a company number begins; no number has a colon."""
CORPORATE = frozenset(
    {"corporate-entity-person-with-significant-control", "corporate-entity-beneficial-owner"}
)
"""Holders that are undertakings: bodies corporate and partnerships (s.1161). Persons, governments
and other legal persons are none."""

Lows = Mapping[str, tuple[float, bool]]
"""The lower end of each direct holder's band, and whether it is open, by holder."""


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
    lows: "Lows" = field(default_factory=dict[str, tuple[float, bool]], compare=False, repr=False)
    """The least that each direct holder of the subsidiary has, persons among them."""

    def over(self, name: str) -> str:
        """What the parent does to a subsidiary of that name."""
        return self.words.format(name)


def holdings(controls: Iterable[Control]) -> tuple[Holding, ...]:
    """Every certain or possible control by an undertaking, from the entries in force on a day.

    Two capacities of one holder, or two entries of it, give one holding: the most certain.
    """
    entries = sorted(controls, key=lambda one: (one.company_number, one.cite, one.capacity))
    found: dict[tuple[str, str], Holding] = {}
    for _, register in groupby(entries, key=lambda one: one.company_number):
        for holding in _of_one_company(tuple(register)):
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
    name = _plain(entry.holder_name or "")
    if entry.kind not in CORPORATE or names_a_council(name):
        return None
    if entry.holder_company_number is not None:
        return entry.holder_company_number
    if not name:
        return None
    place = _plain(entry.country_registered or entry.place_registered or "")
    return f"{UNDERTAKING}{name}/{place or 'place not published'}"


def is_majority(low: float | None, *, is_open: bool | None) -> bool:
    """True when a share whose lower end is `low` is certainly more than half."""
    return low is not None and (low > HALF or (low == HALF and is_open is True))


def _weight(holding: Holding) -> tuple[bool, int, str]:
    return not holding.certain, list(Right).index(holding.right), holding.control.cite


def _of_one_company(register: Sequence[Control]) -> Iterator[Holding]:
    right = Right.VOTES if any(e.votes_min is not None for e in register) else Right.SHARES
    lows = _lower_ends(register, right)
    for entry in register:
        parent = undertaking(entry)
        if parent is None or parent == entry.company_number:
            continue
        for certain, found, words in _controls(entry, right, lows):
            yield Holding(
                parent=parent,
                subsidiary=entry.company_number,
                certain=certain,
                right=found,
                words=words,
                control=entry,
                lows=lows,
            )


def _controls(entry: Control, right: Right, lows: Lows) -> Iterator[tuple[bool, Right, str]]:
    """Each control that one entry gives its holder: whether it is certain, by what, in words."""
    low, low_open, high, high_open = _band(entry, right)
    direct = entry.capacity is Capacity.DIRECT
    capacity = "" if direct else f", {entry.capacity}"
    unpublished = "" if right is Right.VOTES else ", whose votes are not published"
    if low is not None and high is not None:
        share = band_in_words(low, low_open, high, high_open)
        words = f"holds {share} of the {right} of {{}}{unpublished}{capacity}"
        if is_majority(low, is_open=low_open):
            yield direct, right if direct else Right.OTHER, words
        elif _may_reach_half(entry, high, is_open=high_open, lows=lows):
            yield False, Right.OTHER, words
    if entry.appoints_majority_of_board:
        words = f"may appoint or remove a majority of the board of {{}}{capacity}"
        yield direct, Right.BOARD if direct else Right.OTHER, words
    if entry.significant_influence:
        yield False, Right.OTHER, f"has significant influence or control over {{}}{capacity}"
    if is_majority(entry.surplus_assets_min, is_open=entry.surplus_assets_min_open):
        yield False, Right.OTHER, f"has most of the surplus assets of {{}} on winding up{capacity}"


def band_in_words(low: float, low_open: bool, high: float, high_open: bool) -> str:
    """A band as people say it, both ends and whether each belongs to it.

    >>> band_in_words(0.25, True, 0.5, False)
    'more than 25% and at most 50%'
    """
    if low == high:
        return f"{low:.0%}"
    lower = f"more than {low:.0%}" if low_open else f"{low:.0%} or more"
    if high == 1:
        return lower
    return f"{lower} and {'less than' if high_open else 'at most'} {high:.0%}"


def _band(entry: Control, right: Right) -> tuple[float | None, bool, float | None, bool]:
    if right is Right.VOTES:
        ends = entry.votes_min, entry.votes_min_open, entry.votes_max, entry.votes_max_open
    else:
        ends = entry.shares_min, entry.shares_min_open, entry.shares_max, entry.shares_max_open
    low, low_open, high, high_open = ends
    return low, bool(low_open), high, bool(high_open)


def _lower_ends(register: Sequence[Control], right: Right) -> dict[str, tuple[float, bool]]:
    """The least that each holder directly holds, by holder, persons among them."""
    found: dict[str, tuple[float, bool]] = {}
    for entry in register:
        low, is_open, _, _ = _band(entry, right)
        if low is not None and entry.capacity is Capacity.DIRECT:
            holder = _holder(entry)
            found[holder] = max(found.get(holder, (0.0, False)), (low, is_open))
    return found


def _may_reach_half(entry: Control, high: float, *, is_open: bool, lows: Lows) -> bool:
    """True when a holder's upper end, less what the others hold at least, reaches one half.

    Two holders of 25 to 50% may have half each; where three have that, none has half.
    """
    others = [low for holder, low in lows.items() if holder != _holder(entry)]
    rest = 1 - sum(low for low, _ in others)
    if rest < high or (rest == high and any(opened for _, opened in others)):
        high, is_open = rest, any(opened for _, opened in others)
    return high > HALF or (high == HALF and not is_open)


def _holder(entry: Control) -> str:
    """Who holds, so that two entries of one holder count once; a person by name, never shown."""
    return undertaking(entry) or f"other:{_plain(entry.holder_name or '') or entry.psc_id}"


def _plain(text: str) -> str:
    """Letters and digits alone, in small letters: `S.à r.l.` is `sa rl`, Limited is ltd."""
    folded = unicodedata.normalize("NFKD", text.replace("&", " and ").replace(".", ""))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter)).casefold()
    words = " ".join(re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]", "", bare).split())
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", words).split())
    return re.sub(r"\blimited\b", "ltd", words)
