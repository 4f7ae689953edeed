"""Pages of The Gazette's feed become notices, without the people they name."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from crawlers.reading import SourceChangedError
from crawlers.showing import cited_place
from crawlers.source import Follow
from crawlers.sources.gazette_insolvency import SOURCE
from db.records import (
    Document,
    GazetteNotice,
    NoticeKind,
    NoticeProcedure,
    Record,
    RegisterExtract,
)

HERE = "https://gazette.example/all-notices/notice/data.json?text=9000001&results-page-size=100"


def notice(key: str = "4000001", **said: Any) -> dict[str, Any]:
    return {
        "id": f"https://gazette.example/id/notice/{key}",
        "f:status": "published",
        "f:notice-code": "2450",
        "title": "LARKMOOR CARE LTD",
        "link": [{"@href": f"https://gazette.example/notice/{key}"}],
        "author": {"name": "tso"},
        "updated": "2026-02-03T07:43:53Z",
        "published": "2026-02-03T07:43:53",
        "category": {"@term": "Petitions to Wind Up (Companies)"},
        "content": "<div><p>LARKMOOR CARE LTD (Company Number 09000001) A petition.</p></div>",
        **said,
    }


def page(*notices: dict[str, Any], **said: Any) -> Document:
    body = {
        "id": HERE,
        "link": [{"@href": HERE, "@rel": "self", "@type": "application/json"}],
        "title": "Search Result",
        "updated": "2026-09-01T06:00:00.000Z",
        "openSearch:Query": {"@role": "request"},
        "f:page-number": "1",
        "f:page-size": "100",
        "f:page-start": "1" if notices else "0",
        "f:page-stop": str(len(notices)),
        "f:total": str(len(notices)),
        "f:facets": None,
        **({"entry": list(notices)} if notices else {}),
        **said,
    }
    return Document(
        url="https://gazette.example/feed",
        fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        body=json.dumps(body).encode(),
    )


def read(document: Document) -> list[Record | Follow]:
    return list(SOURCE.parse(document))


def only_notice(**said: Any) -> GazetteNotice:
    _, found = read(page(notice(**said)))
    assert isinstance(found, GazetteNotice)
    return found


def test_a_notice_is_read_with_its_number_its_kind_and_its_day() -> None:
    document = page(notice())

    assert read(document)[1] == GazetteNotice(
        cite=document.cite("/entry/0"),
        public_on=date(2026, 2, 3),
        company_number="09000001",
        notice_id="4000001",
        code=2450,
        notice_type="Petitions to Wind Up (Companies)",
        kind=NoticeKind.PETITION,
        procedure=NoticeProcedure.BY_THE_COURT,
        published_on=date(2026, 2, 3),
        status="published",
        states_number=True,
    )


def test_a_company_without_notices_is_told_from_one_never_asked_about() -> None:
    (found,) = read(page())

    assert isinstance(found, RegisterExtract)
    assert (found.company_number, found.entries, found.stated_entries) == ("09000001", 0, 0)
    assert SOURCE.subject([found]) == "09000001"


def test_one_notice_alone_may_stand_without_a_list() -> None:
    document = page(notice(), entry=notice())

    assert [type(one) for one in read(document)] == [RegisterExtract, GazetteNotice]
    assert read(document)[1].cite == document.cite("/entry")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("code", "words", "kind", "procedure"),
    [
        ("2441", "Resolution for Winding-up", "resolution to wind up", "CREDITORS_VOLUNTARY"),
        ("2431", "Resolution for  Winding-Up", "resolution to wind up", "MEMBERS_VOLUNTARY"),
        ("2410", "Appointment of Administrators", "administrators appointed", "ADMINISTRATION"),
        ("2423", "Appointment of Receivers", "receivers appointed", "RECEIVERSHIP"),
    ],
)
def test_the_kind_is_told_by_the_words_and_the_procedure_by_the_code(
    code: str, words: str, kind: str, procedure: str
) -> None:
    found = only_notice(**{"f:notice-code": code, "category": {"@term": words}})

    assert (found.kind, found.procedure) == (kind, NoticeProcedure[procedure])


def test_a_notice_that_a_company_will_be_struck_off_is_one_of_striking_off() -> None:
    said: dict[str, Any] = {
        "f:notice-code": "2608",
        "category": {"@term": "Companies to be struck off"},
    }
    found = only_notice(**said)

    assert (found.kind, found.procedure) == (NoticeKind.STRIKE_OFF, None)


def test_a_type_that_nobody_knows_is_kept_in_the_publishers_words() -> None:
    found = only_notice(**{"f:notice-code": "2499", "category": {"@term": "Something New"}})

    assert (found.notice_type, found.kind, found.procedure) == ("Something New", None, None)


def test_a_notice_whose_beginning_does_not_state_the_number_says_so() -> None:
    assert not only_notice(content="<p>Several companies, 109000001 among them</p>").states_number
    assert only_notice(content="<p>company no. 9000001</p>").states_number


def test_of_a_notice_about_a_person_nothing_is_read() -> None:
    said: dict[str, Any] = {"f:notice-code": "2503", "category": {"@term": "Bankruptcy Orders"}}
    document = page(notice(**said))

    assert [type(one) for one in read(document)] == [RegisterExtract]


def test_a_later_page_about_persons_alone_stops_the_reading() -> None:
    of_a_person = page(
        notice(**{"f:notice-code": "2503"}),
        **{"f:total": "101", "f:page-start": "101", "f:page-stop": "101"},
    )

    with pytest.raises(SourceChangedError, match="101 to 101 of 101, is about a company"):
        read(of_a_person)


def test_no_title_and_no_text_is_ever_shown() -> None:
    shown = dict(cited_place(page(notice()), "/entry/0", SOURCE.parse, SOURCE.masked).cells)

    assert shown["0/content"] == "(masked)"
    assert "0/title" not in shown


def test_a_full_page_leads_to_the_next_and_is_a_subject_of_its_own() -> None:
    onward = {"@href": f"{HERE}&results-page=2", "@rel": "next", "@type": "application/json"}
    itself = {"@href": HERE, "@rel": "self", "@type": "application/json"}
    first = read(page(notice(), **{"f:total": "2", "link": [onward, itself]}))
    second = [
        one
        for one in read(
            page(
                notice("4000002"),
                **{"f:total": "2", "f:page-start": "2", "f:page-stop": "2"},
            )
        )
        if isinstance(one, Record)
    ]

    assert first[-1] == Follow(url=f"{HERE}&results-page=2")
    assert [type(one) for one in second] == [GazetteNotice]
    assert SOURCE.subject(second) == "09000001 from notice 4000002"


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"f:page-stop": "2"}, "it holds 1 notices where it counts 1 to 2 of 1"),
        ({"f:total": "0"}, "it holds 1 notices where it counts 1 to 1 of 0"),
        ({"f:total": "2"}, "no link leads to the next page"),
        ({"f:total": "many"}, "'many' is not a whole number"),
        ({"f:novel": "1"}, r"new members \['f:novel'\]"),
        ({"id": "https://gazette.example/", "link": []}, "nothing says which company"),
        ({"id": "https://gazette.example/?text=care+ltd", "link": []}, "nothing says which"),
    ],
)
def test_a_page_that_is_cut_or_changed_stops_the_reading(
    said: dict[str, Any], problem: str
) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        read(page(notice(), **said))


def test_a_notice_with_a_new_member_stops_the_reading() -> None:
    with pytest.raises(SourceChangedError, match=r"new members \['f:novel'\]"):
        read(page(notice(**{"f:novel": "1"})))


def test_the_feed_is_known_and_other_json_is_not() -> None:
    assert SOURCE.recognises(page())
    assert not SOURCE.recognises(
        Document(url="file:x", fetched_at=datetime(2026, 9, 1, tzinfo=UTC), body=b'{"items": []}')
    )


def test_an_invented_companys_notices_are_a_rehearsals() -> None:
    invented = HERE.replace("9000001", "99000001")

    assert not SOURCE.is_rehearsal(page())
    assert SOURCE.is_rehearsal(page(id=invented, link=[{"@href": invented, "@rel": "self"}]))
