"""Invented statements of registers beside Ofsted's and Companies House's, for the samples."""

from datetime import date

from db.records import (
    CareLocation,
    Charity,
    CharityReturn,
    GazetteNotice,
    NoticeKind,
    NoticeProcedure,
    Population,
    Record,
    School,
)
from tests.db.companies import DAY, said


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
        said(
            Charity,
            charity_number="1000001",
            name="LARKMOOR TRUST",
            registration_status="Registered",
            cares_for_children=True,
            latest_income_gbp=3_000_000_000,
            valid_from=date(2019, 5, 1),
        ),
        CharityReturn(
            cite=f"sha256:{'0' * 64}#/0",
            public_on=DAY,
            charity_number="1000001",
            period_from=date(2024, 4, 1),
            period_to=date(2025, 3, 31),
            due_on=date(2026, 1, 31),
            return_received_on=DAY,
            accounts_received_on=None,
            income_gbp=1_234_567,
            expenditure_gbp=1_200_000,
            accounts_qualified=None,
        ),
        said(
            CareLocation,
            as_at=date(2026, 2, 1),
            population=Population.FULL,
            location_id="1-100000001",
            provider_id="1-100000002",
            provider_name="Larkmoor Care Ltd",
            serves_children=False,
        ),
        said(
            School,
            urn="100001",
            name="Alderfold School",
            school_type="Other independent special school",
            status="Open",
            proprietor_is_withheld=False,
            valid_from=date(2019, 9, 1),
        ),
    )
