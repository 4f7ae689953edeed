"""The table of charities' annual returns: which are kept, and what is read of them."""

from crawlers.json_reading import JsonObject
from crawlers.json_values import day, yes_or_no
from crawlers.sources.charity_commission.tables import Row, Table, charity_number, pounds, whole
from db.records import CharityReturn

SUBSTANTIAL = 500_000
"""Pounds of income or expenditure a year, from which a return is kept. A child's year in
residential care cost 318,400 (National Audit Office, 2025): a home of two costs more than this."""
NOT_READ = (
    "ar_cycle_reference",
    "date_of_extract",
    "organisation_number",
    "suppression_ind",
    "suppression_type",
)
READ = frozenset(
    {
        "accounts_qualified",
        "date_accounts_received",
        "date_annual_return_received",
        "fin_period_end_date",
        "fin_period_start_date",
        "registered_charity_number",
        "reporting_due_date",
        "total_gross_expenditure",
        "total_gross_income",
    }
)


def _keeps_return(row: Row) -> bool:
    sums = (row.get("total_gross_income"), row.get("total_gross_expenditure"))
    return max(map(whole, sums)) >= SUBSTANTIAL


def _return(row: JsonObject) -> CharityReturn:
    received_on = row.read_if_there("date_annual_return_received", day)
    return CharityReturn(
        cite=row.cite,
        public_on=received_on or row.read("date_of_extract", day),
        charity_number=row.read("registered_charity_number", charity_number),
        period_from=row.read_if_there("fin_period_start_date", day),
        period_to=row.read("fin_period_end_date", day),
        due_on=row.read_if_there("reporting_due_date", day),
        return_received_on=received_on,
        accounts_received_on=row.read_if_there("date_accounts_received", day),
        income_gbp=row.read_if_there("total_gross_income", pounds),
        expenditure_gbp=row.read_if_there("total_gross_expenditure", pounds),
        accounts_qualified=row.read_if_there("accounts_qualified", yes_or_no),
    )


RETURNS = Table(
    name="charity_annual_return_history",
    mark="total_gross_income",
    read=_return,
    keeps=_keeps_return,
    not_read=NOT_READ,
    members=READ | set(NOT_READ),
)
