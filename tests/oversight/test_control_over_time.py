"""Control is that of the register's day: what came later, and what had come before, is told."""

from dataclasses import replace
from datetime import date

from oversight.examples import market
from oversight.finding import Finding
from oversight.rules.several_failing_subsidiaries import RULE

SETTINGS = """
    urn      | owner_name
    SC000001 | Larkmoor Care Limited 09000003
    SC000002 | Fernhollow Homes Limited 09000004
"""
INSPECTIONS = """
    urn      | inspected_on | overall_experiences_and_progress
    SC000001 | 2025-06-01   | Inadequate
    SC000002 | 2026-01-12   | Inadequate
"""
COMPANIES = """
    company_number | name
    09000001       | AMBER TOPCO LIMITED
    09000002       | AMBER MIDCO LIMITED
    09000003       | LARKMOOR CARE LIMITED
    09000004       | FERNHOLLOW HOMES LIMITED
"""


def found(
    ownership: str, settings: str = SETTINGS, inspections: str = INSPECTIONS
) -> list[Finding]:
    """What the rule finds of the register's day, asked on that day."""
    asked = market(
        settings=settings, inspections=inspections, companies=COMPANIES, ownership=ownership
    )
    return list(RULE.check(asked))


def later(ownership: str) -> list[Finding]:
    """What the rule finds of the register's day when it is asked months later."""
    asked = market(
        settings=SETTINGS, inspections=INSPECTIONS, companies=COMPANIES, ownership=ownership
    )
    snapshot = replace(asked.snapshot, as_of=date(2026, 9, 1))
    return list(RULE.check(replace(asked, snapshot=snapshot)))


SOLD = """
    holder   | company  | votes  | valid_from | valid_to
    09000001 | 09000002 | 75-100 | 2019-04-01 |
    09000002 | 09000003 | 50-75  | 2020-05-01 | 2026-05-01
    09000002 | 09000004 | 75-100 | 2021-06-01 |
"""


def test_control_that_has_ended_since_counts_and_is_said_to_have_ended() -> None:
    top, middle = later(SOLD)

    assert middle.headline == (
        "meets s.23A(1)(b) on the strict proxy: 2 settings of 2 subsidiaries count; control of 1"
        " of 2 has ended since"
    )
    assert middle.evidence[0].claim == (
        "AMBER MIDCO LIMITED (09000002) holds more than 50% and less than 75% of the votes of"
        " LARKMOOR CARE LIMITED (09000003) since 2020-05-01 until 2026-05-01"
    )
    assert top.evidence[0].claim.endswith(
        "the votes of LARKMOOR CARE LIMITED (09000003) (until 2026-05-01)"
    )


def test_who_certainly_came_after_is_told_with_the_entry_that_says_so() -> None:
    _, middle = later(SOLD + "    09000009 | 09000003 | 75-100 | 2026-05-01 |")

    assert (middle.evidence[1].claim, middle.evidence[1].cite.partition("#")[2]) == (
        (
            "after 2026-05-01: 09000009 holds 75% or more of the votes of LARKMOOR CARE LIMITED"
            " (09000003) since 2026-05-01"
        ),
        "Control&row=4",
    )


def test_a_person_or_a_minority_that_came_after_is_no_successor() -> None:
    _, middle = later(SOLD + "    09000009 | 09000003 | 25-50 | 2026-05-01 |")

    assert not [one for one in middle.evidence if one.claim.startswith("after")]


def test_an_entry_that_the_same_parent_replaced_has_ended_and_control_has_not() -> None:
    _, middle = later(SOLD + "    09000002 | 09000003 | 75-100 | 2026-05-01 |")

    assert middle.headline.endswith("2 settings of 2 subsidiaries count")
    assert [one.claim for one in middle.evidence[:2]] == [
        (
            "AMBER MIDCO LIMITED (09000002) holds more than 50% and less than 75% of the votes of"
            " LARKMOOR CARE LIMITED (09000003) since 2020-05-01 until 2026-05-01"
        ),
        (
            "after 2026-05-01: AMBER MIDCO LIMITED (09000002) holds 75% or more of the votes of"
            " LARKMOOR CARE LIMITED (09000003) since 2026-05-01"
        ),
    ]


def test_control_that_began_after_the_registers_day_is_not_used() -> None:
    assert later(SOLD.replace("2019-04-01", "2026-05-01"))[0].subject == "company:09000002"


def test_control_through_several_ends_with_the_first_of_its_parts() -> None:
    (top,) = later("""
        holder   | company  | votes  | valid_from | valid_to
        09000001 | 09000004 | 75-100 | 2019-04-01 |
        09000001 | 09000002 | 75-100 | 2021-06-01 |
        09000002 | 09000003 | 25-50  | 2026-02-01 | 2026-06-01
        09000004 | 09000003 | 25-50  | 2020-05-01 | 2026-05-01
    """)

    assert top.headline.endswith("; control of 1 of 2 has ended since")
    assert top.evidence[0].claim.endswith("(09000003) since 2026-02-01 until 2026-05-01")


BOUGHT = """
    holder   | company  | votes  | valid_from | valid_to
    09000001 | 09000002 | 75-100 | 2019-04-01 |
    09000002 | 09000003 | 50-75  | 2025-09-01 |
    09000002 | 09000004 | 75-100 | 2021-06-01 |
"""


def before(finding: Finding) -> list[tuple[str, str]]:
    """What a finding says of settings that were judged before the parent held them."""
    return [
        (one.claim, one.cite.partition("#")[2])
        for one in finding.evidence
        if "judged on" in one.claim
    ]


def test_a_setting_judged_before_the_parent_held_it_counts_and_is_said_to_have_been() -> None:
    top, middle = found(ownership=BOUGHT)

    assert middle.headline == (
        "meets s.23A(1)(b) on the strict proxy: 2 settings of 2 subsidiaries count, 1 judged before"
        " control began"
    )
    assert before(middle) == [
        (
            (
                "Children's home SC000001: judged on 2025-06-01, before AMBER MIDCO LIMITED"
                " (09000002) held it: control since 2025-09-01, by the entries in force"
            ),
            "Control&row=2",
        )
    ]
    assert "before AMBER TOPCO LIMITED (09000001) held it" in before(top)[0][0]


def test_a_parent_that_came_in_further_up_held_it_from_then_on() -> None:
    top, middle = found(
        ownership=BOUGHT.replace("2019-04-01", "2025-10-01").replace("2025-09-01", "2020-05-01")
    )

    assert (len(before(top)), before(middle)) == (1, [])


def test_control_that_began_on_the_day_of_the_visit_did_not_begin_after_it() -> None:
    _, middle = found(ownership=BOUGHT.replace("2025-09-01", "2025-06-01"))

    assert before(middle) == []


def test_a_setting_judged_under_an_entry_that_was_replaced_was_held_by_the_parent() -> None:
    earlier = "    09000002 | 09000003 | 75-100 | 2020-05-01 | 2025-09-01"
    _, middle = found(ownership=BOUGHT + earlier)

    assert before(middle) == []
    assert middle.headline.endswith("2 settings of 2 subsidiaries count")


def test_where_the_day_of_a_holding_is_not_published_nothing_is_said_to_come_before() -> None:
    _, middle = found(ownership=BOUGHT.replace("2025-09-01", "          "))

    assert before(middle) == []


def test_a_suspension_whose_day_is_not_published_is_not_said_to_come_before() -> None:
    _, middle = found(
        ownership=BOUGHT,
        settings="""
            urn      | owner_name                        | registration_status
            SC000001 | Larkmoor Care Limited 09000003    | Suspended
            SC000002 | Fernhollow Homes Limited 09000004 | Active
        """,
        inspections="""
            urn      | overall_experiences_and_progress
            SC000002 | Inadequate
        """,
    )

    assert before(middle) == []
