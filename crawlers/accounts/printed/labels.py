"""The words beside a figure, and which measure they name: `labels.csv`, a table for review."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

from db.records.accounts_words import Measure

CLOSE = 0.9
"""How alike recognised words and known ones must be, 0 to 1: one letter in ten misread."""
LEAST_LETTERS = 8
"""Shorter words are not taken for others that are like them: `cash` and `cost` are too near."""

_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_SAME = {
    "loss": "profit",
    "losses": "profit",
    "profits": "profit",
    "surplus": "profit",
    "deficit": "profit",
    "taxation": "tax",
    "1": "one",
    "the": "",
}
_TIMES = re.compile(r"\b(profit)(?: (?:or )?\1)+\b")
MOST_WORDS = 3
"""Of the headings of parts of a balance sheet."""
_CAPITAL = "capital and reserves"
_PART_HEADINGS = frozenset({"fixed assets", "non current assets", "current assets", _CAPITAL})
_LAST_NUMBER = re.compile(r"(?<=[a-z]) \d{1,2}$")


class Kind(StrEnum):
    """What a statement is of."""

    INCOME = "income"
    BALANCE = "balance"
    CASH = "cash"
    FUNDS = "funds"
    """A charity's statement of financial activities."""
    NOTES = "notes"
    OTHER = "other"
    """One that is not read: changes in equity, detailed accounts for the tax authority."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A known line of one kind of statement."""

    measure: Measure
    rank: int
    """Of two lines of one statement with the same measure, the one with the lower rank counts."""
    covers_all: bool = False
    """True where it names depreciation and amortisation in one number."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The words of a label as they are compared: lower case, a loss as a profit, no marks.

    A number at the end is a note's and goes. Some are remembered: every filing prints the same
    few hundred labels, and each is asked for by several readers.
    """
    words = _NOT_WORDS.sub(" ", text.lower().replace("'", "").replace("\u2019", ""))
    kept = (_SAME.get(word, word) for word in words.split())
    joined = " ".join(word for word in kept if word)
    return _LAST_NUMBER.sub("", _TIMES.sub(r"\1", joined))


def label_of(text: str, kind: Kind, *, is_recognised: bool = False) -> Label | None:
    """The line that words name in a kind of statement; None where they name none that is read.

    Words that a machine has recognised need only be alike.
    """
    known = _known()[kind]
    words = plain(text)
    found = known.get(words)
    if found is not None or not is_recognised or len(words) < LEAST_LETTERS:
        return found
    alike = get_close_matches(words, known, n=1, cutoff=CLOSE)
    return known[alike[0]] if alike else None


def parted(text: str) -> tuple[str, str] | None:
    """A heading of the balance sheet and the label after it, where one cell holds both.

    `Fixed assets Tangible assets` is a line of tangible assets under its heading. None of all else,
    and of what is a label as a whole.
    """
    if label_of(text, Kind.BALANCE) is not None:
        return None
    words = text.split()
    for count in range(2, min(len(words), MOST_WORDS + 1)):
        head, rest = " ".join(words[:count]), " ".join(words[count:])
        if plain(head) in _PART_HEADINGS and (
            plain(head) == _CAPITAL or label_of(rest, Kind.BALANCE) is not None
        ):
            return head, rest
    return None


def begins_label(text: str, kind: Kind) -> bool:
    """True where a label of a kind of statement is or begins with these words; False of none."""
    words = plain(text)
    return bool(words) and any(known.startswith(words) for known in _known()[kind])


@cache
def _known() -> Mapping[Kind, Mapping[str, Label]]:
    """Every phrasing of every label, by kind of statement."""
    known: dict[Kind, dict[str, Label]] = {kind: {} for kind in Kind}
    table = files("crawlers.accounts.printed").joinpath("labels.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines()):
        label = Label(
            measure=Measure(row["measure"]),
            rank=int(row["rank"]),
            covers_all=row["remark"].startswith("one number for"),
        )
        for phrase in phrases(row["words"]):
            known[Kind(row["sheet"])].setdefault(plain(phrase), label)
    return known


def phrases(pattern: str) -> Iterator[str]:
    """All that a pattern stands for: `[a|b]` is a, b or nothing; `(a|b)` is a or b."""
    parts: list[list[str]] = []
    rest = pattern
    while rest:
        at = min((rest.find(mark) for mark in "[(" if mark in rest), default=len(rest))
        parts.append([rest[:at]])
        if at == len(rest):
            break
        end = _closing(rest, at)
        inner = [phrase for part in _split(rest[at + 1 : end]) for phrase in phrases(part)]
        parts.append([*inner, ""] if rest[at] == "[" else inner)
        rest = rest[end + 1 :]
    for choice in product(*parts):
        yield " ".join("".join(choice).split())


def _closing(text: str, at: int) -> int:
    """Where the bracket that opens at a place closes."""
    depth = 0
    for index in range(at, len(text)):
        depth += (text[index] in "[(") - (text[index] in "])")
        if depth == 0:
            return index
    raise ValueError(f"a bracket is not closed in the label {text!r}")


def _split(text: str) -> Iterator[str]:
    """The alternatives between bars that stand in no inner bracket."""
    depth, begun = 0, 0
    for index, letter in enumerate(text):
        depth += (letter in "[(") - (letter in "])")
        if letter == "|" and depth == 0:
            yield text[begun:index]
            begun = index + 1
    yield text[begun:]
