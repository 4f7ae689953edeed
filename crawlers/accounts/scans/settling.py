"""Two readings of one page held beside each other, and beside the sums that its lines must make."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

from crawlers.accounts.scans.identities import IDENTITIES, Identity
from db.records.accounts_words import Measure

SURE = 0.95
"""A value is sure from here on: the goal is that of a hundred such at least ninety-five are right.
`make bench-scans` measures it."""
PROVED_TWICE = 0.99
"""Both readings give it, and it adds up."""
PROVED = 0.97
"""One reading gives it, or one letter had to be put right, and it adds up."""
AGREED = 0.96
"""Both readings give it without doubting a letter; no sum speaks of it. One recogniser makes both,
from the same page at two sizes: they can err together, so that this is what was measured of such
values, and not what two independent witnesses would be worth."""
DOUBTED = 0.8
"""Both give it, and one of them doubts its letters."""
ALONE = 0.6
"""Only one reading has it, or they differ."""
CONTRADICTED = 0.5
"""It does not add up with lines that leave no room for another."""
_LEGIBLE = 0.6
"""A recogniser that is less sure of a word is wrong about it as often as not."""


@dataclass(kw_only=True)
class Claimed:
    """One line of one statement: what each reading says that it is."""

    values: list[Decimal]
    """Candidates, the better reading's first, without repetition."""
    is_agreed: bool
    """Both readings give the first one."""
    sure: float
    """0 to 1: the least that a recogniser was sure of its letters."""
    unit: int = 1
    """What the last printed digit counts: 1 or 1,000 pounds."""
    proved: bool = False
    contradicted: bool = False
    was: Decimal | None = field(default=None)
    """What was recognised, where a sum put one letter right."""

    @property
    def is_firm(self) -> bool:
        """Whether other lines may be put right by it."""
        return self.proved or (self.is_agreed and self.sure >= _LEGIBLE)

    @property
    def confidence(self) -> float:
        """How likely it is that the first value is what the page shows, 0 to 1."""
        if self.proved:
            return PROVED_TWICE if self.is_agreed and self.was is None else PROVED
        if self.contradicted:
            return CONTRADICTED
        if not self.is_agreed:
            return ALONE
        return AGREED if self.sure >= _LEGIBLE else DOUBTED


def settle(claimed: Mapping[Measure, Claimed]) -> None:
    """Mark what the sums prove, contradict and put right, of one scope and one period's end.

    A value that two readings give differently becomes the one that adds up. One letter is put
    right where the other lines of a sum are firm and it alone is not, and the sum leaves one value
    for it.
    """
    for _ in range(2):  # what one sum proves lets another put a line right
        for identity in IDENTITIES:
            _prove(identity, claimed)
        for identity in IDENTITIES:
            _put_right(identity, claimed)
    for identity in IDENTITIES:
        _contradict(identity, claimed)


def _prove(identity: Identity, claimed: Mapping[Measure, Claimed]) -> None:
    """Take the values that add up, if any do: the readings' own first."""
    if not all(one in claimed for one in identity.needed):
        return
    members = [one for one in (*identity.needed, *identity.maybe) if one in claimed]
    choices = [_open(claimed[one]) for one in members]
    for chosen in product(*choices):
        values = dict(zip(members, chosen, strict=True))
        if abs(identity.difference(values)) <= _rounding(claimed, members) and _tells(values):
            for one in members:
                _take(claimed[one], values[one])
            return


def _open(line: Claimed) -> Sequence[Decimal]:
    return line.values[:1] if line.proved else line.values


def _rounding(claimed: Mapping[Measure, Claimed], members: Sequence[Measure]) -> int:
    """How far a printed sum may be out: one of the last digit for thousands, nothing for pounds."""
    unit = max(claimed[one].unit for one in members)
    return unit if unit > 1 else 0


def _tells(values: Mapping[Measure, Decimal]) -> bool:
    """Whether it proves anything that such values add up: noughts always do."""
    return sum(value != 0 for value in values.values()) > 1


def _take(line: Claimed, value: Decimal) -> None:
    line.proved = True
    if value != line.values[0]:
        line.is_agreed = False
        line.values = [value, *(one for one in line.values if one != value)]


def _put_right(identity: Identity, claimed: Mapping[Measure, Claimed]) -> None:
    members = [one for one in (*identity.needed, *identity.maybe) if one in claimed]
    if not all(one in claimed for one in identity.needed):
        return
    loose = [one for one in members if not claimed[one].is_firm]
    if len(loose) != 1:
        return
    (weak,) = loose
    line = claimed[weak]
    values = {one: claimed[one].values[0] for one in members}
    for wanted in _solutions(identity, values, weak):
        if is_one_letter_off(line.values[0], wanted):
            line.was, line.proved = line.values[0], True
            line.values = [wanted, *line.values]
            return


def _solutions(
    identity: Identity, values: dict[Measure, Decimal], weak: Measure
) -> Iterator[Decimal]:
    """What the weak line must be for the sum to hold: the sum is linear in each of its lines."""
    at_nought = identity.difference({**values, weak: Decimal(0)})
    at_one = identity.difference({**values, weak: Decimal(1)})
    yield -at_nought / (at_one - at_nought)


def is_one_letter_off(read: Decimal, wanted: Decimal) -> bool:
    """Whether one letter was taken for another: a digit, a bracket, or a digit more in front."""
    if read == -wanted:
        return read != 0
    one, other = f"{abs(read):f}", f"{abs(wanted):f}"
    if (read < 0) != (wanted < 0):
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and longer.endswith(shorter)


def _contradict(identity: Identity, claimed: Mapping[Measure, Claimed]) -> None:
    if not identity.is_whole or not all(one in claimed for one in identity.needed):
        return
    members = identity.needed
    values = {one: claimed[one].values[0] for one in members}
    if abs(identity.difference(values)) > 2 * _rounding(claimed, members):
        for one in members:
            claimed[one].contradicted = True
