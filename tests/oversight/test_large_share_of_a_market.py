"""What the rule on s.30ZE(4)(c) and (d) says of what it finds."""

from dataclasses import replace

from oversight.evaluate import evaluate
from oversight.examples import homes, market
from oversight.finding import Finding
from oversight.market import Market
from oversight.policy import packaged_policy, read_policy
from oversight.rules.large_share_of_a_market import RULE

HEADING = "urn | owner_name | local_authority | places"


def found_in(asked: Market) -> tuple[Finding, ...]:
    return evaluate(asked, [RULE])


def table(*rows: str) -> str:
    return "\n".join((HEADING, *rows))


def others(count: int, *, council: str = "Kent", first: int = 501) -> list[str]:
    return [
        homes(1, owner=f"Owner {number}", council=council, first=first + number)
        for number in range(count)
    ]


def test_a_quarter_of_a_market_is_enough() -> None:
    (found,) = found_in(market(settings=table(homes(3, owner="Larkmoor Care"), *others(9))))

    assert (found.subject, found.measure) == ("owner:larkmoor care", 0.25)


def test_less_than_a_quarter_is_not() -> None:
    found = found_in(market(settings=table(homes(3, owner="Larkmoor Care"), *others(10))))

    assert found == ()


def test_a_tenth_of_three_council_areas_must_be_more_than_a_tenth() -> None:
    rows = [
        row
        for number, council in enumerate(("Kent", "Medway", "Surrey"))
        for row in (
            homes(1, owner="Larkmoor Care", council=council, first=100 * number),
            *others(9, council=council, first=100 * number + 1),
        )
    ]

    assert found_in(market(settings=table(*rows))) == ()


def test_homes_of_councils_are_no_part_of_the_market() -> None:
    settings = """
        urn      | owner_name          | places | sector
        SC000001 | Kent County Council | 80     | Local Authority
        SC000002 | Larkmoor Care       | 8      | Private
        SC000003 | Ash                 | 8      | Private
        SC000004 | Beech               | 8      | Private
        SC000005 | Cedar               | 8      | Private
        SC000006 | Dogwood             | 4      | Private
        SC000007 | Elm                 | 4      | Private
        SC000008 | Fir                 | 4      | Private
        SC000009 | Larkmoor Care Ltd   | 4      | Private
    """
    (found,) = found_in(market(settings=settings))

    assert (found.subject, found.measure) == ("owner:larkmoor care", 0.25)


def test_the_headline_says_how_much_of_what_and_where() -> None:
    found = found_in(market(settings=table(homes(4, owner="Larkmoor Care"), *others(6))))

    assert len(found) == 1
    assert found[0].headline == (
        "holds 40% of registered places in independent children's homes in Kent,"
        " a large share of 3 markets"
    )
    assert found[0].unit == "share of the market's independent registered places"


def test_the_evidence_counts_the_market_then_cites_each_setting() -> None:
    found = found_in(market(settings=table(homes(4, owner="Larkmoor Care"), *others(6))))
    told = [(one.claim, one.cite.partition("#")[2]) for one in found[0].evidence]

    assert [(claim, cite) for claim, cite in told if claim.startswith("Kent")] == [
        (
            (
                "Kent: 40 independent places in 10 children's homes, of which 16 in 4 are its own;"
                ' `oversight markets --suppliers --service "children\'s homes" --area E10000016'
                " --basis independent` lists all 7 suppliers"
            ),
            "Setting",
        ),
        ("Kent: one of its children's homes", "Setting&row=1"),
        ("Kent: one of its children's homes", "Setting&row=2"),
        ("Kent: one of its children's homes", "Setting&row=3"),
        ("Kent: one of its children's homes", "Setting&row=4"),
    ]


def test_a_share_of_fostering_is_counted_in_agencies_and_never_in_places() -> None:
    rows = "\n".join(
        f"SC{n:06d} | {'Larkmoor Fostering' if n < 4 else f'Owner {n}'} | Kent |"
        " | Independent Fostering Agency"
        for n in range(1, 10)
    )
    (found,) = found_in(market(settings=f"{HEADING} | provision_type\n{rows}"))

    assert found.headline == "holds 33% of independent fostering agencies in England"
    assert found.unit == "share of the market's independent agencies"
    assert found.evidence[0].claim == (
        "England: 9 independent fostering agencies, of which 3 are its own;"
        ' `oversight markets --suppliers --service "fostering agencies" --area E92000001'
        " --basis independent` lists all 7 suppliers"
    )


OWNED_BY_KENT = """
    owner_name
    Larkmoor Trust Limited
"""


def test_what_a_council_owns_is_left_out_of_what_others_shares_are_of() -> None:
    settings = table(
        homes(4, owner="Larkmoor Trust", first=301), homes(3, owner="Brookhaven Homes"), *others(7)
    )
    before = found_in(market(settings=settings))
    found = {
        one.subject: one for one in found_in(market(settings=settings, council_owned=OWNED_BY_KENT))
    }

    assert [one.subject for one in before] == ["owner:larkmoor trust"]
    assert found["owner:brookhaven homes"].measure == 0.3
    assert [
        (one.claim, one.cite.partition("#")[2])
        for one in found["owner:brookhaven homes"].evidence
        if "council provision" in one.claim and one.claim.startswith("Kent")
    ] == [
        (
            (
                "Kent: not counted, as council provision: Larkmoor Trust, which councils own"
                " (settings: 4, places: 16)"
            ),
            "CouncilOwnedBody&row=1",
        )
    ]


def test_a_councils_own_setting_under_another_sector_is_left_out_without_a_word() -> None:
    settings = """
        urn      | owner_name          | sector          | places | local_authority
        SC000001 | Kent County Council | Local Authority | 8      | Ash and Elm
        SC000002 | Kent County Council | Voluntary       | 8      | Ash and Elm
    """ + "\n".join(f"SC1{n:05d} | Larkmoor Care | Private | 4 | Ash and Elm" for n in range(8))
    (found,) = found_in(market(settings=settings))
    of_the_area = [one.claim for one in found.evidence if one.claim.startswith("Ash and Elm")]

    assert of_the_area[0] == (
        "Ash and Elm: 32 independent places in 8 children's homes, of which 32 in 8 are its own;"
        ' `oversight markets --suppliers --service "children\'s homes" --area "Ash and Elm"'
        " --basis independent` lists all 1 suppliers"
    )
    assert set(of_the_area[1:]) == {"Ash and Elm: one of its children's homes"}


def test_a_body_that_councils_own_is_measured_among_all_supply_and_says_so() -> None:
    settings = table(homes(4, owner="Larkmoor Trust", first=301), *others(8))
    (found,) = found_in(market(settings=settings, council_owned=OWNED_BY_KENT))

    assert found.headline == (
        "holds 33% of registered places in all children's homes in Kent, councils' own included,"
        " a large share of 3 markets"
    )
    assert found.unit == "share of all the market's registered places"
    assert found.explanations[-1] == (
        "Councils own it: its share is of all supply, theirs included, and they answer for its"
        " work."
    )


def test_agencies_that_a_council_owns_are_left_out_by_their_number() -> None:
    rows = "\n".join(
        f"SC{n:06d} | {'Larkmoor Trust' if n < 2 else 'Ash' if n < 5 else f'Owner {n}'} | Kent |"
        " | Independent Fostering Agency"
        for n in range(1, 13)
    )
    (found,) = found_in(
        market(settings=f"{HEADING} | provision_type\n{rows}", council_owned=OWNED_BY_KENT)
    )

    assert found.evidence[1].claim == (
        "England: not counted, as council provision: Larkmoor Trust, which councils own"
        " (settings: 1)"
    )


WIDENED = """
    title = "As ministers intend"
    version = 1
    extends = "illustrative"

    [thresholds.supported_accommodation_in_scope]
    value = "yes"
    unit = "one of: yes, no"
    authority = "Ministerial intention, not enacted text"
    address = "https://www.legislation.gov.uk/ukpga/2026/21/section/16"
    dated = 2026-09-01
    status = "our judgement"
    reason = "To see what it would give."
"""
"""A policy under which supported accommodation is judged."""


def test_supported_accommodation_is_in_scope_only_where_the_policy_says_so() -> None:
    settings = """
        urn      | owner_name    | provision_type          | supported_accommodation_premises
        SC000001 | Larkmoor Care | Supported Accommodation | 8
    """
    premises = "\n".join(["urn | owner_name", *["SC000001 | Larkmoor Care"] * 8])
    asked = market(settings=settings, premises=premises)
    widened = replace(asked, policy=read_policy("widened", WIDENED))

    assert found_in(asked) == ()
    assert [found.subject for found in found_in(widened)] == ["owner:larkmoor care"]


def test_where_no_premises_are_listed_nothing_is_found_of_supported_accommodation() -> None:
    rows = "\n".join(f"SC00000{n} | Larkmoor Care | Supported Accommodation | 9" for n in range(8))
    asked = market(settings=f"urn | owner_name | provision_type | places\n{rows}")
    widened = replace(asked, policy=read_policy("widened", WIDENED))

    assert found_in(widened) == ()
    assert list(RULE.could_meet(widened)) == []


def test_the_day_on_which_a_share_was_reached_is_not_known() -> None:
    (found,) = found_in(market(settings=table(homes(8, owner="Larkmoor Care"))))

    assert found.since is None
    assert found.since_why == (
        "the day on which a share was reached is not published, only yearly registers"
    )


def test_the_policy_says_how_small_a_market_is_too_small_to_speak_of() -> None:
    enough = table(homes(8, owner="Larkmoor Care"))
    few_settings = table(homes(7, owner="Larkmoor Care", places=5))
    few_places = table(homes(9, owner="Larkmoor Care", places=3))

    assert (
        packaged_policy().number("smallest_market_settings"),
        packaged_policy().number("smallest_market_places"),
    ) == (8, 30)
    assert [
        len(found_in(market(settings=settings))) for settings in (enough, few_settings, few_places)
    ] == [1, 0, 0]
