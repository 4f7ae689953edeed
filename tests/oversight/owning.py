"""Invented stakes in shares, as registers publish them, and what is true behind them."""

from collections.abc import Mapping

from hypothesis import strategies as st

from oversight.bands import Band
from oversight.effective import EffectiveOwnership
from oversight.shares_held import ShareStake

QUARTER = Band(0.25, True, 0.5, False)
HALF = Band(0.5, True, 0.75, True)
MOST = Band(0.75, False, 1, False)
OUTSIDE = ("X", "Y", "Z")
COMPANIES = tuple(f"0900000{n}" for n in range(1, 7))
Truth = dict[tuple[str, str], int]
"""What somebody truly has of a company, in hundredths, by holder and company."""


def stake(holder: str, company: str, band: Band | float) -> ShareStake:
    """A stake in a band, or of exactly so much."""
    exact = band if isinstance(band, Band) else Band(band, False, band, False)
    return ShareStake(holder=holder, company=company, band=exact)


def owned(*stakes: ShareStake) -> EffectiveOwnership:
    return EffectiveOwnership.of(stakes)


def told(ownership: EffectiveOwnership, company: str) -> dict[str, tuple[float, float]]:
    """What each owner has of a company at least and at most."""
    shares = ownership.of_company(company)
    return {one.owner: (round(one.low.share, 9), round(one.high.share, 9)) for one in shares}


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    """Who truly has how much of six companies: circles, and stakes that nobody publishes."""
    found: Truth = {}
    for company in COMPANIES:
        left = 100
        for holder in draw(st.lists(st.sampled_from(OUTSIDE + COMPANIES), max_size=3, unique=True)):
            share = draw(st.integers(1, left)) if left else 0
            left -= share
            if share:
                found[holder, company] = share
    return found


def published(truth: Truth) -> list[ShareStake]:
    """The stakes of more than a quarter, each in its band."""
    return [stake(*pair, _band(share)) for pair, share in truth.items() if share > 25]


def truly(truth: Truth, owner: str) -> Mapping[str, float]:
    """What belongs in the end to an owner of each company, by stakes that are published."""
    edges = [(pair, share / 100) for pair, share in truth.items() if share > 25]
    found = dict.fromkeys(COMPANIES, 0.0)
    for _ in range(3_000):
        before, found = found, dict.fromkeys(COMPANIES, 0.0)
        for (holder, company), share in edges:
            found[company] += share * (1 if holder == owner else before.get(holder, 0))
        if all(abs(found[one] - before[one]) < 1e-13 for one in COMPANIES):
            break
    return found


def _band(share: int) -> Band:
    if share >= 75:
        return MOST
    return HALF if share > 50 else QUARTER
