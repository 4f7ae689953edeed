"""The balance sheet, as printed."""

from crawlers.rehearsal.forms.accounts.lines import Line, assets_or_liabilities
from crawlers.rehearsal.forms.accounts.printed import At, Due, Members, Weight
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import wording

EQUITY_CLASSES = "core:EquityClassesDimension"
SHARE_CAPITAL: Members = ((EQUITY_CLASSES, "core:ShareCapital"),)
SHARE_PREMIUM: Members = ((EQUITY_CLASSES, "core:SharePremium"),)
RETAINED: Members = ((EQUITY_CLASSES, "core:RetainedEarningsAccumulatedLosses"),)


def balance_lines(told: Told) -> tuple[Line, ...]:
    """The lines from fixed assets to equity, or to members' interests."""
    owned = _members_lines() if told.is_llp else _equity_lines(told)
    return (*asset_lines(), *debt_lines(told), *owned)


def micro_balance_lines(told: Told) -> tuple[Line, ...]:
    """The few lines that FRS 105 asks for."""
    return (
        _fixed_assets("Fixed assets"),
        _current_assets("Current assets"),
        *debt_lines(told),
        Line(
            label="Capital and reserves",
            of=lambda books: books.position.equity,
            concept="core:Equity",
            at=At.END,
            weight=Weight.TOTAL,
            is_always_shown=True,
        ),
    )


def asset_lines() -> tuple[Line, ...]:
    """Fixed and current assets."""
    return (
        Line(label="Fixed assets"),
        Line(
            label="Intangible assets",
            of=lambda books: books.position.goodwill,
            concept="core:IntangibleAssets",
            at=At.END,
            note="goodwill",
        ),
        Line(
            label="Tangible assets",
            of=lambda books: books.position.tangible,
            concept="core:PropertyPlantEquipment",
            at=At.END,
            note="tangible",
        ),
        Line(
            label="Investments",
            of=lambda books: books.position.investments,
            concept="core:InvestmentsFixedAssets",
            at=At.END,
            note="investments",
        ),
        _fixed_assets(""),
        Line(label="Current assets"),
        Line(
            label="Debtors",
            of=lambda books: books.position.debtors,
            concept="core:Debtors",
            at=At.END,
            note="debtors",
        ),
        Line(
            label="Cash at bank and in hand",
            of=lambda books: books.position.cash,
            concept="core:CashBankOnHand",
            at=At.END,
        ),
        _current_assets(""),
    )


def debt_lines(told: Told) -> tuple[Line, ...]:
    """Creditors, and the totals between them, down to net assets."""
    above, within = wording(told).within_a_year
    above_after, after = wording(told).after
    attributed = " attributable to members" if told.is_llp else ""
    return (
        *([Line(label=above)] if above else []),
        Line(
            label=within,
            of=lambda books: books.position.creditors_within_a_year,
            concept="core:Creditors",
            at=At.END,
            due=Due.WITHIN_A_YEAR,
            note="within a year",
            is_cost=True,
        ),
        Line(
            label=assets_or_liabilities("Net current"),
            of=lambda books: books.position.net_current_assets,
            concept="core:NetCurrentAssetsLiabilities",
            at=At.END,
            weight=Weight.TOTAL,
            is_always_shown=True,
        ),
        Line(
            label="Total assets less current liabilities",
            of=lambda books: books.position.total_assets_less_current_liabilities,
            concept="core:TotalAssetsLessCurrentLiabilities",
            at=At.END,
            weight=Weight.TOTAL,
            is_always_shown=True,
        ),
        *([Line(label=above_after)] if above_after else []),
        Line(
            label=after,
            of=lambda books: books.position.creditors_after,
            concept="core:Creditors",
            at=At.END,
            due=Due.AFTER,
            note="after",
            is_taken_off=True,
        ),
        Line(
            label="Provisions for liabilities",
            of=lambda books: books.position.provisions,
            concept="core:ProvisionsForLiabilitiesBalanceSheetSubtotal",
            at=At.END,
            is_taken_off=True,
        ),
        Line(
            label=lambda amounts: assets_or_liabilities("Net")(amounts) + attributed,
            of=lambda books: books.position.net_assets,
            concept="core:NetAssetsLiabilities",
            at=At.END,
            weight=Weight.TOTAL,
            is_always_shown=True,
        ),
    )


def _fixed_assets(label: str) -> Line:
    return Line(
        label=label,
        of=lambda books: books.position.fixed_assets,
        concept="core:FixedAssets",
        at=At.END,
        weight=Weight.TOTAL,
    )


def _current_assets(label: str) -> Line:
    return Line(
        label=label,
        of=lambda books: books.position.current_assets,
        concept="core:CurrentAssets",
        at=At.END,
        weight=Weight.TOTAL,
    )


def _equity_lines(told: Told) -> tuple[Line, ...]:
    words = wording(told)
    return (
        Line(label="Capital and reserves"),
        Line(
            label="Called up share capital",
            of=lambda books: books.position.share_capital,
            concept="core:Equity",
            at=At.END,
            members=SHARE_CAPITAL,
            note="shares",
        ),
        Line(
            label=words.premium,
            of=lambda books: books.position.share_premium,
            concept="core:Equity",
            at=At.END,
            members=SHARE_PREMIUM,
        ),
        Line(
            label=words.retained,
            of=lambda books: books.position.retained_earnings,
            concept="core:Equity",
            at=At.END,
            members=RETAINED,
            is_always_shown=True,
        ),
        Line(
            label=words.total_equity,
            of=lambda books: books.position.equity,
            concept="core:Equity",
            at=At.END,
            weight=Weight.TOTAL,
            is_always_shown=True,
        ),
    )


def _members_lines() -> tuple[Line, ...]:
    """A partnership's: what members put in, and what they left in."""
    return (
        Line(label="Represented by: members' other interests"),
        Line(
            label="Members' capital",
            of=lambda books: books.position.share_capital + books.position.share_premium,
        ),
        Line(
            label="Other reserves",
            of=lambda books: books.position.retained_earnings,
            is_always_shown=True,
        ),
        Line(
            label="Total members' interests",
            of=lambda books: books.position.equity,
            concept="core:MembersFunds",
            at=At.END,
            weight=Weight.TOTAL,
            is_always_shown=True,
        ),
    )
