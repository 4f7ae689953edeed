"""Ofsted: children's social care in England, the yearly tables since 2014.

Published each July under the Open Government Licence v3.0: since 2022 one workbook, before that
a CSV file for each table, which researchers also make of the workbooks' tabs. They tell of one
31 March (2014: of 30 September): the settings on the register or, in some years, only the
inspected ones; the latest full inspection of each; every inspection of the year; premises of
supported accommodation (since 2025); openings and closures; and national totals back to 2012.
Each January since 2026 a smaller workbook gives the latest full inspections as at 30 September.
Homes' names and addresses are withheld by the publisher; the addresses that it does print are
ignored by name.
"""

from collections.abc import Iterator, Sequence

from crawlers.reading import SourceChangedError
from crawlers.source import OPEN_GOVERNMENT_LICENCE, Follow, Source
from crawlers.sources.ofsted_annual import (
    between_years,
    csv_files,
    elsewhere,
    releases,
    words,
    workbook_issue,
)
from crawlers.workbook import refuse_what_is_no_table
from db.records import (
    ControlTotal,
    Document,
    Inspection,
    Movement,
    Population,
    Premises,
    Record,
    Setting,
)


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield all that one workbook, or one CSV of one of its tables, states."""
    other = elsewhere.what_it_is(document)
    if other is not None:
        raise SourceChangedError(document, "", f"not read here: this is {other}")
    refuse_what_is_no_table(document)
    is_text = document.body and not document.body.lstrip().startswith((b"PK", b"<"))
    if is_text:
        yield from csv_files.parse(document)
    elif between_years.recognises(document):
        yield from between_years.parse(document)
    else:
        yield from workbook_issue.parse(document)


def recognises(document: Document) -> bool:
    """True for a workbook or CSV of this publication, and for Ofsted's others, to say so."""
    return (
        csv_files.sketch(document) is not None
        or workbook_issue.recognises(document)
        or elsewhere.what_it_is(document) is not None
    )


def is_rehearsal(document: Document) -> bool:
    """True when the cover, or a CSV's title, says that the figures are invented."""
    if csv_files.sketch(document) is not None:
        return csv_files.is_rehearsal(document)
    return workbook_issue.recognises(document) and workbook_issue.is_rehearsal(document)


def subject(records: Sequence[Record]) -> str:
    """The table and its day or year, as `register at 2025-03-31` for a whole workbook."""
    first = records[0]
    if isinstance(first, Movement):
        return f"movements to {first.year_to}"
    if isinstance(first, Inspection):
        return f"inspections of {first.listed_at.year - 1}-{first.listed_at:%y}"
    setting = next(record for record in records if isinstance(record, Setting))
    as_at = setting.as_at
    if setting.population is Population.UNCOUNTED:
        return f"six-monthly list at {as_at}"
    kinds = {type(record) for record in records}
    is_level = Inspection in kinds and Movement not in kinds
    return f"{'provider level' if is_level else 'register'} at {as_at}"


SOURCE = Source(
    key="ofsted_annual",
    title="Children's social care in England: underlying data",
    publisher="Ofsted",
    licence=OPEN_GOVERNMENT_LICENCE,
    page="https://www.gov.uk/government/collections/childrens-social-care-statistics",
    cadence="yearly, in July, as at 31 March; since 2026 each January too, as at 30 September",
    good_for_days=7,
    version=4,
    kinds=(Setting, Premises, Inspection, Movement, ControlTotal),
    recognises=recognises,
    parse=parse,
    subject=subject,
    not_read=elsewhere.what_it_is,
    is_rehearsal=is_rehearsal,
    floors={
        "register at 2014": {Setting: 2_500},
        "register at 2018": {Setting: 2_500},
        "register": {Setting: 2_500, Inspection: 4_000, Movement: 150, ControlTotal: 500},
        "provider level": {Setting: 2_500, Inspection: 2_500},
        "movements": {Movement: 150},
        "inspections": {Inspection: 2_500},
        "six-monthly": {Setting: 2_500, Inspection: 2_500},
    },
    masked=words.NAME,
    starts=releases.STARTS,
    signposts=releases.SIGNPOSTS,
)
