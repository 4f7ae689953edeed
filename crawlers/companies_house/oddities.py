"""Entries that contradict themselves: kept as published, and each counted in the drift report.

A register is what people filed, mistakes included. A mistake in one entry must not hide the rest
of the company, so that it does not stop the reading: it becomes an Oddity that cites the entry. A
part of a register, or an error instead of one, does stop it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from crawlers.json_reading import JsonObject
from db.records import Capacity, Control, Interval, Oddity, Record, Register

ENDS_BEFORE_IT_BEGINS = (
    "it ends before it begins: kept as published and never in force; ask the company to correct it"
)
ENDED_WITHOUT_A_DAY = (
    "it has ended and no day is given: counted as ended from the day of the fetch; open the filing"
    " history for the day"
)
NUMBER_IS_NONE = "a UK body's number is no company number: kept as text; match the body by its name"
TWO_BANDS = (
    "one right is held in two bands: kept from the lowest to the highest; ask the company which"
)
UNKNOWN_KIND = (
    "an entry of a kind that is not read: left out; teach the reader the kind, then reread"
)
MORE_THAN_THE_WHOLE = (
    "live holders together have more than the whole: kept as published; take none of their bands"
    " as certain until the company corrects its register"
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of a register, and what it says."""

    company_number: str
    register: Register
    read_on: date
    said: JsonObject

    @property
    def cite(self) -> str:
        """The entry as a citation."""
        return self.said.cite

    def odd(self, problem: str, text: str | None = None) -> Oddity:
        """Note what is wrong with the entry; `text` is the publisher's word, nobody's details."""
        return Oddity(
            cite=self.cite,
            public_on=self.read_on,
            company_number=self.company_number,
            register_name=self.register,
            read_on=self.read_on,
            problem=problem,
            text=text,
        )

    def odd_days(self, record: Interval, *, end_is_stated: bool) -> Iterator[Oddity]:
        """Note an end before the beginning, and an end without a day."""
        begun, ended = record.valid_from, record.valid_to
        if begun is not None and ended is not None and ended < begun:
            yield self.odd(ENDS_BEFORE_IT_BEGINS)
        if ended is not None and not end_is_stated:
            yield self.odd(ENDED_WITHOUT_A_DAY)


def more_than_the_whole(records: Iterable[Record], read_on: date) -> Iterator[Oddity]:
    """Note each live direct holder with whom the lower ends come to more than the whole.

    Trusts and firms are left out: each trustee may stand in the register with the same stake.
    """
    live = [
        record
        for record in records
        if isinstance(record, Control)
        and record.valid_to is None
        and record.capacity is Capacity.DIRECT
    ]
    shares = [(control, control.shares_min, control.shares_min_open) for control in live]
    votes = [(control, control.votes_min, control.votes_min_open) for control in live]
    found = {control.cite: control for control in (*_beyond(shares), *_beyond(votes))}
    for control in found.values():
        yield Oddity(
            cite=control.cite,
            public_on=read_on,
            company_number=control.company_number,
            register_name=Register.CONTROLS,
            read_on=read_on,
            problem=MORE_THAN_THE_WHOLE,
            text=control.natures,
        )


def _beyond(stakes: Iterable[tuple[Control, float | None, bool | None]]) -> Iterator[Control]:
    """The holders from the one on with whom the whole is passed; an open end counts as more."""
    total, is_more = 0.0, False
    for control, low, is_open in stakes:
        if low is not None:
            total, is_more = total + low, is_more or bool(is_open)
            if total > 1 or (total == 1 and is_more):
                yield control
