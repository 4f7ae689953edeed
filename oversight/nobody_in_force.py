"""Control registers that name nobody in force on a day: nobody ever, nobody any more, or not yet.

Of a person only that there was one is said.
"""

from collections.abc import Sequence
from datetime import date

from db.records import Control
from oversight.control_registers import ControlRegisters
from oversight.finding import Evidence
from oversight.holders import undertaking

KINDS = {
    "individual": "a person",
    "super-secure": "somebody whose details are protected",
    "legal-person": "a government or other legal person",
    "corporate-entity": "a body that is no undertaking here or that the entry does not identify",
}
"""Holders that are no undertakings, by how their kind begins."""


def nobody_in_force(registers: ControlRegisters, company: str) -> tuple[str, tuple[Evidence, ...]]:
    """Why a register that is held names nobody in force, in words, and what was read of it.

    That is its last reading, where it was read whole, and each entry: all had ended or not begun.
    """
    day = registers.day
    entries = registers.entered.get(company, ())
    each = tuple(
        Evidence(
            claim=f"the entry of {holder(one)} in the control register of {company}"
            f" {_when(one, day)}",
            cite=one.cite,
        )
        for one in entries
    )
    said = f"names nobody in force on {day.isoformat()}"
    extract = registers.extracts.get(company)
    if extract is None:
        why = _why(entries, len(entries), day, "the")
        return f"the control register of {company}, of which a part is held, {said}: {why}", each
    read = f"the control register of {company}, as read on {extract.read_on.isoformat()},"
    why = _why(entries, max(extract.entries, len(entries)), day, "its")
    words = f"{read} {said}: {why}"
    return words, (Evidence(claim=words, cite=extract.cite), *each)


def holder(entry: Control) -> str:
    """Whom an entry names: an undertaking by name and number, anybody else by kind alone."""
    if undertaking(entry) is None:
        return next(words for start, words in KINDS.items() if entry.kind.startswith(start))
    said = (entry.holder_name, entry.holder_company_number)
    name, *number = [text for text in said if text is not None]
    return f"{name} ({number[0]})" if number else name


def _why(entries: Sequence[Control], total: int, day: date, which: str) -> str:
    """Why nobody is in force: nobody was ever entered, or entries had ended or had not begun."""
    ended = sorted((one for one in entries if _has_ended(one, day)), key=_end)
    if total == 0:
        return "it holds no entry"
    if total == len(entries) == 1:
        return f"{which} only entry, of {holder(entries[0])}, {_when(entries[0], day)}"
    if total == len(ended):
        last = f"the last, of {holder(ended[-1])}, on {_end(ended[-1])}"
        return f"all {which} {total} entries had ended, {last}"
    counted = {
        "had ended": len(ended),
        "had not begun": len(entries) - len(ended),
        "could not be read for that day": total - len(entries),
    }
    each = ", ".join(f"{count} {what}" for what, count in counted.items() if count)
    return f"of {which} {total} entries {each}"


def _has_ended(entry: Control, day: date) -> bool:
    return entry.valid_to is not None and entry.valid_to <= day


def _end(entry: Control) -> date:
    assert entry.valid_to is not None, "only ended entries are asked"
    return entry.valid_to


def _when(entry: Control, day: date) -> str:
    """When an entry that is not in force ended or began; both where it ends before it begins."""
    begun = entry.valid_from
    if not _has_ended(entry, day):
        return f"began only on {begun}"
    is_odd = begun is not None and begun > _end(entry)
    return f"ended on {_end(entry)}{f', before it began on {begun}' if is_odd else ''}"
