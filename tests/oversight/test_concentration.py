"""Shares of a market and their concentration."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight.measures.concentration import AreaMarket, Basis, Level, Service, Supply, hhi


def supply(places: int, settings: int = 1, owner: str | None = "larkmoor care") -> Supply:
    return Supply(
        owner=owner, name="Larkmoor Care", settings=settings, places=places, cites=("sha256:…",)
    )


def area(
    suppliers: Sequence[Supply] = (), service: Service = Service.CHILDRENS_HOMES
) -> AreaMarket:
    return AreaMarket(
        service=service,
        level=Level.COUNCIL,
        area="E10000016",
        area_name="Kent",
        basis=Basis.INDEPENDENT,
        suppliers=tuple(suppliers),
    )


some_suppliers = st.lists(
    st.builds(supply, st.integers(0, 500), st.integers(1, 90)), min_size=1, max_size=40
)


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([], 0),
        ([1.0], 10_000),
        ([0.5, 0.5], 5_000),
        ([0.75, 0.25], 6_250),
        ([0.25, 0.25, 0.25, 0.25], 2_500),
        ([0.5, 0.25, 0.125, 0.125], 3_437.5),
    ],
)
def test_the_index_is_the_sum_of_squared_percentages(shares: list[float], expected: float) -> None:
    assert hhi(shares) == expected


def test_a_duopoly_of_equal_suppliers_scores_five_thousand() -> None:
    assert area([supply(12), supply(12)]).hhi == 5_000


def test_a_share_is_of_registered_places() -> None:
    small, large = supply(5, settings=9), supply(15)
    found = area([large, small])

    assert [found.share(large), found.share(small)] == [0.75, 0.25]
    assert (found.settings, found.places) == (10, 20)


def test_agencies_have_no_places_so_their_share_is_of_agencies() -> None:
    one, three = supply(0, settings=1), supply(0, settings=3)
    found = area([three, one], Service.FOSTERING_AGENCIES)

    assert [found.share(three), found.share(one)] == [0.75, 0.25]


def test_a_market_without_places_has_no_shares_and_no_concentration() -> None:
    nothing = supply(0)
    found = area([nothing])

    assert found.share(nothing) is None
    assert found.hhi is None


def test_a_market_without_suppliers_has_no_concentration() -> None:
    assert area().hhi is None


def test_a_finding_names_a_market_by_service_area_and_basis() -> None:
    assert area().subject == "market:children's homes/E10000016/independent"


@given(some_suppliers)
def test_the_shares_of_a_market_add_up_to_one(suppliers: list[Supply]) -> None:
    found = area(suppliers)
    shares = [share for one in suppliers if (share := found.share(one)) is not None]

    assert sum(shares) == pytest.approx(1 if found.places else 0)


@given(some_suppliers)
def test_the_shares_of_agencies_add_up_to_one(suppliers: list[Supply]) -> None:
    found = area(suppliers, Service.FOSTERING_AGENCIES)
    shares = [share for one in suppliers if (share := found.share(one)) is not None]

    assert sum(shares) == pytest.approx(1)


@given(some_suppliers)
def test_concentration_lies_between_equal_shares_and_a_monopoly(suppliers: list[Supply]) -> None:
    found = area(suppliers).hhi

    assert found is None or 10_000 / len(suppliers) - 1e-6 <= found <= 10_000 + 1e-6


@given(st.integers(1, 500), st.integers(1, 500), st.integers(1, 500))
def test_two_suppliers_that_become_one_never_lower_it(one: int, two: int, rest: int) -> None:
    apart = area([supply(one), supply(two), supply(rest)]).hhi
    together = area([supply(one + two), supply(rest)]).hhi

    assert apart is not None
    assert together is not None
    assert apart <= together
