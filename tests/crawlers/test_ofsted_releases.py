"""GOV.UK's pages lead to Ofsted's tables, in whichever shape they list what is attached."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from crawlers.reading import SourceChangedError
from crawlers.source import Follow
from crawlers.sources.ofsted_annual.releases import SIX_MONTHLY, collection, release
from db.records import Document

UPDATED = "2025-08-05T09:30:00.000+01:00"
OF_2025 = "/government/statistics/childrens-social-care-in-england-2025"


def document(said: dict[str, Any]) -> Document:
    return Document(
        url="https://www.example.org/api/content/page",
        fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        body=json.dumps(said).encode(),
    )


def listed(*paths: str) -> Document:
    links = [
        {"base_path": path, "api_path": f"/api/content{path}", "public_updated_at": UPDATED}
        for path in paths
    ]
    return document({"title": "Statistics", "links": {"documents": links}})


def page(details: dict[str, Any], path: str = OF_2025) -> Document:
    return document({"base_path": path, "public_updated_at": UPDATED, "details": details})


def attachment(title: str, name: str, kind: str = "file") -> dict[str, Any]:
    url = f"https://assets.example.org/media/0123/{name}"
    return {"attachment_type": kind, "title": title, "url": url, "content_type": "text/csv"}


def test_a_collection_leads_to_releases_of_every_year_and_to_nothing_else() -> None:
    older = "/government/statistics/childrens-social-care-data-in-england-2018"
    fostering = "/government/statistics/fostering-in-england-1-april-2023-to-31-march-2024"

    assert list(collection(listed(OF_2025, fostering, SIX_MONTHLY, older))) == [
        Follow(url=f"/api/content{path}", to="release", published_on=date(2025, 8, 5))
        for path in (OF_2025, SIX_MONTHLY, older)
    ]


@pytest.mark.parametrize("paths", [(), (SIX_MONTHLY,), ("/government/statistics/others",)])
def test_a_collection_without_a_yearly_release_is_refused(paths: tuple[str, ...]) -> None:
    with pytest.raises(SourceChangedError, match="leads to no yearly release"):
        list(collection(listed(*paths)))


def test_a_release_leads_to_its_tables_with_the_day_on_which_the_page_was_updated() -> None:
    found = page(
        {
            "attachments": [
                attachment("Main findings: underlying data", "main", kind="html"),
                attachment("Children's social care in England 2025: underlying data", "a.ods"),
                attachment("Local authority inspection outcomes", "b.ods"),
                attachment("Charts, tables and underlying data", "c.xlsm"),
            ]
        }
    )

    assert list(release(found)) == [
        Follow(
            url="https://assets.example.org/media/0123/a.ods",
            published_on=date(2025, 8, 5),
            is_final=True,
        )
    ]


def test_an_older_release_leads_to_the_files_in_its_pieces_of_html_once_each() -> None:
    piece = """
        <section class="attachment embedded" id="attachment_1">
          <a class="thumbnail" href="https://assets.example.org/media/7/p.csv"><img src="i"></a>
          <h2 class="title"><a href="https://assets.example.org/media/7/p.csv">Children’s social
            care data in England 2017 to 2018: provider level data as at 31 March 2018</a></h2>
        </section>"""

    assert list(release(page({"documents": [piece], "attachments": []}))) == [
        Follow(
            url="https://assets.example.org/media/7/p.csv",
            published_on=date(2025, 8, 5),
            is_final=True,
        )
    ]


def test_of_a_page_that_gathers_years_only_the_newest_file_came_out_with_its_update() -> None:
    title = "Inspection and regulation of children’s social care providers"
    found = page(
        {"attachments": [attachment(f"{title} {year}", f"{year}.ods") for year in (2026, 2025)]},
        SIX_MONTHLY,
    )

    assert [one.published_on for one in release(found)] == [date(2025, 8, 5), None]


def test_a_year_may_stand_in_the_name_of_the_file_alone_or_nowhere() -> None:
    title = "Inspection and regulation of children's social care providers"
    found = page(
        {"attachments": [attachment(title, name) for name in ("at_30_09_2025.ods", "now.ods")]},
        SIX_MONTHLY,
    )

    assert [one.published_on for one in release(found)] == [date(2025, 8, 5), None]


@pytest.mark.parametrize(
    "details", [{}, {"attachments": [], "documents": []}, {"attachments": [attachment("x", "y")]}]
)
def test_a_release_without_a_table_that_is_read_is_refused(details: dict[str, Any]) -> None:
    with pytest.raises(SourceChangedError, match="leads to no table that is read"):
        list(release(page(details)))


def test_a_page_without_its_moment_or_with_another_form_of_it_is_refused() -> None:
    said = {"base_path": OF_2025, "public_updated_at": "in August"}
    files = {"attachments": [attachment("Underlying data", "a.ods")]}

    with pytest.raises(SourceChangedError, match="cannot read 'public_updated_at'"):
        list(release(document({**said, "details": files})))
