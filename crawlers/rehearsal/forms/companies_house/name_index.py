"""The companies of a register on a day, found by words in the names they bear or have borne."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from crawlers.rehearsal.forms.companies_house import standing
from crawlers.rehearsal.forms.companies_house.wording import one_line
from crawlers.rehearsal.world.bodies import Address, Body
from crawlers.rehearsal.world.world import World

ENDINGS = frozenset(
    {"CIC", "CIO", "COMPANY", "GROUP", "LIMITED", "LLP", "LP", "LTD", "PLC", "THE", "UK", "AND"}
)
"""Words that tell no names apart: they count only where a query has nothing else."""
RANKINGS_KEPT = 256
_WORD = re.compile(r"[A-Z0-9]+")


@dataclass(frozen=True, kw_only=True)
class Borne:
    """A name in capitals, with its first day and the day on which another took its place."""

    name: str
    since: date
    until: date | None


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One company as searches see it."""

    company: Body
    names: tuple[Borne, ...]
    """The present one last."""
    status: str
    kind: str
    subtype: str | None
    office: Address
    place: str
    """The office in one line, in small letters."""

    @property
    def name(self) -> str:
        """The present name."""
        return self.names[-1].name

    @property
    def previous(self) -> tuple[Borne, ...]:
        """Earlier names, newest first."""
        return self.names[-2::-1] if len(self.names) > 1 else ()

    @property
    def ended_on(self) -> date | None:
        """The day on which it left the register; None while it stands there."""
        return self.company.ended_on if self.status in {"dissolved", "removed"} else None

    @cached_property
    def alpha_key(self) -> str:
        """Its name's letters and digits, without endings, and its number: the order of lists."""
        return f"{alpha_key(self.name)}:{self.company.key}"


@dataclass(frozen=True, kw_only=True, eq=False)
class NameIndex:
    """Every company on the register by a day, dissolved ones included."""

    world: World
    today: date

    @cached_property
    def listed(self) -> Sequence[Listed]:
        """All of them, by number."""
        return tuple(
            _listed(self.world, company, self.today)
            for company in self.world.companies
            if standing.is_on_the_register(company, self.today)
        )

    @cached_property
    def ranked(self) -> Callable[[str], Sequence[Listed]]:
        """The companies with a word of a query in a name; rarer and present ones first."""
        return lru_cache(maxsize=RANKINGS_KEPT)(self._ranked)

    @cached_property
    def ranked_by_previous(self) -> Callable[[str], Sequence[Listed]]:
        """The companies with a word of a query in an earlier name."""
        return lru_cache(maxsize=RANKINGS_KEPT)(self._ranked_by_previous)

    @cached_property
    def dissolved(self) -> Sequence[Listed]:
        """The dissolved ones, in the order of their names."""
        found = (one for one in self.listed if one.status == "dissolved")
        return sorted(found, key=lambda one: one.alpha_key)

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[int]]:
        return _by_word(self.listed, lambda one: one.names[-1:])

    @cached_property
    def _by_previous_word(self) -> Mapping[str, Sequence[int]]:
        return _by_word(self.listed, lambda one: one.names[:-1])

    def _ranked(self, query: str) -> Sequence[Listed]:
        scores: dict[int, float] = defaultdict(float)
        for place, score in self._scores(query, self._by_previous_word):
            scores[place] += score / 2
        for place, score in self._scores(query, self._by_word):
            scores[place] += score
        return self._in_order(query, scores)

    def _ranked_by_previous(self, query: str) -> Sequence[Listed]:
        scores: dict[int, float] = defaultdict(float)
        for place, score in self._scores(query, self._by_previous_word):
            scores[place] += score
        return self._in_order(query, scores)

    def _scores(
        self, query: str, by_word: Mapping[str, Sequence[int]]
    ) -> Sequence[tuple[int, float]]:
        found = words(query)
        telling = [word for word in found if word not in ENDINGS] or found
        return [
            (place, 1 / len(by_word[word]))
            for word in dict.fromkeys(telling)
            for place in by_word.get(word, ())
        ]

    def _in_order(self, query: str, scores: Mapping[int, float]) -> Sequence[Listed]:
        same, ranks = self._of_one_name.get(alpha_key(query), frozenset[int]()), self._ranks

        def order(place: int) -> tuple[bool, float, int]:
            return (place not in same, -round(scores[place], 9), ranks[place])

        return [self.listed[place] for place in sorted(scores, key=order)]

    @cached_property
    def _of_one_name(self) -> Mapping[str, frozenset[int]]:
        """The companies of each name, but for what tells no names apart."""
        found: dict[str, set[int]] = defaultdict(set)
        for place, one in enumerate(self.listed):
            found[one.alpha_key.partition(":")[0]].add(place)
        return {name: frozenset(places) for name, places in found.items()}

    @cached_property
    def _ranks(self) -> Sequence[int]:
        """Each company's place among all by the length of its name, and then by its number."""
        every = range(len(self.listed))
        in_order = sorted(
            every, key=lambda at: (len(self.listed[at].name), self.listed[at].company.key)
        )
        ranks = [0] * len(in_order)
        for rank, at in enumerate(in_order):
            ranks[at] = rank
        return ranks


def words(text: str) -> list[str]:
    """The words of a name, in capitals, without punctuation."""
    return _WORD.findall(text.upper().replace("'", ""))


def alpha_key(name: str) -> str:
    """The letters and digits of a name without the words that tell no names apart."""
    found = words(name)
    return "".join(word for word in found if word not in ENDINGS) or "".join(found)


def _listed(world: World, company: Body, today: date) -> Listed:
    borne = [one for one in company.names if one.since <= today] or [company.names[0]]
    ends = [one.since for one in borne[1:]]
    office = company.office_on(today)
    return Listed(
        company=company,
        names=tuple(
            Borne(name=one.name.upper(), since=max(one.since, company.begun_on), until=until)
            for one, until in zip(borne, [*ends, None], strict=True)
        ),
        status=standing.status(world, company, today),
        kind=standing.company_type(world, company),
        subtype=standing.subtype(company),
        office=office,
        place=one_line(office).casefold(),
    )


def _by_word(
    listed: Sequence[Listed], names: Callable[[Listed], Sequence[Borne]]
) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(listed):
        for word in dict.fromkeys(word for borne in names(one) for word in words(borne.name)):
            found[word].append(place)
    return dict(found)
