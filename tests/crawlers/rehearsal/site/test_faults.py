"""What goes wrong does so where and when it was told to, and the same every time."""

import pytest

from crawlers.rehearsal.site.faults import Fault, FaultError, FaultSwitch, Kind, fault_from

API = "companies_house_api"


def struck(switch: FaultSwitch, *paths: str) -> list[bool]:
    return [bool(switch.due(API, path, "")) for path in paths]


def test_a_fault_strikes_its_publisher_and_its_paths_alone() -> None:
    switch = FaultSwitch(1, [Fault(kind=Kind.CUT, publisher=API, path="/company/*/officers")])

    assert struck(switch, "/company/99000001/officers", "/company/99000001") == [True, False]
    assert switch.due("gazette", "/company/99000001/officers", "") == []


def test_a_publisher_may_be_a_pattern() -> None:
    switch = FaultSwitch(1, [Fault(kind=Kind.CUT, publisher="companies_house_*")])

    assert struck(switch, "/") == [True]


def test_the_nth_request_of_all_is_counted_over_all_addresses() -> None:
    switch = FaultSwitch(1, [Fault(kind=Kind.CUT, publisher=API, nth=(2, 4))])

    assert struck(switch, "/a", "/b", "/a", "/a", "/a") == [False, True, False, True, False]


def test_the_nth_request_of_each_is_counted_address_by_address() -> None:
    switch = FaultSwitch(1, [Fault(kind=Kind.CUT, publisher=API, nth=(1,), each=True)])

    assert struck(switch, "/a", "/b", "/a", "/b") == [True, True, False, False]


def test_another_query_is_another_address() -> None:
    switch = FaultSwitch(1, [Fault(kind=Kind.CUT, publisher=API, nth=(1,), each=True)])
    switch.due(API, "/a", "start_index=0")

    assert switch.due(API, "/a", "start_index=25") != []


def test_at_random_means_about_as_often_as_was_said() -> None:
    switch = FaultSwitch(1, [Fault(kind=Kind.TOO_MANY, publisher=API, rate=0.1)])

    assert 70 <= sum(struck(switch, *(f"/{n}" for n in range(1000)))) <= 130


def test_chance_is_the_same_whoever_asks_first() -> None:
    paths = [f"/{n}" for n in range(200)]
    fault = Fault(kind=Kind.TOO_MANY, publisher=API, rate=0.5)
    forwards = struck(FaultSwitch(1, [fault]), *paths)
    backwards = struck(FaultSwitch(1, [fault]), *reversed(paths))

    assert forwards == backwards[::-1]


def test_another_seed_is_another_chance() -> None:
    paths = [f"/{n}" for n in range(200)]
    fault = Fault(kind=Kind.TOO_MANY, publisher=API, rate=0.5)

    assert struck(FaultSwitch(1, [fault]), *paths) != struck(FaultSwitch(2, [fault]), *paths)


def test_whoever_asks_again_draws_again() -> None:
    switch = FaultSwitch(1, [Fault(kind=Kind.TOO_MANY, publisher=API, rate=0.5)])

    assert set(struck(switch, *["/a"] * 50)) == {True, False}


def test_other_faults_in_force_count_anew() -> None:
    switch = FaultSwitch(1, [Fault(kind=Kind.CUT, publisher=API, nth=(1,))])
    switch.due(API, "/a", "")
    switch.set([Fault(kind=Kind.CUT, publisher=API, nth=(1,))])

    assert struck(switch, "/a") == [True]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("cut bulk", Fault(kind=Kind.CUT, publisher="bulk")),
        (
            "server-error api /company/* rate=0.05 status=502",
            Fault(
                kind=Kind.SERVER_ERROR, publisher="api", path="/company/*", rate=0.05, status=502
            ),
        ),
        (
            "too-many api nth=1,3 each=yes",
            Fault(kind=Kind.TOO_MANY, publisher="api", nth=(1, 3), each=True),
        ),
        (
            "renamed assets *.ods heading='Local authority' renamed_to=Council",
            Fault(
                kind=Kind.RENAMED,
                publisher="assets",
                path="*.ods",
                heading="Local authority",
                renamed_to="Council",
            ),
        ),
        ("slow bulk seconds=2", Fault(kind=Kind.SLOW, publisher="bulk", seconds=2)),
    ],
)
def test_a_fault_can_be_written_in_a_line(text: str, fault: Fault) -> None:
    assert fault_from(text) == fault


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "kind: Field required"),
        ("fire api", "kind: Input should be 'too-many'"),
        ("cut", "publisher: Field required"),
        ("cut api / too", "too: Extra inputs are not permitted"),
        ("cut api nth=0", "nth.0: Input should be greater than or equal to 1"),
        ("cut api rate=2", "rate: Input should be less than or equal to 1"),
        ("server-error api status=404", "status: Input should be greater than or equal to 500"),
        ("cut api often=1", "often: Extra inputs are not permitted"),
        ("renamed api", "a renamed heading needs `heading` and `renamed_to`"),
        ("cut 'api", "No closing quotation"),
        ("cut govuk seconds=3", "`seconds` means nothing with cut"),
        ("slow govuk status=503", "`status` means nothing with slow"),
        ("cut api heading=URN", "`heading` means nothing with cut"),
        ("cut api rate=0.5 nth=2", "give `rate` or `nth`, not both"),
        ("cut api each=yes", "`each` means nothing without `nth`"),
        ("re-issued govuk_assets nth=2", "a file is re-issued once and for all"),
    ],
)
def test_a_fault_that_cannot_be_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(FaultError) as refused:
        fault_from(text)

    assert why in str(refused.value)
