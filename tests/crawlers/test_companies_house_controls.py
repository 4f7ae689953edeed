"""A control register becomes one Control for each entry and capacity."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from crawlers.companies_house import oddities
from crawlers.reading import SourceChangedError
from crawlers.sources.companies_house_control_statements import SOURCE as STATEMENTS
from crawlers.sources.companies_house_controls import SOURCE
from db.records import Capacity, Control, Document, Oddity, Register, RegisterExtract

READ_ON = date(2026, 9, 1)
SELF = "/company/09000001/persons-with-significant-control"


def document(body: object, url: str = "file:controls.json") -> Document:
    return Document(
        url=url,
        fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        body=json.dumps(body).encode(),
    )


def entry(number: int, *natures: str, **more: Any) -> dict[str, Any]:
    return {
        "etag": f"etag-{number}",
        "kind": "individual-person-with-significant-control",
        "name": f"Person {number}",
        "notified_on": "2020-01-02",
        "natures_of_control": natures,
        "links": {"self": f"{SELF}/individual/id-{number}"},
        **more,
    }


def register(*entries: dict[str, Any], **more: Any) -> Document:
    ended = sum("ceased_on" in found for found in entries)
    return document(
        {
            "items": entries,
            "items_per_page": 25,
            "start_index": 0,
            "total_results": len(entries),
            "active_count": len(entries) - ended,
            "ceased_count": ended,
            "links": {"self": SELF},
            **more,
        }
    )


def problems(found: Document) -> list[str]:
    return [r.problem for r in SOURCE.parse(found) if isinstance(r, Oddity)]


def controls(found: Document) -> list[Control]:
    return [record for record in SOURCE.parse(found) if isinstance(record, Control)]


def test_a_company_that_holds_another_becomes_one_record() -> None:
    found = register(
        {
            "etag": "e1",
            "kind": "corporate-entity-person-with-significant-control",
            "name": "HOLDINGS LTD",
            "address": {"locality": "Leeds"},
            "identification": {
                "legal_authority": "Companies Act 2006",
                "legal_form": "Limited Company",
                "country_registered": "England",
                "place_registered": "Companies House",
                "registration_number": "9000002",
            },
            "natures_of_control": [
                "ownership-of-shares-75-to-100-percent",
                "voting-rights-50-to-75-percent",
                "right-to-appoint-and-remove-directors",
            ],
            "notified_on": "2016-04-06",
            "ceased_on": "2019-05-31",
            "links": {"self": f"{SELF}/corporate-entity/abc"},
        }
    )

    assert list(SOURCE.parse(found)) == [
        RegisterExtract(
            cite=found.cite("/items"),
            public_on=READ_ON,
            company_number="09000001",
            register_name=Register.CONTROLS,
            read_on=READ_ON,
            entries=1,
            stated_entries=1,
            stated_active=0,
            stated_ended=1,
        ),
        Control(
            cite=found.cite("/items/0"),
            public_on=date(2016, 4, 6),
            valid_from=date(2016, 4, 6),
            valid_to=date(2019, 5, 31),
            company_number="09000001",
            psc_id="abc",
            kind="corporate-entity-person-with-significant-control",
            capacity=Capacity.DIRECT,
            holder_name="HOLDINGS LTD",
            holder_company_number="09000002",
            registration_number_text=None,
            country_registered="England",
            place_registered="Companies House",
            legal_form="Limited Company",
            legal_authority="Companies Act 2006",
            country_of_residence=None,
            is_sanctioned=None,
            shares_min=0.75,
            shares_min_open=False,
            shares_max=1,
            shares_max_open=False,
            votes_min=0.5,
            votes_min_open=True,
            votes_max=0.75,
            votes_max_open=True,
            surplus_assets_min=None,
            surplus_assets_min_open=None,
            surplus_assets_max=None,
            surplus_assets_max_open=None,
            appoints_majority_of_board=True,
            significant_influence=False,
            nominee=False,
            natures=(
                "ownership-of-shares-75-to-100-percent voting-rights-50-to-75-percent"
                " right-to-appoint-and-remove-directors"
            ),
            unread_natures=None,
        ),
    ]


def test_each_capacity_of_an_entry_is_a_record() -> None:
    found = controls(
        register(
            entry(
                1,
                "voting-rights-25-to-50-percent",
                "voting-rights-75-to-100-percent-as-trust",
                "significant-influence-or-control-as-firm",
            )
        )
    )

    assert [(c.capacity, c.votes_min, c.significant_influence) for c in found] == [
        (Capacity.DIRECT, 0.25, False),
        (Capacity.AS_TRUST, 0.75, False),
        (Capacity.AS_FIRM, None, True),
    ]


def test_of_a_person_only_name_and_country_are_kept() -> None:
    (person,) = controls(
        register(
            entry(
                1,
                "voting-rights-25-to-50-percent",
                name=None,
                name_elements={"title": "Dr", "forename": "Ann", "surname": "Example"},
                date_of_birth={"month": 3, "year": 1961},
                nationality="British",
                country_of_residence="Wales",
                address={"premises": "1", "postal_code": "ZZ1 1ZZ"},
                identity_verification_details={"preferred_name": "Annie"},
            )
        )
    )

    assert person.holder_name == "Dr Ann Example"
    assert person.country_of_residence == "Wales"
    assert not {"1961", "British", "ZZ1 1ZZ", "Annie"} & set(map(str, person.__dict__.values()))


def test_a_protected_person_has_no_name() -> None:
    (person,) = controls(
        register(
            {
                "etag": "e1",
                "kind": "super-secure-person-with-significant-control",
                "description": "super-secure-persons-with-significant-control",
                "name": "Should Not Be Here",
                "ceased": False,
                "links": {"self": f"{SELF}/super-secure/abc"},
            }
        )
    )

    assert person.holder_name is None
    assert person.valid_to is None
    assert person.valid_from is None
    assert person.public_on == READ_ON
    assert person.nominee is None


@pytest.mark.parametrize(
    ("identification", "number", "kept"),
    [
        ({"registration_number": "B 123", "country_registered": "Luxembourg"}, None, "B 123"),
        ({"registration_number": "01234567", "country_registered": "Jersey"}, None, "01234567"),
        ({"registration_number": "01234567"}, None, "01234567"),
        ({"registration_number": "n/a", "country_registered": "England"}, None, None),
        (
            {"registration_number": "OE1234", "place_registered": "Companies House"},
            "OE001234",
            None,
        ),
        (None, None, None),
    ],
)
def test_a_number_counts_where_the_place_reads_as_uk(
    identification: dict[str, str] | None, number: str | None, kept: str | None
) -> None:
    found = register(entry(1, "voting-rights-25-to-50-percent", identification=identification))
    (control,) = controls(found)

    assert (control.holder_company_number, control.registration_number_text) == (number, kept)
    assert problems(found) == []


def test_a_uk_number_of_nine_characters_is_kept_as_text_and_counted() -> None:
    found = register(
        entry(
            1,
            "voting-rights-25-to-50-percent",
            identification={"registration_number": "012345678", "country_registered": "England"},
        )
    )
    _, control, oddity = SOURCE.parse(found)

    assert isinstance(control, Control)
    assert control.registration_number_text == "012345678"
    assert oddity == Oddity(
        cite=found.cite("/items/0"),
        public_on=READ_ON,
        company_number="09000001",
        register_name=Register.CONTROLS,
        read_on=READ_ON,
        problem=oddities.NUMBER_IS_NONE,
        text="012345678",
    )


def test_a_control_that_ended_before_it_began_is_kept_and_counted() -> None:
    found = register(entry(1, "voting-rights-25-to-50-percent", ceased_on="2019-12-31"))

    assert [c.valid_to for c in controls(found)] == [date(2019, 12, 31)]
    assert problems(found) == [oddities.ENDS_BEFORE_IT_BEGINS]


def test_a_control_that_ended_on_no_day_ends_on_the_day_of_the_fetch() -> None:
    found = register(entry(1, "voting-rights-25-to-50-percent", ceased="1"))

    assert [c.valid_to for c in controls(found)] == [READ_ON]
    assert problems(found) == [oddities.ENDED_WITHOUT_A_DAY]


def test_two_live_holders_of_three_quarters_are_kept_and_counted() -> None:
    band = "ownership-of-shares-75-to-100-percent"
    found = register(entry(1, band), entry(2, band))

    assert [c.shares_min for c in controls(found)] == [0.75, 0.75]
    assert problems(found) == [oddities.MORE_THAN_THE_WHOLE]


def test_three_quarters_beside_more_than_a_quarter_are_more_than_the_whole() -> None:
    found = register(
        entry(1, "voting-rights-75-to-100-percent"), entry(2, "voting-rights-25-to-50-percent")
    )

    assert problems(found) == [oddities.MORE_THAN_THE_WHOLE]


def test_an_ended_holder_and_trustees_of_one_stake_are_no_contradiction() -> None:
    band = "ownership-of-shares-75-to-100-percent"
    found = register(
        entry(1, band, ceased_on="2021-01-01"),
        entry(2, band),
        entry(3, f"{band}-as-trust"),
        entry(4, f"{band}-as-trust"),
    )

    assert problems(found) == []


def test_two_bands_of_one_right_are_counted() -> None:
    found = register(entry(1, "voting-rights-25-to-50-percent", "voting-rights-75-to-100-percent"))

    assert problems(found) == [oddities.TWO_BANDS]


def test_an_unknown_nature_is_kept_on_the_record() -> None:
    (control,) = controls(register(entry(1, "golden-share")))

    assert control.unread_natures == "golden-share"


def test_an_entry_of_an_unknown_kind_is_left_out_and_counted() -> None:
    found = register(entry(1, "voting-rights-25-to-50-percent", kind="robot", gears=7))
    extract, oddity = SOURCE.parse(found)

    assert isinstance(extract, RegisterExtract)
    assert isinstance(oddity, Oddity)
    assert (oddity.problem, oddity.text) == (oddities.UNKNOWN_KIND, "robot")


def test_an_empty_register_is_an_answer() -> None:
    (extract,) = SOURCE.parse(register())

    assert isinstance(extract, RegisterExtract)
    assert extract.entries == 0
    assert SOURCE.subject([extract]) == "09000001"


def test_one_entry_alone_is_a_subject_of_its_own() -> None:
    found = document(entry(1, "voting-rights-25-to-50-percent"))
    records = [r for r in SOURCE.parse(found) if isinstance(r, Control)]

    assert SOURCE.recognises(found)
    assert [r.cite for r in records] == [found.cite("")]
    assert SOURCE.subject(records) == "09000001 id-1"


def test_a_line_of_the_snapshot_is_read() -> None:
    found = document({"company_number": "9000001", "data": entry(1)})
    (control,) = controls(found)

    assert SOURCE.recognises(found)
    assert control.company_number == "09000001"
    assert control.cite == found.cite("/data")


def test_an_etag_names_an_entry_without_a_link() -> None:
    (control,) = controls(register(entry(1, links={"statement": "/elsewhere"})))

    assert control.psc_id == "etag-1"


def test_an_entry_that_nothing_names_stops_the_reading() -> None:
    with pytest.raises(SourceChangedError, match="neither a link nor an etag"):
        controls(register(entry(1, links=None, etag=None)))


def test_a_new_member_stops_the_reading() -> None:
    with pytest.raises(SourceChangedError, match=r"new members \['aura'\].*\n.*#/items/0"):
        controls(register(entry(1, aura="blue")))


@pytest.mark.parametrize(
    "kind",
    [
        "persons-with-significant-control-statement",
        "exemptions",
        "totals#persons-of-significant-control-snapshot",
    ],
)
def test_other_lines_of_the_snapshot_belong_to_others(kind: str) -> None:
    assert not SOURCE.recognises(document({"company_number": "1", "data": {"kind": kind}}))


def test_a_register_that_links_to_its_statements_is_no_list_of_statements() -> None:
    found = register(
        entry(1, "ownership-of-shares-75-to-100-percent"),
        links={"self": SELF, "persons_with_significant_control_statements": f"{SELF}-statements"},
    )

    assert SOURCE.recognises(found)
    assert not STATEMENTS.recognises(found)
    assert len(controls(found)) == 1


def test_an_empty_list_of_statements_is_known_by_its_own_address() -> None:
    found = register(links={"self": f"{SELF}-statements"})

    assert STATEMENTS.recognises(found)
    assert not SOURCE.recognises(found)


def test_two_entries_of_one_address_are_refused_where_they_differ() -> None:
    twice = [entry(1), {**entry(1), "etag": "another"}]

    with pytest.raises(SourceChangedError, match="id-1 stands twice and differs"):
        list(SOURCE.parse(register(*twice)))


def test_a_nine_character_number_is_odd_though_no_country_is_given() -> None:
    body = "corporate-entity-person-with-significant-control"
    written = {
        "legal_form": "Limited",
        "legal_authority": "Law",
        "registration_number": "123456789",
    }
    found = register(entry(1, kind=body, identification=written))

    assert problems(found) == [oddities.NUMBER_IS_NONE]
