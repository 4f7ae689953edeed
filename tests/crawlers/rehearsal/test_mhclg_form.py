"""The spending returns of a rehearsal, read back from their workbook, and beside the real one."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from crawlers.rehearsal.forms.mhclg import Mhclg
from crawlers.rehearsal.forms.mhclg.lines import LINES
from crawlers.rehearsal.forms.mhclg.publisher import media_path, release_path, released_on
from crawlers.rehearsal.forms.mhclg.spending import returns
from crawlers.rehearsal.publishing import Asked, Setup
from tests.crawlers.rehearsal.seven_councils import ADDRESSES, TODAY, WORLD

HERE = ADDRESSES["mhclg"]
COLLECTION = "/government/collections/local-authority-revenue-expenditure-and-financing"


def mhclg(today: date = TODAY) -> Mhclg:
    return Mhclg(Setup(world=WORLD, today=today, addresses=ADDRESSES, folder=Path("unused")))


def served(path: str, today: date = TODAY) -> bytes:
    answer = mhclg(today).answer(Asked(path=path))
    assert answer.status == 200
    assert isinstance(answer.body, bytes)
    return answer.body


def book(year: int = 2024) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(BytesIO(served(media_path(year))))


def data(year: int = 2024) -> list[list[Any]]:
    name = f"RO3_LA_Data_{year}{(year + 1) % 100}"
    return book(year).get_sheet_by_name(name).to_python()


def row(name: str, year: int = 2024) -> dict[str, Any]:
    rows = data(year)
    found = next(one for one in rows if one[2] == name)
    return dict(zip([*rows[6][:7], *rows[-1][7:]], found, strict=True))


def test_a_release_comes_on_the_first_thursday_of_the_december_after_the_year() -> None:
    assert released_on(2024) == date(2025, 12, 4)
    assert released_on(2025) == date(2026, 12, 3)
    assert mhclg(date(2026, 12, 2)).answer(Asked(path=media_path(2025))).status == 404
    assert mhclg(date(2026, 12, 3)).answer(Asked(path=media_path(2025))).status == 200


def test_the_collection_leads_to_the_newest_release_and_that_to_its_workbook() -> None:
    documents = json.loads(served(f"/api/content{COLLECTION}"))["links"]["documents"]
    content = json.loads(served(f"/api/content{documents[0]['base_path']}"))
    (attachment,) = content["details"]["attachments"]

    assert documents[0]["base_path"] == release_path(2024)
    assert attachment["url"] == f"{HERE}{media_path(2024)}"
    assert attachment["filename"] == "rehearsal_RO3_LA_Data_2024-25_data_by_LA.ods"
    assert attachment["file_size"] == len(served(media_path(2024)))


def test_the_pages_link_what_the_content_links() -> None:
    assert f'href="{HERE}{release_path(2024)}"' in served(COLLECTION).decode()
    assert f'href="{HERE}{media_path(2024)}"' in served(release_path(2024)).decode()


@pytest.mark.parametrize(
    "path",
    [
        release_path(2025),
        f"/api/content{release_path(2025)}",
        release_path(2024).replace("to-2025", "to-2031"),
        "/media/0000/rehearsal_RO3_LA_Data_2024-25_data_by_LA.ods",
    ],
)
def test_what_is_not_there_is_not_found(path: str) -> None:
    assert mhclg().answer(Asked(path=path)).status == 404


@pytest.mark.real_data
def test_the_headings_and_codes_are_those_of_the_real_workbook(published_files: Path) -> None:
    name = "local_authority/RO3_LA_Data_2024-25_data_by_LA.ods"
    real = CalamineWorkbook.from_path(published_files / name)
    published = real.get_sheet_by_name("RO3_LA_Data_202425").to_python()

    assert book().sheet_names == real.sheet_names
    assert data()[6] == published[6]
    assert data()[-1] == published[-1]
    assert [one[1:3] for one in data()[-12:-1]] == [one[1:3] for one in published[-12:-1]]


@pytest.mark.real_data
def test_the_sheet_of_one_authority_has_the_lines_of_the_real_one(published_files: Path) -> None:
    name = "local_authority/RO3_LA_Data_2024-25_data_by_LA.ods"
    real = CalamineWorkbook.from_path(published_files / name)
    published = real.get_sheet_by_name("LA_drop-down").to_python()[9:95]
    ours = book().get_sheet_by_name("LA_drop-down").to_python()[9:95]

    assert [[one[0], one[1], *one[10:17]] for one in ours] == [
        [one[0], one[1], *one[10:17]] for one in published
    ]


def test_councils_stand_under_the_names_and_codes_that_mhclg_gives_them() -> None:
    leeds = row("Leeds")

    assert (leeds["E-code"], leeds["ONS Code"], leeds["Detailed Class"]) == (
        "E4704",
        "E08000035",
        "MD",
    )
    assert row("Camden")["Class"] == "LB"
    assert "Wrexham" not in {one[2] for one in data()}


def test_the_parts_of_a_line_sum_to_it() -> None:
    leeds = row("Leeds")
    parts = ("csclkdres", "csclkdfos", "csclkdasy", "csclkdoth")

    assert leeds["RO3-csclkd-run-exp"] == sum(leeds[f"RO3-{part}-run-exp"] for part in parts)
    assert leeds["RO3-csclkd-net-cur-exp"] == (
        leeds["RO3-csclkd-tot-exp"] - leeds["RO3-csclkd-tot-inc"]
    )


def test_spending_follows_the_children_looked_after() -> None:
    thousands = row("Leeds")["RO3-csclkd-net-cur-exp"]

    assert 60_000 < thousands < 300_000
    assert thousands > row("Camden")["RO3-csclkd-net-cur-exp"]


def test_authorities_without_childrens_services_spend_nothing_on_them() -> None:
    assert row("Adur")["RO3-csctot-tot-exp"] == 0
    assert row("Dartmoor National Park Authority")["RO3-csctot-tot-exp"] == 0


def test_england_is_the_sum_of_all_returns() -> None:
    england = row("ENGLAND")

    assert england["RO3-csclkd-empl"] == sum(
        one.spent["csclkd"].employees for one in returns(WORLD, 2024) if one.spent
    )
    assert england["Certification"] == "[Y]"


def test_a_return_that_came_too_late_is_marked_in_every_cell() -> None:
    late = next(
        (year, one.authority.name)
        for year in range(2016, 2025)
        for one in returns(WORLD, year)
        if one.is_missing
    )
    cells = row(late[1], late[0])

    assert cells["Notes"] == "M"
    assert {cell for name, cell in cells.items() if name.startswith("RO3-")} == {"[x]"}
    assert row("ENGLAND", late[0])["RO3-cscsvmem-run-exp"] == "[n]"


def test_a_council_is_not_listed_before_it_began() -> None:
    assert "Cumberland" not in {one[2] for one in data(2022)}
    assert "Cumberland" in {one[2] for one in data(2023)}


def test_every_line_has_a_code_of_its_own() -> None:
    codes = [code for line in LINES for code in line.codes]

    assert len(codes) == len(set(codes)) == 490


def test_the_same_release_has_the_same_bytes() -> None:
    assert served(media_path(2024)) == served(media_path(2024), date(2025, 12, 4))
