"""Invented statements of Ofsted's reports site and of councils' statistics."""

from datetime import date
from typing import Any

from db.records import ProviderPage, PublishedReport, Record, ReportedProvider


def of_reports_and_statistics(usual: dict[str, Any]) -> tuple[Record, ...]:
    """One record of each kind, with the citation and the day that are handed in."""
    return (
        ProviderPage(
            **usual,
            urn="9000001",
            category="Children's Home",
            local_authority="Sunderland",
            status="Open",
            registered_on=date(2019, 5, 1),
            closed_on=None,
        ),
        PublishedReport(
            **usual,
            urn="9000001",
            report_number="50000001",
            event_type="Full inspection",
            inspected_on=date(2026, 1, 10),
            published_on=date(2026, 2, 15),
        ),
        ReportedProvider(
            **usual,
            urn="9000001",
            inspected_on=date(2026, 1, 10),
            published_on=None,
            provision_sub_type="Children's home",
            registered_provider="Réseau d’Été Ltd",
            office_address="7 Spindle Walk, Leeds",
            office_postcode="LS99 9XA",
            provider_withheld=False,
        ),
    )
