"""What one company does every year when it files: by which software, how much, of which kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from crawlers.rehearsal.calibration import filing
from crawlers.rehearsal.making.streams import weighted
from crawlers.rehearsal.world.books import Medium, Vendor, Withheld

AUDITED = frozenset({"full", "group", "medium", "small"})
SHORT = frozenset({"total-exemption-full", "total-exemption-small", "small", "micro-entity"})
_FIRST_WAYS = (Vendor.IRIS, Vendor.CASEWARE, Vendor.DIGITA)
"""By which software the first groups of any market file, so that each way is there."""
_PAPER_UNTIL = 2020
"""The first of them comes on paper until then."""


@dataclass(frozen=True, kw_only=True)
class Habits:
    """One company's ways, the same from year to year unless the times change."""

    small_kind: str
    """As what it files while it is small and no micro-entity."""
    is_exempt: bool
    """Whether it files nothing while it is a dormant subsidiary (s.448A)."""
    is_guaranteed: bool
    """Whether a parent guarantees its debts, so that nobody audits it (s.479A)."""
    consolidates: bool
    """Whether it prepares group accounts though a parent does."""
    is_filleted: bool
    _patience: float
    """From 0 to 1: how long it stays with paper."""
    _vendor: Vendor
    _scans_groups: bool
    _group_vendor: Vendor

    @classmethod
    def of(cls, random: Random) -> "Habits":
        """The habits that one stream of chance gives."""
        return cls(
            small_kind=weighted(random, filing.SMALL_KINDS),
            is_exempt=random.random() < filing.FILING_EXEMPT,
            is_guaranteed=random.random() < filing.GUARANTEED,
            consolidates=random.random() < filing.INTERMEDIATE_PARENTS_CONSOLIDATE,
            is_filleted=random.random() < filing.FILLETED,
            _patience=random.random(),
            _vendor=Vendor[weighted(random, filing.VENDORS)],
            _scans_groups=random.random() < filing.GROUPS_SCANNED,
            _group_vendor=Vendor[weighted(random, filing.GROUP_VENDORS)],
        )

    def medium(self, year: int) -> tuple[Medium, Vendor | None]:
        """On paper, or by which software, its own accounts of a year come."""
        if self._patience < filing.ON_PAPER[_newest(filing.ON_PAPER, year)]:
            return Medium.SCANNED, None
        return self.by_software()

    def by_software(self) -> tuple[Medium, Vendor | None]:
        """How they come where somebody must be able to read them, so that every market has some."""
        return Medium.TAGGED, self._vendor

    def group_medium(self, place: int, year: int) -> tuple[Medium, Vendor | None]:
        """How its group's accounts of a year come, when so many others file for a group too."""
        if place < len(_FIRST_WAYS):
            is_on_paper = place == 0 and year <= _PAPER_UNTIL
            return (Medium.SCANNED, None) if is_on_paper else (Medium.TAGGED, _FIRST_WAYS[place])
        return (Medium.SCANNED, None) if self._scans_groups else (Medium.TAGGED, self._group_vendor)

    def withheld(self, kind: str) -> Withheld | None:
        """Why accounts of a kind have no profit and loss account; None where they have one."""
        if kind == "dormant":
            return Withheld.NOTHING
        if kind == "group":
            return Withheld.PARENT
        return Withheld.FILLETED if kind in SHORT and self.is_filleted else None


def _newest(years: Iterable[int], year: int) -> int:
    """The newest of some years that is not later; the first where all are."""
    return max((one for one in years if one <= year), default=min(years))
