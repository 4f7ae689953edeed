"""Every word of the publisher's own enumerations is known."""

import re
from pathlib import Path

import pytest

from db.records import Vocabulary, company_words, control_words

pytestmark = pytest.mark.real_data


@pytest.fixture
def enumerations(published_files: Path) -> Path:
    """The folder of the publisher's enumerations."""
    return published_files / "companies_house/api/api_enumerations"


@pytest.mark.parametrize(
    ("file", "section", "vocabulary", "count"),
    [
        ("constants.yml", "company_status", company_words.COMPANY_STATUSES, 12),
        ("constants.yml", "company_status_detail", company_words.COMPANY_STATUS_DETAILS, 10),
        ("constants.yml", "company_type", company_words.COMPANY_TYPES, 36),
        ("constants.yml", "company_summary", company_words.COMPANY_TYPES, 36),
        ("constants.yml", "company_subtype", company_words.COMPANY_SUBTYPES, 5),
        ("constants.yml", "jurisdiction", company_words.JURISDICTIONS, 8),
        ("constants.yml", "partial_data_available", company_words.PARTIAL_DATA, 4),
        ("constants.yml", "account_type", company_words.ACCOUNT_TYPES, 17),
        ("constants.yml", "officer_role", company_words.OFFICER_ROLES, 32),
        ("constants.yml", "identification_type", company_words.IDENTIFICATION_TYPES, 6),
        ("constants.yml", "insolvency_case_type", company_words.INSOLVENCY_CASE_TYPES, 22),
        ("constants.yml", "insolvency_case_date_type", company_words.INSOLVENCY_DATE_TYPES, 15),
        ("mortgage_descriptions.yml", "status", company_words.CHARGE_STATUSES, 4),
        ("mortgage_descriptions.yml", "classificationDesc", company_words.CHARGE_CLASSES, 2),
        ("psc_descriptions.yml", "statement_description", control_words.CONTROL_STATEMENTS, 28),
        ("exemption_descriptions.yml", "exemption_type", control_words.CONTROL_STATEMENTS, 5),
    ],
)
def test_the_vocabulary_holds_the_whole_enumeration(
    enumerations: Path, file: str, section: str, vocabulary: Vocabulary, count: int
) -> None:
    written = (enumerations / file).read_text("utf-8")
    found = re.search(rf"^{section}:[^\S\n]*\n((?:[^\S\n].*\n|\n)*)", written, re.MULTILINE)
    assert found is not None
    words = set(re.findall(r"^\s+'([^']+)'\s*:", found[1], re.MULTILINE))

    assert len(words) == count
    assert words - vocabulary.words == set()
