"""Why a line that one would look for is not in a filing."""

from collections.abc import Sequence
from dataclasses import dataclass

from crawlers.accounts.choosing import Chosen
from crawlers.accounts.identities import Figures
from crawlers.accounts.note import Missing
from crawlers.accounts.said import About, Claim
from db.records.accounts_words import AccountsState, Gap, Measure, Scope, Standard

PROFIT_AND_LOSS = (
    Measure.TURNOVER,
    Measure.OPERATING_PROFIT,
    Measure.INTEREST_PAYABLE,
    Measure.PROFIT_BEFORE_TAX,
    Measure.PROFIT_FOR_YEAR,
)
"""What is looked for in a profit and loss account, and left out with it."""
LOOKED_FOR = (*PROFIT_AND_LOSS, Measure.EMPLOYEES, Measure.NET_ASSETS)
"""What users of accounts look for first, and are told the want of."""
LOOKED_FOR_IN_CHARITIES = (
    Measure.CHARITY_INCOME,
    Measure.CHARITY_EXPENDITURE,
    Measure.CHARITY_NET_INCOME,
    Measure.EMPLOYEES,
    Measure.CHARITY_FUNDS,
)
"""The same of a charity, whose statement of financial activities has other lines."""
STATEMENT = frozenset({Measure.TURNOVER, Measure.OPERATING_PROFIT, Measure.PROFIT_BEFORE_TAX})
"""Lines that only a profit and loss account has. Profit for the year stands in notes as well: a
parent that leaves the account out must state it there (Companies Act 2006 s.408(4))."""
NOT_READ = frozenset(
    {
        AccountsState.NO_RECOGNISER,
        AccountsState.NOT_YET_RECOGNISED,
        AccountsState.NOT_RECOGNISED,
    }
)
"""States in which pictures of pages were filed and nothing was read from them."""
DORMANT_SECTIONS = frozenset({"480"})
"""Companies Act 2006 s.480: a dormant company is exempt from audit."""
INTERMEDIATE_SECTIONS = frozenset({"400", "401"})
"""s.400 and s.401: a parent included in the group accounts of a larger group need not prepare
its own."""


def missing(
    chosen: Chosen,
    about: About,
    claims: Sequence[Claim] = (),
    *,
    state: AccountsState = AccountsState.READ,
    is_foreign: bool = False,
) -> tuple[Missing, ...]:
    """The lines looked for that were not chosen, each with why, the company's and then the group's.

    A group has gaps where the document has group statements, or says why it has none. What the
    document says of itself (a relief taken, dormant) comes before "not found". `is_foreign` where
    its amounts are in another currency.
    """
    wanted = LOOKED_FOR
    if about.standard is Standard.CHARITIES_SORP:
        wanted = LOOKED_FOR_IN_CHARITIES
    gaps: list[Missing] = []
    for scope in Scope:
        figures = chosen.of(scope)
        if scope is Scope.GROUP and not figures and not about.is_consolidated:
            gaps += _without_a_group(wanted, claims)
            continue
        whole = _whole(scope, figures, about, claims, state)
        for measure in wanted:
            if measure not in figures:
                is_disputed = (scope, measure) in chosen.contradictory
                gap = _Why(gap=Gap.CONTRADICTORY) if is_disputed else whole.get(measure)
                gaps.append((gap or _not_found(measure, is_foreign=is_foreign)).of(scope, measure))
    return tuple(gaps)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Why:
    """One reason, and where the document gives it."""

    gap: Gap
    fragment: str | None = None
    parent: str | None = None

    def of(self, scope: Scope, measure: Measure) -> Missing:
        """The same said of one line."""
        return Missing(
            scope=scope,
            measure=measure,
            gap=self.gap,
            fragment=self.fragment,
            parent=self.parent,
        )


def _not_found(measure: Measure, *, is_foreign: bool) -> _Why:
    """Why a line is not given for which the document gives no reason of its own."""
    is_money = measure is not Measure.EMPLOYEES
    return _Why(gap=Gap.FOREIGN if is_foreign and is_money else Gap.NOT_FOUND)


def _without_a_group(wanted: Sequence[Measure], claims: Sequence[Claim]) -> list[Missing]:
    """The gaps of a group that its parent does not account for, as it says; else none."""
    claim = _first(claims, INTERMEDIATE_SECTIONS)
    if claim is None:
        return []
    why = _Why(gap=Gap.EXEMPT_INTERMEDIATE_PARENT, fragment=claim.fragment, parent=claim.parent)
    return [why.of(Scope.GROUP, measure) for measure in wanted]


def _whole(
    scope: Scope,
    figures: Figures,
    about: About,
    claims: Sequence[Claim],
    state: AccountsState,
) -> dict[Measure, _Why]:
    """Reasons that the document as a whole gives, by the lines that they are of."""
    if state in NOT_READ:
        return dict.fromkeys(Measure, _Why(gap=Gap.SCANNED))
    if STATEMENT & figures.keys():
        return {}
    claim = _first(claims, DORMANT_SECTIONS)
    if about.is_dormant or claim is not None:
        why = _Why(gap=Gap.DORMANT, fragment=None if claim is None else claim.fragment)
        return {measure: why for measure in Measure if not measure.is_of_a_day}
    reliefs = [("444", Gap.FILLETED)]
    if scope is Scope.COMPANY:
        reliefs.insert(0 if about.is_consolidated else 1, ("408", Gap.PARENT))
    for section, gap in reliefs:
        if (claim := _first(claims, frozenset({section}))) is not None:
            return dict.fromkeys(PROFIT_AND_LOSS, _Why(gap=gap, fragment=claim.fragment))
    return {}


def _first(claims: Sequence[Claim], sections: frozenset[str]) -> Claim | None:
    """The first claim of one of the sections; None of none."""
    return next((claim for claim in claims if claim.section in sections), None)
