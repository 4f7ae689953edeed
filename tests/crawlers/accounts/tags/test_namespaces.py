"""A namespace is known by its form: the year of its suite may be any."""

import pytest

from crawlers.accounts.fact import Family
from crawlers.accounts.tags.namespaces import family_of


@pytest.mark.parametrize(
    ("uri", "family", "part"),
    [
        ("http://xbrl.frc.org.uk/fr/2014-09-01/core", Family.FRC, "core"),
        ("http://xbrl.frc.org.uk/fr/2031-01-01/core", Family.FRC, "core"),
        ("https://xbrl.frc.org.uk/cd/2023-01-01/business/", Family.FRC, "business"),
        ("http://xbrl.frc.org.uk/reports/2025-01-01/direp", Family.FRC, "direp"),
        ("http://xbrl.frc.org.uk/char/2023-01-01", Family.FRC, "char"),
        ("http://www.xbrl.org/uk/gaap/core/2009-09-01", Family.UK_GAAP_2009, "core"),
        ("http://www.xbrl.org/uk/cd/business/2009-09-01", Family.UK_GAAP_2009, "business"),
        ("http://www.xbrl.org/uk/reports/aurep/2009-09-01", Family.UK_GAAP_2009, "aurep"),
        ("http://www.xbrl.org/uk/ifrs/core/2009-09-01", Family.UK_GAAP_2009, "ifrs"),
        ("http://www.xbrl.org/uk/fr/gaap/pt/2004-12-01", Family.PT_2004, "pt"),
        ("http://www.xbrl.org/uk/fr/gcd/2004-12-01", Family.PT_2004, "gcd"),
        (
            "http://www.companieshouse.gov.uk/ef/xbrl/uk/fr/gaap/ae/2009-06-21",
            Family.PT_2004,
            "ae",
        ),
        ("https://xbrl.ifrs.org/taxonomy/2023-03-23/ifrs-full", Family.IFRS, "ifrs-full"),
        (
            "http://xbrl.frc.org.uk.example/fr/2023-01-01/core",
            Family.OTHER,
            "http://xbrl.frc.org.uk.example/fr/2023-01-01/core",
        ),
    ],
)
def test_a_namespace_has_a_family(uri: str, family: Family, part: str) -> None:
    assert family_of(uri) == (family, part)
