"""What cannot be taken in is refused in one clear line, kept apart, and changes nothing."""

import re
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from crawlers.pipeline import NotRecognisedError
from crawlers.reading import SourceChangedError
from db import ledger
from oversight.installation import Installation
from oversight.taking_in import take_in
from tests.oversight.asking import Ask
from tests.oversight.workbooks import (
    PREMISES,
    REGISTER,
    held,
    tabs,
    with_cell,
    with_member,
    with_new_column,
    without_tab,
    xlsx,
    zipped,
)
from tests.planted_market.workbooks import body

A_ROWS_END = b"</table:table-row>"
A_MILLION_CELLS = (
    b'<table:table-cell table:number-columns-repeated="1000000" office:value-type="float"'
    b' office:value="1"/></table:table-row>'
)
A_CELL_FAR_OUT = b'<c r="BDWGN1"><v>1</v></c></row>'
"""Column 1,000,000."""

BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a file of 0 bytes": ("issue.ods", lambda: b"", r"the file is empty \(0 bytes\)"),
    "a web page where a workbook was expected": (
        "issue.ods",
        lambda: b"\n<!DOCTYPE html><html><body>Not found</body></html>",
        "this is a web page, not a workbook; download the file that the page links to",
    ),
    "a file cut short": (
        "issue.ods",
        lambda: body(2026)[:40_000],
        r"the file is damaged or cut short .*; download it again",
    ),
    "a file that lost its last bytes": (
        "issue.ods",
        lambda: body(2026)[:-30],
        r"the file is damaged or cut short .*; download it again",
    ),
    "a file with one changed byte": (
        "issue.ods",
        lambda: b"\xff".join((body(2026)[:30_000], body(2026)[30_001:])),
        r"the file is damaged or cut short .*; download it again",
    ),
    "a workbook without its premises": (
        "issue.ods",
        lambda: without_tab(PREMISES),
        r"no tab called SA_Premises_at_\*; its tabs are \['Cover', ",
    ),
    "a workbook without its cover": (
        "issue.ods",
        lambda: without_tab("Cover"),
        "no tab called Cover; its tabs are",
    ),
    "a row with a day that no calendar has": (
        "issue.ods",
        lambda: with_cell(REGISTER, "Registration date", "31/02/2020"),
        "cannot read 'Registration date': '31/02/2020' is not a day",
    ),
    "a row with a day in the far future": (
        "issue.ods",
        lambda: with_cell(REGISTER, "Registration date", "01/01/3020"),
        "cannot read 'Registration date': 3020-01-01 is not a day in living memory",
    ),
    "a row with a word that the publisher never used": (
        "issue.ods",
        lambda: with_cell(REGISTER, "Registration status", "Asleep"),
        "cannot read 'Registration status': 'Asleep' is new; known are",
    ),
    "a row with less than no places": (
        "issue.ods",
        lambda: with_cell(REGISTER, "Places", -4),
        "cannot read 'Places': -4.0 is not a whole number",
    ),
    "a workbook with a new column": (
        "issue.ods",
        lambda: with_new_column(REGISTER, "Ofsted phase"),
        r"new columns \['ofsted phase'\]; read them or ignore them by name",
    ),
    "a zip bomb": (
        "issues.zip",
        lambda: zipped({"issue.ods": b"0" * 5_000_000}),
        r"its member 'issue.ods' unzips to 5,000,000 bytes from [0-9,]+",
    ),
    "a workbook that is a zip bomb": (
        "issue.ods",
        lambda: zipped({"content.xml": b" " * 5_000_000}),
        r"its member 'content.xml' unzips to 5,000,000 bytes from [0-9,]+",
    ),
    "a zip with a path that climbs out of it": (
        "issues.zip",
        lambda: zipped({"../../issue.ods": body(2026)}),
        r"its member '../../issue.ods' climbs out of the zip",
    ),
    "a zip with a path from the root": (
        "issues.zip",
        lambda: zipped({"/etc/issue.ods": body(2026)}),
        r"its member '/etc/issue.ods' climbs out of the zip",
    ),
    "a zip in a zip": (
        "issues.zip",
        lambda: zipped({"inner.zip": zipped({"issue.ods": body(2026)})}),
        "its member 'inner.zip' is another zip; unzip it first",
    ),
    "an ODS with a million columns": (
        "issue.ods",
        lambda: with_member(body(2026), "content.xml", A_ROWS_END, A_MILLION_CELLS),
        r"its sheets span 1,000,00\d columns and [0-9,]+ rows",
    ),
    "an XLSX with a million columns": (
        "issue.xlsx",
        lambda: with_member(
            xlsx(tabs(2026)), "xl/worksheets/sheet8.xml", b"</row>", A_CELL_FAR_OUT
        ),
        r"its sheets span 1,000,000 columns and [0-9,]+ rows",
    ),
    "an XLSX with a broken sheet": (
        "issue.xlsx",
        lambda: with_member(xlsx(tabs(2026)), "xl/worksheets/sheet8.xml", b"</row>", b"</ro"),
        r"damaged|cannot be read",
    ),
    "a council table with a row that lacks its code": (
        "councils.csv",
        lambda: b"ons_code,dfe_code,name,valid_from,valid_to\nE1,,Kent,2009-04-01,\n",
        "cannot read 'ons_code': 'E1' is not an ONS code",
    ),
    "a council table that is no text": (
        "councils.csv",
        lambda: b"ons_code,dfe_code,name,valid_from,valid_to\nE10000016,,K\x81ent,2009-04-01,\n",
        "neither UTF-8 nor Windows-1252 text",
    ),
    "a file of another kind": (
        "letter.pdf",
        lambda: b"%PDF-1.4 and so on",
        r"this is a PDF, and only tables are read here; download the table itself, ",
    ),
    "a Word document, which is a zip": (
        "report.docx",
        lambda: zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}),
        r"this is a Word document \(DOCX\), and only tables are read here; download ",
    ),
    "a text of no publication": (
        "letter.txt",
        lambda: b"Dear Sir or Madam",
        r"file:letter.txt is none of the publications that are read here: it looks like text that",
    ),
    "pages of a register that nobody joined": (
        "charges_09000001.json",
        lambda: b'[{"items": []}, {"items": []}]',
        r"file:charges_09000001.json is none of .*: it is a JSON list of 2: join the pages of one",
    ),
    "an error of the API's in place of a register": (
        "charges_09000001.json",
        lambda: b'{"errors": [{"error": "company-charges-not-found", "type": "ch:service"}]}',
        r"it is the Companies House API's error answer \(company-charges-not-found\) and holds no",
    ),
}


@cache
def made(name: str) -> bytes:
    return BAD[name][1]()


@pytest.mark.parametrize("name", BAD)
def test_a_refused_body_lies_in_quarantine_and_every_visible_table_is_as_before(
    name: str, holding_2025: Installation, tmp_path: Path
) -> None:
    file, _, message = BAD[name]
    bad = made(name)
    path = tmp_path / file
    path.write_bytes(bad)
    tables, bodies = held(holding_2025.engine), holding_2025.archive.hashes()

    with pytest.raises((SourceChangedError, NotRecognisedError), match=message):
        take_in(holding_2025, [path])
    (refused,) = ledger.refused(holding_2025.engine)

    assert held(holding_2025.engine) == tables
    assert holding_2025.archive.hashes() == bodies
    assert (refused.url, refused.sha256) == (f"file:{file}", sha256(bad).hexdigest())
    assert re.search(message, refused.problem)
    assert holding_2025.archive.get(refused.sha256) == bad


@pytest.mark.parametrize("name", BAD)
def test_the_command_line_says_what_where_and_what_to_do_in_one_line_and_exits_1(
    name: str, data_2025: Path, ask: Ask, tmp_path: Path
) -> None:
    file, _, message = BAD[name]
    path = tmp_path / file
    path.write_bytes(made(name))
    answer = ask("ingest", path, "--data", data_2025)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    assert re.match(rf"oversight: .*({message})", answer.err)
    assert f"file:{file}" in answer.err
