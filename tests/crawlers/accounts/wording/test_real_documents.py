"""Real documents, each looked at by eye: what they say is read, and no more."""

from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

from crawlers.accounts.fact import Tagged
from crawlers.accounts.markup import opened
from crawlers.accounts.said import Said
from crawlers.accounts.tags.reading import read_tree
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


@dataclass(frozen=True)
class Document:
    """One real document, read once."""

    text: Text
    tagged: Tagged
    said: tuple[Said, ...]


def document(body: bytes) -> Document:
    """The document in these bytes."""
    root = opened(body)
    tagged = read_tree(root, body)
    text = Text.of(lines(root), tagged)
    return Document(text, tagged, said(text, tagged))


@pytest.fixture(scope="module")
def every(published_files: Path) -> dict[str, Document]:
    """Each document by its company's number; those of one zip too."""
    folder = published_files / "companies_house" / "accounts"
    bodies = {path.name: path.read_bytes() for path in sorted(folder.glob("Prod22*_*_*"))}
    with ZipFile(folder / "Accounts_Bulk_Data-2023-03-02.zip") as archive:
        bodies |= {name: archive.read(name) for name in archive.namelist()}
    return {name.split("_")[2]: document(body) for name, body in bodies.items()}


def test_only_one_has_a_material_uncertainty(every: dict[str, Document]) -> None:
    found = {
        number
        for number, read in every.items()
        if any(item.matter is Matter.GOING_CONCERN for item in read.said)
    }

    assert found == {"09835877"}


def test_only_one_has_a_modified_opinion(every: dict[str, Document]) -> None:
    modified = {Matter.QUALIFIED_OPINION, Matter.ADVERSE_OPINION, Matter.DISCLAIMED_OPINION}
    found = {
        number: item.matter
        for number, read in every.items()
        for item in read.said
        if item.matter in modified
    }

    assert found == {"04184222": Matter.QUALIFIED_OPINION}


def test_an_audited_document_has_an_opinion_and_a_firm(every: dict[str, Document]) -> None:
    firms = {
        number: item.name
        for number, read in every.items()
        for item in read.said
        if item.matter is Matter.AUDITOR
    }
    unaudited = {
        number
        for number, read in every.items()
        if any(item.matter is Matter.UNAUDITED for item in read.said)
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
    assert set(every) - set(firms) - unaudited == {"00003006"}


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
    every: dict[str, Document], number: str, expected: set[tuple[Matter, str | None, str | None]]
) -> None:
    found = {
        (item.matter, item.name, item.jurisdiction)
        for item in every[number].said
        if item.matter in PARENTS
    }

    assert found == expected


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
    every: dict[str, Document], number: str, sections: set[str]
) -> None:
    read = every[number]

    found = claims(read.text, read.tagged)

    assert {claim.section for claim in found} == sections
