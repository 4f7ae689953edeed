"""Real documents, each looked at by eye: what they say is read, and no more."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from crawlers.accounts.markup import opened
from crawlers.accounts.said import Said
from crawlers.accounts.tags.reading import read_tags
from crawlers.accounts.visible import lines
from crawlers.accounts.wording.claims import claims
from crawlers.accounts.wording.reading import said
from crawlers.accounts.wording.text import Text
from db.records.accounts_words import Matter

pytestmark = pytest.mark.real_data
PARENTS = {
    Matter.IMMEDIATE_PARENT,
    Matter.ULTIMATE_PARENT,
    Matter.CONTROLLING_PARTY,
    Matter.CONSOLIDATING_PARENT,
}


@pytest.fixture(scope="module")
def folder(published_files: Path) -> Path:
    """Where the published accounts are."""
    return published_files / "companies_house" / "accounts"


def body_of(folder: Path, number: str) -> bytes:
    """The bytes of one company's accounts."""
    return next(folder.glob(f"Prod22*_{number}_*")).read_bytes()


def said_by(body: bytes) -> tuple[Said, ...]:
    """What the document says that matters."""
    page = () if body.lstrip()[:200].find(b"html") < 0 else lines(opened(body))
    return said(page, read_tags(body))


@pytest.fixture(scope="module")
def every(folder: Path) -> dict[str, tuple[Said, ...]]:
    """What each document says, by the name of its file; those of one zip too."""
    bodies = {path.name: path.read_bytes() for path in sorted(folder.glob("Prod223*.html"))}
    with ZipFile(folder / "Accounts_Bulk_Data-2023-03-02.zip") as archive:
        bodies |= {name: archive.read(name) for name in archive.namelist()}
    return {name: said_by(body) for name, body in bodies.items()}


def test_only_one_has_a_material_uncertainty(every: dict[str, tuple[Said, ...]]) -> None:
    found = {
        name
        for name, items in every.items()
        if any(item.matter is Matter.GOING_CONCERN for item in items)
    }

    assert found == {"Prod223_2911_09835877_20191231.html"}


def test_only_one_has_a_modified_opinion(every: dict[str, tuple[Said, ...]]) -> None:
    modified = {Matter.QUALIFIED_OPINION, Matter.ADVERSE_OPINION, Matter.DISCLAIMED_OPINION}
    found = {
        name: item.matter
        for name, items in every.items()
        for item in items
        if item.matter in modified
    }

    assert found == {"Prod223_2911_04184222_20200229.html": Matter.QUALIFIED_OPINION}


def test_an_audited_document_has_an_opinion_and_a_firm(every: dict[str, tuple[Said, ...]]) -> None:
    firms = {
        name.split("_")[2]: item.name
        for name, items in every.items()
        for item in items
        if item.matter is Matter.AUDITOR
    }
    unaudited = {
        name.split("_")[2]
        for name, items in every.items()
        if any(item.matter is Matter.UNAUDITED for item in items)
    }

    assert firms == {
        "00541560": "Luckmans Duckett Parker Limited",
        "03694027": "Langdowns DFK Limited",
        "04184222": "Wright Vigar Limited",
        "04415655": "Watson Associates (Audit Services) Ltd",
        "05380971": "Crowe U.K. LLP",
        "07219455": "Hazlewoods LLP",
        "09835877": "KPMG LLP",
        "11010959": "Hazlewoods LLP",
    }
    assert len(every) == len(firms) + len(unaudited)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (
            "00541560",
            {
                (Matter.ULTIMATE_PARENT, "Nudation Limited", None),
                (Matter.CONTROLLING_PARTY, None, None),
            },
        ),
        ("03694027", {(Matter.CONTROLLING_PARTY, None, None)}),
        ("04184222", {(Matter.CONTROLLING_PARTY, None, None)}),
        ("04415655", set[tuple[Matter, str | None, str | None]]()),
        (
            "05380971",
            {
                (Matter.IMMEDIATE_PARENT, "Mazars LLP", None),
                (Matter.ULTIMATE_PARENT, "Mazars LLP", None),
                (Matter.CONTROLLING_PARTY, "Mazars LLP", "England and Wales"),
                (Matter.CONSOLIDATING_PARENT, "Mazars LLP", None),
                (Matter.CONSOLIDATING_PARENT, "Mazars Scrl", None),
            },
        ),
        (
            "07219455",
            {
                (Matter.IMMEDIATE_PARENT, "Teamsport Investments Limited", "England and Wales"),
                (Matter.ULTIMATE_PARENT, "Luigi Topco Limited", "England and Wales"),
                (Matter.CONTROLLING_PARTY, "Luigi Topco Limited", "England and Wales"),
            },
        ),
        ("09835877", {(Matter.CONTROLLING_PARTY, "Warburg Pincus, LLC", None)}),
        ("09847839", {(Matter.CONTROLLING_PARTY, None, None)}),
        ("11010959", {(Matter.CONTROLLING_PARTY, None, None)}),
        (
            "00003006",
            {(Matter.ULTIMATE_PARENT, "Putt Property Holdings Limited", "England and Wales")},
        ),
    ],
)
def test_parents_are_named_as_the_document_names_them(
    folder: Path, number: str, expected: set[tuple[Matter, str | None, str | None]]
) -> None:
    found = said_by(body_of(folder, number))

    assert {
        (item.matter, item.name, item.jurisdiction) for item in found if item.matter in PARENTS
    } == expected


@pytest.mark.parametrize(
    ("number", "sections"),
    [
        ("00390616", {"477", "444"}),
        ("03694027", {"408"}),
        ("05380971", {"400"}),
        ("07219455", {"408"}),
        ("11010959", set[str]()),
    ],
)
def test_reliefs_are_those_that_the_document_takes(
    folder: Path, number: str, sections: set[str]
) -> None:
    body = body_of(folder, number)

    found = claims(Text.of(lines(opened(body))), read_tags(body))

    assert {claim.section for claim in found} == sections
