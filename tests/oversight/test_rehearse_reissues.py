"""`oversight rehearse --fault 're-issued govuk_assets'` serves Ofsted's workbook put right."""

from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

from crawlers.rehearsal.publishers import CATALOGUE
from tests.crawlers.rehearsal.site.asking import ask, tell
from tests.oversight.rehearsing import OVERSIGHT, Rehearse, told

API = "/api/content/government/statistics/childrens-social-care-in-england-2026"


def tab(book: CalamineWorkbook, start: str) -> list[list[Any]]:
    (name,) = (one for one in book.sheet_names if one.startswith(start))
    return book.get_sheet_by_name(name).to_python()


def places(book: CalamineWorkbook) -> list[Any]:
    """The newest row of Table 6b."""
    rows = tab(book, "Providers+places_Time")
    at = next(place for place, row in enumerate(rows) if str(row[0]).startswith("Table 6b"))
    return rows[at + 2]


def attached(govuk: str) -> dict[str, Any]:
    """The workbook, as the content API lists it."""
    listed = ask(f"{govuk}{API}").json["details"]["attachments"]
    (one,) = (each for each in listed if each.get("url", "").endswith(".ods"))
    return one


def test_a_workbook_is_put_out_again_elsewhere_with_a_total_put_right_and_a_cover_that_says_so(
    rehearse: Rehearse,
) -> None:
    at = told(rehearse("--unlimited", command=OVERSIGHT), len(CATALOGUE.publishers))
    govuk = ask(at["control page"]).json["addresses"]["govuk"]
    old = attached(govuk)["url"]
    first = ask(old).body
    tell(f"{at['control page']}/faults", ["re-issued govuk_assets *.ods"])
    page = ask(f"{govuk}{API}").json
    listed = attached(govuk)
    gone, again = ask(old), ask(listed["url"])
    struck = ask(f"{at['control page']}/faults").json["faults"][0]["struck"]

    assert (gone.status, again.status, struck) == (410, 200, 1)
    assert again.headers["Last-Modified"] == "Tue, 01 Sep 2026 08:30:00 GMT"
    assert listed["file_size"] == len(again.body)
    assert page["public_updated_at"] == "2026-09-01T09:30:00.000+01:00"
    assert "Table 6b has been added" in page["details"]["change_history"][0]["note"]
    right, before = (CalamineWorkbook.from_filelike(BytesIO(one)) for one in (again.body, first))
    assert right.sheet_names == before.sheet_names
    added = [one for one in tab(right, "Cover") if one not in tab(before, "Cover")]
    assert [row[0] for row in added] == ["Corrected:"]
    assert "1 place previously omitted in Table 6b has been added" in added[0][1]
    changed = [(new, old) for new, old in zip(places(right), places(before), strict=True)]
    assert [new - old for new, old in changed[2:4]] == [1, 1]
    assert [one for one in changed[:2] + changed[4:] if one[0] != one[1]] == []
    for name in right.sheet_names[1:]:
        ours, theirs = (one.get_sheet_by_name(name).to_python() for one in (right, before))
        assert sum(a != b for a, b in zip(ours, theirs, strict=True)) == (
            name.startswith("Providers+places_Time")
        )
