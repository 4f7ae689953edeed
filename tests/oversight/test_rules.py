"""Every rule keeps the promises in its own file."""

import inspect
import re
from dataclasses import replace
from pathlib import Path

import pytest

from crawlers.catalogue import catalogue
from db.snapshot import Snapshot
from oversight import rules
from oversight.evaluate import evaluate
from oversight.finding import Finding
from oversight.market import Market
from oversight.policy import Policy, policies
from oversight.rule import Example, Rule
from oversight.rules import register

RULES = [pytest.param(rule, id=rule.code) for rule in register()]
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}: {example.title}")
    for rule in register()
    for example in rule.examples
]
HEADINGS = ["What it flags", "Why it matters", "Measure", "Sources", "Limits"]


def description(rule: Rule) -> str:
    return inspect.cleandoc(inspect.getmodule(rule.check).__doc__ or "")


def again(market: Market) -> Market:
    """The same market with nothing computed yet."""
    return Market(snapshot=market.snapshot, policy=market.policy)


def reversed_rows(market: Market) -> Market:
    """The same market, each kind's rows read from the last to the first."""
    shelf = {kind: tuple(reversed(rows)) for kind, rows in market.snapshot.shelf.items()}
    snapshot = Snapshot(as_of=market.snapshot.as_of, known_at=market.snapshot.known_at, shelf=shelf)
    return Market(snapshot=snapshot, policy=market.policy)


def said(finding: Finding) -> tuple[object, ...]:
    evidence = sorted((one.claim, one.cite) for one in finding.evidence)
    return finding.key, finding.headline, finding.measure, finding.since, evidence


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_flags_what_its_example_says_no_more_and_no_fewer(
    rule: Rule, example: Example
) -> None:
    flagged = [finding.subject for finding in rule.check(example.market)]

    assert sorted(example.flags) == sorted(flagged)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_whoever_is_flagged_is_counted_among_those_that_could_be(
    rule: Rule, example: Example
) -> None:
    could = sorted(rule.could_meet(example.market))

    assert sorted(set(could)) == could
    assert example.flags - set(could) == set()


@pytest.mark.parametrize("rule", RULES)
def test_as_many_could_be_flagged_as_the_examples_say(rule: Rule) -> None:
    stated = {example.title: example.of for example in rule.examples if example.of is not None}
    counted = {e.title: len(list(rule.could_meet(e.market))) for e in rule.examples}

    assert stated == {title: counted[title] for title in stated}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_shows_a_market_in_which_nobody_could_meet_it(rule: Rule) -> None:
    assert 0 in [example.of for example in rule.examples]
    assert rule.of_whom


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_the_same_market_gives_the_same_findings_in_the_same_order(
    rule: Rule, example: Example
) -> None:
    first = evaluate(example.market, [rule])

    assert first == evaluate(example.market, [rule])
    assert first == evaluate(again(example.market), [rule])


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_the_order_of_the_publishers_rows_changes_no_finding(rule: Rule, example: Example) -> None:
    first = [said(finding) for finding in evaluate(example.market, [rule])]

    assert first == [said(f) for f in evaluate(reversed_rows(example.market), [rule])]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_asks_the_policy_for_no_threshold_that_it_does_not_name(
    rule: Rule, example: Example
) -> None:
    policy = example.market.policy
    named = {name: policy.thresholds[name] for name in rule.thresholds}
    market = replace(example.market, policy=replace(policy, thresholds=named))
    flagged = [finding.subject for finding in rule.check(market)]

    assert sorted(example.flags) == sorted(flagged)
    assert list(rule.could_meet(market)) == list(rule.could_meet(example.market))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_finding_says_whose_it_is_and_carries_its_rules_explanations_and_question(
    rule: Rule, example: Example
) -> None:
    told = {
        (f.rule, f.policy, f.as_of, f.explanations[: len(rule.explanations)], f.ask)
        for f in rule.check(example.market)
    }
    expected = (
        rule.code,
        example.market.policy.name,
        example.market.snapshot.as_of,
        rule.explanations,
        rule.ask,
    )

    assert ({expected} if example.flags else set()) == told


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_every_piece_of_evidence_points_into_a_document(rule: Rule, example: Example) -> None:
    cites = [one.cite for found in rule.check(example.market) for one in found.evidence]

    assert [cite for cite in cites if not re.fullmatch(r"sha256:[0-9a-f]{64}#\S+", cite)] == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rules_file_describes_it_under_five_headings(rule: Rule) -> None:
    summary, *lines = description(rule).splitlines()

    assert summary.endswith(".")
    assert [line for line in lines if re.match(r"\S", line)] == HEADINGS


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("heading", HEADINGS)
def test_each_heading_has_something_under_it(rule: Rule, heading: str) -> None:
    assert re.search(rf"^{heading}\n    \S", description(rule), re.MULTILINE)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_shows_an_example_that_fires_and_one_that_stays_quiet(rule: Rule) -> None:
    assert {True, False} == {bool(example.flags) for example in rule.examples}


@pytest.mark.parametrize("rule", RULES)
def test_no_two_examples_of_a_rule_have_one_title(rule: Rule) -> None:
    titles = [example.title for example in rule.examples]

    assert sorted(set(titles)) == sorted(titles)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("policy", policies(), ids=lambda policy: policy.name)
def test_every_policy_has_the_thresholds_that_a_rule_asks_for(rule: Rule, policy: Policy) -> None:
    assert set(rule.thresholds) - set(policy.thresholds) == set()


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_stands_on_an_act_that_anyone_can_open(rule: Rule) -> None:
    assert rule.basis.citation.startswith("Care Standards Act 2000 s.")
    assert re.fullmatch(
        r"https://www\.legislation\.gov\.uk/ukpga/\d{4}/\d+/section/\d+", rule.basis.url
    )


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_gives_innocent_reasons_and_a_question_to_ask_next(rule: Rule) -> None:
    assert [reason for reason in rule.explanations if not reason.endswith(".")] == []
    assert rule.explanations
    assert rule.ask.endswith("?")


@pytest.mark.parametrize("rule", RULES)
def test_a_rules_code_says_what_kind_of_oversight_and_its_file_is_named_in_words(
    rule: Rule,
) -> None:
    file = Path(inspect.getsourcefile(rule.check) or "").stem

    assert re.fullmatch(r"(FO|PO)-\d\d", rule.code)
    assert re.fullmatch(r"[a-z_]+", file)


def test_no_policy_holds_a_threshold_that_no_rule_asks_for() -> None:
    asked = {name for rule in register() for name in rule.thresholds}

    assert [asked] * 3 == [set(policy.thresholds) for policy in policies()]


def test_the_register_is_in_the_order_of_the_codes() -> None:
    assert [rule.code for rule in register()] == ["FO-01", "PO-01", "PO-02"]


def test_findings_come_in_the_order_of_the_rules_then_of_their_subjects() -> None:
    market = register()[0].examples[0].market
    found = [(finding.rule, finding.subject) for finding in evaluate(market, register())]

    assert found == [("FO-01", "owner:brookhaven homes"), ("FO-01", "owner:larkmoor care")]


def test_a_catalogue_refuses_a_file_without_a_rule() -> None:
    with pytest.raises(TypeError, match="large_share_of_a_market must define NOTHING, a Rule"):
        catalogue(rules, "NOTHING", (Rule,), "code")
