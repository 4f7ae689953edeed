from dataclasses import replace
from datetime import date

import pytest

from oversight.finding import Confidence, Evidence, Finding, Severity

FINDING = Finding(
    rule="PO-01",
    policy="illustrative",
    subject="owner:larkmoor care",
    subject_name="Larkmoor Care Limited",
    as_of=date(2026, 3, 31),
    headline="2 of 3 settings",
    measure=2,
    unit="settings",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    certain=True,
    since=date(2026, 1, 12),
    since_why=None,
    evidence=(Evidence(claim="judged Inadequate", cite=f"sha256:{'0' * 64}#row=2"),),
    explanations=("Size alone.",),
    ask="What has changed?",
)


def test_a_finding_refuses_to_exist_without_evidence() -> None:
    with pytest.raises(ValueError, match="PO-01 on owner:larkmoor care: a finding needs evidence"):
        replace(FINDING, evidence=())


def test_a_finding_without_a_day_says_why_it_has_none() -> None:
    with pytest.raises(ValueError, match="give `since`, or why there is none"):
        replace(FINDING, since=None)


def test_a_finding_with_a_day_has_nothing_to_excuse() -> None:
    with pytest.raises(ValueError, match="give `since`, or why there is none"):
        replace(FINDING, since_why="the day of a suspension is not published")


def test_a_finding_is_the_same_tomorrow_by_its_policy_its_rule_and_its_subject() -> None:
    tomorrow = replace(FINDING, as_of=date(2026, 4, 1), measure=3, headline="3 of 3 settings")

    assert FINDING.key == "illustrative/PO-01/owner:larkmoor care"
    assert FINDING.key == tomorrow.key
