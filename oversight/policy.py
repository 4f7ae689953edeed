"""Which thresholds are in force, each with its authority, address, date and reason.

The law names tests and leaves most numbers to regulations that are not made. So numbers are
policy, kept in files that people compare and change; facts are facts, and never move with them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

DEFAULT = "illustrative"
ONE_OF = "one of: "
"""How the unit of a threshold that is a word begins; the words follow, between commas."""


class UnknownPolicyError(ValueError):
    """No policy goes by that name, or its file cannot be used."""


class Status(StrEnum):
    """How much weight a threshold carries, heaviest first."""

    STATUTE = "statute"
    PRECEDENT = "precedent"
    """Another regime's law or guidance, which the new one may or may not follow."""
    PUBLISHED_PRACTICE = "published practice"
    OUR_JUDGEMENT = "our judgement"


class Threshold(BaseModel):
    """One number or word that decides whether a rule's condition is met."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: int | float | str
    unit: str
    authority: str
    address: str
    dated: date
    status: Status
    reason: str


class _File(BaseModel):
    """What a policy file may hold."""

    model_config = ConfigDict(extra="forbid")

    title: str
    version: int
    extends: str | None = None
    thresholds: dict[str, Threshold] = {}


@dataclass(frozen=True, kw_only=True)
class Policy:
    """All thresholds in force at once. A what-if is another policy."""

    name: str
    title: str
    version: int
    thresholds: Mapping[str, Threshold]

    def number(self, name: str) -> float:
        """A threshold's number."""
        value = self.thresholds[name].value
        if isinstance(value, str):
            raise TypeError(f"{name} is {value!r}, not a number")
        return value

    def word(self, name: str) -> str:
        """A threshold's word."""
        value = self.thresholds[name].value
        if not isinstance(value, str):
            raise TypeError(f"{name} is {value!r}, not a word")
        return value

    @property
    def sha256(self) -> str:
        """A hash of every threshold, so that an answer can say exactly what it rests on."""
        lines = (f"{k}={t.model_dump_json()}" for k, t in sorted(self.thresholds.items()))
        return sha256("\n".join(lines).encode()).hexdigest()


def policies() -> tuple[Policy, ...]:
    """The policies that come with this release, by name."""
    names = sorted(
        entry.name.removesuffix(".toml")
        for entry in (files("oversight") / "policies").iterdir()
        if entry.name.endswith(".toml")
    )
    return tuple(packaged_policy(name) for name in names)


@cache
def packaged_policy(name: str = DEFAULT) -> Policy:
    """One policy of this release; UnknownPolicyError, with the names there are, for any other."""
    entry = files("oversight") / "policies" / f"{name}.toml"
    if not entry.is_file():
        known = [policy.name for policy in policies()]
        raise UnknownPolicyError(f"no policy is called {name!r}; there are {known}, or give a file")
    return read_policy(name, entry.read_text(encoding="utf-8"))


def find_policy(name_or_file: str) -> Policy:
    """A policy of this release by its name, or any policy by its file, which ends in .toml."""
    path = Path(name_or_file)
    if path.suffix != ".toml":
        return packaged_policy(name_or_file)
    if not path.is_file():
        raise UnknownPolicyError(f"there is no policy file {name_or_file}")
    try:
        found = read_policy(path.stem, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise UnknownPolicyError(f"policy {path.stem}: not UTF-8 text") from None
    _refuse_what_no_rule_can_use(found)
    return found


def read_policy(name: str, text: str) -> Policy:
    """A policy from the text of its file; UnknownPolicyError says what the file gets wrong.

    A policy that `extends` another holds all of the other's thresholds and changes some; it
    cannot add one that no rule asks for.
    """
    try:
        file = _File.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise UnknownPolicyError(f"policy {name}: not TOML: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UnknownPolicyError(f"policy {name}: {place}: {first['msg']}") from None
    base = dict(packaged_policy(file.extends).thresholds) if file.extends else {}
    if file.extends and (new := sorted(file.thresholds.keys() - base.keys())):
        raise UnknownPolicyError(
            f"policy {name}: no rule asks for {new}; {file.extends} has {sorted(base)}"
        )
    return Policy(
        name=name, title=file.title, version=file.version, thresholds=base | file.thresholds
    )


def _refuse_what_no_rule_can_use(policy: Policy) -> None:
    """Raise UnknownPolicyError where a file lacks a threshold, or gives one that means nothing."""
    for name, known in packaged_policy().thresholds.items():
        if name not in policy.thresholds:
            raise UnknownPolicyError(
                f'policy {policy.name}: it lacks {name}; extends = "{DEFAULT}" brings what it lacks'
            )
        value = policy.thresholds[name].value
        words = known.unit.removeprefix(ONE_OF).split(", ") if known.unit.startswith(ONE_OF) else []
        if isinstance(value, str) != bool(words) or (words and value not in words):
            raise UnknownPolicyError(
                f"policy {policy.name}: {name} is {value!r}, not {' or '.join(words) or 'a number'}"
            )
