"""What people decided about owners goes before every rule; what they left open no rule decides."""

from dataclasses import replace

from oversight.decisions import Decision
from oversight.examples import market
from oversight.market import Market
from oversight.matching import Method, OwnerKind, OwnerMatch
from tests.oversight.decisions.deciding import (
    CHARITY,
    NOT,
    SAME,
    UNDECIDED,
    A,
    B,
    decided,
    decision,
)

COMPANIES = """
    company_number | name
    09000001       | LARKMOOR CARE LIMITED
    09000002       | FERNHOLLOW HOLDINGS LIMITED
"""
NAMESAKES = COMPANIES + "    09000003 | LARKMOOR CARE LTD\n"


def owner(*decisions: Decision, text: str = "Larkmoor Care", companies: str = COMPANIES) -> Market:
    """A register of one home, whose owner people have decided about."""
    found = market(settings=f"urn | owner_name\nSC000001 | {text}", companies=companies)
    return replace(found, decisions=decided(*decisions))


def matched(of: Market) -> OwnerMatch:
    (found,) = of.matches.values()
    return found


def test_without_decisions_the_rules_decide() -> None:
    assert matched(owner()).method is Method.NAME


def test_a_company_that_a_person_decided_on_is_the_owner_whatever_a_rule_says() -> None:
    found = matched(owner(decision("LARKMOOR CARE LTD", SAME, B)))

    assert (found.method, found.company_number) == (Method.DECIDED, "09000002")
    assert found.company_name == "FERNHOLLOW HOLDINGS LIMITED"
    assert [one.claim for one in found.evidence] == [
        "Ofsted's register of 2026-03-31 names the owner of SC000001 as 'Larkmoor Care'",
        "company 09000001 is called LARKMOOR CARE LIMITED (active)",
        (
            "a person decided on 1 April 2026 that 'LARKMOOR CARE LTD' is company:09000002:"
            " The accounts say so."
        ),
        "company 09000002 is called FERNHOLLOW HOLDINGS LIMITED (active)",
    ]


def test_a_decided_company_of_which_nothing_is_held_has_no_name() -> None:
    found = matched(owner(decision("Larkmoor Care", SAME, "company:09000009")))

    assert (found.company_number, found.company_name) == ("09000009", None)


def test_a_decided_company_is_in_the_graph_with_the_owners_settings() -> None:
    held = owner(decision("Larkmoor Care", SAME, B))

    assert [(number, len(owners)) for number, owners in held.owned.items()] == [("09000002", 1)]


def test_an_owner_that_is_decided_to_be_no_company_is_matched_to_none() -> None:
    found = matched(owner(decision("Larkmoor Care", SAME, "none")))

    assert (found.method, found.company_number) == (Method.DECIDED, None)
    assert not found.needs_review


def test_an_owner_that_is_decided_to_be_a_charity_is_one() -> None:
    assert matched(owner(decision("Larkmoor Care", SAME, CHARITY))).kind is OwnerKind.CHARITY


def test_the_number_of_the_charity_that_an_owner_is_decided_to_be_is_known() -> None:
    alone = matched(owner(decision("Larkmoor Care", SAME, CHARITY)))
    both = matched(owner(decision("Larkmoor Care", SAME, A), decision(A, SAME, CHARITY)))

    assert (alone.company_number, alone.charity_number) == (None, "1045678")
    assert (both.company_number, both.charity_number) == ("09000001", "1045678")


def test_a_charity_that_a_person_refused_is_not_the_owner() -> None:
    numbered = "Larkmoor Care (charity number 1045678)"
    found = matched(owner(decision(numbered, NOT, CHARITY), text=numbered))

    assert (found.method, found.charity_number) == (Method.REFUSED, None)


def test_who_is_decided_to_be_a_person_is_named_in_no_evidence() -> None:
    page, why = "https://example.org/jane-larkmoor", "Jane Larkmoor signs."
    said = decision("Jane Larkmoor", SAME, "person", reason=why, cite=page)
    found = matched(owner(said, text="Jane Larkmoor"))

    assert (found.kind, found.needs_review) == (OwnerKind.PERSON, False)
    assert [one.claim for one in found.evidence] == [
        "Ofsted's register of 2026-03-31 names as the owner of SC000001 who may be a person",
        "a person decided on 1 April 2026 that the owner of SC000001 is a person",
    ]


def test_a_company_that_a_person_refused_is_not_the_owner() -> None:
    found = matched(owner(decision("Larkmoor Care", NOT, A)))

    assert (found.method, found.company_number, found.candidates) == (Method.REFUSED, None, ())


def test_a_refused_namesake_is_no_candidate() -> None:
    found = matched(owner(decision("Larkmoor Care", NOT, A), companies=NAMESAKES))

    assert (found.method, found.candidates) == (Method.AMBIGUOUS, ("09000003",))


def test_when_every_namesake_is_refused_none_is_left() -> None:
    refusals = (
        decision("Larkmoor Care", NOT, A),
        decision("Larkmoor Care", NOT, "company:09000003"),
    )

    assert matched(owner(*refusals, companies=NAMESAKES)).method is Method.REFUSED


def test_a_refusal_of_a_company_that_no_rule_names_changes_nothing() -> None:
    assert matched(owner(decision("Larkmoor Care", NOT, B))) == matched(owner())


def test_what_people_left_undecided_no_rule_decides() -> None:
    found = matched(owner(decision("Larkmoor Care", UNDECIDED, A)))

    assert (found.method, found.candidates) == (Method.UNDECIDED, ("09000001",))
    assert found.evidence[-1].claim == (
        "a person left it open on 1 April 2026 whether 'Larkmoor Care' is company:09000001: The"
        " accounts say so."
    )


def test_an_owner_that_no_rule_decides_has_the_company_that_people_left_open_as_candidate() -> None:
    found = matched(owner(decision("Ashdene", UNDECIDED, B), text="Ashdene"))

    assert (found.method, found.candidates) == (Method.UNDECIDED, ("09000002",))


def test_a_question_left_open_about_another_company_leaves_the_rules_match() -> None:
    assert matched(owner(decision("Larkmoor Care", UNDECIDED, B))) == matched(owner())


def test_contradicting_decisions_apply_to_nobody() -> None:
    found = matched(owner(decision("Larkmoor Care", SAME, A), decision("Larkmoor Care", SAME, B)))

    assert (found.method, found.company_number) == (Method.CONTRADICTED, None)
    assert found.candidates == ("09000001", "09000002")


def test_evidence_cites_what_the_person_cited_where_the_archive_has_it() -> None:
    held = f"sha256:{'a' * 64}#page=3"
    page = "https://example.org/accounts"
    one = matched(owner(decision("Larkmoor Care", SAME, CHARITY, cite=held)))
    other = matched(owner(decision("Larkmoor Care", SAME, CHARITY, cite=page)))

    assert one.evidence[-1].cite == held
    assert other.evidence[-1].cite == other.evidence[0].cite
    assert other.evidence[-1].claim.endswith(
        ": The accounts say so. (https://example.org/accounts)"
    )


def test_of_an_owner_whose_rule_names_nobody_a_refusal_is_evidence() -> None:
    found = matched(owner(decision("Ashdene", NOT, B), text="Ashdene"))

    assert (found.method, len(found.evidence)) == (Method.NOT_HELD, 2)
