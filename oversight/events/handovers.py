"""Changes in who directly controls a company: the days on which its control register turns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from db.records import Control, ControlStatement
from oversight.events.registers import INDIVIDUAL, Around, has_majority
from oversight.events.seen import Seen
from oversight.holders import undertaking
from oversight.namesakes import plain

APART = timedelta(days=30)
"""An old entry that ceased within so long of a new one's beginning made way for it (5.6)."""
REGISTER_BEGAN = date(2016, 4, 6)
"""Whoever controlled a company before is entered as of this day (SI 2016/339)."""
FIRST_TOLD_BY = date(2017, 6, 30)
"""By then every company had told of its control register, with the confirmation statement of the
first twelve months."""
YOUNG = timedelta(days=60)
"""What is entered so soon after a company's first day is its founding, and no event."""


@dataclass(frozen=True, kw_only=True)
class Handover:
    """One turn of one company's control register, with what was above before and after."""

    company: str
    before: Around
    after: Around
    begun: tuple[Control, ...]
    """Entries that began in it."""
    ended: tuple[Control, ...]
    """Entries that ended in it."""
    nobody: ControlStatement | None
    """What the company stated before, where it had nobody to enter."""

    @property
    def on(self) -> date:
        """The day on which the last entry began; of one without, on which the last ended."""
        begun = [one.valid_from for one in self.begun if one.valid_from]
        return max(begun) if begun else self.after.day

    @property
    def is_first(self) -> bool:
        """Whether nothing at all is known of who controlled the company before."""
        return self.nobody is None and not self.before.in_force[self.company]


def handovers(seen: Seen) -> Iterator[Handover]:
    """Yield every turn after which other undertakings, or other people, hold a company."""
    for company, register in seen.registers.entries.items():
        for first, last in _turns(register):
            found = _handover(seen, company, first, last)
            if found is not None:
                yield found


def _turns(register: Sequence[Control]) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each run of changes that are close to each other."""
    days = sorted({d for one in register for d in (one.valid_from, one.valid_to) if d})
    while days:
        run = [days.pop(0)]
        while days and days[0] - run[-1] <= APART:
            run.append(days.pop(0))
        yield run[0], run[-1]


def _handover(seen: Seen, company: str, first: date, last: date) -> Handover | None:
    eve = first - timedelta(days=1)
    were, are = seen.registers.on(company, eve), seen.registers.on(company, last)
    if _holders(were) == _holders(are) or _is_founding(seen, company, were, first):
        return None
    kept = {id(one) for one in were} & {id(one) for one in are}
    return Handover(
        company=company,
        before=seen.registers.around(company, eve),
        after=seen.registers.around(company, last),
        begun=tuple(one for one in are if id(one) not in kept),
        ended=tuple(one for one in were if id(one) not in kept),
        nobody=_nobody(seen, company, first, last),
    )


def _holders(entries: Sequence[Control]) -> frozenset[tuple[str, bool]]:
    """Who holds by these entries, and whether each has a majority."""
    found: dict[str, bool] = {}
    for one in entries:
        holder = undertaking(one)
        if holder is None and one.kind.startswith(INDIVIDUAL):
            holder = f"person/{plain(one.holder_name or one.psc_id)}"
        key = holder or f"other/{plain(one.holder_name or one.psc_id)}"
        found[key] = found.get(key, False) or has_majority(one)
    return frozenset(found.items())


def _is_founding(seen: Seen, company: str, were: Sequence[Control], first: date) -> bool:
    began = seen.began(company)
    return not were and (began is None or first - began <= YOUNG)


def _nobody(seen: Seen, company: str, first: date, last: date) -> ControlStatement | None:
    """What was stated instead of a holder until the turn; None where there was nothing such."""
    return next(
        (
            one
            for one in seen.statements.get(company, ())
            if (one.valid_from or date.min) < first
            and (one.valid_to is None or first - APART <= one.valid_to <= last + APART)
        ),
        None,
    )
