"""DfE: children looked after, by council, with whom they are placed, by whom and where.

Three data sets of the release of each November, CSV files of five years each: children on 31
March by placement, provider and place; new placements and changes in the year; and each council's
net gain of children. Rows of councils and of England are read, regions are left. A number that
would tell of a child is withheld: it is None, and its mark is kept. What the first data set says
of age, health or origin is left out. The newest release is followed: it restates four years.
"""

from collections.abc import Iterator, Sequence

from crawlers.saved_names import is_named_as_rehearsed
from crawlers.source import OPEN_GOVERNMENT_LICENCE, Follow, Source, Start
from crawlers.sources.looked_after_children import release, tables
from db.records import Document, LookedAfterCount, Record


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the numbers of councils and of England that one data set states."""
    yield from tables.parse(document)


def subject(records: Sequence[Record]) -> str:
    """The data set and its newest year, as `children on 31 March to 2025`."""
    counts = [one for one in records if isinstance(one, LookedAfterCount)]
    newest = max(one.counted_on for one in counts)
    return f"{tables.data_set_of(counts[0].breakdown)} to {newest.year}"


SOURCE = Source(
    key="looked_after_children",
    title="Children looked after in England including adoptions",
    publisher="Department for Education",
    licence=OPEN_GOVERNMENT_LICENCE,
    page=f"https://explore-education-statistics.service.gov.uk{release.PUBLICATION}",
    cadence="yearly, in November, as at 31 March",
    good_for_days=7,
    version=1,
    kinds=(LookedAfterCount,),
    recognises=tables.recognises,
    parse=parse,
    subject=subject,
    is_rehearsal=is_named_as_rehearsed,
    floors={
        tables.ON_31_MARCH: {LookedAfterCount: 10_000},
        tables.IN_THE_YEAR: {LookedAfterCount: 5_000},
        tables.NET_GAIN: {LookedAfterCount: 1_000},
    },
    masked=("*age*", "*health*", "*ethnic*", "*gender*"),
    starts=(Start(host="dfe_statistics", path=release.PUBLICATION, to="release"),),
    signposts={"release": release.release, "data_set": release.data_set},
)
