"""A parent undertaking meets s.23A(1) where its subsidiaries' settings do, at every level."""

from datetime import date

import pytest

from oversight.examples import market
from oversight.finding import Confidence, Finding, Severity
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
OWNERSHIP = """
    holder   | company  | votes  | valid_from
    09000001 | 09000002 | 75-100 | 2019-04-01
    09000002 | 09000003 | 50-75  | 2020-05-01
    09000002 | 09000004 | 75-100 | 2021-06-01
"""


def found(**changed: str) -> list[Finding]:
    """What the rule finds of a hand-written group of three levels, changed as told."""
    group = {
        "settings": SETTINGS,
        "inspections": INSPECTIONS,
        "companies": COMPANIES,
        "ownership": OWNERSHIP,
    }
    return list(RULE.check(market(**(group | changed))))


def test_a_group_of_three_levels_with_two_failing_subsidiaries_meets_limb_b_at_each_level() -> None:
    top, middle = found()

    assert [top.subject, middle.subject] == ["company:09000001", "company:09000002"]
    assert (top.subject_name, top.measure, top.unit) == ("AMBER TOPCO LIMITED", 2, "settings")
    assert top.headline == (
        "meets s.23A(1)(b) on the strict proxy: 2 settings of 2 subsidiaries count"
    )
    assert (top.severity, top.confidence, top.certain) == (Severity.HIGH, Confidence.HIGH, True)


def test_its_evidence_is_the_chain_link_by_link_the_owner_and_the_settings_rows() -> None:
    top, _ = found()

    assert [(one.claim, one.cite.partition("#")[2]) for one in top.evidence[:6]] == [
        (
            (
                "the chain: AMBER TOPCO LIMITED (09000001) holds 75% or more of the votes of AMBER"
                " MIDCO LIMITED (09000002), which holds more than 50% and less than 75% of the"
                " votes of LARKMOOR CARE LIMITED (09000003)"
            ),
            "Control&row=2",
        ),
        (
            (
                "AMBER TOPCO LIMITED (09000001) holds 75% or more of the votes of AMBER MIDCO"
                " LIMITED (09000002) since 2019-04-01"
            ),
            "Control&row=1",
        ),
        (
            (
                "AMBER MIDCO LIMITED (09000002) holds more than 50% and less than 75% of the votes"
                " of LARKMOOR CARE LIMITED (09000003) since 2020-05-01"
            ),
            "Control&row=2",
        ),
        (
            (
                "Ofsted's register of 2026-03-31 names the owner of SC000001 as 'Larkmoor Care"
                " Limited 09000003'"
            ),
            "Setting&row=1",
        ),
        ("company 09000003 is called LARKMOOR CARE LIMITED (active)", "Company&row=3"),
        (
            (
                "Children's home SC000001: judged Inadequate at its latest full inspection,"
                " 1 June 2025"
            ),
            "Inspection&row=1",
        ),
    ]


def test_it_holds_since_the_second_setting_counted_and_its_chain_stood() -> None:
    top, _ = found()
    late, _ = found(ownership=OWNERSHIP.replace("2019-04-01", "2026-02-01"))

    assert top.since == date(2026, 1, 12)
    assert late.since == date(2026, 2, 1)


TOGETHER = """
    holder   | company  | votes  | valid_from
    09000001 | 09000004 | 75-100 | 2019-04-01
    09000001 | 09000002 | 75-100 | 2021-06-01
    09000002 | 09000003 | 25-50  | 2026-02-01
    09000004 | 09000003 | 25-50  | 2020-05-01
"""


def test_control_through_several_names_them_and_cites_every_entry_that_it_rests_on() -> None:
    (top,) = found(ownership=TOGETHER)

    assert [(one.claim, one.cite.partition("#")[2]) for one in top.evidence[:5]] == [
        (
            (
                "AMBER TOPCO LIMITED (09000001) holds, through AMBER MIDCO LIMITED (09000002) and"
                " FERNHOLLOW HOMES LIMITED (09000004) together, more than 50% of the votes of"
                " LARKMOOR CARE LIMITED (09000003) since 2026-02-01"
            ),
            "Control&row=3",
        ),
        (
            (
                "AMBER TOPCO LIMITED (09000001) holds 75% or more of the votes of AMBER MIDCO"
                " LIMITED (09000002) since 2021-06-01"
            ),
            "Control&row=2",
        ),
        (
            (
                "AMBER MIDCO LIMITED (09000002) holds more than 25% and at most 50% of the votes of"
                " LARKMOOR CARE LIMITED (09000003) since 2026-02-01"
            ),
            "Control&row=3",
        ),
        (
            (
                "AMBER TOPCO LIMITED (09000001) holds 75% or more of the votes of FERNHOLLOW HOMES"
                " LIMITED (09000004) since 2019-04-01"
            ),
            "Control&row=1",
        ),
        (
            (
                "FERNHOLLOW HOMES LIMITED (09000004) holds more than 25% and at most 50% of the"
                " votes of LARKMOOR CARE LIMITED (09000003) since 2020-05-01"
            ),
            "Control&row=4",
        ),
    ]


def test_control_through_several_holds_since_the_last_of_its_parts_began() -> None:
    (known,) = found(ownership=TOGETHER)
    (unknown,) = found(ownership=TOGETHER.replace("2020-05-01", "          "))

    assert known.since == date(2026, 2, 1)
    assert (unknown.since, "2026-02-01" in unknown.evidence[0].claim) == (None, False)


def test_where_the_day_of_a_holding_is_not_published_there_is_no_such_day() -> None:
    top, middle = found(ownership=OWNERSHIP.replace("2019-04-01", "          "))

    assert (top.since, top.since_why) == (
        None,
        "the day of a suspension, or of a holding, is not published",
    )
    assert middle.since == date(2026, 1, 12)


def test_there_is_no_such_day_where_an_unknown_one_could_be_earlier() -> None:
    settings = SETTINGS + "    SC000003 | Thistle Care Limited 09000005"
    ownership = OWNERSHIP + "    09000002 | 09000005 | 75-100 |"
    third = "    SC000003 | {} | Inadequate"
    _, early = found(
        settings=settings,
        ownership=ownership,
        inspections=INSPECTIONS + third.format("2024-01-01"),
    )
    _, late = found(
        settings=settings,
        ownership=ownership,
        inspections=INSPECTIONS + third.format("2026-02-01"),
    )

    assert (early.since, early.since_why) == (
        None,
        "the day of a suspension, or of a holding, is not published",
    )
    assert late.since == date(2026, 1, 12)


def test_one_subsidiary_with_two_such_settings_meets_limb_a() -> None:
    top, middle = found(settings=SETTINGS.replace("Fernhollow Homes Limited 09000004", LARKMOOR))

    assert top.headline == (
        "meets s.23A(1)(a) on the strict proxy: 2 settings of one subsidiary count"
    )
    assert middle.measure == 2


LARKMOOR = "Larkmoor Care Limited 09000003"


def test_both_limbs_may_be_met_at_once() -> None:
    top, _ = found(
        settings=SETTINGS + f"    SC000003 | {LARKMOOR}",
        inspections=INSPECTIONS + "    SC000003 | 2025-01-01 | Inadequate",
    )

    assert top.headline.startswith("meets s.23A(1)(a) and (b) on the strict proxy: 3 settings")
    assert top.since == date(2025, 6, 1)


def test_two_owners_that_are_one_company_are_one_subsidiary() -> None:
    top, _ = found(settings=SETTINGS.replace("09000004", "09000003"))

    assert "(1)(a)" in top.headline
    assert "(b)" not in top.headline


def test_the_parents_own_settings_are_not_its_subsidiaries() -> None:
    own = found(settings=SETTINGS.replace("09000004", "09000002"))

    assert [one.subject for one in own] == ["company:09000001"]


def test_an_owner_matched_by_name_lowers_the_confidence() -> None:
    top, _ = found(settings=SETTINGS.replace(" 09000004", ""))

    assert top.confidence is Confidence.MEDIUM


def test_a_number_whose_company_has_another_name_gives_low_confidence_and_says_so() -> None:
    top, _ = found(companies=COMPANIES.replace("FERNHOLLOW HOMES", "ASH PLUMBING"))

    assert top.confidence is Confidence.LOW
    assert (
        "company 09000004 is called ASH PLUMBING LIMITED (active): another name than the"
        " owner's text has"
    ) in [one.claim for one in top.evidence]


@pytest.mark.parametrize(("policy", "severity"), [("wide", "context"), ("grades-alone", "high")])
def test_on_the_wide_proxy_it_is_context(policy: str, severity: str) -> None:
    top, _ = found(policy=policy)

    assert top.severity == severity


def test_a_holding_of_25_to_50_per_cent_anywhere_breaks_the_chain() -> None:
    only = found(ownership=OWNERSHIP.replace("09000002 | 75-100 |", "09000002 | 25-50  |"))

    assert [one.subject for one in only] == ["company:09000002"]


def test_whoever_has_enough_settings_below_it_could_meet_it() -> None:
    asked = market(settings=SETTINGS, ownership=OWNERSHIP)

    assert list(RULE.could_meet(asked)) == ["company:09000001", "company:09000002"]
    assert list(RULE.check(asked)) == []


def test_a_parent_with_one_setting_below_it_could_not() -> None:
    only_larkmoor = OWNERSHIP.replace("09000002 | 09000004", "09000005 | 09000004")

    assert list(RULE.could_meet(market(settings=SETTINGS, ownership=only_larkmoor))) == []
