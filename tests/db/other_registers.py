"""Invented statements of registers beside Ofsted's and Companies House's, for the samples."""

from datetime import date

from db.records import GazetteNotice, NoticeKind, NoticeProcedure, Record
from tests.db.companies import said


def of_other_registers() -> tuple[Record, ...]:
    """One record of every such kind, in the order of KINDS."""
    return (
        said(
            GazetteNotice,
            notice_id="4000001",
            code=2450,
            notice_type="Petitions to Wind Up (Companies)",
            kind=NoticeKind.PETITION,
            procedure=NoticeProcedure.BY_THE_COURT,
            published_on=date(2026, 2, 3),
            status="published",
            states_number=True,
        ),
    )
