"""The snapshot's lines about one company become its registers."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from crawlers.companies_house import oddities
from crawlers.companies_house.lines import joined
from crawlers.reading import SourceChangedError
from crawlers.source import Follow
from crawlers.sources import sources
from crawlers.sources.companies_house_control_lines import SOURCE
from db.records import (
    Control,
    ControlStatement,
    Document,
    Oddity,
    Record,
    Register,
    RegisterExtract,
)

LINK = "/company/09000001/persons-with-significant-control"


def document(*lines: str, number: str = "09000001") -> Document:
    return Document(
        url=f"file:snapshot.zip#company_number={number}",
        fetched_at=datetime(2026, 11, 3, tzinfo=UTC),
        body=joined(number, lines),
    )


def line(number: str = "09000001", **said: Any) -> str:
    return json.dumps({"company_number": number, "data": said})


PERSON = line(
    etag="e1",
    kind="individual-person-with-significant-control",
    name="Ann Example",
    notified_on="2020-01-02",
    natures_of_control=["ownership-of-shares-75-to-100-percent"],
    links={"self": f"{LINK}/individual/p1"},
)
STATEMENT = line(
    etag="e2",
    kind="persons-with-significant-control-statement",
    statement="psc-exists-but-not-identified",
    notified_on="2021-01-02",
    ceased_on="2022-01-02",
    links={"self": f"{LINK}-statements/s1"},
)
EXEMPT = line(
    etag="e3",
    kind="exemptions",
    links={"self": "/company/09000001/exemptions"},
    exemptions={
        "disclosure_transparency_rules_chapter_five_applies": {
            "exemption_type": "disclosure-transparency-rules-chapter-five-applies",
            "items": [
                {"exempt_from": "2016-05-01", "exempt_to": "2017-05-01"},
                {"exempt_from": "2018-05-01"},
            ],
        }
    },
)


def found(*lines: str) -> list[Record | Follow]:
    return list(SOURCE.parse(document(*lines)))


def entries(*lines: str) -> dict[str, int]:
    """How much each register holds."""
    return {r.register_name: r.entries for r in found(*lines) if isinstance(r, RegisterExtract)}


def test_a_document_without_lines_says_that_three_registers_are_empty() -> None:
    assert found() == [
        RegisterExtract(
            cite=document().cite("/lines"),
            public_on=date(2026, 11, 3),
            company_number="09000001",
            register_name=register,
            read_on=date(2026, 11, 3),
            entries=0,
            stated_entries=None,
            stated_active=None,
            stated_ended=None,
        )
        for register in (Register.CONTROLS, Register.CONTROL_STATEMENTS, Register.EXEMPTIONS)
    ]


def test_each_line_counts_in_its_register() -> None:
    assert entries(PERSON, STATEMENT, EXEMPT, PERSON.replace("p1", "p2")) == {
        Register.CONTROLS: 2,
        Register.CONTROL_STATEMENTS: 1,
        Register.EXEMPTIONS: 1,
    }


def test_a_holder_is_read_and_cited_by_its_place_in_the_document() -> None:
    *_, control = found(STATEMENT, PERSON)

    assert isinstance(control, Control)
    assert control.cite == document(STATEMENT, PERSON).cite("/lines/1/data")
    assert (control.psc_id, control.holder_name) == ("p1", "Ann Example")
    assert (control.shares_min, control.valid_from) == (0.75, date(2020, 1, 2))


def test_a_statement_is_read_with_its_days() -> None:
    *_, said = found(STATEMENT)

    assert isinstance(said, ControlStatement)
    assert (said.statement, said.statement_id) == ("psc-exists-but-not-identified", "s1")
    assert (said.valid_from, said.valid_to) == (date(2021, 1, 2), date(2022, 1, 2))


def test_each_period_of_an_exemption_is_a_statement() -> None:
    periods = [said for said in found(EXEMPT) if isinstance(said, ControlStatement)]

    assert [(said.valid_from, said.valid_to) for said in periods] == [
        (date(2016, 5, 1), date(2017, 5, 1)),
        (date(2018, 5, 1), None),
    ]
    assert {said.statement for said in periods} == {
        "disclosure-transparency-rules-chapter-five-applies"
    }


def test_a_line_of_an_unknown_kind_is_an_oddity() -> None:
    *_, oddity = found(line(kind="new-kind"))

    assert isinstance(oddity, Oddity)
    assert (oddity.problem, oddity.text) == (oddities.UNKNOWN_KIND, "new-kind")


def test_a_line_whose_number_is_written_short_is_about_the_company() -> None:
    assert entries(PERSON.replace('"09000001"', '"9000001"', 1))[Register.CONTROLS] == 1


def test_a_line_about_another_company_stops() -> None:
    with pytest.raises(SourceChangedError, match="it is about 09000002, in a document about 0900"):
        found(PERSON.replace('"09000001"', '"09000002"', 1))


def test_a_line_about_no_company_stops() -> None:
    with pytest.raises(SourceChangedError, match="'XX' is not a company number, such as 01234567"):
        found(PERSON.replace('"09000001"', '"XX"', 1))


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        ((PERSON, PERSON), 0),
        ((STATEMENT, PERSON, PERSON.replace("e1", "e9").replace("75-to-100", "50-to-75")), 1),
        ((STATEMENT, PERSON, STATEMENT), 0),
        ((PERSON, EXEMPT, EXEMPT), 1),
    ],
    ids=["verbatim", "with another text", "a statement", "an exemption"],
)
def test_an_entry_that_stands_in_two_lines_stops(lines: tuple[str, ...], first: int) -> None:
    with pytest.raises(SourceChangedError) as caught:
        found(*lines)

    assert caught.value.problem == (
        f"it is the entry of /lines/{first} again, so that it would count twice; take in the"
        " snapshot again"
    )
    assert f"#/lines/{len(lines) - 1}/data" in str(caught.value)


def test_one_holder_in_two_capacities_is_no_repeat() -> None:
    both = PERSON.replace(
        '-percent"]', '-percent", "ownership-of-shares-75-to-100-percent-as-trust"]'
    )

    assert len([one for one in found(both) if isinstance(one, Control)]) == 2


def test_a_new_member_of_a_line_stops() -> None:
    with pytest.raises(SourceChangedError, match="new_member"):
        found(PERSON[:-1] + ', "new_member": 1}')


def test_a_new_member_of_an_entry_stops() -> None:
    with pytest.raises(SourceChangedError, match="new_member"):
        found(PERSON[:-2] + ', "new_member": 1}}')


@pytest.mark.parametrize("lines", [(), (PERSON,), (PERSON, STATEMENT, EXEMPT)])
def test_the_document_is_known_to_this_source_alone_and_is_about_its_company(
    lines: tuple[str, ...],
) -> None:
    known = [source.key for source in sources() if source.recognises(document(*lines))]
    records = [record for record in found(*lines) if isinstance(record, Record)]

    assert known == ["companies_house_control_lines"]
    assert SOURCE.subject(records) == "09000001"


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("ceased_on", {"Control": 1}),
        ("corporate", {"Control": 1}),
        ("exemptions", {"ControlStatement": 1}),
        ("individual", {"Control": 1}),
        ("legal", {"Control": 1}),
        ("no_country", {"Control": 1}),
        ("no_match", {"Control": 1}),
        ("not_found", {"Control": 1}),
        ("statement", {"ControlStatement": 1}),
        ("statement_ceased_on", {"ControlStatement": 1}),
        ("super_secure", {"Control": 1}),
    ],
)
def test_a_line_of_each_published_kind_gives_its_record(
    published_files: Path, name: str, kinds: dict[str, int]
) -> None:
    folder = published_files / "companies_house/bulk/psc"
    lines = document((folder / f"register_sources_psc_{name}.json").read_text(), number="01234567")
    read = [type(record).__name__ for record in SOURCE.parse(lines)]

    assert {kind: read.count(kind) for kind in read} == {"RegisterExtract": 3} | kinds
