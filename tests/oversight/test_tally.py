"""What is expected of a crawl is said before it, and what was sent after it."""

from oversight.tally import Tally


def test_what_is_expected_is_said_with_where_it_will_be_stopped() -> None:
    tally = Tally()
    tally.expect(600, 300)
    tally.expect(1, 2)

    assert tally.before(None) == "requests in all: 601 expected, 5 min"
    assert tally.before(601) == "requests in all: 601 expected, 5 min"
    assert tally.before(50) == "requests in all: 601 expected, 5 min; --most stops it after 50"


def test_what_was_sent_is_said_beside_it_and_of_whom_nothing_was_known() -> None:
    tally = Tally(expected=40, not_known=["gias_schools"], sent=45, seconds=61.2)

    assert tally.after() == ("sent 45 requests, 40 expected (not known of gias_schools), in 61 s")


def test_where_nothing_was_known_before_no_number_is_given() -> None:
    tally = Tally(not_known=["ofsted_reports"], sent=45, seconds=61.2)

    assert tally.before(50) == (
        "requests in all: not known of ofsted_reports; --most stops it after 50"
    )
    assert tally.after() == "sent 45 requests, not known of ofsted_reports, in 61 s"
