"""Turns and second attempts: within the budget, waited out, given up, each by an injected clock."""

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scrapy import Request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Response

from crawlers.asking import (
    FOR_RULES,
    GivenUpError,
    KeyRefusedError,
    SpentError,
    StoppedError,
    Terms,
    Turns,
)
from crawlers.hosts import LIVE, Hosts
from crawlers.judging import Judging
from crawlers.rehearsal.site.budget import Budget, Limit
from tests.crawlers.virtual_time import VirtualTime

API = "companies_house_api"
COMPANY = f"{LIVE[API]}/company/01234567"


@pytest.fixture
def clock() -> VirtualTime:
    return VirtualTime()


def turns(clock: VirtualTime, most: int | None = None) -> Turns:
    return Turns(Terms(hosts=Hosts(addresses=LIVE), ticks=clock, most=most))


def answer(status: int, url: str = COMPANY, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(url, status=status, headers=named)


async def tried_again(judging: Judging, *statuses: int) -> Request:
    """The request as it comes back after these answers."""
    request = Request(COMPANY)
    for status in statuses:
        again = await judging.process_response(request, answer(status))
        assert isinstance(again, Request)
        request = again
    return request


@settings(max_examples=12)
@given(
    arrivals=st.lists(st.sampled_from([0.0, 0.1, 0.5, 2.0, 40.0, 300.0]), min_size=1, max_size=12),
    latencies=st.lists(st.sampled_from([0.0, 0.05, 0.7, 9.0]), min_size=1, max_size=6),
    concurrency=st.integers(1, 8),
)
def test_whenever_requests_come_no_window_holds_more_than_the_budget(
    arrivals: list[float], latencies: list[float], concurrency: int
) -> None:
    clock = VirtualTime()
    taking = turns(clock)
    went: list[float] = []

    async def sender(number: int) -> None:
        for turn in range(660 // concurrency):
            await clock.sleep(arrivals[(turn + number) % len(arrivals)] * (turn % 97 == 0))
            await taking.wait(API)
            went.append(clock.now())
            await clock.sleep(latencies[(turn * number) % len(latencies)])

    async def senders() -> None:
        await asyncio.gather(*(sender(number) for number in range(concurrency)))

    clock.run(senders())
    ends = enumerate(went[600:])

    assert all(later - went[place] >= 300 for place, later in ends)


@settings(max_examples=6)
@given(st.lists(st.floats(0, 0.4), min_size=1, max_size=8))
def test_a_host_that_counts_refuses_nothing_and_nearly_all_is_used(late: list[float]) -> None:
    clock = VirtualTime()
    taking = turns(clock)
    budget = Budget(Limit())
    within: list[bool] = []

    async def sender(number: int) -> None:
        while clock.now() < 900:
            await taking.wait(API)
            await clock.sleep(late[number % len(late)])
            within.append(budget.spend("key", clock.now()).is_within)

    async def senders() -> None:
        await asyncio.gather(*(sender(number) for number in range(4)))

    clock.run(senders())

    assert all(within)
    assert len(within) >= 0.97 * 1800


def test_a_refusal_is_waited_out_to_the_end_of_the_window_that_the_host_states(
    clock: VirtualTime,
) -> None:
    taking = turns(clock)
    taking.heed(
        API,
        answer(429, Date="Tue, 01 Sep 2026 09:00:00 GMT", X_Ratelimit_Reset="1788253320"),
    )
    clock.run(taking.wait(API))

    assert clock.now() == 121


def test_who_is_told_that_nothing_is_left_waits_before_being_refused(clock: VirtualTime) -> None:
    taking = turns(clock)
    headers = {"X_Ratelimit_Reset": "1788253320", "X_Ratelimit_Remain": "0"}
    taking.heed(API, answer(200, Date="Tue, 01 Sep 2026 09:00:00 GMT", **headers))
    clock.run(taking.wait(API))

    assert clock.now() == 121


def test_a_refusal_of_one_host_keeps_no_other_waiting(clock: VirtualTime) -> None:
    taking = turns(clock)
    taking.heed(API, answer(429))
    clock.run(taking.wait("companies_house_document_api"))

    assert clock.now() == 0


@pytest.mark.parametrize(
    ("failures", "waited"), [(1, 2), (2, 2 + 4), (3, 2 + 4 + 8), (4, 2 + 4 + 8 + 16)]
)
def test_each_failure_of_an_address_doubles_the_wait(
    clock: VirtualTime, failures: int, waited: float
) -> None:
    clock.run(tried_again(Judging(turns(clock)), *[503] * failures))

    assert clock.now() == waited


@pytest.mark.parametrize("status", [403, 429, 500, 502, 503, 504, 522, 524])
def test_a_failure_that_may_pass_is_tried_five_times_and_then_given_up(
    clock: VirtualTime, status: int
) -> None:
    judging = Judging(turns(clock))
    with pytest.raises(GivenUpError, match=f"{COMPANY} was asked 5 times in vain: {status}"):
        clock.run(tried_again(judging, *[status] * 5))


@pytest.mark.parametrize("status", [200, 302, 304, 400, 401, 404, 410, 416])
def test_any_other_answer_is_given_on(clock: VirtualTime, status: int) -> None:
    judging = Judging(turns(clock))
    given_on = clock.run(judging.process_response(Request(COMPANY), answer(status)))

    assert isinstance(given_on, Response)
    assert given_on.status == status
    assert clock.now() == 0


@pytest.mark.parametrize(
    "lost",
    [
        CannotResolveHostError("no such name"),
        ConnectionResetError("reset"),
        DownloadConnectionRefusedError("refused"),
        DownloadFailedError("disconnected"),
        DownloadTimeoutError("too slow"),
        ResponseDataLossError("cut"),
    ],
)
def test_a_connection_that_is_lost_is_tried_again(clock: VirtualTime, lost: Exception) -> None:
    judging = Judging(turns(clock))
    again = clock.run(judging.process_exception(Request(COMPANY), lost))

    assert isinstance(again, Request)
    assert clock.now() == 2


def test_a_fault_that_is_ours_is_not_tried_again(clock: VirtualTime) -> None:
    judging = Judging(turns(clock))

    assert clock.run(judging.process_exception(Request(COMPANY), KeyError("ours"))) is None


def test_what_is_asked_again_remembers_what_it_is_for_and_how_often_it_failed(
    clock: VirtualTime,
) -> None:
    judging = Judging(turns(clock))
    request = Request(COMPANY, cb_kwargs={"errand": 1}, priority=7, meta={"download_slot": API})
    again = clock.run(judging.process_response(request, answer(503)))

    assert isinstance(again, Request)
    assert (again.cb_kwargs, again.priority, again.dont_filter) == ({"errand": 1}, 7, True)
    assert again.meta == {"download_slot": API, "failures": 1}
    assert "failures" not in request.meta


def test_an_address_that_is_given_up_for_one_may_be_asked_for_another(clock: VirtualTime) -> None:
    judging = Judging(turns(clock))
    with pytest.raises(GivenUpError):
        clock.run(tried_again(judging, 503, 503, 503, 503, 503))
    again = clock.run(tried_again(judging, 503))

    assert again.meta["failures"] == 1


def test_a_key_that_is_refused_is_said_to_be(clock: VirtualTime) -> None:
    terms = Terms(hosts=Hosts(addresses=LIVE), ticks=clock, keys={API: "Basic a2V5Og=="})
    judging = Judging(Turns(terms))
    with pytest.raises(KeyRefusedError, match=r"companies_house_api refuses the key: 401 at"):
        clock.run(judging.process_response(Request(COMPANY), answer(401)))


@pytest.mark.parametrize("status", [401, 403])
def test_a_host_that_refuses_its_rules_refuses_no_key(clock: VirtualTime, status: int) -> None:
    judging = Judging(turns(clock))
    request = Request(f"{LIVE[API]}/robots.txt", meta={FOR_RULES: True})
    given_on = clock.run(judging.process_response(request, answer(status)))

    assert isinstance(given_on, Response)


def test_a_host_that_only_fails_rests_longer_and_longer_and_is_then_left_alone(
    clock: VirtualTime,
) -> None:
    taking = turns(clock)
    judging = Judging(taking)
    went: list[float] = []

    async def failing() -> None:
        while True:
            await taking.wait(API)
            went.append(clock.now())
            await judging.process_response(Request(COMPANY), answer(503))

    with pytest.raises(GivenUpError, match="is asked no more: it failed 15 times in a row"):
        clock.run(failing())
    rests = [round(later - sooner) for sooner, later in pairwise(went)]

    assert rests == [2, 2, 2, 2, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]


def test_a_host_that_answers_between_failures_is_not_left_alone(clock: VirtualTime) -> None:
    taking = turns(clock)
    judging = Judging(taking)

    async def up_and_down() -> None:
        for _ in range(20):
            await judging.process_response(Request(COMPANY), answer(503))
            await judging.process_response(Request(COMPANY), answer(404))
        await taking.wait(API)

    clock.run(up_and_down())

    assert taking.asked[API] == 1


def test_as_many_are_sent_as_are_allowed(clock: VirtualTime) -> None:
    taking = turns(clock, most=2)

    async def three() -> None:
        await taking.wait(API)
        await taking.wait("govuk")
        await taking.wait("gazette")

    with pytest.raises(SpentError, match="2 requests have been sent, as many as allowed"):
        clock.run(three())
    assert taking.asked.total() == 2


def test_who_waits_when_the_crawl_stops_waits_no_longer(clock: VirtualTime) -> None:
    taking = turns(clock)
    taking.heed(API, answer(429))

    async def stopped() -> list[BaseException | None]:
        waiting = [asyncio.create_task(taking.wait(API)) for _ in range(3)]
        await asyncio.sleep(0)
        taking.stop()
        return await asyncio.gather(*waiting, return_exceptions=True)

    ends = clock.run(stopped())

    assert [type(end) for end in ends] == [StoppedError, StoppedError, StoppedError]
    assert clock.now() == 0
    assert taking.asked.total() == 0
