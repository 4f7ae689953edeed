"""MHCLG: what each council spent on children's social care, line by line, in one financial year.

Revenue outturn return RO3, the workbook of individual authorities' data, second release of each
December. Of its lines those of children's social care are read: adult social care and public
health are left out, and so are authorities without children's services and the totals of classes.
Thousands of pounds become whole pounds. An authority that made no return in time, or could not
divide a line, has marks and no amounts. The newest release is followed.
"""

from collections.abc import Iterator, Sequence

from crawlers import govuk
from crawlers.source import OPEN_GOVERNMENT_LICENCE, Follow, Source, Start
from crawlers.sources.council_spending import releases, workbook
from db.records import CouncilSpending, Document, Record


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield what each authority and England spent on each line."""
    yield from workbook.parse(document)


def subject(records: Sequence[Record]) -> str:
    """The financial year, as `spending to 2025-03-31`."""
    first = records[0]
    assert isinstance(first, CouncilSpending)
    return f"spending to {first.year_to}"


SOURCE = Source(
    key="council_spending",
    title="Revenue outturn: social care and public health services (RO3), by authority",
    publisher="Ministry of Housing, Communities and Local Government",
    licence=OPEN_GOVERNMENT_LICENCE,
    page=f"https://www.gov.uk{releases.COLLECTION}",
    cadence="yearly, in December, for the year that ended in March",
    good_for_days=7,
    version=1,
    kinds=(CouncilSpending,),
    recognises=workbook.recognises,
    parse=parse,
    subject=subject,
    is_rehearsal=workbook.is_rehearsal,
    floors={"spending": {CouncilSpending: 1_800}},
    masked=("Notes",),
    starts=(Start(host="mhclg", path=f"{govuk.API}{releases.COLLECTION}", to="collection"),),
    signposts={"collection": releases.collection, "release": releases.release},
)
