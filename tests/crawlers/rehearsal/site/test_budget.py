"""A key may ask so often in a window, and then not until the window ends."""

from crawlers.rehearsal.site.budget import Budget, Limit, Standing

THREE = Limit(requests=3, window_s=300)


def test_the_limit_is_that_of_companies_house() -> None:
    assert Limit() == Limit(requests=600, window_s=300)


def test_a_key_is_refused_once_its_budget_is_spent() -> None:
    budget = Budget(THREE)

    assert [budget.spend("a", 10.0).is_within for _ in range(5)] == [True, True, True, False, False]


def test_what_remains_counts_down_to_nothing() -> None:
    budget = Budget(THREE)

    assert [budget.spend("a", 10.0).remaining for _ in range(5)] == [2, 1, 0, 0, 0]


def test_a_window_begins_with_the_first_request_and_ends_whatever_is_asked_meanwhile() -> None:
    budget = Budget(Limit(requests=1, window_s=300))
    budget.spend("a", 10.0)

    assert budget.spend("a", 309.9).is_within is False
    assert budget.spend("a", 310.0).is_within is True
    assert budget.spend("a", 609.9).is_within is False


def test_each_key_has_its_own_budget() -> None:
    budget = Budget(Limit(requests=1, window_s=300))
    budget.spend("a", 10.0)

    assert budget.spend("b", 10.0).is_within is True


def test_every_answer_says_how_the_key_stands() -> None:
    standing = Standing(limit=THREE, is_within=True, remaining=2, resets_in_s=299.5)

    assert standing.headers(1_000_000.25, "X-Ratelimit-Remain") == {
        "X-Ratelimit-Limit": "3",
        "X-Ratelimit-Remain": "2",
        "X-Ratelimit-Reset": "1000300",
        "X-Ratelimit-Window": "5m",
    }


def test_whoever_waits_until_the_stated_second_is_let_in() -> None:
    budget = Budget(Limit(requests=1, window_s=300))
    budget.spend("a", 10.9)
    told = budget.spend("a", 11.4).headers(11.4, "X-Ratelimit-Remain")

    assert budget.spend("a", float(told["X-Ratelimit-Reset"])).is_within is True
