"""A stake as natures of control: the bands that are published of exact shares.

More than 25% up to 50%; more than 50% but less than 75%; 75% or more (Companies Act 2006,
Schedule 1A). Of overseas entities only "more than 25%" is published (Economic Crime (Transparency
and Enforcement) Act 2022, Schedule 2). A quarter and less is nowhere.
"""

from dataclasses import dataclass

from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.control import Capacity, Stake

CAPACITIES = {Capacity.DIRECT: "", Capacity.TRUST: "-as-trust", Capacity.FIRM: "-as-firm"}
NOMINEE = "registered-owner-as-nominee-person-england-wales"
INFLUENCE = "significant-influence-or-control"
QUARTER, HALF, THREE_QUARTERS = 0.25, 0.5, 0.75
ROUNDED = 9
"""Decimals of a share that count: sums of fractions must not tip over an edge of a band."""


@dataclass(frozen=True, kw_only=True)
class _Words:
    """How the register calls what is held in one kind of body."""

    capital: str = "ownership-of-shares"
    board: str = "right-to-appoint-and-remove-directors"
    vehicle: str = ""


_WORDS = {
    Form.LLP: _Words(
        capital="right-to-share-surplus-assets",
        board="right-to-appoint-and-remove-members",
        vehicle="-limited-liability-partnership",
    ),
    Form.LIMITED_PARTNERSHIP: _Words(
        capital="part-right-to-share-surplus-assets", board="right-to-appoint-and-remove-person"
    ),
    Form.OVERSEAS_ENTITY: _Words(vehicle="-registered-overseas-entity"),
}
_KEEPERS = frozenset(
    {Form.LIMITED, Form.GUARANTEE, Form.COMMUNITY, Form.PLC, Form.LLP, Form.OVERSEAS_ENTITY}
)


def keeps_a_register(company: Body) -> bool:
    """Whether a control register is kept of it: of limited partnerships, only of Scottish ones."""
    is_scottish = company.jurisdiction == "scotland"
    return company.form in _KEEPERS or (company.form is Form.LIMITED_PARTNERSHIP and is_scottish)


def natures(stake: Stake, company: Body) -> tuple[str, ...]:
    """The publisher's phrases for a stake in a company; none where nothing reaches a quarter."""
    words = _WORDS.get(company.form, _Words())
    held = [
        *_banded(words.capital, stake.shares, company),
        *_banded("voting-rights", stake.votes, company),
        *([words.board] if stake.appoints_board else []),
    ]
    if not held and stake.influence:
        held = [INFLUENCE]
    phrases = [f"{right}{CAPACITIES[stake.capacity]}{words.vehicle}" for right in held]
    if phrases and stake.is_nominee and company.form is Form.OVERSEAS_ENTITY:
        phrases.append(f"{NOMINEE}{words.vehicle}")
    return tuple(phrases)


def band(share: float) -> str | None:
    """The band of a share from 0 to 1: `25-to-50`; None up to a quarter."""
    exact = round(share, ROUNDED)
    if exact <= QUARTER:
        return None
    if exact <= HALF:
        return "25-to-50"
    return "50-to-75" if exact < THREE_QUARTERS else "75-to-100"


def _banded(right: str, share: float, company: Body) -> list[str]:
    found = band(share)
    if found is None:
        return []
    if company.form is Form.OVERSEAS_ENTITY:
        found = "more-than-25"
    return [f"{right}-{found}-percent"]
