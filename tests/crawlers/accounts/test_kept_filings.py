"""What is kept of a filing is put together again as it was read."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from crawlers.accounts.filed_records import Cited, records
from crawlers.accounts.filing import read_filing
from crawlers.accounts.kept_filings import Detail, KeptFiling, kept_filings
from crawlers.accounts.read_filing import ReadFiling
from db.records import AccountsState, FiledAccounts, Gap, Measure, Record, Scope
from tests.crawlers.accounts.balance_sheets import balance_sheet
from tests.crawlers.accounts.group_accounts import group_accounts
from tests.crawlers.accounts.packed import packed

NAME = "Prod223_1234_09000001_20240331.html"
PACKAGE = packed(
    {
        "parent-accounts/theirs.xhtml": group_accounts("09000002", "Larkmoor Care Limited"),
        "subsidiary-accounts/own.xhtml": balance_sheet(
            2024, net_assets=9_000, the_year_before=7_000, number="09000001"
        ),
    }
)
EXEMPT = (
    b'<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><body><p>Larkmoor Mid Limited</p>'
    b"<p>The company has taken advantage of the exemption in section 400 of the Companies Act 2006"
    b" not to prepare group accounts, being included in the group accounts of Larkmoor Topco"
    b" Limited.</p><h1>Balance sheet as at 31 March 2024</h1><table>"
    b"<tr><td></td><td>2024 \xc2\xa3</td></tr><tr><td>Net assets</td><td>9,000</td></tr>"
    b"</table></body></html>"
)


def read(body: bytes, name: str = NAME) -> ReadFiling:
    return read_filing(body, name=name, recognise=None)


def kept_of(filing: ReadFiling, document: str = "a") -> list[Record]:
    of = Cited(
        document_id=filing.name,
        public_on=date(2024, 12, 1),
        cite=lambda fragment: f"sha256:{document * 64}#{fragment}",
    )
    return list(records(filing, of))


def again(*found: Record, filed_for: dict[str, str] | None = None) -> list[KeptFiling]:
    sets = [one for one in found if isinstance(one, FiledAccounts)]
    details = [one for one in found if isinstance(one, Detail)]
    return list(kept_filings(sets, details, filed_for or {}))


def test_a_filing_comes_back_with_all_that_is_kept_of_it() -> None:
    filing = read(group_accounts())
    (kept,) = again(*kept_of(filing))
    same = kept.filing

    assert kept.sha256 == "a" * 64
    assert kept.about.made_up_to == date(2024, 3, 31)
    assert (same.about, same.filed_for, same.state) == (
        replace(filing.about, problems=()),
        "09000001",
        AccountsState.READ,
    )
    assert {(one.scope, one.measure, one.value, one.fragment) for one in same.figures} == {
        (one.scope, one.measure, one.value, one.fragment) for one in filing.figures
    }
    assert same.said == filing.said
    assert same.claims == filing.claims
    assert same.missing == filing.missing
    assert [one.words for one in same.notes] == [one.words for one in filing.notes]
    assert [one.value for _, one in same.earnings] == [one.value for _, one in filing.earnings]


def test_the_year_before_stands_apart_from_the_report_s_own() -> None:
    (kept,) = again(*kept_of(read(balance_sheet(2024, net_assets=9_000, the_year_before=7_000))))
    chosen = kept.filing.chosen

    assert {one.measure: one.value for one in chosen.figures} == {
        Measure.NET_ASSETS: Decimal(9_000)
    }
    assert [one.value for one in chosen.comparatives] == [Decimal(7_000)]
    assert chosen.previous is not None
    assert chosen.previous.end == date(2023, 3, 31)


def test_a_company_s_own_set_comes_before_its_parent_s_in_a_package() -> None:
    (kept,) = again(*kept_of(read(PACKAGE, "a.zip")), filed_for={"a.zip": "09000001"})
    own, parents = kept.filing.sets

    assert (own.about.entity_number, own.is_a_parents, own.member_name) == (
        "09000001",
        False,
        "member 2",
    )
    assert (parents.about.entity_number, parents.is_a_parents, parents.filed_for) == (
        "09000002",
        True,
        "09000001",
    )


def test_whose_a_document_of_another_company_is_cannot_be_told_without_a_package() -> None:
    (kept,) = again(*kept_of(read(group_accounts("09000002"))))

    assert (kept.filing.filed_for, kept.filing.about.entity_number) == ("09000001", "09000002")
    assert not kept.filing.is_a_parents


def test_a_gap_names_the_parent_that_its_claim_does() -> None:
    filing = read(EXEMPT)
    (kept,) = again(*kept_of(filing))
    group = next(one for one in kept.filing.missing if one.scope is Scope.GROUP)

    assert kept.filing.missing == filing.missing
    assert (group.gap, group.parent) == (Gap.EXEMPT_INTERMEDIATE_PARENT, "Larkmoor Topco Limited")


def test_a_document_that_was_not_read_comes_back_with_its_state() -> None:
    (kept,) = again(*kept_of(read(b"")))

    assert kept.filing.figures == ()
    assert kept.filing.chosen.period is None
    assert kept.filing.state is AccountsState.EMPTY
    assert kept.filing.state_why


def test_two_documents_of_one_name_are_two() -> None:
    first = kept_of(read(group_accounts()), "a")
    second = kept_of(read(group_accounts(interest=1)), "b")

    assert [one.sha256[0] for one in again(*first, *second)] == ["a", "b"]
    assert [len(one.filing.figures) for one in again(*first, *second)] == [
        len(one.filing.figures) for one in (*again(*first), *again(*second))
    ]
