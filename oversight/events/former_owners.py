"""Which company each owner's text of any list was: of lists before the register in use too."""

from collections.abc import Iterable, Mapping
from datetime import date

from db.owner_text import owner_key
from db.records import Setting
from db.snapshot import Snapshot
from oversight.matching import Beside, Names, OwnerMatch, match_owners
from oversight.organisations import Organisation, organisations


def companies_of_owners(
    current: Mapping[str, OwnerMatch], snapshot: Snapshot, names: Names
) -> dict[str, str]:
    """The company of each owner's text that is surely one, by the key of the text.

    Texts that the register in use has are as it matches them; every other is matched as at the
    last list that has it, when its company was still there.
    """
    beside = Beside(snapshot=snapshot)
    found = dict(current)
    for day, owners in _former(current.keys(), snapshot.every(Setting)).items():
        found |= match_owners(owners, names, day, beside=beside)
    return {
        key: match.company_number
        for key, match in found.items()
        if match.company_number is not None and not match.needs_review
    }


def _former(
    current: Iterable[str], listed: Iterable[Setting]
) -> dict[date, tuple[Organisation, ...]]:
    """Owners whom only older lists have, by the day of the last that has them."""
    known = {*current}
    last: dict[str, list[Setting]] = {}
    for one in sorted(listed, key=lambda setting: setting.as_at):
        key = owner_key(one.owner_name) if one.owner_name is not None else ""
        if key and key not in known:
            held = last.setdefault(key, [])
            if held and held[0].as_at != one.as_at:
                held.clear()
            held.append(one)
    by_day: dict[date, list[Setting]] = {}
    for settings in last.values():
        by_day.setdefault(settings[0].as_at, []).extend(settings)
    return {day: organisations(by_day[day]) for day in sorted(by_day)}
