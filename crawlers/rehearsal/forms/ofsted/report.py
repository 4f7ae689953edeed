"""One inspection report's words: what was found, and whose setting it is.

The registered provider and its office are what leads from a setting to a company; no table has
the office. A home's own name and place stand in no report.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted.register import is_one_of
from crawlers.rehearsal.world.bodies import Address, Body
from crawlers.rehearsal.world.settings import Inspection, Setting
from crawlers.rehearsal.world.world import World

Section = tuple[str, Sequence[str]]
"""A heading and the lines below it."""

_FORENAMES = ("Ada", "Bram", "Cleo", "Dov", "Esme", "Finn", "Greta", "Hal", "Ines", "Joss")
_SURNAMES = (
    "Avenholt",
    "Brackleby",
    "Corrigwood",
    "Dunthwaite",
    "Elverstoke",
    "Fennimarsh",
    "Garrowmere",
    "Hexwater",
    "Inglesby-Rook",
    "Jarrowmoss",
)
"""Nobody's names: reports name a manager, a responsible individual and an inspector, as in life."""
NOT_GIVEN = "Not given"


@dataclass(frozen=True, kw_only=True)
class Report:
    """One visit's report."""

    world: World
    visit: Inspection

    @property
    def setting(self) -> Setting:
        """The setting that was visited."""
        return self.world.setting[self.visit.urn]

    @property
    def what(self) -> str:
        """What kind of setting it is, in the words of a heading: `Children's home`."""
        kind = self.setting.provision_type
        return f"{kind[:1].upper()}{kind[1:].lower()}"

    @property
    def title(self) -> str:
        """The setting's name, or its number where the name is withheld."""
        return self.setting.name or self.setting.urn

    def sections(self) -> Iterator[Section]:
        """Yield the report, section by section, in the publisher's order."""
        yield self.visit.kind, self._opening()
        yield "Judgements", list(self._judgements())
        history = list(self._history())
        if history:
            yield "Recent inspection history", history
        yield f"{self.what} details", list(self._details())
        yield "Inspector", [f"{self._somebody('inspector')}, social care inspector"]

    def _opening(self) -> Sequence[str]:
        places = self.setting.places_on(self.visit.inspected_on)
        homes = is_one_of(self.setting, *words.HOMES)
        cares = [f"It is registered to care for up to {places} children."] if homes else []
        return [
            f"Inspection date: {_long(self.visit.inspected_on)}",
            f"Published: {_long(self.visit.published_on)}",
            "Inspected under the social care common inspection framework",
            *cares,
        ]

    def _judgements(self) -> Iterator[str]:
        visit = self.visit
        given = {
            "Overall experiences and progress of children and young people": visit.overall,
            "How well children and young people are helped and protected": (
                visit.helped_and_protected
            ),
            "The effectiveness of leaders and managers": visit.leaders_and_managers,
            "Outcomes in education and related learning activities": visit.education,
            "Health services": visit.health,
            "Outcome": visit.outcome,
        }
        graded = [f"{aspect}: {grade}" for aspect, grade in given.items() if grade is not None]
        yield from graded or ["This visit gives no judgement."]

    def _history(self) -> Iterator[str]:
        """The full inspections before, the newest first, whose reports were out by this one's."""
        for one in reversed(self.world.inspections_of[self.visit.urn]):
            is_before = one.inspected_on < self.visit.inspected_on
            if is_before and one.published_on <= self.visit.published_on and one.kind == words.FULL:
                concluded = one.overall or one.outcome or "Not judged"
                yield f"{_long(one.inspected_on)}  {one.kind}  {concluded}"

    def _details(self) -> Iterator[str]:
        yield f"Unique reference number: {self.setting.urn}"
        yield f"Provision sub-type: {self.setting.provision_type}"
        yield f"Registered provider: {self._provider()}"
        yield f"Registered provider address: {self._office()}"
        yield f"Responsible individual: {self._somebody('responsible individual')}"
        yield f"Registered manager: {self._somebody('registered manager')}"

    def _body(self) -> Body | None:
        return self.world.body.get(self.setting.owner_on(self.visit.inspected_on) or "")

    def _provider(self) -> str:
        """The registered provider, as Ofsted writes it; its own name where Ofsted's lists fail."""
        text, body = self.setting.owner_text_at(self.visit.inspected_on), self._body()
        if isinstance(text, str):
            return text
        return body.name_on(self.visit.inspected_on) if body is not None else NOT_GIVEN

    def _office(self) -> str:
        body = self._body()
        return NOT_GIVEN if body is None else _line(body.office_on(self.visit.inspected_on))

    def _somebody(self, role: str) -> str:
        key = f"{self.world.seed}/ofsted {role}/{self.visit.urn}"
        random = Random(key)  # noqa: S311 - the same name in each report, no secret
        return f"{random.choice(_FORENAMES)} {random.choice(_SURNAMES)}"


def _line(address: Address) -> str:
    street = f"{address.premises} {address.street}"
    return ", ".join(part for part in (street, address.town, address.postcode) if part)


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
