"""How `oversight group` prints a group: its head, what is above it, and each member below."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.text import Text

from oversight import printing
from oversight.group_about import told
from oversight.holders import is_company
from oversight.outsiders import Outsider

UNTOLD = "what part of it belongs in the end to whom is not known"


def group(rows: Sequence[Mapping[str, Any]], about: Mapping[str, Any]) -> None:
    """Print one group: its head, what is known above and of it, and each member below."""
    first = rows[0]
    printing.console.print(Text(f"{first['head_name']}  {first['kind']}  {first['group']}", "bold"))
    printing.say(f"  above it: {first['above']}")
    printing.evidence(first["above_evidence"], indent="    ")
    _about(about)
    for row in rows:
        printing.say("")
        possible = "" if row["certain"] else "  POSSIBLE ONLY"
        printing.console.print(Text(f"  {row['member_name']}  {row['member']}{possible}", "bold"))
        printing.say(f"    {row['chain']}")
        printing.evidence(row["evidence"], indent="    ")
        for sentence in row["effective"] or [f"{UNTOLD}: {row['effective_why']}"]:
            printing.say(f"    {sentence}")
        for note in row["notes"]:
            printing.say(f"    odd in its control register: {note['note']}")
            printing.evidence(note["evidence"], indent="      ")
        _events(row["events"])
        _settings(row["settings"])
    printing.say("")


def apart(found: Outsider) -> None:
    """Say that a company is held and that no registered organisation is in its group."""
    number = f" ({found.node})" if found.node != found.name and is_company(found.node) else ""
    possible = any(not member.certain for member in found.group.members)
    surely = "certainly " if possible else ""
    printing.say(
        f"{found.name}{number} is held; no registered organisation is {surely}in its group as at"
        f" {printing.day(found.day)}."
    )
    printing.evidence(told(found.called), indent="  ")


def _about(about: Mapping[str, Any]) -> None:
    """Print what kind of owner it is, who is behind it, and what is not certain of it."""
    printing.say(f"  kind of owner: {about['class']}, as {about['class_rule']}")
    printing.evidence(about["class_evidence"], indent="    ")
    for one in about["sponsors"]:
        certain = "" if one["certain"] else " possibly"
        printing.say(f"  behind it{certain}: {one['name']}")
        printing.evidence(one["evidence"], indent="    ")
    if about["offshore"]:
        printing.say(f"  offshore in its chain: {', '.join(about['offshore'])}")
    for one in about["operating"]:
        printing.say(f"  it holds, run apart below a fund, the operating group {one}")
    if about["possible_members"]:
        printing.say(f"  may be its besides: {', '.join(about['possible_members'])}")
    for one in about["conflicts"]:
        printing.say(f"  definitions differ: {one['conflict']}")
        printing.evidence(one["evidence"], indent="    ")
    for one in about["same_person"]:
        printing.say(f"  same person, no group in law: {one['claim']}")
        printing.say(f"    {one['cite']}")
    for one in about["notes"]:
        printing.say(f"  odd in the registers, {one['count']:,}: {one['note']}")


def _events(events: Sequence[Mapping[str, Any]]) -> None:
    """Print what happened to a member, by day; every sign of it is in the JSON."""
    for one in events:
        printing.say(f"    {one['kind']}: {one['sentence']}")
        signs = len(one["evidence"])
        signed = "sign" if signs == 1 else "signs"
        printing.say(f"      {signs} {signed}, all public by {one['known_on']}; --json lists them")
        if not one["certain"]:
            printing.say(f"      not certain: {one['doubt']}")


def _settings(settings: Sequence[Mapping[str, Any]]) -> None:
    """Print the settings that count, and how many others there are."""
    counted = [setting for setting in settings if setting["counts"]]
    rest = len(settings) - len(counted)
    if not settings:
        printing.say("    no settings of its own")
        return
    printing.say(f"    {_in_number(len(settings))}, of which {len(counted)} count as failing")
    for setting in counted:
        printing.say(f"    - {setting['provision_type']} {setting['urn']}: {setting['claim']}")
        printing.say(f"        {setting['cite']}")
    if rest:
        those = "them" if rest > 1 else "it"
        printing.say(
            f"    and {_in_number(rest)} without an outcome that counts; --json lists {those}"
        )


def _in_number(settings: int) -> str:
    return f"{settings:,} {'setting' if settings == 1 else 'settings'}"
