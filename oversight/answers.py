"""Answers to the standing questions: made once for their options, kept, and read again."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

import crawlers
import db
import oversight
from db import ledger, tables
from db.engine import writing
from db.loading import data_version
from db.locks import take_turns
from db.records import Population, Setting, split_citation
from oversight.asked_market import Options, make_market
from oversight.bulk_parts import company_index
from oversight.evaluate import evaluate
from oversight.finding import Finding
from oversight.group_rows import group_rows, match_rows, member_rows
from oversight.installation import Installation
from oversight.market import Market
from oversight.market_rows import left_out_rows, market_row
from oversight.rows import finding_row
from oversight.rule import Rule
from oversight.rules import register


@dataclass(frozen=True, kw_only=True)
class Answers:
    """One evaluation as it is kept and printed: rows of plain values."""

    findings: list[dict[str, Any]]
    groups: list[dict[str, Any]]
    markets: list[dict[str, Any]]
    base_rates: list[dict[str, Any]]
    notes: list[str]
    """What whoever reads the answers must know of the register that they rest on."""
    register: dict[str, Any]
    """Which register they rest on: its day, and when it was published; None when none is held."""
    left_out: list[dict[str, Any]]
    """What is registered and supplies no market, with the reason."""
    silent: dict[str, str] = field(default_factory=dict[str, str])
    """Rules that nothing held could answer, by code, each with the reason."""
    members: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """Every member of every group, with its chain and its settings."""
    matches: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """Which company each registered organisation was taken for when the evaluation was made."""


def answer(place: Installation, options: Options) -> Answers:
    """The kept evaluation for these options, made now if there is none.

    One is used again only while the data, the policy and the code are what it was made from.
    """
    key, parts = _key(place, options)
    with Session(place.engine) as session:
        kept = session.exec(
            select(tables.Evaluation).where(col(tables.Evaluation.key) == key)
        ).first()
        if kept is not None:
            return Answers(**json.loads(kept.answers))
    market = make_market(place, options)
    made = replace(_make(place, market), silent=_silent(place, options, market))
    with writing(place.engine).begin() as connection:
        take_turns(connection, "evaluations")
        held = sa.select(col(tables.Evaluation.id)).where(col(tables.Evaluation.key) == key)
        if connection.execute(held).first() is None:
            connection.execute(
                sa.insert(tables.Evaluation).values(
                    **parts, key=key, made_at=place.now, answers=json.dumps(asdict(made))
                )
            )
    return made


NO_MATTER = frozenset({"docs", "rehearsal"})
"""Folders whose code neither reads nor decides."""


def code_version() -> str:
    """The release, and a hash of the code that reads and decides, so that a change is noticed."""
    digest = sha256()
    for package in (db, crawlers, oversight):
        for folder in package.__path__:
            for path in sorted(Path(folder).rglob("*")):
                decides = not NO_MATTER.intersection(path.relative_to(folder).parts)
                if decides and path.suffix in {".py", ".toml", ".csv"}:
                    digest.update(path.read_bytes())
    return f"{version('provider-monitor')}+{digest.hexdigest()[:12]}"


def _key(place: Installation, options: Options) -> tuple[str, dict[str, Any]]:
    parts: dict[str, Any] = {
        "as_of": options.as_of,
        "known_at": options.known_at,
        "seen": options.seen,
        "policy": options.policy.name,
        "policy_sha256": options.policy.sha256,
        "code_version": code_version(),
        "data_version": data_version(place.engine),
    }
    return sha256("\n".join(map(str, parts.values())).encode()).hexdigest(), parts


def _make(place: Installation, market: Market) -> Answers:
    findings = evaluate(market, register())
    return Answers(
        findings=[finding_row(finding) for finding in findings],
        groups=list(group_rows(market)),
        members=list(member_rows(market)),
        matches=list(match_rows(market)),
        markets=[market_row(area) for area in market.areas],
        base_rates=[_base_rate(market, rule, findings) for rule in register()],
        notes=list(_notes(market)),
        register=register_in_use(place, market.settings),
        left_out=left_out_rows(market.left_out),
    )


def _notes(market: Market) -> Iterator[str]:
    """What whoever reads the answers must know of the register that they rest on."""
    if market.rebuilt:
        yield market.rebuilt.note
    if market.policy.word("supported_accommodation_in_scope") == "yes":
        for service, why in market.unknown.items():
            yield f"No share of {service} is judged: {why}."


def register_in_use(place: Installation, current: Sequence[Setting]) -> dict[str, Any]:
    """The day that a register describes and the day it came out, as JSON holds them."""
    if not current:
        why = "no register is held"
        return {
            "register_as_at": None,
            "register_as_at_why": why,
            "register_published_on": None,
            "register_published_on_why": why,
        }
    first = current[0]
    why = _why_unpublished(place, first)
    return {
        "register_as_at": first.as_at.isoformat(),
        "register_published_on": None if why else first.public_on.isoformat(),
        **({"register_published_on_why": why} if why else {}),
    }


def _why_unpublished(place: Installation, setting: Setting) -> str:
    """Why nobody knows the day on which a register came out; empty where it is known."""
    if setting.population is Population.REBUILT:
        return "not published, rebuilt from its neighbours"
    sha256 = split_citation(setting.cite)[0]
    if ledger.is_issue_day(place.engine, sha256, setting.public_on):
        return ""
    day = setting.public_on
    return f"day of publication not published, fetched on {day.day} {day:%B %Y}"


def _silent(place: Installation, options: Options, market: Market) -> dict[str, str]:
    """Rules about whoever stands above a company, where nothing that is held could tell."""
    if not market.settings or market.owned.keys() & market.control_registers.held:
        return {}
    has_index = company_index(place, options.known_at, seen=options.seen) is not None
    missing = (
        "no control register" if has_index else "no index of companies and no control register"
    )
    if market.control_registers.held:
        missing = "no control register of a company that runs settings"
    public = "had been fetched" if options.seen else "was public"
    why = (
        f"{missing} is held that {public} by {options.known_at:%Y-%m-%d}: no parent undertaking is"
        " known, and that nobody is found says nothing; take in Companies House's company data and"
        " control snapshot: oversight ingest FILE"
    )
    return {
        rule.code: why for rule in register() if rule.speaks_of.startswith("parent undertaking")
    }


def _base_rate(market: Market, rule: Rule, findings: tuple[Finding, ...]) -> dict[str, Any]:
    return {
        "rule": rule.code,
        "met": sum(finding.rule == rule.code for finding in findings),
        "of": len(set(rule.could_meet(market))),
        "of_whom": rule.of_whom,
    }
