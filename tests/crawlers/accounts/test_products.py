from datetime import date
from pathlib import Path

import pytest

from crawlers.accounts.packages import members
from crawlers.accounts.products import filings, is_product, sliced, slices
from crawlers.zips import DamagedError
from db.records.accounts_words import AccountsState
from tests.crawlers.accounts.made import INLINE, PLAIN
from tests.crawlers.zips.made import locked, patched, saved, zipped

PRODUCT = zipped(
    {
        "Prod223_3951_99000001_20240831_CIC.zip": zipped({"CIC-99000001/accounts/a.xhtml": INLINE}),
        "__MACOSX/._Prod223_3951_99000001_20240831_CIC.zip": b"\x00\x05",
        "Prod223_3951_99000002_20241031.html": INLINE,
        "Prod223_3951_99000003_20241031.zip": b"ATTACHMENTPLACEHOLDER000000042",
        "Prod223_3951_99000004_20101031.xml": PLAIN,
    }
)


@pytest.fixture
def product(tmp_path: Path) -> Path:
    return saved(tmp_path, PRODUCT)


def test_each_filing_comes_with_what_its_name_says(product: Path) -> None:
    found = list(filings(product))

    assert [(one.number, one.company_number) for one in found] == [
        (1, "99000001"),
        (3, "99000002"),
        (4, "99000003"),
        (5, "99000004"),
    ]
    assert found[1].made_up_to == date(2024, 10, 31)
    assert found[1].body == INLINE


def test_a_zip_in_a_product_is_opened(product: Path) -> None:
    first, *_ = filings(product)

    found = members(first.body, first.name)

    assert [one.body for one in found.members] == [INLINE]


def test_a_zip_in_a_zip_in_a_product_is_not(tmp_path: Path) -> None:
    twice = zipped({"a.zip": zipped({"b.html": INLINE})})
    (only,) = filings(saved(tmp_path, zipped({"Prod223_1_99000001_20240831_CIC.zip": twice})))

    found = members(only.body, only.name)

    assert found.state is AccountsState.REFUSED


@pytest.mark.parametrize("most", [1, 2, 3, 5, 9])
def test_slices_give_every_filing_once_and_in_order(product: Path, most: int) -> None:
    found = [one.name for part in slices(product, most=most) for one in sliced(part)]

    assert found == [one.name for one in filings(product)]


def test_slices_are_counted_from_nought(product: Path) -> None:
    assert [part.index for part in slices(product, most=2)] == [0, 1, 2]


def test_an_empty_product_has_no_slices(tmp_path: Path) -> None:
    path = saved(tmp_path, zipped({}))

    assert list(slices(path, most=2)) == []
    assert list(filings(path)) == []


@pytest.mark.parametrize(
    ("broken", "state"),
    [
        (patched(PRODUCT, b"PK\x01\x02", 16, 0, "<I"), AccountsState.DAMAGED),
        (locked(PRODUCT), AccountsState.LOCKED),
        (patched(PRODUCT, b"PK\x01\x02", 24, 2_000_000_000, "<I"), AccountsState.REFUSED),
    ],
)
def test_a_bad_member_never_ends_a_product(
    tmp_path: Path, broken: bytes, state: AccountsState
) -> None:
    bad, *others = filings(saved(tmp_path, broken))

    assert bad.state is state
    assert bad.body == b""
    assert bad.why
    assert [one.state for one in others] == [None, None, None]


def test_a_product_cut_short_is_said_to_be() -> None:
    with pytest.raises(DamagedError, match="directory is missing"):
        list(filings(Path(__file__)))


def test_a_zip_of_filings_is_a_product(product: Path) -> None:
    assert is_product(product)


def test_a_package_of_one_filing_is_none(tmp_path: Path) -> None:
    assert not is_product(saved(tmp_path, zipped({"CIC-99000001/accounts/a.xhtml": INLINE})))


@pytest.mark.real_data
def test_the_real_daily_products_are_read_whole(published_files: Path) -> None:
    folder = published_files / "companies_house/accounts"
    found = [
        members(one.body, one.name)
        for day in ("2023-03-02", "2025-05-03")
        for one in filings(folder / f"Accounts_Bulk_Data-{day}.zip")
    ]

    assert len(found) == 11
    assert {one.state for one in found} == {AccountsState.READ}
    assert sum(len(one.members) for one in found) == 11
