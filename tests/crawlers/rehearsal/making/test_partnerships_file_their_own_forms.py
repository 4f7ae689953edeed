"""A limited liability partnership files its own forms, which begin with LL."""

from collections import Counter

from crawlers.rehearsal.world.bodies import Form
from tests.crawlers.rehearsal.making.small_worlds import SEEDS, small

IN_COMMON = ("AA", "AAMD", "GAZ", "DISS", "AM", "LIQ", "600")
"""Beginnings of forms that are the same for companies, or the registrar's and practitioners'."""


def test_what_a_partnership_files_is_a_partnerships() -> None:
    found: Counter[str] = Counter()
    for seed in SEEDS:
        world = small(seed)
        for one in world.filings:
            if world.body[one.company].form is Form.LLP:
                found[one.form] += 1
                if one.category in {"mortgage", "persons-with-significant-control", "address"}:
                    assert "limited-liability-partnership" in one.description

    assert found["LLCS01"] > 0
    assert [form for form in found if not form.startswith(("LL", *IN_COMMON))] == []


def test_what_a_company_files_is_no_partnerships() -> None:
    for seed in SEEDS:
        world = small(seed)
        for one in world.filings:
            if world.body[one.company].form is not Form.LLP:
                assert not one.form.startswith("LL")
                assert "limited-liability-partnership" not in one.description
