"""The register of companies as an outsider reads it: names, holders, and who a holder is."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from tests.crawlers.rehearsal.traps.served import Json, Served

ENDINGS = re.compile(r"\s+(LIMITED|LTD\.?|LLP|PLC|CIC)$")
NUMBER = re.compile(r"\b(?:[A-Z]{2}\d{6}|\d{8})\b")
MAJORITIES = ("50-to-75-percent", "75-to-100-percent")
HOME = re.compile(r"england|wales|scotland|united kingdom|uk", re.IGNORECASE)


def stem(name: str) -> str:
    """A name in capitals without its legal ending."""
    return ENDINGS.sub("", " ".join(name.upper().split()))


def profile(served: Served, number: str) -> Json | None:
    """What the register says of a company in short; None where it has none of that number."""
    return served.from_the_register(f"/company/{number}")


def names(served: Served, number: str) -> list[str]:
    """The name that a company bears, then those that it bore."""
    found = profile(served, number)
    if found is None:
        return []
    before = found.get("previous_company_names", ())
    return [found["company_name"], *(one["name"] for one in before)]


def of_name(served: Served, name: str) -> list[Json]:
    """The companies that a search shows whose name is this one, but for its legal ending."""
    found = served.from_the_register("/search/companies", q=name)
    return [one for one in found["items"] if stem(one["title"]) == stem(name)] if found else []


def entries(served: Served, number: str) -> list[Json]:
    """All entries of a company's control register, ended ones too."""
    return served.every(f"/company/{number}/persons-with-significant-control")


def in_force(served: Served, number: str) -> list[Json]:
    """The entries that are not ended."""
    return [one for one in entries(served, number) if "ceased_on" not in one]


def is_corporate(entry: Json) -> bool:
    """Whether an entry is about a body that is on a register."""
    return entry["kind"].startswith("corporate-entity")


def is_majority(entry: Json) -> bool:
    """Whether an entry says that more than half is held."""
    return any(one.endswith(MAJORITIES) for one in entry["natures_of_control"])


def is_abroad(entry: Json) -> bool:
    """Whether an entry names a country that is not here."""
    country = entry.get("identification", {}).get("country_registered")
    return country is not None and HOME.search(country) is None


def holder(served: Served, entry: Json) -> str | None:
    """The company number of a holder: as written, or by its name where one company bore it then."""
    written = entry.get("identification", {}).get("registration_number", "")
    digits = re.sub(r"^No\.\s*", "", written).zfill(8)
    if NUMBER.fullmatch(digits) and profile(served, digits):
        return digits
    if is_abroad(entry):
        return None
    then = entry["notified_on"]
    found = [
        one["company_number"]
        for one in of_name(served, entry["name"])
        if one["date_of_creation"] <= then < one.get("date_of_cessation", "9999")
    ]
    return found[0] if len(found) == 1 else None


@cache
def holders(served: Served, number: str) -> tuple[str, ...]:
    """The companies that hold a company by what is in force on its control register."""
    found = (holder(served, one) for one in in_force(served, number) if is_corporate(one))
    return tuple(one for one in found if one is not None)


def above(served: Served, number: str) -> Iterator[str]:
    """Yield every company above a company, each once."""
    seen, waiting = set[str](), [number]
    while waiting:
        for one in holders(served, waiting.pop()):
            if one not in seen:
                seen.add(one)
                waiting.append(one)
                yield one


def day(written: str) -> date:
    """A day as JSON has it."""
    return date.fromisoformat(written)
