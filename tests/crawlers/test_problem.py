"""What is amiss with a whole host is told once for each source, and what differs is told apart."""

from crawlers.problem import Problem, told_once

DOWN = "www.gov.uk is asked no more: it failed 15 times in a row"


def test_a_hundred_addresses_of_a_host_that_is_down_have_one_line_for_each_source() -> None:
    down = [
        Problem(source=source, what="not given", why=DOWN, url=f"https://www.gov.uk/{number}")
        for source in ("gias_schools", "cqc_directory")
        for number in range(100)
    ]

    assert [(one.source, one.why) for one in told_once(down)] == [
        (
            source,
            (
                f"{DOWN}; 100 addresses were not asked, for example https://www.gov.uk/0;"
                " run the same command again"
            ),
        )
        for source in ("gias_schools", "cqc_directory")
    ]


def test_what_says_already_that_it_is_to_be_run_again_says_it_once() -> None:
    why = "the name www.gov.uk is not found; run the same command again later"
    down = [Problem(source="a", what="not given", why=why, url=url) for url in ("b", "c")]

    (one,) = told_once(down)
    assert one.why == f"{why}; 2 addresses were not asked, for example b"


def test_what_differs_is_told_as_it_is() -> None:
    problems = [
        Problem(source="a", what="not given", why="https://b/1 answered 404", url="https://b/1"),
        Problem(source="a", what="refused", why="https://b/2 has new columns", url="https://b/2"),
    ]

    assert told_once(problems) == problems
