import pytest

from crawlers.accounts.first_bytes import Form
from crawlers.accounts.packages import Whose, members
from db.records.accounts_words import AccountsState
from tests.crawlers.accounts.made import INLINE, PLAIN
from tests.crawlers.zips.made import locked, patched, zipped

CIC = {
    "CIC-99000001/accounts/": b"",
    "CIC-99000001/accounts/statement.xhtml": INLINE,
    "CIC-99000001/cic34/report.xhtml": INLINE,
}
EXEMPT = {
    "AUDITEXEMPT-99000001/agreement/agreement.pdf": b"%PDF-1.4",
    "AUDITEXEMPT-99000001/guarantee/guarantee.pdf": b"%PDF-1.4",
    "AUDITEXEMPT-99000001/parent-accounts/group.pdf": b"%PDF-1.4",
    "AUDITEXEMPT-99000001/subsidiary-accounts/own.xhtml": INLINE,
}


def test_a_document_that_is_not_packed_is_its_only_member() -> None:
    found = members(INLINE, "accounts.html")

    assert found.state is AccountsState.READ
    assert [(one.name, one.index, one.form) for one in found.members] == [
        ("accounts.html", 1, Form.INLINE)
    ]
    assert not found.is_packed


def test_the_name_of_a_file_decides_nothing() -> None:
    found = members(INLINE, "Prod223_3000_99000001_20240331.zip")

    assert [one.form for one in found.members] == [Form.INLINE]


def test_the_accounts_of_a_community_interest_company_lie_beside_its_report() -> None:
    found = members(zipped(CIC), "x.zip")

    assert [one.name for one in found.members] == ["CIC-99000001/accounts/statement.xhtml"]
    assert found.state is AccountsState.READ
    assert found.filed_for == "99000001"
    assert found.is_packed


def test_a_parents_accounts_are_told_from_the_companys_own() -> None:
    found = members(zipped(EXEMPT), "x.zip")

    assert [(one.index, one.form, one.whose) for one in found.members] == [
        (1, Form.PICTURE, Whose.PARENT),
        (2, Form.INLINE, Whose.COMPANY),
    ]


def test_a_report_package_has_its_accounts_in_reports() -> None:
    body = zipped(
        {
            "99000001-2024/META-INF/reportPackage.json": b"{}",
            "99000001-2024/99000001.xsd": b'<schema xmlns:i="http://www.xbrl.org/2003/instance"/>',
            "99000001-2024/reports/accounts.xhtml": INLINE,
            "99000001-2024/reports/logo.png": b"\x89PNG",
        }
    )

    found = members(body, "x.zip")

    assert [one.name for one in found.members] == ["99000001-2024/reports/accounts.xhtml"]
    assert found.state is AccountsState.READ
    assert found.filed_for is None


def test_a_zip_of_one_document_needs_no_folders() -> None:
    body = zipped(
        {
            "Prod223_1789_99000001_20160831.html": PLAIN,
            "__MACOSX/._Prod223_1789_99000001_20160831.html": b"\x00\x05",
        }
    )

    found = members(body, "x.zip")

    assert [one.form for one in found.members] == [Form.PLAIN]


def test_a_zip_of_several_filings_is_no_filing() -> None:
    body = zipped(
        {
            "Prod223_1789_99000001_20160831.html": INLINE,
            "Prod223_1789_99000002_20160831.html": INLINE,
        }
    )

    found = members(body, "x.zip")

    assert found.members == ()
    assert found.state is AccountsState.NOT_ACCOUNTS
    assert found.why == "it is no filing but 2 of them; name it as a file, to be read as a product"


@pytest.mark.parametrize(
    ("body", "state", "why"),
    [
        (b"ATTACHMENTPLACEHOLDER000000042", AccountsState.EMPTY, "a placeholder"),
        (b"", AccountsState.EMPTY, "a placeholder"),
        (b"\xff\xd8\xff\xe0", AccountsState.NOT_ACCOUNTS, "a JPEG picture; name the filing's"),
        (b"\x89PNG", AccountsState.NOT_ACCOUNTS, "a PNG picture"),
        (b"Turnover", AccountsState.NOT_ACCOUNTS, "plain text"),
        (b"<html></html>", AccountsState.NOT_ACCOUNTS, "a page without tags"),
        (bytes(range(256)), AccountsState.NOT_ACCOUNTS, "of no kind that we know"),
        (zipped({}), AccountsState.NOT_ACCOUNTS, "no member of this zip is accounts"),
        (zipped({"a.txt": b"hello"}), AccountsState.NOT_ACCOUNTS, "no member of this zip"),
        (locked(zipped({"a.html": INLINE})), AccountsState.LOCKED, "without a password"),
        (zipped({"a": b"\0" * 3_000_000}), AccountsState.REFUSED, "3,000,000 bytes from"),
        (zipped({f"{n}": b"" for n in range(101)}), AccountsState.REFUSED, "101 members"),
        (
            zipped({"a.zip": zipped({"b.html": INLINE})}),
            AccountsState.REFUSED,
            "is a zip again, which nobody files",
        ),
        (b"PK\x03\x04 and no more", AccountsState.DAMAGED, "cut short"),
    ],
)
def test_what_cannot_be_read_says_why(body: bytes, state: AccountsState, why: str) -> None:
    found = members(body, "x.zip")

    assert found.members == ()
    assert found.state is state
    assert why in found.why


def test_what_is_left_of_a_package_cut_short_is_read() -> None:
    body = zipped({"accounts/one.xhtml": INLINE, "__MACOSX/x": b"", "accounts/two.xhtml": PLAIN})

    found = members(body[: body.index(b"PK\x01\x02") - 5], "x.zip")

    assert [one.name for one in found.members] == ["accounts/one.xhtml"]
    assert found.state is AccountsState.PARTLY_READ
    assert "cut short" in found.why


def test_a_directory_damaged_midway_gives_each_member_once() -> None:
    body = zipped({"accounts/one.xhtml": INLINE, "accounts/two.xhtml": PLAIN})
    at = body.rindex(b"PK\x01\x02")

    found = members(body[:at] + b"XX" + body[at + 2 :], "x.zip")

    assert [one.name for one in found.members] == ["accounts/one.xhtml", "accounts/two.xhtml"]
    assert found.state is AccountsState.PARTLY_READ


def test_a_package_with_one_member_damaged_is_read_in_part() -> None:
    body = zipped({"accounts/one.xhtml": INLINE, "accounts/two.xhtml": PLAIN})

    found = members(patched(body, b"PK\x01\x02", 16, 0, "<I"), "x.zip")

    assert [one.name for one in found.members] == ["accounts/two.xhtml"]
    assert found.state is AccountsState.PARTLY_READ
    assert "'accounts/one.xhtml' is not what its checksum says" in found.why


def test_a_zip_beside_the_accounts_of_a_package_is_left_closed() -> None:
    body = zipped({"accounts/one.xhtml": INLINE, "accounts/two.zip": zipped({"a": INLINE})})

    found = members(body, "x.zip")

    assert [one.name for one in found.members] == ["accounts/one.xhtml"]
    assert found.state is AccountsState.PARTLY_READ


def test_a_page_cut_short_is_read_in_part() -> None:
    found = members(INLINE[:-20], "accounts.html")

    assert len(found.members) == 1
    assert found.state is AccountsState.PARTLY_READ
    assert found.why == "'accounts.html' ends before its last element is closed"


def test_a_cut_page_in_two_bytes_a_letter_is_not_read() -> None:
    found = members(INLINE.decode().encode("utf-16")[:-40], "accounts.html")

    assert found.members == ()
    assert found.state is AccountsState.DAMAGED


def test_a_document_larger_than_any_accounts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawlers.accounts.packages.LARGEST", 100)

    found = members(INLINE, "accounts.html")

    assert found.state is AccountsState.REFUSED
    assert "bytes, which no accounts have" in found.why


def test_members_may_not_unzip_to_more_than_a_filing_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawlers.accounts.packages.LARGEST_UNZIPPED", 2 * len(INLINE) - 1)

    found = members(zipped({"accounts/1.xhtml": INLINE, "accounts/2.xhtml": INLINE}), "x.zip")

    assert [one.name for one in found.members] == ["accounts/1.xhtml"]
    assert found.state is AccountsState.PARTLY_READ


def test_what_is_salvaged_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawlers.accounts.packages.MOST_IN_A_PACKAGE", 1)
    body = zipped({"accounts/1.xhtml": INLINE, "accounts/2.xhtml": INLINE})

    found = members(body[: body.index(b"PK\x01\x02")], "x.zip")

    assert [one.name for one in found.members] == ["accounts/1.xhtml"]
