"""Real bodies of the publisher read as they should."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawlers.companies_house import oddities
from crawlers.reading import SourceChangedError
from crawlers.sources import sources
from db.records import Document, Filing, Oddity, Officer, Record, RegisterExtract

pytestmark = pytest.mark.real_data

KINDS = {
    "api/anonymised_responses/charges_12345678.json": {"Charge": 5, "RegisterExtract": 1},
    "api/anonymised_responses/charges_FC123456.json": {"Charge": 5, "RegisterExtract": 1},
    "api/anonymised_responses/charges_OC123456.json": {"Charge": 5, "RegisterExtract": 1},
    "api/anonymised_responses/companies_12345678.json": {"Company": 1},
    "api/anonymised_responses/companies_FC123456.json": {"Company": 1, "PreviousName": 1},
    "api/anonymised_responses/companies_OC123456.json": {"Company": 1},
    "api/anonymised_responses/filings_12345678.json": {"Filing": 2, "RegisterExtract": 1},
    "api/anonymised_responses/filings_FC123456.json": {"Filing": 2, "RegisterExtract": 1},
    "api/anonymised_responses/filings_OC123456.json": {"Filing": 11, "RegisterExtract": 1},
    **{
        f"api/anonymised_responses/insolvencies_{number}.json": {
            "InsolvencyCase": 1,
            "InsolvencyDate": 2,
            "RegisterExtract": 1,
        }
        for number in ("12345678", "FC123456", "OC123456")
    },
    "api/anonymised_responses/officers_12345678.json": {"Officer": 3, "RegisterExtract": 1},
    "api/anonymised_responses/officers_OC123456.json": {"Officer": 2, "RegisterExtract": 1},
    "api/document_api_metadata_10676322.json": {"FiledDocument": 1},
    "api/ch_psc_data_api_itest/empty_psc_list_register_view_output.json": {"RegisterExtract": 1},
    **{
        f"api/ch_psc_data_api_itest/get_{kind}_output.json": {"Control": 1, "Oddity": 1}
        for kind in ("corporate_entity", "corporate_entity_bo", "individual", "individual_bo")
    },
    "api/ch_psc_data_api_itest/get_individual_output_full_record.json": {
        "Control": 1,
        "Oddity": 1,
    },
    **{
        f"api/ch_psc_data_api_itest/get_{kind}_output.json": {"Control": 1}
        for kind in ("legal_person", "legal_person_bo", "super_secure", "super_secure_bo")
    },
    "api/ch_psc_data_api_itest/psc_list_output.json": {"Control": 2, "RegisterExtract": 1},
    "api/ch_psc_data_api_itest/psc_list_register_view_output.json": {
        "Control": 2,
        "RegisterExtract": 1,
    },
    "api/streaming/01_filing-history.json": {"Filing": 1},
    "api/streaming/02_company-profile.json": {"Company": 1, "SicCode": 1},
    "api/streaming/03_company-exemptions.json": {"ControlStatement": 1, "RegisterExtract": 1},
    **{
        f"bulk/psc/register_sources_psc_{name}.json": {"Control": 1}
        for name in (
            *("ceased_on", "corporate", "individual", "legal", "no_country", "no_match"),
            *("not_found", "super_secure"),
        )
    },
    "bulk/psc/register_sources_psc_exemptions.json": {"ControlStatement": 1, "RegisterExtract": 1},
    "bulk/psc/register_sources_psc_statement.json": {"ControlStatement": 1},
    "bulk/psc/register_sources_psc_statement_ceased_on.json": {"ControlStatement": 1},
}
"""What each body holds. The four entries with an Oddity say that they ended before they began."""
REFUSED = {
    "api/anonymised_responses/officers_FC123456.json": "it holds 5 of 35 entries",
    "bulk/psc/register_sources_psc_unknown_kind.json": "nothing says which company",
    "bulk/psc/register_sources_psc_totals.json": None,
}
"""A list cut short by whoever made the sample, a line of nobody, and the snapshot's last line."""
FOLDERS = (
    "api",
    "api/anonymised_responses",
    "api/ch_psc_data_api_itest",
    "api/streaming",
    "bulk/psc",
)


@pytest.fixture
def real(published_files: Path) -> Path:
    """The folder of the publisher's files."""
    return published_files / "companies_house"


def document(path: Path) -> Document:
    return Document(
        url=f"file:{path.name}",
        fetched_at=datetime(2026, 9, 1, tzinfo=UTC),
        body=path.read_bytes(),
    )


def read(found: Document) -> list[Record]:
    (source,) = [source for source in sources() if source.recognises(found)]
    records = [record for record in source.parse(found) if isinstance(record, Record)]
    assert source.subject(records)
    return records


def test_every_body_is_accounted_for(real: Path) -> None:
    found = (p for folder in FOLDERS for p in (real / folder).glob("*.json"))
    bodies = {p.relative_to(real).as_posix() for p in found}

    assert bodies == KINDS.keys() | REFUSED.keys()


@pytest.mark.parametrize("name", KINDS)
def test_a_body_is_known_to_one_source_and_gives_its_records(real: Path, name: str) -> None:
    kinds = [type(record).__name__ for record in read(document(real / name))]

    assert {kind: kinds.count(kind) for kind in kinds} == KINDS[name]


@pytest.mark.parametrize("name", KINDS)
def test_nobodys_birth_date_nationality_or_address_is_kept(real: Path, name: str) -> None:
    kept = " ".join(record.model_dump_json() for record in read(document(real / name)))

    assert not any(word in kept for word in ("British", "ura_line", "Testplein", "1995", "EX4 2MP"))


def test_a_list_cut_short_is_refused_and_read_once_it_is_whole(real: Path) -> None:
    found = document(real / "api/anonymised_responses/officers_FC123456.json")
    with pytest.raises(SourceChangedError, match="it holds 5 of 35 entries"):
        read(found)
    body = json.loads(found.body) | {"total_results": 5, "active_count": 4, "resigned_count": 1}
    records = read(replace(found, body=json.dumps(body).encode()))

    assert sum(isinstance(record, Officer) for record in records) == 5


def test_a_line_of_an_unknown_kind_that_names_no_company_is_refused(real: Path) -> None:
    with pytest.raises(SourceChangedError, match="nothing says which company"):
        read(document(real / "bulk/psc/register_sources_psc_unknown_kind.json"))


def test_a_line_of_an_unknown_kind_that_names_its_company_is_counted(real: Path) -> None:
    found = document(real / "bulk/psc/register_sources_psc_unknown_kind.json")
    body = json.loads(found.body) | {"company_number": "1234567"}
    (oddity,) = read(replace(found, body=json.dumps(body).encode()))

    assert isinstance(oddity, Oddity)
    assert (oddity.problem, oddity.text) == (oddities.UNKNOWN_KIND, "unknown-kind")


def test_the_snapshots_totals_are_nobodys_record(real: Path) -> None:
    found = document(real / "bulk/psc/register_sources_psc_totals.json")

    assert [source.key for source in sources() if source.recognises(found)] == []


def test_the_publishers_spelling_of_a_gazette_notice_is_kept(real: Path) -> None:
    records = read(document(real / "api/anonymised_responses/filings_OC123456.json"))
    extract, *filings = records

    assert isinstance(extract, RegisterExtract)
    assert extract.entries == extract.stated_entries == 11
    assert [
        f.description for f in filings if isinstance(f, Filing) and f.category == "gazette"
    ] == [
        "gazette-filings-brought-up-to-date",
        "gazette-notice-compulsory",
        "gazette-filings-brought-up-to-date",
        "gazette-notice-compulsory",
    ]
