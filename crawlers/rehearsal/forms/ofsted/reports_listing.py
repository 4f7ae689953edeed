"""What Ofsted's reports site knows of each setting on a day, and how its pages number things."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted.counted_types import TRAINING_CENTRE
from crawlers.rehearsal.forms.ofsted.register import Key
from crawlers.rehearsal.forms.ofsted.spelling import council_name
from crawlers.rehearsal.world.settings import Council, Inspection, Setting
from crawlers.rehearsal.world.world import World


@dataclass(frozen=True, kw_only=True)
class Kind:
    """How the site classes one type of setting."""

    code: int
    """In the path of its pages."""
    category: str
    level_2: int
    """The sub-category by which it is searched."""


KINDS: Mapping[str, Kind] = {
    words.BOARDING.casefold(): Kind(code=1, category="Boarding School", level_2=10),
    words.HOME.casefold(): Kind(code=2, category="Children's Home", level_2=8),
    words.SECURE.casefold(): Kind(code=2, category="Secure Children's Home", level_2=8),
    words.SCHOOL_AS_HOME.casefold(): Kind(code=2, category="Children's Home", level_2=8),
    words.FOSTERING.casefold(): Kind(code=3, category="Independent Fostering Agency", level_2=9),
    words.ADOPTION.casefold(): Kind(code=4, category="Voluntary Adoption Agency", level_2=9),
    words.ADOPTION_SUPPORT.casefold(): Kind(code=5, category="Adoption Support Agency", level_2=9),
    words.FAMILY_CENTRE.casefold(): Kind(code=6, category="Residential Family Centre", level_2=8),
    words.SPECIAL_SCHOOL.casefold(): Kind(
        code=7, category="Residential Special School", level_2=10
    ),
    words.COLLEGE.casefold(): Kind(
        code=8, category="Further Education College with Residential Accommodation", level_2=10
    ),
    words.HOLIDAY.casefold(): Kind(code=9, category="Residential Holiday Scheme", level_2=8),
    words.SUPPORTED.casefold(): Kind(code=10, category="Supported Accommodation", level_2=11),
    TRAINING_CENTRE.casefold(): Kind(code=11, category="Secure Training Centre", level_2=8),
}
"""Codes 1 and 2 are the site's own. The others are not known, so that a reader must find them by
following links; neither are the sub-categories, of which 8 to 11 are its own numbers."""
FIRST_FILE = 50_000_001


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One setting on the site."""

    setting: Setting
    kind: Kind
    council: Council
    is_open: bool
    reports: tuple[Inspection, ...]
    """Visits whose report is out, the newest report first."""
    today: date

    @property
    def path(self) -> str:
        """Where its page stands."""
        return f"/provider/{self.kind.code}/{self.setting.urn}"

    @property
    def title(self) -> str:
        """Its name, or its number where the name is withheld."""
        return self.setting.name or self.setting.urn

    @property
    def address(self) -> str | None:
        """Its address on one line; None where it is withheld."""
        lines = self.setting.address
        return None if lines is None else ", ".join(line.strip() for line in lines if line.strip())

    @property
    def council_name(self) -> str:
        """The council in whose area it stands, as it is called today."""
        return council_name(self.council, self.today)

    @property
    def latest(self) -> date | None:
        """The day of its newest report."""
        return self.reports[0].published_on if self.reports else None


def listing(world: World, today: date) -> tuple[Listed, ...]:
    """Every setting that was ever registered, by number; closed ones stay on the site."""
    return tuple(
        _listed(world, setting, today)
        for setting in sorted(world.settings, key=lambda one: one.urn)
        if setting.registered_on <= today
    )


def _listed(world: World, setting: Setting, today: date) -> Listed:
    out = [one for one in world.inspections_of.get(setting.urn, ()) if one.published_on <= today]
    out.sort(key=lambda one: (one.published_on, one.event_number), reverse=True)
    return Listed(
        setting=setting,
        kind=KINDS[setting.provision_type.casefold()],
        council=world.council[setting.council],
        is_open=setting.is_open(today),
        reports=tuple(out),
        today=today,
    )


def file_numbers(world: World) -> Mapping[Key, int]:
    """The number of each report's file, in the order in which reports came out."""
    in_order = sorted(
        world.inspections, key=lambda one: (one.published_on, one.event_number, one.urn)
    )
    return {
        (one.event_number, one.urn): number for number, one in enumerate(in_order, start=FIRST_FILE)
    }


def written(day: date) -> str:
    """A day as the site writes it: `08 November 2022`."""
    return f"{day:%d %B %Y}"
