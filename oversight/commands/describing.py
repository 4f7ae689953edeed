"""Commands that describe the house: policy, rules, sources, doctor."""

import inspect
from typing import Annotated, Any

import typer

from crawlers.source import BulkSource, KeptSource, Source
from crawlers.sources import bulk_sources, kept_sources, sources
from db import ledger
from db.loading import load_snapshot
from db.records import Oddity, split_citation
from oversight import doctor, printing
from oversight.installation import Installation, end_of
from oversight.options import Data, Database, Json, open_or_nothing
from oversight.policy import UnknownPolicyError, find_policy, policies
from oversight.rows import oddity_row
from oversight.rules import register

ONLY_NAMED = "only when named"


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


def sources_command(
    source: Annotated[
        str | None, typer.Argument(help="One source by its key; all unless told.")
    ] = None,
    oddities: Annotated[
        bool,
        typer.Option(
            "--oddities",
            help="List the entries that contradict themselves or each other, or that no reader"
            " knows, each with its citation.",
        ),
    ] = False,
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """List every publication that is read, under which licence, and what is held of each."""
    listed = sorted((*sources(), *bulk_sources(), *kept_sources()), key=lambda one: one.key)
    keys = [one.key for one in listed]
    if source is not None and source not in keys:
        raise typer.BadParameter(f"no source is called {source!r}; there are {keys}")
    place = open_or_nothing(data, db)
    held = ledger.published(place.engine)
    odd = _oddities(place) if oddities else {}
    rows: list[dict[str, Any]] = [
        {
            "source": one.key,
            "title": one.title,
            "publisher": one.publisher,
            "licence": one.licence.name,
            "licence_address": one.licence.url,
            "page": one.page,
            "cadence": one.cadence,
            "crawled": _crawled(one),
            "reader_version": one.version,
            "held": [
                {"subject": f.subject, "fetched_at": f.fetched_at.isoformat(), "sha256": f.sha256}
                for f in held
                if f.source == one.key
            ],
            **({"oddities": odd.get(one.key, [])} if oddities else {}),
        }
        for one in listed
        if source in {None, one.key}
    ]
    if json:
        printing.rows_as_json(rows, data=printing.data_in(place))
        return
    printing.say_if_invented(place)
    for row in rows:
        _say_source(row)


def _oddities(place: Installation) -> dict[str, list[dict[str, Any]]]:
    """The odd entries that count today, by the source that read them."""
    snapshot = load_snapshot(place.engine, place.now.date(), end_of(place.now.date()))
    readers = ledger.readers(place.engine)
    found: dict[str, list[dict[str, Any]]] = {}
    for oddity in sorted(
        snapshot.current(Oddity), key=lambda one: (one.company_number, one.cite, one.problem)
    ):
        sha256, _ = split_citation(oddity.cite)
        found.setdefault(readers[sha256], []).append(oddity_row(oddity))
    return found


def _crawled(source: Source | BulkSource | KeptSource) -> str:
    """When a crawl comes to a source."""
    if isinstance(source, KeptSource):
        return ONLY_NAMED
    return "always" if source.is_crawled else "never"


def _say_source(row: dict[str, Any]) -> None:
    printing.say(f"{row['source']}: {row['title']}")
    printing.say(f"  {row['publisher']}; {row['cadence']}; {row['licence']}")
    printing.say(f"  {row['page']}")
    if row["crawled"] == ONLY_NAMED:
        printing.say(f"  kept whole and not read yet: oversight crawl {row['source']} --live")
    for subject in row["held"]:
        printing.say(f"  holds {subject['subject']}, fetched {subject['fetched_at'][:10]}")
    if not row["held"]:
        printing.say("  holds nothing yet")
    for one in row.get("oddities", ()):
        about = f" ({one['text']})" if one["text"] is not None else ""
        printing.say(f"  odd: {one['company']}, {one['register']}: {one['problem']}{about}")
        printing.say(f"    {one['cite']}")
    if row.get("oddities") == []:
        printing.say("  odd: nothing")


def doctor_command(data: Data = None, db: Database = None, json: Json = False) -> None:
    """Check the installation; exit 1 if something must be mended."""
    place = open_or_nothing(data, db)
    checks = list(doctor.examine(place))
    if json:
        printing.rows_as_json(
            [{"check": c.what, "well": c.well, "found": c.found, "do": c.do} for c in checks],
            data=printing.data_in(place),
        )
    else:
        printing.say_if_invented(place)
        for check in checks:
            printing.say(f"{'well' if check.well else 'MEND'}  {check.what}: {check.found}")
            if check.do:
                printing.say(f"      {check.do}")
    if not all(check.well for check in checks):
        raise typer.Exit(1)
