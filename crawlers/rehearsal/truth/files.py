"""The truth written down: one file for each question that an evaluation asks."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from crawlers.rehearsal.truth.agencies import agency_places
from crawlers.rehearsal.truth.groups import END, TrueGroups
from crawlers.rehearsal.truth.reading_guide import MARK, lines, market
from crawlers.rehearsal.world.books import Books
from crawlers.rehearsal.world.world import World

Row = Mapping[str, object]
GUIDE_NAME = "README.md"


class TruthFolderError(Exception):
    """A folder in which the truth of a market cannot be written."""


def write(world: World, folder: Path) -> tuple[Path, ...]:
    """Write every file of a world's truth into a folder, beside a guide to them; return them.

    Raises TruthFolderError where another market's truth lies there.
    """
    refuse_a_folder_of_others(folder, seed=world.seed, size=world.size)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / GUIDE_NAME).write_text("\n".join((*lines(world), "")), encoding="utf-8")
    mark = f"seed {world.seed}, {world.size}"
    return tuple(
        _write(folder / name, ({**row, MARK: mark} for row in rows(world)))
        for name, rows in FILES.items()
    )


def refuse_a_folder_of_others(folder: Path, *, seed: int, size: str) -> None:
    """Raise TruthFolderError for what is no folder, or holds the truth of another market."""
    nearest = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    if not nearest.is_dir():
        raise TruthFolderError(f"{nearest} is a file, not a folder; name a folder for the truth")
    guide = folder / GUIDE_NAME
    lies = guide.is_file() or any((folder / name).exists() for name in FILES)
    ours = market(seed=seed, size=size)
    if lies and f"{ours}," not in (guide.read_text("utf-8") if guide.is_file() else ""):
        raise TruthFolderError(
            f"the truth of another market lies in {folder}; name another folder for {ours.lower()}"
        )


def owners(world: World) -> Iterator[Row]:
    """Yield who ran each setting when, and the company or charity number that is right for it."""
    for setting in sorted(world.setting.values(), key=lambda one: one.urn):
        spells = setting.owners
        ends = [*(one.since for one in spells[1:]), setting.left_on]
        for one, until in zip(spells, ends, strict=True):
            body = world.body.get(one.owner or "")
            yield {
                "urn": setting.urn,
                "provision_type": setting.provision_type,
                "council": setting.council,
                "owner": one.owner,
                "owner_form": body.form if body else None,
                "company_number": body.number if body else None,
                "charity_number": body.charity_number if body else None,
                "since": one.since,
                "until": until,
                "registered_again_as": setting.registered_again_as,
            }


def owner_texts(world: World) -> Iterator[Row]:
    """Yield what each text that Ofsted writes means: the body, from one issue to the next."""
    for setting in sorted(world.setting.values(), key=lambda one: one.urn):
        texts = setting.owner_texts
        ends = [*(one.since for one in texts[1:]), None]
        for one, until in zip(texts, ends, strict=True):
            owner = setting.owner_on(one.since)
            body = world.body.get(owner or "")
            yield {
                "urn": setting.urn,
                "text": one.text,
                "since": one.since,
                "until": until,
                "owner": owner,
                "company_number": body.number if body else None,
            }


def bodies(world: World) -> Iterator[Row]:
    """Yield what each key of a body means: its names, its form and its country."""
    for body in sorted(world.bodies, key=lambda one: one.key):
        ends = [*(one.since for one in body.names[1:]), None]
        for one, until in zip(body.names, ends, strict=True):
            yield {
                "key": body.key,
                "name": one.name,
                "since": one.since,
                "until": until,
                "form": body.form,
                "country": body.jurisdiction,
                "begun_on": body.begun_on,
                "ended_on": body.ended_on,
            }


def groups(world: World) -> Iterator[Row]:
    """Yield each body's place in its statutory and its operating group, spell by spell."""
    for one in TrueGroups(world=world).memberships():
        yield {**asdict(one), "until": None if one.until == END else one.until}


def stakes(world: World) -> Iterator[Row]:
    """Yield what was really held, and when its register said so."""
    for one in sorted(world.stakes, key=lambda one: (one.company, one.since, one.key)):
        yield {
            "key": one.key,
            "holder": one.holder,
            "company": one.company,
            "since": one.since,
            "until": one.until,
            "shares": one.shares,
            "votes": one.votes,
            "capacity": one.capacity,
            "entered_on": one.filed_on,
            "end_entered_on": one.end_filed_on,
        }


def happenings(world: World) -> Iterator[Row]:
    """Yield what happened, with every sign and the day on which it could first be read."""
    for one in sorted(world.happenings, key=lambda one: (one.on, one.key)):
        yield asdict(one)


def money(world: World) -> Iterator[Row]:
    """Yield what each company and group really earned and owed, and what of it was filed."""
    filed = {
        (one.reporting, scope, one.end): one
        for one in sorted(world.accounts, key=lambda one: one.filed_on, reverse=True)
        for scope in one.scopes
    }
    for one in sorted(world.books, key=lambda one: (one.company, one.end, one.scope)):
        accounts = filed.get((one.company, one.scope, one.end))
        yield {
            "company": one.company,
            "scope": one.scope,
            "start": one.start,
            "end": one.end,
            "months": one.months,
            "lease_basis": one.lease_basis,
            **_figures(one),
            "filed_as": accounts.key if accounts else None,
            "filed_on": accounts.filed_on if accounts else None,
            "medium": accounts.medium if accounts else None,
            "withheld": accounts.withheld if accounts else None,
        }


def _figures(one: Books) -> Row:
    income, position = one.income, one.position
    earned = income.operating_profit + income.amortisation + income.exceptional_costs
    return {
        "turnover_gbp": income.turnover,
        "operating_profit_gbp": income.operating_profit,
        "ebita_gbp": earned,
        "ebitda_gbp": earned + income.depreciation,
        "interest_gbp": income.interest,
        "group_interest_gbp": income.group_interest,
        "management_charge_gbp": income.management_charge,
        "group_rent_gbp": income.group_rent,
        "profit_before_tax_gbp": income.profit_before_tax,
        "profit_gbp": income.profit,
        "cash_gbp": position.cash,
        "goodwill_gbp": position.goodwill,
        "bank_loans_gbp": position.bank_loans_within_a_year + position.bank_loans_after,
        "loan_notes_gbp": position.loan_notes_after,
        "net_assets_gbp": position.net_assets,
        "operating_margin": _share(income.operating_profit, income.turnover),
        "ebitda_margin": _share(earned + income.depreciation, income.turnover),
    }


def _share(part: int, whole: int) -> float | None:
    """A margin; None where there is no income."""
    return round(part / whole, 6) if whole > 0 else None


def traps(world: World) -> Iterator[Row]:
    """Yield each difficulty, what it touches and what should be concluded."""
    for one in sorted(world.traps, key=lambda one: (one.kind, one.touches)):
        yield {"kind": one.kind.name, "means": one.kind, **_but_kind(asdict(one))}


def _but_kind(row: dict[str, object]) -> Row:
    return {name: value for name, value in row.items() if name != "kind"}


FILES: dict[str, Callable[[World], Iterable[Row]]] = {
    "owners.csv": owners,
    "owner_texts.csv": owner_texts,
    "agency_places.csv": agency_places,
    "bodies.csv": bodies,
    "groups.csv": groups,
    "stakes.csv": stakes,
    "happenings.jsonl": happenings,
    "money.csv": money,
    "traps.jsonl": traps,
}
"""Each file's name, and what is in it."""


def _write(path: Path, rows: Iterable[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        if path.suffix == ".jsonl":
            out.writelines(f"{json.dumps(row, default=_plain)}\n" for row in rows)
            return path
        writer = None
        for row in rows:
            if writer is None:
                writer = csv.DictWriter(out, list(row), lineterminator="\n")
                writer.writeheader()
            writer.writerow(row)
    return path


def _plain(value: object) -> str:
    assert isinstance(value, date), f"{value!r} is no day"
    return value.isoformat()
