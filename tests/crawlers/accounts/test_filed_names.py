from datetime import date

import pytest

from crawlers.accounts.filed_names import FiledName, filed_for, filed_name


def test_a_name_says_product_company_and_day() -> None:
    found = filed_name("Prod223_2911_99000001_20200630.html")

    assert found == FiledName(
        company_number="99000001", made_up_to=date(2020, 6, 30), run="2911", packed_as=None
    )


def test_folders_before_a_name_are_left_out() -> None:
    found = filed_name("month\\Prod224_2601_SC990001_20251231.xml")

    assert found.company_number == "SC990001"


def test_a_suffix_says_how_it_is_packed() -> None:
    found = filed_name("Prod223_3951_99000001_20240831_AUDIT_EXEMPT.zip")

    assert found.packed_as == "AUDIT_EXEMPT"


def test_a_day_that_no_calendar_has_is_none() -> None:
    found = filed_name("Prod223_3951_99000001_20240231.html")

    assert found.made_up_to is None
    assert found.company_number == "99000001"


def test_a_number_that_no_register_gives_is_none() -> None:
    assert filed_name("Prod223_3951_ZZ000001_20240831.html").company_number is None


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("99000001.pdf", "99000001"),
        ("SC990001_accounts_2024.pdf", "SC990001"),
        ("99000001 accounts.html", "99000001"),
        ("sc990001", "SC990001"),
        ("16999999.pdf", "16999999"),
        ("50001816.pdf", None),  # a report of Ofsted's, as its site numbers them
        ("20240331.pdf", None),
        ("31032024.pdf", None),
        ("9900000.pdf", None),
        ("990000012.pdf", None),
        ("my 99000001.pdf", None),
        ("accounts.pdf", None),
    ],
)
def test_a_saved_file_is_its_company_s_where_its_name_begins_with_the_number(
    name: str, number: str | None
) -> None:
    assert filed_name(name) == FiledName(company_number=number)


def test_another_name_says_nothing() -> None:
    assert filed_name("accounts.html") == FiledName()


def test_a_package_names_its_company_in_its_folders() -> None:
    assert filed_for("AUDITEXEMPT-99000001/subsidiary-accounts/one.xhtml") == "99000001"


def test_folders_that_name_nobody_say_none() -> None:
    assert filed_for("accounts/one.xhtml") is None
