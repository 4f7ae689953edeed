"""Invented statements of Ofsted's reports site and of councils' statistics."""

from datetime import date
from typing import Any

from db.records import (
    CouncilPayment,
    CouncilSpending,
    LookedAfterCount,
    ProviderPage,
    PublishedReport,
    Record,
    ReportedProvider,
)


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
        LookedAfterCount(
            **usual,
            counted_on=date(2025, 3, 31),
            area_code="E08000024",
            area_name="Sunderland",
            dfe_code="394",
            breakdown="Place providers",
            characteristic="Private provision",
            children=None,
            children_mark="c",
            percent=None,
            percent_mark="c",
        ),
        CouncilSpending(
            **usual,
            year_to=date(2025, 3, 31),
            ons_code="E92000001",
            authority="ENGLAND",
            authority_class="Eng",
            line="Children's social care - Children Looked After",
            mark=None,
            employees_gbp=1_186_819_564,
            running_expenses_gbp=7_730_220_782,
            total_expenditure_gbp=8_917_040_346,
            sales_fees_and_charges_gbp=84_197_650,
            other_income_gbp=None,
            total_income_gbp=482_528_050,
            net_current_expenditure_gbp=8_434_512_296,
        ),
        CouncilPayment(
            **usual,
            council="Leeds City Council",
            ons_code="E08000035",
            transaction_number="260900001",
            line=1,
            paid_on=date(2026, 1, 9),
            supplier_name="RÉSEAU D'ÉTÉ LTD",
            supplier_is_withheld=False,
            amount_pence=3_000_000_001,
            service=None,
            department=None,
            purpose="Residential placements - independent",
        ),
    )
