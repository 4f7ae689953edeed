"""One discovery finds what the files of a package define."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from crawlers.catalogue import catalogue
from crawlers.source import Source
from crawlers.sources import bulk_sources, kept_sources, sources

DEFINES = "from fractions import Fraction\nENTRY = Fraction({}, 7)\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(tmp_path)
    folder = tmp_path / "found_things"
    folder.mkdir()
    (folder / "__init__.py").touch()
    for name in [name for name in sys.modules if name.startswith("found_things")]:
        monkeypatch.delitem(sys.modules, name)
    return import_module("found_things")


def write(package: ModuleType, name: str, text: str) -> None:
    (Path(package.__path__[0]) / f"{name}.py").write_text(text)


def entries(package: ModuleType) -> list[str]:
    from fractions import Fraction  # noqa: PLC0415 - the kind that the files below define

    return [str(entry) for entry in catalogue(package, "ENTRY", (Fraction,), "numerator")]


def test_each_files_entry_is_found_in_the_order_of_their_keys(package: ModuleType) -> None:
    write(package, "a", DEFINES.format(3))
    write(package, "b", DEFINES.format(1))
    write(package, "c", DEFINES.format(2))

    assert entries(package) == ["1/7", "2/7", "3/7"]


def test_a_package_without_files_has_an_empty_catalogue(package: ModuleType) -> None:
    assert entries(package) == []


@pytest.mark.parametrize(("text", "held"), [("", "None"), ("ENTRY = 'x'\n", "'x'")])
def test_a_file_without_an_entry_is_refused_by_name(
    package: ModuleType, text: str, held: str
) -> None:
    write(package, "empty", text)

    with pytest.raises(
        TypeError, match=rf"^found_things\.empty must define ENTRY, a Fraction; it has {held}$"
    ):
        entries(package)


def test_two_entries_of_one_key_are_refused(package: ModuleType) -> None:
    write(package, "a", DEFINES.format(1))
    write(package, "b", DEFINES.format(1))

    with pytest.raises(ValueError, match=r"^found_things\.b uses the numerator '1' a second time$"):
        entries(package)


def test_every_source_file_is_in_the_catalogue() -> None:
    assert [source.key for source in sources()] == [
        "buzzfeed_owners",
        "charity_commission",
        "companies_house_charges",
        "companies_house_control_lines",
        "companies_house_control_statements",
        "companies_house_controls",
        "companies_house_documents",
        "companies_house_exemptions",
        "companies_house_filing_history",
        "companies_house_insolvency",
        "companies_house_officers",
        "companies_house_profile",
        "council_payments",
        "council_spending",
        "cqc_directory",
        "filed_accounts",
        "gazette_insolvency",
        "gias_schools",
        "local_authorities",
        "looked_after_children",
        "ofsted_annual",
        "ofsted_ownership",
        "ofsted_reports",
    ]


def test_products_too_large_for_memory_are_in_the_catalogue_too() -> None:
    assert [source.key for source in bulk_sources()] == [
        "companies_house_company_data",
        "companies_house_control_snapshot",
    ]
    assert [source.key for source in kept_sources()] == [
        "companies_house_accounts_archive",
        "companies_house_accounts_daily",
        "companies_house_accounts_monthly",
    ]


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.key)
def test_a_source_says_who_publishes_what_and_under_which_licence(source: Source) -> None:
    said = (source.title, source.publisher, source.cadence, source.licence.name)

    assert all(said)
    assert source.page.startswith("https://")
    assert source.licence.url.startswith("https://")
    assert source.version >= 1
    assert {kind for floors in source.floors.values() for kind in floors} <= set(source.kinds)
