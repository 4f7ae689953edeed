"""Whose settings are one organisation's, by the text that the register gives."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.owner_text import owner_key
from db.records import ReportedProvider
from oversight.examples import market
from oversight.organisations import Organisation, organisations
from tests.oversight.matching.known import home, reported

owner_texts = st.text("abcXYZ019 &.,'-()/", max_size=30)


def read(settings: str) -> tuple[Organisation, ...]:
    return organisations(market(settings=settings).settings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Larkmoor Care Limited", "LARKMOOR CARE LIMITED"),
        ("Larkmoor Care Limited", "Larkmoor Care Ltd"),
        ("Larkmoor Care Limited", "Larkmoor Care Ltd."),
        ("Larkmoor Care Limited", "Larkmoor Care"),
        ("Larkmoor Care LLP", "Larkmoor Care L.L.P."),
        ("Larkmoor Care CIC", "Larkmoor Care Community Interest Company"),
        ("Thistle & Tarn Care Limited", "Thistle and Tarn Care Limited"),
        ("K&G Care Ltd", "K & G Care Ltd"),
        ("Larkmoor  Care \tLimited ", "Larkmoor Care Limited"),
        ("St. Agatha's Homes", "St Agathas Homes"),
        ("St Agatha’s Homes", "St Agatha's Homes"),
        ("Larkmoor (North East) Limited", "Larkmoor North East Limited"),
        ("Larkmoor-Care Limited", "Larkmoor Care Limited"),
        ("L.M.C. Homes Ltd", "LMC Homes Ltd"),
        ("Ploversgate Care Limited 09999911", "Ploversgate Care Limited"),
        ("Sorrelstead Care Limited 9999912", "Sorrelstead Care Limited"),
        ("Wrenwater Care Limited - company number 09999913", "Wrenwater Care Limited"),
        ("Bramhollow Care Limited (09999914)", "Bramhollow Care Limited"),
        ("Curlewgate Care 09999915, 1999915", "Curlewgate Care"),
        ("3.13", "3.13 Ltd"),
    ],
)
def test_texts_that_differ_in_form_alone_are_one_organisation(one: str, other: str) -> None:
    assert owner_key(one) == owner_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4 Keys Care Ltd", "Keys Care"),
        ("3.13", "313 Limited"),
        ("3.13", "3 Limited"),
        ("Homes 2 Inspire Limited", "Homes 4 Inspire Limited"),
        ("Keys Child Care Limited", "Keys Care Limited"),
        ("Larkmoor Care (Kent) Limited", "Larkmoor Care Limited"),
        ("The Larkmoor Group Limited", "Larkmoor Group Limited"),
        ("Hillcrest Services (2) Limited", "Hillcrest Services Limited"),
        ("Unlimited Care", "Care"),
        ("Larkmoor Care t/a Brookhaven", "Brookhaven"),
    ],
)
def test_false_friends_stay_apart(one: str, other: str) -> None:
    assert owner_key(one) != owner_key(other)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Homes & Hearths (U.K.) Ltd. 01234567", "homes and hearths uk"),
        ("4 Keys Care Ltd", "4 keys care"),
        ("3.13", "3 13"),
        ("24/7 Support UK Limited", "24 7 support uk"),
        ("LIMITED", "limited"),
    ],
)
def test_a_key_is_the_text_without_its_form(text: str, key: str) -> None:
    assert owner_key(text) == key


@given(owner_texts)
def test_case_and_outer_space_change_no_key(text: str) -> None:
    assert {owner_key(text), owner_key(text.upper()), owner_key(f"  {text.lower()} ")} == {
        owner_key(text)
    }


@given(owner_texts.filter(lambda text: owner_key(text).strip() not in ("", "limited", "ltd")))
def test_a_legal_suffix_changes_no_key(text: str) -> None:
    assert owner_key(f"{text} Limited") == owner_key(f"{text} LTD.")


def test_settings_are_gathered_under_their_owner_in_the_order_of_its_key() -> None:
    found = read(
        """
        urn      | owner_name
        SC000003 | Larkmoor Care Ltd
        SC000002 | Ash Homes
        SC000001 | LARKMOOR CARE LIMITED
        """
    )

    assert [(o.subject, [setting.urn for setting in o.settings]) for o in found] == [
        ("owner:ash homes", ["SC000002"]),
        ("owner:larkmoor care", ["SC000001", "SC000003"]),
    ]


def test_a_blank_owner_is_never_an_organisation() -> None:
    found = read(
        """
        urn      | owner_name
        SC000001 |
        SC000002 |
        """
    )

    assert found == ()


def test_an_organisation_is_called_as_the_publisher_calls_it_most_often() -> None:
    (found,) = read(
        """
        urn      | owner_name
        SC000001 | LARKMOOR CARE LIMITED
        SC000002 | Larkmoor Care Ltd
        SC000003 | Larkmoor Care Ltd
        """
    )

    assert found.name == "Larkmoor Care Ltd"
    assert found.texts == ("LARKMOOR CARE LIMITED", "Larkmoor Care Ltd")


def test_of_two_texts_as_frequent_the_first_in_order_is_its_name() -> None:
    (found,) = read(
        """
        urn      | owner_name
        SC000001 | Larkmoor Care Ltd
        SC000002 | Larkmoor Care Limited
        """
    )

    assert found.name == "Larkmoor Care Limited"


def test_a_number_of_registration_is_no_part_of_a_name() -> None:
    (found,) = read(
        """
        urn      | owner_name
        SC000001 | Wrenwater Care Limited - company number 09999913
        """
    )

    assert found.name == "Wrenwater Care Limited"
    assert found.texts == ("Wrenwater Care Limited - company number 09999913",)


def test_an_owner_that_is_only_a_number_keeps_it_as_its_name() -> None:
    (found,) = read(
        """
        urn      | owner_name
        SC000001 | 09999913
        """
    )

    assert found.name == "09999913"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Local Authority", "Local Authority", True),
        ("Local Authority", "Private", True),
        ("Private", "Voluntary", False),
    ],
)
def test_what_is_called_a_council_is_one_where_any_setting_is_classed_so(
    first: str, second: str, expected: bool
) -> None:
    (found,) = read(
        f"""
        urn      | owner_name          | sector
        SC000001 | Kent County Council | {first}
        SC000002 | Kent County Council | {second}
        """
    )

    assert found.is_council == expected


def test_another_body_is_a_councils_only_where_all_its_settings_are_classed_so() -> None:
    (mixed,) = read(
        """
        urn      | owner_name     | sector
        SC000001 | Larkmoor Trust | Local Authority
        SC000002 | Larkmoor Trust | Voluntary
        """
    )

    assert mixed.is_council is False


@pytest.mark.parametrize("sector", ["Voluntary", "Local Authority"])
def test_a_body_that_councils_own_is_no_council_whatever_its_sector(sector: str) -> None:
    (found,) = market(
        settings=f"""
            urn      | owner_name             | sector
            SC000001 | LARKMOOR TRUST LIMITED | {sector}
        """,
        council_owned="""
            owner_name
            Larkmoor Trust
        """,
    ).organisations

    assert found.is_council is False
    assert found.council_owned is not None


def test_a_mark_without_letters_or_digits_is_nobody() -> None:
    found = read(
        """
        urn      | owner_name
        SC000001 | -
        SC000002 | .
        """
    )

    assert found == ()


def test_accents_make_no_difference() -> None:
    assert owner_key("Éclat Ltd") == owner_key("Eclat Limited")


def named_by(reports: list[ReportedProvider]) -> list[list[str]]:
    """The settings of Larkmoor Care: one that the register names, and one that reports may."""
    settings = [home("Larkmoor Care"), home("Larkmoor Care", "SC000002", owner_name=None)]
    return [[one.urn for one in owner.settings] for owner in organisations(settings, (), reports)]


def test_a_setting_whose_owner_is_left_blank_is_its_registered_providers_on_the_register() -> None:
    found = named_by([reported("SC000002", registered_provider="LARKMOOR CARE LTD")])

    assert found == [["SC000001", "SC000002"]]


def test_a_provider_whom_the_register_does_not_name_is_nobody() -> None:
    assert named_by([reported("SC000002", registered_provider="Ann Other")]) == [["SC000001"]]


def test_a_report_that_withholds_the_provider_leaves_the_owner_blank() -> None:
    assert named_by([reported("SC000002", provider_withheld=True)]) == [["SC000001"]]


def test_of_several_reports_the_newest_says_who_the_provider_is() -> None:
    old = reported("SC000002", registered_provider="Larkmoor Care", inspected_on=date(2020, 1, 1))
    new = reported("SC000002", registered_provider="Fernhollow", inspected_on=date(2025, 1, 1))

    assert named_by([new, old]) == [["SC000001"]]


def test_no_report_goes_before_what_the_register_says() -> None:
    found = organisations(
        [home("Larkmoor Care"), home("Fernhollow", "SC000002")],
        (),
        [reported("SC000001", registered_provider="Fernhollow")],
    )

    assert [(one.key, one.reported) for one in found] == [("fernhollow", ()), ("larkmoor care", ())]
