"""The facts of filed accounts lie beside the archive: one part a document, whoever takes it in."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawlers import sources as catalogue
from crawlers.accounts.tags.reading import read_tags
from crawlers.batch import Job, Pipeline
from crawlers.crawling import runs
from crawlers.source import Source
from crawlers.sources.filed_accounts import SOURCE
from db.facts_part import FactRow, read_facts
from db.records import Document
from db.tables import World
from oversight import taking_in
from oversight.doctor import examine
from oversight.installation import Installation
from oversight.recognising import RECOGNISED, recognise_held, waiting
from oversight.taking_in import reread, take_in
from tests.crawlers.accounts.group_accounts import group_accounts
from tests.crawlers.accounts.packed import packed
from tests.crawlers.accounts.pictures import LOCKED, PICTURE
from tests.crawlers.accounts.recognisers import Reader

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
TAGGED = group_accounts()
HERE = "https://document-api.company-information.service.gov.uk/document/Doc-1_x/content"
Give = Callable[[str, bytes], Path]


@pytest.fixture
def give(tmp_path: Path) -> Give:
    """Write a file to hand over."""

    def written(name: str, body: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(body)
        return path

    return written


def parts(place: Installation) -> Sequence[Path]:
    return sorted((place.archive.folder / "parts").rglob("*.parquet"))


def fetched(body: bytes) -> Document:
    return Document(url=HERE, fetched_at=NOON, body=body)


def facts(place: Installation) -> list[FactRow]:
    """The facts of the one part that there is."""
    (part,) = parts(place)
    return list(read_facts(part))


def about_facts(place: Installation) -> tuple[str, str]:
    """What the doctor finds of them, and what to do."""
    return next((one.found, one.do) for one in examine(place) if one.what == "facts of accounts")


def test_a_tagged_document_has_all_its_facts_in_one_part(place: Installation, give: Give) -> None:
    take_in(place, [give("Prod223_1234_09000001_20240331.html", TAGGED)])
    document = fetched(TAGGED)
    expected = [(one.name, one.fragment) for one in read_tags(TAGGED).facts]

    assert parts(place) == [place.archive.part(document.sha256, SOURCE.version)]
    assert [(one.name, one.fragment) for one in facts(place)] == expected
    assert {one.document for one in facts(place)} == {document.sha256}
    assert place.archive.half_written() == []


def test_a_package_has_the_facts_of_every_set_in_one_part(place: Installation, give: Give) -> None:
    body = packed(
        {
            "subsidiary-accounts/own.xhtml": group_accounts("09000001"),
            "parent-accounts/theirs.xhtml": group_accounts("09000002", "Larkmoor Care Limited"),
        }
    )
    take_in(place, [give("Prod223_1234_09000001_20240331.zip", body)])
    each = {(one.company_number, one.fragment.partition("&")[0]) for one in facts(place)}

    assert each == {("09000001", "member=1"), ("09000002", "member=2")}


@pytest.mark.parametrize("body", [PICTURE, LOCKED, b""])
def test_a_document_without_facts_has_no_part(place: Installation, give: Give, body: bytes) -> None:
    take_in(place, [give("Prod223_1234_09000004_20240331.pdf", body)])

    assert parts(place) == []


def test_a_document_that_is_taken_in_twice_has_one_part_with_the_same_bytes(
    place: Installation, give: Give
) -> None:
    path = give("Prod223_1234_09000001_20240331.html", TAGGED)
    take_in(place, [path])
    (first,) = (part.read_bytes() for part in parts(place))
    take_in(place, [path])

    assert [part.read_bytes() for part in parts(place)] == [first]


def test_what_a_crawl_fetches_has_its_part_before_it_is_committed(place: Installation) -> None:
    document = fetched(TAGGED)
    with runs(place, (SOURCE,), NOON) as open_runs:
        pipeline = Pipeline(
            engine=place.engine, archive=place.archive, runs=open_runs, world=World.REAL
        )
        (outcome,) = pipeline.take_in([Job(source=SOURCE.key, document=document)])

    assert outcome.refused is None
    assert len(facts(place)) == len(read_tags(TAGGED).facts)


def test_what_a_crawl_refuses_has_no_part(place: Installation) -> None:
    with runs(place, (SOURCE,), NOON) as open_runs:
        pipeline = Pipeline(
            engine=place.engine, archive=place.archive, runs=open_runs, world=World.REAL
        )
        (outcome,) = pipeline.take_in([Job(source=SOURCE.key, document=fetched(TAGGED[:-300]))])

    assert outcome.refused is not None
    assert parts(place) == []


def test_a_better_reader_s_part_replaces_the_one_before(
    place: Installation, give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(place, [give("Prod223_1234_09000001_20240331.html", TAGGED)])
    better = replace(SOURCE, version=SOURCE.version + 1)

    def sources() -> tuple[Source, ...]:
        return tuple(better if one.key == SOURCE.key else one for one in catalogue.sources())

    monkeypatch.setattr(taking_in, "sources", sources)
    reread(place, SOURCE.key)

    assert parts(place) == [place.archive.part(fetched(TAGGED).sha256, better.version)]


def test_a_part_that_is_gone_is_told_and_made_again(place: Installation, give: Give) -> None:
    take_in(place, [give("Prod223_1234_09000001_20240331.html", TAGGED)])
    before = facts(place)
    told_before = about_facts(place)
    parts(place)[0].unlink()
    told = about_facts(place)
    reread(place, SOURCE.key)

    assert told_before == ("every tagged filing has its own", "")
    assert told == (
        f"filings without them: 1, the first {fetched(TAGGED).sha256[:12]}",
        "oversight reread filed_accounts",
    )
    assert facts(place) == before


def test_a_package_with_a_picture_keeps_its_facts_when_that_is_recognised(
    place: Installation, give: Give
) -> None:
    body = packed({"own-accounts/a.pdf": PICTURE, "parent-accounts/b.xhtml": TAGGED})
    take_in(place, [give("Prod223_1234_09000001_20240331.zip", body)])
    before = facts(place)
    pictures = waiting(place, [])
    list(recognise_held(place, pictures, Reader("Balance sheet"), lambda _: None))
    expected = place.archive.part(fetched(body).sha256, RECOGNISED + SOURCE.version)

    assert len(before) == len(read_tags(TAGGED).facts)
    assert parts(place) == [expected]
    assert facts(place) == before
