import pytest

from crawlers.accounts.choosing import Chosen
from crawlers.accounts.gaps import missing
from crawlers.accounts.note import Missing
from crawlers.accounts.said import About, Claim
from db.records.accounts_words import AccountsState, Gap, Measure, Scope, Standard
from tests.crawlers.accounts.figures import YEAR, figures


def chosen(table: str = "", *contradictory: tuple[Scope, Measure]) -> Chosen:
    return Chosen(
        figures=figures(table),
        comparatives=(),
        notes=(),
        period=YEAR,
        previous=None,
        contradictory=frozenset(contradictory),
    )


def claim(section: str, parent: str | None = None) -> Claim:
    return Claim(section=section, sentence="As it says.", fragment="row=9", parent=parent)


def why(gaps: tuple[Missing, ...], scope: Scope = Scope.COMPANY) -> dict[Measure, Gap]:
    return {gap.measure: gap.gap for gap in gaps if gap.scope is scope}


def test_what_was_found_is_not_missing() -> None:
    gaps = why(missing(chosen("company turnover 5\n company net_assets 4"), About()))

    assert Measure.TURNOVER not in gaps
    assert Measure.NET_ASSETS not in gaps
    assert gaps[Measure.EMPLOYEES] is Gap.NOT_FOUND
    assert gaps[Measure.INTEREST_PAYABLE] is Gap.NOT_FOUND


def test_a_small_company_that_says_so_left_out_its_profit_and_loss_account() -> None:
    gaps = missing(
        chosen("company net_assets 4\n company profit_for_year 1"), About(), [claim("444")]
    )

    assert why(gaps) == {
        Measure.TURNOVER: Gap.FILLETED,
        Measure.OPERATING_PROFIT: Gap.FILLETED,
        Measure.INTEREST_PAYABLE: Gap.FILLETED,
        Measure.PROFIT_BEFORE_TAX: Gap.FILLETED,
        Measure.EMPLOYEES: Gap.NOT_FOUND,
    }
    assert gaps[0].fragment == "row=9"


def test_a_claim_beside_a_profit_and_loss_account_explains_nothing() -> None:
    gaps = why(missing(chosen("company turnover 5"), About(), [claim("444")]))

    assert gaps[Measure.PROFIT_BEFORE_TAX] is Gap.NOT_FOUND


def test_a_parent_leaves_its_own_account_out_of_the_groups() -> None:
    group = About(is_consolidated=True)
    gaps = missing(chosen("group turnover 5"), group, [claim("444"), claim("408")])

    assert why(gaps)[Measure.TURNOVER] is Gap.PARENT
    assert why(gaps, Scope.GROUP)[Measure.OPERATING_PROFIT] is Gap.NOT_FOUND


def test_a_group_without_a_statement_is_filleted_never_left_out_by_its_parent() -> None:
    gaps = missing(chosen(), About(is_consolidated=True), [claim("408"), claim("444")])

    assert why(gaps, Scope.GROUP)[Measure.TURNOVER] is Gap.FILLETED
    assert why(gaps, Scope.COMPANY)[Measure.TURNOVER] is Gap.PARENT


def test_a_company_alone_that_claims_both_is_filleted() -> None:
    gaps = missing(chosen(), About(), [claim("408"), claim("444")])

    assert why(gaps)[Measure.TURNOVER] is Gap.FILLETED


def test_a_company_alone_may_leave_its_account_out_as_a_parent() -> None:
    assert why(missing(chosen(), About(), [claim("408")]))[Measure.TURNOVER] is Gap.PARENT


def test_an_intermediate_parent_has_a_group_that_another_accounts_for() -> None:
    gaps = missing(
        chosen("company turnover 5"), About(), [claim("401", "Example Holdings Limited")]
    )
    group = [gap for gap in gaps if gap.scope is Scope.GROUP]

    assert {gap.gap for gap in group} == {Gap.EXEMPT_INTERMEDIATE_PARENT}
    assert group[0].parent == "Example Holdings Limited"
    assert group[0].fragment == "row=9"
    assert len(group) == 7


def test_a_company_without_a_group_misses_none() -> None:
    assert why(missing(chosen(), About()), Scope.GROUP) == {}


def test_a_group_that_was_read_misses_what_was_not_found_whatever_it_claims() -> None:
    gaps = missing(chosen("group turnover 5"), About(), [claim("400", "Example Holdings Limited")])

    assert why(gaps, Scope.GROUP)[Measure.NET_ASSETS] is Gap.NOT_FOUND


@pytest.mark.parametrize(
    ("about", "claims", "fragment"),
    [(About(is_dormant=True), [], None), (About(), [claim("480")], "row=9")],
)
def test_a_dormant_company_had_nothing_to_account_for(
    about: About, claims: list[Claim], fragment: str | None
) -> None:
    gaps = missing(chosen("company net_assets 1"), about, [*claims, claim("444")])

    assert set(why(gaps).values()) == {Gap.DORMANT}
    assert gaps[0].fragment == fragment


@pytest.mark.parametrize("state", [AccountsState.NO_RECOGNISER, AccountsState.NOT_RECOGNISED])
def test_pictures_that_were_not_read_say_nothing(state: AccountsState) -> None:
    gaps = why(missing(chosen(), About(), state=state))

    assert set(gaps.values()) == {Gap.SCANNED}
    assert len(gaps) == 7


def test_a_line_with_several_values_is_contradictory() -> None:
    disputed = chosen("", (Scope.COMPANY, Measure.TURNOVER))
    gaps = why(missing(disputed, About(), [claim("444")]))

    assert gaps[Measure.TURNOVER] is Gap.CONTRADICTORY
    assert gaps[Measure.OPERATING_PROFIT] is Gap.FILLETED


def test_a_charity_is_asked_for_the_lines_of_a_charity() -> None:
    gaps = why(missing(chosen(), About(standard=Standard.CHARITIES_SORP)))

    assert Measure.CHARITY_INCOME in gaps
    assert Measure.TURNOVER not in gaps
