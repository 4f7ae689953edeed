"""A turn of a control register is told by who is at the head before and after."""

from datetime import date

import pytest

from db.records import ControlStatement
from oversight.events import Event, EventKind, Head
from tests.db.companies import said
from tests.oversight.events.happening import (
    OLD,
    SOLD,
    SOLD_ON,
    charge,
    director,
    events,
    filing,
    kinds,
    on_the_day,
)

NEW_COMPANY = f"{OLD}    09000005 | New Holdings Limited | 2024-03-01\n"


def test_a_company_that_passes_to_another_group_is_acquired() -> None:
    (told,) = events(SOLD)

    assert told.kind is EventKind.ACQUISITION
    assert told.on == SOLD_ON
    assert told.companies == ("09000003",)
    assert told.before.statutory == Head(id="09000001", name="Amber Holdings Limited")
    assert told.after.statutory == Head(id="09000002", name="Birch Holdings Limited")
    assert told.certain
    assert told.sentence == (
        "Larkmoor Care Limited (09000003) passed from the group of Amber Holdings Limited to"
        " Birch Holdings Limited (09000002) on 2024-05-01."
    )


def test_what_is_below_passes_with_it() -> None:
    (told,) = events(f"{SOLD}    09000003 | 09000004 | 75-100 | 2016-04-06 |\n")

    assert told.companies == ("09000003", "09000004")
    assert "with 1 company below," in told.sentence


def test_the_head_of_the_group_that_takes_over_is_named_beside_the_parent() -> None:
    (told,) = events(f"{SOLD}    09000004 | 09000002 | 75-100 | 2016-04-06 |\n")

    assert "to Birch Holdings Limited (09000002), of the group of Fernhollow" in told.sentence


def test_an_old_entry_may_end_a_month_before_the_new_one_begins() -> None:
    (told,) = events(SOLD.replace("2024-05-01\n", "2024-04-05\n"))

    assert told.kind is EventKind.ACQUISITION
    assert told.on == SOLD_ON


def test_it_is_known_when_the_register_was_told() -> None:
    told_on = filing(
        "PSC02",
        "09000003",
        date(2024, 5, 20),
        category="persons-with-significant-control",
        subcategory="notifications",
        action_date=SOLD_ON,
    )

    assert [one.known_on for one in events(SOLD, told_on)] == [date(2024, 5, 20)]
    assert events(SOLD, told_on, known_at=on_the_day(date(2024, 5, 19))) == ()


def test_a_company_that_comes_between_is_a_restructure() -> None:
    (told,) = events(
        """
        holder   | company  | votes  | valid_from | valid_to
        09000001 | 09000003 | 75-100 | 2016-04-06 | 2024-05-01
        09000001 | 09000005 | 75-100 | 2024-03-01 |
        09000005 | 09000003 | 75-100 | 2024-05-01 |
        """,
        companies=NEW_COMPANY,
    )

    assert told.kind is EventKind.RESTRUCTURE
    assert told.certain
    assert told.sentence == (
        "Larkmoor Care Limited (09000003) came directly under New Holdings Limited (09000005);"
        " whoever controls it in the end stayed, on 2024-05-01."
    )


def test_two_companies_that_come_under_one_new_parent_are_one_event() -> None:
    (told,) = events(
        """
        holder   | company  | votes  | valid_from | valid_to
        09000001 | 09000003 | 75-100 | 2016-04-06 | 2024-05-01
        09000001 | 09000004 | 75-100 | 2016-04-06 | 2024-05-09
        09000001 | 09000005 | 75-100 | 2024-03-01 |
        09000005 | 09000003 | 75-100 | 2024-05-01 |
        09000005 | 09000004 | 75-100 | 2024-05-09 |
        """,
        companies=NEW_COMPANY,
    )

    assert told.companies == ("09000003", "09000004")
    assert told.known_on == date(2024, 5, 9)


def test_two_companies_bought_a_year_apart_are_two_events() -> None:
    told = events(
        """
        holder   | company  | votes  | valid_from | valid_to
        09000001 | 09000003 | 75-100 | 2016-04-06 | 2023-05-01
        09000001 | 09000004 | 75-100 | 2016-04-06 | 2024-05-09
        09000002 | 09000003 | 75-100 | 2023-05-01 |
        09000002 | 09000004 | 75-100 | 2024-05-09 |
        """
    )

    assert kinds(told) == ["acquisition", "acquisition"]


PERSON = "individual-person-with-significant-control"
EXCHANGED = f"""
    holder    | company  | votes  | valid_from | valid_to   | kind
    Ann Other | 09000003 | 75-100 | 2016-04-06 | 2024-05-01 | {PERSON}
    Ann Other | 09000005 | 75-100 | 2024-03-01 |            | {PERSON}
    09000005  | 09000003 | 75-100 | 2024-05-01 |            | {PERSON}
""".replace(
    f"09000005  | 09000003 | 75-100 | 2024-05-01 |            | {PERSON}",
    "09000005  | 09000003 | 75-100 | 2024-05-01 |            |"
    " corporate-entity-person-with-significant-control",
)


def test_a_founder_who_puts_a_company_on_top_still_controls() -> None:
    (told,) = events(EXCHANGED, companies=NEW_COMPANY)

    assert told.kind is EventKind.RESTRUCTURE
    assert told.certain
    assert "Ann" not in told.sentence + "".join(one.claim for one in told.signals)


def test_a_founder_who_keeps_a_part_has_sold() -> None:
    kept = EXCHANGED.replace("Ann Other | 09000005 | 75-100", "Ann Other | 09000005 | 25-50 ")

    assert kinds(events(kept, companies=NEW_COMPANY)) == ["acquisition"]


def test_a_company_that_is_taken_out_from_between_is_a_restructure() -> None:
    (told,) = events(
        f"""
        holder    | company  | votes  | valid_from | valid_to   | kind
        Ann Other | 09000005 | 75-100 | 2016-04-06 |            | {PERSON}
        Ann Other | 09000003 | 75-100 | 2024-05-01 |            | {PERSON}
        09000005  | 09000003 | 75-100 | 2016-04-06 | 2024-05-01 | {PERSON.replace("individual", "corporate-entity")}
        """,  # noqa: E501 - a table
        companies=NEW_COMPANY.replace("2024-03-01", "2012-03-01"),
    )

    assert told.kind is EventKind.RESTRUCTURE
    assert told.sentence == (
        "Larkmoor Care Limited (09000003) came directly under the people who were at the head"
        " before, on 2024-05-01."
    )


FIRST_ENTRY = """
    holder   | company  | votes  | valid_from
    09000005 | 09000003 | 75-100 | 2024-05-01
"""


def test_where_nobody_is_entered_the_board_tells_who_is_behind_a_new_parent() -> None:
    (told,) = events(
        FIRST_ENTRY,
        director("OTHER, Ann", "09000003", date(2012, 1, 1)),
        director("OTHER, Ann", "09000005", date(2024, 3, 1)),
        companies=NEW_COMPANY,
    )

    assert told.kind is EventKind.RESTRUCTURE
    assert told.doubt == "the people behind it are known by the boards alone"


def test_a_first_entry_with_nothing_beside_it_is_in_doubt() -> None:
    (told,) = events(FIRST_ENTRY, companies=NEW_COMPANY.replace("2024-03-01", "2012-03-01"))

    assert told.kind is EventKind.ACQUISITION
    assert told.doubt == "nothing is published of who controlled it before"


def test_a_first_entry_after_a_statement_that_nobody_was_to_be_entered_is_certain() -> None:
    statement = said(
        ControlStatement,
        company_number="09000003",
        statement="no-individual-or-entity-with-signficant-control",
        statement_id="id-1",
        valid_from=date(2017, 1, 1),
        valid_to=SOLD_ON,
        public_on=date(2017, 1, 1),
    )

    (told,) = events(FIRST_ENTRY, statement, companies=NEW_COMPANY)

    assert told.certain


def test_what_a_company_tells_first_of_its_register_is_no_event() -> None:
    assert events(FIRST_ENTRY.replace("2024-05-01", "2016-04-06"), companies=NEW_COMPANY) == ()
    assert (
        events(
            FIRST_ENTRY.replace("2024-05-01", "2017-01-10"),
            companies=NEW_COMPANY.replace("2024-03-01", "2012-03-01"),
        )
        == ()
    )


def test_a_first_entry_of_the_first_year_counts_where_something_else_speaks_for_it() -> None:
    told = events(
        FIRST_ENTRY.replace("2024-05-01", "2017-01-10"),
        charge("09000003", date(2017, 1, 12)),
        charge("09000005", date(2017, 1, 12)),
        companies=NEW_COMPANY.replace("2024-03-01", "2012-03-01"),
    )

    assert kinds(told) == ["acquisition"]


def test_whoever_founds_a_company_has_not_bought_it() -> None:
    assert events(FIRST_ENTRY, companies=NEW_COMPANY.replace("2010-01-01", "2024-04-20")) == ()


def test_an_entry_that_was_over_before_it_began_never_held() -> None:
    assert (
        events(
            """
            holder   | company  | votes  | valid_from | valid_to
            09000001 | 09000003 | 75-100 | 2016-04-06 |
            09000002 | 09000003 | 75-100 | 2024-05-01 | 2024-05-01
            """
        )
        == ()
    )


def test_control_that_goes_to_people_has_changed() -> None:
    (told,) = events(
        f"""
        holder    | company  | votes  | valid_from | valid_to   | kind
        Ann Other | 09000003 | 75-100 | 2024-05-01 |            | {PERSON}
        09000001  | 09000003 | 75-100 | 2016-04-06 | 2024-05-01 | {PERSON.replace("individual", "corporate-entity")}
        """  # noqa: E501 - a table
    )

    assert told.kind is EventKind.CONTROL_CHANGED
    assert told.certain
    assert told.sentence == (
        "Control of Larkmoor Care Limited (09000003) passed from the group of Amber Holdings"
        " Limited to others, of whom none is a company, on 2024-05-01."
    )


def test_control_that_ends_with_nobody_entered_since_is_in_doubt() -> None:
    (told,) = events(
        """
        holder   | company  | votes  | valid_from | valid_to
        09000001 | 09000003 | 75-100 | 2016-04-06 | 2024-05-01
        """
    )

    assert told.kind is EventKind.CONTROL_CHANGED
    assert told.on == SOLD_ON
    assert told.doubt == "nobody is entered since with more than half"


def test_a_person_who_is_entered_with_another_part_has_bought_nothing() -> None:
    told = events(
        f"""
        holder    | company  | votes  | valid_from | valid_to   | kind
        Ann Other | 09000003 | 75-100 | 2016-04-06 | 2024-05-01 | {PERSON}
        Ann Other | 09000003 | 50-75  | 2024-05-01 |            | {PERSON}
        """
    )

    assert told == ()


def test_a_small_holder_beside_the_parent_changes_nothing() -> None:
    told = events(
        """
        holder   | company  | votes  | valid_from | valid_to
        09000001 | 09000003 | 50-75  | 2016-04-06 |
        09000002 | 09000003 | 25-50  | 2024-05-01 |
        """
    )

    assert told == ()


def test_two_that_are_entered_as_controlling_at_once_are_in_doubt() -> None:
    (told,) = events(SOLD.replace("2024-05-01\n", "          \n"))

    assert told.doubt == (
        "several are entered as controlling it since, none of them above the others"
    )


VENTURE = """
    holder   | company  | votes  | valid_from | valid_to
    09000001 | 09000003 | 75-100 | 2016-04-06 | 2024-05-01
    09000001 | 09000003 | 25-50  | 2024-05-01 |
    09000002 | 09000003 | 25-50  | 2024-05-01 |
"""


def test_a_company_that_two_groups_come_to_hold_is_a_joint_venture() -> None:
    (told,) = events(VENTURE)

    assert told.kind is EventKind.JOINT_VENTURE
    assert told.certain
    assert told.sentence == (
        "Larkmoor Care Limited (09000003) came to be held by two groups, of which neither has more"
        " than half, on 2024-05-01."
    )


@pytest.mark.parametrize(
    "third",
    [
        "09000004 | 09000003 | 25-50 | 2024-05-01 |",
        "Amber Trust Foundation | 09000003 | 25-50 | 2024-05-01 |",
    ],
)
def test_a_company_that_three_hold_is_no_joint_venture(third: str) -> None:
    (told,) = events(f"{VENTURE}    {third}\n")

    assert told.kind is EventKind.CONTROL_CHANGED


def test_a_head_whose_two_subsidiaries_come_to_hold_halves_still_controls() -> None:
    told = events(
        """
        holder   | company  | votes  | valid_from | valid_to
        09000001 | 09000003 | 75-100 | 2016-04-06 | 2024-05-01
        09000001 | 09000002 | 75-100 | 2016-04-06 |
        09000001 | 09000004 | 75-100 | 2016-04-06 |
        09000002 | 09000003 | 25-50  | 2024-05-01 |
        09000004 | 09000003 | 25-50  | 2024-05-01 |
        """
    )

    assert told == ()


def test_a_holder_without_a_number_is_known_by_its_name() -> None:
    (told,) = events(
        """
        holder                 | company  | votes  | valid_from | valid_to   | country_registered
        09000001               | 09000003 | 75-100 | 2016-04-06 | 2024-05-01 |
        Birch Holdings Limited | 09000003 | 75-100 | 2024-05-01 |            | England
        """
    )

    assert told.taker == Head(id="09000002", name="Birch Holdings Limited")


def events_of(told: tuple[Event, ...], company: str) -> list[str]:
    return [one.id for one in told if company in one.concerns]


def test_an_event_concerns_what_passed_and_who_took_it_over() -> None:
    told = events(f"{SOLD}    09000003 | 09000004 | 75-100 | 2016-04-06 |\n")

    assert events_of(told, "09000003") == ["event:acquisition/09000003/2024-05-01"]
    assert events_of(told, "09000002") == ["event:acquisition/09000003/2024-05-01"]
    assert events_of(told, "09000004") == []
