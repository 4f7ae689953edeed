"""Filed accounts as a person reads them: group beside company, then what is missing and why."""

from collections.abc import Iterator, Sequence

from crawlers.accounts.amounts import sentence, spoken
from crawlers.accounts.figure import Figure
from crawlers.accounts.read_filing import ReadFiling
from db.records.accounts_words import Measure, Scope
from oversight import printing
from oversight.accounts_reading import ReadDocument
from oversight.accounts_rows import of_scope, problem, scopes, whole

UNSURE = 0.9
"""Below this a value is marked: look at the page."""


def say_document(document: ReadDocument) -> None:
    """Print every set of accounts in one document, or why there is nothing to print."""
    for filing in document.filing.sets:
        printing.say(_heading(filing))
        if filing.state_why or not filing.is_read:
            printing.say(f"  {problem(filing)}")
        if filing.is_read or filing.figures:
            for line in _about(filing):
                printing.say(f"  {line}")
            _say_lines(filing)
            for line in (*_ebitda(filing), *_gaps(filing), *_said(filing)):
                printing.say(f"  {line}")
        for note in dict.fromkeys(one.words for one in filing.notes):
            printing.say(f"  note: {note}")
        printing.say("")


def _heading(filing: ReadFiling) -> str:
    where = filing.name if filing.member_name is None else f"{filing.name}: {filing.member_name}"
    about = filing.about
    whose = " ".join(part for part in (about.entity_name, about.entity_number) if part)
    return f"{where}  {whose}" if whose else where


def _about(filing: ReadFiling) -> Iterator[str]:
    about, chosen = filing.about, filing.chosen
    own, before = about.period or chosen.period, about.previous or chosen.previous
    if own is not None:
        since = "" if own.start is None else f"{printing.day(own.start)} to "
        last = "" if before is None else f"; before it, to {printing.day(before.end)}"
        yield f"{since}{printing.day(own.end)}{last}"
    rules = about.standard or f"standard {printing.NOT_PUBLISHED}"
    yield f"{rules}; leases: {about.lease_basis}; made with {about.software or 'no named program'}"
    if filing.is_a_parents:
        yield "a parent's accounts, filed with its subsidiary's"


def _say_lines(filing: ReadFiling) -> None:
    """One line a measure: each scope's value, the year before, and how they were read."""
    shown = [scope for scope in scopes(filing) if scope is not None]
    now = {scope: _by_measure(filing.figures, scope) for scope in shown}
    before = {scope: _by_measure(filing.comparatives, scope) for scope in shown}
    columns = {"line": "Line"}
    for scope in shown:
        columns[f"{scope}"] = sentence(scope)
        if before[scope]:
            columns[f"{scope} before"] = "the year before"
    columns["read"] = "How read"
    rows = [
        {"line": spoken(measure), **_cells(measure, shown, now, before)}
        for measure in Measure
        if any(measure in now[scope] or measure in before[scope] for scope in shown)
    ]
    if rows:
        printing.table("", columns, rows)


def _by_measure(figures: Sequence[Figure], scope: Scope) -> dict[Measure, Figure]:
    return {one.measure: one for one in of_scope(figures, scope)}


def _cells(
    measure: Measure,
    shown: Sequence[Scope],
    now: dict[Scope, dict[Measure, Figure]],
    before: dict[Scope, dict[Measure, Figure]],
) -> dict[str, object]:
    cells: dict[str, object] = {}
    how: list[str] = []
    for scope in shown:
        for name, of in ((f"{scope}", now[scope]), (f"{scope} before", before[scope])):
            cells[name] = whole(of[measure].value) if measure in of else "-"
        if measure in now[scope]:
            one = now[scope][measure]
            unsure = "" if one.confidence >= UNSURE else f" (sure to {one.confidence:.0%}: look)"
            how.append(f"{one.read}{unsure}")
    return cells | {"read": ", ".join(dict.fromkeys(how)) or "-"}


def _ebitda(filing: ReadFiling) -> Iterator[str]:
    for scope, earned in filing.earnings:
        yield f"{scope}: {earned.words}"


def _gaps(filing: ReadFiling) -> Iterator[str]:
    """What is not there, the lines of one reason together."""
    by_reason: dict[tuple[Scope, str, str | None], list[str]] = {}
    for one in filing.missing:
        reason = (one.scope, str(one.gap), one.parent)
        by_reason.setdefault(reason, []).append(spoken(one.measure))
    for (scope, gap, parent), lines in by_reason.items():
        named = f"; its parent is {parent}" if parent else ""
        yield f"{scope}: no {', '.join(lines)}: {gap}{named}"


def _said(filing: ReadFiling) -> Iterator[str]:
    for one in filing.said:
        amount = None if one.amount_gbp is None else f"£{one.amount_gbp:,}"
        about = [one.name, one.jurisdiction, amount]
        named = ", ".join(part for part in about if part)
        yield f"{one.matter}{f' ({named})' if named else ''}: {one.sentence}"
    for claim in filing.claims:
        yield f"takes section {claim.section}: {claim.sentence}"
