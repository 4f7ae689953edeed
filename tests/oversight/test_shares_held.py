"""Whom registers enter with which shares: votes are no money, and a trustee's are the trust's."""

from typing import Any

from db.records import Capacity, Control
from oversight.bands import Band
from oversight.shares_held import ShareStake, shares_held
from tests.db.companies import said
from tests.oversight.owning import HALF, MOST, QUARTER

COMPANY = "09000003"


VOTES: dict[str, Any] = {
    "votes_min": 0.75,
    "votes_min_open": False,
    "votes_max": 1,
    "votes_max_open": False,
}


def entry(holder: str, band: Band | None, company: str = COMPANY, **more: Any) -> Control:
    """An entry of a company with a number, or of a person, with shares in a band."""
    is_company = holder.isdigit()
    kind = "corporate-entity" if is_company else "individual"
    ends = (
        {}
        if band is None
        else {
            "shares_min": band.low,
            "shares_min_open": band.low_open,
            "shares_max": band.high,
            "shares_max_open": band.high_open,
        }
    )
    usual = {
        "cite": f"sha256:{'0' * 64}#{company}",
        "company_number": company,
        "psc_id": f"{holder} of {company}",
        "kind": f"{kind}-person-with-significant-control",
        "capacity": Capacity.DIRECT,
        "holder_company_number" if is_company else "holder_name": holder,
    }
    return said(Control, **{**usual, **ends, **more})


def told(*entries: Control) -> list[tuple[str, str, Band]]:
    return [(one.holder, one.company, one.band) for one in shares_held(entries)]


def test_a_holder_of_votes_alone_is_entered_with_no_money() -> None:
    assert shares_held([entry("09000001", None, **VOTES)]) == ()


def test_shares_count_beside_votes() -> None:
    assert shares_held([entry("09000001", QUARTER, **VOTES)]) == (
        ShareStake(holder="09000001", company=COMPANY, band=QUARTER),
    )


def test_two_entries_of_one_holder_are_one_stake_the_larger() -> None:
    entries = [entry("09000001", QUARTER), entry("09000001", HALF, psc_id="another")]

    assert told(*entries) == [("09000001", COMPANY, HALF)]


def test_two_persons_of_one_name_in_two_registers_are_two_owners() -> None:
    entries = [entry("Ann Example", MOST), entry("Ann Example", MOST, "09000004")]

    assert [holder for holder, _, _ in told(*entries)] == [
        "other:ann example of 09000003",
        "other:ann example of 09000004",
    ]


def test_several_trustees_of_what_may_be_one_trust_have_no_less_than_one_and_no_more_than_all() -> (
    None
):
    trustees = [
        entry("Ann Example", QUARTER, capacity=Capacity.AS_TRUST),
        entry("Ben Example", QUARTER, capacity=Capacity.AS_CONTROL_OVER_TRUST),
    ]

    assert told(*trustees) == [("other:trusts of 09000003", COMPANY, Band(0.25, True, 1, False))]


def test_three_quarters_held_by_two_trustees_are_no_contradiction() -> None:
    trustees = [
        entry("Ann Example", MOST, capacity=Capacity.AS_TRUST),
        entry("Ben Example", MOST, capacity=Capacity.AS_TRUST),
    ]

    assert told(*trustees) == [("other:trusts of 09000003", COMPANY, MOST)]


def test_less_than_three_quarters_of_one_firm_stay_less() -> None:
    partner = entry("Ann Example", HALF, capacity=Capacity.AS_FIRM)

    assert told(partner) == [("other:firms of 09000003", COMPANY, HALF)]


def test_who_is_entered_with_its_own_and_for_a_trust_counts_once() -> None:
    entries = [entry("09000001", MOST), entry("09000001", MOST, capacity=Capacity.AS_TRUST)]

    assert told(*entries) == [("09000001", COMPANY, MOST)]
