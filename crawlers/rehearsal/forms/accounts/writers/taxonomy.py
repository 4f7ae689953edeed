"""The names of the FRC's taxonomies, as filings of each year bind them.

Names of namespaces and entry points are names: nothing is ever fetched by them.
"""

from datetime import date

from crawlers.rehearsal.world.books import Vendor

_SINCE = (
    (date(2015, 1, 1), "2014-09-01"),
    (date(2018, 7, 1), "2018-01-01"),
    (date(2019, 7, 1), "2019-01-01"),
    (date(2021, 7, 1), "2021-01-01"),
    (date(2022, 7, 1), "2022-01-01"),
    (date(2023, 7, 1), "2023-01-01"),
    (date(2024, 7, 1), "2024-01-01"),
    (date(2025, 7, 1), "2025-01-01"),
    (date(2026, 7, 1), "2026-01-01"),
)
"""From when software of the day writes each suite; in life that differs by release."""

_DIGITA_KEEPS_2014_UNTIL = date(2021, 7, 1)
"""Its real filings of October 2020 still bind the suite of 2014."""

_URI = {
    "core": "http://xbrl.frc.org.uk/fr/{date}/core",
    "bus": "http://xbrl.frc.org.uk/cd/{date}/business",
    "countries": "http://xbrl.frc.org.uk/cd/{date}/countries",
    "direp": "http://xbrl.frc.org.uk/reports/{date}/direp",
    "aurep": "http://xbrl.frc.org.uk/reports/{date}/aurep",
    "char": "http://xbrl.frc.org.uk/char/{date}",
}
FAMILIES = tuple(_URI)
"""What concepts are prefixed with here; each vendor writes a prefix of its own for it."""

COMPANIES = "http://www.companieshouse.gov.uk/"
"""The scheme of company numbers."""


def suite(vendor: Vendor, filed_on: date) -> str:
    """The date of the suite that a vendor's software binds on a day."""
    if vendor is Vendor.DIGITA and filed_on < _DIGITA_KEEPS_2014_UNTIL:
        return _SINCE[0][1]
    return next((one for since, one in reversed(_SINCE) if since <= filed_on), _SINCE[0][1])


def namespace(family: str, of_suite: str) -> str:
    """The namespace of a family in a suite."""
    return _URI[family].format(date=of_suite)


def entry_points(of_suite: str, *, is_charity: bool, with_both: bool) -> tuple[str, ...]:
    """What a filing names as its schemas: charities' own, beside the company one or alone."""
    company = f"https://xbrl.frc.org.uk/FRS-102/{of_suite}/FRS-102-{of_suite}.xsd"
    charity = f"https://xbrl.frc.org.uk/char/{of_suite}/char-{of_suite}.xsd"
    if not is_charity:
        return (company,)
    return (company, charity) if with_both else (charity,)
