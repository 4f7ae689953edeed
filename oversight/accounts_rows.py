"""Filed accounts as rows: one for each document and scope, and one for what could not be read."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from crawlers.accounts.earnings import Earnings
from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.levels import SameOperations
from crawlers.accounts.periods import months
from crawlers.accounts.read_filing import ReadFiling
from db.records.accounts_words import AccountsState, Scope
from oversight.accounts_between import Restated
from oversight.accounts_missing import MissingAccounts
from oversight.accounts_reading import ReadDocument
from oversight.parents_accounts import ParentsAccounts

Row = dict[str, Any]
NOT_SAID = "the document does not say"


def accounts_rows(document: ReadDocument) -> Iterator[Row]:
    """Yield a row for each set of accounts and scope; money is whole pounds, unknown is null."""
    for filing in document.filing.sets:
        for scope in scopes(filing):
            yield _row(document, filing, scope)


def scopes(filing: ReadFiling) -> tuple[Scope | None, ...]:
    """Whose figures a filing has, or should have; None alone where nothing was read."""
    with_figures = {one.scope for one in filing.figures}
    if not with_figures and not filing.is_read:
        return (None,)
    if filing.about.is_consolidated:
        with_figures.add(Scope.GROUP)
    return tuple(scope for scope in reversed(Scope) if scope in with_figures) or (Scope.COMPANY,)


def problem(filing: ReadFiling) -> str:
    """What is amiss with a document, in a sentence with what to do."""
    return f"{filing.state}: {filing.state_why}" if filing.state_why else str(filing.state)


def problems(document: ReadDocument) -> Iterator[Row]:
    """Yield each set of accounts that was not read whole, with its state and what to do."""
    for one in document.filing.sets:
        if one.state is not AccountsState.READ:
            name = one.name if one.member_name is None else f"{one.name}: {one.member_name}"
            yield {"document": name, "state": str(one.state), "problem": problem(one)}


def same_operations_row(found: SameOperations) -> Row:
    """Two levels that report the same operations, and by how much they differ."""
    return {
        "upper": found.upper.company_number,
        "lower": found.lower.company_number,
        "period_end": found.upper.period.end.isoformat(),
        "words": found.words,
        "gaps": [
            {
                "measure": str(gap.upper.measure),
                "upper": whole(gap.upper.value),
                "lower": whole(gap.lower.value),
                "difference": whole(gap.value),
            }
            for gap in found.gaps
        ],
    }


def restated_row(found: Restated) -> Row:
    """One line of one year as its own filing states it, and as the next accounts do."""
    one = found.restatement
    return {
        "company_number": found.company_number,
        "scope": str(one.earlier.scope),
        "measure": str(one.earlier.measure),
        "period_end": one.earlier.period.end.isoformat(),
        "filed": whole(one.earlier.value),
        "restated": whole(one.later.value),
        "share": None if one.share is None else round(float(one.share), 4),
        **_why("share", one.share, "the amount first filed was nothing"),
        "words": one.words,
        "filed_cite": found.earlier_cite,
        "restated_cite": found.later_cite,
    }


def parents_row(found: ParentsAccounts) -> Row:
    """The group accounts that a company leaves to its parent, found or not."""
    return {
        "company_number": found.company_number,
        "parent": found.parent,
        "period_end": found.made_up_to.isoformat(),
        "cite": found.cite,
        "found": found.found,
        **_why("found", found.found, found.words),
        "found_number": found.found_number,
        **_why("found_number", found.found_number, found.words),
        "words": found.words,
    }


def missing_row(found: MissingAccounts) -> Row:
    """A period of which no accounts are held, and why."""
    return {
        "company_number": found.company_number,
        "made_up_to": found.made_up_to and found.made_up_to.isoformat(),
        **_why("made_up_to", found.made_up_to, found.words),
        "due_on": found.due_on and found.due_on.isoformat(),
        **_why("due_on", found.due_on, found.words),
        "gap": found.gap and str(found.gap),
        **_why("gap", found.gap, found.words),
        "words": found.words,
        "cites": list(found.cites),
    }


def whole(value: Decimal) -> int:
    """To the pound."""
    return round(value)


def of_scope(figures: Sequence[Figure], scope: Scope | None) -> list[Figure]:
    """The figures of one scope."""
    return [one for one in figures if one.scope is scope]


def notes_of(filing: ReadFiling, scope: Scope | None) -> list[str]:
    """The notes on one scope's figures, and those on the document as a whole; each once."""
    words = (one.words for one in filing.notes if one.scope in {None, scope})
    return list(dict.fromkeys(words))


def _row(document: ReadDocument, filing: ReadFiling, scope: Scope | None) -> Row:
    about, chosen = filing.about, filing.chosen
    own, before = about.period or chosen.period, about.previous or chosen.previous
    found = {
        "company_number": about.entity_number,
        "entity_name": about.entity_name,
        "scope": None if scope is None else str(scope),
        **_when(own),
        "standard": about.standard and str(about.standard),
        "software": about.software,
    }
    earned = next((one for of, one in filing.earnings if of is scope), None)
    return {
        "document": filing.name,
        "sha256": document.sha256,
        "member": filing.member,
        "member_name": filing.member_name or filing.name,
        "is_a_parents": filing.is_a_parents,
        "filed_for": filing.filed_for,
        **_why("filed_for", filing.filed_for, "the name of the file does not say"),
        "state": str(filing.state),
        "state_why": filing.state_why,
        **found,
        **{
            name: why
            for field, value in found.items()
            for name, why in _why(field, value, _reason(filing)).items()
        },
        "lease_basis": str(about.lease_basis),
        "is_consolidated": about.is_consolidated,
        "lines": _lines(document, of_scope(filing.figures, scope)),
        "previous": {
            **_when(before),
            "lines": _lines(document, of_scope(filing.comparatives, scope)),
        },
        "ebitda": _ebitda(earned),
        "gaps": {
            str(one.measure): {
                "gap": str(one.gap),
                "parent": one.parent,
                "cite": None if one.fragment is None else document.cite(one.fragment),
            }
            for one in filing.missing
            if one.scope is (scope or Scope.COMPANY)
        },
        "statements": [
            {
                "matter": str(one.matter),
                "sentence": one.sentence,
                "name": one.name,
                "jurisdiction": one.jurisdiction,
                "amount_gbp": one.amount_gbp,
                "cite": document.cite(one.fragment),
            }
            for one in filing.said
        ],
        "claims": [
            {
                "section": one.section,
                "sentence": one.sentence,
                "parent": one.parent,
                "cite": document.cite(one.fragment),
            }
            for one in filing.claims
        ],
        "notes": notes_of(filing, scope),
    }


def _reason(filing: ReadFiling) -> str:
    return NOT_SAID if filing.is_read else problem(filing)


def _why(name: str, value: object, why: str) -> Row:
    """Why a field is null, beside it; nothing where it is not."""
    return {f"{name}_why": why} if value is None else {}


def _when(period: Period | None) -> Row:
    start, end = (None, None) if period is None else (period.start, period.end)
    return {
        "period_start": start and start.isoformat(),
        "period_end": end and end.isoformat(),
        "months": None if period is None else months(period),
    }


def _lines(document: ReadDocument, figures: Sequence[Figure]) -> Row:
    return {
        str(one.measure): {
            "value": whole(one.value),
            "read": str(one.read),
            "confidence": round(one.confidence, 3),
            "cite": document.cite(one.fragment),
            "shown": one.shown,
            "label": one.label,
            "note": one.note,
        }
        for one in figures
    }


def _ebitda(earned: Earnings | None) -> Row:
    if earned is None:
        return {"value": None, "value_why": "no figure of it was read", "parts": {}, "missing": []}
    return {
        "value": None if earned.value is None else whole(earned.value),
        **_why("value", earned.value, earned.words),
        "parts": {str(one.measure): whole(one.value) for one in earned.parts},
        "missing": [str(one) for one in earned.missing],
    }
