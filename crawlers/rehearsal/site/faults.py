"""What is to go wrong, where and how often: drawn from the seed, so the same every time."""

import shlex
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from random import Random
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from crawlers.rehearsal.publishing import Reissue


class FaultError(Exception):
    """A fault that cannot be made to happen as it was asked for."""


class Kind(StrEnum):
    """What goes wrong."""

    TOO_MANY = "too-many"
    """429, though the budget is not spent."""
    SERVER_ERROR = "server-error"
    """A 5xx."""
    SLOW = "slow"
    """The body trickles."""
    CUT = "cut"
    """The connection ends in the middle of the body."""
    TRUNCATED = "truncated"
    """The file itself lacks its end, as after a failed upload: nothing in HTTP shows it."""
    MALFORMED = "malformed"
    """JSON that is none."""
    RENAMED = "renamed"
    """One heading of a table is another."""
    REISSUED = "re-issued"
    """A corrected workbook in place of the first, which its publisher puts out on the site's today,
    at another address, as long as this is in force."""


class Fault(BaseModel):
    """One kind of thing that goes wrong, at some addresses, at some times."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    publisher: str
    """Its key, or a pattern such as `companies_house_*`."""
    path: str = "*"
    """A pattern that the path matches: `*/officers`."""
    rate: Annotated[float, Field(gt=0, le=1)] = 1.0
    """How likely each time; the same address draws again when it is asked again."""
    nth: tuple[Annotated[int, Field(ge=1)], ...] = ()
    """Only these of the requests that match, counted from 1; empty for all."""
    each: bool = False
    """Whether `nth` counts each address by itself."""
    status: Annotated[int, Field(ge=500, le=599)] = 503
    """Of a server error."""
    seconds: Annotated[float, Field(gt=0)] = 5.0
    """How long a slow body takes, in real seconds."""
    heading: str = ""
    """The heading that is renamed."""
    renamed_to: str = ""
    """What it is called instead."""

    def is_for(self, publisher: str) -> bool:
        """Whether it is meant for a publisher."""
        return fnmatchcase(publisher, self.publisher)

    def is_asked_by(self, reissue: Reissue) -> bool:
        """Whether files are put out again upon its asking."""
        asked = (self.publisher, self.path) == (reissue.publisher, reissue.path)
        return self.kind is Kind.REISSUED and asked

    @model_validator(mode="after")
    def _has_no_setting_without_meaning(self) -> Self:
        """Refuse what another kind would heed, and what nothing heeds beside another setting."""
        for name, kinds in _OF_KINDS.items():
            if name in self.model_fields_set and self.kind not in kinds:
                raise ValueError(f"`{name}` means nothing with {self.kind}")
        if self.kind is Kind.REISSUED and self.model_fields_set & _TIMES:
            raise ValueError("a file is re-issued once and for all: leave rate, nth and each out")
        if self.nth and "rate" in self.model_fields_set:
            raise ValueError("give `rate` or `nth`, not both")
        if "each" in self.model_fields_set and not self.nth:
            raise ValueError("`each` means nothing without `nth`")
        return self

    @model_validator(mode="after")
    def _says_what_is_renamed(self) -> Self:
        if self.kind is Kind.RENAMED and not (self.heading and self.renamed_to):
            raise ValueError("a renamed heading needs `heading` and `renamed_to`")
        return self


_OF_KINDS = {
    "status": (Kind.SERVER_ERROR,),
    "seconds": (Kind.SLOW,),
    "heading": (Kind.RENAMED,),
    "renamed_to": (Kind.RENAMED,),
}
"""The kinds that heed a setting which others do not."""
_TIMES = {"rate", "nth", "each"}
_PLACES = {0: "kind", 1: "publisher", 2: "path"}


def fault_from(text: str) -> Fault:
    """A fault as a command line has it: `cut companies_house_bulk /*.zip nth=2,3`.

    First its kind and the publisher, then a path unless all are meant, then fields by name.
    """
    try:
        words = shlex.split(text)
        named = dict(word.split("=", 1) for word in words if "=" in word)
        places = dict(enumerate(word for word in words if "=" not in word))
        fields = {_PLACES.get(place, word): word for place, word in places.items()}
        listed = {"nth": named.pop("nth").split(",")} if "nth" in named else {}
        return Fault.model_validate({**fields, **named, **listed})
    except ValidationError as error:
        raise FaultError(f"no fault is made of {text!r}: {in_words(error)}") from None
    except ValueError as error:
        raise FaultError(f"no fault is made of {text!r}: {error}") from None


def in_words(error: ValidationError) -> str:
    """What is wrong with each field, or with the whole."""
    return "; ".join(
        f"{'.'.join(map(str, one['loc']))}: {one['msg']}".removeprefix(": ")
        for one in error.errors()
    )


@dataclass(kw_only=True)
class InForce:
    """A fault in force, and what it has done."""

    fault: Fault
    struck: int = 0
    """How often it had an effect: one that changes nothing where it strikes has none."""
    matched: int = 0
    """How many requests were such as it is meant for."""
    asked: Counter[str] = field(default_factory=Counter[str])
    """The same, by address."""

    def matches(self, publisher: str, path: str) -> bool:
        """Whether it is meant for a path of a publisher."""
        return self.fault.is_for(publisher) and fnmatchcase(path, self.fault.path)

    def strikes(self, seed: int, address: str) -> bool:
        """Whether it strikes this request, which is counted by asking."""
        self.matched += 1
        self.asked[address] += 1
        count = self.asked[address] if self.fault.each else self.matched
        if self.fault.nth and count not in self.fault.nth:
            return False
        if self.fault.rate == 1:
            return True
        what = f"{self.fault.kind} {self.fault.path}/{address} {self.asked[address]}"
        return Random(f"{seed}/{what}").random() < self.fault.rate  # noqa: S311 - repeatable


class FaultSwitch:
    """The faults in force."""

    def __init__(self, seed: int, faults: Iterable[Fault] = ()) -> None:
        """Begin with these."""
        self._seed = seed
        self.set(faults)

    def faults(self) -> list[Fault]:
        """The faults alone, without what they did."""
        return [one.fault for one in self.in_force]

    def set(self, faults: Iterable[Fault]) -> None:
        """Put these in place of those in force; counting begins again."""
        self.in_force = tuple(InForce(fault=fault) for fault in faults)

    def count_reissued(self, reissue: Reissue | None) -> None:
        """Count an answer with the fault upon whose asking its file was put out again, if any."""
        for one in self.in_force:
            if reissue is not None and one.fault.is_asked_by(reissue):
                one.struck += 1
                return

    def due(self, publisher: str, path: str, query: str) -> list[InForce]:
        """What goes wrong with this request, which is counted by asking."""
        return [
            one
            for one in self.in_force
            if one.matches(publisher, path)
            and one.strikes(self._seed, f"{publisher}{path}?{query}")
        ]
