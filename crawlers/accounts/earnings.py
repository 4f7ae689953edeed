"""Earnings before interest, tax, depreciation and amortisation, with the parts that were found."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crawlers.accounts.amounts import spoken, told
from crawlers.accounts.choosing import Chosen
from crawlers.accounts.figure import Figure
from crawlers.accounts.identities import IDENTITIES, Verdict, judged
from db.records.accounts_words import Measure, Scope

OTHER_FIXED = (Measure.INTANGIBLE_ASSETS, Measure.TANGIBLE_ASSETS, Measure.INVESTMENTS)
"""The lines that fixed assets are made of."""
WEARS = {
    Measure.DEPRECIATION: Measure.TANGIBLE_ASSETS,
    Measure.AMORTISATION: Measure.INTANGIBLE_ASSETS,
}
"""Which assets each charge is on: without any, now or a year ago, there is no charge."""
BEFORE_TAX = next(one for one in IDENTITIES if one.total is Measure.PROFIT_BEFORE_TAX)
SHEET = frozenset(
    {Measure.NET_ASSETS, Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES, Measure.CURRENT_ASSETS}
)
"""Lines of every balance sheet: with one of them, a line that is not there is one it has not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earnings:
    """EBITDA of one scope and period, or what keeps it from being given."""

    value: Decimal | None
    """Pounds, a loss negative; None where a part is missing that may not be taken for nothing."""
    parts: tuple[Figure, ...]
    """The figures found, operating profit first: where there is a value, it is their sum."""
    missing: tuple[Measure, ...]
    """The parts that were looked for in vain. Those that the balance sheet shows to be nothing
    are not missed."""
    words: str


def ebitda(figures: Sequence[Figure], *, comparatives: Sequence[Figure] = ()) -> Earnings:
    """Operating profit with depreciation, amortisation and impairment added back.

    Of one scope and period, with the comparatives of the same scope, whose assets may have been
    written off since. A charge that was not found counts for nothing only where the balance sheet
    has nothing to charge it on: a group with goodwill and no amortisation found has no EBITDA
    here. Depreciation stated together with amortisation (format 2) stands for both. Exceptional
    items are left in, as in operating profit. Raises ValueError where scopes are mixed.
    """
    if len({figure.scope for figure in (*figures, *comparatives)}) > 1:
        raise ValueError("EBITDA is of one scope: the company's figures or the group's, not both")
    lines = {figure.measure: figure for figure in figures}
    before = {figure.measure: figure for figure in comparatives}
    parts = [lines[Measure.OPERATING_PROFIT]] if Measure.OPERATING_PROFIT in lines else []
    missing = [] if parts else [Measure.OPERATING_PROFIT]
    covered = _covered(lines.get(Measure.DEPRECIATION))
    for charge in (Measure.DEPRECIATION, Measure.AMORTISATION, Measure.IMPAIRMENT):
        if charge in covered:
            continue
        if charge in lines:
            parts += [lines[charge]] if _is_above(charge, lines) else []
        elif charge in WEARS and not _has_none(WEARS[charge], lines, before):
            missing.append(charge)
    value = None if missing else sum((part.value for part in parts), Decimal(0))
    return Earnings(
        value=value,
        parts=tuple(parts),
        missing=tuple(missing),
        words=_words(value, parts, missing, covered),
    )


def earned(chosen: Chosen) -> Iterator[tuple[Scope, Earnings]]:
    """EBITDA of each scope of a filing that has figures."""
    for scope in Scope:
        figures = [one for one in chosen.figures if one.scope is scope]
        if figures:
            before = [one for one in chosen.comparatives if one.scope is scope]
            yield scope, ebitda(figures, comparatives=before)


def _covered(depreciation: Figure | None) -> frozenset[Measure]:
    """The other charges that are stated together with depreciation, as its label says."""
    label = "" if depreciation is None else depreciation.label.casefold()
    covered = {
        Measure.AMORTISATION: ("amorti", "intangible"),
        Measure.IMPAIRMENT: ("impair", "written off", "writtenoff"),
    }
    return frozenset(
        charge for charge, words in covered.items() if any(word in label for word in words)
    )


def _is_above(charge: Measure, lines: Mapping[Measure, Figure]) -> bool:
    """False for an impairment below operating profit, which that has never borne.

    What is written off investments stands there in every format, and so does one that must be
    taken off before profit before tax adds up.
    """
    if charge is not Measure.IMPAIRMENT:
        return True
    if "investment" in lines[charge].label.casefold():
        return False
    within = {measure: line for measure, line in lines.items() if measure is not charge}
    without = judged(BEFORE_TAX, within)
    return not (without is not Verdict.HOLDS and judged(BEFORE_TAX, lines) is Verdict.HOLDS)


def _has_none(
    asset: Measure, lines: Mapping[Measure, Figure], before: Mapping[Measure, Figure]
) -> bool:
    """True where the balance sheets show that there is none of the asset, and was none.

    A line that a balance sheet does not have is none where its fixed assets are the sum of their
    other lines.
    """
    if asset in before and before[asset].value:
        return False
    if asset in lines:
        return not lines[asset].value
    if not SHEET & lines.keys():
        return False
    others = sum((lines[each].value for each in OTHER_FIXED if each in lines), Decimal(0))
    return Measure.FIXED_ASSETS not in lines or lines[Measure.FIXED_ASSETS].value == others


def _words(
    value: Decimal | None,
    parts: Sequence[Figure],
    missing: Sequence[Measure],
    covered: frozenset[Measure],
) -> str:
    """What it is made of, or what was not found."""
    found = " + ".join(f"{spoken(part.measure)} {told(part.measure, part.value)}" for part in parts)
    if value is None:
        lacking = " and ".join(spoken(measure) for measure in missing)
        why = f"EBITDA is not given: {lacking} not found"
        return f"{why}; found: {found}" if found else why
    words = f"EBITDA {told(Measure.OPERATING_PROFIT, value)} = {found}"
    if covered:
        within = " and ".join(sorted(spoken(measure) for measure in covered))
        words += f" ({within} stated together with depreciation)"
    return words
