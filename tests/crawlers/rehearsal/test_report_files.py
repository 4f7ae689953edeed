"""A report is a real PDF whose text leads from a setting to its registered provider."""

from datetime import date
from io import BytesIO

from bs4 import BeautifulSoup
from pypdf import PdfReader

from tests.crawlers.rehearsal.ofsted_desks import files, get, reports, text

TODAY = date(2026, 9, 1)


def links(urn: str, code: int = 2) -> list[str]:
    """The addresses of a setting's reports, the newest first."""
    page = BeautifulSoup(text(get(reports(TODAY), f"/provider/{code}/{urn}")), "html.parser")
    return [str(link["href"]) for link in page.select("a.publication-link")]


def lines(address: str, today: date = TODAY) -> list[str]:
    """The lines of a report's text."""
    answer = get(files(today), address)
    assert (answer.status, answer.media_type) == (200, "application/pdf")
    assert isinstance(answer.body, bytes)
    return [
        line
        for page in PdfReader(BytesIO(answer.body)).pages
        for line in page.extract_text().splitlines()
    ]


def test_a_report_names_the_registered_provider_and_its_office() -> None:
    found = lines(links("SC900001")[0])
    at = found.index("Children's home details")

    assert found[at : at + 5] == [
        "Children's home details",
        "Unique reference number: SC900001",
        "Provision sub-type: Children's home",
        "Registered provider: Alderbeck Care Limited",
        "Registered provider address: 7 Spindle Walk, Leeds, LS99 9XA",
    ]
    assert found[at + 5].startswith("Responsible individual: ")
    assert found[at + 6].startswith("Registered manager: ")


def test_a_report_gives_the_grades_and_those_before() -> None:
    found = lines(links("9000012")[1])

    assert "Overall experiences and progress of children and young people: Inadequate" in found
    assert "7 February 2017  Full inspection  Good" in found


def test_a_visit_that_judges_nothing_says_so() -> None:
    assert "This visit gives no judgement." in lines(links("9000012")[0])


def test_supported_accommodation_has_an_outcome() -> None:
    assert "Outcome: Serious or widespread weaknesses" in lines(links("9000008", 10)[1])


def test_what_the_lists_leave_blank_or_damage_is_given_where_it_is_known() -> None:
    assert "Registered provider: 3.13 LIMITED" in lines(links("9000010")[0])
    assert "Registered provider: Not given" in lines(links("9000008", 10)[0])


def test_a_report_names_no_home_and_says_that_it_is_a_rehearsal() -> None:
    found = lines(links("SC900001")[0])

    assert found[0] == "SC900001"
    assert found[1].startswith("Rehearsal: ")


def test_the_manager_of_a_setting_has_one_name_in_all_its_reports() -> None:
    managers = {
        line
        for link in links("SC900001")
        for line in lines(link)
        if line.startswith("Registered manager: ")
    }

    assert len(managers) == 1


def test_a_visit_to_two_registrations_has_a_report_for_each() -> None:
    first, second = links("SC900006", 3)[0], links("9000007", 3)[0]

    assert first != second
    assert "Unique reference number: 9000007" in lines(second)


def test_a_report_is_there_from_its_day_on_and_the_same_each_time() -> None:
    (link, *_) = links("9000002")

    assert get(files(date(2025, 5, 5)), link).status == 404
    assert get(files(date(2025, 5, 6)), link).body == get(files(TODAY), link).body
    assert get(files(TODAY), "/v1/file/59999999").status == 404
    assert get(files(TODAY), "/v1/file/nothing").status == 404
