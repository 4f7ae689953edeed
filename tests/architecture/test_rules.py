"""What every rule promises in its own file."""

import pytest

from oversight.docs.docstrings import HEADINGS, sections
from oversight.docs.rules_page import documentation
from oversight.policy import packaged_policy
from oversight.rule import Rule
from oversight.rules import register

rules = pytest.mark.parametrize("rule", register(), ids=lambda rule: rule.code)


@rules
def test_a_rule_explains_itself_under_five_headings_in_order(rule: Rule) -> None:
    assert tuple(sections(documentation(rule))) == HEADINGS


@rules
def test_a_rule_shows_where_it_fires_and_where_it_stays_quiet(rule: Rule) -> None:
    fires = [example.title for example in rule.examples if example.flags]
    quiet = [example.title for example in rule.examples if not example.flags]

    assert fires
    assert quiet


@rules
def test_the_titles_of_a_rules_examples_differ(rule: Rule) -> None:
    titles = [example.title for example in rule.examples]

    assert sorted(set(titles)) == sorted(titles)


@rules
def test_a_rule_rests_on_an_authority_that_can_be_read(rule: Rule) -> None:
    assert rule.basis.citation
    assert rule.basis.url.startswith("https://")


@rules
def test_a_rule_offers_innocent_explanations_and_a_question(rule: Rule) -> None:
    assert rule.explanations
    assert rule.ask.endswith("?")


@rules
def test_a_rule_asks_only_for_thresholds_that_there_are(rule: Rule) -> None:
    assert set(rule.thresholds) - set(packaged_policy().thresholds) == set()


def test_every_threshold_is_asked_for_by_a_rule() -> None:
    asked = {name for rule in register() for name in rule.thresholds}

    assert asked == set(packaged_policy().thresholds)
