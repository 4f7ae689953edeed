"""Saved extracts still read as they did when somebody last looked."""

import json
import shutil
from pathlib import Path

import pytest

from crawlers.sources import sources
from tests import accept

CASES = accept.cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_saved_extract_still_reads_the_same(case: Path) -> None:
    assert accept.expectation(case) == accept.reading(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_saved_extract_is_known_for_what_it_is_by_one_source_alone(case: Path) -> None:
    document = accept.document(case)

    assert [source.key for source in sources() if source.recognises(document)] == [case.parent.name]


def test_every_source_has_a_saved_extract() -> None:
    assert {case.parent.name for case in CASES} == {source.key for source in sources()}


@pytest.fixture
def fixtures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(accept.FIXTURES, tmp_path / "fixtures")
    monkeypatch.setattr(accept, "FIXTURES", tmp_path / "fixtures")
    return tmp_path / "fixtures"


def test_accepting_changes_nothing_that_reads_as_it_did(
    fixtures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {file: file.read_bytes() for file in fixtures.rglob("*.json")}
    code = accept.main()

    assert code == 0
    assert before == {file: file.read_bytes() for file in fixtures.rglob("*.json")}
    assert "accepted" not in capsys.readouterr().out


def test_accepting_keeps_todays_reading_and_names_the_case(
    fixtures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed, new = sorted(fixtures.rglob("expected.json"))[:2]
    text = changed.read_bytes()
    changed.write_text(json.dumps([{"kind": "Setting", "urn": "SC900001"}]))
    new.unlink()

    accept.main()

    assert text == changed.read_bytes()
    assert new.exists()
    assert capsys.readouterr().out.count("accepted ") == 2
