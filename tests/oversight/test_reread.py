"""A better reader reads the archive again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawlers import sources as catalogue
from crawlers.reading import SourceChangedError
from crawlers.source import Follow, Parser, Source
from crawlers.sources.ofsted_annual import SOURCE
from db import ledger
from db.loading import data_version
from db.records import Document, Record, Setting
from oversight import doctor, taking_in
from oversight.installation import Installation
from oversight.taking_in import reread, take_in
from tests.oversight.asking import Ask
from tests.oversight.workbooks import held, records, visible

KNOWN_AT = datetime(2026, 9, 1, 23, tzinfo=UTC)
AS_OF = date(2025, 3, 31)
Raise = Callable[[int, Parser], None]


def shouting(document: Document) -> Iterator[Record | Follow]:
    """A reader that writes every council in capitals."""
    for found in SOURCE.parse(document):
        if isinstance(found, Setting):
            loud = found.local_authority.upper()
            yield found.model_copy(update={"local_authority": loud})
        else:
            yield found


def failing(document: Document) -> Iterator[Record | Follow]:
    """A reader that understands the first row and no other."""
    yield next(iter(SOURCE.parse(document)))
    raise SourceChangedError(document, "row=6", "cannot read on")


@pytest.fixture
def raised(monkeypatch: pytest.MonkeyPatch) -> Raise:
    """Another reader of the yearly workbook under a higher version, in the same catalogue."""

    def now(version: int, parse: Parser) -> None:
        better = replace(SOURCE, version=version, parse=parse)

        def sources() -> tuple[Source, ...]:
            return tuple(better if s.key == SOURCE.key else s for s in catalogue.sources())

        monkeypatch.setattr(taking_in, "sources", sources)
        monkeypatch.setattr(doctor, "sources", sources)

    return now


def councils(place: Installation) -> set[str]:
    settings = visible(place.engine, AS_OF, KNOWN_AT)["Setting"]
    return {one.local_authority for one in settings if isinstance(one, Setting)}


def test_where_todays_reader_has_read_everything_there_is_nothing_to_do(
    holding_2025: Installation,
) -> None:
    before = records(holding_2025.engine)
    taken = reread(holding_2025, "ofsted_annual")

    assert (taken.source, taken.adopted, taken.saved) == ("ofsted_annual", (), ())
    assert records(holding_2025.engine) == before


def test_what_the_better_reader_reads_is_shown_and_the_older_reading_stays(
    holding_2025: Installation, raised: Raise
) -> None:
    version, before = data_version(holding_2025.engine), records(holding_2025.engine)
    raised(SOURCE.version + 1, shouting)
    taken = reread(holding_2025, "ofsted_annual")

    assert [(one.subject, one.records, one.new) for one in taken.saved] == [
        ("register at 2025-03-31", 1_053, True)
    ]
    assert {name for name in councils(holding_2025) if name != name.upper()} == set()
    assert records(holding_2025.engine)["Setting"] == 2 * before["Setting"]
    assert len(visible(holding_2025.engine, AS_OF, KNOWN_AT)["Setting"]) == before["Setting"]
    assert data_version(holding_2025.engine) != version


def test_reading_again_fetches_nothing_and_says_what_moved(
    holding_2025: Installation, raised: Raise
) -> None:
    fetched = held(holding_2025.engine)["fetch"]
    raised(SOURCE.version + 1, shouting)
    taken = reread(holding_2025, "ofsted_annual")
    settings = [line for line in taken.drift if (line.kind, line.field) == ("Setting", "")]

    assert held(holding_2025.engine)["fetch"] == fetched
    assert [(line.now, line.before) for line in settings] == [(264, 264)]


def test_a_second_time_there_is_nothing_left_to_read(
    holding_2025: Installation, raised: Raise
) -> None:
    raised(SOURCE.version + 1, shouting)
    reread(holding_2025, "ofsted_annual")

    assert reread(holding_2025, "ofsted_annual").saved == ()


def test_a_reader_that_cannot_read_on_changes_nothing_that_is_visible(
    holding_2025: Installation, raised: Raise
) -> None:
    before = held(holding_2025.engine)
    raised(SOURCE.version + 1, failing)

    with pytest.raises(SourceChangedError, match="cannot read on"):
        reread(holding_2025, "ofsted_annual")

    assert held(holding_2025.engine) == before


def test_a_document_that_was_read_before_is_read_by_the_better_reader_when_it_comes_again(
    holding_2025: Installation, issue_2025: Path, raised: Raise
) -> None:
    raised(SOURCE.version + 1, shouting)
    (taken,) = take_in(holding_2025, [issue_2025])

    assert [one.new for one in taken.saved] == [True]
    assert {name for name in councils(holding_2025) if name != name.upper()} == set()


def test_the_doctor_says_what_an_older_reader_has_read(
    holding_2025: Installation, raised: Raise
) -> None:
    raised(SOURCE.version + 1, shouting)
    (readers,) = (check for check in doctor.examine(holding_2025) if check.what == "readers")

    assert (readers.well, readers.found, readers.do) == (
        False,
        "read by an older reader: ['ofsted_annual']",
        "oversight reread ofsted_annual",
    )


def test_the_command_line_reads_again_and_says_what_it_read(
    data_2025: Path, ask: Ask, raised: Raise
) -> None:
    raised(SOURCE.version + 1, shouting)
    answer = ask("reread", "ofsted_annual", "--data", data_2025)

    assert (answer.code, answer.err) == (0, "")
    assert answer.below.startswith("ofsted_annual: register at 2025-03-31: 1,053 records, taken")


def test_a_body_that_is_gone_is_named_and_changes_nothing(
    data_2025: Path, ask: Ask, holding_2025: Installation, raised: Raise
) -> None:
    before = held(holding_2025.engine)
    fetch = ledger.published(holding_2025.engine)[-1]
    (data_2025 / "archive" / "bodies" / fetch.sha256[:2] / fetch.sha256).unlink()
    raised(SOURCE.version + 1, shouting)
    answer = ask("reread", "ofsted_annual", "--data", data_2025)

    assert (answer.code, answer.out) == (1, "")
    assert f"holds no document {fetch.sha256[:12]}" in answer.err
    assert held(holding_2025.engine) == before
