"""How a whole run is told to somebody who has never seen one: what came in, and what it means."""

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from crawlers.sources import bulk_sources, sources
from oversight import printing
from oversight.answers import Answers
from oversight.asked_market import Options
from oversight.provider_groups import Kind
from oversight.rules import register
from oversight.taking_in import TakenIn

FEW = 5
"""Findings of one rule that are named; more are counted."""


def tell(taken: Sequence[TakenIn], options: Options, answers: Answers) -> None:
    """Print what was taken in, who owns the settings, and what meets a condition."""
    printing.say("")
    printing.say("What was published, and is taken in:")
    _say_taken_in(taken)
    printing.say("")
    printing.say(f"Who runs the settings ({printing.rests_on(answers)}):")
    _say_owners(answers)
    printing.say("")
    printing.say(f"What meets a condition, under the policy {options.policy.name!r}:")
    for rule in register():
        found = [row for row in answers.findings if row["rule"] == rule.code]
        _say_findings(rule.code, rule.title, found, answers.base_rates)


def say_what_next(data: Path, answers: Answers) -> None:
    """Name the commands that lead on from there."""
    where = f" --data {shlex.quote(str(data))}"
    lines = [
        f"Who belongs together:       oversight groups{where}",
        "What each rule asks:        oversight rules",
        "(oversight is .venv/bin/oversight)",
    ]
    first = min(answers.findings, key=printing.soonest, default=None)
    if first is not None:
        name = shlex.quote(first["subject_name"])
        lines.insert(0, f"Why, and on what evidence:  oversight findings {name}{where}")
    for line in lines:
        printing.note(printing.rehearsed(line))


def _say_taken_in(taken: Sequence[TakenIn]) -> None:
    titles = {one.key: one.title for one in (*sources(), *bulk_sources())}
    documents: dict[str, int] = {}
    records: dict[str, int] = {}
    for one in taken:
        documents[one.source] = documents.get(one.source, 0) + len(one.saved)
        records[one.source] = records.get(one.source, 0) + sum(s.records for s in one.saved)
    for source, count in documents.items():
        printing.say(f"  {count:>6,} documents {records[source]:>9,} records   {titles[source]}")


def _say_owners(answers: Answers) -> None:
    groups = [row for row in answers.groups if row["kind"] == Kind.STATUTORY]
    apart = [row for row in answers.groups if row["kind"] != Kind.OPERATING]
    settings = sum(row["settings_certain"] for row in apart)
    matched = sum(row["company"] is not None for row in answers.matches)
    largest = sorted(apart, key=lambda row: (-row["settings_certain"], row["id"]))[:3]
    named = ", ".join(f"{row['head_name']} ({row['settings_certain']:,})" for row in largest)
    printing.say(f"  {settings:,} settings of {len(answers.matches):,} registered organisations")
    printing.say(
        f"  {matched:,} of these are matched to a company, and {len(groups):,} groups stand above"
        " them for certain"
    )
    printing.say(f"  the largest: {named}")


def _say_findings(
    code: str,
    title: str,
    found: Sequence[Mapping[str, Any]],
    base_rates: Sequence[Mapping[str, Any]],
) -> None:
    rates = [
        f"{one['met']:,} of {one['of']:,} {one['of_whom']}"
        for one in base_rates
        if one["rule"] == code
    ]
    printing.say(f"  {title} ({code}): {'; '.join(rates) or len(found)}")
    for row in sorted(found, key=printing.soonest)[:FEW]:
        printing.say(f"    {row['subject_name']}: {row['headline']}")
    if len(found) > FEW:
        printing.say(f"    … and {len(found) - FEW:,} more")
