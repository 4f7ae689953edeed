"""The register of a day on which only a list of inspected settings was published.

What stood on that day stood on the next register unless it left in the year between, and came
before the year unless it joined in it. So the register of the year after, less that year's
openings, plus its closures, plus whoever was inspected, is the register of the day, but for
settings that no published list has. Nothing here is stored: the lists are, and this follows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db import owner_text
from db.records import Inspection, Movement, Population, Setting
from db.snapshot import Snapshot, full_lists


@dataclass(frozen=True, kw_only=True)
class Rebuilt:
    """A register put together, each setting with every published row that it rests on."""

    as_at: date
    settings: tuple[Setting, ...]
    cites: Mapping[str, tuple[str, ...]]
    """By URN, the row that the setting was taken from first."""
    inspected: frozenset[str]
    """Those that the day's own list has; the others stand on rows of another day."""

    @property
    def note(self) -> str:
        """What to say wherever the register is used."""
        return (
            f"No full register was published for {self.as_at}: this one of {len(self.settings):,}"
            f" settings is rebuilt from its neighbours, {len(self.inspected):,} of them from the"
            " day's own list of inspected settings."
        )


def to_rebuild(snapshot: Snapshot) -> date | None:
    """The 31 March before `as_of`, if no full register of it is held; else None."""
    as_of = snapshot.as_of
    march = date(as_of.year if (as_of.month, as_of.day) >= (3, 31) else as_of.year - 1, 3, 31)
    newest = snapshot.list_date(Setting)
    return march if newest is None or newest < march else None


def rebuilt_registers(snapshot: Snapshot) -> dict[date, Rebuilt]:
    """Every register that can be rebuilt from what a snapshot holds, by its day."""
    found = (rebuilt_register(snapshot, day) for day in _inspected_lists(snapshot))
    return {register.as_at: register for register in found if register is not None}


def rebuilt_register(snapshot: Snapshot, day: date) -> Rebuilt | None:
    """The register of `day`, rebuilt; None when a full one, or too little, was published.

    `snapshot` must reach a year beyond `day`: it needs the next full register, and the openings
    and closures of the year between.
    """
    full = full_lists(snapshot.every(Setting))
    inspected = _inspected_lists(snapshot).get(day)
    next_day = day.replace(year=day.year + 1)
    moved = [m for m in snapshot.current(Movement) if m.year_to == next_day]
    if day in full or not inspected or next_day not in full or not moved:
        return None
    joined = {movement.urn for movement in moved if movement.joined}
    stayed = {s.urn: s for s in full[next_day] if s.urn not in joined}
    left = {m.urn: m for m in moved if m.left and not m.joined}
    rows = {urn: _from_movement(movement) for urn, movement in left.items()} | stayed | inspected
    owners = _owners(snapshot, day)
    return Rebuilt(
        as_at=day,
        settings=tuple(_rebuilt(rows[urn], day, owners.get(urn)) for urn in sorted(rows)),
        cites={
            urn: tuple(
                dict.fromkeys(
                    found.cite
                    for found in (rows[urn], stayed.get(urn), left.get(urn), owners.get(urn))
                    if found is not None
                )
            )
            for urn in rows
        },
        inspected=frozenset(inspected),
    )


def _inspected_lists(snapshot: Snapshot) -> dict[date, dict[str, Setting]]:
    """Lists of inspected settings by day and URN; of two that state one setting, the later."""
    lists: dict[date, dict[str, Setting]] = {}
    for setting in snapshot.every(Setting):
        if setting.population is Population.INSPECTED_ONLY:
            lists.setdefault(setting.as_at, {})[setting.urn] = setting
    return lists


def _from_movement(movement: Movement) -> Setting:
    """What a row of openings and closures says of a setting that no list of these years has."""
    return Setting(
        cite=movement.cite,
        public_on=movement.public_on,
        as_at=movement.year_to,
        population=Population.REBUILT,
        urn=movement.urn,
        name=None,
        provision_type=movement.provision_type,
        registered_on=movement.opened_on,
        registration_status=movement.status_before,
        ofsted_region=None,
        government_office_region=None,
        local_authority=movement.local_authority or "not published",
        sector=movement.sector,
        places=movement.places,
        supported_accommodation_premises=None,
        short_breaks_only=None,
        multi_building=None,
        linked_education_urn=None,
        owner_name=None,
        owner_company_number=None,
        owner_charity_number=None,
    )


def _owners(snapshot: Snapshot, day: date) -> dict[str, Setting | Inspection]:
    """The statement that names each setting's owner and stands nearest to `day`, by URN.

    A register's word comes before a table of inspections', and the day's own list before all.
    """
    nearest: dict[str, tuple[tuple[int, int], Setting | Inspection]] = {}
    for stated in (*snapshot.every(Setting), *snapshot.every(Inspection)):
        if stated.owner_name is None:
            continue
        is_visit = isinstance(stated, Inspection)
        distance = (stated.listed_at if isinstance(stated, Inspection) else stated.as_at) - day
        rank = (int(is_visit), abs(distance.days))
        if stated.urn not in nearest or rank < nearest[stated.urn][0]:
            nearest[stated.urn] = (rank, stated)
    return {urn: stated for urn, (_, stated) in nearest.items()}


def _rebuilt(setting: Setting, day: date, owner: Setting | Inspection | None) -> Setting:
    name = owner.owner_name if owner else None
    return setting.model_copy(
        update={
            "as_at": day,
            "population": Population.REBUILT,
            "owner_name": name,
            "owner_company_number": owner_text.company_number(name),
            "owner_charity_number": owner_text.charity_number(name),
        }
    )
