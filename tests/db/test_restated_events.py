"""Of several tables that state one visit, the one of the latest day is believed."""

from datetime import date

from db.records import Inspection, Judgement
from tests.oversight.registers import inspection, snapshot

FIRST = inspection(
    "SC100001",
    date(2018, 3, 31),
    inspected_on=date(2012, 4, 25),
    overall_experiences_and_progress=Judgement.ADEQUATE,
)
RESTATED = inspection(
    "SC100001",
    date(2019, 3, 31),
    inspected_on=date(2012, 4, 24),
    overall_experiences_and_progress=Judgement.REQUIRES_IMPROVEMENT,
)


def test_the_later_table_is_believed_whichever_was_taken_in_last() -> None:
    assert snapshot(FIRST, RESTATED).current(Inspection) == (RESTATED,)
    assert snapshot(RESTATED, FIRST).current(Inspection) == (RESTATED,)


def test_every_statement_is_still_there() -> None:
    assert {visit.listed_at for visit in snapshot(FIRST, RESTATED).every(Inspection)} == {
        date(2018, 3, 31),
        date(2019, 3, 31),
    }
