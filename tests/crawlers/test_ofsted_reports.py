"""The reports site's pages and reports: whose a setting is, and nobody's name."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from fpdf import FPDF

from crawlers.reading import SourceChangedError
from crawlers.showing import cited_place
from crawlers.source import Follow
from crawlers.sources.ofsted_reports import SOURCE, report_text, search_page
from db.records import Document, ProviderPage, PublishedReport, Record, ReportedProvider

DETAILS = (
    "Children's home details",
    "Unique reference number: 9000001",
    "Provision sub-type: Children's home",
    "Registered provider: Larkmoor Care Limited",
    "Registered provider address: Unit 4, 7 Spindle Walk,",
    "Leeds, LS99 9XA",
    "Responsible individual: Ada Avenholt",
    "Registered manager: Bram Brackleby",
    "Inspector",
    "Cleo Corrigwood, social care inspector",
)
RESULT = """
    <li class="search-result">
      <h3 class="search-result__title heading--main"><a href="/provider/2/{urn}">{urn}</a></h3>
      <ul class="search-result__provider-info"><li>Category: <strong>Children's Home</strong></li>
      <li>Latest report: <strong><time>23 January 2026</time></strong></li>
      <li>URN: <strong>{stated}</strong></li></ul></li>"""
PAGE = """<!DOCTYPE html><html><head>
    <link rel="canonical" href="https://reports.example.org/provider/2/9000001"></head><body>
    <h1 class="heading--title title-block__heading">9000001</h1>
    <ul class="title-block__subject"><li><span>Type: </span><span>Children's Home</span></li>
      <li><span>Local authority: </span><span>Leeds</span></li>
      <li><span>Rating: </span><span> </span></li></ul>
    <ol class="timeline">
      <li class="timeline__day"><p class="timeline__date"><time>10 January 2026</time></p>
        <a class="publication-link" href="https://files.example.org/v1/file/50000002">Full
          inspection <span class="nonvisual">Full inspection, PDF - 08 February 2026</span></a></li>
      <li class="timeline__day">
        <a class="publication-link" href="https://files.example.org/v1/file/50000001">Letter
          <span class="nonvisual">Letter, PDF - 08 March 2025</span></a></li>
      <li class="timeline__day timeline__day--registered"><time>01 May 2019</time></li>
    </ol></body></html>"""


def document(body: str | bytes, url: str = "file:page.html") -> Document:
    return Document(
        url=url,
        fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        body=body if isinstance(body, bytes) else body.encode(),
    )


def results(*urns: str, total: int | None = None, after: str = "", stated: str = "") -> str:
    listed = "".join(RESULT.format(urn=urn, stated=stated or urn) for urn in urns)
    count = len(urns) if total is None else total
    return (
        f'<!DOCTYPE html><strong class="results-count js-results-count">{count}</strong>'
        f'<ul class="results-list list-unstyled">{listed}</ul>{after}'
    )


def report(*lines: str) -> Document:
    """A report of two pages: what was found, then the details."""
    pdf = FPDF()
    for page in (("Ofsted", "Inspection dates: 31 December to 2 January 2026"), lines):
        pdf.add_page()
        pdf.set_font("Helvetica", size=11)
        for line in page:
            pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    return document(bytes(pdf.output()), "file:report.pdf")


COUNCIL_REPORT = report("Ofsted judges the council.").body


def read(found: Document) -> list[Record | Follow]:
    return list(SOURCE.parse(found))


def test_a_search_leads_to_each_setting_in_social_care_and_to_the_next_page() -> None:
    link = '<ul class="pagination"><li class="next"><a href="/search?start=100">Next</a></li></ul>'
    page = document(results("SC900001", "9000002", "139309", total=300, after=link))

    assert list(search_page.follow(page)) == [
        Follow(url="/provider/2/SC900001"),
        Follow(url="/provider/2/9000002"),
        Follow(url="/search?start=100", to="search"),
    ]


def test_the_last_page_of_a_search_leads_no_further() -> None:
    page = document(
        results("9000002", total=101), "https://a.example.org/search?start=100&rows=100"
    )

    assert list(search_page.follow(page)) == [Follow(url="/provider/2/9000002")]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (results(total=12), "the search finds nothing, of 12 results"),
        (results("9000002", total=101), "no link leads on after 1"),
        (results("9000002", stated="9000003"), "says URN .* and leads to the page of 9000002"),
        (results("9000002").replace("/provider/2/", "/settings/"), "leads to no page such as"),
        (results("9000002").replace(">1</strong>", ">some</strong>"), "how many results"),
        (results("9000002").replace("<strong class", "<b class"), "how many results"),
    ],
)
def test_a_search_page_that_is_not_what_it_should_be_is_refused(body: str, problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        list(search_page.follow(document(body)))


def test_a_provider_page_says_since_when_and_leads_to_its_newest_report() -> None:
    page, newest, letter, link = read(document(PAGE))

    assert isinstance(page, ProviderPage)
    assert (page.urn, page.category, page.local_authority, page.status) == (
        "9000001",
        "Children's Home",
        "Leeds",
        None,
    )
    assert (page.registered_on, page.closed_on) == (date(2019, 5, 1), None)
    assert isinstance(newest, PublishedReport)
    assert (newest.report_number, newest.event_type) == ("50000002", "Full inspection")
    assert (newest.inspected_on, newest.public_on) == (date(2026, 1, 10), date(2026, 2, 8))
    assert isinstance(letter, PublishedReport)
    assert (letter.inspected_on, letter.published_on) == (None, date(2025, 3, 8))
    assert link == Follow(
        url="https://files.example.org/v1/file/50000002",
        published_on=date(2026, 2, 8),
        is_final=True,
    )


def test_a_schools_report_is_not_followed_for_it_names_no_registered_provider() -> None:
    told = read(document(PAGE.replace("Children's Home", "Boarding School")))

    assert [one for one in told if isinstance(one, Follow)] == []


@pytest.mark.parametrize(
    ("was", "now", "problem"),
    [
        ("Type: ", "Kind: ", "does not say what type of setting"),
        ("provider/2/9000001", "provider/21/139309", "no page of a registration in social care"),
        ("08 February 2026", "in February", "'in February' is no day"),
        ("/v1/file/50000002", "/v1/report/a", "no address of a report"),
        ("timeline__day--registered", "timeline__day--warned", "no report, registration or clos"),
    ],
)
def test_a_provider_page_that_says_something_new_is_refused(
    was: str, now: str, problem: str
) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        read(document(PAGE.replace(was, now)))


def test_a_report_gives_the_provider_its_office_and_the_first_day_of_the_visit() -> None:
    found = report(*DETAILS)
    (one,) = read(found)

    assert one == ReportedProvider(
        cite=f"sha256:{found.sha256}#page=2",
        public_on=date(2026, 9, 1),
        urn="9000001",
        inspected_on=date(2025, 12, 31),
        published_on=None,
        provision_sub_type="Children's home",
        registered_provider="Larkmoor Care Limited",
        office_address="Unit 4, 7 Spindle Walk, Leeds",
        office_postcode="LS99 9XA",
        provider_withheld=False,
    )


def test_a_person_who_provides_is_neither_named_nor_placed() -> None:
    lines = (one.replace("Larkmoor Care Limited", "Ines Garrowmere") for one in DETAILS)
    (one,) = read(report(*lines))

    assert isinstance(one, ReportedProvider)
    assert one.provider_withheld is True
    assert "Garrowmere" not in one.model_dump_json()
    assert (one.registered_provider, one.office_address, one.office_postcode) == (None, None, None)


def test_a_provider_without_a_legal_form_is_named_and_not_placed() -> None:
    lines = (one.replace("Larkmoor Care Limited", "Larkmoor Care") for one in DETAILS)
    (one,) = read(report(*lines))

    assert isinstance(one, ReportedProvider)
    assert (one.registered_provider, one.office_address) == ("Larkmoor Care", None)
    assert one.provider_withheld is False


def test_a_provider_that_is_not_given_is_unknown_and_not_withheld() -> None:
    lines = (one.replace("Larkmoor Care Limited", "Not given") for one in DETAILS)
    (one,) = read(report(*lines))

    assert isinstance(one, ReportedProvider)
    assert (one.registered_provider, one.provider_withheld) == (None, False)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (
            [one.replace("Responsible individual", "Owner at home") for one in DETAILS],
            "a new label 'Owner at home'",
        ),
        ([one.replace("9000001", "139309") for one in DETAILS], "'139309' is no reference number"),
        (["Registered provider: Larkmoor Care Limited"], "no details with a unique reference"),
        (["Published: soon", *DETAILS], "cannot read the day 'soon'"),
        (["Ofsted judges the council."], "names no registered provider"),
    ],
)
def test_a_report_that_says_something_new_is_refused(lines: list[str], problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        read(report(*lines))


def test_a_damaged_report_is_not_recognised_and_says_that_it_is_damaged() -> None:
    damaged = document(b"%PDF-1.7\n(ofsted)")

    assert SOURCE.recognises(damaged) is False
    with pytest.raises(SourceChangedError, match="damaged or cut short"):
        read(damaged)


@pytest.mark.parametrize(
    ("body", "recognised"),
    [
        (PAGE, True),
        (results("9000001"), True),
        ("<!DOCTYPE html><p>Statistics</p>", False),
        ("URN,Provision type\n", False),
    ],
)
def test_only_pages_of_the_site_are_recognised(body: str, recognised: bool) -> None:
    assert SOURCE.recognises(document(body)) is recognised
    assert SOURCE.is_rehearsal(document(body)) is False


def test_a_search_page_is_no_document_of_its_own() -> None:
    with pytest.raises(SourceChangedError, match="a search page of Ofsted's reports site"):
        read(document(results("9000001")))


def test_a_page_and_a_report_are_subjects_of_their_own() -> None:
    page = [one for one in read(document(PAGE)) if isinstance(one, Record)]
    one = [one for one in read(report(*DETAILS)) if isinstance(one, Record)]

    assert SOURCE.subject(page) == "provider page 9000001"
    assert SOURCE.subject(one) == "newest report 9000001"


def test_what_is_shown_of_a_report_is_the_provider_and_nobody_else_nor_where_it_lives() -> None:
    place = cited_place(report(*DETAILS), "page=2", SOURCE.parse, SOURCE.masked)

    assert place.cells == (
        ("Unique reference number", "9000001"),
        ("Provision sub-type", "Children's home"),
        ("Registered provider", "Larkmoor Care Limited"),
        ("Registered provider address", "(masked)"),
    )


@pytest.mark.real_data
def test_the_real_search_page_leads_to_its_one_setting_in_social_care(
    published_files: Path,
) -> None:
    body = (published_files / "ofsted" / "reports_ofsted_search_results_2023-11.html").read_bytes()
    links = list(search_page.follow(document(body)))

    assert SOURCE.recognises(document(body))
    assert [one.url for one in links if one.url.startswith("/provider/1/SC")] == [
        "/provider/1/SC023666"
    ]
    assert {one.to for one in links} == {None}


@pytest.mark.real_data
def test_a_real_report_on_a_council_is_known_and_not_read(published_files: Path) -> None:
    name = "ilacs_children_s_services_inspection_-_31_january_2023.pdf"
    found = document((published_files / "ofsted" / name).read_bytes())

    assert SOURCE.recognises(found)
    assert "names no registered provider" in (SOURCE.not_read(found) or "")


def test_a_report_says_of_itself_that_it_is_invented() -> None:
    assert SOURCE.is_rehearsal(report("Rehearsal: this report is invented.")) is True
    assert SOURCE.is_rehearsal(report(*DETAILS)) is False


def test_details_end_with_the_report_where_no_inspector_follows() -> None:
    (one,) = read(report("Further details", "of the visit", *DETAILS[:-2]))

    assert isinstance(one, ReportedProvider)
    assert one.registered_provider == "Larkmoor Care Limited"


def test_a_section_of_details_without_a_provider_is_passed_by() -> None:
    (one,) = read(report(*DETAILS, "Contact details", "Telephone number: none"))

    assert isinstance(one, ReportedProvider)
    assert one.urn == "9000001"


@pytest.mark.parametrize(
    ("limit", "problem"), [("LARGEST", "a report of .* bytes is none"), ("MOST_PAGES", "2 pages")]
)
def test_a_report_beyond_any_reports_size_is_refused(
    limit: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_text, limit, 1)

    with pytest.raises(SourceChangedError, match=problem):
        read(report("Contact details", *DETAILS))
