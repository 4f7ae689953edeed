"""Thresholds with their authority, and files of one's own."""

import re
from pathlib import Path

import pytest

from oversight.policy import (
    DEFAULT,
    Policy,
    Status,
    UnknownPolicyError,
    find_policy,
    packaged_policy,
    policies,
    read_policy,
)

THREE = """
title = "Three settings"
version = 4
extends = "illustrative"

[thresholds.failing_settings]
value = 3
unit = "settings"
authority = "A what-if"
address = "https://www.legislation.gov.uk/ukpga/2026/21/section/14"
dated = 2026-09-01
status = "our judgement"
reason = "To see what three would give."
"""
PACKAGED = [pytest.param(policy, id=policy.name) for policy in policies()]


def own(folder: Path, text: str) -> str:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_three_policies_come_with_a_release() -> None:
    assert [policy.name for policy in policies()] == ["grades-alone", "illustrative", "wide"]


@pytest.mark.parametrize(
    ("name", "proxy"),
    [("grades-alone", "grades alone"), ("illustrative", "strict"), ("wide", "wide")],
)
def test_each_policy_names_the_proxy_that_it_counts_on(name: str, proxy: str) -> None:
    assert packaged_policy(name).word("failing_proxy") == proxy


def test_unless_told_the_illustrative_policy_is_meant() -> None:
    assert packaged_policy() == packaged_policy("illustrative")
    assert DEFAULT == "illustrative"


def test_the_statutes_own_number_is_two() -> None:
    threshold = packaged_policy().thresholds["failing_settings"]

    assert (threshold.value, threshold.status) == (2, Status.STATUTE)
    assert threshold.authority.startswith("Care Standards Act 2000 s.23A(2)")


@pytest.mark.parametrize("policy", PACKAGED)
def test_each_threshold_says_on_what_authority_where_to_read_it_and_why(policy: Policy) -> None:
    wanting = [
        name
        for name, threshold in policy.thresholds.items()
        if not re.fullmatch(r"https://www\.legislation\.gov\.uk/\S+", threshold.address)
        or not (threshold.authority and threshold.unit and threshold.reason.endswith("."))
    ]

    assert wanting == []


def test_a_policy_that_extends_another_changes_some_thresholds_and_keeps_the_rest() -> None:
    base, found = packaged_policy(), read_policy("three", THREE)
    changed = {name for name in found.thresholds if found.thresholds[name] != base.thresholds[name]}

    assert (found.name, found.title, found.version) == ("three", "Three settings", 4)
    assert found.number("failing_settings") == 3
    assert changed == {"failing_settings"}


def test_a_policy_of_ones_own_is_called_by_its_files_name(tmp_path: Path) -> None:
    found = find_policy(own(tmp_path, THREE))

    assert (found.name, found.number("failing_settings")) == ("mine", 3)


def test_a_changed_threshold_changes_the_policys_hash() -> None:
    three = read_policy("mine", THREE)
    four = read_policy("mine", THREE.replace("value = 3", "value = 4"))
    dated = read_policy("mine", THREE.replace("2026-09-01", "2026-09-02"))

    assert len({packaged_policy().sha256, three.sha256, four.sha256, dated.sha256}) == 4


def test_a_policys_hash_rests_on_its_thresholds_and_not_on_its_name_or_their_order() -> None:
    one = read_policy("one", THREE)
    two = read_policy("two", THREE.replace("Three settings", "Another title"))
    turned = Policy(
        name="turned",
        title="",
        version=1,
        thresholds=dict(reversed(list(one.thresholds.items()))),
    )

    assert one.sha256 == two.sha256
    assert one.sha256 == turned.sha256


def test_a_number_is_no_word_and_a_word_no_number() -> None:
    with pytest.raises(TypeError, match="failing_proxy is 'strict', not a number"):
        packaged_policy().number("failing_proxy")
    with pytest.raises(TypeError, match="failing_settings is 2, not a word"):
        packaged_policy().word("failing_settings")


def test_an_unknown_name_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(
        UnknownPolicyError,
        match=r"no policy is called 'harsh'; there are \['grades-alone', 'illustrative', 'wide'\]",
    ):
        find_policy("harsh")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownPolicyError, match=r"there is no policy file .*missing\.toml"):
        find_policy(str(tmp_path / "missing.toml"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title = ", "policy mine: not TOML: Invalid value"),
        ("version = 1", "policy mine: title: Field required"),
        ('title = "Mine"', "policy mine: version: Field required"),
        (THREE.replace('unit = "settings"\n', ""), "failing_settings.unit: Field required"),
        (THREE.replace('reason = "', 'because = "'), "failing_settings.reason: Field required"),
        (THREE + 'colour = "red"\n', "failing_settings.colour: Extra inputs are not permitted"),
        (THREE.replace("2026-09-01", '"soon"'), "failing_settings.dated: "),
        (THREE.replace("our judgement", "a whim"), "failing_settings.status: Input should be"),
        (THREE.replace("version = 4", "version = 4\nowner = 1"), "owner: Extra inputs are not"),
        (THREE.replace("illustrative", "harsh"), "no policy is called 'harsh'"),
        (
            THREE.replace("failing_settings", "failing_homes"),
            r"no rule asks for \['failing_homes'\]; illustrative has \['council_areas', ",
        ),
        (
            'title = "Bare"\nversion = 1\n',
            'it lacks failing_settings; extends = "illustrative" brings what it lacks',
        ),
        (
            THREE.replace("value = 3", 'value = "three"'),
            "failing_settings is 'three', not a number",
        ),
        (
            THREE.replace("failing_settings", "failing_proxy"),
            "failing_proxy is 3, not grades alone or strict or wide",
        ),
        (
            THREE.replace("failing_settings", "failing_proxy").replace(
                "value = 3", 'value = "odd"'
            ),
            "failing_proxy is 'odd', not grades alone or strict or wide",
        ),
    ],
)
def test_a_file_that_no_rule_can_work_with_is_told_what_it_gets_wrong(
    text: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(UnknownPolicyError, match=message):
        find_policy(own(tmp_path, text))


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff\xfe")

    with pytest.raises(UnknownPolicyError, match="policy mine: not UTF-8 text"):
        find_policy(str(path))
