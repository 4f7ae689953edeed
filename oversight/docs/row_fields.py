"""What each field of the command line's JSON means. A test compares this with what is printed.

A path says where a field stands: `evidence[].claim` is in each entry of the list `evidence`.
"""

from collections.abc import Mapping

from oversight.docs.accounts_fields import (
    ACCOUNTS,
    ACCOUNTS_HELD,
    BESIDE_ACCOUNTS,
    BESIDE_ACCOUNTS_HELD,
)
from oversight.docs.field import DATA, Field, Fields
from oversight.docs.group_fields import GROUP, GROUPS
from oversight.docs.house_fields import POLICY, RULES, SOURCES
from oversight.docs.market_fields import BESIDE_MARKETS, MARKETS
from oversight.docs.match_fields import BESIDE_MATCH, MATCH
from oversight.docs.taking_in_fields import BESIDE_CRAWLED, BESIDE_TAKEN_IN, TAKEN_IN

QUESTION: Fields = {
    "as_of": Field("text", "The day that was asked about."),
    "known_at": Field("text", "The moment by which it had to be public; ISO 8601, with its zone."),
    "policy": Field("text", "The policy's name."),
    "register_as_at": Field(
        "text or null", "The day that the register in use describes; null where none is held."
    ),
    "register_published_on": Field(
        "text or null", "The day on which that register was published; null where nobody states it."
    ),
    "data": DATA,
    "notes": Field(
        "list of texts",
        "What to know before relying on it: that the register is rebuilt, that nothing held could"
        " answer a rule. Often empty.",
    ),
    "rows": Field("list", "The answer, one entry a row."),
}
"""What every answer to a question holds beside its rows."""

FINDINGS: Fields = {
    "key": Field("text", "What makes it the same finding tomorrow: policy, rule and subject."),
    "rule": Field("text", "The rule's code."),
    "subject": Field(
        "text", "Whom it is about: `owner:` and the owner's text made plain, or `company:`."
    ),
    "subject_name": Field("text", "The same, as the publisher most often writes it."),
    "headline": Field("text", "The finding in one line."),
    "measure": Field("whole number or number", "How much, in `unit`."),
    "unit": Field("text", "What `measure` counts; a share is 0 to 1."),
    "severity": Field("text", "How soon to read it: `high`, `medium` or `context`. Ours alone."),
    "confidence": Field(
        "text", "How sure it is that the settings are the subject's: `high`, `medium` or `low`."
    ),
    "certain": Field("yes or no", "False when some of the settings are only possibly its own."),
    "since": Field(
        "text or null",
        "Day from which the facts in the evidence meet the condition. A visit counts from its own"
        " day, before its report is out; facts that have been replaced since are not looked at.",
    ),
    "since_why": Field("text", "Why there is no such day. Present when `since` is null."),
    "policy": Field("text", "The policy under which the condition is met."),
    "evidence": Field("list", "What it rests on; never empty."),
    "evidence[].claim": Field("text", "One published fact."),
    "evidence[].cite": Field("text", "Where it is published; `oversight show` prints the place."),
    "explanations": Field("list of texts", "Innocent reasons why the condition may be met."),
    "ask": Field("text", "The question to put next."),
}
RECONCILE: Fields = {
    "measure": Field(
        "text",
        "The publisher's table and column; of a release on ownership, `Ownership:` and what it"
        " states.",
    ),
    "period": Field("text", "A day as YYYY-MM-DD, or a year as 2024-25."),
    "published": Field(
        "whole number, number or null", "The publisher's number; a share is 0 to 1."
    ),
    "published_why": Field("text", "Why there is none. Present when `published` is null."),
    "listed": Field(
        "whole number or null",
        "Of what came or went between two registers, which is counted here and published nowhere:"
        " how much of it the publisher's tables of openings and closures list.",
    ),
    "listed_why": Field("text", "Why there is none. Present when `listed` is null."),
    "ours": Field("whole number, number or null", "Our count of the same."),
    "ours_why": Field("text", "Why there is none. Present when `ours` is null."),
    "difference": Field(
        "whole number, number or null", "Ours less theirs: less `published`, else less `listed`."
    ),
    "difference_why": Field("text", "Why there is none. Present when `difference` is null."),
    "explanation": Field("text", "What is known of the difference; `unexplained` is a fault."),
    "details": Field(
        "list of texts",
        "How many owners are not matched, how either number is counted, and where the release"
        " states its own. Present for figures of releases on ownership.",
    ),
    "cite": Field("text", "Where the publisher's number stands, or the first list counted."),
    "cites": Field("list of texts", "The same, and every other list that is counted."),
}
EVALUATE: Fields = {
    "rule": Field("text", "The rule's code."),
    "met": Field("whole number", "Subjects that meet its condition."),
    "of": Field("whole number", "Subjects that could."),
    "of_whom": Field("text", "Who those are."),
}
SHOW: Fields = {
    "heading": Field("text", "The column's heading."),
    "value": Field("text", "The cell; `(masked)` where it would tell of a person or a home."),
}
BESIDE_SHOW: Fields = {
    "data": DATA,
    "citation": Field("text", "The citation that was asked about."),
    "source": Field("text", "The source that reads the document."),
    "url": Field("text", "Where it was fetched; `file:` and its name for a file handed over."),
    "fetched_at": Field("text", "When it was fetched; ISO 8601, UTC."),
    "rows_in_table": Field("whole number", "Rows of the table, those above its header included."),
    "not_shown": Field("list", "Headings of filled cells that the source does not read."),
    "rows": Field("list", "The cited row, one entry a filled cell that the source reads."),
}
DOCTOR: Fields = {
    "check": Field("text", "What was looked at."),
    "well": Field("yes or no", "False when something must be mended."),
    "found": Field("text", "What was found."),
    "do": Field("text", "What to do about it; empty when nothing."),
}
ROWS: Mapping[str, Fields] = {
    "findings": FINDINGS,
    "groups": GROUPS,
    "group": GROUP,
    "markets": MARKETS,
    "match": MATCH,
    "reconcile": RECONCILE,
    "evaluate": EVALUATE,
    "show": SHOW,
    "policy": POLICY,
    "rules": RULES,
    "sources": SOURCES,
    "doctor": DOCTOR,
    "crawl": TAKEN_IN,
    "ingest": TAKEN_IN,
    "reread": TAKEN_IN,
    "recognise": TAKEN_IN,
    "accounts": ACCOUNTS,
    "accounts-held": ACCOUNTS_HELD,
}
"""The fields of one row, by command."""
BESIDE_ROWS: Fields = {
    "data": DATA,
    "rows": Field("list", "One entry a row."),
}
OBJECTS: Mapping[str, Fields] = {
    "doctor": BESIDE_ROWS,
    "sources": BESIDE_ROWS,
    "markets": BESIDE_MARKETS,
    "match": BESIDE_MATCH,
    "show": BESIDE_SHOW,
    "crawl": BESIDE_CRAWLED,
    "ingest": BESIDE_TAKEN_IN,
    "reread": BESIDE_TAKEN_IN,
    "recognise": BESIDE_TAKEN_IN,
    "accounts": BESIDE_ACCOUNTS,
    "accounts-held": BESIDE_ACCOUNTS_HELD,
}
"""The fields of the object that holds the rows, by command. Questions have `QUESTION` besides; of
the rest the object holds `rows` alone."""
