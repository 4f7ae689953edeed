"""Commands that describe the house: policy, rules, sources, doctor."""

import inspect
from typing import Annotated, Any

import typer

from crawlers.sources import bulk_sources, sources
from db import ledger
from oversight import doctor, printing
from oversight.options import Data, Database, Json, open_or_nothing
from oversight.policy import UnknownPolicyError, find_policy, policies
from oversight.rules import register


def policy_command(
    names: Annotated[
        list[str] | None, typer.Argument(help="Policies by name or file; all unless told.")
    ] = None,
    json: Json = False,
) -> None:
    """List every threshold with its authority; of several policies, show where they differ."""
    try:
        chosen = [find_policy(name) for name in names] if names else list(policies())
    except UnknownPolicyError as error:
        raise typer.BadParameter(str(error)) from None
    rows = [
        {"policy": policy.name, "threshold": name, **threshold.model_dump(mode="json")}
        for policy in chosen
        for name, threshold in policy.thresholds.items()
    ]
    if json:
        printing.rows_as_json(rows)
        return
    for policy in chosen:
        printing.say(f"{policy.name}: {policy.title} (version {policy.version})")
    first = chosen[0]
    for name, threshold in first.thresholds.items():
        printing.say("")
        values = ", ".join(f"{p.name} {p.thresholds[name].value}" for p in chosen)
        printing.say(f"{name}: {values}  [{threshold.unit}]")
        printing.say(f"  {threshold.status}: {threshold.authority}, {threshold.dated}")
        printing.say(f"  {threshold.address}")
        printing.say(f"  {threshold.reason}")


def rules_command(json: Json = False) -> None:
    """List what is watched for, on what authority, and the limits of each rule."""
    rows: list[dict[str, Any]] = [
        {
            "rule": rule.code,
            "title": rule.title,
            "citation": rule.basis.citation,
            "address": rule.basis.url,
            "speaks_of": rule.speaks_of,
            "thresholds": list(rule.thresholds),
            "description": inspect.cleandoc(inspect.getmodule(rule.check).__doc__ or ""),
        }
        for rule in register()
    ]
    if json:
        printing.rows_as_json(rows)
        return
    for row in rows:
        printing.say(f"{row['rule']}  {row['title']}")
        printing.say(f"  {row['citation']}")
        printing.say(f"  {row['address']}")
        printing.say("  " + row["description"].replace("\n", "\n  "))
        printing.say("")


def sources_command(data: Data = None, db: Database = None, json: Json = False) -> None:
    """List every publication that is read, under which licence, and what is held of each."""
    place = open_or_nothing(data, db)
    held = ledger.published(place.engine)
    rows: list[dict[str, Any]] = [
        {
            "source": source.key,
            "title": source.title,
            "publisher": source.publisher,
            "licence": source.licence.name,
            "licence_address": source.licence.url,
            "page": source.page,
            "cadence": source.cadence,
            "reader_version": source.version,
            "held": [
                {"subject": f.subject, "fetched_at": f.fetched_at.isoformat(), "sha256": f.sha256}
                for f in held
                if f.source == source.key
            ],
        }
        for source in sorted((*sources(), *bulk_sources()), key=lambda one: one.key)
    ]
    if json:
        printing.rows_as_json(rows)
        return
    for row in rows:
        printing.say(f"{row['source']}: {row['title']}")
        printing.say(f"  {row['publisher']}; {row['cadence']}; {row['licence']}")
        printing.say(f"  {row['page']}")
        for subject in row["held"]:
            printing.say(f"  holds {subject['subject']}, fetched {subject['fetched_at'][:10]}")
        if not row["held"]:
            printing.say("  holds nothing yet")


def doctor_command(data: Data = None, db: Database = None, json: Json = False) -> None:
    """Check the installation; exit 1 if something must be mended."""
    checks = list(doctor.examine(open_or_nothing(data, db)))
    if json:
        printing.rows_as_json(
            [{"check": c.what, "well": c.well, "found": c.found, "do": c.do} for c in checks]
        )
    else:
        for check in checks:
            printing.say(f"{'well' if check.well else 'MEND'}  {check.what}: {check.found}")
            if check.do:
                printing.say(f"      {check.do}")
    if not all(check.well for check in checks):
        raise typer.Exit(1)
